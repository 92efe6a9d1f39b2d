// What the desk does to the list of entries over HTTP, and what it alone sees of them. All of it is the organiser's.
import { type Static, Type } from 'typebox';
import { archerNeeds } from '../domain/setup/draw-targets.ts';
import { listOf, originProperties, PositionSchema, ReasonSchema, strict } from './api-common.ts';
import { EntrySchema, mostEntries, NewCategoriesSchema, NewEntrySchema } from './api-entries.ts';

const NumberSchema = Type.Integer({ minimum: 1, maximum: 99_999 });
const NumbersSchema = listOf(NumberSchema, { maxItems: mostEntries, description: 'Numbers of entries' });

const InspectionSchema = Type.Object({
  ...originProperties,
  result: Type.Enum(['passed', 'failed']),
  by: Type.String(),
  remark: Type.String(),
});

export const DeskEntrySchema = Type.Object({
  ...EntrySchema.properties,
  bornIn: Type.Optional(Type.Integer({ description: 'Year of birth' })),
  licence: Type.Optional(Type.String({ description: 'Number of the membership' })),
  needs: Type.Optional(listOf(Type.Enum([...archerNeeds]))),
  checkedInAt: Type.Optional(Type.Integer({ description: 'Milliseconds since 1970; absent: not there yet' })),
  inspection: Type.Optional(InspectionSchema),
  isWritten: Type.Optional(
    Type.Literal(true, { description: 'Something is written on the card: not to be withdrawn' }),
  ),
});
export type DeskEntry = Static<typeof DeskEntrySchema>;

export const WithdrawnEntrySchema = Type.Object({
  ...DeskEntrySchema.properties,
  reason: Type.String(),
  withdrawnAt: Type.Integer({ description: 'Milliseconds since 1970' }),
});
export type WithdrawnEntry = Static<typeof WithdrawnEntrySchema>;

/** GET /api/competitions/:id/entries/details */
export const DeskEntriesSchema = Type.Object({
  position: PositionSchema,
  entries: listOf(DeskEntrySchema),
  withdrawn: listOf(WithdrawnEntrySchema),
});
export type DeskEntries = Static<typeof DeskEntriesSchema>;

const ChangeSchema = Type.Object(
  {
    entry: NumberSchema,
    was: NewEntrySchema,
    now: NewEntrySchema,
  },
  strict,
);

const butt = Type.Integer({ minimum: 1, maximum: 9_999 });
const TargetDrawSchema = Type.Object(
  {
    seed: Type.Integer({ minimum: 0, maximum: 2 ** 32 - 1 }),
    order: Type.Enum(['lot', 'listed']),
    clubsApart: Type.Boolean(),
    shareButts: Type.Boolean(),
    archersPerButt: Type.Integer({ minimum: 1, maximum: 8 }),
    fromButt: butt,
    toButt: butt,
    outOfUse: listOf(butt, { maxItems: 9_999 }),
    categories: listOf(Type.String({ maxLength: 40 }), { maxItems: 500 }),
  },
  strict,
);

const withdrawal = { entries: NumbersSchema, reason: ReasonSchema };

/** PATCH /api/competitions/:id/entries: all of it or nothing, checked as the list is at its end. */
export const EntryChangesSchema = Type.Object(
  {
    changes: listOf(ChangeSchema, { maxItems: mostEntries }),
    categories: Type.Optional(NewCategoriesSchema),
    added: Type.Optional(listOf(NewEntrySchema, { maxItems: mostEntries })),
    withdrawn: Type.Optional(Type.Object(withdrawal, strict)),
    restored: Type.Optional(NumbersSchema),
    drawn: Type.Optional(TargetDrawSchema),
  },
  strict,
);
export type EntryChanges = Static<typeof EntryChangesSchema>;

/** POST /api/competitions/:id/entries/withdrawn */
export const WithdrawalSchema = Type.Object(withdrawal, strict);
export type Withdrawal = Static<typeof WithdrawalSchema>;
/** POST /api/competitions/:id/entries/restored */
export const RestoringSchema = Type.Object({ entries: NumbersSchema }, strict);
export type Restoring = Static<typeof RestoringSchema>;
/** POST /api/competitions/:id/entries/checked-in */
export const CheckInSchema = Type.Object({ entries: NumbersSchema, isIn: Type.Boolean() }, strict);
export type CheckIn = Static<typeof CheckInSchema>;
/** POST /api/competitions/:id/entries/inspected */
export const InspectionBodySchema = Type.Object(
  {
    entries: NumbersSchema,
    result: Type.Enum(['passed', 'failed', 'open'], { description: 'open: not inspected, or taken back' }),
    by: Type.String({ maxLength: 100, description: 'Who looked at the equipment' }),
    remark: ReasonSchema,
  },
  strict,
);
export type InspectionBody = Static<typeof InspectionBodySchema>;

/** Of each of them: the entries that it was about, as they are now, by number; those added in the order of the body. */
export const ChangedEntriesSchema = Type.Object({
  position: PositionSchema,
  entries: listOf(DeskEntrySchema),
  added: listOf(DeskEntrySchema),
});
export type ChangedEntries = Static<typeof ChangedEntriesSchema>;
