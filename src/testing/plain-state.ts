// A competition as plain data, so that deepEqual sees all of it: it looks neither into chunked lists nor into ranking trees.
import type { Competition } from '../domain/competition.ts';

export function plainState(state: Competition) {
  const { entries, scorecards, notes, entriesByButt, arrivals, rankings, ...rest } = state;
  return {
    ...rest,
    entries: [...entries.entries()],
    scorecards: [...scorecards.entries()],
    notes: [...notes.entries()],
    entriesByButt: [...entriesByButt.entries()],
    arrivals: [...arrivals.entries()],
    rankings: new Map([...rankings].map(([category, tree]) => [category, [...tree.values()]])),
  };
}
