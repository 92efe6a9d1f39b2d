// The medal ceremonies in their order: events as their finals are shot, in each bronze first and gold last, with the names to be read out.
import type { Competition } from '../competition.ts';
import type { EventState } from './event.ts';
import { type FinalRow, finalRankingOf } from './final-ranking.ts';

export interface CeremonyRow {
  readonly medal: 'gold' | 'silver' | 'bronze';
  readonly place: number;
  readonly key: string;
  readonly name: string;
  readonly club: string;
  readonly country: string;
  /** Of a team; of an individual the one name. */
  readonly archers: readonly string[];
}

export interface Ceremony {
  readonly event: string;
  readonly eventName: string;
  /** Local time of its last match; undefined where that has none. */
  readonly at: string | undefined;
  /** Those that are decided so far, in the order in which they are given. */
  readonly rows: readonly CeremonyRow[];
  /** Gold, silver and a bronze: nobody is waited for. */
  readonly isDecided: boolean;
}

export function ceremoniesOf(state: Competition): readonly Ceremony[] {
  const ceremonies = [...state.events.values()].map((event) => ceremonyOf(state, event));
  return ceremonies.toSorted((x, y) => compareTimes(x.at, y.at));
}

/** Those without a time come last, in the order of the events. */
function compareTimes(x: string | undefined, y: string | undefined): number {
  if (x === y) return 0;
  if (x === undefined) return 1;
  return y === undefined || x < y ? -1 : 1;
}

function ceremonyOf(state: Competition, { setup, schedule }: EventState): Ceremony {
  const ranking = finalRankingOf(state, setup.id) ?? [];
  const rows = ranking.flatMap((row) => ceremonyRowOf(state, row)).toSorted((x, y) => y.place - x.place);
  const at = [...schedule.values()].reduce<string | undefined>(
    (last, slot) => (last === undefined || slot.at > last ? slot.at : last),
    undefined,
  );
  return { event: setup.id, eventName: setup.name, at, rows, isDecided: isDecided(rows, ranking.length) };
}

/** Where only two are ranked there is no bronze. */
function isDecided(rows: readonly CeremonyRow[], ranked: number): boolean {
  const given = new Set(rows.map(({ medal }) => medal));
  return given.has('gold') && (given.has('silver') || ranked < 2) && (given.has('bronze') || ranked < 3);
}

function ceremonyRowOf(state: Competition, { medal, place, ...row }: FinalRow): readonly CeremonyRow[] {
  if (medal === undefined || place === undefined) return [];
  const { key, name, club, country } = row;
  const archers = row.entries.flatMap((entry) => state.entries.at(entry)?.name ?? []);
  return [{ medal, place, key, name, club, country, archers }];
}
