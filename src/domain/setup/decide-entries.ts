// The rules of changing the list of entries: all of a command or nothing, checked as the list is at its end.
import type { ChangeEntries, EntryChange, EntryCommand, InspectEquipment, NewEntry } from '../commands.ts';
import { type Competition, roundOfCategory } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { withReseedingOf } from '../event/reseeding.ts';
import type { EntriesChanged, Entry, Fact } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { formatTarget } from '../target.ts';
import { findEntryProblem, keptEntry } from './entry-check.ts';
import { findCollision, holderOf } from './entry-collision.ts';
import { findHeldByCard, findHeldByDraw } from './entry-held.ts';
import { leftBehind } from './left-behind.ts';
import { inParts, newCategoriesOf, registrationOf } from './registration.ts';
import { isOneLine } from './text-check.ts';

export function decideEntries(state: Competition, command: EntryCommand): Decision {
  switch (command.kind) {
    case 'changeEntries':
      return decideChange(state, command);
    case 'withdrawEntries':
      return decideChange(state, { kind: 'changeEntries', changes: [], withdrawn: command });
    case 'restoreEntries':
      return decideChange(state, { kind: 'changeEntries', changes: [], restored: command.entries });
    case 'checkInEntries': {
      const { entries, isIn } = command;
      return findUnknown(state, entries) ?? happened({ kind: 'entriesCheckedIn', entries: unique(entries), isIn });
    }
    case 'inspectEquipment':
      return decideInspection(state, command);
  }
}

function unique(entries: readonly number[]): readonly number[] {
  return [...new Set(entries)];
}

function findUnknown(state: Pick<Competition, 'entries'>, entries: readonly number[]): Decision | undefined {
  if (entries.length === 0) return rejected({ code: 'nothingToChange' });
  const entry = entries.find((number) => !state.entries.at(number));
  return entry === undefined ? undefined : rejected({ code: 'unknownEntry', entry });
}

function decideInspection(state: Competition, command: InspectEquipment): Decision {
  const { entries, result } = command;
  const [by, remark] = [command.by.trim(), command.remark.trim()];
  const unknown = findUnknown(state, entries);
  if (unknown) return unknown;
  if (!isOneLine(by)) return rejected({ code: 'judgeMissing' });
  return happened({ kind: 'equipmentInspected', entries: unique(entries), result, by, remark });
}

/** The entries that a command leaves changed, by number. */
type Changed = ReadonlyMap<number, Entry>;

function decideChange(state: Competition, command: ChangeEntries): Decision {
  const { changes, added = [], withdrawn, restored = [], drawn } = command;
  const gone = unique(withdrawn?.entries ?? []);
  if (changes.length + added.length + gone.length + restored.length === 0) return rejected({ code: 'nothingToChange' });
  const categories = newCategoriesOf(state, command.categories ?? []);
  if ('code' in categories) return rejected(categories);
  const known = {
    ...state,
    categories: new Map([...state.categories, ...categories.map((each) => [each.code, each] as const)]),
  };
  const changed = changedEntries(known, changes);
  if ('code' in changed) return rejected(changed);
  const problem = findProblem(known, { changed, added, gone });
  if (problem) return rejected(problem);
  const registered = registrationOf(known, added);
  const given = [...changed.values(), ...registered];
  const back = restoredEntries(state, unique(restored), given, new Set([...gone, ...changed.keys()]));
  if ('code' in back) return rejected(back);
  const collision = findCollision(known, [...given, ...back], new Set(gone));
  if (collision) return rejected(collision);
  const facts: Fact[] = [
    ...(categories.length > 0 ? [{ kind: 'categoriesAdded', categories } as const] : []),
    ...(withdrawn && gone.length > 0
      ? [{ kind: 'entriesWithdrawn', entries: gone, reason: withdrawn.reason.trim() } as const]
      : []),
    ...changeFacts(state, [...changed.values()], drawn),
    ...inParts(back).map((entries) => ({ kind: 'entriesRestored', entries }) as const),
    ...inParts(registered).map((entries) => ({ kind: 'entriesRegistered', entries }) as const),
  ];
  const touched = [...gone, ...[...given, ...back].map(({ number }) => number)];
  return withReseedingOf(state, happened(...facts), touched);
}

