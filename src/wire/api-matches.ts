// Matches over HTTP: the bracket of an event, one match, and what can be asked of it.
import { type Static, Type } from 'typebox';
import { HitsSchema, RulingSchema } from './api-cards.ts';
import { MatchFormatSchema } from './api-catalogue.ts';
import {
  ArrowsSchema,
  ByName,
  bySide,
  EndSchema,
  listOf,
  nullable,
  originProperties,
  PositionSchema,
  ReasonSchema,
  SideSchema,
  strict,
} from './api-common.ts';

const PointsSchema = bySide(Type.Integer());
const PartSchema = Type.Enum(['end', 'shootOff']);
const AttendanceSchema = Type.Enum(['present', 'absent', 'forfeited']);
const ClosestSchema = Type.Enum(['a', 'b', 'equal']);

const SourceSchema = Type.Union([
  Type.Object({ from: Type.Literal('seed'), seed: Type.Integer() }),
  Type.Object({ from: Type.Literal('nobody') }),
  Type.Object({ from: Type.Enum(['winner', 'loser']), match: Type.String() }),
  Type.Object({ from: Type.Literal('pool'), pool: Type.String(), place: Type.Integer() }),
]);

const SeatSchema = Type.Object({
  kind: Type.Enum(['competitor', 'nobody', 'pending']),
  source: SourceSchema,
  seed: nullable(Type.Integer()),
  key: nullable(Type.String()),
  name: nullable(Type.String()),
  entries: listOf(Type.Integer()),
});

const ConsequenceSchema = Type.Enum(['winsMatch', 'losesMatch', 'shootOff', 'measure', 'goesOn']);

const ProjectionSchema = Type.Object(
  {
    side: SideSchema,
    arrowsLeft: Type.Integer(),
    toWin: nullable(Type.Integer({ description: 'Points that the arrows left must make; null when they cannot' })),
    toDraw: nullable(Type.Integer()),
    ifWon: ConsequenceSchema,
    ifDrawn: ConsequenceSchema,
    ifLost: ConsequenceSchema,
  },
  { description: 'What the side that shoots last needs' },
);

const StatusSchema = Type.Object({
  kind: Type.Enum(['end', 'shootOff', 'measure', 'over']),
  number: nullable(Type.Integer({ description: 'Of the end or shoot-off that comes' })),
  winner: nullable(SideSchema),
  by: nullable(Type.Enum(['score', 'shootOff', 'bye', 'absence', 'forfeit'])),
});

const MatchEndSchema = Type.Object({
  arrows: bySide(EndSchema),
  points: PointsSchema,
  setPoints: nullable(PointsSchema),
  counts: Type.Boolean({ description: 'False for what was shot after the match was won' }),
  begins: nullable(SideSchema),
});

const ShootOffSchema = Type.Object({
  arrows: bySide(EndSchema),
  points: PointsSchema,
  closest: nullable(ClosestSchema),
  begins: nullable(SideSchema),
});

const matchProperties = {
  id: Type.String({ description: '`3/1`; in addresses `3-1`' }),
  section: Type.Enum(['bracket', 'upper', 'lower', 'final', 'pool']),
  level: Type.Integer(),
  number: Type.Integer(),
  topPlace: Type.Integer({ description: 'The best place still to be had' }),
  pool: nullable(Type.String()),
  formatId: Type.String(),
  kind: Type.Enum(['match', 'bye', 'empty', 'notNeeded']),
  seats: bySide(SeatSchema),
  attendance: bySide(AttendanceSchema),
  hasBegun: Type.Boolean(),
  winner: nullable(SideSchema),
  status: nullable(StatusSchema),
  points: nullable(PointsSchema),
  totals: nullable(PointsSchema),
  ends: listOf(MatchEndSchema),
  shootOffs: listOf(ShootOffSchema),
  projection: nullable(ProjectionSchema),
  slot: nullable(Type.Object({ at: Type.String(), butts: bySide(Type.Integer()) })),
};

