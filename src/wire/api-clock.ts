// How many cards are kept, and the shooting clock, over HTTP.
import { type Static, Type } from 'typebox';
import { scoringModes } from '../domain/card/card-notes.ts';
import { bySide, listOf, nullable, PositionSchema, SideSchema, strict } from './api-common.ts';

export const ScoringModeSchema = Type.Enum([...scoringModes], {
  description: 'one card; one that the athlete confirms end by end; two that are kept apart (double scoring)',
});

/** PUT /api/competitions/:id/scoring (organiser) */
export const ScoringBodySchema = Type.Object({ mode: ScoringModeSchema }, strict);

const PhaseSchema = Type.Union([
  Type.Object({ kind: Type.Literal('idle') }, strict),
  Type.Object(
    {
      kind: Type.Literal('running'),
      startedAt: Type.Number({ description: 'Milliseconds since 1970 by the appliance’s clock; not an hour from now' }),
    },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('paused'),
      elapsedMs: Type.Number({ description: 'Gone since the line was called' }),
      isEmergency: Type.Boolean(),
    },
    strict,
  ),
]);

/** PUT /api/competitions/:id/clock, which is of no session, and …/sessions/:session/clock (organiser) */
export const ClockBodySchema = Type.Object(
  {
    lines: listOf(Type.String({ maxLength: 16 }), { maxItems: 8 }),
    line: Type.Integer({ description: 'Index of the line that was called last, or is called next' }),
    end: Type.Integer({ description: 'From 1; 0 for practice' }),
    toTheLineSeconds: Type.Integer(),
    shootingSeconds: Type.Integer(),
    warningSeconds: Type.Integer({ description: 'So many before the end the light is yellow' }),
    phase: PhaseSchema,
  },
  strict,
);

/** GET and PUT of a line's clock */
export const ClockSchema = Type.Object({ position: PositionSchema, clock: nullable(ClockBodySchema) });
export type ClockView = Static<typeof ClockSchema>;

/** PUT …/events/:event/matches/:match/clock (organiser): of a match whose sides shoot by turns */
export const MatchClockBodySchema = Type.Object(
  {
    place: Type.Object({ part: Type.Enum(['end', 'shootOff']), number: Type.Integer() }, strict),
    begins: SideSchema,
    turns: Type.Integer({ description: 'Of both sides together, one after the other' }),
    turn: Type.Integer({ description: 'From 0: the turn that is shot or comes next; `turns` when all have shot' }),
    timeFor: Type.Enum(['turn', 'end'], {
      description: 'turn: every turn has `seconds`, for an individual’s arrow; end: the turns of a side share them',
    }),
    seconds: Type.Integer(),
    toTheLineSeconds: Type.Integer(),
    usedMs: bySide(Type.Integer({ description: 'In the turns before this one, where they share their time' })),
    phase: PhaseSchema,
  },
  strict,
);

/** GET and PUT …/events/:event/matches/:match/clock */
export const MatchClockSchema = Type.Object({ position: PositionSchema, clock: nullable(MatchClockBodySchema) });
export type MatchClockView = Static<typeof MatchClockSchema>;

/** GET /api/competitions/:id/clocks */
export const ClocksSchema = Type.Object({
  position: PositionSchema,
  clocks: listOf(
    Type.Union([
      Type.Object({
        of: Type.Literal('lines'),
        session: Type.Integer({ description: '0: the competition’s own' }),
        clock: ClockBodySchema,
      }),
      Type.Object({
        of: Type.Literal('match'),
        event: Type.String(),
        match: Type.String(),
        clock: MatchClockBodySchema,
      }),
    ]),
  ),
});
export type ClocksView = Static<typeof ClocksSchema>;
