// Pools, and the bracket of those who go on from them: who is in which pool, and on which line of the chart a pool's places stand.
// RULES 1.8 names pools as an option and no rule for them [?]; dealing like a snake is the usual way.
import { linesOf, pairLines, seedOrder } from './bracket.ts';
import type { DrawSource, Pairing } from './draw.ts';
import { poolPairings } from './round-robin.ts';

/** A, B … Z, AA, AB … */
export function poolName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : poolName(Math.floor(index / 26) - 1) + letter;
}

/** Seeds by pool, dealt like a snake: 1 2 3, then 6 5 4. Sizes differ by one at most; a pool has at least two, so there may be fewer pools. */
export function dealPools(seeds: number, pools: number): readonly (readonly number[])[] {
  const count = Math.max(1, Math.min(pools, Math.floor(seeds / 2)));
  const dealt: number[][] = Array.from({ length: count }, () => []);
  for (let index = 0; index < seeds; index += 1) {
    const at = index % count;
    dealt[Math.floor(index / count) % 2 === 0 ? at : count - 1 - at]?.push(index + 1);
  }
  return dealt;
}

export interface PoolPlace {
  /** From 0. */
  readonly pool: number;
  readonly place: number;
}

/** After how many rounds the winners from two lines of a chart meet: 1 for neighbours. */
export function meetingRound(line: number, other: number): number {
  let round = 0;
  for (let [x, y] = [line, other]; x !== y; round += 1) [x, y] = [Math.floor(x / 2), Math.floor(y / 2)];
  return round;
}

/** A line for each pool, of those that it may have: the first that is free, else the holder moves. Undefined where that cannot be. */
function matchLines(
  pools: readonly number[],
  lines: readonly number[],
  may: (pool: number, line: number) => boolean,
): ReadonlyMap<number, number> | undefined {
  const poolOf = new Map<number, number>();
  const settle = (pool: number, tried: Set<number>): boolean => {
    const open = lines.filter((line) => !tried.has(line) && may(pool, line));
    const free = open.find((line) => !poolOf.has(line));
    const line = free ?? open.find((held) => canMove(held, tried));
    if (line !== undefined) poolOf.set(line, pool);
    return line !== undefined;
  };
  const canMove = (line: number, tried: Set<number>): boolean => {
    tried.add(line);
    const holder = poolOf.get(line);
    return holder !== undefined && settle(holder, tried);
  };
  return pools.every((pool) => settle(pool, new Set())) ? poolOf : undefined;
}

/**
 * The lines of the chart, from the top. The winners of the pools are its highest seeds, in the order of the pools; then all seconds, and
 * so on. Among their equals those of one pool are placed as far as can be from their pool mates, so that they meet late: A1 meets B2.
 */
export function linesOfPools(sizes: readonly number[], advance: number): readonly (PoolPlace | undefined)[] {
  const places = Array.from({ length: advance }, (_, index) => index + 1);
  const tiers = places.map((place) => sizes.flatMap((size, pool) => (size >= place ? [pool] : [])));
  const lines: (PoolPlace | undefined)[] = Array.from({ length: linesOf(tiers.flat().length) });
  const order = seedOrder(lines.length);
  let before = 0;
  for (const [index, tier] of tiers.entries()) {
    const free = tier.map((_, offset) => order.indexOf(before + offset + 1));
    let poolOf: ReadonlyMap<number, number> | undefined;
    for (let earliest = Math.log2(lines.length); !poolOf && earliest >= 0; earliest -= 1) {
      const may = (pool: number, line: number) =>
        lines.every((taken, other) => taken?.pool !== pool || meetingRound(line, other) >= earliest);
      poolOf = matchLines(tier, free, may);
    }
    for (const [line, pool] of poolOf ?? []) lines[line] = { pool, place: index + 1 };
    before += tier.length;
  }
  return lines;
}

/** Round robin in each pool, all pools at the same time; then, if two or more go on, their bracket. */
export function poolsThenBracket(
  seeds: number,
  options: { readonly pools: number; readonly advance: number; readonly placesShot: number },
): readonly Pairing[] {
  const pools = dealPools(seeds, options.pools);
  const inPools = pools
    .flatMap((members, index) => poolPairings(poolName(index), members))
    .toSorted((x, y) => x.level - y.level);
  const lines = linesOfPools(
    pools.map(({ length }) => length),
    options.advance,
  ).map(
    (taken): DrawSource =>
      taken ? { from: 'pool', pool: poolName(taken.pool), place: taken.place } : { from: 'nobody' },
  );
  const goingOn = lines.filter(({ from }) => from === 'pool').length;
  return goingOn < 2 ? inPools : [...inPools, ...pairLines(lines, options.placesShot)];
}