const PoolRowSchema = Type.Object({
  seed: Type.Integer(),
  name: Type.String(),
  place: Type.Integer(),
  matches: Type.Integer(),
  won: Type.Integer(),
  pointsFor: Type.Integer(),
  pointsAgainst: Type.Integer(),
  total: Type.Integer(),
});

export const MatchInBracketSchema = Type.Object(matchProperties);
export type MatchInBracketView = Static<typeof MatchInBracketSchema>;

export const BracketSchema = Type.Object({
  position: PositionSchema,
  event: Type.String(),
  name: Type.String(),
  system: nullable(Type.Enum(['bracket', 'doubleElimination', 'roundRobin', 'pools'])),
  isDrawn: Type.Boolean(),
  competitors: listOf(
    Type.Object({
      seed: Type.Integer(),
      key: Type.String(),
      name: Type.String(),
      entries: listOf(Type.Integer()),
    }),
  ),
  matches: listOf(MatchInBracketSchema),
  pools: listOf(Type.Object({ pool: Type.String(), rows: listOf(PoolRowSchema) })),
});
/** GET /api/competitions/:id/events/:event/bracket: whatever the system, in the order in which the matches can be shot */
export type BracketView = Static<typeof BracketSchema>;

const MatchHitsSchema = Type.Object(
  { side: SideSchema, part: PartSchema, number: Type.Integer(), hits: HitsSchema },
  { description: 'An end or shoot-off of which an arrow was plotted' },
);

export const MatchSchema = Type.Object({
  position: PositionSchema,
  event: Type.String(),
  format: MatchFormatSchema,
  faceId: Type.String(),
  ...matchProperties,
  hits: listOf(MatchHitsSchema),
});
/** GET /api/competitions/:id/events/:event/matches/:match, and the answer of whatever changes it */
export type MatchView = Static<typeof MatchSchema>;

const MatchChangeSchema = Type.Object({
  ...originProperties,
  kind: Type.Enum(['corrected', 'ruled', 'measured', 'attendance']),
  side: nullable(SideSchema),
  part: nullable(PartSchema),
  number: nullable(Type.Integer()),
  was: nullable(EndSchema),
  now: nullable(EndSchema),
  closest: nullable(ClosestSchema),
  attendance: nullable(AttendanceSchema),
  by: Type.String(),
  reason: Type.String(),
});

export const MatchRecordSchema = Type.Object({ position: PositionSchema, changes: listOf(MatchChangeSchema) });
/** GET …/matches/:match/changes (organiser: it names people) */
export type MatchRecordView = Static<typeof MatchRecordSchema>;

const place = { side: SideSchema, part: PartSchema, number: Type.Integer({ description: 'From 1' }) };

/** POST …/matches/:match/arrows */
export const ScoreMatchSchema = Type.Object(
  {
    ...place,
    first: Type.Integer({ minimum: 0, description: 'Box of the first arrow' }),
    arrows: ArrowsSchema,
    hits: Type.Optional(HitsSchema),
  },
  strict,
);

/** PUT …/matches/:match/ends/:number/:side and …/shoot-offs/:number/:side */
export const CorrectMatchSchema = Type.Object(
  { was: EndSchema, arrows: EndSchema, by: ByName, reason: ReasonSchema },
  strict,
);

/** POST …/matches/:match/rulings */
export const RuleOnMatchSchema = Type.Object(
  { ...place, was: EndSchema, ruling: RulingSchema, by: ByName, reason: ReasonSchema },
  strict,
);

/** PUT …/matches/:match/shoot-offs/:number/closest */
export const MeasureSchema = Type.Object({ closest: ClosestSchema, by: ByName }, strict);

/** PUT …/matches/:match/attendance/:side */
export const AttendanceBodySchema = Type.Object(
  { attendance: AttendanceSchema, by: ByName, reason: ReasonSchema },
  strict,
);

/** PUT …/matches/:match/begins */
export const BeginsSchema = Type.Object({ begins: SideSchema }, strict);
