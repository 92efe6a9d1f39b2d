// One entry's scorecard over HTTP: the card as everybody sees it, its record for the organiser, and what can be asked of it.
import { type Static, Type } from 'typebox';
import { DisciplineSchema } from './api-catalogue.ts';
import { ScoringModeSchema } from './api-clock.ts';
import {
  ArrowsSchema,
  ArrowValueSchema,
  ByName,
  EndSchema,
  listOf,
  nullable,
  originProperties,
  PositionSchema,
  ReasonSchema,
  StandingSchema,
  strict,
} from './api-common.ts';

export const TallySchema = Type.Object({
  total: Type.Integer(),
  arrows: Type.Integer({ description: 'Shot so far' }),
  x: Type.Integer(),
  ten: Type.Integer({ description: 'With the inner tens' }),
  nine: Type.Integer(),
  eleven: Type.Integer(),
  six: Type.Integer(),
  five: Type.Integer(),
  sixOrFive: Type.Integer(),
});

const HoldCauseSchema = Type.Enum(['bouncer', 'equipment', 'medical']);

const thousandths = Type.Integer({ minimum: -2_000, maximum: 2_000 });
export const HitsSchema = Type.Immutable(
  Type.Array(nullable(Type.Object({ x: thousandths, y: thousandths }, strict)), {
    maxItems: 24,
    description: 'From the centre to the right and down, in thousandths of the face’s radius; null is not plotted',
  }),
);

const SignerSchema = Type.Enum(['athlete', 'scorer']);

const CardEndSchema = Type.Object({
  end: Type.Integer({ description: 'From 1, through the whole round' }),
  distance: Type.Integer({ description: 'From 1; see `distances`' }),
  metres: Type.Number(),
  faceId: Type.String(),
  arrows: EndSchema,
  sorted: ArrowsSchema,
  points: Type.Integer(),
  runningTotal: Type.Integer(),
  isComplete: Type.Boolean(),
  held: nullable(HoldCauseSchema),
  check: Type.Enum(['unchecked', 'waiting', 'equal', 'differs'], { description: 'Against the second card' }),
  checked: nullable(EndSchema),
  isConfirmed: Type.Boolean({
    description: 'The athlete confirmed it on the scorer’s own device; false for a second card',
  }),
  isVerified: Type.Boolean({
    description: 'In full, and seen by as many as the competition asks for, who have the same',
  }),
  hits: HitsSchema,
  differences: listOf(Type.Object({ box: Type.Integer(), card: ArrowValueSchema, check: ArrowValueSchema })),
  seconds: Type.Integer({ description: 'Time allowed' }),
});

const partProperties = {
  number: Type.Integer({ description: 'From 1' }),
  fromEnd: Type.Integer(),
  toEnd: Type.Integer(),
  tally: TallySchema,
};

export const ScorecardSchema = Type.Object({
  position: PositionSchema,
  entry: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  roundId: Type.String(),
  roundName: Type.String(),
  discipline: DisciplineSchema,
  standing: StandingSchema,
  scoring: ScoringModeSchema,
  signed: listOf(SignerSchema),
  isLocked: Type.Boolean(),
  isComplete: Type.Boolean(),
  isVerified: Type.Boolean({ description: 'Every end is' }),
  nextEnd: nullable(Type.Integer()),
  tally: TallySchema,
  distances: listOf(Type.Object({ ...partProperties, metres: Type.Number(), faceId: Type.String() })),
  sessions: listOf(Type.Object({ ...partProperties, name: Type.String(), day: Type.String() })),
  ends: listOf(CardEndSchema),
});
/** GET /api/competitions/:id/entries/:number/scorecard, and the answer of whatever changes it */
export type ScorecardView = Static<typeof ScorecardSchema>;

