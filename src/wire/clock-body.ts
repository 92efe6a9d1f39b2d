// Shooting clocks ⇄ proto/live.proto. A word of a newer appliance is taken for the usual one: a screen goes on.
import type { KeptClock } from '../domain/clock/kept-clock.ts';
import type { MatchClock } from '../domain/clock/match-clock.ts';
import type { ClockPhase, ShootingClock } from '../domain/clock/shooting-clock.ts';
import type { tenring } from './gen/live.js';
import { count, list, text } from './wire-fields.ts';

type WireClock = tenring.live.ShootingClock.$Properties;
type WireMatchClock = tenring.live.MatchClock.$Properties;
type WireKept = tenring.live.KeptClock.$Properties;

function phaseToWire(phase: ClockPhase): Pick<WireClock, 'running' | 'paused'> {
  if (phase.kind === 'idle') return {};
  return phase.kind === 'running' ? { running: phase } : { paused: phase };
}

export function clockToWire({ phase, lines, ...rest }: ShootingClock): WireClock {
  return { ...rest, lines: [...lines], ...phaseToWire(phase) };
}

function wireToPhase({ running, paused }: Pick<WireClock, 'running' | 'paused'>): ClockPhase {
  if (running) return { kind: 'running', startedAt: count(running.startedAt) };
  if (!paused) return { kind: 'idle' };
  return { kind: 'paused', elapsedMs: count(paused.elapsedMs), isEmergency: paused.isEmergency ?? false };
}

export function wireToClock(wire: WireClock): ShootingClock {
  return {
    lines: list(wire.lines),
    line: count(wire.line),
    end: count(wire.end),
    toTheLineSeconds: count(wire.toTheLineSeconds),
    shootingSeconds: count(wire.shootingSeconds),
    warningSeconds: count(wire.warningSeconds),
    phase: wireToPhase(wire),
  };
}

export function matchClockToWire({ place, usedMs, phase, ...rest }: MatchClock): WireMatchClock {
  return { ...place, ...rest, usedMsA: usedMs.a, usedMsB: usedMs.b, ...phaseToWire(phase) };
}

export function wireToMatchClock(wire: WireMatchClock): MatchClock {
  return {
    place: { part: wire.part === 'shootOff' ? 'shootOff' : 'end', number: count(wire.number) },
    begins: wire.begins === 'b' ? 'b' : 'a',
    turns: count(wire.turns),
    turn: count(wire.turn),
    timeFor: wire.timeFor === 'end' ? 'end' : 'turn',
    seconds: count(wire.seconds),
    toTheLineSeconds: count(wire.toTheLineSeconds),
    usedMs: { a: count(wire.usedMsA), b: count(wire.usedMsB) },
    phase: wireToPhase(wire),
  };
}

export function keptClockToWire(kept: KeptClock): WireKept {
  if (kept.of === 'lines') return { session: kept.session, lines: clockToWire(kept.clock) };
  return { event: kept.event, match: kept.match, alternate: matchClockToWire(kept.clock) };
}

/** Empty for a kind of a newer appliance. */
export function wireToKeptClocks({ session, event, match, lines, alternate }: WireKept): readonly KeptClock[] {
  if (lines) return [{ of: 'lines', session: count(session), clock: wireToClock(lines) }];
  if (!alternate) return [];
  return [{ of: 'match', event: text(event), match: text(match), clock: wireToMatchClock(alternate) }];
}
