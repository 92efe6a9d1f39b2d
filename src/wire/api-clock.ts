// How many cards are kept, and the shooting clock, over HTTP.
import { type Static, Type } from 'typebox';
import { scoringModes } from '../domain/card/card-notes.ts';
import { listOf, nullable, PositionSchema, strict } from './api-common.ts';

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

/** PUT /api/competitions/:id/clock (organiser) */
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

/** GET and PUT /api/competitions/:id/clock */
export const ClockSchema = Type.Object({ position: PositionSchema, clock: nullable(ClockBodySchema) });
export type ClockView = Static<typeof ClockSchema>;
