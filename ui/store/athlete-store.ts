// One athlete's card as a phone shows it: everything that is counted from the arrows, worked out here from the sheet.
import { type ArrowValue, arrowValues } from '../../src/domain/arrow-value.ts';
import type { AthleteSheet } from '../../src/domain/card/athlete-sheet.ts';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import {
  type ArrowSlot,
  endPoints,
  isEndBlank,
  isEndComplete,
  type Scorecard,
  scorecardOfEnds,
  sortedArrows,
  type Tally,
  tallyOfEnds,
} from '../../src/domain/card/scorecard.ts';
import { roundOfArcher, type SheetArcher } from '../../src/domain/card/target-sheet.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { type Distance, distanceOfEnd, faceOf, faceOfEnd, type Round } from '../../src/domain/rounds/rounds.ts';
import type { DeltaBody, SnapshotBody } from '../../src/wire/server-to-client.ts';
import type { TopicListener } from '../link/link.ts';

/** `missing`: there is no such athlete. */
export type FollowedAthlete = AthleteSheet | 'missing';

/** Whatever comes is the whole sheet. */
export function listenToAthlete(changed: (athlete: FollowedAthlete) => void): TopicListener {
  const take = (body: SnapshotBody | DeltaBody) => {
    const whole = body.kind === 'whole' ? body.whole : body;
    if (whole.kind === 'athlete') changed(whole.sheet);
  };
  return { snapshot: take, delta: take, missing: () => changed('missing') };
}

export interface EndLine {
  readonly end: number;
  /** Highest first, boxes not yet scored last. */
  readonly arrows: readonly ArrowSlot[];
  readonly points: number;
  /** What the end would be worth if every arrow were the best. */
  readonly most: number;
  readonly running: number;
  readonly isBlank: boolean;
  readonly isComplete: boolean;
}

export interface CardPart {
  readonly distance: Distance;
  readonly tally: Tally;
  readonly ends: readonly EndLine[];
}

export interface ValueCount {
  readonly value: ArrowValue;
  readonly face: Face | undefined;
  readonly count: number;
}

export interface FaceHits {
  readonly face: Face;
  readonly hits: readonly Exclude<Hit, null>[];
}

export interface AthleteCard {
  readonly archer: SheetArcher;
  readonly round: Round;
  readonly tally: Tally;
  /** Points for an arrow; undefined before the first. */
  readonly average: number | undefined;
  readonly parts: readonly CardPart[];
  /** Every value that the round's faces have, and misses, highest first. */
  readonly values: readonly ValueCount[];
  /** In the order in which the faces are shot; those without a plotted arrow are missing. */
  readonly hits: readonly FaceHits[];
}

/** Undefined for a round that this version does not know. */
export function athleteCardOf(sheet: AthleteSheet): AthleteCard | undefined {
  const archer = sheet.archers[0];
  const round = archer && roundOfArcher(sheet, archer);
  if (!archer || !round) return undefined;
  const card = scorecardOfEnds(round, archer.ends);
  const { total, arrows } = card.tally;
  return {
    archer,
    round,
    tally: card.tally,
    average: arrows === 0 ? undefined : total / arrows,
    parts: partsOf(card, round),
    values: countValues(card, round),
    hits: hitsByFace(sheet, round),
  };
}

function partsOf(card: Scorecard, round: Round): readonly CardPart[] {
  let [end, running] = [0, 0];
  return round.distances.map((distance) => {
    const fromEnd = end + 1;
    const ends = Array.from({ length: distance.ends }, (): EndLine => {
      end += 1;
      const line = endLineOf(card, round, distance, end);
      running += line.points;
      return { ...line, running };
    });
    return { distance, ends, tally: tallyOfEnds(round, card.ends, { fromEnd, toEnd: end }) };
  });
}

function endLineOf(card: Scorecard, round: Round, distance: Distance, end: number): Omit<EndLine, 'running'> {
  const slots = card.ends[end - 1] ?? [];
  const sorted = sortedArrows(slots);
  const blank = Array.from({ length: Math.max(0, distance.arrowsPerEnd - sorted.length) }, () => null);
  const best = Math.max(0, ...(faceOf(distance)?.zones ?? []).map(({ points }) => points));
  return {
    end,
    arrows: [...sorted, ...blank],
    points: endPoints(round, end, slots),
    most: best * distance.arrowsPerEnd,
    isBlank: isEndBlank(slots),
    isComplete: slots.length > 0 && isEndComplete(slots),
  };
}

function countValues(card: Scorecard, round: Round): readonly ValueCount[] {
  const faces = round.distances.map(faceOf).filter((face) => face !== undefined);
  const shot = card.ends.flat();
  return arrowValues.flatMap((value): readonly ValueCount[] => {
    const face = faces.find(({ zones }) => zones.some((zone) => zone.value === value));
    const count = shot.filter((arrow) => arrow === value).length;
    return face || value === 'M' || count > 0 ? [{ value, face, count }] : [];
  });
}

function hitsByFace({ hits }: AthleteSheet, round: Round): readonly FaceHits[] {
  const byFace = new Map<Face, Exclude<Hit, null>[]>();
  for (const each of hits) {
    const face = distanceOfEnd(round, each.end) && faceOfEnd(round, each.end);
    if (!face) continue;
    const plotted = each.hits.filter((hit) => hit !== null);
    byFace.set(face, [...(byFace.get(face) ?? []), ...plotted]);
  }
  return [...byFace].filter(([, plotted]) => plotted.length > 0).map(([face, plotted]) => ({ face, hits: plotted }));
}
