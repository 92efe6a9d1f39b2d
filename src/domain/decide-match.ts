// What is asked of a match: arrows, corrections, rulings, measuring, attendance, who begins. What may be written on its card is in
// match-scoring.ts; here is who may write, in which match, and what follows for the matches after it.
import type { Actor } from './actor.ts';
import type {
  ChooseBeginner,
  CommandContext,
  CorrectMatch,
  MatchCommand,
  MeasureShootOff,
  RuleOnMatch,
  ScoreMatch,
  SetMatchAttendance,
} from './commands.ts';
import type { Competition } from './competition.ts';
import { type Decision, happened, rejected } from './decision.ts';
import { type PlayedMatch, playEvent, type Seat } from './event-play.ts';
import { evolveEvent } from './evolve-event.ts';
import type { MatchFact } from './facts.ts';
import { applyRuling } from './judging.ts';
import { type BySide, type Match, scoreOf } from './match.ts';
import {
  correctMatchArrows,
  endInMatch,
  lastPlaceOf,
  type MatchAnswer,
  measureShootOff,
  ruleOnMatchArrows,
  scoreMatchArrows,
  setAttendance,
} from './match-scoring.ts';
import type { Rejection } from './rejections.ts';
import type { End } from './scorecard.ts';

export function decideMatch(state: Competition, command: MatchCommand, { actor }: CommandContext): Decision {
  if (actor.role === 'scorer' && command.kind !== 'scoreMatch' && command.kind !== 'correctMatch')
    return rejected({ code: 'notAllowed', role: actor.role });
  const found = findMatch(state, command.event, command.match);
  if ('code' in found) return rejected(found);
  const notHere = whyNotAtThisTarget(state, actor, found);
  if (notHere) return rejected(notHere);
  const match = matchToShoot(found);
  if ('code' in match) return rejected(match);
  const fact = decideInMatch(match, found, command, actor);
  if ('code' in fact) return rejected(fact);
  const tooLate = whyTooLate(state, found, fact);
  return tooLate ? rejected(tooLate) : happened(fact);
}

function decideInMatch(match: Match, played: PlayedMatch, command: MatchCommand, actor: Actor): MatchFact | Rejection {
  switch (command.kind) {
    case 'scoreMatch':
      return decideArrows(match, command);
    case 'correctMatch':
      return decideCorrection(match, command, actor);
    case 'ruleOnMatch':
      return decideRuling(match, command);
    case 'measureShootOff':
      return decideMeasure(match, command);
    case 'setMatchAttendance':
      return decideAttendance(match, command);
    case 'chooseBeginner':
      return decideBeginner(match, played, command);
  }
}

function findMatch(state: Competition, event: string, match: string): PlayedMatch | Rejection {
  const found = state.events.get(event);
  if (!found) return { code: 'unknownEvent', event };
  if (!found.draw) return { code: 'eventNotDrawn', event };
  return playEvent(state, event)?.find(({ drawn }) => drawn.id === match) ?? { code: 'unknownMatch', match };
}

/** A device writes in matches that are shot at its butt, on both sides: often one scorer stands behind the two targets. */
function whyNotAtThisTarget(state: Competition, actor: Actor, { slot }: PlayedMatch): Rejection | undefined {
  if (actor.role !== 'scorer') return undefined;
  const device = state.devices.get(actor.device);
  if (!device) return { code: 'unknownDevice', device: actor.device };
  if (device.revoked) return { code: 'deviceRevoked' };
  const isHere = slot?.butts.a === device.butt || slot?.butts.b === device.butt;
  return isHere ? undefined : { code: 'matchNotOnYourTarget', butt: device.butt };
}

function matchToShoot({ drawn, kind, match, seats }: PlayedMatch): Match | Rejection {
  if (kind !== 'match') return { code: 'byeNeedsNoResult', match: drawn.id };
  if (!match || seats.a.kind === 'pending' || seats.b.kind === 'pending')
    return { code: 'sidesNotKnown', match: drawn.id };
  return match;
}

function factOf(answer: MatchAnswer, fact: MatchFact): MatchFact | Rejection {
  return answer.kind === 'rejected' ? answer.rejection : fact;
}

function decideArrows(match: Match, command: ScoreMatch): MatchFact | Rejection {
  const { side, part, number, first, arrows } = command;
  const answer = scoreMatchArrows(match, { side, place: { part, number }, first, arrows });
  return factOf(answer, { ...command, kind: 'matchArrowsScored' });
}

function sameEnd(a: End, b: End): boolean {
  return a.length === b.length && a.every((arrow, index) => arrow === b[index]);
}

