// The end of a card that a command names, and the questions that every writing on a card begins with: whose device, which boxes, which
// values, whether the card is open and its athlete competes.
import type { Actor } from '../actor.ts';
import type { ArrowValue } from '../arrow-value.ts';
import { type Competition, endOf, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { Entry } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { countEnds, type Distance, distanceOfEnd, faceOf, pointsAt, type Round } from '../rounds/rounds.ts';
import { mayWriteAt, type Reach } from '../setup/device-reach.ts';
import { formatTarget } from '../target.ts';
import type { CardNotes } from './card-notes.ts';
import { type End, isEndComplete, type Scorecard } from './scorecard.ts';

export interface Athlete {
  readonly athlete: Entry;
  readonly round: Round;
}

export interface CardPlace extends Athlete {
  readonly card: Scorecard;
  readonly notes: CardNotes;
  readonly distance: Distance;
  readonly end: number;
  /** The end as it stands. */
  readonly now: End;
}

/** Whose card a command names, if this actor may write on it. */
export function findAthlete(
  state: Competition,
  actor: Actor,
  entry: number,
  reach: Reach = 'own',
): Athlete | Rejection {
  const athlete = state.entries.at(entry);
  const round = roundOfEntry(state, entry);
  if (!athlete || !round) return { code: 'unknownEntry', entry };
  if (actor.role === 'scorer') {
    const device = state.devices.get(actor.device);
    if (!device) return { code: 'unknownDevice', device: actor.device };
    if (device.revoked) return { code: 'deviceRevoked' };
    if (!mayWriteAt(device, athlete.target?.butt, reach)) {
      return { code: 'notYourTarget', butt: device.butt, target: athlete.target ? formatTarget(athlete.target) : '' };
    }
  }
  return { athlete, round };
}

/** The end that a command names, if there is one and this actor may write in it. */
export function findPlace(
  state: Competition,
  actor: Actor,
  entry: number,
  end: number,
  reach: Reach = 'own',
): CardPlace | Rejection {
  const found = findAthlete(state, actor, entry, reach);
  if ('code' in found) return found;
  const { athlete, round } = found;
  const distance = distanceOfEnd(round, end);
  if (!distance) return { code: 'noSuchEnd', end, ends: countEnds(round) };
  const card = scorecardOf(state, entry);
  return { athlete, card, notes: notesOf(state, entry), round, distance, end, now: endOf(card, round, end) };
}

/** New arrows are for those who compete; a card of somebody who retired is corrected, judged and checked like any other. */
export function findClosed({ athlete, notes }: CardPlace, writing: 'arrows' | 'change'): Rejection | undefined {
  const { standing, lock } = notes;
  if (lock) return { code: 'cardLocked', name: athlete.name };
  if (standing === 'competing' || (standing === 'DNF' && writing === 'change')) return undefined;
  return { code: 'notCompeting', name: athlete.name, standing };
}

export function findWrongValue(distance: Distance, arrows: readonly (ArrowValue | null)[]): Rejection | undefined {
  for (const value of arrows) {
    if (value !== null && pointsAt(distance, value) === undefined) {
      return { code: 'valueNotOnFace', value, face: faceOf(distance)?.name ?? distance.faceId };
    }
  }
  return undefined;
}

/** As many boxes as the end has. */
export function findWrongCount({ arrowsPerEnd }: Distance, arrows: End): Rejection | undefined {
  if (arrows.length > arrowsPerEnd) return { code: 'tooManyArrows', arrowsPerEnd };
  return arrows.length < arrowsPerEnd ? { code: 'noArrows' } : undefined;
}

/** An end before it with blank boxes that are not held open. */
export function findOutOfOrder({ card, notes, end }: CardPlace): Rejection | undefined {
  for (let expected = 1; expected < end; expected += 1) {
    if (!isEndComplete(card.ends[expected - 1]) && !notes.held.has(expected)) {
      return { code: 'endOutOfOrder', end, expected };
    }
  }
  return undefined;
}

/** Whether what the command saw is what stands there. */
export function findChanged({ now, end }: CardPlace, was: End): Rejection | undefined {
  return sameEnd(now, was) ? undefined : { code: 'changedMeanwhile', end, now: writeEnd(now) };
}

export function sameEnd(a: End, b: End): boolean {
  return a.length === b.length && a.every((arrow, index) => arrow === b[index]);
}

function writeEnd(end: End): string {
  return end.map((arrow) => arrow ?? '-').join(' ');
}
