// One competition's writer: commands queue while an append is in flight, and the next append takes them all (group commit). The state
// it holds is never ahead of the journal; when the two may differ (conflict, lost reply) it reads on before it decides again.
import type { Command, CommandContext } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { evolve } from '../domain/evolve.ts';
import type { Position, RecordedFact } from '../domain/facts.ts';
import { type Journal, type JournalRecord, JournalUnavailableError } from '../journal/journal.ts';
import { hashOfRecord } from '../journal/record-chain.ts';
import { backoffMs } from '../kit/backoff.ts';
import type { Clock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { DeferralReason } from '../wire/codes.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import type { CommittedFacts, Outcome } from './intake.ts';
import { type PlannedAnswer, planBatch } from './plan-batch.ts';

/** Where a competition stands when its writer starts. */
export interface StartingPoint {
  readonly at: Position;
  readonly state: Competition | undefined;
  /** The hash of the last record. */
  readonly head: Uint8Array;
  /** Command ids that took effect → the seq of their last fact. The writer takes it over and adds to it. */
  readonly takenEffect: Map<string, number>;
}

export interface WriterParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly committed: (facts: CommittedFacts) => void;
  /** The journal is not the one that this state was read from: only a new start can sort it out. */
  readonly journalReplaced: (competition: string, expected: Position, found: Position) => void;
}

export interface CompetitionWriter {
  readonly at: Position;
  readonly state: Competition | undefined;
  readonly head: Uint8Array;
  submit(command: Command, context: CommandContext): Promise<Outcome>;
  /** Somebody else may have appended: read on. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly command: Command;
  readonly context: CommandContext;
  readonly answer: (outcome: Outcome) => void;
}

const longestQueue = 20_000;
const largestBatch = 2_000;
const readLimit = 1_000;
const retryAfter = { firstMs: 2_000, limitMs: 2_000 };
const recovery = { firstMs: 100, limitMs: 2_000 };

export function createCompetitionWriter(
  competition: string,
  start: StartingPoint,
  { journal, clock, log, committed, journalReplaced }: WriterParts,
): CompetitionWriter {
  let { at, state, head } = start;
  const { takenEffect } = start;
  let queue: Waiting[] = [];
  /** Set while the journal may hold facts that are not in `state`. */
  let mayBeBehind = false;
  let closed = false;
  let working = false;
  let work: Promise<void> = Promise.resolve();
  const stop = new AbortController();

  function apply(records: readonly JournalRecord[]): readonly RecordedFact[] {
    return records.map(({ seq, bytes }) => {
      const recorded = bytesToFact(seq, bytes);
      const { commandId, fact } = recorded;
      invariant(seq === at.seq + 1, `fact ${seq} after ${at.seq} in ${competition}`);
      state = evolve(state, fact, recorded);
      at = { ...at, seq };
      head = hashOfRecord(bytes);
      takenEffect.set(commandId, seq);
      return recorded;
    });
  }

  function announce(facts: readonly RecordedFact[]) {
    if (facts.length > 0 && state) committed({ competition, epoch: at.epoch, facts, state });
  }

  function defer(waiting: readonly Waiting[], reason: DeferralReason) {
    for (const { answer } of waiting) answer({ kind: 'deferred', reason, retryAfterMs: backoffMs(0, retryAfter) });
  }

  function settle(answers: readonly PlannedAnswer[], batch: readonly Waiting[]) {
    for (const [index, { answer }] of batch.entries()) {
      const planned = answers[index];
      invariant(planned, 'every command of a batch has an answer');
      if (planned.kind === 'rejected') answer(planned);
      else answer({ kind: 'accepted', at: { epoch: at.epoch, seq: planned.seq }, repeated: planned.repeated });
    }
  }

  async function readOn(): Promise<void> {
    const end = await journal.head(competition);
    if (at.seq > 0 && (end.epoch !== at.epoch || end.seq < at.seq)) {
      journalReplaced(competition, at, end);
      throw new JournalUnavailableError(`The journal of ${competition} is another one than before`);
    }
    at = { ...at, epoch: end.epoch };
    while (at.seq < end.seq) {
      const records = await journal.read(competition, at.seq, readLimit);
      if (records.length === 0) break;
      announce(apply(records));
    }
    mayBeBehind = false;
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    const plan = planBatch({ at, state, head }, takenEffect, batch);
    if (plan.records.length > 0) {
      mayBeBehind = true;
      const outcome = await journal.append(competition, at, plan.records);
      if (outcome.kind === 'conflict') {
        queue = [...batch, ...queue];
        return;
      }
      mayBeBehind = false;
      for (const { commandId, seq } of plan.facts) takenEffect.set(commandId, seq);
      at = outcome.at;
      state = plan.state;
      head = plan.head;
      announce(plan.facts);
    }
    settle(plan.answers, batch);
  }

  /** One turn: reads on if it must, then writes what waits. Throws JournalUnavailableError after deferring what it had. */
  async function workOnce(): Promise<void> {
    let batch: Waiting[] = [];
    try {
      if (mayBeBehind) await readOn();
      batch = queue.splice(0, largestBatch);
      if (batch.length > 0) await writeBatch(batch);
    } catch (error) {
      if (error instanceof JournalUnavailableError) defer([...batch, ...queue.splice(0)], 'journalDown');
      throw error;
    }
  }

  async function workOff(): Promise<void> {
    let failures = 0;
    try {
      while (queue.length > 0 || mayBeBehind) {
        try {
          await workOnce();
          failures = 0;
        } catch (error) {
          if (!(error instanceof JournalUnavailableError)) throw error;
          if (failures === 0)
            log.warn({ competition, error: error.message }, 'the journal cannot be reached: commands are deferred');
          if (closed) return;
          await clock.sleep(backoffMs(failures, recovery), stop.signal).catch(() => undefined);
          failures += 1;
          if (closed) return;
        }
      }
    } finally {
      // In the same turn as the last look at the queue: a command that comes a moment later must find nobody working.
      working = false;
    }
  }

  function ensureWork(): Promise<void> {
    if (!working) {
      working = true;
      // An error that is no JournalUnavailableError is a defect: it surfaces as an unhandled rejection and stops the process.
      work = workOff();
    }
    return work;
  }

  return {
    get at() {
      return at;
    },
    get state() {
      return state;
    },
    get head() {
      return head;
    },
    submit(command, context) {
      return new Promise((answer) => {
        const waiting = { command, context, answer };
        if (closed) return defer([waiting], 'stopping');
        if (journal.state === 'down') return defer([waiting], 'journalDown');
        if (queue.length >= longestQueue) return defer([waiting], 'overloaded');
        queue.push(waiting);
        void ensureWork();
      });
    },
    async catchUp() {
      mayBeBehind = true;
      await ensureWork();
    },
    async close() {
      closed = true;
      stop.abort(new Error('closed'));
      await work;
      defer(queue.splice(0), 'stopping');
    },
  };
}
