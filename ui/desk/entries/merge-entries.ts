// Two entries made one: which of them stays, and from which of the two each of its details is. Pure.
import type { EntryBody } from '../../../src/wire/api-entries.ts';
import type { EntryRequest } from './entry-requests.ts';
import { bodyOf, type EntryField, entryFields, textsOf } from './entry-text.ts';
import type { Twins } from './likely-twins.ts';

export type Side = 'one' | 'other';

export interface Choice {
  readonly keep: Side;
  /** Absent: from the one that stays. */
  readonly from: Partial<Record<EntryField, Side>>;
}

/** The one that is written on stays, else the one with a target, else the older; what is empty in it is taken from the other. */
export function usualChoice(twins: Twins): Choice {
  const { one, other } = twins;
  const isOther =
    (other.isWritten && !one.isWritten) || (!one.isWritten && one.target === null && other.target !== null);
  const keep: Side = isOther ? 'other' : 'one';
  const [kept, gone] = (isOther ? [other, one] : [one, other]).map(textsOf);
  const filled = entryFields.filter((field) => kept?.[field] === '' && gone?.[field] !== '');
  return { keep, from: Object.fromEntries(filled.map((field) => [field, isOther ? 'one' : 'other'])) };
}

export function differingFields({ one, other }: Twins): readonly EntryField[] {
  const [left, right] = [textsOf(one), textsOf(other)];
  return entryFields.filter((field) => left[field] !== right[field]);
}

/** One request: the other is withdrawn, so that its target is free for the one that stays. */
export function mergeOf(twins: Twins, { keep, from }: Choice, reason: string): EntryRequest {
  const [kept, gone] = keep === 'one' ? [twins.one, twins.other] : [twins.other, twins.one];
  const [was, others] = [bodyOf(kept), bodyOf(gone)];
  const now: Record<string, unknown> = { ...was };
  for (const field of entryFields) {
    if ((from[field] ?? keep) === keep) continue;
    if (others[field] === undefined) delete now[field];
    else now[field] = others[field];
  }
  // Made of two bodies, field by field.
  const changes = [{ entry: kept.number, was, now: now as EntryBody }];
  const isChanged = JSON.stringify(textsOf(was)) !== JSON.stringify(textsOf(now as EntryBody));
  return { kind: 'change', json: { changes: isChanged ? changes : [], withdrawn: { entries: [gone.number], reason } } };
}
