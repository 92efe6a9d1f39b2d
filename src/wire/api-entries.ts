// Entries over HTTP: the list, whole or page by page, one of them, and registering some.
import { type Static, Type } from 'typebox';
import { archerNeeds } from '../domain/setup/draw-targets.ts';
import { CodeSchema, listOf, NextSchema, nullable, PositionSchema, strict } from './api-common.ts';

export const EntrySchema = Type.Object({
  number: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  target: nullable(Type.String({ description: '`12A`' })),
  country: Type.Optional(Type.String()),
  also: Type.Optional(listOf(Type.String())),
});
/** GET /api/competitions/:id/entries (array, without `limit`) and /entries/:number. The year of birth is in the export only. */
export type EntryView = Static<typeof EntrySchema>;

/** GET /api/competitions/:id/entries?limit=100&after=… */
export const EntryPageSchema = Type.Object({
  position: PositionSchema,
  entries: listOf(EntrySchema),
  next: NextSchema,
});
export type EntryPage = Static<typeof EntryPageSchema>;

const NeedsSchema = listOf(Type.Enum([...archerNeeds]), { maxItems: archerNeeds.length });

export const NewEntrySchema = Type.Object(
  {
    name: Type.String({ maxLength: 200 }),
    club: Type.String({ maxLength: 200 }),
    category: CodeSchema,
    target: Type.Optional(nullable(Type.String({ maxLength: 8, description: '`12A`' }))),
    country: Type.Optional(Type.String({ maxLength: 60 })),
    bornIn: Type.Optional(Type.Integer({ description: 'Year of birth' })),
    also: Type.Optional(listOf(CodeSchema, { maxItems: 20 })),
    licence: Type.Optional(Type.String({ maxLength: 40, description: 'Number of the membership' })),
    needs: Type.Optional(NeedsSchema),
  },
  strict,
);

export type EntryBody = Static<typeof NewEntrySchema>;

export const NewCategoriesSchema = listOf(
  Type.Object({ code: CodeSchema, name: Type.String({ maxLength: 100 }), roundId: CodeSchema }, strict),
  { maxItems: 500 },
);

/** Of a list that is imported, or changed as a whole. */
export const mostEntries = 20_000;

/** POST /api/competitions/:id/entries (organiser): all of them, or none. Categories that do not exist yet come along. */
export const NewEntriesSchema = Type.Object(
  { categories: NewCategoriesSchema, entries: listOf(NewEntrySchema, { maxItems: mostEntries }) },
  strict,
);
export type NewEntries = Static<typeof NewEntriesSchema>;
