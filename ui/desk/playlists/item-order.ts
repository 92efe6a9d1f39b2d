// Items of a list that change places, and where one comes to that is dragged. Pure: what is measured comes in.

/** The item at `from` stands at `to` afterwards; the others keep their order. */
export function withItemMoved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const others = items.filter((_, index) => index !== from);
  const moved = items.slice(from, from + 1);
  return [...others.slice(0, to), ...moved, ...others.slice(to)];
}

/** `middles`: of the items from the top down, in the same measure as `y`. Where the one at `from` would stand, dropped there. */
export function placeAt(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length;
}
