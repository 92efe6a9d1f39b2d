// The entries of an interchange file ⇄ those of a state: who is in the list, who is withdrawn, what the desk noted of them.
import { ChunkedList } from '../chunked-list.ts';
import { type Competition, type Withdrawn, withdrawnInOrder } from '../competition.ts';
import { withEntries } from '../evolve-entries.ts';
import type { Entry } from '../facts.ts';
import type { Arrival } from '../setup/arrivals.ts';
import { formatTarget, parseTarget } from '../target.ts';
import type { CompetitionDocument, DocumentArrival, DocumentEntry, DocumentWithdrawn } from './document.ts';

type EntryParts = Pick<CompetitionDocument, 'entries' | 'withdrawn' | 'arrivals'>;

/** By number, what is as usual left out. */
export function documentEntriesOf(state: Competition): EntryParts {
  const withdrawn = withdrawnInOrder(state);
  const arrivals = Array.from(state.arrivals.entries(), documentArrivalOf);
  return {
    entries: Array.from(state.entries.values(), documentEntryOf),
    ...(withdrawn.length > 0 ? { withdrawn: withdrawn.map(documentWithdrawnOf) } : {}),
    ...(arrivals.length > 0 ? { arrivals } : {}),
  };
}

function documentEntryOf({ number, name, club, category, target, ...rest }: Entry): DocumentEntry {
  const { country, bornIn, also, licence, needs } = rest;
  return {
    number,
    name,
    club,
    category,
    target: target ? formatTarget(target) : null,
    ...(country === undefined ? {} : { country }),
    ...(bornIn === undefined ? {} : { bornIn }),
    ...(also === undefined ? {} : { also }),
    ...(licence === undefined ? {} : { licence }),
    ...(needs === undefined ? {} : { needs }),
  };
}

function documentWithdrawnOf({ entry, reason, at, actor }: Withdrawn): DocumentWithdrawn {
  return { ...documentEntryOf(entry), reason, at, actor };
}

function documentArrivalOf([entry, { checkedIn, inspection }]: readonly [number, Arrival]): DocumentArrival {
  return { entry, ...(checkedIn ? { checkedIn } : {}), ...(inspection ? { inspection } : {}) };
}

/** A state with the entries of a file. */
export function withDocumentEntries(state: Competition, document: EntryParts): Competition {
  const { entries, withdrawn = [], arrivals = [] } = document;
  const gone = withdrawn.map(({ reason, at, actor, ...entry }): Withdrawn => {
    return { entry: entryOf(entry), reason, at, actor };
  });
  const listed = withEntries(state, entries.map(entryOf));
  return {
    ...listed,
    entryCount: gone.reduce((most, { entry }) => Math.max(most, entry.number), listed.entryCount),
    withdrawn: new Map(gone.map((each) => [each.entry.number, each])),
    arrivals: ChunkedList.from(arrivals.map(({ entry, ...arrival }) => [entry, arrival] as const)),
  };
}

function entryOf({ target, ...entry }: DocumentEntry): Entry {
  return { ...entry, target: parseTarget(target ?? '') };
}
