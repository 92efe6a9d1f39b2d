// How facts change the list of entries: registered, changed, withdrawn, back again, there, inspected. Who stands at which butt follows, in the
// order of the letters. Who is withdrawn is in no list any more, but remembered: the number is never given again.
import type { FactOrigin } from './actor.ts';
import type { Competition } from './competition.ts';
import type {
  EntriesCheckedIn,
  EntriesRestored,
  EntriesWithdrawn,
  Entry,
  EntryFact,
  EquipmentInspected,
} from './facts.ts';
import { withArrivals } from './setup/arrivals.ts';
import { compareTargets } from './target.ts';

export function evolveEntries(state: Competition, fact: EntryFact, origin: FactOrigin): Competition {
  switch (fact.kind) {
    case 'entriesRegistered':
    case 'entriesChanged':
      return withEntries(state, fact.entries);
    case 'entriesWithdrawn':
      return withWithdrawn(state, fact, origin);
    case 'entriesRestored':
      return withRestored(state, fact);
    case 'entriesCheckedIn':
      return { ...state, arrivals: checkedIn(state, fact, origin) };
    case 'equipmentInspected':
      return { ...state, arrivals: inspected(state, fact, origin) };
  }
}

/** With these entries, in place of those of the same number. */
export function withEntries(state: Competition, given: readonly Entry[]): Competition {
  const numbers = new Set(given.map(({ number }) => number));
  const left = given.flatMap(({ number }) => state.entries.at(number)?.target?.butt ?? []);
  const entries = state.entries.withAll(given.map((entry) => [entry.number, entry]));
  const highest = given.reduce((most, entry) => Math.max(most, entry.number), state.entryCount);
  return withButts({ ...state, entries, entryCount: highest }, numbers, left);
}

/** Who stands where, anew at the butts where these entries stood and stand. */
function withButts(state: Competition, changed: ReadonlySet<number>, left: readonly number[]): Competition {
  const butts = new Map(left.map((butt) => [butt, [] as number[]]));
  for (const number of changed) {
    const butt = state.entries.at(number)?.target?.butt;
    if (butt !== undefined) butts.set(butt, [...(butts.get(butt) ?? []), number]);
  }
  const empty: number[] = [];
  for (const [butt, numbers] of butts) {
    for (const number of state.entriesByButt.at(butt) ?? []) if (!changed.has(number)) numbers.push(number);
    numbers.sort((a, b) => byTarget(state, a, b));
    if (numbers.length === 0) empty.push(butt);
  }
  return { ...state, entriesByButt: state.entriesByButt.withAll(butts).without(empty) };
}

function byTarget({ entries }: Competition, a: number, b: number): number {
  const [first, second] = [entries.at(a)?.target, entries.at(b)?.target];
  return (first && second ? compareTargets(first, second) : 0) || a - b;
}

/** Only who has an empty card is withdrawn; should there be something on it all the same, it goes with the entry. */
function withWithdrawn(state: Competition, fact: EntriesWithdrawn, { at, actor }: FactOrigin): Competition {
  const gone = fact.entries.flatMap((number) => state.entries.at(number) ?? []);
  const numbers = gone.map(({ number }) => number);
  const withdrawn = new Map(state.withdrawn);
  for (const entry of gone) withdrawn.set(entry.number, { entry, reason: fact.reason, at, actor });
  const without = {
    ...state,
    withdrawn,
    entries: state.entries.without(numbers),
    scorecards: state.scorecards.without(numbers),
    notes: state.notes.without(numbers),
  };
  return withButts(
    without,
    new Set(numbers),
    gone.flatMap(({ target }) => target?.butt ?? []),
  );
}

function withRestored(state: Competition, { entries }: EntriesRestored): Competition {
  const withdrawn = new Map(state.withdrawn);
  for (const { number } of entries) withdrawn.delete(number);
  return withEntries({ ...state, withdrawn }, entries);
}

function checkedIn(state: Competition, { entries, isIn }: EntriesCheckedIn, { at, actor }: FactOrigin) {
  return withArrivals(state.arrivals, entries, ({ checkedIn: _, ...rest }) =>
    isIn ? { ...rest, checkedIn: { at, actor } } : rest,
  );
}

function inspected(state: Competition, fact: EquipmentInspected, { at, actor }: FactOrigin) {
  const { entries, result, by, remark } = fact;
  return withArrivals(state.arrivals, entries, ({ inspection: _, ...rest }) =>
    result === 'open' ? rest : { ...rest, inspection: { result, by, remark, at, actor } },
  );
}
