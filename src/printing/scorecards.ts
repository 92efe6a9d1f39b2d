// Scorecards for the archers to write on, one a page in the order of the targets: a grid for each distance as the round has it, sums, what
// breaks ties, signatures, and a code that opens the card at the desk.
import { type ScoreSheet, type ScoreSheetEnd, scoreSheetOf } from '../domain/card/score-sheet.ts';
import { isEndComplete } from '../domain/card/scorecard.ts';
import { type Distance, lengthOf } from '../domain/rounds/round.ts';
import { type TieBreakCount, tieBreakOf, valuesCounted } from '../domain/rule-sets.ts';
import { formatTarget } from '../domain/target.ts';
import { invariant } from '../kit/invariant.ts';
import { type Printed, paperOf, whereOf } from './asked.ts';
import { countTitles } from './count-titles.ts';
import { entriesByTarget } from './entry-order.ts';
import { type Mark, margin, type Page, type Paper, type Sheets } from './paper.ts';
import { type Grid, type GridEnd, pushGrid } from './score-grid.ts';

export function scorecards(printed: Printed): Sheets {
  const entries = entriesByTarget(printed);
  const paper = paperOf(printed);
  return {
    paper,
    count: entries.length,
    page: (index) => {
      const entry = entries[index];
      invariant(entry, 'a page that is asked for is there');
      const sheet = scoreSheetOf(printed.state, entry.number);
      return sheet ? cardPage(printed, sheet, paper) : [];
    },
  };
}

const headBottom = 132;
const footTop = 122;

function cardPage(printed: Printed, sheet: ScoreSheet, paper: Paper): Page {
  const marks: Mark[] = [];
  pushHead(marks, printed, sheet, paper);
  const counts = tieBreakOf(printed.state);
  const grids = gridsOf(printed, sheet, counts);
  const columns = grids.length > 1 ? 2 : 1;
  const gap = 14;
  const width = (paper.width - 2 * margin - gap * (columns - 1)) / columns;
  const lines = Math.ceil(grids.length / columns);
  const room = (paper.height - footTop - headBottom) / lines;
  for (const [index, grid] of grids.entries()) {
    const x = margin + (index % columns) * (width + gap);
    const y = headBottom + Math.floor(index / columns) * room;
    pushGrid(marks, grid, { x, y, width, height: room - 12 });
  }
  pushFoot(marks, printed, sheet, paper, counts);
  return marks;
}

function pushHead(marks: Mark[], printed: Printed, sheet: ScoreSheet, paper: Paper): void {
  const { state, words, address, competition } = printed;
  const { entry, roundName } = sheet;
  const qr = 78;
  const left = margin + 96;
  const width = paper.width - left - margin - qr - 10;
  const category = state.categories.get(entry.category)?.name ?? '';
  const club = [entry.club, entry.country].filter(Boolean).join(' · ');
  const round = [entry.category, category, roundName].filter(Boolean).join(' · ');
  marks.push({ kind: 'box', x: margin, y: 32, width: 84, height: qr, line: 1.4 });
  marks.push({ kind: 'text', x: margin + 42, y: 36, text: words('target'), size: 8, width: 78, align: 'center' });
  const target = entry.target ? formatTarget(entry.target) : '–';
  marks.push({ kind: 'text', x: margin + 42, y: 49, text: target, size: 34, bold: true, width: 78, align: 'center' });
  marks.push({ kind: 'text', x: left, y: 30, text: `${state.name} · ${whereOf(printed)}`, size: 9, width, grey: true });
  marks.push({ kind: 'text', x: left, y: 44, text: entry.name, size: 20, bold: true, width });
  marks.push({ kind: 'text', x: left, y: 73, text: club, size: 11, width });
  marks.push({ kind: 'text', x: left, y: 90, text: round, size: 11, width });
  const link = `${address}/desk#/${competition}/cards/${entry.number}`;
  const right = paper.width - margin;
  marks.push({ kind: 'qr', x: right - qr, y: 28, size: qr, text: link });
  marks.push({
    kind: 'text',
    x: right,
    y: 107,
    text: words('scan'),
    size: 6.5,
    width: 190,
    align: 'right',
    grey: true,
  });
}

