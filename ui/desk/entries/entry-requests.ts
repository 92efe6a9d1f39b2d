// What the desk asks of the list of entries, and the opposite of it: what has to be asked to take it back.
import type {
  ChangedEntries,
  CheckIn,
  DeskEntry,
  EntryChanges,
  InspectionBody,
} from '../../../src/wire/api-entry-changes.ts';
import { bodyOf } from './entry-text.ts';
import { groupBy } from './group-by.ts';

export type EntryRequest =
  | { readonly kind: 'change'; readonly json: EntryChanges }
  | { readonly kind: 'checkIn'; readonly json: CheckIn }
  | { readonly kind: 'inspect'; readonly json: InspectionBody };

export function changeOf(
  entries: readonly DeskEntry[],
  part: Partial<EntryChanges['changes'][number]['now']>,
): EntryRequest {
  const changes = entries.map((entry) => {
    const was = bodyOf(entry);
    return { entry: entry.number, was, now: { ...was, ...part } };
  });
  return { kind: 'change', json: { changes } };
}

export function withdrawalOf(entries: readonly number[], reason: string): EntryRequest {
  return { kind: 'change', json: { changes: [], withdrawn: { entries, reason } } };
}

export function restoringOf(entries: readonly number[]): EntryRequest {
  return { kind: 'change', json: { changes: [], restored: entries } };
}

/** `before` are the entries as they were when it was asked; none where it changed nothing. */
export function oppositeOf(
  request: EntryRequest,
  before: ReadonlyMap<number, DeskEntry>,
  answer: ChangedEntries,
): readonly EntryRequest[] {
  switch (request.kind) {
    case 'change':
      return [oppositeChange(request.json, answer)];
    case 'checkIn': {
      const { entries, isIn } = request.json;
      const moved = entries.filter((number) => (before.get(number)?.checkedInAt !== undefined) !== isIn);
      return moved.length === 0 ? [] : [{ kind: 'checkIn', json: { entries: moved, isIn: !isIn } }];
    }
    case 'inspect':
      return oppositeInspections(request.json, before);
  }
}

function oppositeChange({ changes, withdrawn, restored = [] }: EntryChanges, answer: ChangedEntries): EntryRequest {
  const now = new Map(answer.entries.map((entry) => [entry.number, entry]));
  const back = changes.flatMap(({ entry, was }) => {
    const found = now.get(entry);
    return found ? [{ entry, was: bodyOf(found), now: was }] : [];
  });
  const gone = [...answer.added.map(({ number }) => number), ...restored];
  return {
    kind: 'change',
    json: {
      changes: back,
      ...(gone.length > 0 ? { withdrawn: { entries: gone, reason: '' } } : {}),
      ...(withdrawn ? { restored: withdrawn.entries } : {}),
    },
  };
}

/** One for each of the results that there were. */
function oppositeInspections(
  { entries, by }: InspectionBody,
  before: ReadonlyMap<number, DeskEntry>,
): readonly EntryRequest[] {
  const groups = groupBy(entries, (number) => {
    const inspection = before.get(number)?.inspection;
    const { result = 'open', remark = '' } = inspection ?? {};
    return JSON.stringify({ result, by: inspection?.by ?? by, remark } satisfies Omit<InspectionBody, 'entries'>);
  });
  return Array.from(groups, ([was, numbers]) => ({
    kind: 'inspect' as const,
    json: { ...(JSON.parse(was) as Omit<InspectionBody, 'entries'>), entries: numbers },
  }));
}
