// All competitions' writers behind one door.

import type { Journal } from '../journal/journal.ts';
import { noHash } from '../journal/record-chain.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import {
  type CompetitionWriter,
  createCompetitionWriter,
  type StartingPoint,
  type WriterParts,
} from './competition-writer.ts';
import type { CommittedFacts, CompetitionView, Intake } from './intake.ts';

export interface IntakeParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly journalReplaced: WriterParts['journalReplaced'];
}

export interface OpenableIntake extends Intake {
  /** Takes in a competition that was loaded at the start. */
  open(competition: string, start: StartingPoint): void;
  /** Whether something here reads and writes it, be it that it has no state yet. */
  isOpen(competition: string): boolean;
  /** Reads on in a competition that another node writes to as well. */
  catchUp(competition: string): Promise<void>;
  /** Out of memory for good: resolves when nothing of it is under way any more, and nothing more is taken for it. */
  remove(competition: string): Promise<void>;
}

function nothingYet(): StartingPoint {
  return { at: { epoch: '', seq: 0 }, state: undefined, head: noHash, takenEffect: new Map() };
}

export function createIntake(parts: IntakeParts): OpenableIntake {
  const writers = new Map<string, CompetitionWriter>();
  const listeners: ((committed: CommittedFacts) => void)[] = [];
  const removed = new Set<string>();
  let closed = false;

  function committed(facts: CommittedFacts) {
    for (const listener of listeners) listener(facts);
  }

  function open(competition: string, start: StartingPoint): CompetitionWriter {
    const writer = createCompetitionWriter(competition, start, { ...parts, committed });
    writers.set(competition, writer);
    return writer;
  }

  function viewOf(id: string, { at, state, head }: CompetitionWriter): CompetitionView | undefined {
    return state && { id, at, state, head };
  }

  return {
    open: (competition, start) => {
      open(competition, start);
    },
    async submit(competition, command, context) {
      if (closed) return { kind: 'deferred', reason: 'stopping', retryAfterMs: 2_000 };
      let writer = writers.get(competition);
      if (removed.has(competition)) return { kind: 'rejected', rejection: { code: 'unknownCompetition' } };
      if (!writer && command.kind !== 'createCompetition' && command.kind !== 'importCompetition') {
        return { kind: 'rejected', rejection: { code: 'unknownCompetition' } };
      }
      writer ??= open(competition, nothingYet());
      return writer.submit(command, context);
    },
    find(competition) {
      const writer = writers.get(competition);
      return writer && viewOf(competition, writer);
    },
    list: () => [...writers].flatMap(([id, writer]) => viewOf(id, writer) ?? []),
    onCommitted: (listener) => {
      listeners.push(listener);
    },
    isOpen: (competition) => writers.has(competition) || removed.has(competition),
    catchUp: async (competition) => {
      const writer = writers.get(competition) ?? open(competition, nothingYet());
      await writer.catchUp();
    },
    async remove(competition) {
      removed.add(competition);
      await writers.get(competition)?.close();
      writers.delete(competition);
    },
    async close() {
      closed = true;
      await Promise.all([...writers.values()].map((writer) => writer.close()));
    },
  };
}
