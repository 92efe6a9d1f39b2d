// What the person at the clock of an alternating match does, as the clock that it makes of the one before. `now` is by the appliance's
// clock. Where nothing fits, the clock stays the same.
import { otherSide } from '../match/match.ts';
import {
  type MatchClock,
  type MatchMoment,
  matchClockFaceAt,
  matchMomentAt,
  sideOfTurn,
  usedAfter,
  walkMs,
} from './match-clock.ts';
import type { ClockPhase } from './shooting-clock.ts';

const idle: ClockPhase = { kind: 'idle' };
const notStarted = { kind: 'paused', elapsedMs: 0, isEmergency: false } as const;
/** Given back to a team whose turn was stopped (FFTA B.5.6.2). */
const givenBackMs = 5_000;

/** Both go to the line; after that who begins has the first turn. */
export function callSides(clock: MatchClock, now: number): MatchClock {
  return clock.turn === 0 && clock.phase.kind === 'idle'
    ? { ...clock, phase: { kind: 'running', startedAt: Math.round(now) } }
    : clock;
}

/** Before they are called. */
export function withOtherBeginning(clock: MatchClock): MatchClock {
  return clock.turn === 0 && clock.phase.kind === 'idle' ? { ...clock, begins: otherSide(clock.begins) } : clock;
}

function afterTurn(clock: MatchClock, now: number, phase: ClockPhase): MatchClock {
  if (matchClockFaceAt(clock, now).phase !== 'shooting') return clock;
  const moment = matchMomentAt(clock, now);
  const turn = moment.turn + 1;
  return { ...clock, turn, usedMs: usedAfter(clock, moment), phase: turn < clock.turns ? phase : idle };
}

/** The side on turn has shot: the other's time runs, or after the last turn the end is over. */
export function switchSides(clock: MatchClock, now: number): MatchClock {
  return afterTurn(clock, now, { kind: 'running', startedAt: Math.round(now) });
}

/** The side on turn has shot; the other is started when the arrow's value is shown (B.5.2.4). */
export function endTurn(clock: MatchClock, now: number): MatchClock {
  return afterTurn(clock, now, notStarted);
}

function stoppedAt(clock: MatchClock, { turn, elapsedMs, usedMs }: MatchMoment, isEmergency: boolean): MatchClock {
  const phase = { kind: 'paused', elapsedMs: turn < clock.turns ? Math.round(elapsedMs) : 0, isEmergency } as const;
  return { ...clock, turn, usedMs, phase };
}

export function pauseMatch(clock: MatchClock, now: number): MatchClock {
  const { phase } = matchClockFaceAt(clock, now);
  return phase === 'toTheLine' || phase === 'shooting' ? stoppedAt(clock, matchMomentAt(clock, now), false) : clock;
}

/** Everybody leaves the line, whatever was going on. */
export function stopMatchForEmergency(clock: MatchClock, now: number): MatchClock {
  return stoppedAt(clock, matchMomentAt(clock, now), true);
}

/** An arrow that was interrupted has its 20 seconds anew (B.5.6.1); a team gets 5 back after an emergency (B.5.6.2). */
function withTimeGivenBack(clock: MatchClock, elapsedMs: number, isEmergency: boolean): MatchClock {
  const toWalkMs = walkMs(clock, clock.turn);
  const inTurnMs = elapsedMs - toWalkMs;
  if (inTurnMs <= 0) return { ...clock, phase: { kind: 'paused', elapsedMs, isEmergency: false } };
  if (clock.timeFor === 'turn') return { ...clock, phase: { kind: 'paused', elapsedMs: toWalkMs, isEmergency: false } };
  const backMs = isEmergency ? givenBackMs : 0;
  const fromTurnMs = Math.min(backMs, inTurnMs);
  const side = sideOfTurn(clock, clock.turn);
  const usedMs = { ...clock.usedMs, [side]: Math.max(0, clock.usedMs[side] - (backMs - fromTurnMs)) };
  return { ...clock, usedMs, phase: { kind: 'paused', elapsedMs: elapsedMs - fromTurnMs, isEmergency: false } };
}

/** Also starts the side that was waiting. */
export function resumeMatch(clock: MatchClock, now: number): MatchClock {
  const { phase, turn, turns } = clock;
  if (phase.kind !== 'paused') return clock;
  if (turn >= turns) return { ...clock, phase: idle };
  const ready = withTimeGivenBack(clock, phase.elapsedMs, phase.isEmergency);
  const elapsedMs = ready.phase.kind === 'paused' ? ready.phase.elapsedMs : 0;
  return { ...ready, phase: { kind: 'running', startedAt: Math.round(now) - elapsedMs } };
}

/** Switched too early: the side before is on turn again and waits, with the time it had left; the other has lost nothing. */
export function takeBackTurn(clock: MatchClock, now: number): MatchClock {
  const moment = matchMomentAt(clock, now);
  if (moment.turn === 0) return clock;
  const turn = moment.turn - 1;
  return { ...clock, turn, usedMs: moment.usedMs, phase: { ...notStarted, elapsedMs: walkMs(clock, turn) } };
}

/** Who was called goes back, and the end begins anew. */
export function takeBackSides(clock: MatchClock): MatchClock {
  return { ...clock, turn: 0, usedMs: { a: 0, b: 0 }, phase: idle };
}
