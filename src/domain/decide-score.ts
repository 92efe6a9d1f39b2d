// The rules of writing on a scorecard: who may write where, which boxes are free, which values the face has (WA Book 3, 12.1; RULES 1.4).

import type { Actor } from './actor.ts';
import type { ArrowValue } from './arrow-value.ts';
import type { CorrectEnd, ScoreArrows } from './commands.ts';
import { type Competition, endOf, roundOfEntry, scorecardOf } from './competition.ts';
import { type Decision, happened, rejected } from './decision.ts';
import type { Rejection } from './rejections.ts';
import { countEnds, type Distance, distanceOfEnd, faceOf, pointsAt, type Round } from './rounds.ts';
import { type End, isEndComplete, lastEndBegun, type Scorecard } from './scorecard.ts';
import { formatTarget } from './target.ts';

interface Place {
  readonly card: Scorecard;
  readonly round: Round;
  readonly distance: Distance;
  readonly now: End;
}

/** The end that a command names, if there is one and this actor may write in it. */
function findPlace(state: Competition, actor: Actor, entryNumber: number, end: number): Place | Rejection {
  const entry = state.entries.at(entryNumber);
  const round = roundOfEntry(state, entryNumber);
  if (!entry || !round) return { code: 'unknownEntry', entry: entryNumber };
  if (actor.role === 'scorer') {
    const device = state.devices.get(actor.device);
    if (!device) return { code: 'unknownDevice', device: actor.device };
    if (device.revoked) return { code: 'deviceRevoked' };
    if (device.butt !== entry.target?.butt) {
      return { code: 'notYourTarget', butt: device.butt, target: entry.target ? formatTarget(entry.target) : '' };
    }
  }
  const distance = distanceOfEnd(round, end);
  if (!distance) return { code: 'noSuchEnd', end, ends: countEnds(round) };
  const card = scorecardOf(state, entryNumber);
  return { card, round, distance, now: endOf(card, round, end) };
}

function findWrongValue(distance: Distance, arrows: readonly (ArrowValue | null)[]): Rejection | undefined {
  for (const value of arrows) {
    if (value !== null && pointsAt(distance, value) === undefined) {
      return { code: 'valueNotOnFace', value, face: faceOf(distance)?.name ?? distance.faceId };
    }
  }
  return undefined;
}

function firstIncompleteEndBefore(card: Scorecard, end: number): number | undefined {
  for (let before = 1; before < end; before += 1) if (!isEndComplete(card.ends[before - 1])) return before;
  return undefined;
}

export function decideScore(state: Competition, command: ScoreArrows, actor: Actor): Decision {
  const { entry, end, first, arrows } = command;
  const place = findPlace(state, actor, entry, end);
  if ('code' in place) return rejected(place);
  const { card, distance, now } = place;
  if (arrows.length === 0) return rejected({ code: 'noArrows' });
  if (!Number.isInteger(first) || first < 0 || first + arrows.length > distance.arrowsPerEnd) {
    return rejected({ code: 'tooManyArrows', arrowsPerEnd: distance.arrowsPerEnd });
  }
  const wrongValue = findWrongValue(distance, arrows);
  if (wrongValue) return rejected(wrongValue);
  for (let box = first; box < first + arrows.length; box += 1) {
    const value = now[box];
    if (value) return rejected({ code: 'arrowAlreadyScored', end, arrow: box + 1, value });
  }
  const expected = firstIncompleteEndBefore(card, end);
  if (expected !== undefined) return rejected({ code: 'endOutOfOrder', end, expected });
  return happened({ kind: 'arrowsScored', entry, end, first, arrows });
}

function sameEnd(a: End, b: End): boolean {
  return a.length === b.length && a.every((arrow, index) => arrow === b[index]);
}

function writeEnd(end: End): string {
  return end.map((arrow) => arrow ?? '-').join(' ');
}

export function decideCorrection(state: Competition, command: CorrectEnd, actor: Actor): Decision {
  const { entry, end, was, arrows, reason } = command;
  const place = findPlace(state, actor, entry, end);
  if ('code' in place) return rejected(place);
  const { card, distance, now } = place;
  const last = lastEndBegun(card);
  if (end > last) return rejected({ code: 'nothingToCorrect', end });
  if (actor.role === 'scorer' && end !== last) return rejected({ code: 'onlyLastEnd', end, last });
  if (arrows.length > distance.arrowsPerEnd) {
    return rejected({ code: 'tooManyArrows', arrowsPerEnd: distance.arrowsPerEnd });
  }
  if (arrows.length < distance.arrowsPerEnd) return rejected({ code: 'noArrows' });
  const wrongValue = findWrongValue(distance, arrows);
  if (wrongValue) return rejected(wrongValue);
  // A box may be emptied in the last end only: a hole further up would put every later end out of order.
  if (end !== last && !isEndComplete(arrows)) return rejected({ code: 'noArrows' });
  if (!sameEnd(now, was)) return rejected({ code: 'changedMeanwhile', end, now: writeEnd(now) });
  if (sameEnd(now, arrows)) return rejected({ code: 'nothingToCorrect', end });
  return happened({ kind: 'endCorrected', entry, end, was: now, arrows, reason: reason.trim() });
}
