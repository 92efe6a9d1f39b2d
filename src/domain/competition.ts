// A competition's state and how facts change it. `evolve` is total: a fact has happened, so it is applied, never argued with.
import type { Category } from './categories.ts';
import { ChunkedList } from './chunked-list.ts';
import type { Entry, Fact } from './facts.ts';
import { type Discipline, distanceOfEnd, findRound, type Round } from './rounds.ts';
import { blankEnd, emptyScorecard, type Scorecard, withEnd } from './scorecard.ts';
import { compareTargets } from './target.ts';

export interface Device {
  readonly id: string;
  readonly butt: number;
  readonly tokenHash: string;
  readonly label: string;
  readonly revoked: boolean;
}

export interface Competition {
  readonly name: string;
  readonly venue: string;
  readonly from: string;
  readonly to: string;
  readonly discipline: Discipline;
  readonly ruleSetId: string;
  readonly categories: ReadonlyMap<string, Category>;
  /** By entry number. */
  readonly entries: ChunkedList<Entry>;
  /** By entry number; missing while no arrow is scored. */
  readonly scorecards: ChunkedList<Scorecard>;
  /** Entry numbers by butt, in the order of their letters. */
  readonly entriesByButt: ChunkedList<readonly number[]>;
  readonly entryCount: number;
  readonly devices: ReadonlyMap<string, Device>;
}

export function evolve(state: Competition | undefined, fact: Fact): Competition {
  if (fact.kind === 'competitionCreated') {
    const { kind: _, ...facts } = fact;
    return {
      ...facts,
      categories: new Map(),
      entries: ChunkedList.empty(),
      scorecards: ChunkedList.empty(),
      entriesByButt: ChunkedList.empty(),
      entryCount: 0,
      devices: new Map(),
    };
  }
  if (!state) throw new Error(`A journal must begin with competitionCreated, not with ${fact.kind}`);
  switch (fact.kind) {
    case 'categoriesAdded':
      return {
        ...state,
        categories: new Map([...state.categories, ...fact.categories.map((each) => [each.code, each] as const)]),
      };
    case 'entriesRegistered':
      return withEntries(state, fact.entries);
    case 'devicePaired': {
      const { kind: _, device, ...paired } = fact;
      return { ...state, devices: new Map(state.devices).set(device, { id: device, ...paired, revoked: false }) };
    }
    case 'deviceRevoked': {
      const device = state.devices.get(fact.device);
      if (!device) return state;
      return { ...state, devices: new Map(state.devices).set(device.id, { ...device, revoked: true }) };
    }
    case 'arrowsScored': {
      const round = roundOfEntry(state, fact.entry);
      if (!round) return state;
      const end = endOf(scorecardOf(state, fact.entry), round, fact.end).slice();
      for (const [offset, arrow] of fact.arrows.entries()) end[fact.first + offset] = arrow;
      return withScoredEnd(state, round, fact.entry, fact.end, end);
    }
    case 'endCorrected': {
      const round = roundOfEntry(state, fact.entry);
      return round ? withScoredEnd(state, round, fact.entry, fact.end, fact.arrows) : state;
    }
  }
}

function withScoredEnd(
  state: Competition,
  round: Round,
  entry: number,
  end: number,
  arrows: Scorecard['ends'][number],
) {
  const card = withEnd(scorecardOf(state, entry), round, end, arrows);
  return { ...state, scorecards: state.scorecards.with(entry, card) };
}

function withEntries(state: Competition, added: readonly Entry[]): Competition {
  const entries = state.entries.withAll(added.map((entry) => [entry.number, entry]));
  const butts = new Map<number, number[]>();
  for (const { number, target } of added) {
    if (!target) continue;
    const numbers = butts.get(target.butt) ?? [...(state.entriesByButt.at(target.butt) ?? [])];
    numbers.push(number);
    butts.set(target.butt, numbers);
  }
  for (const numbers of butts.values()) {
    numbers.sort((a, b) => {
      const [first, second] = [entries.at(a)?.target, entries.at(b)?.target];
      return first && second ? compareTargets(first, second) : a - b;
    });
  }
  const highest = added.reduce((most, entry) => Math.max(most, entry.number), state.entryCount);
  return { ...state, entries, entriesByButt: state.entriesByButt.withAll(butts), entryCount: highest };
}

export function scorecardOf(state: Competition, entry: number): Scorecard {
  return state.scorecards.at(entry) ?? emptyScorecard;
}

export function roundOfCategory(state: Competition, code: string): Round | undefined {
  return findRound(state.categories.get(code)?.roundId ?? '');
}

export function roundOfEntry(state: Competition, entry: number): Round | undefined {
  return roundOfCategory(state, state.entries.at(entry)?.category ?? '');
}

/** The end (from 1) of a card, blank where nothing is scored yet. */
export function endOf(card: Scorecard, round: Round, end: number): Scorecard['ends'][number] {
  return card.ends[end - 1] ?? blankEnd(distanceOfEnd(round, end)?.arrowsPerEnd ?? 0);
}
