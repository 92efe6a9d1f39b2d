// Small schemas of which the interchange file's is made. Nothing unknown is let pass: a member with a slip in its name would be lost silently.
import { type TObject, type TProperties, type TSchema, Type } from 'typebox';
import { arrowValues } from '../domain/arrow-value.ts';

const longest = 500;

export function object<T extends TProperties>(properties: T, description?: string): TObject<T> {
  return Type.Object(properties, { additionalProperties: false, ...(description ? { description } : {}) });
}

export function oneOf<const T extends readonly (string | number)[]>(values: T, description?: string) {
  return Type.Unsafe<T[number]>({ enum: [...values], ...(description ? { description } : {}) });
}

export function text(description?: string) {
  return Type.String({ maxLength: longest, ...(description ? { description } : {}) });
}

/** A whole number from `minimum` on. */
export function whole(minimum: number, description?: string) {
  return Type.Integer({ minimum, maximum: 1_000_000, ...(description ? { description } : {}) });
}

/** A list that may be left out where it is empty. */
export function list<T extends TSchema>(items: T, description?: string) {
  return Type.Optional(Type.Array(items, description ? { description } : {}));
}

export const Arrow = oneOf(arrowValues);
export const End = Type.Array(Type.Union([Arrow, Type.Null()]), {
  maxItems: 60,
  description: 'Arrows in the order of entry; null is a blank box',
});
export const Side = oneOf(['a', 'b']);
export const Pair = object({ a: End, b: End });

/** When and by whom: members of everything that was decided. */
export const origin = {
  at: Type.Number({ minimum: 0, description: 'Milliseconds since 1970' }),
  actor: Type.Union([
    object({ role: oneOf(['organiser']) }),
    object({ role: oneOf(['scorer']), device: text() }),
    object({ role: oneOf(['system']) }),
  ]),
};

const coordinate = Type.Integer({ minimum: -2_000, maximum: 2_000 });
export const Hits = Type.Array(Type.Union([object({ x: coordinate, y: coordinate }), Type.Null()]), {
  maxItems: 60,
  description:
    'By box: from the centre to the right and down, in thousandths of the face’s radius; null is not plotted',
});
