// A published result says the total and the counts, not the arrows. This makes arrows that give exactly that result on the round's own
// face, so that a published ranking can be shot again.
import assert from 'node:assert/strict';
import type { ArrowValue } from '../domain/arrow-value.ts';
import { countArrows, faceOfEnd, type Round } from '../domain/rounds/rounds.ts';
import type { Random } from '../simulator/random.ts';

export interface PublishedScore {
  readonly total: number;
  /** With the inner tens. */
  readonly tens: number;
  /** Outdoors. */
  readonly xs?: number;
  /** Indoors. */
  readonly nines?: number;
}

/** Points of what is neither a ten nor a counted nine: as few misses as can be, then as even as can be, then stirred. */
function spreadPoints(points: number, arrows: number, lowest: number, highest: number, random: Random): number[] {
  const hits = Math.min(arrows, Math.floor(points / lowest));
  assert.ok(points <= hits * highest, `${points} points with ${arrows} arrows of ${lowest} to ${highest}`);
  const each = hits === 0 ? 0 : Math.floor(points / hits);
  const spread = Array.from({ length: hits }, (_, index) => each + (index < points - each * hits ? 1 : 0));
  for (let stir = 0; stir < hits * 4; stir += 1) {
    const [up, down] = [random.integer(hits), random.integer(hits)];
    const [more, less] = [(spread[up] ?? 0) + 1, (spread[down] ?? 0) - 1];
    if (up !== down && more <= highest && less >= lowest) [spread[up], spread[down]] = [more, less];
  }
  return [...spread, ...Array.from({ length: arrows - hits }, () => 0)];
}

function repeat(value: ArrowValue, times: number): ArrowValue[] {
  return Array.from({ length: times }, () => value);
}

/** All ends of the round, in a random order of arrows. Fails where the face has no arrows that give the score. Same face at all distances. */
export function endsForScore(
  round: Round,
  { total, tens, xs = 0, nines }: PublishedScore,
  random: Random,
): readonly (readonly ArrowValue[])[] {
  const points = faceOfEnd(round, 1)?.zones.map((zone) => zone.points) ?? [];
  const rest = countArrows(round) - tens - (nines ?? 0);
  assert.ok(rest >= 0 && xs <= tens, 'more tens and nines than arrows, or more Xs than tens');
  const highest = nines === undefined ? 9 : 8;
  const spread = spreadPoints(total - tens * 10 - (nines ?? 0) * 9, rest, Math.min(...points), highest, random).map(
    (value) => (value === 0 ? 'M' : (String(value) as ArrowValue)),
  );
  const arrows = random.shuffle([
    ...repeat('X', xs),
    ...repeat('10', tens - xs),
    ...repeat('9', nines ?? 0),
    ...spread,
  ]);
  const perEnd = round.distances.flatMap(({ ends, arrowsPerEnd }) => Array.from({ length: ends }, () => arrowsPerEnd));
  return perEnd.map((count) => arrows.splice(0, count));
}
