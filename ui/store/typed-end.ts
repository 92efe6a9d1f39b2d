// An end as somebody types it from paper, in one line: `x 10 9`, `X09`, `9,8,m`. What a row of digits means follows from the face: 11 is
// two ones where the face has no eleven.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import { isArrowValue } from '../../src/domain/arrow-value.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';

export interface TypedEnd {
  readonly arrows: readonly ArrowValue[];
  /** The first of what no arrow of this face can be; undefined where all of it is understood. */
  readonly unknown: string | undefined;
}

/** On cards a ten is often written 0. */
const written: Readonly<Record<string, ArrowValue>> = { '0': '10' };

function isOnFace(face: Face | undefined, value: ArrowValue): boolean {
  return value === 'M' || !face || face.zones.some((zone) => zone.value === value);
}

/** The longest value at the beginning of the text. */
function readValue(
  text: string,
  face: Face | undefined,
): { readonly value: ArrowValue; readonly length: number } | undefined {
  for (const length of [2, 1]) {
    const part = text.slice(0, length);
    const value = length === 1 ? (written[part] ?? part) : part;
    if (part.length === length && isArrowValue(value) && isOnFace(face, value)) return { value, length };
  }
  return undefined;
}

export function readTypedEnd(text: string, face: Face | undefined): TypedEnd {
  const arrows: ArrowValue[] = [];
  for (const word of text.toUpperCase().split(/[\s,;./+-]+/)) {
    let rest = word;
    while (rest !== '') {
      const found = readValue(rest, face);
      if (!found) return { arrows, unknown: rest };
      arrows.push(found.value);
      rest = rest.slice(found.length);
    }
  }
  return { arrows, unknown: undefined };
}

/** As it can be typed again. */
export function writeTypedEnd(arrows: readonly (ArrowValue | null)[]): string {
  return arrows.filter((arrow) => arrow !== null).join(' ');
}
