// A judge's ruling on an end as it is typed, and the end after it. Pure; the rules are the appliance's own code.

import type { Ruling, RulingKind } from '../../../src/domain/card/card-notes.ts';
import { applyRuling } from '../../../src/domain/card/judging.ts';
import type { End } from '../../../src/domain/card/scorecard.ts';
import type { Match } from '../../../src/domain/match/match.ts';
import { faceOf } from '../../../src/domain/rounds/rounds.ts';
import { readTypedEnd } from '../../store/typed-end.ts';

/** `number`: how many arrows, or which of them, from 1; `arrows`: values. */
export interface TypedRuling {
  readonly kind: RulingKind;
  readonly number: string;
  readonly arrows: string;
}

export const rulingKinds = [
  'outOfTime',
  'tooManyArrows',
  'sameSpot',
  'bouncer',
  'passThrough',
] as const satisfies readonly RulingKind[];

/** Which of the two is asked for. */
export const rulingAsks = {
  outOfTime: ['outOfTime.number'],
  tooManyArrows: ['tooManyArrows.arrows'],
  sameSpot: ['sameSpot.number'],
  bouncer: ['bouncer.number', 'bouncer.arrows'],
  passThrough: ['passThrough.number', 'passThrough.arrows'],
} as const satisfies Readonly<Record<RulingKind, readonly `${RulingKind}.${'number' | 'arrows'}`[]>>;

const numbersIn = (text: string): readonly number[] =>
  text
    .split(/\D+/)
    .filter((word) => word !== '')
    .map(Number);

function rulingOf({ kind, number, arrows }: TypedRuling, match: Match): Ruling | undefined {
  const { arrows: values, unknown } = readTypedEnd(arrows, faceOf(match));
  const numbers = numbersIn(number);
  const [first] = numbers;
  if (unknown !== undefined) return undefined;
  switch (kind) {
    case 'outOfTime':
      return first === undefined ? undefined : { kind, arrows: first };
    case 'tooManyArrows':
      return { kind, shot: values };
    case 'sameSpot':
      return { kind, boxes: numbers.map((box) => box - 1) };
    default: {
      const [value] = values;
      return first === undefined || value === undefined ? undefined : { kind, box: first - 1, value };
    }
  }
}

/** Undefined where it is not whole yet, or does not fit what is written. */
export function readRuling(
  typed: TypedRuling,
  now: End,
  match: Match,
): { readonly ruling: Ruling; readonly after: End } | undefined {
  const ruling = rulingOf(typed, match);
  const after = ruling && applyRuling(now, ruling, match);
  return ruling && after ? { ruling, after } : undefined;
}
