// Certificates: a turned page for every archer who has a place, best first; of a team one for each of its archers. The text is the
// organiser's own or the ordinary one.
import { type Certificate, type CertificateWord, filledIn } from '../domain/paper/paper.ts';
import { usualCertificates } from '../domain/paper/usual-certificate.ts';
import type { CategoryResult, EventResult } from '../interchange/results.ts';
import { type Printed, paperOf } from './asked.ts';
import { type Mark, type Page, type Sheets, turned } from './paper.ts';
import { daysIn } from './words/words.ts';

type Filling = Readonly<Record<CertificateWord, string>>;

/** Gold, silver and bronze. */
const usualPlaces = 3;

export function certificates(printed: Printed): Sheets {
  const given = awardsOf(printed);
  const { state, words } = printed;
  const certificate = state.paper.certificate ?? usualCertificates[words.language];
  const paper = turned(paperOf(printed));
  return {
    paper,
    count: given.length,
    page: (index) => {
      const filling = given[index];
      return filling ? certificatePage(certificate, filling, paper) : [];
    },
  };
}

/** Of events their final ranking; a category that has no event of its own is given what its ranking says. */
function awardsOf(printed: Printed): readonly Filling[] {
  const { options, shown } = printed;
  const { events, categories } = printed.results();
  const most = options.places === undefined ? usualPlaces : options.places || Number.POSITIVE_INFINITY;
  const wanted = events.filter(({ event }) => (options.event ?? event) === event).filter(({ event }) => isOf(event));
  const contested = new Set(
    [...shown.events.values()].flatMap(({ setup: { contest } }) =>
      contest.kind === 'individual' ? [contest.category] : [],
    ),
  );
  const plain = categories.filter(
    ({ category, unfinished }) =>
      options.event === undefined && isWantedCategory(category) && !contested.has(category) && unfinished.length === 0,
  );
  return [
    ...wanted.flatMap((event) => eventAwards(printed, event, most)),
    ...plain.flatMap((category) => categoryAwards(printed, category, most)),
  ];

  function isWantedCategory(category: string): boolean {
    return options.category === undefined || options.category === category;
  }

  function isOf(event: string): boolean {
    const contest = shown.events.get(event)?.setup.contest;
    if (contest?.kind === 'individual') return isWantedCategory(contest.category);
    return options.category === undefined;
  }
}

function eventAwards(printed: Printed, { name, finalRanking, qualification }: EventResult, most: number) {
  return finalRanking.flatMap(({ place, entries, key, qualificationRank }) => {
    if (place === null || place > most) return [];
    const score = qualification.rows.find((row) => row.key === key)?.total;
    return entries.flatMap((entry) => fillingOf(printed, entry, name, { place, rank: qualificationRank, score }));
  });
}

function categoryAwards(printed: Printed, { name, rows }: CategoryResult, most: number) {
  return rows.flatMap(({ rank, entry, total }) =>
    rank === null || rank > most ? [] : fillingOf(printed, entry, name, { place: rank, rank, score: total }),
  );
}

function fillingOf(
  { shown, words }: Printed,
  number: number,
  event: string,
  { place, rank, score }: { readonly place: number; readonly rank: number | null; readonly score: number | undefined },
): readonly Filling[] {
  const entry = shown.entries.at(number);
  if (!entry) return [];
  return [
    {
      name: entry.name,
      club: entry.club,
      country: entry.country ?? '',
      place: String(place),
      rank: String(rank ?? ''),
      score: String(score ?? ''),
      category: shown.categories.get(entry.category)?.name ?? entry.category,
      event,
      competition: shown.name,
      venue: shown.venue,
      date: daysIn(words.language, shown.to, shown.to),
    },
  ];
}

const edge = 28;
const nameSize = 36;
const textSize = 17;

function certificatePage(
  { title, text, signatures }: Certificate,
  filling: Filling,
  paper: { readonly width: number; readonly height: number },
): Page {
  const { width, height } = paper;
  const middle = width / 2;
  const room = width - 2 * edge - 60;
  const marks: Mark[] = [
    { kind: 'box', x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge, line: 2.4 },
    { kind: 'box', x: edge + 6, y: edge + 6, width: width - 2 * edge - 12, height: height - 2 * edge - 12, line: 0.6 },
    { kind: 'logo', x: middle - 90, y: edge + 18, width: 180, height: 70 },
    ...centred(filledIn(title, filling), middle, edge + 92, 40, room, true),
  ];
  const lines = text.split('\n').map((line) => line.trim());
  const heights = lines.map((line) => (isName(line) ? nameSize * 1.5 : line === '' ? textSize * 0.7 : textSize * 1.5));
  const top = edge + 152;
  const space = height - edge - 96 - top;
  const whole = heights.reduce((sum, each) => sum + each, 0);
  const scale = Math.min(1, space / whole);
  let y = top + (space - whole * scale) / 2;
  for (const [index, line] of lines.entries()) {
    const size = (isName(line) ? nameSize : textSize) * scale;
    marks.push(...centred(filledIn(line, filling), middle, y, size, room, isName(line)));
    y += (heights[index] ?? 0) * scale;
  }
  const own = (width - 2 * edge - 60) / Math.max(signatures.length, 1);
  for (const [index, signature] of signatures.entries()) {
    const centre = edge + 30 + own * (index + 0.5);
    const line = Math.min(own - 30, 210);
    const lineTop = height - edge - 50;
    marks.push({ kind: 'line', x1: centre - line / 2, y1: lineTop, x2: centre + line / 2, y2: lineTop, width: 0.8 });
    marks.push(...centred(signature, centre, lineTop + 4, 11, own - 10, false));
  }
  return marks;
}

function isName(line: string): boolean {
  return line === '{name}';
}

function centred(text: string, x: number, y: number, size: number, width: number, bold: boolean): Mark[] {
  return [{ kind: 'text', x, y, text, size, width, bold, align: 'center' }];
}
