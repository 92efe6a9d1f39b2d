// The text of an interchange file → its document, or the first place at which it is none: syntax, then format and version, then structure.
// Its meaning is checked where it is decided (domain/check-document.ts).
import {
  type CompetitionDocument,
  type DocumentEvent,
  type DocumentFlaw,
  type DocumentFrozen,
  documentFormat,
  documentVersion,
} from '../domain/document/document.ts';
import { excerptOf } from '../domain/document/json-pointer.ts';
import { invariant } from '../kit/invariant.ts';
import type { FileDocument } from '../wire/document-schema.ts';
import { findShapeFlaw, isFileDocument } from '../wire/document-shape.ts';
import { findJsonFault } from './json-fault.ts';

export type ReadDocument =
  | { readonly kind: 'document'; readonly document: CompetitionDocument }
  | { readonly kind: 'flaw'; readonly flaw: DocumentFlaw };

/** `text` without a byte order mark or with one. */
export function readDocument(text: string): ReadDocument {
  const json = parseJson(text.replace(/^\ufeff/, ''));
  return 'flaw' in json ? { kind: 'flaw', flaw: json.flaw } : documentOfJson(json.value);
}

/** The same for a file that is parsed already. */
export function documentOfJson(value: unknown): ReadDocument {
  const foreign = findForeign(value);
  if (foreign) return { kind: 'flaw', flaw: foreign };
  if (isFileDocument(value)) return { kind: 'document', document: completed(value) };
  const flaw = findShapeFlaw(value) ?? { pointer: '', problem: 'shape', found: excerptOf(value) };
  return { kind: 'flaw', flaw };
}

function parseJson(text: string): { readonly value: unknown } | { readonly flaw: DocumentFlaw } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const fault = findJsonFault(text);
    invariant(fault, 'a text that JSON.parse refuses has a fault');
    return { flaw: { pointer: fault.pointer, problem: 'notJson', found: `${fault.line}:${fault.column}` } };
  }
}

/** Asked before the structure, so that a file of next year is called newer and not broken. */
function findForeign(value: unknown): DocumentFlaw | undefined {
  const { format, version } = typeof value === 'object' && value !== null ? (value as Partial<FileDocument>) : {};
  if (format !== documentFormat) return { pointer: '/format', problem: 'notTenring', found: excerptOf(format) };
  if (typeof version === 'number' && version > documentVersion) {
    return { pointer: '/version', problem: 'newerVersion', found: excerptOf(version) };
  }
  return undefined;
}

function completed({ $schema: _, ...file }: FileDocument): CompetitionDocument {
  const { rounds = [], categories = [], sessions = [], records = [], entries = [], cards = [], events = [] } = file;
  const { frozen, withdrawn, ...rest } = file;
  return {
    ...rest,
    rounds,
    categories,
    sessions,
    records,
    entries: entries.map(withTarget),
    ...(withdrawn ? { withdrawn: withdrawn.map(withTarget) } : {}),
    cards: cards.map((card) => ({ ...card, ends: card.ends ?? [] })),
    events: events.map(completedEvent),
    ...(frozen ? { frozen: frozen.map(completedFrozen) } : {}),
  };
}

function withTarget<E extends { readonly target?: string | null }>(entry: E): E & { readonly target: string | null } {
  return { ...entry, target: entry.target ?? null };
}

function completedEvent(event: NonNullable<FileDocument['events']>[number]): DocumentEvent {
  const { ties = [], cards = [], schedule = [] } = event;
  return { ...event, ties, cards: cards.map((card) => ({ ...card, ends: card.ends ?? [] })), schedule };
}

function completedFrozen(frozen: NonNullable<FileDocument['frozen']>[number]): DocumentFrozen {
  if ('cards' in frozen) return frozen;
  const { card, ...rest } = frozen;
  return card ? { ...rest, card: { ...card, ends: card.ends ?? [] } } : rest;
}
