// The matches of an elimination, made from its set-up once and then kept as data.
import type { DrawMatch } from './draw.ts';
import type { Elimination } from './event.ts';

/** In the order in which they can be shot. `seeds` is how many are really in it, from 2 to `qualifiers`. */
export function makeDraw(_elimination: Elimination, _seeds: number): readonly DrawMatch[] {
  return [];
}
