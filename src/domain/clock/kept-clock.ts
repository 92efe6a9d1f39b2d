// The clocks of a competition: one a session, one of its own (the only one where there are no sessions; matches that are shot together),
// and one of each match whose sides alternate. And which of several a screen shows that is told nothing else.
import {
  type MatchClock,
  type MatchClockFace,
  matchClockFaceAt,
  matchSignalBetween,
  nextMatchFaceChange,
  sinceMatchSignal,
} from './match-clock.ts';
import {
  type ClockFace,
  clockFaceAt,
  nextFaceChange,
  type ShootingClock,
  signalBetween,
  sinceClockSignal,
} from './shooting-clock.ts';

export interface LineClock {
  readonly of: 'lines';
  /** 0: the competition's own. */
  readonly session: number;
  readonly clock: ShootingClock;
}

export interface ClockOfMatch {
  readonly of: 'match';
  readonly event: string;
  readonly match: string;
  readonly clock: MatchClock;
}

export type KeptClock = LineClock | ClockOfMatch;

/** By `clockKey`. */
export type KeptClocks = ReadonlyMap<string, KeptClock>;

export function lineClockKey(session: number): string {
  return String(session);
}

/** Has a slash, which the key of a line's clock never has. */
export function matchClockKey(event: string, match: string): string {
  return `${event}/${match}`;
}

export function clockKey(kept: KeptClock): string {
  return kept.of === 'lines' ? lineClockKey(kept.session) : matchClockKey(kept.event, kept.match);
}

export function withClock(clocks: KeptClocks, kept: KeptClock): KeptClocks {
  return new Map(clocks).set(clockKey(kept), kept);
}

export function lineClockOf(clocks: KeptClocks, session: number): ShootingClock | undefined {
  const kept = clocks.get(lineClockKey(session));
  return kept?.of === 'lines' ? kept.clock : undefined;
}

export function clockOfMatch(clocks: KeptClocks, event: string, match: string): MatchClock | undefined {
  const kept = clocks.get(matchClockKey(event, match));
  return kept?.of === 'match' ? kept.clock : undefined;
}

/** The competition's own, the sessions', the matches'; each in an order that does not depend on what was set when. */
export function clocksInOrder(clocks: KeptClocks): readonly KeptClock[] {
  return [...clocks.values()].sort((a, b) => {
    if (a.of === 'lines' && b.of === 'lines') return a.session - b.session;
    if (a.of === 'match' && b.of === 'match') return clockKey(a) < clockKey(b) ? -1 : 1;
    return a.of === 'lines' ? -1 : 1;
  });
}

export type KeptFace =
  | { readonly of: 'lines'; readonly key: string; readonly face: ClockFace }
  | { readonly of: 'match'; readonly key: string; readonly face: MatchClockFace };

export function keptFaceAt(kept: KeptClock, now: number): KeptFace {
  const key = clockKey(kept);
  return kept.of === 'lines'
    ? { of: kept.of, key, face: clockFaceAt(kept.clock, now) }
    : { of: kept.of, key, face: matchClockFaceAt(kept.clock, now) };
}

export function nextKeptFaceChange(kept: KeptClock, now: number): number | undefined {
  return kept.of === 'lines' ? nextFaceChange(kept.clock, now) : nextMatchFaceChange(kept.clock, now);
}

export function sinceKeptSignal(kept: KeptClock, now: number): number {
  return kept.of === 'lines' ? sinceClockSignal(kept.clock, now) : sinceMatchSignal(kept.clock, now);
}

/** `before` undefined, or of another clock: this one comes into sight, as if nobody had been called yet. */
export function keptSignalBetween(before: KeptFace | undefined, after: KeptFace): number {
  const isSame = before?.key === after.key;
  if (after.of === 'lines') {
    return signalBetween(isSame && before.of === 'lines' ? before.face : { ...after.face, phase: 'idle' }, after.face);
  }
  return matchSignalBetween(
    isSame && before.of === 'match' ? before.face : { ...after.face, phase: 'idle' },
    after.face,
  );
}

/** Somebody is on the line, or was sent from it and comes back. */
export function isGoing(kept: KeptClock, now: number): boolean {
  const { phase } = keptFaceAt(kept, now).face;
  return phase !== 'idle' && phase !== 'over';
}

/** Before all others an emergency; then the clock that goes, of several the one that was started last; else the first. */
export function clockToShow(clocks: readonly KeptClock[], now: number): KeptClock | undefined {
  const urgency = (kept: KeptClock): number => {
    const { phase } = kept.clock;
    if (phase.kind === 'paused' && phase.isEmergency) return Number.POSITIVE_INFINITY;
    if (!isGoing(kept, now)) return Number.NEGATIVE_INFINITY;
    return phase.kind === 'running' ? phase.startedAt : 0;
  };
  const [first, ...others] = clocks;
  return others.reduce((best, each) => (best && urgency(each) <= urgency(best) ? best : each), first);
}