function whyChanged(now: End, was: End): Rejection | undefined {
  if (sameEnd(now, was)) return undefined;
  return { code: 'matchChangedMeanwhile', now: now.map((arrow) => arrow ?? '-').join(' ') };
}

/** The desk corrects any end; a device the last one, as on a card. */
function decideCorrection(match: Match, command: CorrectMatch, actor: Actor): MatchFact | Rejection {
  const { side, part, number, was, arrows } = command;
  const place = { part, number };
  const last = lastPlaceOf(match);
  if (actor.role === 'scorer' && last && (last.part !== part || last.number !== number))
    return { code: 'matchPlaceNotOpen', part, number, openPart: last.part, openNumber: last.number };
  const answer = correctMatchArrows(match, { side, place, arrows });
  if (answer.kind === 'rejected') return answer.rejection;
  const { by, reason, ...rest } = command;
  const fact = { ...rest, kind: 'matchEndCorrected', ruling: undefined, by: by.trim(), reason: reason.trim() } as const;
  return whyChanged(endInMatch(match, side, place), was) ?? fact;
}

function decideRuling(match: Match, command: RuleOnMatch): MatchFact | Rejection {
  const { side, part, number, was, ruling } = command;
  const [by, reason] = [command.by.trim(), command.reason.trim()];
  if (by === '') return { code: 'judgeMissing' };
  if (reason === '') return { code: 'reasonMissing' };
  const place = { part, number };
  const now = endInMatch(match, side, place);
  const arrows = applyRuling(now, ruling, match);
  if (!arrows) return { code: 'rulingDoesNotFit', ruling: ruling.kind, end: number };
  if (sameEnd(now, arrows)) return { code: 'rulingChangesNothing', end: number };
  const answer = ruleOnMatchArrows(match, { side, place, arrows });
  if (answer.kind === 'rejected') return answer.rejection;
  const { event, match: id } = command;
  const fact = { event, match: id, side, part, number, was, arrows, ruling: ruling.kind, by, reason } as const;
  return whyChanged(now, was) ?? { kind: 'matchEndCorrected', ...fact };
}

function decideMeasure(match: Match, command: MeasureShootOff): MatchFact | Rejection {
  const by = command.by.trim();
  if (by === '') return { code: 'judgeMissing' };
  const answer = measureShootOff(match, command.number, command.closest);
  return factOf(answer, { ...command, kind: 'shootOffMeasured', by });
}

function decideAttendance(match: Match, command: SetMatchAttendance): MatchFact | Rejection {
  const by = command.by.trim();
  if (by === '') return { code: 'judgeMissing' };
  const answer = setAttendance(match, command.side, command.attendance);
  return factOf(answer, { ...command, kind: 'matchAttendanceSet', by, reason: command.reason.trim() });
}

/** Said before the first arrow, or set right while the match is shot: it changes whose turn it is and no score. */
function decideBeginner(match: Match, { card }: PlayedMatch, command: ChooseBeginner): MatchFact | Rejection {
  const { status } = scoreOf(match);
  if (status.kind === 'over') return { code: 'matchOver', winner: status.winner ?? '' };
  if (card.begins === command.begins) return { code: 'nothingToCorrectInMatch' };
  return { ...command, kind: 'matchBeginnerChosen' };
}

/**
 * A match that has begun keeps its two sides: whatever would put somebody else into it, or leave it open who stands there, comes too
 * late. That holds through byes, forfeits, pools' tables and second finals alike.
 */
function whyTooLate(state: Competition, played: PlayedMatch, fact: MatchFact): Rejection | undefined {
  const begun = (playEvent(state, fact.event) ?? []).filter((each) => each.hasBegun && each !== played);
  if (begun.length === 0) return undefined;
  // Nobody keeps this state: the time and the actor of the fact are not asked for.
  const after = evolveEvent(state, fact, { at: 0, actor: { role: 'system' } });
  const then = new Map(playEvent(after, fact.event)?.map((each) => [each.drawn.id, each]));
  const moved = begun.find(({ drawn, kind, seats }) => {
    const later = then.get(drawn.id);
    return later?.kind !== kind || !sameSeats(later.seats, seats);
  });
  return moved && { code: 'laterMatchStarted', match: played.drawn.id, later: moved.drawn.id };
}

function sameSeats(one: BySide<Seat>, other: BySide<Seat>): boolean {
  return sameSeat(one.a, other.a) && sameSeat(one.b, other.b);
}

function sameSeat(one: Seat, other: Seat): boolean {
  return one.kind === 'competitor' && other.kind === 'competitor' ? one.seed === other.seed : one.kind === other.kind;
}
