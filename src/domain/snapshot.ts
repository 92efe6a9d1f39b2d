// A competition's state as plain JSON, so that a start need not fold every fact again. Only a cache: a snapshot of another version is
// thrown away and the facts are folded instead.

import type { Category } from './categories.ts';
import { ChunkedList } from './chunked-list.ts';
import { type Competition, type Device, roundOfEntry } from './competition.ts';
import { evolve } from './evolve.ts';
import type { Entry } from './facts.ts';
import { type End, type Scorecard, scorecardOfEnds } from './scorecard.ts';

/** Raise it with every change of Competition's shape or meaning. */
export const snapshotVersion = 1;

export interface CompetitionSnapshot {
  readonly version: number;
  readonly details: Pick<Competition, 'name' | 'venue' | 'from' | 'to' | 'discipline' | 'ruleSetId' | 'entryCount'>;
  readonly categories: readonly Category[];
  readonly entries: readonly Entry[];
  readonly cards: readonly (readonly [entry: number, ends: readonly End[]])[];
  readonly devices: readonly Device[];
}

export function competitionToSnapshot(state: Competition): CompetitionSnapshot {
  const { name, venue, from, to, discipline, ruleSetId, entryCount } = state;
  return {
    version: snapshotVersion,
    details: { name, venue, from, to, discipline, ruleSetId, entryCount },
    categories: [...state.categories.values()],
    entries: [...state.entries.values()],
    cards: [...state.scorecards.entries()].map(([entry, card]) => [entry, card.ends] as const),
    devices: [...state.devices.values()],
  };
}

/** Undefined for a snapshot of another version. */
const origin = { at: 0, actor: { role: 'system' } } as const;

export function snapshotToCompetition(snapshot: CompetitionSnapshot): Competition | undefined {
  if (snapshot.version !== snapshotVersion) return undefined;
  const { entryCount, ...details } = snapshot.details;
  let state = evolve(undefined, { kind: 'competitionCreated', ...details }, origin);
  state = evolve(state, { kind: 'categoriesAdded', categories: snapshot.categories }, origin);
  // JSON drops an undefined target.
  const entries = snapshot.entries.map((entry) => ({ ...entry, target: entry.target }));
  state = { ...evolve(state, { kind: 'entriesRegistered', entries }, origin), entryCount };
  const scorecards: [number, Scorecard][] = [];
  for (const [entry, ends] of snapshot.cards) {
    const round = roundOfEntry(state, entry);
    if (round) scorecards.push([entry, scorecardOfEnds(round, ends)]);
  }
  return {
    ...state,
    scorecards: ChunkedList.from(scorecards),
    devices: new Map(snapshot.devices.map((device) => [device.id, device])),
  };
}
