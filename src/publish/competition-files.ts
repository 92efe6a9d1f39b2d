// The files of one competition: an overview, a page and a JSON file for each category and each drawn event. Pure. All lie in one folder: plain web
// space has no way to make another.
import { type Leaderboard, type LeaderboardHead, rankRows } from '../domain/ranking/leaderboard.ts';
import type { TieBreakCount } from '../domain/rule-sets.ts';
import type { Announcement, Held } from '../domain/show/show.ts';
import type { UnderReview } from '../domain/show/show-sheet.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { BracketView, MatchInBracketView } from '../wire/api-matches.ts';
import { shortHash } from '../wire/relay/relay-channel.ts';
import { Html, html } from './html.ts';
import { renderPage } from './render-page.ts';
import { type PageLanguage, pageWords } from './words.ts';

/** What is known of a competition. */
export interface KnownCompetition {
  readonly about: CompetitionView;
  /** By category. */
  readonly boards: ReadonlyMap<string, Leaderboard>;
  readonly brackets: readonly BracketView[];
  /** Those that are for everybody, now. */
  readonly announcements: readonly Announcement[];
  readonly underReview: readonly UnderReview[];
}

const safePart = (part: string) => part.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 40);

/** A name that every web server and disk takes; what had to be left out of it is told apart by a hash. */
export function fileStem(competition: string, ...parts: readonly string[]): string {
  const all = [competition, ...parts];
  const stem = all.map(safePart).join('.');
  return all.every((part) => part === safePart(part)) ? stem : `${stem}.${shortHash(all.join('/')).slice(0, 6)}`;
}

function linksOf(known: KnownCompetition, language: PageLanguage): readonly (readonly [string, string])[] {
  const { about, boards, brackets } = known;
  const words = pageWords[language];
  return [
    [`${fileStem(about.id)}.html`, words.results],
    ...about.categories
      .filter(({ code }) => boards.has(code))
      .map(({ code, name }) => [boardFile(about.id, code), name] as const),
    ...brackets.map(({ event, name }) => [matchesFile(about.id, event), `${words.matches}: ${name}`] as const),
  ];
}

const boardFile = (competition: string, category: string) => `${fileStem(competition, category)}.html`;
const matchesFile = (competition: string, event: string) => `${fileStem(competition, 'matches', event)}.html`;

/** As boards have it: ten without X apart counts both. */
function countHead(count: TieBreakCount, { tieBreak }: LeaderboardHead): string {
  if (count === 'ten') return tieBreak.includes('x') ? '10+X' : '10';
  return ({ x: 'X', nine: '9', eleven: '11', six: '6', five: '5', sixOrFive: '6+5' } as const)[count];
}

const nothing = new Html('');
const notesOf = ({ announcements }: KnownCompetition) => announcements.map(({ text }) => text);

function reviewNote({ underReview }: KnownCompetition, language: PageLanguage, holds: (held: Held) => boolean): Html {
  const isHeld = underReview.some(({ held }) => holds(held));
  return isHeld
    ? html`<p class="soft">${pageWords[language].underReview}</p>
`
    : nothing;
}

function boardPage(known: KnownCompetition, { head, rows }: Leaderboard, language: PageLanguage): string {
  const words = pageWords[language];
  const ranked = rankRows(rows, head.ties, head.dnfLosesRank);
  const counts = head.tieBreak.map((count) => countHead(count, head));
  const isThis = (held: Held) => held.kind === 'category' && held.category === head.category;
  const body = html`<p>${head.roundName} · ${head.official ? words.official : words.unofficial}</p>
${reviewNote(known, language, isThis)}<table>
<thead><tr><th class="n">${words.rank}</th><th>${words.archer}</th><th class="w">${words.club}</th><th class="w">${words.target}</th><th class="n w">${words.arrows}</th>${counts.map((count) => html`<th class="n w">${count}</th>`)}<th class="n">${words.total}</th></tr></thead>
<tbody>
${ranked.map(
  (row) =>
    html`<tr><td class="n">${row.rank === 0 ? (row.standing ?? '') : row.rank}</td><td>${row.name}</td><td class="w">${row.club}</td><td class="w">${row.target}</td><td class="n w">${row.arrows}</td>${row.counts.map((count) => html`<td class="n w">${count}</td>`)}<td class="n b">${row.total}</td></tr>
`,
)}</tbody>
</table>
${rows.length === 0 ? html`<p>${words.none}</p>` : html``}`;
  return renderPage({
    ...{ language, title: known.about.name, heading: head.categoryName, links: linksOf(known, language), body },
    notes: notesOf(known),
    asOf: words.asOf,
  });
}

