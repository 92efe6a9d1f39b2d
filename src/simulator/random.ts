// Chance with an explicit seed, so that a simulated day can be shot again arrow by arrow. mulberry32 (Tommy Ettinger, public domain):
// 32 bits of state are plenty for a field of archers, and not for anything secret.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Whole, from 0 up to, not including, `limit`. */
  integer(limit: number): number;
  /** Normally distributed: mean 0, standard deviation 1. */
  normal(): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** A new array. */
  shuffle<T>(items: readonly T[]): T[];
}

/** Streams of the same seed and different numbers behind it have nothing to do with each other. */
export function createRandom(seed: number, ...path: readonly number[]): Random {
  let state = mix(seed >>> 0);
  for (const step of path) state = mix((state ^ Math.imul(step + 1, 0x9e3779b9)) >>> 0);

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  const integer = (limit: number) => Math.floor(next() * limit);

  return {
    next,
    integer,
    // Box and Muller; 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => items[integer(items.length)] ?? items[0],
    shuffle(items) {
      const shuffled = items.slice();
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = integer(last + 1);
        const [a, b] = [shuffled[last], shuffled[other]];
        if (a !== undefined && b !== undefined) [shuffled[last], shuffled[other]] = [b, a];
      }
      return shuffled;
    },
  };
}

/** murmur3's finaliser: one changed bit changes half of them. */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
