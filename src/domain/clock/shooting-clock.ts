// The shooting clock: what the desk has set, and what every screen shows of it at a moment. Nothing ticks here: a screen that knows the
// appliance's time computes the same light and the same second as every other. Times: RULES 1.7 (10 s to the line, yellow at 30 s).
import { signals } from '../rounds/shooting-times.ts';

/** Who shoots one after the other in an end: `['AB', 'CD']`, `['ABC']`, or `['']` where all shoot at once. */
export type ClockLines = readonly string[];

export type ClockPhase =
  /** Nobody is called. */
  | { readonly kind: 'idle' }
  /** Called at `startedAt`; the time to the line first, then the end's. Milliseconds since 1970 by the appliance's clock. */
  | { readonly kind: 'running'; readonly startedAt: number }
  /** Stopped with so much gone since the call. `isEmergency`: five sounds, everybody leaves the line. */
  | { readonly kind: 'paused'; readonly elapsedMs: number; readonly isEmergency: boolean };

export interface ShootingClock {
  /** In the order of this end. */
  readonly lines: ClockLines;
  /** Index of the line that was called last, or is called next. When its time is over the lines after it follow by themselves. */
  readonly line: number;
  /** The end that is shot, from 1; 0 for practice. */
  readonly end: number;
  readonly toTheLineSeconds: number;
  readonly shootingSeconds: number;
  readonly warningSeconds: number;
  readonly phase: ClockPhase;
}

export type ClockLight = 'red' | 'green' | 'yellow';

export interface ClockFace {
  readonly light: ClockLight;
  /** Of the time to the line, or of the end; whole seconds, counted down, 0 when it is over. */
  readonly secondsLeft: number;
  /** Who is on the line, or comes next. */
  readonly line: string;
  readonly end: number;
  readonly phase: 'idle' | 'toTheLine' | 'shooting' | 'over' | 'paused' | 'emergency';
}

/** Where a clock stands: which line it has come to, and how much of that line's time is gone. */
export interface ClockMoment {
  readonly line: number;
  readonly elapsedMs: number;
}

/** Of one line: to walk up and to shoot. */
export function lineMs({ toTheLineSeconds, shootingSeconds }: ShootingClock): number {
  return (toTheLineSeconds + shootingSeconds) * 1000;
}

/** Undefined while nobody is called. At the end of the last line's time it stands still. */
export function clockMomentAt(clock: ShootingClock, now: number): ClockMoment | undefined {
  const { phase, line } = clock;
  const wholeMs = lineMs(clock);
  if (phase.kind === 'idle') return undefined;
  if (phase.kind === 'paused') return { line, elapsedMs: Math.min(phase.elapsedMs, wholeMs) };
  const sinceCallMs = now - phase.startedAt;
  if (sinceCallMs < 0) return undefined;
  const linesToCome = Math.max(0, clock.lines.length - 1 - line);
  const passed = wholeMs > 0 ? Math.min(linesToCome, Math.floor(sinceCallMs / wholeMs)) : linesToCome;
  return { line: line + passed, elapsedMs: Math.min(wholeMs, sinceCallMs - passed * wholeMs) };
}

function runningFace(clock: ShootingClock, elapsedMs: number): Pick<ClockFace, 'light' | 'secondsLeft' | 'phase'> {
  const leftMs = lineMs(clock) - elapsedMs;
  const shootingMs = clock.shootingSeconds * 1000;
  if (leftMs <= 0) return { light: 'red', secondsLeft: 0, phase: 'over' };
  if (leftMs > shootingMs) {
    return { light: 'red', secondsLeft: Math.ceil((leftMs - shootingMs) / 1000), phase: 'toTheLine' };
  }
  const light = leftMs > clock.warningSeconds * 1000 ? 'green' : 'yellow';
  return { light, secondsLeft: Math.ceil(leftMs / 1000), phase: 'shooting' };
}

/** What a screen shows at a moment; `now` in milliseconds since 1970 by the appliance's clock. */
export function clockFaceAt(clock: ShootingClock, now: number): ClockFace {
  const { phase, lines, end, shootingSeconds } = clock;
  const moment = clockMomentAt(clock, now);
  const line = lines[moment?.line ?? clock.line] ?? '';
  if (!moment) return { light: 'red', secondsLeft: shootingSeconds, line, end, phase: 'idle' };
  const face = runningFace(clock, moment.elapsedMs);
  if (phase.kind !== 'paused') return { ...face, line, end };
  if (phase.isEmergency) return { ...face, light: 'red', line, end, phase: 'emergency' };
  return { ...face, light: 'red', line, end, phase: face.phase === 'over' ? 'over' : 'paused' };
}

/** When the face changes its light, its phase or its line next; undefined when nothing changes by itself. For sounds. */
export function nextClockChange(clock: ShootingClock, now: number): number | undefined {
  const { phase, line, lines, toTheLineSeconds, shootingSeconds, warningSeconds } = clock;
  if (phase.kind !== 'running') return undefined;
  const { startedAt } = phase;
  if (now < startedAt) return startedAt;
  const wholeMs = lineMs(clock);
  const moment = clockMomentAt(clock, now);
  if (!moment || (moment.line >= lines.length - 1 && moment.elapsedMs >= wholeMs)) return undefined;
  const calledAt = startedAt + (moment.line - line) * wholeMs;
  const greenSeconds = Math.max(0, shootingSeconds - warningSeconds);
  const marks = [toTheLineSeconds, toTheLineSeconds + greenSeconds].map((each) => each * 1000);
  return calledAt + Math.min(wholeMs, ...marks.filter((mark) => mark > moment.elapsedMs));
}

/** When the face looks different next, mostly the next second; undefined when it stands still. For drawing. */
export function nextFaceChange(clock: ShootingClock, now: number): number | undefined {
  if (nextClockChange(clock, now) === undefined || clock.phase.kind !== 'running') return undefined;
  const { startedAt } = clock.phase;
  // All times are whole seconds, so everything that happens does so at whole seconds from the call.
  return now < startedAt ? startedAt : startedAt + (Math.floor((now - startedAt) / 1000) + 1) * 1000;
}

/** How long ago the line was called, began to shoot, or had to stop; 0 for a clock that does not run: then nothing tells. */
export function sinceClockSignal(clock: ShootingClock, now: number): number {
  const moment = clock.phase.kind === 'running' ? clockMomentAt(clock, now) : undefined;
  if (!moment || clock.phase.kind !== 'running') return 0;
  const calledAt = clock.phase.startedAt + (moment.line - clock.line) * lineMs(clock);
  const marks = [0, clock.toTheLineSeconds * 1000, lineMs(clock)].filter((mark) => mark <= moment.elapsedMs);
  return now - calledAt - Math.max(0, ...marks);
}

/** How many sounds the horn gives when one face follows another (RULES 1.7); 0 for none. */
export function signalBetween(before: ClockFace, after: ClockFace): number {
  if (before.phase === after.phase && before.line === after.line && before.end === after.end) return 0;
  switch (after.phase) {
    case 'toTheLine':
      // Who was walking up when the clock was stopped is walking up again.
      return before.phase === 'paused' ? 0 : signals.toTheLine;
    case 'shooting':
      return signals.start;
    case 'over':
      return before.phase === 'idle' || before.phase === 'over' ? 0 : signals.end;
    case 'emergency':
      return signals.emergency;
    case 'idle':
    case 'paused':
      return 0;
  }
}
