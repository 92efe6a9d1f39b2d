// The judges' log over HTTP. The organiser's: what is protested and noted is nobody else's until it is decided.
import { type Static, Type } from 'typebox';
import { longestFee, longestNote, noteKinds, noteOutcomes } from '../domain/judges-log/judges-log.ts';
import { ByName, listOf, nullable, originProperties, PositionSchema, ReasonSchema, strict } from './api-common.ts';

const Ordinal = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Text = Type.String({ maxLength: longestNote + 1 });
const Fee = Type.String({ maxLength: longestFee + 1, description: 'What was paid with it, in words' });

const AboutSchema = Type.Object(
  {
    entry: Type.Optional(Ordinal),
    end: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Of the card or the match' })),
    event: Type.Optional(Type.String({ maxLength: 100 })),
    match: Type.Optional(Type.String({ maxLength: 100, description: 'Of the event: `2/1`' })),
    butt: Type.Optional(Ordinal),
  },
  { ...strict, description: 'Nothing: the competition' },
);

const SortSchema = Type.Enum([...noteKinds]);
const OutcomeSchema = Type.Enum([...noteOutcomes]);

/** PUT /api/competitions/:id/notes/:note (organiser): again, other words for the same note. */
export const NoteBodySchema = Type.Object(
  {
    sort: SortSchema,
    about: AboutSchema,
    text: Text,
    by: Type.String({ maxLength: 100, description: 'Who notes it, or who protests' }),
    fee: Type.Optional(Fee),
  },
  strict,
);

/** PUT …/notes/:note/ending (organiser) */
export const EndingBodySchema = Type.Object(
  { outcome: OutcomeSchema, text: Text, by: ByName, feeReturned: Type.Optional(Type.Literal(true)) },
  strict,
);

/** DELETE …/notes/:note/ending?by=&reason= (organiser) */
export const ReopenNoteQuery = Type.Object({ by: ByName, reason: ReasonSchema });

export const NoteSchema = Type.Object({
  id: Type.String(),
  ...originProperties,
  sort: SortSchema,
  about: AboutSchema,
  text: Type.String(),
  by: Type.String(),
  fee: Type.Optional(Type.String()),
  ending: Type.Optional(
    Type.Object({
      ...originProperties,
      outcome: OutcomeSchema,
      text: Type.String(),
      by: Type.String(),
      feeReturned: Type.Optional(Type.Literal(true)),
    }),
  ),
  name: nullable(Type.String({ description: 'Of the archer that it is about' })),
  target: nullable(Type.String({ description: 'Of the archer: `12A`' })),
});
export type NoteView = Static<typeof NoteSchema>;

/** GET /api/competitions/:id/notes (organiser): newest first. */
export const NotesSchema = Type.Object({ position: PositionSchema, notes: listOf(NoteSchema) });
export type NotesView = Static<typeof NotesSchema>;
