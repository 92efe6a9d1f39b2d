// What the clock of an alternating match must be to be set: for commands and for the journal's readers alike.
import { sides } from '../match/match.ts';
import { isGoodPhase, isWhole, mostClockSeconds } from './clock-check.ts';
import type { MatchClock } from './match-clock.ts';

/** Why it cannot; English key words, for texts that are complete. */
export const matchClockProblems = ['end', 'turn', 'seconds', 'phase'] as const;
export type MatchClockProblem = (typeof matchClockProblems)[number];

/** Six archers of a side with six arrows each are more than any match has. */
export const mostTurns = 72;
export const mostMatchEnds = 99;

function isStandingWell({ turn, turns, phase }: MatchClock): boolean {
  if (phase.kind === 'idle') return turn === 0 || turn === turns;
  return turn < turns || (phase.kind === 'paused' && phase.isEmergency);
}

/** The first thing wrong with it. */
export function findMatchClockProblem(clock: MatchClock): MatchClockProblem | undefined {
  const { place, turn, turns, seconds, toTheLineSeconds, usedMs, phase } = clock;
  if (!isWhole(place.number, 1, mostMatchEnds)) return 'end';
  if (!isWhole(turns, 2, mostTurns) || turns % 2 !== 0 || !isWhole(turn, 0, turns)) return 'turn';
  if (!isWhole(seconds, 1, mostClockSeconds) || !isWhole(toTheLineSeconds, 0, mostClockSeconds)) return 'seconds';
  if (!sides.every((side) => isWhole(usedMs[side], 0, seconds * 1000))) return 'seconds';
  return isGoodPhase(phase) && isStandingWell(clock) ? undefined : 'phase';
}
