// Chance that can be made again: whoever knows the number that it came from gets the same order. Mulberry32, public domain (T. Ettinger):
// fair enough to shuffle a field of archers, and no secret.

/** The next number comes from 0 (included) to `below` (not included), whole. */
export type Lot = (below: number) => number;

/** `seed` is a whole number of 32 bits. */
export function createLot(seed: number): Lot {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}

/** Fisher and Yates: every order is as likely as any other. */
export function shuffled<T>(items: readonly T[], lot: Lot): readonly T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = lot(last + 1);
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
