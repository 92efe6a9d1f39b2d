// How a tree of matches is cut into pages: columns of rounds, of which so many fit beside each other and so many matches below each other. Pure.
// What stands at the joint of two pages is drawn on both, so that nobody has to search where a winner goes on.

export interface TreeColumn<M> {
  readonly title: string;
  readonly matches: readonly M[];
}

/** A piece of a tree that is drawn together: of each column the matches of one part, from the top. */
export interface TreeWindow<M> {
  readonly columns: readonly TreeColumn<M>[];
  /** From 1; of so many that have the same columns. */
  readonly part: number;
  readonly parts: number;
  /** Winners go on, on another page. */
  readonly goesOn: boolean;
  /** The first column is the last one of the pages before. */
  readonly comesFrom: boolean;
}

export const mostColumns = 5;
export const mostMatches = 16;
/** Rather than a page of one column more. */
const mostInOne = 6;

export function treeWindows<M>(columns: readonly TreeColumn<M>[]): readonly TreeWindow<M>[] {
  const windows: TreeWindow<M>[] = [];
  let first = 0;
  while (first < columns.length) {
    const left = columns.length - first;
    const parts = Math.max(1, Math.ceil((columns[first]?.matches.length ?? 0) / mostMatches));
    const most = left <= mostInOne ? left : mostColumns;
    // A column with less than a match for each part belongs to the next pages.
    const fitting = columns.slice(first, first + most).filter(({ matches }) => matches.length >= parts);
    const last = first + fitting.length - 1;
    const goesOn = last < columns.length - 1;
    for (let part = 1; part <= parts; part += 1) {
      const own = fitting.map(({ title, matches }) => {
        const share = matches.length / parts;
        return { title, matches: matches.slice(Math.round((part - 1) * share), Math.round(part * share)) };
      });
      windows.push({ columns: own, part, parts, goesOn, comesFrom: first > 0 });
    }
    if (!goesOn) break;
    // At least a column further, whatever its shape.
    first = Math.max(last, first + 1);
  }
  return windows;
}
