// The matches of an elimination, made from its set-up once and then kept as data.

import type { Elimination } from '../event/event.ts';
import { bracketPairings } from './bracket.ts';
import { doubleElimination, lowerRounds } from './double-elimination.ts';
import type { DrawMatch, Pairing } from './draw.ts';
import { poolsThenBracket } from './pools.ts';
import { poolPairings } from './round-robin.ts';

function pairingsOf(elimination: Elimination, seeds: number): readonly Pairing[] {
  switch (elimination.system) {
    case 'bracket':
      return bracketPairings({ ...elimination, qualifiers: seeds });
    case 'doubleElimination':
      return doubleElimination(seeds);
    case 'roundRobin':
      return poolPairings(
        'A',
        Array.from({ length: seeds }, (_, index) => index + 1),
      );
    case 'pools':
      return poolsThenBracket(seeds, elimination);
  }
}

/** Whether it is shot among the last four: semi-finals, bronze, final; in a double elimination from where four are left. */
function isLate({ section, level, topPlace }: Pairing, upperRounds: number): boolean {
  switch (section) {
    case 'bracket':
      return level <= 2 && topPlace <= 3;
    case 'upper':
      return level === upperRounds;
    case 'lower':
      return level >= lowerRounds(upperRounds) - 1;
    case 'final':
      return true;
    case 'pool':
      return false;
  }
}

/** In the order in which they can be shot. `seeds` is how many are really in it, from 2 to `qualifiers`. */
export function makeDraw(elimination: Elimination, seeds: number): readonly DrawMatch[] {
  const { formatId, finalsFormatId = formatId } = elimination;
  const pairings = pairingsOf(elimination, seeds);
  const upperRounds = Math.max(0, ...pairings.map(({ section, level }) => (section === 'upper' ? level : 0)));
  return pairings.map((pairing) => ({
    ...pairing,
    formatId: isLate(pairing, upperRounds) ? finalsFormatId : formatId,
  }));
}
