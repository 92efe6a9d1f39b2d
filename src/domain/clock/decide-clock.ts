// The desk sets the shooting clock. What it may be set to: clock-check.ts.
import type { CommandContext, SetClock } from '../commands.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { findClockProblem } from './clock-check.ts';
import { lineMs } from './shooting-clock.ts';

/** A call is of now. One that was kept back for an hour, or by a clock that goes wrong, would show every screen a wrong light. */
const furthestMs = 3_600_000;

export function decideClock({ clock }: SetClock, { at }: Pick<CommandContext, 'at'>): Decision {
  const { phase } = clock;
  const isOfNow = phase.kind !== 'running' || Math.abs(phase.startedAt - at) <= furthestMs + lineMs(clock);
  const why = findClockProblem(clock) ?? (isOfNow ? undefined : 'phase');
  return why ? rejected({ code: 'clockWrong', why }) : happened({ kind: 'clockSet', clock });
}