export const AthleteSchema = Type.Object({
  position: PositionSchema,
  entry: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  categoryName: Type.String(),
  target: nullable(Type.String({ description: '12A' })),
  ranks: listOf(Type.Object({ end: Type.Integer(), rank: Type.Integer(), of: Type.Integer() })),
  hits: listOf(Type.Object({ end: Type.Integer(), hits: HitsSchema })),
});
/** GET /api/competitions/:id/entries/:number/sheet: the rank after every end, among those who have shot as many, and where arrows struck */
export type AthleteView = Static<typeof AthleteSchema>;

const CardChangeSchema = Type.Object({
  ...originProperties,
  kind: Type.Enum(['corrected', 'ruled', 'held', 'locked', 'unlocked', 'standing']),
  end: nullable(Type.Integer()),
  was: nullable(EndSchema),
  now: nullable(EndSchema),
  ruling: nullable(Type.Enum(['outOfTime', 'tooManyArrows', 'sameSpot', 'bouncer', 'passThrough'])),
  standing: nullable(StandingSchema),
  by: Type.String(),
  reason: Type.String(),
});

export const CardRecordSchema = Type.Object({
  position: PositionSchema,
  lock: nullable(Type.Object({ ...originProperties, by: Type.String() })),
  signatures: listOf(
    Type.Object({ ...originProperties, as: SignerSchema, name: Type.String(), strokes: listOf(Type.Integer()) }),
  ),
  changes: listOf(CardChangeSchema),
});
/** GET /api/competitions/:id/entries/:number/scorecard/changes (organiser: it names people) */
export type CardRecordView = Static<typeof CardRecordSchema>;

/** POST …/scorecard/arrows */
export const ScoreArrowsSchema = Type.Object(
  {
    end: Type.Integer({ description: 'From 1, through the whole round' }),
    first: Type.Integer({ minimum: 0, description: 'Box of the first arrow, from 0, in the order of entry' }),
    arrows: ArrowsSchema,
    hits: Type.Optional(HitsSchema),
  },
  strict,
);

const was = Type.Immutable(
  Type.Array(nullable(ArrowValueSchema), { maxItems: 24, description: 'The end as the asker saw it' }),
);

/** PUT …/scorecard/ends/:end */
export const CorrectEndSchema = Type.Object({ was, arrows: EndSchema, reason: ReasonSchema }, strict);

const box = Type.Integer({ minimum: 0, description: 'From 0' });

export const RulingSchema = Type.Union([
  Type.Object({ kind: Type.Literal('outOfTime'), arrows: Type.Integer({ minimum: 1 }) }, strict),
  Type.Object({ kind: Type.Literal('tooManyArrows'), shot: ArrowsSchema }, strict),
  Type.Object({ kind: Type.Literal('sameSpot'), boxes: listOf(box, { maxItems: 24 }) }, strict),
  Type.Object({ kind: Type.Enum(['bouncer', 'passThrough']), box, value: ArrowValueSchema }, strict),
]);

/** POST …/scorecard/ends/:end/rulings */
export const RuleOnEndSchema = Type.Object({ was, ruling: RulingSchema, by: ByName, reason: ReasonSchema }, strict);

/** PUT …/scorecard/ends/:end/check */
export const CheckEndSchema = Type.Object(
  {
    arrows: EndSchema,
    byAthlete: Type.Optional(Type.Literal(true, { description: 'The athlete confirms it: no second card' })),
  },
  strict,
);

/** PUT …/scorecard/ends/:end/hold */
export const HoldEndSchema = Type.Object({ cause: HoldCauseSchema, by: ByName, reason: ReasonSchema }, strict);

/** POST …/scorecard/signatures */
export const SignCardSchema = Type.Object(
  {
    as: SignerSchema,
    name: ByName,
    strokes: Type.Optional(
      listOf(Type.Integer({ minimum: 0, maximum: 255 }), {
        maxItems: 200,
      }),
    ),
  },
  strict,
);

/** PUT …/scorecard/lock; DELETE with ?by=…&reason=… opens it */
export const LockCardSchema = Type.Object({ by: ByName }, strict);

/** PUT /api/competitions/:id/entries/:number/standing */
export const StandingBodySchema = Type.Object({ standing: StandingSchema, by: ByName, reason: ReasonSchema }, strict);
