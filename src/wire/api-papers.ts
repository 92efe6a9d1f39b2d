// Signed paper cards over HTTP: what stands on them, what differs, what a judge settled, and which results are official.
import { type Static, Type } from 'typebox';
import { mostWaived } from '../domain/reconcile/decide-reconciling.ts';
import { paperStates } from '../domain/reconcile/paper-card.ts';
import { TieBreakSchema } from './api-catalogue.ts';
import { ByName, listOf, nullable, originProperties, PositionSchema, ReasonSchema, strict } from './api-common.ts';

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const figures = {
  total: Count,
  counts: listOf(Count, { maxItems: 10, description: 'In the order of `tieBreak`' }),
};
export const FiguresSchema = Type.Object(figures, strict);

const judged = { ...originProperties, by: Type.String(), reason: Type.String() };

export const PaperStateSchema = Type.Enum([...paperStates], {
  description: 'open: arrows are still to be shot; missing: not typed yet; notNeeded: no arrow was shot',
});

export const PaperSchema = Type.Object({
  entry: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  target: nullable(Type.String({ description: '`12A`' })),
  state: PaperStateSchema,
  arrows: FiguresSchema,
  paper: nullable(Type.Object({ ...figures, ...originProperties, by: Type.String() })),
  counts: nullable(Type.Object(figures, { description: 'What counts by the paper; null: what the arrows give' })),
  settled: nullable(Type.Object({ ...judged, was: FiguresSchema, now: FiguresSchema })),
  waived: nullable(Type.Object(judged)),
});
export type PaperView = Static<typeof PaperSchema>;

const CategorySchema = Type.Object({
  category: Type.String(),
  name: Type.String(),
  isOfficial: Type.Boolean({ description: 'Every card is compared with its paper, or waived by name' }),
  cards: Type.Integer(),
  reconciled: Type.Integer(),
});

/** GET /api/competitions/:id/papers?category=RM or ?entry=5 (organiser), in the order of targets */
export const PapersSchema = Type.Object({
  position: PositionSchema,
  tieBreak: TieBreakSchema,
  categories: listOf(CategorySchema),
  papers: listOf(PaperSchema, { description: 'Of the category or the entry that was asked for; none without' }),
});
export type PapersView = Static<typeof PapersSchema>;

/** PUT /api/competitions/:id/entries/:number/paper (organiser): again, instead of what was typed before. */
export const PaperBodySchema = Type.Object({ ...figures, by: ByName }, strict);

/** PUT …/entries/:number/paper/settlement (organiser): `arrows` and `paper` as the judge saw them. */
export const SettlementBodySchema = Type.Object(
  { arrows: FiguresSchema, paper: FiguresSchema, by: ByName, reason: ReasonSchema },
  strict,
);

/** POST /api/competitions/:id/papers/waived (organiser): all or nothing. */
export const WaiverBodySchema = Type.Object(
  {
    entries: listOf(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { maxItems: mostWaived + 1 }),
    by: ByName,
    reason: ReasonSchema,
  },
  strict,
);

/** DELETE …/entries/:number/paper?by=&reason= (organiser) */
export const TakeBackQuery = Type.Object({ by: ByName, reason: ReasonSchema });
