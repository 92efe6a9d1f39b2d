// The rules of writing on a scorecard: who may write where, which boxes are free, which values the face has (WA Book 3, 12.1; RULES 1.4).
import type { Actor } from '../actor.ts';
import type { CorrectEnd, ScoreArrows } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { Rejection } from '../rejections.ts';
import {
  type CardPlace,
  findChanged,
  findClosed,
  findOutOfOrder,
  findPlace,
  findWrongCount,
  findWrongValue,
  sameEnd,
} from './card-place.ts';
import { checkStateOf } from './double-entry.ts';
import { areHitsWrong, plottedIn } from './hits.ts';
import { isEndBlank, isEndComplete, lastEndBegun } from './scorecard.ts';

export function decideScore(state: Competition, command: ScoreArrows, actor: Actor): Decision {
  const { entry, end, first, arrows, hits } = command;
  const place = findPlace(state, actor, entry, end, 'former');
  if ('code' in place) return rejected(place);
  const { distance } = place;
  const closed = findClosed(place, 'arrows');
  if (closed) return rejected(closed);
  if (arrows.length === 0) return rejected({ code: 'noArrows' });
  if (!Number.isInteger(first) || first < 0 || first + arrows.length > distance.arrowsPerEnd) {
    return rejected({ code: 'tooManyArrows', arrowsPerEnd: distance.arrowsPerEnd });
  }
  const problem =
    findWrongValue(distance, arrows) ??
    findWritten(place, first, arrows.length) ??
    findOutOfOrder(place) ??
    findOwnCheck(place, actor);
  if (problem) return rejected(problem);
  if (areHitsWrong(hits, arrows.length)) return rejected({ code: 'hitsWrong', end });
  return happened({ kind: 'arrowsScored', entry, end, first, arrows, ...plottedIn(hits) });
}

function findWritten({ now, end }: CardPlace, first: number, count: number): Rejection | undefined {
  for (let box = first; box < first + count; box += 1) {
    const value = now[box];
    if (value) return { code: 'arrowAlreadyScored', end, arrow: box + 1, value };
  }
  return undefined;
}

/** Who has kept the second card of an end does not write the first: the two would be one person's. */
function findOwnCheck({ notes, end }: CardPlace, actor: Actor): Rejection | undefined {
  const check = notes.checks.get(end);
  if (!check || check.byAthlete) return undefined;
  const checker = check.actor;
  const isOwn = actor.role === 'scorer' && checker.role === 'scorer' && checker.device === actor.device;
  return isOwn ? { code: 'sameScorer', end } : undefined;
}

/** Further up the card scorers settle what is not agreed: an end on which both cards differ, or one that its athlete has yet to confirm. */
function isOpenToScorers({ scoring }: Competition, { notes, now, end }: CardPlace): boolean {
  const check = notes.checks.get(end);
  return checkStateOf(now, check?.arrows) === 'differs' || (scoring === 'confirmed' && check === undefined);
}

export function decideCorrection(state: Competition, command: CorrectEnd, actor: Actor): Decision {
  const { entry, end, was, arrows, reason } = command;
  const place = findPlace(state, actor, entry, end);
  if ('code' in place) return rejected(place);
  const { card, distance, now, notes } = place;
  const closed = findClosed(place, 'change');
  if (closed) return rejected(closed);
  const last = lastEndBegun(card);
  if (isEndBlank(now)) return rejected({ code: 'nothingToCorrect', end });
  if (actor.role === 'scorer' && end !== last && !isOpenToScorers(state, place)) {
    return rejected({ code: 'onlyLastEnd', end, last });
  }
  const wrong = findWrongCount(distance, arrows) ?? findWrongValue(distance, arrows);
  if (wrong) return rejected(wrong);
  // A box may be emptied in the last end and in one held open: a hole further up would put every later end out of order.
  if (end !== last && !notes.held.has(end) && !isEndComplete(arrows)) return rejected({ code: 'noArrows' });
  const problem = findChanged(place, was) ?? findOwnCheck(place, actor);
  if (problem) return rejected(problem);
  if (sameEnd(now, arrows)) return rejected({ code: 'nothingToCorrect', end });
  if (reason.trim() === '') return rejected({ code: 'reasonMissing' });
  return happened({ kind: 'endCorrected', entry, end, was: now, arrows, reason: reason.trim() });
}
