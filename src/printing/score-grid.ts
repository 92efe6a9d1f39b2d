// The grid of one distance: a line for each end, a box for each arrow, then its sum, the running total and what breaks ties.
import type { Mark } from './paper.ts';

export interface Grid {
  readonly title: string;
  readonly titles: { readonly end: string; readonly sum: string; readonly running: string };
  /** Arrows of an end. */
  readonly boxes: number;
  /** Titles of the last columns. */
  readonly counts: readonly string[];
  readonly ends: readonly {
    readonly end: number;
    /** What is written already; blank boxes otherwise. */
    readonly arrows: readonly string[];
    readonly sum: string;
    readonly running: string;
    readonly counts: readonly string[];
  }[];
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
  const { title, titles, boxes, counts, ends } = grid;
  marks.push({ kind: 'text', x, y, text: title, size: 11, bold: true, width });
  const shares = [1.1, ...Array.from({ length: boxes }, () => 1), 1.35, 1.5, ...counts.map(() => 1)];
  const unit = width / shares.reduce((sum, share) => sum + share, 0);
  const heads = [titles.end, ...Array.from({ length: boxes }, (_, box) => String(box + 1)), titles.sum, titles.running];
  const row = Math.min(mostRowHeight, (height - titleHeight - headHeight) / ends.length);
  const size = Math.min(12, row * 0.6);
  let left = x;
  for (const [column, share] of shares.entries()) {
    const own = share * unit;
    const isSum = column === boxes + 1 || column === boxes + 2;
    const head = [...heads, ...counts][column] ?? '';
    const middle = left + own / 2;
    const top = y + titleHeight;
    marks.push({ kind: 'text', x: middle, y: top, text: head, size: 7, width: own - 2, align: 'center', grey: true });
    for (const [index, { end, arrows, sum, running, counts: counted }] of ends.entries()) {
      const boxTop = top + headHeight + index * row;
      const cells = [String(end), ...Array.from({ length: boxes }, (_, box) => arrows[box] ?? ''), sum, running];
      const text = [...cells, ...counted][column] ?? '';
      if (column > 0) {
        marks.push({ kind: 'box', x: left, y: boxTop, width: own, height: row, line: 0.6, ...(isSum && shaded) });
      }
      if (text === '') continue;
      const textTop = boxTop + (row - size * 1.36) / 2;
      marks.push({ kind: 'text', x: middle, y: textTop, text, size, bold: isSum, width: own - 3, align: 'center' });
    }
    left += own;
  }
}

const shaded = { fill: '#f1f3f6' } as const;
