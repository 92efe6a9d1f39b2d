// What follows from a competition's state is worked out once per state, however many fields and subscriptions ask for it. States are never
// changed in place, and what is remembered goes with the state.
import type { Competition } from '../domain/competition.ts';

const known = new WeakMap<Competition, Map<string, unknown>>();

/** `key` names what is asked, so that the same key always goes with the same `make`. */
export function remember<T>(state: Competition, key: string, make: (state: Competition) => T): T {
  let ofState = known.get(state);
  if (!ofState) {
    ofState = new Map();
    known.set(state, ofState);
  }
  if (!ofState.has(key)) ofState.set(key, make(state));
  return ofState.get(key) as T;
}
