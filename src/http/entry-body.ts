// An entry in a body as the domain has it.
import type { NewEntry } from '../domain/commands.ts';
import { parseTarget } from '../domain/target.ts';
import type { EntryBody } from '../wire/api-entries.ts';
import { RefusalError } from './errors.ts';

/** Throws RefusalError. */
export function newEntryOf({ target = null, ...entry }: EntryBody): NewEntry {
  const place = target === null ? undefined : parseTarget(target);
  if (target !== null && !place) throw new RefusalError('badRequest', { why: `${target} is no target: write 12A` });
  return { ...entry, target: place };
}
