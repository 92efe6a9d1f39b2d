// The write path as others see it: a command goes in, and comes out accepted (its facts are on disk), rejected (a rule says no) or
// deferred (not decided: keep it and send it again).
import type { Command, CommandContext } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import type { Position, RecordedFact } from '../domain/facts.ts';
import type { Rejection } from '../domain/rejections.ts';
import type { DeferralReason } from '../wire/codes.ts';

export type Outcome =
  /** `repeated` when the same command id took effect before: the same answer, and no new fact. */
  | { readonly kind: 'accepted'; readonly at: Position; readonly repeated: boolean }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'deferred'; readonly reason: DeferralReason; readonly retryAfterMs: number };

/** Facts that are in the journal now, with the state after the last of them. */
export interface CommittedFacts {
  readonly competition: string;
  readonly epoch: string;
  readonly facts: readonly RecordedFact[];
  readonly state: Competition;
}

export interface CompetitionView {
  readonly id: string;
  readonly at: Position;
  readonly state: Competition;
  /** The hash of the record at `at`, which covers all before it (journal/record-chain.ts). */
  readonly head: Uint8Array;
}

export interface Intake {
  submit(competition: string, command: Command, context: CommandContext): Promise<Outcome>;
  /** The present state, from memory; undefined for a competition that does not exist. */
  find(competition: string): CompetitionView | undefined;
  list(): readonly CompetitionView[];
  /** After each commit, in order, before the acks leave. Listeners must not throw. */
  onCommitted(listener: (committed: CommittedFacts) => void): void;
  /** No more commands; resolves when what is under way is answered. */
  close(): Promise<void>;
}
