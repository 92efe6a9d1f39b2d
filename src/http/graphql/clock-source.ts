// A shooting clock by the schema's names: of lines, or of a match.
import type { MatchClock } from '../../domain/clock/match-clock.ts';
import type { ShootingClock } from '../../domain/clock/shooting-clock.ts';

export function clockSourceOf({ phase, ...clock }: ShootingClock) {
  return { isEmergency: false, ...clock, ...phase, phase: phase.kind };
}

export function matchClockSourceOf({ place, usedMs, phase, ...clock }: MatchClock) {
  const used = { usedMsA: usedMs.a, usedMsB: usedMs.b };
  return { isEmergency: false, ...place, ...clock, ...used, ...phase, phase: phase.kind };
}
