// What the desk notes of an archer at the venue: that he is there, and that his equipment was looked at. Neither keeps anybody from shooting.
import type { FactOrigin } from '../actor.ts';
import type { ChunkedList } from '../chunked-list.ts';

/** `open`: not looked at yet, or taken back. */
export const inspectionResults = ['passed', 'failed', 'open'] as const;
export type InspectionResult = (typeof inspectionResults)[number];

export interface Inspection extends FactOrigin {
  readonly result: Exclude<InspectionResult, 'open'>;
  /** Who looked. */
  readonly by: string;
  readonly remark: string;
}

export interface Arrival {
  /** Absent: not there yet. */
  readonly checkedIn?: FactOrigin;
  readonly inspection?: Inspection;
}

const nothingNoted: Arrival = {};

export type Arrivals = ChunkedList<Arrival>;

export function arrivalOf(arrivals: Arrivals, entry: number): Arrival {
  return arrivals.at(entry) ?? nothingNoted;
}

/** What is noted of these entries now; whoever has nothing noted any more is missing again. */
export function withArrivals(
  arrivals: Arrivals,
  entries: readonly number[],
  change: (arrival: Arrival) => Arrival,
): Arrivals {
  const changed = entries.map((entry) => [entry, change(arrivalOf(arrivals, entry))] as const);
  const isNoted = ({ checkedIn, inspection }: Arrival) => checkedIn !== undefined || inspection !== undefined;
  const gone = changed.flatMap(([entry, arrival]) => (isNoted(arrival) ? [] : [entry]));
  return arrivals.withAll(changed.filter(([, arrival]) => isNoted(arrival))).without(gone);
}
