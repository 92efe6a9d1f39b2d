// Two places of a draw exchanged by the organiser: who stands on them changes, the matches stay. No rule book has it; it mends a draw that
// parts a club too late, or a bye that somebody else has to have.
import type { Side } from '../match/match.ts';
import type { DrawMatch, DrawPlace, DrawSource } from './draw.ts';

/** Who stands on a place from the start; undefined where a match or a pool has to say. */
function startOf(matches: readonly DrawMatch[], { match, side }: DrawPlace) {
  const found = matches.find(({ id }) => id === match);
  const source = found?.[side];
  if (!found || (source?.from !== 'seed' && source?.from !== 'nobody')) return undefined;
  return { source, isInPool: found.pool !== undefined };
}

/** The first of both that cannot be swapped: no place of the first round, empty in a pool, or both of them empty, or the same. */
export function whyNotSwapped(matches: readonly DrawMatch[], one: DrawPlace, other: DrawPlace): DrawPlace | undefined {
  const [first, second] = [startOf(matches, one), startOf(matches, other)];
  if (!first) return one;
  if (!second || (one.match === other.match && one.side === other.side)) return other;
  if (first.source.from === 'seed' && second.source.from === 'seed')
    return first.source.seed === second.source.seed ? other : undefined;
  if (first.source.from === 'nobody' && second.source.from === 'nobody') return other;
  // In a pool each stands in several matches: an empty place there is none.
  if (first.isInPool) return one;
  return second.isInPool ? other : undefined;
}

/** The matches after a swap; as they were where it cannot be. */
export function swapPlaces(matches: readonly DrawMatch[], one: DrawPlace, other: DrawPlace): readonly DrawMatch[] {
  const [first, second] = [startOf(matches, one)?.source, startOf(matches, other)?.source];
  if (!first || !second || whyNotSwapped(matches, one, other)) return matches;
  if (first.from === 'seed' && second.from === 'seed') return swapSeeds(matches, first.seed, second.seed);
  const sourceAt = (id: string, side: Side, source: DrawSource): DrawSource => {
    if (id === one.match && side === one.side) return second;
    return id === other.match && side === other.side ? first : source;
  };
  return matches.map((match) => ({
    ...match,
    a: sourceAt(match.id, 'a', match.a),
    b: sourceAt(match.id, 'b', match.b),
  }));
}

function swapSeeds(matches: readonly DrawMatch[], one: number, other: number): readonly DrawMatch[] {
  const swapped = (source: DrawSource): DrawSource => {
    if (source.from !== 'seed' || (source.seed !== one && source.seed !== other)) return source;
    return { from: 'seed', seed: source.seed === one ? other : one };
  };
  return matches.map((match) => ({ ...match, a: swapped(match.a), b: swapped(match.b) }));
}
