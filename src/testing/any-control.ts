// Any note of the judges' log, and anything that is known of a paper card, as facts.
import fc from 'fast-check';
import type { NoteFact, ReconcileFact } from '../domain/facts.ts';
import { noteKinds, noteOutcomes } from '../domain/judges-log/judges-log.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const count = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const few = { maxLength: 3 };
const kind = <K extends string>(value: K) => ({ kind: fc.constant(value) });
const judged = { by: text, reason: text };
const figures = { total: count, counts: fc.array(count, few) };

const about = fc.record({ entry: count, end: count, event: text, match: text, butt: count }, { requiredKeys: [] });

export const anyControlFactOf: {
  readonly [K in (NoteFact | ReconcileFact)['kind']]: fc.Arbitrary<
    Extract<NoteFact | ReconcileFact, { readonly kind: K }>
  >;
} = {
  noteWritten: fc.record(
    {
      ...kind('noteWritten'),
      ...{ note: text, sort: fc.constantFrom(...noteKinds), about, text, by: text, fee: text },
    },
    { requiredKeys: ['kind', 'note', 'sort', 'about', 'text', 'by'] },
  ),
  noteClosed: fc.record(
    {
      ...kind('noteClosed'),
      ...{ note: text, outcome: fc.constantFrom(...noteOutcomes), text, by: text },
      feeReturned: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'note', 'outcome', 'text', 'by'] },
  ),
  noteReopened: fc.record({ ...kind('noteReopened'), note: text, ...judged }),
  paperCounted: fc.record({ ...kind('paperCounted'), entry: count, ...figures, by: text }),
  paperSettled: fc.record({
    ...kind('paperSettled'),
    ...{ entry: count, was: fc.record(figures), now: fc.record(figures) },
    ...judged,
  }),
  paperWaived: fc.record({ ...kind('paperWaived'), entries: fc.array(count, few), ...judged }),
  paperTakenBack: fc.record({ ...kind('paperTakenBack'), entry: count, ...judged }),
};
