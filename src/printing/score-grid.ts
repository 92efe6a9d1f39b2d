// The grid of one distance or match: a line for each end, a box for each arrow, then its sums and what breaks ties.
import type { Mark } from './paper.ts';

export interface GridEnd {
  readonly end: string;
  /** What is written already; blank boxes otherwise. */
  readonly arrows: readonly string[];
  /** Of the last columns. */
  readonly tail: readonly string[];
  /** Where the end has fewer boxes than the others: a shoot-off. */
  readonly boxes?: number;
}

export interface Grid {
  readonly title: string;
  /** Above the names of the ends. */
  readonly first: string;
  /** Arrows of an end. */
  readonly boxes: number;
  /** Titles of the last columns: sums, which are shaded, then counts. */
  readonly tail: readonly string[];
  /** Of the last columns so many are counts; none by default. */
  readonly counts?: number;
  readonly ends: readonly GridEnd[];
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const titleHeight = 17;
const headHeight = 13;
/** A hand needs no more. */
const mostRowHeight = 30;

export function pushGrid(marks: Mark[], grid: Grid, { x, y, width, height }: Area): void {
  const { title, first, boxes, tail, counts = 0, ends } = grid;
  marks.push({ kind: 'text', x, y, text: title, size: 11, bold: true, width });
  const sums = tail.length - counts;
  const shares = [
    1.1,
    ...Array.from({ length: boxes }, () => 1),
    ...tail.map((_, index) => (index < sums ? 1.3 + 0.15 * Math.min(index, 1) : 1)),
  ];
  const unit = width / shares.reduce((sum, share) => sum + share, 0);
  const heads = [first, ...Array.from({ length: boxes }, (_, box) => String(box + 1)), ...tail];
  const row = Math.min(mostRowHeight, (height - titleHeight - headHeight) / ends.length);
  const size = Math.min(12, row * 0.6);
  const top = y + titleHeight;
  let left = x;
  for (const [column, share] of shares.entries()) {
    const own = share * unit;
    const isSum = column > boxes && column <= boxes + sums;
    const middle = left + own / 2;
    const head = heads[column] ?? '';
    marks.push({ kind: 'text', x: middle, y: top, text: head, size: 7, width: own - 2, align: 'center', grey: true });
    for (const [index, end] of ends.entries()) {
      const boxTop = top + headHeight + index * row;
      const hasBox = column > 0 && (column > boxes || column <= (end.boxes ?? boxes));
      if (hasBox) {
        marks.push({ kind: 'box', x: left, y: boxTop, width: own, height: row, line: 0.6, ...(isSum && shaded) });
      }
      const text = cellOf(end, column, boxes);
      if (text === '') continue;
      const textTop = boxTop + (row - size * 1.36) / 2;
      marks.push({ kind: 'text', x: middle, y: textTop, text, size, bold: isSum, width: own - 3, align: 'center' });
    }
    left += own;
  }
}

function cellOf({ end, arrows, tail }: GridEnd, column: number, boxes: number): string {
  if (column === 0) return end;
  return (column <= boxes ? arrows[column - 1] : tail[column - boxes - 1]) ?? '';
}

const shaded = { fill: '#f1f3f6' } as const;
