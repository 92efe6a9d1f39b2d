// The result book: a cover, what is in it, and all results of a competition as one document, with the head of the journal that vouches for it.
import { findRuleSet } from '../domain/rule-sets.ts';
import type { CategoryRow } from '../interchange/results.ts';
import { frameOf, type Printed, paperOf, whereOf } from './asked.ts';
import { bracketSheets } from './brackets.ts';
import { medalSheets } from './medal-lists.ts';
import { officialSheets } from './officials.ts';
import { footHeight, frameMarks, headHeight } from './page-frame.ts';
import { type Heading, joinSheets, type Mark, margin, type Page, type Sheets } from './paper.ts';
import { finalsSheets, qualificationSheets } from './result-lists.ts';
import { scheduleSheets } from './schedule.ts';
import { listByName } from './start-lists.ts';
import { statisticsSheets } from './statistics.ts';
import { statusOfCategory, statusOfEvent } from './status.ts';
import { type TableSection, tableSheets } from './table-sheets.ts';
import type { PrintWord } from './words/en.ts';

interface Part {
  readonly title: PrintWord;
  readonly sheets: Sheets;
}

export function resultBook(printed: Printed): Sheets {
  const paper = paperOf(printed);
  const parts = partsOf({ ...printed, options: bookOptions(printed) });
  const headings = headingsOf(printed, parts);
  const perPage = Math.floor((paper.height - headHeight - footHeight) / lineHeight);
  const contentsPages = Math.max(1, Math.ceil(headings.length / perPage));
  const before = 1 + contentsPages;
  const contents: Sheets = {
    paper,
    count: contentsPages,
    page: (index) => contentsPage(printed, headings.slice(index * perPage, (index + 1) * perPage), before),
  };
  const cover: Sheets = { paper, count: 1, page: () => coverPage(printed) };
  const book = joinSheets(paper, [cover, contents, ...parts.map(({ sheets }) => sheets)]);
  return { ...book, headings: headings.map((heading) => ({ ...heading, page: heading.page + before })) };
}

/** All of it, whatever was wanted before. */
function bookOptions({ options: { paper, languages } }: Printed): Printed['options'] {
  return { paper, languages };
}

function partsOf(printed: Printed): readonly Part[] {
  const { state, results } = printed;
  const parts: readonly (Part & { readonly isThere: boolean })[] = [
    { title: 'officials', sheets: officialSheets(printed), isThere: state.paper.officials.length > 0 },
    { title: 'schedule', sheets: scheduleSheets(printed), isThere: true },
    { title: 'listByName', sheets: listByName(printed), isThere: true },
    { title: 'qualification', sheets: qualificationSheets(printed), isThere: true },
    { title: 'brackets', sheets: bracketSheets(printed), isThere: true },
    { title: 'finals', sheets: finalsSheets(printed), isThere: results().events.length > 0 },
    { title: 'medals', sheets: medalSheets(printed), isThere: results().events.length > 0 },
    { title: 'records', sheets: recordSheets(printed), isThere: true },
    { title: 'statistics', sheets: statisticsSheets(printed), isThere: true },
  ];
  // A part that says that there is nothing yet has no headings of its own.
  return parts.filter(({ sheets, isThere }) => isThere && (sheets.headings?.length ?? 0) > 0);
}

/** Of each part its own, and those in it; pages from the first of the parts. */
function headingsOf({ words }: Printed, parts: readonly Part[]): readonly Heading[] {
  let start = 0;
  return parts.flatMap(({ title, sheets }) => {
    const page = start;
    start += sheets.count;
    const inside = (sheets.headings ?? []).map((heading) => ({ ...heading, page: heading.page + page }));
    const name = words(title);
    const isAlone = inside.length === 1 && inside[0]?.title === name;
    return [{ title: name, page, level: 0 as const }, ...(isAlone ? [] : inside)];
  });
}

const lineHeight = 15;

function contentsPage(printed: Printed, headings: readonly Heading[], before: number): Page {
  const frame = frameOf(printed, 'contents');
  const marks: Mark[] = frameMarks(frame);
  const right = frame.paper.width - margin;
  for (const [index, { title, page, level }] of headings.entries()) {
    const y = headHeight + index * lineHeight;
    const x = margin + level * 16;
    const bold = level === 0;
    marks.push({ kind: 'text', x, y, text: title, size: 10, width: right - x - 50, bold });
    const number = String(page + before + 1);
    marks.push({ kind: 'text', x: right, y, text: number, size: 10, width: 40, align: 'right', bold });
  }
  return marks;
}

function coverPage(printed: Printed): Page {
  const { state, shown, words, journal } = printed;
  const { width: paperWidth, height } = paperOf(printed);
  const middle = paperWidth / 2;
  const width = paperWidth - 2 * margin;
  const text = { kind: 'text', x: middle, width, align: 'center' } as const;
  const ruleSet = findRuleSet(shown.ruleSetId)?.name ?? shown.ruleSetId;
  const marks: Mark[] = [
    { kind: 'logo', x: middle - 130, y: 90, width: 260, height: 150 },
    { ...text, y: 285, text: state.name, size: 32, bold: true },
    { ...text, y: 338, text: whereOf(printed), size: 14 },
    { kind: 'line', x1: middle - 60, y1: 378, x2: middle + 60, y2: 378, width: 1.6 },
    { ...text, y: 396, text: words('resultBook'), size: 20 },
    { ...text, y: 428, text: words(bookStatus(printed)), size: 14, bold: true },
    { ...text, y: 462, text: ruleSet, size: 10, grey: true },
    { ...text, y: height - 64, text: frameOf(printed, 'resultBook').printed, size: 9, grey: true },
  ];
  if (journal) {
    marks.push({ ...text, y: height - 118, text: words('journalHead', { facts: journal.facts }), size: 9 });
    marks.push({ ...text, y: height - 102, text: journal.head, size: 9, bold: true });
  }
  return marks;
}

/** Official when everything in it is. */
function bookStatus(printed: Printed): 'official' | 'unofficial' | 'underReview' {
  const { shown } = printed;
  const statuses = [
    ...Array.from(shown.categories.keys(), (category) => statusOfCategory(printed, category)),
    ...Array.from(shown.events.keys(), (event) => statusOfEvent(printed, event)),
  ].filter((status) => status !== undefined);
  if (statuses.includes('underReview')) return 'underReview';
  return statuses.length > 0 && statuses.every((status) => status === 'official') ? 'official' : 'unofficial';
}

function recordSheets(printed: Printed): Sheets {
  const { words } = printed;
  const rows = printed
    .results()
    .categories.flatMap(({ category, rows: all }) =>
      all.flatMap((row) => row.records.map((flag) => ({ cells: recordCells(category, row, flag, words('equalled')) }))),
    );
  const section: TableSection = {
    title: words('records'),
    columns: [
      { title: words('record'), share: 12 },
      { title: words('category'), share: 12 },
      { title: words('name'), share: 32 },
      { title: words('club'), share: 24 },
      { title: words('total'), share: 10, align: 'right' },
      { title: words('before'), share: 10, align: 'right' },
    ],
    rows,
  };
  return tableSheets(frameOf(printed, 'records'), rows.length > 0 ? [section] : [], words);
}

function recordCells(
  category: string,
  { name, club, total }: CategoryRow,
  { kind, mark, how }: CategoryRow['records'][number],
  equalled: string,
): readonly string[] {
  return [how === 'equalled' ? `${kind} (${equalled})` : kind, category, name, club, String(total), String(mark.total)];
}
