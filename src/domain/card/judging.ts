// Judges' rulings on an end (RULES 1.4; WA Book 3, 12.2): what the end is after them. For cards and for matches.
import { type ArrowValue, compareArrowValues } from '../arrow-value.ts';
import { type Distance, faceOf, pointsAt } from '../rounds/rounds.ts';
import type { Ruling } from './card-notes.ts';
import type { ArrowSlot, End } from './scorecard.ts';

type OnFace = Pick<Distance, 'face' | 'faceId'>;

/**
 * The end after the ruling, boxes in the order in which they were; undefined where the ruling does not fit it. Only a bouncer's or
 * pass-through's hole can make a written arrow worth more than it was.
 */
export function applyRuling(end: End, ruling: Ruling, on: OnFace): End | undefined {
  switch (ruling.kind) {
    case 'outOfTime':
      return strikeHighest(end, ruling.arrows, on);
    case 'tooManyArrows':
      return keepLowest(end, ruling.shot, on);
    case 'sameSpot':
      return keepLowestOfSpot(end, ruling.boxes, on);
    case 'bouncer':
    case 'passThrough':
      return fillBox(end, ruling.box, ruling.value, on);
  }
}

/** Highest first; between equal points as a card shows them, so an X before a 10. */
function byValueOn(on: OnFace): (a: ArrowValue, b: ArrowValue) => number {
  const points = (value: ArrowValue) => pointsAt(on, value) ?? 0;
  return (a, b) => points(b) - points(a) || compareArrowValues(a, b);
}

/** The highest of an end is known only when all of it is written. */
function strikeHighest(end: End, arrows: number, on: OnFace): End | undefined {
  if (!Number.isInteger(arrows) || arrows < 1 || arrows > end.length) return undefined;
  const compare = byValueOn(on);
  const written = end.flatMap((value, box) => (value === null ? [] : [{ value, box }]));
  if (written.length < end.length) return undefined;
  const highest = written.sort((a, b) => compare(a.value, b.value) || a.box - b.box).slice(0, arrows);
  return withMisses(
    end,
    highest.map(({ box }) => box),
  );
}

/** What is written so far is among what was shot, or the end has to be corrected first. The result is written highest first. */
function keepLowest(end: End, shot: readonly ArrowValue[], on: OnFace): End | undefined {
  if (shot.length <= end.length) return undefined;
  if (shot.some((value) => pointsAt(on, value) === undefined)) return undefined;
  const others = shot.slice();
  for (const value of end) {
    if (value === null) continue;
    const at = others.indexOf(value);
    if (at === -1) return undefined;
    others.splice(at, 1);
  }
  return shot.toSorted(byValueOn(on)).slice(-end.length);
}

function keepLowestOfSpot(end: End, boxes: readonly number[], on: OnFace): End | undefined {
  if ((faceOf(on)?.spots ?? 1) === 1) return undefined;
  if (boxes.length < 2 || new Set(boxes).size < boxes.length) return undefined;
  const compare = byValueOn(on);
  let lowest: { readonly box: number; readonly value: ArrowValue } | undefined;
  for (const box of boxes.toSorted((a, b) => a - b)) {
    const value = end[box];
    if (!value) return undefined;
    if (!lowest || compare(value, lowest.value) > 0) lowest = { box, value };
  }
  return withMisses(
    end,
    boxes.filter((box) => box !== lowest?.box),
  );
}

function fillBox(end: End, box: number, value: ArrowValue, on: OnFace): End | undefined {
  if (!Number.isInteger(box) || box < 0 || box >= end.length || pointsAt(on, value) === undefined) return undefined;
  return end.with(box, value);
}

function withMisses(end: End, boxes: readonly number[]): End {
  return end.map((value, box): ArrowSlot => (boxes.includes(box) ? 'M' : value));
}
