// Records of the shooting clocks that the desk sets: of sessions, and of matches whose sides alternate.
import type { MatchClock } from '../domain/clock/match-clock.ts';
import type { ClockPhase } from '../domain/clock/shooting-clock.ts';
import type { ClockFact } from '../domain/facts.ts';
import type { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';
import { partWords, sideWords } from './match-words.ts';
import type { Codecs } from './record-codec.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

type WirePhase = Pick<tenring.journal.ClockSet.$Properties, 'phase' | 'idle' | 'running' | 'paused'>;

const timeWords: Words<MatchClock['timeFor']> = { turn: true, end: true };

function phaseToWire(phase: ClockPhase): Omit<WirePhase, 'phase'> {
  switch (phase.kind) {
    case 'idle':
      return { idle: {} };
    case 'running':
      return { running: { startedAtMs: phase.startedAt } };
    case 'paused':
      return { paused: { elapsedMs: phase.elapsedMs, isEmergency: phase.isEmergency } };
  }
}

function wireToPhase({ phase, running, paused }: WirePhase): ClockPhase {
  switch (phase) {
    case 'running':
      return { kind: 'running', startedAt: count(running?.startedAtMs) };
    case 'paused':
      return { kind: 'paused', elapsedMs: count(paused?.elapsedMs), isEmergency: paused?.isEmergency ?? false };
    case 'idle':
      return { kind: 'idle' };
    default:
      throw new MalformedError('a clock in a phase that this version does not know');
  }
}

export const clockRecords: Codecs<ClockFact['kind']> = {
  clockSet: {
    toWire: ({ session, clock: { phase, lines, ...clock } }) => ({
      ...clock,
      lines: [...lines],
      ...present('session', session),
      ...phaseToWire(phase),
    }),
    toFact: (wire) => ({
      kind: 'clockSet',
      ...present('session', wire.session || undefined),
      clock: {
        lines: list(wire.lines),
        line: count(wire.line),
        end: count(wire.end),
        toTheLineSeconds: count(wire.toTheLineSeconds),
        shootingSeconds: count(wire.shootingSeconds),
        warningSeconds: count(wire.warningSeconds),
        phase: wireToPhase(wire),
      },
    }),
  },
  matchClockSet: {
    toWire: ({ event, match, clock: { place, usedMs, phase, ...clock } }) => ({
      ...{ event, match, ...place, ...clock },
      ...{ usedMsA: usedMs.a, usedMsB: usedMs.b },
      ...phaseToWire(phase),
    }),
    toFact: (wire) => ({
      kind: 'matchClockSet',
      event: text(wire.event),
      match: text(wire.match),
      clock: {
        place: { part: wordOf(partWords, wire.part), number: count(wire.number) },
        begins: wordOf(sideWords, wire.begins),
        turns: count(wire.turns),
        turn: count(wire.turn),
        timeFor: wordOf(timeWords, wire.timeFor),
        seconds: count(wire.seconds),
        toTheLineSeconds: count(wire.toTheLineSeconds),
        usedMs: { a: count(wire.usedMsA), b: count(wire.usedMsB) },
        phase: wireToPhase(wire),
      },
    }),
  },
};
