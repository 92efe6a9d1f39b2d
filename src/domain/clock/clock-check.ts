// What a shooting clock must be to be set: for commands and for the journal's readers alike.
import type { ClockPhase, ShootingClock } from './shooting-clock.ts';

/** Why a clock cannot be; English key words, for texts that are complete. */
export const clockProblems = ['lines', 'line', 'end', 'seconds', 'phase'] as const;
export type ClockProblem = (typeof clockProblems)[number];

export const mostLines = 8;
export const longestLineName = 16;
export const mostClockSeconds = 3600;
export const mostClockEnds = 999;
/** The year 5138: milliseconds far below what a double holds exactly. */
const latestMs = 1e14;

export const isWhole = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to;

export function isGoodPhase(phase: ClockPhase): boolean {
  if (phase.kind === 'running') return Number.isFinite(phase.startedAt) && Math.abs(phase.startedAt) <= latestMs;
  if (phase.kind === 'paused') return phase.elapsedMs >= 0 && phase.elapsedMs <= 2 * mostClockSeconds * 1000;
  return true;
}

/** The first thing wrong with it. */
export function findClockProblem(clock: ShootingClock): ClockProblem | undefined {
  const { lines, line, end, toTheLineSeconds, shootingSeconds, warningSeconds } = clock;
  const isNamed = lines.every((each) => each.length <= longestLineName && each === each.trim());
  if (lines.length === 0 || lines.length > mostLines || !isNamed || new Set(lines).size < lines.length) return 'lines';
  if (!isWhole(line, 0, lines.length - 1)) return 'line';
  if (!isWhole(end, 0, mostClockEnds)) return 'end';
  const times = [toTheLineSeconds, shootingSeconds, warningSeconds];
  if (!times.every((each) => isWhole(each, 0, mostClockSeconds)) || shootingSeconds === 0) return 'seconds';
  return isGoodPhase(clock.phase) ? undefined : 'phase';
}
