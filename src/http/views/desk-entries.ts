// Entries as the organiser sees them: with everything that is registered and noted of them.
import { type Competition, type Withdrawn, withdrawnInOrder } from '../../domain/competition.ts';
import type { Entry } from '../../domain/facts.ts';
import { arrivalOf } from '../../domain/setup/arrivals.ts';
import { findHeldByCard } from '../../domain/setup/entry-held.ts';
import { formatTarget } from '../../domain/target.ts';
import type { DeskEntry, WithdrawnEntry } from '../../wire/api-entry-changes.ts';

export function deskEntryOf(state: Competition, { target, ...entry }: Entry): DeskEntry {
  const { checkedIn, inspection } = arrivalOf(state.arrivals, entry.number);
  return {
    ...entry,
    target: target ? formatTarget(target) : null,
    ...(checkedIn ? { checkedInAt: checkedIn.at } : {}),
    ...(inspection ? { inspection } : {}),
    ...(findHeldByCard(state, { ...entry, target }) ? { isWritten: true } : {}),
  };
}

export function deskEntriesOf(state: Competition): readonly DeskEntry[] {
  return Array.from(state.entries.values(), (entry) => deskEntryOf(state, entry));
}

export function withdrawnEntriesOf(state: Competition): readonly WithdrawnEntry[] {
  const viewOf = ({ entry, reason, at }: Withdrawn) => ({ ...deskEntryOf(state, entry), reason, withdrawnAt: at });
  return withdrawnInOrder(state).map(viewOf);
}
