// A journal record as a row of the archive. A record that this version cannot read is archived all the same: bytes are never lost.

import type { Actor } from '../domain/actor.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { commandIdToBytes } from '../wire/command-id.ts';
import { bytesToFact } from '../wire/fact-record.ts';

export interface FactRow {
  readonly seq: number;
  readonly atMs: number;
  readonly commandId: Uint8Array | null;
  readonly kind: string;
  readonly actor: string;
  readonly record: Uint8Array;
  /** Why it cannot be read. */
  readonly unreadable: string | undefined;
}

export function recordToRow({ seq, bytes: record }: JournalRecord): FactRow {
  try {
    const { at, commandId, actor, fact } = bytesToFact(seq, record);
    return {
      seq,
      atMs: Math.trunc(at),
      commandId: commandIdToBytes(commandId),
      kind: fact.kind,
      actor: actorToText(actor),
      record,
      unreadable: undefined,
    };
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : String(error);
    return { seq, atMs: 0, commandId: null, kind: 'unknown', actor: '', record, unreadable };
  }
}

function actorToText(actor: Actor): string {
  return actor.role === 'scorer' ? `scorer ${actor.device}` : actor.role;
}
