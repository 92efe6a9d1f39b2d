// The running leaderboard, whole and ranked.
import { type Static, Type } from 'typebox';
import { RoundSchema, TieBreakSchema } from './api-catalogue.ts';
import { EndSchema, listOf, PositionSchema, StandingSchema, TieReasonSchema } from './api-common.ts';

/** GET /api/competitions/:id/leaderboards/:category; ETag is the journal's position. */
export const LeaderboardSchema = Type.Object({
  head: Type.Object({
    competitionName: Type.String(),
    category: Type.String(),
    categoryName: Type.String(),
    roundName: Type.String(),
    roundId: Type.String(),
    tieBreak: TieBreakSchema,
    arrows: Type.Integer({ description: 'Of the whole round' }),
    ownRound: Type.Optional(RoundSchema),
    ties: Type.Optional(
      listOf(
        Type.Object({
          reason: TieReasonSchema,
          order: listOf(Type.Integer({ description: 'Entry' })),
          levels: Type.Optional(listOf(Type.Integer({ description: 'How many are level still, along the order' }))),
        }),
      ),
    ),
    cut: Type.Optional(Type.Integer({ description: 'How many go on to the elimination' })),
    dnfLosesRank: Type.Optional(Type.Literal(true, { description: 'Whoever retired is without a rank' })),
    official: Type.Optional(
      Type.Literal(true, { description: 'Every card is compared with its signed paper, or waived by name' }),
    ),
  }),
  position: PositionSchema,
  rows: listOf(
    Type.Object({
      rank: Type.Integer({ description: 'Shared by full ties; 0 for those without a rank' }),
      entry: Type.Integer(),
      name: Type.String(),
      club: Type.String(),
      target: Type.String(),
      total: Type.Integer(),
      counts: listOf(Type.Integer()),
      arrows: Type.Integer(),
      end: Type.Integer(),
      endArrows: EndSchema,
      standing: Type.Optional(StandingSchema),
      decidedBy: Type.Optional(TieReasonSchema),
    }),
  ),
});
export type Leaderboard = Static<typeof LeaderboardSchema>;
