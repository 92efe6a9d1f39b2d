// A long table over pages: sections with a heading, the head of the columns again on every page, no heading alone at the end of one.
import { type Frame, footHeight, frameMarks, headHeight } from './page-frame.ts';
import { type Mark, margin, type Page, type Sheets } from './paper.ts';
import { beside, type Words } from './words/words.ts';

export interface TableColumn {
  readonly title: string;
  /** Share of the width beside the other columns' shares. */
  readonly share: number;
  readonly align?: 'right' | 'center';
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly bold?: boolean;
  /** A line above it: the first of a target, the first who does not go on. */
  readonly ruled?: boolean;
}

export interface TableSection {
  readonly title: string;
  /** On the right of it: official, under review. */
  readonly status?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Below the rows, a line each. */
  readonly notes?: readonly string[];
}

const rowHeight = 14.5;
const titleHeight = 22;
/** Of a line of column titles: two languages stand below each other. */
const columnsLine = 12.5;
const columnsGap = 4;
const gap = 10;
const textSize = 9;

/** A piece of a section on one page; `from` and `to` of its rows. */
interface Piece {
  readonly section: TableSection;
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/** Columns without titles have no head. */
function columnsHeightOf({ columns }: TableSection): number {
  if (columns.every(({ title }) => title === '')) return 0;
  return columnsLine * Math.max(1, ...columns.map(({ title }) => title.split(beside).length)) + columnsGap;
}

/** A table of nothing is a page that says so. */
export function tableSheets(frame: Frame, sections: readonly TableSection[], words: Words): Sheets {
  const pages = paginate(sections, frame.paper.height - footHeight);
  const headings = pages.flatMap((pieces, page) =>
    pieces.flatMap(({ section, from }) => (from === 0 ? [{ title: section.title, page, level: 1 as const }] : [])),
  );
  return { paper: frame.paper, count: pages.length, page: (index) => pageOf(frame, pages, index, words), headings };
}

function paginate(sections: readonly TableSection[], bottom: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]];
  let top = headHeight;
  for (const section of sections) {
    const notes = section.notes?.length ?? 0;
    const columnsHeight = columnsHeightOf(section);
    let from = 0;
    do {
      const room = Math.floor((bottom - top - titleHeight - columnsHeight) / rowHeight);
      const isFresh = top === headHeight;
      // Three rows below a heading, or all that there are; on a fresh page as many as fit.
      if (!isFresh && room < Math.min(3, section.rows.length - from)) {
        pages.push([]);
        top = headHeight;
        continue;
      }
      const to = lastRowOf(section.rows.length, from, room, notes);
      pages.at(-1)?.push({ section, from, to, top });
      top += titleHeight + columnsHeight + (to - from) * rowHeight;
      from = to;
      if (from < section.rows.length) {
        pages.push([]);
        top = headHeight;
      }
    } while (from < section.rows.length);
    top += notes * rowHeight + gap;
  }
  return pages;
}

/** The notes stand below the last row on the same page: some rows wait for them where they do not fit. */
function lastRowOf(rows: number, from: number, room: number, notes: number): number {
  const left = rows - from;
  if (left + notes <= room) return rows;
  return from + Math.max(1, Math.min(room, left - (left <= room ? notes : 0)));
}

function pageOf(frame: Frame, pages: readonly (readonly Piece[])[], index: number, words: Words): Page {
  const marks = frameMarks(frame);
  const width = frame.paper.width - 2 * margin;
  const pieces = pages[index] ?? [];
  if (pieces.length === 0)
    marks.push({ kind: 'text', x: margin, y: headHeight, text: words('nothing'), size: 11, width });
  for (const piece of pieces) pushPiece(marks, piece, width, words('continued'));
  return marks;
}

function pushPiece(marks: Mark[], { section, from, to, top }: Piece, width: number, continued: string): void {
  const { title, status = '', columns, rows, notes = [] } = section;
  const heading = from === 0 ? title : `${title} ${continued}`;
  const right = margin + width;
  const share = status === '' ? 1 : 0.74;
  marks.push({ kind: 'text', x: margin, y: top + 3, text: heading, size: 11, bold: true, width: width * share });
  marks.push({ kind: 'text', x: right, y: top + 5, text: status, size: 9, width: width * 0.25, align: 'right' });
  const head = top + titleHeight;
  const columnsHeight = columnsHeightOf(section);
  if (columnsHeight > 0) {
    marks.push({ kind: 'box', x: margin, y: head - 1, width, height: columnsHeight - 1, fill: '#e9edf2' });
  }
  const places = placesOf(columns, width);
  for (const line of [0, 1]) {
    const titles = columns.map((column) => column.title.split(beside)[line] ?? '');
    pushCells(marks, places, titles, head + 1 + line * columnsLine, { bold: true, size: 8 });
  }
  let y = head + columnsHeight;
  for (const { cells, bold = false, ruled = false } of rows.slice(from, to)) {
    if (ruled) marks.push({ kind: 'line', x1: margin, y1: y - 0.5, x2: margin + width, y2: y - 0.5, width: 0.6 });
    pushCells(marks, places, cells, y, { bold, size: textSize });
    y += rowHeight;
  }
  if (to < rows.length) return;
  for (const note of notes) {
    marks.push({ kind: 'text', x: margin, y, text: note, size: 8, width, grey: true });
    y += rowHeight;
  }
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

function placesOf(columns: readonly TableColumn[], width: number): readonly Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = margin;
  return columns.map(({ share, align = 'left' as const }): Place => {
    const own = (share / shares) * width;
    const [left, room] = [x + 4, own - 8];
    x += own;
    const anchors = { left, right: left + room, center: left + room / 2 };
    return { x: anchors[align], width: room, align };
  });
}

function pushCells(
  marks: Mark[],
  places: readonly Place[],
  cells: readonly string[],
  y: number,
  { bold, size }: { readonly bold: boolean; readonly size: number },
): void {
  for (const [index, { x, width, align }] of places.entries()) {
    const text = cells[index] ?? '';
    if (text !== '') marks.push({ kind: 'text', x, y, text, size, bold, width, align });
  }
}
