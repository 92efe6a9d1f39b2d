// What judges and the desk decide on a card: rulings, boxes held open, closing and opening it, how the athlete stands; and the second card.
// Nobody at a butt decides these, except that a second scorer or the athlete there checks.
import type { Actor } from '../actor.ts';
import type { CheckEnd, HoldEnd, LockCard, RuleOnEnd, SetStanding, UnlockCard } from '../commands.ts';
import { type Competition, notesOf } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { Rejection } from '../rejections.ts';
import type { Standing } from './card-notes.ts';
import {
  findAthlete,
  findChanged,
  findClosed,
  findOutOfOrder,
  findPlace,
  findWrongCount,
  findWrongValue,
  sameEnd,
} from './card-place.ts';
import { applyRuling } from './judging.ts';
import { isEndComplete } from './scorecard.ts';
import { findUnfit } from './sign-card.ts';

/** Who decided, by name, and why. */
interface Decided {
  readonly by: string;
  readonly reason: string;
}

function findMissing({ by, reason }: Decided): Rejection | undefined {
  if (by.trim() === '') return { code: 'judgeMissing' };
  return reason.trim() === '' ? { code: 'reasonMissing' } : undefined;
}

export function decideRuling(state: Competition, command: RuleOnEnd, actor: Actor): Decision {
  const { entry, end, was, ruling, by, reason } = command;
  const place = findPlace(state, actor, entry, end);
  if ('code' in place) return rejected(place);
  const problem =
    findClosed(place, 'change') ?? findMissing(command) ?? findOutOfOrder(place) ?? findChanged(place, was);
  if (problem) return rejected(problem);
  const { distance, now } = place;
  const arrows = applyRuling(now, ruling, distance);
  if (!arrows) return rejected({ code: 'rulingDoesNotFit', ruling: ruling.kind, end });
  if (sameEnd(now, arrows)) return rejected({ code: 'rulingChangesNothing', end });
  const decided = { by: by.trim(), reason: reason.trim() };
  return happened({ kind: 'endRuled', entry, end, was: now, arrows, ruling: ruling.kind, ...decided });
}

/** The second card of an end is kept in full, and may be there before the first. An athlete confirms on the scorer's own device. */
export function decideCheck(state: Competition, command: CheckEnd, actor: Actor): Decision {
  const { entry, end, arrows, byAthlete } = command;
  const place = findPlace(state, actor, entry, end, 'former');
  if ('code' in place) return rejected(place);
  const { distance, notes } = place;
  const closed = findClosed(place, 'change');
  if (closed) return rejected(closed);
  const wrong = findWrongCount(distance, arrows) ?? findWrongValue(distance, arrows);
  if (wrong) return rejected(wrong);
  if (!isEndComplete(arrows)) return rejected({ code: 'noArrows' });
  const isOwn = actor.role === 'scorer' && notes.writers.get(end) === actor.device;
  if (byAthlete ? state.scoring !== 'confirmed' : isOwn) return rejected({ code: 'sameScorer', end });
  return happened({ kind: 'endChecked', entry, end, arrows, ...(byAthlete && { byAthlete }) });
}

/** The end that is being shot, or one with boxes left blank before it; not one that nobody has come to yet. */
export function decideHold(state: Competition, command: HoldEnd, actor: Actor): Decision {
  const { entry, end, cause, by, reason } = command;
  const place = findPlace(state, actor, entry, end);
  if ('code' in place) return rejected(place);
  const problem = findClosed(place, 'arrows') ?? findMissing(command);
  if (problem) return rejected(problem);
  if (isEndComplete(place.now) || place.notes.held.has(end)) return rejected({ code: 'nothingToHold', end });
  const outOfOrder = findOutOfOrder(place);
  if (outOfOrder) return rejected(outOfOrder);
  return happened({ kind: 'endHeld', entry, end, cause, by: by.trim(), reason: reason.trim() });
}

/** Also without the second card or the athlete's confirming: the desk answers for it. */
export function decideLock(state: Competition, { entry, by }: LockCard, actor: Actor): Decision {
  const found = findAthlete(state, actor, entry);
  if ('code' in found) return rejected(found);
  const unfit = findUnfit(state, found);
  if (unfit) return rejected(unfit);
  if (by.trim() === '') return rejected({ code: 'judgeMissing' });
  return happened({ kind: 'cardLocked', entry, by: by.trim() });
}

export function decideUnlock(state: Competition, command: UnlockCard): Decision {
  const { entry, by, reason } = command;
  const athlete = state.entries.at(entry);
  if (!athlete) return rejected({ code: 'unknownEntry', entry });
  if (!notesOf(state, entry).lock) return rejected({ code: 'cardNotLocked', name: athlete.name });
  const missing = findMissing(command);
  if (missing) return rejected(missing);
  return happened({ kind: 'cardUnlocked', entry, by: by.trim(), reason: reason.trim() });
}

const needsJudge: ReadonlySet<Standing> = new Set(['DSQ', 'DQB']);

/** Of a signed card too: it changes no arrow. */
export function decideStanding(state: Competition, command: SetStanding): Decision {
  const { entry, standing, by, reason } = command;
  const athlete = state.entries.at(entry);
  if (!athlete) return rejected({ code: 'unknownEntry', entry });
  if (notesOf(state, entry).standing === standing) {
    return rejected({ code: 'standingUnchanged', name: athlete.name, standing });
  }
  const missing = needsJudge.has(standing) ? findMissing(command) : undefined;
  if (missing) return rejected(missing);
  return happened({ kind: 'standingSet', entry, standing, by: by.trim(), reason: reason.trim() });
}
