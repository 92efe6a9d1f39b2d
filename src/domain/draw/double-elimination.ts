// Double elimination: whoever has lost twice is out. Losers of the upper chart go on in the lower one; its winner meets the winner of the
// upper chart, and once more if that is the first match the latter loses. No rule book has it [?]: this is the usual form.
import { chartLines, smallestChart } from './bracket.ts';
import type { DrawSource, Pairing } from './draw.ts';

type Half = 'upper' | 'lower';

function matchId(half: Half, round: number, number: number): string {
  return `${half === 'upper' ? 'U' : 'L'}${round}/${number}`;
}

function pairing(half: Half, round: number, number: number, a: DrawSource, b: DrawSource): Pairing {
  return { id: matchId(half, round, number), section: half, level: round, number, topPlace: 1, a, b };
}

/** Rounds of the lower chart of so many of the upper one. */
export function lowerRounds(upperRounds: number): number {
  return 2 * (upperRounds - 1);
}

/**
 * The match of an upper round (from 2) whose loser comes down to a match of the lower chart. In turn from the other end, from the other
 * half and from the neighbour, so that nobody at once meets somebody again; where only two are left that cannot be.
 */
function comesDown(upperRound: number, number: number, matches: number): number {
  if (upperRound === 2) return matches + 1 - number;
  if (matches <= 2) return number;
  if (upperRound === 3) return ((number - 1 + matches / 2) % matches) + 1;
  return number % 2 === 0 ? number - 1 : number + 1;
}

function upperRound(round: number, matches: number, lines: readonly DrawSource[]): readonly Pairing[] {
  const source = (line: number): DrawSource =>
    round === 1
      ? (lines[line - 1] ?? { from: 'nobody' })
      : { from: 'winner', match: matchId('upper', round - 1, line) };
  return Array.from({ length: matches }, (_, index) =>
    pairing('upper', round, index + 1, source(2 * index + 1), source(2 * index + 2)),
  );
}

/** Two rounds of the lower chart: its winners among themselves (at first the losers of the first upper round), then against those who come down. */
function lowerRoundsAfter(upper: number, matches: number): readonly Pairing[] {
  const [inner, outer] = [lowerRounds(upper) - 1, lowerRounds(upper)];
  const source = (line: number): DrawSource =>
    inner === 1
      ? { from: 'loser', match: matchId('upper', 1, line) }
      : { from: 'winner', match: matchId('lower', inner - 1, line) };
  const numbers = Array.from({ length: matches }, (_, index) => index + 1);
  return [
    ...numbers.map((number) => pairing('lower', inner, number, source(2 * number - 1), source(2 * number))),
    ...numbers.map((number) =>
      pairing(
        'lower',
        outer,
        number,
        { from: 'loser', match: matchId('upper', upper, comesDown(upper, number, matches)) },
        { from: 'winner', match: matchId('lower', inner, number) },
      ),
    ),
  ];
}

function finals(upperRounds: number): readonly Pairing[] {
  const last = matchId('upper', upperRounds, 1);
  const lower: DrawSource =
    upperRounds === 1
      ? { from: 'loser', match: last }
      : { from: 'winner', match: matchId('lower', lowerRounds(upperRounds), 1) };
  const final = { section: 'final', topPlace: 1 } as const;
  return [
    { ...final, id: 'F/1', level: 1, number: 1, a: { from: 'winner', match: last }, b: lower },
    {
      ...final,
      id: 'F/2',
      level: 2,
      number: 2,
      onlyIfBWon: 'F/1',
      a: { from: 'loser', match: 'F/1' },
      b: { from: 'winner', match: 'F/1' },
    },
  ];
}

/** All matches, in an order in which they can be shot. */
export function doubleElimination(seeds: number): readonly Pairing[] {
  const lines = chartLines(smallestChart(seeds)).map(
    (seed): DrawSource => (seed !== undefined && seed <= seeds ? { from: 'seed', seed } : { from: 'nobody' }),
  );
  const rounds = Math.log2(lines.length);
  const matches: Pairing[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const count = lines.length / 2 ** round;
    matches.push(...upperRound(round, count, lines));
    if (round > 1) matches.push(...lowerRoundsAfter(round, count));
  }
  return [...matches, ...finals(rounds)];
}
