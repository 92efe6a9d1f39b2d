// The shooting clock ⇄ proto/live.proto.
import type { ClockPhase, ShootingClock } from '../domain/clock/shooting-clock.ts';
import type { tenring } from './gen/live.js';
import { count, list } from './wire-fields.ts';

type WireClock = tenring.live.ShootingClock.$Properties;

function phaseToWire(phase: ClockPhase): Pick<WireClock, 'running' | 'paused'> {
  if (phase.kind === 'idle') return {};
  return phase.kind === 'running' ? { running: phase } : { paused: phase };
}

export function clockToWire({ phase, lines, ...rest }: ShootingClock): WireClock {
  return { ...rest, lines: [...lines], ...phaseToWire(phase) };
}

function wireToPhase({ running, paused }: WireClock): ClockPhase {
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