function nameOf({ id, section, level, topPlace }: MatchInBracketView, language: PageLanguage): string {
  if (section !== 'bracket') return id;
  const words = pageWords[language];
  if (level === 1) return topPlace === 1 ? words.final : topPlace === 3 ? words.bronze : `${topPlace}–${topPlace + 1}`;
  return `1/${2 ** (level - 1)}${topPlace > 1 ? ` (${topPlace}+)` : ''}`;
}

function matchesPage(known: KnownCompetition, bracket: BracketView, language: PageLanguage): string {
  const words = pageWords[language];
  const shot = bracket.matches.filter(({ kind }) => kind === 'match');
  const seat = (match: MatchInBracketView, side: 'a' | 'b') => {
    const { kind, name, seed } = match.seats[side];
    const shown = name ?? (kind === 'nobody' ? words.nobody : '…');
    return html`<td class="${match.winner === side ? 'b' : ''}">${seed === null ? '' : `${seed}. `}${shown}</td><td class="n ${match.winner === side ? 'b' : ''}">${match.points && match.hasBegun ? match.points[side] : ''}</td>`;
  };
  const rows = shot.map(
    (match) => html`<tr><td>${nameOf(match, language)}</td>${seat(match, 'a')}${seat(match, 'b')}</tr>
`,
  );
  const isHere = (held: Held) => held.kind === 'match' && held.event === bracket.event;
  const body = html`${reviewNote(known, language, isHere)}<table>
<tbody>
${rows}</tbody>
</table>
${shot.length === 0 ? html`<p>${words.none}</p>` : html``}`;
  return renderPage({
    ...{ language, title: known.about.name, heading: `${words.matches}: ${bracket.name}`, body },
    ...{ links: linksOf(known, language), notes: notesOf(known), asOf: words.asOf },
  });
}

function overviewPage(known: KnownCompetition, language: PageLanguage): string {
  const { about } = known;
  const days = about.from === about.to ? about.from : `${about.from} – ${about.to}`;
  const [, ...links] = linksOf(known, language);
  const words = pageWords[language];
  const body = html`<p>${[about.venue, days].filter((each) => each !== '').join(' · ')}</p>
<ul>${links.map(([href, link]) => html`<li><a href="${href}">${link}</a></li>`)}</ul>`;
  const parts = { title: words.results, heading: about.name, links: [], notes: notesOf(known), body, asOf: words.asOf };
  return renderPage({ language, ...parts });
}

function boardJson({ about }: KnownCompetition, { head, rows }: Leaderboard): unknown {
  const { categoryName, category, roundName, roundId, tieBreak, arrows, cut } = head;
  return {
    ...{
      competition: { id: about.id, name: about.name },
      category,
      categoryName,
      roundId,
      roundName,
      tieBreak,
      arrows,
    },
    ...(cut !== undefined && { cut }),
    isOfficial: head.official ?? false,
    rows: rankRows(rows, head.ties, head.dnfLosesRank),
  };
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** By name. `timeMark` stands where the time of writing goes. */
export function competitionFiles(known: KnownCompetition, language: PageLanguage): ReadonlyMap<string, string> {
  const { about, boards, brackets, announcements, underReview } = known;
  const competition = { id: about.id, name: about.name };
  const files = new Map([
    [`${fileStem(about.id)}.html`, overviewPage(known, language)],
    [`${fileStem(about.id)}.json`, toJson({ competition, announcements, underReview })],
  ]);
  for (const [category, board] of boards) {
    files.set(boardFile(about.id, category), boardPage(known, board, language));
    files.set(`${fileStem(about.id, category)}.json`, toJson(boardJson(known, board)));
  }
  for (const bracket of brackets) {
    const { position: _, ...rest } = bracket;
    files.set(matchesFile(about.id, bracket.event), matchesPage(known, bracket, language));
    files.set(`${fileStem(about.id, 'matches', bracket.event)}.json`, toJson({ competition, ...rest }));
  }
  return files;
}

/** index.html: the only competition's overview, or a list of them. */
export function indexFile(all: readonly KnownCompetition[], language: PageLanguage): string {
  const [only] = all;
  if (only && all.length === 1) return overviewPage(only, language);
  const words = pageWords[language];
  const body = html`<ul>${all.map(({ about }) => html`<li><a href="${fileStem(about.id)}.html">${about.name}</a></li>`)}</ul>`;
  return renderPage({
    language,
    title: words.results,
    heading: words.results,
    links: [],
    notes: [],
    body,
    asOf: words.asOf,
  });
}
