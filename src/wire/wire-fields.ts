// Fields as decoding leaves them: what was never written is null or missing and means its default; a word of a closed list is one of the
// list's or the bytes are malformed.
import type { ArrowValue } from '../domain/arrow-value.ts';
import { type Standing, standings } from '../domain/card/card-notes.ts';
import type { End } from '../domain/card/scorecard.ts';
import { bytesToArrows, bytesToEnd } from './arrows.ts';
import { MalformedError } from './malformed.ts';

type Missing = null | undefined;
const none = new Uint8Array();

export const text = (value: string | Missing): string => value ?? '';
export const count = (value: number | Missing): number => value ?? 0;
export const list = <T>(values: readonly T[] | Missing): readonly T[] => values ?? [];
export const wholeEnd = (bytes: Uint8Array | Missing): End => bytesToEnd(bytes ?? none);
export const shotArrows = (bytes: Uint8Array | Missing): readonly ArrowValue[] => bytesToArrows(bytes ?? none);

/** A record and not an array, so that the compiler misses no word of the union. */
export type Words<W extends string> = Readonly<Record<W, true>>;

export function wordOf<W extends string>(words: Words<W>, value: string | Missing): W {
  const found = (Object.keys(words) as W[]).find((word) => word === value);
  if (found === undefined)
    throw new MalformedError(`${JSON.stringify(value)} is none of ${Object.keys(words).join(', ')}`);
  return found;
}

/** For a property that is absent rather than undefined. */
export function present<K extends string, V>(key: K, value: V | Missing): { readonly [P in K]?: V } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

/** For screens: absent for who competes, and for a word of a newer appliance. */
export function standingOf(value: string | Missing): Exclude<Standing, 'competing'> | undefined {
  const found = standings.find((standing) => standing === value);
  return found === 'competing' ? undefined : found;
}