/** As they were; whoever stands at the place of one then, of `given` or of those that are not `replaced`, stays. */
function restoredEntries(
  state: Competition,
  numbers: readonly number[],
  given: readonly Entry[],
  replaced: ReadonlySet<number>,
): readonly Entry[] | Rejection {
  const taken = new Set(given.flatMap(({ target }) => (target ? [formatTarget(target)] : [])));
  const restored: Entry[] = [];
  for (const number of numbers) {
    const found = state.withdrawn.get(number);
    if (!found) return { code: 'entryNotWithdrawn', entry: number };
    const entry = withFittingCategories(state, found.entry);
    const { target } = entry;
    const isTaken = target && (taken.has(formatTarget(target)) || holderOf(state, target, replaced) !== undefined);
    restored.push(isTaken ? { ...entry, target: undefined } : entry);
    if (target) taken.add(formatTarget(target));
  }
  return restored;
}

/** Rounds may have changed meanwhile: one card counts only where the same is shot. */
function withFittingCategories(state: Competition, { also, ...entry }: Entry): Entry {
  const round = roundOfCategory(state, entry.category)?.id;
  const fitting = also?.filter((code) => roundOfCategory(state, code)?.id === round) ?? [];
  return fitting.length > 0 ? { ...entry, also: fitting } : entry;
}

function changedEntries({ entries }: Competition, changes: readonly EntryChange[]): Changed | Rejection {
  const changed = new Map<number, Entry>();
  for (const { entry: number, was, now } of changes) {
    const before = changed.get(number) ?? entries.at(number);
    if (!before) return { code: 'unknownEntry', entry: number };
    if (!isSameEntry(before, was)) {
      return { code: 'entryChangedMeanwhile', entry: number, name: before.name, now: inWords(before) };
    }
    changed.set(number, { number, ...keptEntry(now) });
  }
  return changed;
}

/** Whether both would be kept alike. */
function isSameEntry(entry: NewEntry, other: NewEntry): boolean {
  const [one, two] = [entry, other].map((each) => JSON.stringify(partsOf(each)));
  return one === two;
}

function partsOf(entry: NewEntry): readonly (string | number)[] {
  const { name, club, category, target, country, bornIn, also = [], licence, needs = [] } = keptEntry(entry);
  const place = target ? formatTarget(target) : '-';
  return [name, club, category, place, country ?? '', bornIn ?? '', also.join(' '), licence ?? '', needs.join(' ')];
}

function inWords(entry: NewEntry): string {
  return partsOf(entry)
    .filter((part) => part !== '')
    .join(' · ');
}

interface Asked {
  readonly changed: Changed;
  readonly added: readonly NewEntry[];
  readonly gone: readonly number[];
}

function findProblem(known: Competition, { changed, added, gone }: Asked): Rejection | undefined {
  for (const number of gone) {
    const entry = known.entries.at(number);
    if (!entry || changed.has(number)) return { code: 'unknownEntry', entry: number };
    const problem = findHeldByCard(known, entry) ?? findHeldByDraw(known, entry);
    if (problem) return problem;
  }
  for (const entry of changed.values()) {
    const problem = findEntryProblem(known, entry) ?? findStuck(known, entry);
    if (problem) return problem;
  }
  for (const entry of added) {
    const problem = findEntryProblem(known, entry);
    if (problem) return problem;
  }
  return undefined;
}

/** Whoever has shot keeps the round, and whoever is drawn the categories. */
export function findStuck(known: Competition, now: Entry): Rejection | undefined {
  const was = known.entries.at(now.number);
  if (!was) return undefined;
  const isOf = ({ category, also = [] }: NewEntry) => [category, ...also].sort().join(' ');
  if (isOf(was) === isOf(now)) return undefined;
  const [before, then] = [was, now].map(({ category }) => known.categories.get(category)?.roundId);
  const shot = before === then ? undefined : findHeldByCard(known, was);
  return (shot && { code: 'roundIsShot', name: was.name, category: now.category }) ?? findHeldByDraw(known, was);
}

function changeFacts(
  state: Competition,
  changed: readonly Entry[],
  drawn: ChangeEntries['drawn'],
): readonly EntriesChanged[] {
  return inParts(changed).map((entries, index) => ({
    kind: 'entriesChanged',
    entries,
    ...leftBehind(state, entries),
    ...(drawn && index === 0 ? { drawn } : {}),
  }));
}
