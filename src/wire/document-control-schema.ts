// In the interchange file: the judges' log, and what is known of paper cards.
import { Type } from 'typebox';
import { longestNote, noteKinds, noteOutcomes } from '../domain/judges-log/judges-log.ts';
import { list, object, oneOf, origin, text, whole } from './document-parts.ts';

const Words = Type.String({ maxLength: longestNote });

const Note = object({
  ...origin,
  id: text(),
  sort: oneOf(noteKinds),
  about: object({
    entry: Type.Optional(whole(1)),
    end: Type.Optional(whole(1, 'Of the card or the match')),
    event: Type.Optional(text()),
    match: Type.Optional(text('Of the event')),
    butt: Type.Optional(whole(1)),
  }),
  text: Words,
  by: text('Who noted it, or who protests'),
  fee: Type.Optional(text('What was paid with it')),
  ending: Type.Optional(
    object({
      ...origin,
      outcome: oneOf(noteOutcomes),
      text: Words,
      by: text(),
      feeReturned: Type.Optional(Type.Literal(true)),
    }),
  ),
});

const figures = {
  total: whole(0),
  counts: Type.Array(whole(0), { maxItems: 10, description: 'In the order of the rule set’s tie-break' }),
};
export const Figures = object(figures);

const judged = { ...origin, by: text(), reason: text() };

export const PaperCard = object(
  {
    count: Type.Optional(object({ ...origin, ...figures, by: text() })),
    settled: Type.Optional(object({ ...judged, was: Figures, now: Figures })),
    waived: Type.Optional(object(judged)),
  },
  'The signed paper card: what stands on it, what a judge settled, or that the card counts without it',
);

export const controlMembers = { judgesLog: list(Note, 'The judges’ log, as it was first written') };