/** More distances than these, as courses have, stand in one grid each half. */
const mostGrids = 4;

/** Those ends that are wanted, by distance. */
function gridsOf(printed: Printed, sheet: ScoreSheet, counts: readonly TieBreakCount[]): readonly Grid[] {
  const { words, options } = printed;
  const { distances, ends, sessions } = sheet;
  const session = sessions.find(({ number }) => number === options.session);
  const wanted = ends.filter(({ end }) => !session || (end >= session.fromEnd && end <= session.toEnd));
  const parts =
    distances.length > mostGrids
      ? halvesOf(wanted).map((half) => ({ title: '', ends: half }))
      : distances.map(({ distance, number }) => ({
          title: titleOf(distance),
          ends: wanted.filter((end) => end.distance === number),
        }));
  return parts
    .filter((part) => part.ends.length > 0)
    .map((part) => ({
      title: part.title,
      first: words.short('end'),
      boxes: Math.max(...part.ends.map(({ arrows }) => arrows.length)),
      tail: [words.short('sum'), words.short('running'), ...counts.map((count) => countTitles[count])],
      counts: counts.length,
      ends: part.ends.map((end) => ({ end: String(end.end), ...writtenIn(end, counts, options.filled === true) })),
    }));
}

function halvesOf<T>(ends: readonly T[]): readonly (readonly T[])[] {
  const half = Math.ceil(ends.length / 2);
  return [ends.slice(0, half), ends.slice(half)];
}

function titleOf(distance: Distance): string {
  const { amount, unit } = lengthOf(distance);
  return distance.nominal ? '' : `${amount} ${unit === 'yard' ? 'yd' : 'm'}`;
}

function writtenIn(
  end: ScoreSheetEnd,
  counts: readonly TieBreakCount[],
  isFilled: boolean,
): Pick<GridEnd, 'arrows' | 'tail'> {
  if (!isFilled || !isEndComplete(end.arrows)) {
    return { arrows: isFilled ? end.sorted : [], tail: [] };
  }
  const countOf = (count: TieBreakCount) => end.sorted.filter((value) => valuesCounted[count].includes(value)).length;
  return {
    arrows: end.sorted,
    tail: [end.points, end.runningTotal, ...counts.map(countOf)].map(String),
  };
}

function pushFoot(
  marks: Mark[],
  { words, options }: Printed,
  { tally }: ScoreSheet,
  paper: Paper,
  counts: readonly TieBreakCount[],
): void {
  const top = paper.height - footTop + 4;
  const titles = [words('total'), ...counts.map((count) => countTitles[count])];
  const values = options.filled && tally.arrows > 0 ? [tally.total, ...counts.map((count) => tally[count])] : [];
  const box = 66;
  let x = paper.width - margin - box * titles.length;
  for (const [index, title] of titles.entries()) {
    marks.push({ kind: 'box', x, y: top, width: box, height: 40, line: index === 0 ? 1.6 : 0.8 });
    marks.push({ kind: 'text', x: x + 4, y: top + 2, text: title, size: 8, width: box - 8, grey: true });
    const text = values[index] === undefined ? '' : String(values[index]);
    marks.push({
      kind: 'text',
      x: x + box / 2,
      y: top + 12,
      text,
      size: 17,
      bold: true,
      width: box - 8,
      align: 'center',
    });
    x += box;
  }
  const half = (paper.width - 2 * margin - 24) / 2;
  for (const [index, word] of (['archer', 'scorer'] as const).entries()) {
    const left = margin + index * (half + 24);
    marks.push({ kind: 'line', x1: left, y1: top + 78, x2: left + half, y2: top + 78, width: 0.8 });
    marks.push({ kind: 'text', x: left, y: top + 80, text: words(word), size: 8, width: half, grey: true });
  }
}
