// A competition in figures: who came, how much was shot, the best ends and the most tens.
import { endPoints, isEndComplete } from '../domain/card/scorecard.ts';
import { type Competition, roundOfEntry, scorecardOf } from '../domain/competition.ts';
import { playEvent } from '../domain/event/event-play.ts';
import type { Entry } from '../domain/facts.ts';
import { frameOf, type Printed } from './asked.ts';
import type { Sheets } from './paper.ts';
import { type TableRow, type TableSection, tableSheets } from './table-sheets.ts';
import type { PrintWord } from './words/en.ts';
import type { Words } from './words/words.ts';

const right = 'right' as const;
const best = 10;

export function statisticsSheets(printed: Printed): Sheets {
  const { shown, words } = printed;
  const entries = [...shown.entries.values()];
  const sections =
    entries.length === 0
      ? []
      : [
          totalsSection(shown, entries, words),
          countSection(words, 'category', entries, ({ category }) => categoryTitle(shown, category)),
          countSection(words, 'club', entries, ({ club }) => club),
          countSection(words, 'country', entries, ({ country = '' }) => country),
          bestEnds(shown, entries, words),
          mostTens(shown, entries, words),
        ];
  return tableSheets(
    frameOf(printed, 'statistics'),
    sections.filter(({ rows }) => rows.length > 0),
    words,
  );
}

function categoryTitle({ categories }: Competition, code: string): string {
  return [code, categories.get(code)?.name].filter(Boolean).join(' · ');
}

function totalsSection(state: Competition, entries: readonly Entry[], words: Words): TableSection {
  const arrows = entries.reduce((sum, { number }) => sum + scorecardOf(state, number).tally.arrows, 0);
  const points = entries.reduce((sum, { number }) => sum + scorecardOf(state, number).tally.total, 0);
  const matches = [...state.events.keys()].flatMap((event) => playEvent(state, event) ?? []);
  const shot = matches.filter(({ kind, hasBegun }) => kind === 'match' && hasBegun);
  const matchArrows = shot
    .flatMap(({ card }) => [...card.ends, ...card.shootOffs.map((shootOff) => shootOff.arrows)])
    .reduce((sum, { a, b }) => sum + [...a, ...b].filter((arrow) => arrow !== null).length, 0);
  const figure = (word: PrintWord, value: number | string): TableRow => ({ cells: [words(word), String(value)] });
  return {
    title: words('inFigures'),
    columns: [
      { title: '', share: 70 },
      { title: '', share: 30, align: right },
    ],
    rows: [
      figure('archers', entries.length),
      figure(
        'clubs',
        countOf(entries, ({ club }) => club),
      ),
      figure(
        'countries',
        countOf(entries, ({ country = '' }) => country),
      ),
      figure('qualificationArrows', arrows),
      figure('averageArrow', arrows > 0 ? (points / arrows).toFixed(2) : '–'),
      figure('matchesShot', shot.length),
      figure('matchArrows', matchArrows),
    ],
  };
}

function countOf(entries: readonly Entry[], keyOf: (entry: Entry) => string): number {
  return new Set(entries.map(keyOf).filter(Boolean)).size;
}

const titles = { category: 'byCategory', club: 'byClub', country: 'byCountry' } as const;

function countSection(
  words: Words,
  of: 'category' | 'club' | 'country',
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): TableSection {
  const { compare } = new Intl.Collator(words.language);
  const groups = [...Map.groupBy(entries, keyOf)].filter(([key]) => key !== '');
  return {
    title: `${words('archers')} · ${words(titles[of])}`,
    columns: [
      { title: words(of), share: 80 },
      { title: words('archers'), share: 20, align: right },
    ],
    rows: groups
      .toSorted(([x, xs], [y, ys]) => (of === 'category' ? 0 : ys.length - xs.length) || compare(x, y))
      .map(([key, members]) => ({ cells: [key, String(members.length)] })),
  };
}

const rankedColumns = (words: Words, value: string, detail: string) => [
  { title: words('place'), share: 10, align: right },
  { title: words('name'), share: 32 },
  { title: words('club'), share: 26 },
  { title: words('category'), share: 12 },
  { title: detail, share: 12, align: right },
  { title: value, share: 10, align: right },
];

interface Ranked {
  readonly entry: Entry;
  readonly value: number;
  readonly detail: string;
}

/** The best, and all who are level with the last of them up to twice as many. */
function rankedRows(found: readonly Ranked[]): readonly TableRow[] {
  const inOrder = found.toSorted((x, y) => y.value - x.value || x.entry.number - y.entry.number);
  const last = inOrder[best - 1]?.value ?? 0;
  return inOrder
    .filter(({ value }, index) => value > 0 && (index < best || (value === last && index < 2 * best)))
    .map(({ entry: { name, club, category }, value, detail }) => ({
      cells: [
        String(1 + inOrder.filter((other) => other.value > value).length),
        ...[name, club, category, detail, String(value)],
      ],
    }));
}

/** Each archer's best one, of all rounds whose ends have as many arrows as most: an end of six is none of three. */
function bestEnds(state: Competition, entries: readonly Entry[], words: Words): TableSection {
  const found = entries.flatMap((entry): readonly (Ranked & { readonly arrows: number })[] => {
    const round = roundOfEntry(state, entry.number);
    if (!round) return [];
    const ends = scorecardOf(state, entry.number).ends.flatMap((end, index) =>
      isEndComplete(end) ? [{ value: endPoints(round, index + 1, end), arrows: end.length, number: index + 1 }] : [],
    );
    const top = ends.toSorted((x, y) => y.value - x.value)[0];
    return top ? [{ entry, value: top.value, detail: String(top.number), arrows: top.arrows }] : [];
  });
  const sizes = [...Map.groupBy(found, ({ arrows }) => arrows)].toSorted(([, x], [, y]) => y.length - x.length);
  const [arrows = 0, ends = []] = sizes[0] ?? [];
  return {
    title: words('bestEnds', { arrows }),
    columns: rankedColumns(words, words('sum'), words('end')),
    rows: rankedRows(ends),
  };
}

function mostTens(state: Competition, entries: readonly Entry[], words: Words): TableSection {
  const found = entries.map((entry): Ranked => {
    const { tally } = scorecardOf(state, entry.number);
    return { entry, value: tally.x, detail: String(tally.ten) };
  });
  return { title: words('mostXs'), columns: rankedColumns(words, 'X', '10+X'), rows: rankedRows(found) };
}
