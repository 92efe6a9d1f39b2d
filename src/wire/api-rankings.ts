// Rankings over HTTP: a category's page by page, an event's qualification, final ranking and medals.
import { type Static, Type } from 'typebox';
import { runningBases } from '../domain/ranking/running-ranking.ts';
import { TieBreakSchema } from './api-catalogue.ts';
import { listOf, NextSchema, nullable, PositionSchema, StandingSchema, TieReasonSchema } from './api-common.ts';
import { RecordSchema } from './api-setup.ts';

const competitorProperties = {
  key: Type.String({ description: 'The entry’s number, or `CLUB#1` of a team' }),
  name: Type.String(),
  entries: listOf(Type.Integer()),
};

const FlagSchema = Type.Object({
  kind: Type.String({ description: '`PB`, `WR`, …' }),
  how: Type.Enum(['beaten', 'equalled']),
  mark: RecordSchema,
});

const QualificationRowSchema = Type.Object({
  ...competitorProperties,
  club: Type.String(),
  country: Type.String(),
  rank: nullable(Type.Integer({ description: 'Shared by full ties; null for who is without a rank' })),
  rankByScore: nullable(Type.Integer({ description: 'Before a shoot-off or toss' })),
  total: Type.Integer(),
  counts: listOf(Type.Integer({ description: 'In the order of `tieBreak`' })),
  arrows: Type.Integer(),
  standing: StandingSchema,
  decidedBy: nullable(TieReasonSchema),
  isIn: nullable(Type.Boolean({ description: 'Whether this one goes on; null where that is open, or nobody does' })),
  records: listOf(FlagSchema),
});

const OpenTieSchema = Type.Object({
  reason: TieReasonSchema,
  keys: listOf(Type.String()),
  from: Type.Integer({ description: 'First of the places that these share' }),
  to: Type.Integer(),
});

export const QualificationSchema = Type.Object({
  position: PositionSchema,
  tieBreak: TieBreakSchema,
  cut: nullable(Type.Integer({ description: 'How many go on' })),
  size: Type.Integer({ description: 'Rows of all pages' }),
  rows: listOf(QualificationRowSchema),
  next: NextSchema,
  openTies: listOf(OpenTieSchema),
  unfinished: listOf(Type.String({ description: 'Keys of those whose cards are neither complete nor given up' })),
});
/** GET /api/competitions/:id/events/:event/qualification */
export type QualificationView = Static<typeof QualificationSchema>;

const RankingRowSchema = Type.Object({
  entry: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  country: Type.String(),
  target: nullable(Type.String({ description: '`12A`' })),
  rank: nullable(Type.Integer({ description: 'Shared by full ties; null for who is without a rank' })),
  rankByScore: nullable(Type.Integer({ description: 'Before a shoot-off or toss' })),
  total: Type.Integer({ description: 'Of the arrows that count' }),
  counts: listOf(Type.Integer({ description: 'In the order of `tieBreak`' })),
  arrows: Type.Integer({ description: 'Those that `total` and `counts` are of' }),
  standing: StandingSchema,
  decidedBy: nullable(TieReasonSchema),
  isIn: nullable(Type.Boolean({ description: 'Whether this one goes on; null where that is open, or nobody does' })),
  moved: nullable(
    Type.Integer({ description: 'sameEnd: places gained, or lost (negative), by the last end that counts' }),
  ),
  records: listOf(FlagSchema),
});

export const RankingSchema = Type.Object({
  position: PositionSchema,
  category: Type.String(),
  basis: Type.Enum([...runningBases], {
    description: 'By total; by the average arrow; or by those ends only that everybody has shot',
  }),
  ends: listOf(Type.Integer({ description: 'sameEnd: the ends that count' })),
  tieBreak: TieBreakSchema,
  cut: nullable(Type.Integer({ description: 'How many go on: the line is drawn below them' })),
  size: Type.Integer({ description: 'Rows of all pages' }),
  rows: listOf(RankingRowSchema),
  next: NextSchema,
});
/** GET /api/competitions/:id/rankings/:category?basis=total&limit=100&after=… */
export type RankingView = Static<typeof RankingSchema>;

export const FinalRankingSchema = Type.Object({
  position: PositionSchema,
  rows: listOf(
    Type.Object({
      ...competitorProperties,
      club: Type.String(),
      country: Type.String(),
      place: nullable(Type.Integer({ description: 'Null while it is open, and for those without a rank' })),
      medal: nullable(Type.Enum(['gold', 'silver', 'bronze'])),
      qualificationRank: nullable(Type.Integer()),
    }),
  ),
});
/** GET /api/competitions/:id/events/:event/final-ranking */
export type FinalRankingView = Static<typeof FinalRankingSchema>;

export const CeremonySchema = Type.Object({
  position: PositionSchema,
  ceremonies: listOf(
    Type.Object({
      event: Type.String(),
      eventName: Type.String(),
      at: nullable(Type.String({ description: 'Local time of the last match; null where it has none' })),
      isDecided: Type.Boolean(),
      rows: listOf(
        Type.Object({
          medal: Type.Enum(['bronze', 'silver', 'gold']),
          place: Type.Integer(),
          key: Type.String(),
          name: Type.String(),
          club: Type.String(),
          country: Type.String(),
          archers: listOf(Type.String()),
        }),
      ),
    }),
  ),
});
/** GET /api/competitions/:id/ceremonies: in the order in which medals are given, bronze first */
export type CeremonyView = Static<typeof CeremonySchema>;

export const MedalTableSchema = Type.Object({
  position: PositionSchema,
  of: Type.Enum(['club', 'country']),
  rows: listOf(
    Type.Object({
      name: Type.String(),
      place: Type.Integer(),
      gold: Type.Integer(),
      silver: Type.Integer(),
      bronze: Type.Integer(),
    }),
  ),
});
/** GET /api/competitions/:id/medals?of=club */
export type MedalTableView = Static<typeof MedalTableSchema>;
