// Facts ⇄ the bytes of the journal and the archive (proto/fact.proto). The kinds are in tables by subject: record-setup.ts, record-entries.ts, record-clock.ts,
// record-card.ts, record-event.ts, record-match.ts, record-show.ts, record-paper.ts, record-control.ts.
import type { Actor } from '../domain/actor.ts';
import type { Fact, RecordedFact, UnrecordedFact } from '../domain/facts.ts';
import { bytesToCommandId, commandIdToBytes } from './command-id.ts';
import { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';
import { cardRecords } from './record-card.ts';
import { clockRecords } from './record-clock.ts';
import type { Codecs, FactKind, FactOf, WireOf } from './record-codec.ts';
import { controlRecords } from './record-control.ts';
import { entryRecords } from './record-entries.ts';
import { eventRecords } from './record-event.ts';
import { matchRecords } from './record-match.ts';
import { paperRecords } from './record-paper.ts';
import { setupRecords } from './record-setup.ts';
import { showRecords } from './record-show.ts';

const { FactRecord, Actor: WireActor } = tenring.journal;
type WireRecord = tenring.journal.FactRecord;

const records: Codecs<FactKind> = {
  ...setupRecords,
  ...entryRecords,
  ...clockRecords,
  ...cardRecords,
  ...eventRecords,
  ...matchRecords,
  ...showRecords,
  ...controlRecords,
  ...paperRecords,
};

function actorToWire(actor: Actor): tenring.journal.Actor.$Properties {
  switch (actor.role) {
    case 'organiser':
      return { role: WireActor.Role.ORGANISER };
    case 'scorer':
      return { role: WireActor.Role.SCORER, device: actor.device };
    case 'system':
      return { role: WireActor.Role.SYSTEM };
  }
}

function wireToActor(actor: tenring.journal.Actor.$Properties | null | undefined): Actor {
  if (actor?.role === WireActor.Role.ORGANISER) return { role: 'organiser' };
  if (actor?.role === WireActor.Role.SCORER) return { role: 'scorer', device: actor.device ?? '' };
  return { role: 'system' };
}

function factToWire<K extends FactKind>(kind: K, fact: FactOf[K]): { readonly [P in K]: WireOf[P] } {
  return { [kind]: records[kind].toWire(fact) } as { readonly [P in K]: WireOf[P] };
}

/** The bytes of one journal record. `previousHash` is of the record before it: src/journal/record-chain.ts. */
export function factToBytes(record: UnrecordedFact, previousHash?: Uint8Array): Uint8Array {
  const { at, commandId, actor, fact } = record;
  return FactRecord.encode({
    atMs: at,
    commandId: commandIdToBytes(commandId),
    actor: actorToWire(actor),
    ...(previousHash ? { previousHash } : {}),
    ...factToWire(fact.kind, fact),
  }).finish();
}

function wireToFact<K extends FactKind>(kind: K, record: { readonly [P in K]?: WireOf[P] | null }): Fact {
  const wire = record[kind];
  if (!wire) throw new MalformedError(`a record of ${kind} without it`);
  return records[kind].toFact(wire);
}

/** Throws MalformedError for damaged bytes and for facts of a newer version: leaving one out would make every later one wrong. */
export function bytesToFact(seq: number, bytes: Uint8Array): RecordedFact {
  const record = decodeRecord(bytes);
  if (record.fact === undefined) throw new MalformedError('a record with a fact that this version does not know');
  return {
    seq,
    at: record.atMs,
    commandId: bytesToCommandId(record.commandId),
    actor: wireToActor(record.actor),
    fact: wireToFact(record.fact, record),
  };
}

/** Empty where the record holds none; also of a record whose fact this version does not know. Throws MalformedError. */
export function previousHashOf(bytes: Uint8Array): Uint8Array {
  return decodeRecord(bytes).previousHash;
}

function decodeRecord(bytes: Uint8Array): WireRecord {
  try {
    return FactRecord.decode(bytes);
  } catch (error) {
    throw new MalformedError('a record that cannot be read', { cause: error });
  }
}
