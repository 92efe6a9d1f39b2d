// Everybody against everybody: the rounds in which each two meet once.
import type { Pairing } from './draw.ts';

export type Pair = readonly [number, number];

/**
 * The circle method: one stays, the others go round. In each round everybody shoots once, of an odd number all but one. Members stand
 * best first, also in a pair; the two best meet in the last round.
 */
export function roundsOfPairs(members: readonly number[]): readonly (readonly Pair[])[] {
  // Of an odd number the last place of the circle is empty: whoever stands against it pauses.
  const places = members.length + (members.length % 2);
  const goingRound = places - 1;
  const at = (place: number, turn: number) => (place === 0 ? 0 : 1 + ((place - 1 + turn) % goingRound));
  const pairAt = (place: number, turn: number): readonly Pair[] => {
    const [x, y] = [at(place, turn), at(places - 1 - place, turn)];
    const [a, b] = [members[Math.min(x, y)], members[Math.max(x, y)]];
    return a === undefined || b === undefined ? [] : [[a, b]];
  };
  return Array.from({ length: Math.max(goingRound, 0) }, (_, round) =>
    Array.from({ length: places / 2 }, (_, place) => pairAt(place, (round + 2) % goingRound)).flat(),
  );
}

/** The matches of one pool, round by round. A round robin without pools is the one pool `A`. */
export function poolPairings(pool: string, members: readonly number[]): readonly Pairing[] {
  const rounds = roundsOfPairs(members);
  return rounds
    .flatMap((pairs, index) => pairs.map((pair) => ({ level: index + 1, pair })))
    .map(({ level, pair: [a, b] }, index) => ({
      id: `${pool}/${index + 1}`,
      section: 'pool',
      level,
      number: index + 1,
      topPlace: 1,
      pool,
      a: { from: 'seed', seed: a },
      b: { from: 'seed', seed: b },
    }));
}
