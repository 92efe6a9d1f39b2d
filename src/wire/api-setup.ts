// How a competition is set up over HTTP: categories, sessions, records.
import { type Static, Type } from 'typebox';
import { CodeSchema, DaySchema, listOf, strict } from './api-common.ts';

/** PUT /api/competitions/:id/categories/:category (organiser) */
export const CategoryBodySchema = Type.Object(
  { name: Type.String({ maxLength: 100 }), roundId: CodeSchema },
  { ...strict, description: 'The round is fixed once an arrow is shot in the category' },
);

export const SessionSchema = Type.Object(
  {
    number: Type.Integer({ description: 'From 1, as they are shot' }),
    name: Type.String({ maxLength: 100 }),
    day: DaySchema,
    start: Type.String({ maxLength: 5, description: 'hh:mm, or empty' }),
    categories: listOf(Type.String({ maxLength: 40 }), { maxItems: 500 }),
    fromEnd: Type.Integer({ description: 'End of the round, from 1' }),
    toEnd: Type.Integer({ description: 'Included' }),
  },
  { ...strict, description: 'The part of a round that is shot on one day or half-day; no categories: all' },
);
/** GET and PUT /api/competitions/:id/sessions (PUT: organiser; all of them, in place of those before) */
export const SessionsSchema = listOf(SessionSchema, { maxItems: 200 });
export type SessionViews = Static<typeof SessionsSchema>;

export const RecordSchema = Type.Object(
  {
    kind: Type.String({ maxLength: 20, description: '`PB` for a personal best, else the record’s own short name' }),
    category: Type.String({ maxLength: 40, description: 'Empty for a personal best in any' }),
    roundId: CodeSchema,
    name: Type.String({ maxLength: 200, description: 'Whose personal best; empty for a record of everybody' }),
    club: Type.String({ maxLength: 200 }),
    total: Type.Integer(),
    x: Type.Optional(Type.Integer({ description: 'Xs, where they decide equal totals' })),
  },
  strict,
);
/** GET and PUT /api/competitions/:id/records (PUT: organiser; the whole table, as JSON or text/csv) */
export const RecordsSchema = listOf(RecordSchema, { maxItems: 50_000 });
export type RecordViews = Static<typeof RecordsSchema>;
