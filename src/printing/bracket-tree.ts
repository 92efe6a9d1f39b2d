// A piece of a tree as marks: boxes of two names with their scores, joined to the box where the winner goes on.
import type { MatchResult, SeatResult } from '../interchange/match-results.ts';
import type { TreeColumn, TreeWindow } from './bracket-windows.ts';
import type { Mark } from './paper.ts';
import type { Words } from './words/words.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const columnTitleHeight = 14;
const gap = 16;
const mostLine = 13.5;
const seedWidth = 17;
const scoreWidth = 34;

export interface DrawnTree {
  readonly window: TreeWindow<MatchResult>;
  /** Of each match of the first column. */
  readonly rowHeight: number;
  /** Stands below the last box: the match for the third place. */
  readonly below?: { readonly title: string; readonly match: MatchResult };
}

export function treeHeight({ window, rowHeight }: DrawnTree): number {
  return columnTitleHeight + rowHeight * Math.max(...window.columns.map(({ matches }) => matches.length));
}

export function pushTree(marks: Mark[], tree: DrawnTree, { x, y, width }: Area, words: Words): void {
  const { columns, goesOn, comesFrom } = tree.window;
  const own = width / Math.max(columns.length, 3);
  const height = treeHeight(tree) - columnTitleHeight;
  const line = Math.min(mostLine, tree.rowHeight * 0.42);
  const top = y + columnTitleHeight;
  const middleOf = ({ matches }: TreeColumn<MatchResult>, index: number) =>
    top + ((index + 0.5) * height) / matches.length;
  for (const [number, column] of columns.entries()) {
    const left = x + number * own;
    const boxWidth = own - gap;
    marks.push({ kind: 'text', x: left, y, text: column.title, size: 8, width: boxWidth, grey: true });
    const next = columns[number + 1];
    for (const [index, match] of column.matches.entries()) {
      if (match.kind === 'empty' || match.kind === 'notNeeded') continue;
      const middle = middleOf(column, index);
      pushBox(marks, match, { x: left, middle, width: boxWidth, line }, words);
      if (number === 0 && comesFrom) pushLine(marks, left - 6, middle, left, middle);
      const right = left + boxWidth;
      if (next) {
        const into = Math.floor((index * next.matches.length) / column.matches.length);
        pushJoint(marks, { x: right, y: middle }, { x: left + own, y: middleOf(next, into) });
      } else if (goesOn) {
        pushLine(marks, right, middle, right + 8, middle);
        marks.push({ kind: 'text', x: right + 9, y: middle - 6, text: '›', size: 9, width: 7 });
      }
    }
  }
  const last = columns.at(-1);
  if (!tree.below || !last) return;
  const left = x + (columns.length - 1) * own;
  const middle = middleOf(last, last.matches.length - 1) + line * 4.2;
  marks.push({
    ...{ kind: 'text', x: left, y: middle - line - 12, size: 8, width: own - gap, grey: true },
    text: tree.below.title,
  });
  pushBox(marks, tree.below.match, { x: left, middle, width: own - gap, line }, words);
}

function pushLine(marks: Mark[], x1: number, y1: number, x2: number, y2: number): void {
  marks.push({ kind: 'line', x1, y1, x2, y2, width: 0.7 });
}

function pushJoint(
  marks: Mark[],
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): void {
  const turn = from.x + gap / 2;
  pushLine(marks, from.x, from.y, turn, from.y);
  if (Math.abs(from.y - to.y) > 0.1) pushLine(marks, turn, from.y, turn, to.y);
  pushLine(marks, turn, to.y, to.x, to.y);
}

interface Box {
  readonly x: number;
  readonly middle: number;
  readonly width: number;
  /** Height of each of both lines. */
  readonly line: number;
}

function pushBox(marks: Mark[], match: MatchResult, { x, middle, width, line }: Box, words: Words): void {
  const size = Math.min(8.5, line * 0.72);
  marks.push({ kind: 'box', x, y: middle - line, width, height: 2 * line, line: 0.6 });
  pushLine(marks, x, middle, x + width, middle);
  for (const side of ['a', 'b'] as const) {
    const y = middle + (side === 'a' ? -line : 0) + (line - size * 1.36) / 2;
    const seat = match.seats[side];
    const bold = match.winner === side;
    const nameWidth = width - seedWidth - scoreWidth - 8;
    const name = nameOf(seat, words);
    const seed = seat.seed === null ? '' : String(seat.seed);
    marks.push({
      kind: 'text',
      x: x + seedWidth,
      y,
      text: seed,
      size: size * 0.85,
      width: seedWidth - 3,
      align: 'right',
    });
    const grey = seat.kind !== 'competitor';
    marks.push({ kind: 'text', x: x + seedWidth + 4, y, text: name, size, width: nameWidth, bold, grey });
    const right = x + width - 3;
    marks.push({
      ...{ kind: 'text', x: right, y, size, width: scoreWidth, align: 'right' },
      ...{ text: scoreOf(match, side), bold: bold && match.hasBegun, grey: !match.hasBegun },
    });
  }
}

function nameOf({ kind, name }: SeatResult, words: Words): string {
  if (name !== null) return name;
  return kind === 'nobody' ? words.short('bye') : '';
}

/** The score; before it begins when and where it is shot. */
function scoreOf({ kind, hasBegun, points, shootOffs, slot, winner }: MatchResult, side: 'a' | 'b'): string {
  if (kind !== 'match') return '';
  if (hasBegun && points) {
    const last = shootOffs.at(-1);
    return last ? `${points[side]} (${last.points[side]})` : String(points[side]);
  }
  if (winner !== null || !slot) return '';
  return side === 'a' ? slot.at.slice(-5) : buttsOf(slot.butts);
}

function buttsOf({ a, b }: { readonly a: number; readonly b: number }): string {
  return a === b ? String(a) : `${a}, ${b}`;
}
