// Decides a whole batch of commands, each against the state that the ones before it would leave. Nothing here has happened yet: the
// plan becomes true when its records are in the journal, and is thrown away when another writer was there first.
import type { Command, CommandContext } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { Position, RecordedFact } from '../domain/facts.ts';
import type { Rejection } from '../domain/rejections.ts';
import { hashOfRecord } from '../journal/record-chain.ts';
import { factToBytes } from '../wire/fact-record.ts';

export interface CommandToDecide {
  readonly command: Command;
  readonly context: CommandContext;
}

/** The answer a command gets once the plan's records are on disk. */
export type PlannedAnswer =
  /** `seq` is that of its last fact. */
  | { readonly kind: 'accepted'; readonly seq: number; readonly repeated: boolean }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

export interface BatchPlan {
  readonly facts: readonly RecordedFact[];
  /** Chained: each holds the hash of the one before it. */
  readonly records: readonly Uint8Array[];
  /** The hash of the last record, those before the plan included. */
  readonly head: Uint8Array;
  /** After the last fact; undefined while the competition does not exist. */
  readonly state: Competition | undefined;
  /** In the order of the commands. */
  readonly answers: readonly PlannedAnswer[];
}

/** `takenEffect` maps command ids to the seq of their last fact. */
export function planBatch(
  from: { readonly at: Position; readonly state: Competition | undefined; readonly head: Uint8Array },
  takenEffect: ReadonlyMap<string, number>,
  commands: readonly CommandToDecide[],
): BatchPlan {
  const facts: RecordedFact[] = [];
  const records: Uint8Array[] = [];
  const answers: PlannedAnswer[] = [];
  const inThisBatch = new Map<string, number>();
  let { state, head } = from;
  let seq = from.at.seq;
  for (const { command, context } of commands) {
    const effect = takenEffect.get(context.commandId) ?? inThisBatch.get(context.commandId);
    if (effect !== undefined) {
      answers.push({ kind: 'accepted', seq: effect, repeated: true });
      continue;
    }
    const decision = decide(state, command, context);
    if (decision.kind === 'rejected') {
      answers.push({ kind: 'rejected', rejection: decision.rejection });
      continue;
    }
    const { commandId, at, actor } = context;
    for (const fact of decision.facts) {
      seq += 1;
      facts.push({ seq, at, commandId, actor, fact });
      const bytes = factToBytes({ at, commandId, actor, fact }, head);
      records.push(bytes);
      head = hashOfRecord(bytes);
      state = evolve(state, fact, { at, actor });
    }
    inThisBatch.set(commandId, seq);
    answers.push({ kind: 'accepted', seq, repeated: false });
  }
  return { facts, records, head, state, answers };
}
