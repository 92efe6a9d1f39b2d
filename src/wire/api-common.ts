// The HTTP contract is TypeBox schemas, which are JSON Schema for Fastify and OpenAPI, and types for the pages (`import type` only, so that
// no validator reaches a tablet); by subject in api-*.ts, paths beside each shape. Here is what the shapes have in common. Types are
// readonly, so that the domain's own values are answers without being copied.
import { type Static, type TSchema, Type } from 'typebox';
import { arrowValues } from '../domain/arrow-value.ts';
import { standings } from '../domain/card/card-notes.ts';

/** For bodies: a misspelt property is an error, not silence. */
export const strict = { additionalProperties: false };

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const listOf = <T extends TSchema>(
  schema: T,
  options: { readonly maxItems?: number; readonly description?: string } = {},
) => Type.Immutable(Type.Array(schema, options));

export const DaySchema = Type.String({ maxLength: 10, description: 'yyyy-mm-dd' });

/** Letters, digits and - _ . so that they stand in addresses and file names as they are. */
export const CodeSchema = Type.String({ minLength: 1, maxLength: 40 });

export const ArrowValueSchema = Type.Enum([...arrowValues], { description: 'X inner ten, M miss' });

/** Most boxes that any end has. */
const mostArrows = 24;

export const ArrowsSchema = listOf(ArrowValueSchema, { maxItems: mostArrows });

/** In the order of entry; null for a box that is still blank. */
export const EndSchema = listOf(nullable(ArrowValueSchema), { maxItems: mostArrows });

export const StandingSchema = Type.Enum([...standings], {
  description: 'did not start, did not finish (retired), disqualified, disqualified for behaviour',
});

export const TieReasonSchema = Type.Enum(['SO', 'CT'], {
  description: 'Decided by a shoot-off for the cut, or by a coin or disk toss',
});

export const SideSchema = Type.Enum(['a', 'b'], { description: 'a: the upper one in the chart, on the left' });

export const bySide = <T extends TSchema>(schema: T) => Type.Object({ a: schema, b: schema }, strict);

export const ByName = Type.String({ maxLength: 100, description: 'Who decided or signed, by name' });
export const ReasonSchema = Type.String({ maxLength: 500 });

/** How far the journal was; ETag says the same. */
export const PositionSchema = Type.Object({ epoch: Type.String(), seq: Type.Integer() });

/** Of `?after=` for the rows that follow; null after the last. */
export const NextSchema = nullable(Type.String({ description: 'Opaque; stays good while rows are added' }));

/** Who did something: the desk, a tablet, or the appliance itself. */
export const ActorSchema = Type.Union([
  Type.Object({ role: Type.Literal('organiser') }),
  Type.Object({ role: Type.Literal('scorer'), device: Type.String() }),
  Type.Object({ role: Type.Literal('system') }),
]);

/** Milliseconds since 1970 by the appliance's clock, and who. */
export const originProperties = {
  at: Type.Integer({ description: 'Milliseconds since 1970' }),
  actor: ActorSchema,
};

/** Every error answer. `code` is a rejection's code, an access refusal's, or one of http/errors.ts; `message` is English. */
export const ErrorSchema = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    details: Type.Record(Type.String(), Type.String()),
  }),
});
export type ApiError = Static<typeof ErrorSchema>['error'];
