// Facts ⇄ the bytes of the journal and the archive (proto/fact.proto).
import type { Actor } from '../domain/actor.ts';
import type { Entry, Fact, RecordedFact, UnrecordedFact } from '../domain/facts.ts';
import { disciplines } from '../domain/rounds/round.ts';
import type { Discipline } from '../domain/rounds.ts';
import { bytesToArrows, bytesToEnd, endToBytes } from './arrows.ts';
import { bytesToCommandId, commandIdToBytes } from './command-id.ts';
import { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';

const { FactRecord, Actor: WireActor } = tenring.journal;
type WireFacts = tenring.journal.FactRecord.$Properties;
type WireRecord = tenring.journal.FactRecord;

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

function factToWire(fact: Fact): WireFacts {
  switch (fact.kind) {
    case 'competitionCreated':
      return { competitionCreated: fact };
    case 'categoriesAdded':
      return { categoriesAdded: { categories: [...fact.categories] } };
    case 'entriesRegistered':
      return {
        entriesRegistered: { entries: fact.entries.map((entry) => ({ ...entry, target: entry.target ?? null })) },
      };
    case 'devicePaired':
      return { devicePaired: fact };
    case 'deviceRevoked':
      return { deviceRevoked: fact };
    case 'arrowsScored':
      return { arrowsScored: { ...fact, arrows: endToBytes(fact.arrows) } };
    default:
      throw new Error(`no record for ${fact.kind} yet`);
    case 'endCorrected':
      return { endCorrected: { ...fact, was: endToBytes(fact.was), arrows: endToBytes(fact.arrows) } };
  }
}

/** The bytes of one journal record. */
export function factToBytes(record: UnrecordedFact): Uint8Array {
  const { at, commandId, actor, fact } = record;
  return FactRecord.encode({
    atMs: at,
    commandId: commandIdToBytes(commandId),
    actor: actorToWire(actor),
    ...factToWire(fact),
  }).finish();
}

function disciplineOf(text: string | null | undefined): Discipline {
  const known = disciplines.find((each) => each === text);
  if (known) return known;
  throw new MalformedError(`unknown discipline ${JSON.stringify(text)}`);
}

function wireToEntry(entry: tenring.journal.Entry.$Properties): Entry {
  const { number = 0, name = '', club = '', category = '', target } = entry;
  return {
    number: number ?? 0,
    name: name ?? '',
    club: club ?? '',
    category: category ?? '',
    target: target ? { butt: target.butt ?? 0, letter: target.letter ?? '' } : undefined,
  };
}

function wireToFact(record: WireRecord): Fact {
  if (record.arrowsScored) {
    const { entry = 0, end = 0, first = 0, arrows } = record.arrowsScored;
    return {
      kind: 'arrowsScored',
      entry: entry ?? 0,
      end: end ?? 0,
      first: first ?? 0,
      arrows: bytesToArrows(arrows ?? new Uint8Array()),
    };
  }
  if (record.endCorrected) {
    const { entry, end, was, arrows, reason } = record.endCorrected;
    return {
      kind: 'endCorrected',
      entry: entry ?? 0,
      end: end ?? 0,
      was: bytesToEnd(was ?? new Uint8Array()),
      arrows: bytesToEnd(arrows ?? new Uint8Array()),
      reason: reason ?? '',
    };
  }
  if (record.entriesRegistered) {
    return { kind: 'entriesRegistered', entries: (record.entriesRegistered.entries ?? []).map(wireToEntry) };
  }
  if (record.categoriesAdded) {
    const categories = (record.categoriesAdded.categories ?? []).map(({ code, name, roundId }) => ({
      code: code ?? '',
      name: name ?? '',
      roundId: roundId ?? '',
    }));
    return { kind: 'categoriesAdded', categories };
  }
  if (record.devicePaired) {
    const { device, butt, tokenHash, label } = record.devicePaired;
    return {
      kind: 'devicePaired',
      device: device ?? '',
      butt: butt ?? 0,
      tokenHash: tokenHash ?? '',
      label: label ?? '',
    };
  }
  if (record.deviceRevoked) return { kind: 'deviceRevoked', device: record.deviceRevoked.device ?? '' };
  if (record.competitionCreated) {
    const { name, venue, from, to, discipline, ruleSetId } = record.competitionCreated;
    return {
      kind: 'competitionCreated',
      name: name ?? '',
      venue: venue ?? '',
      from: from ?? '',
      to: to ?? '',
      discipline: disciplineOf(discipline),
      ruleSetId: ruleSetId ?? '',
    };
  }
  throw new MalformedError('a record with a fact that this version does not know');
}

/** Throws MalformedError for damaged bytes and for facts of a newer version: leaving one out would make every later one wrong. */
export function bytesToFact(seq: number, bytes: Uint8Array): RecordedFact {
  const record = decodeRecord(bytes);
  return {
    seq,
    at: record.atMs,
    commandId: bytesToCommandId(record.commandId),
    actor: wireToActor(record.actor),
    fact: wireToFact(record),
  };
}

function decodeRecord(bytes: Uint8Array): WireRecord {
  try {
    return FactRecord.decode(bytes);
  } catch (error) {
    throw new MalformedError('a record that cannot be read', { cause: error });
  }
}
