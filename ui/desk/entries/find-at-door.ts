// Who is meant by what somebody at the door types or scans: the number on a bib, a target, a name, or the address in an athlete's code.
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { everybody, filterEntries } from './entry-filter.ts';

/** A number alone, or the one at the end of an address; undefined for all else. */
export function numberIn(text: string): number | undefined {
  const found = /^(?:\S*\/)?(\d{1,5})\/?$/.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

/** A number means that entry first, then whoever else has it somewhere, as at a target; an address means nobody else. */
export function findAtDoor(entries: readonly DeskEntry[], text: string): readonly DeskEntry[] {
  const number = numberIn(text);
  const meant = number === undefined ? [] : entries.filter((entry) => entry.number === number);
  if (text.includes('/')) return meant;
  const others = filterEntries(entries, { ...everybody, query: text }).filter((entry) => !meant.includes(entry));
  const atTarget = others.filter(({ target }) => target?.toLowerCase() === text.trim().toLowerCase());
  return [...meant, ...atTarget, ...others.filter((entry) => !atTarget.includes(entry))];
}
