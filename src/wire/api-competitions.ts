// A competition and its categories over HTTP.
import { type Static, Type } from 'typebox';
import { DisciplineSchema } from './api-catalogue.ts';
import { ScoringModeSchema } from './api-clock.ts';
import { strict } from './api-common.ts';

export const CategorySchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  roundId: Type.String(),
  roundName: Type.String({ description: 'Of the catalogue or of the organiser’s own' }),
  entries: Type.Integer({ description: 'Athletes registered in it' }),
  isOfficial: Type.Boolean({
    description: 'Its result: every card is compared with its signed paper, or waived by name',
  }),
});

/** GET /api/competitions/:id/categories (array), GET and PUT /api/competitions/:id/categories/:category */
export type CategoryView = Static<typeof CategorySchema>;

/** How far a competition's journal is. */
export const JournalEndSchema = Type.Object(
  {
    facts: Type.Integer(),
    head: Type.String({ description: 'SHA-256 of the last fact, in hexadecimal: it covers all facts before it' }),
  },
  { description: 'What tenring verify and the result book print: equal heads, equal facts' },
);

export type JournalEnd = Static<typeof JournalEndSchema>;

export const CompetitionSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  venue: Type.String(),
  from: Type.String({ description: 'yyyy-mm-dd' }),
  to: Type.String({ description: 'yyyy-mm-dd' }),
  discipline: DisciplineSchema,
  ruleSetId: Type.String(),
  isClosed: Type.Boolean({
    description: 'Archived: it is kept out of lists of what is on, and nothing in it can be changed',
  }),
  scoring: ScoringModeSchema,
  entryCount: Type.Integer(),
  journal: JournalEndSchema,
  categories: Type.Array(CategorySchema),
});
/** GET /api/competitions (array), GET /api/competitions/:id, answer of POST /api/competitions */
export type CompetitionView = Static<typeof CompetitionSchema>;

/** POST /api/competitions (organiser) */
export const NewCompetitionSchema = Type.Object({
  name: Type.String({ maxLength: 200 }),
  venue: Type.String({ maxLength: 200 }),
  from: Type.String(),
  to: Type.String(),
  discipline: DisciplineSchema,
  ruleSetId: Type.String(),
});
export type NewCompetition = Static<typeof NewCompetitionSchema>;

/** DELETE /api/competitions/:id (organiser) */
export const RemovalSchema = Type.Object(
  { name: Type.String({ maxLength: 200, description: 'Its name, as it is' }) },
  strict,
);
