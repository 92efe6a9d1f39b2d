// What the person at the clock does, as the clock that it makes of the one before. `now` is by the appliance's clock, as in shooting-clock.ts.
import {
  type ClockLines,
  type ClockPhase,
  clockFaceAt,
  clockMomentAt,
  lineMs,
  type ShootingClock,
} from './shooting-clock.ts';

export interface ClockTimes {
  readonly toTheLineSeconds: number;
  readonly shootingSeconds: number;
  readonly warningSeconds: number;
}

const idle: ClockPhase = { kind: 'idle' };

export function newClock(lines: ClockLines, times: ClockTimes): ShootingClock {
  return { lines, line: 0, end: 1, ...times, phase: idle };
}

/** The line that comes next walks up. */
export function callLine(clock: ShootingClock, now: number): ShootingClock {
  return { ...clock, phase: { kind: 'running', startedAt: now } };
}

/** Nothing changes where nobody is on the line. */
export function pauseClock(clock: ShootingClock, now: number): ShootingClock {
  const { phase } = clockFaceAt(clock, now);
  const moment = clockMomentAt(clock, now);
  if (!moment || (phase !== 'toTheLine' && phase !== 'shooting')) return clock;
  return { ...clock, line: moment.line, phase: { kind: 'paused', elapsedMs: moment.elapsedMs, isEmergency: false } };
}

/** Everybody leaves the line, whatever was going on. */
export function stopForEmergency(clock: ShootingClock, now: number): ShootingClock {
  const { line, elapsedMs } = clockMomentAt(clock, now) ?? { line: clock.line, elapsedMs: 0 };
  return { ...clock, line, phase: { kind: 'paused', elapsedMs, isEmergency: true } };
}

/** Goes on with the time that was left. */
export function resumeClock(clock: ShootingClock, now: number): ShootingClock {
  const { phase } = clock;
  return phase.kind === 'paused' ? { ...clock, phase: { kind: 'running', startedAt: now - phase.elapsedMs } } : clock;
}

/** All on the line have shot before their time was over: the next line is called, or the end is over. */
export function endLine(clock: ShootingClock, now: number): ShootingClock {
  const moment = clockMomentAt(clock, now);
  if (!moment) return clock;
  if (moment.line < clock.lines.length - 1) return callLine({ ...clock, line: moment.line + 1 }, now);
  return { ...clock, line: moment.line, phase: { kind: 'paused', elapsedMs: lineMs(clock), isEmergency: false } };
}

/** Who was called goes back; the same line comes next. */
export function takeBackCall(clock: ShootingClock, now: number): ShootingClock {
  return { ...clock, line: clockMomentAt(clock, now)?.line ?? clock.line, phase: idle };
}

/** The line that shot last begins: AB-CD, then CD-AB; A-B-C, then C-A-B (FFTA B.5.1.1). */
export function nextEndOfClock(clock: ShootingClock): ShootingClock {
  const lines = [...clock.lines.slice(-1), ...clock.lines.slice(0, -1)];
  return { ...clock, lines, line: 0, end: clock.end + 1, phase: idle };
}

/** Other lines or times, from the end on that is due; nobody is called. */
export function withSetting(
  clock: ShootingClock,
  setting: ClockTimes & { readonly lines: ClockLines; readonly end: number },
): ShootingClock {
  return { ...clock, ...setting, line: 0, phase: idle };
}
