// The catalogue over HTTP: rounds, faces, rule sets with their match formats; and rounds of an organiser's own.
import { type Static, Type } from 'typebox';
import { tieBreakCounts } from '../domain/rule-sets.ts';
import { ArrowValueSchema, CodeSchema, listOf, strict } from './api-common.ts';

export const DisciplineSchema = Type.Enum(['outdoor', 'indoor', 'field', '3d']);

export const TieBreakSchema = listOf(Type.Enum([...tieBreakCounts]));

export const ZoneSchema = Type.Object(
  {
    value: ArrowValueSchema,
    points: Type.Integer(),
    colour: Type.Enum(['gold', 'red', 'blue', 'black', 'white']),
    diameterCm: Type.Number({ description: 'Of its outer line, which belongs to it' }),
  },
  strict,
);

export const FaceSchema = Type.Object(
  {
    id: CodeSchema,
    name: Type.String({ maxLength: 100 }),
    diameterCm: Type.Number(),
    spots: Type.Enum([1, 3, 5], { description: 'Faces on one sheet' }),
    zones: listOf(ZoneSchema, { maxItems: 20 }),
  },
  { ...strict, description: 'Zones from the centre outwards; a miss is possible on every face and is not listed' },
);
/** GET /api/faces (array) */
export type FaceView = Static<typeof FaceSchema>;

export const DistanceSchema = Type.Object(
  {
    metres: Type.Number({ description: 'True metres, also where the round is laid out in yards' }),
    faceId: CodeSchema,
    face: Type.Optional(FaceSchema),
    ends: Type.Integer(),
    arrowsPerEnd: Type.Integer(),
    unit: Type.Optional(Type.Literal('yard')),
    nominal: Type.Optional(Type.Literal(true, { description: 'An average of a course: not to be shown' })),
    secondsPerEnd: Type.Optional(Type.Integer({ description: 'Where it is not 40 seconds an arrow' })),
  },
  strict,
);

const roundProperties = {
  name: Type.String({ maxLength: 200 }),
  discipline: DisciplineSchema,
  distances: listOf(DistanceSchema, { maxItems: 50 }),
};

export const RoundSchema = Type.Object({ id: CodeSchema, ...roundProperties });
/** GET /api/rounds (array), GET /api/competitions/:id/rounds (array: the organiser's own) */
export type RoundView = Static<typeof RoundSchema>;

/** PUT /api/competitions/:id/rounds/:round (organiser) */
export const RoundBodySchema = Type.Object(roundProperties, strict);

export const MatchFormatSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Type.Enum(['individual', 'team', 'mixed']),
  system: Type.Enum(['set', 'cumulative']),
  archers: Type.Integer({ description: 'Of one side' }),
  ends: Type.Integer({ description: 'Sets at most, or ends' }),
  arrowsPerEnd: Type.Integer(),
  shootOffArrows: Type.Integer(),
  pointsToWin: Type.Optional(Type.Integer({ description: 'Set points with which the match is over' })),
  times: Type.Object(
    { end: Type.Integer(), shootOff: Type.Integer(), alternateArrow: Type.Integer() },
    { description: 'Seconds' },
  ),
});
export type MatchFormatView = Static<typeof MatchFormatSchema>;

export const RuleSetSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  tieBreaks: Type.Object(
    { outdoor: TieBreakSchema, indoor: TieBreakSchema, field: TieBreakSchema, '3d': TieBreakSchema },
    { description: 'Counts compared one after the other when totals are equal' },
  ),
  matchFormats: listOf(MatchFormatSchema),
});
/** GET /api/rule-sets (array) */
export type RuleSetView = Static<typeof RuleSetSchema>;
