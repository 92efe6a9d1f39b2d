// Events over HTTP: set-up, ties, draw and schedule.
import { type Static, Type } from 'typebox';
import { chartSizes } from '../domain/draw/bracket.ts';
import { eventStages } from '../domain/event/event-stage.ts';
import { FaceSchema } from './api-catalogue.ts';
import {
  ArrowsSchema,
  ByName,
  bySide,
  CodeSchema,
  listOf,
  nullable,
  originProperties,
  PositionSchema,
  ReasonSchema,
  SideSchema,
  strict,
  TieReasonSchema,
} from './api-common.ts';

const ContestSchema = Type.Union([
  Type.Object({ kind: Type.Literal('individual'), category: CodeSchema }, strict),
  Type.Object(
    {
      kind: Type.Enum(['team', 'mixed']),
      parts: listOf(
        Type.Object({ categories: listOf(CodeSchema, { maxItems: 50 }), archers: Type.Integer() }, strict),
        { maxItems: 10 },
      ),
      teamsOf: Type.Enum(['club', 'country']),
      teamsEach: Type.Integer({ description: 'How many teams one club or country may have' }),
    },
    strict,
  ),
]);

const eliminationProperties = {
  qualifiers: Type.Integer({ description: 'How many go on; fewer when there are fewer' }),
  formatId: CodeSchema,
  finalsFormatId: Type.Optional(CodeSchema),
  faceId: CodeSchema,
  face: Type.Optional(FaceSchema),
  losers: Type.Enum(['byPhase', 'byAverage'], { description: 'How losers of a phase are placed among themselves' }),
  whenLevel: Type.Enum(['firstEnd', 'previousEnd'], { description: 'Who begins when points are level' }),
};

const placesShot = Type.Integer({ description: '2 the final alone, 4 with the match for bronze, 8 and so on' });

export const EliminationSchema = Type.Union([
  Type.Object(
    { system: Type.Literal('bracket'), ...eliminationProperties, chart: Type.Enum([...chartSizes]), placesShot },
    strict,
  ),
  Type.Object({ system: Type.Literal('doubleElimination'), ...eliminationProperties }, strict),
  Type.Object({ system: Type.Literal('roundRobin'), ...eliminationProperties }, strict),
  Type.Object(
    {
      system: Type.Literal('pools'),
      ...eliminationProperties,
      pools: Type.Integer(),
      advance: Type.Integer({ description: 'Of each pool' }),
      placesShot,
    },
    strict,
  ),
]);

const setupProperties = {
  name: Type.String({ maxLength: 100 }),
  contest: ContestSchema,
  dnfKeepsRank: Type.Boolean({ description: 'Whether who retired keeps a rank by the arrows shot' }),
};

/** PUT /api/competitions/:id/events/:event (organiser). Without an elimination it is ranked only. */
export const EventBodySchema = Type.Object(
  { ...setupProperties, elimination: Type.Optional(nullable(EliminationSchema)) },
  strict,
);

export const EventSchema = Type.Object({
  id: Type.String(),
  ...setupProperties,
  elimination: nullable(EliminationSchema),
  isDrawn: Type.Boolean(),
  matches: Type.Integer({ description: 'Of the draw' }),
});
/** GET /api/competitions/:id/events (array) and /events/:event */
export type EventView = Static<typeof EventSchema>;

/** GET /api/competitions/:id/event-stages (organiser) */
export const EventStagesSchema = Type.Object({
  position: PositionSchema,
  events: listOf(
    Type.Object({
      event: Type.String(),
      stage: Type.Enum([...eventStages], { description: 'How far it is from its set-up to its medals' }),
      unfinished: Type.Integer({ description: 'Archers whose cards are neither complete nor given up' }),
      openTies: Type.Integer(),
      matches: Type.Integer({ description: 'Of the draw, without byes' }),
      over: Type.Integer(),
    }),
  ),
  /** Events that the entries ask for and that are not there yet. */
  suggested: listOf(Type.Object({ id: Type.String(), ...setupProperties, elimination: nullable(EliminationSchema) })),
});
export type EventStagesView = Static<typeof EventStagesSchema>;

const KeysSchema = listOf(Type.String({ maxLength: 120 }), { maxItems: 200 });

const ShootOffRoundSchema = listOf(
  Type.Object(
    {
      key: Type.String({ maxLength: 120 }),
      arrows: ArrowsSchema,
      distancesMm: listOf(Type.Number({ minimum: 0 }), { maxItems: 24 }),
    },
    strict,
  ),
  { maxItems: 200 },
);

