// How far all cards of a competition are: what the desk looks through for differences and missing signatures.
import { type Static, Type } from 'typebox';
import { scoringModes } from '../domain/card/card-notes.ts';
import { cardFilters } from '../domain/card/card-state.ts';
import { listOf, NextSchema, nullable, PositionSchema, StandingSchema } from './api-common.ts';

const EndsSchema = listOf(Type.Integer());

export const CardStateSchema = Type.Object({
  entry: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  target: nullable(Type.String({ description: '`12A`' })),
  standing: StandingSchema,
  total: Type.Integer(),
  ends: Type.Integer({ description: 'Of the round' }),
  shot: Type.Integer({ description: 'Ends with every arrow written' }),
  verified: Type.Integer({
    description: 'Of these, ends seen by as many as the competition asks for, who all have the same',
  }),
  /** Ends on which the two cards differ. */
  differing: EndsSchema,
  /** Ends that only the second card has in full. */
  waiting: EndsSchema,
  signed: listOf(Type.Enum(['athlete', 'scorer'])),
  isLocked: Type.Boolean(),
});
export type CardStateView = Static<typeof CardStateSchema>;

const Count = Type.Integer();

/** GET /api/competitions/:id/cards?show=differing (organiser) */
export const CardStatesSchema = Type.Object({
  position: PositionSchema,
  scoring: Type.Enum([...scoringModes], { description: 'How many cards are kept' }),
  counts: Type.Object({ all: Count, differing: Count, unverified: Count, unsigned: Count, signed: Count }),
  cards: listOf(CardStateSchema),
  next: NextSchema,
});
export type CardStatesView = Static<typeof CardStatesSchema>;

export const CardFilterSchema = Type.Enum([...cardFilters], {
  description: 'unsigned: shot to the end and not closed; signed: closed',
});
