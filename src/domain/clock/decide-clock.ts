// The desk sets a shooting clock: of a session, the competition's own, or of a match whose sides alternate. What it may be set to:
// clock-check.ts, match-clock-check.ts.
import type { CommandContext, SetClock, SetMatchClock } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { findMatch, matchToShoot } from '../event/decide-match.ts';
import { findClockProblem } from './clock-check.ts';
import { findMatchClockProblem } from './match-clock-check.ts';
import { type ClockPhase, lineMs } from './shooting-clock.ts';

/** A call is of now. One that was kept back for an hour, or by a clock that goes wrong, would show every screen a wrong light. */
const furthestMs = 3_600_000;

type Now = Pick<CommandContext, 'at'>;

/** `runsMs`: how long a call may have been going on. */
function isOfNow(phase: ClockPhase, runsMs: number, { at }: Now): boolean {
  return phase.kind !== 'running' || Math.abs(phase.startedAt - at) <= furthestMs + runsMs;
}

export function decideClock(state: Competition, { session, clock }: SetClock, now: Now): Decision {
  if (session !== undefined && !state.sessions.some(({ number }) => number === session))
    return rejected({ code: 'unknownSession', session });
  const why = findClockProblem(clock) ?? (isOfNow(clock.phase, lineMs(clock), now) ? undefined : 'phase');
  if (why) return rejected({ code: 'clockWrong', why });
  return happened({ kind: 'clockSet', ...(session !== undefined && { session }), clock });
}

export function decideMatchClock(state: Competition, { event, match, clock }: SetMatchClock, now: Now): Decision {
  const found = findMatch(state, event, match);
  if ('code' in found) return rejected(found);
  const toShoot = matchToShoot(found);
  if ('code' in toShoot) return rejected(toShoot);
  const runsMs = (clock.toTheLineSeconds + clock.turns * clock.seconds) * 1000;
  const why = findMatchClockProblem(clock) ?? (isOfNow(clock.phase, runsMs, now) ? undefined : 'phase');
  return why ? rejected({ code: 'clockWrong', why }) : happened({ kind: 'matchClockSet', event, match, clock });
}