/** POST /api/competitions/:id/events/:event/ties (organiser): a toss's order, or a shoot-off's rounds. */
export const TieBodySchema = Type.Union([
  Type.Object({ reason: Type.Literal('CT'), order: KeysSchema, by: ByName }, strict),
  Type.Object(
    { reason: Type.Literal('SO'), rounds: listOf(ShootOffRoundSchema, { maxItems: 50 }), by: ByName },
    strict,
  ),
]);

export const TieSchema = Type.Object({
  id: Type.String({ description: 'In the address that takes it back' }),
  ...originProperties,
  reason: TieReasonSchema,
  order: listOf(Type.String()),
  shootOff: listOf(ShootOffRoundSchema),
  by: Type.String(),
});
/** GET /api/competitions/:id/events/:event/ties (organiser: it names people) */
export type TieView = Static<typeof TieSchema>;

export const SlotSchema = Type.Object(
  {
    match: Type.String({ maxLength: 40 }),
    at: Type.String({ maxLength: 16, description: 'Local time of the venue, `2026-05-02T13:30`' }),
    butts: bySide(Type.Integer()),
  },
  strict,
);

/** PUT /api/competitions/:id/events/:event/schedule (organiser): matches not named stay as they are. */
export const SlotsSchema = Type.Object({ slots: listOf(SlotSchema, { maxItems: 1_000 }) }, strict);
export type SlotsView = Static<typeof SlotsSchema>;

export const ScheduleSchema = Type.Object({
  position: PositionSchema,
  slots: listOf(
    Type.Object({
      event: Type.String(),
      eventName: Type.String(),
      match: Type.String(),
      at: Type.String(),
      butts: bySide(Type.Integer()),
      names: bySide(nullable(Type.String({ description: 'Null while it is not known who' }))),
    }),
  ),
});
/** GET /api/competitions/:id/schedule */
export type ScheduleView = Static<typeof ScheduleSchema>;

/** POST /api/competitions/:id/events/:event/schedule/removed (organiser): these have no place any more. */
export const UnscheduleSchema = Type.Object(
  { matches: listOf(Type.String({ maxLength: 40 }), { maxItems: 1_000 }) },
  strict,
);

const PlaceSchema = Type.Object({ match: Type.String({ maxLength: 40 }), side: SideSchema }, strict);
const byHand = { by: ByName, reason: ReasonSchema };

/** POST /api/competitions/:id/events/:event/draw/swaps (organiser): two places of the first round change hands. */
export const SwapSchema = Type.Object({ one: PlaceSchema, other: PlaceSchema, ...byHand }, strict);

const TeamEntries = listOf(Type.Integer({ minimum: 1 }), { maxItems: 12 });

/** PUT /api/competitions/:id/events/:event/draw/teams/:team (organiser); `was` as the asker saw it. */
export const TeamBodySchema = Type.Object({ was: TeamEntries, entries: TeamEntries, ...byHand }, strict);

/** GET /api/competitions/:id/events/:event/draw/changes (organiser: it names people), oldest first */
export const DrawChangesSchema = listOf(
  Type.Union([
    Type.Object({
      ...originProperties,
      kind: Type.Literal('swapped'),
      one: PlaceSchema,
      other: PlaceSchema,
      ...byHand,
    }),
    Type.Object({
      ...originProperties,
      kind: Type.Literal('team'),
      key: Type.String(),
      was: TeamEntries,
      now: TeamEntries,
      ...byHand,
    }),
  ]),
);
export type DrawChangesView = Static<typeof DrawChangesSchema>;

/** POST /api/competitions/:id/events/:event/schedule/propose (organiser) */
export const PlanSchema = Type.Object(
  {
    start: Type.String({ maxLength: 16, description: 'Local time of the first match, `2026-05-02T13:30`' }),
    minutesPerMatch: Type.Integer({ minimum: 1, maximum: 1_000 }),
    minutesBetweenPhases: Type.Integer({ minimum: 0, maximum: 10_000 }),
    firstButt: Type.Integer({ minimum: 1 }),
    butts: Type.Integer({ minimum: 1, description: 'At hand, from the first one on' }),
    buttsPerMatch: Type.Enum([1, 2], { description: 'Two: `a` on the left of `b`' }),
    medalsAlone: Type.Optional(
      Type.Boolean({ description: 'Matches for medals one by one, both sides on the first target' }),
    ),
  },
  strict,
);
