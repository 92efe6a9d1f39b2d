// What is asked of a match: arrows, corrections, rulings, measuring, attendance, who begins. What may be written on its card is in
// match-scoring.ts; here is who may write, in which match, and what follows for the matches after it.
import type { Actor } from '../actor.ts';
import { areHitsWrong, plottedIn } from '../card/hits.ts';
import { applyRuling } from '../card/judging.ts';
import type { End } from '../card/scorecard.ts';
import type {
  ChooseBeginner,
  CommandContext,
  CorrectMatch,
  MatchCommand,
  MeasureShootOff,
  RuleOnMatch,
  ScoreMatch,
  SetMatchAttendance,
} from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { startedAfter } from '../draw/draw-play.ts';
import { drawResultOf } from '../draw/draw-result.ts';
import type { MatchFact } from '../facts.ts';
import { type Match, scoreOf } from '../match/match.ts';
import {
  correctMatchArrows,
  endInMatch,
  lastPlaceOf,
  type MatchAnswer,
  measureShootOff,
  ruleOnMatchArrows,
  scoreMatchArrows,
  setAttendance,
} from '../match/match-scoring.ts';
import type { Rejection } from '../rejections.ts';
import { mayWriteAt, type Reach } from '../setup/device-reach.ts';
import { type PlayedMatch, playEvent, resultsOf } from './event-play.ts';

/** What paired devices may ask at the butt of the match: also what people there measure and choose; the rest is the desk's. */
const scorersMay: ReadonlySet<MatchCommand['kind']> = new Set([
  'scoreMatch',
  'correctMatch',
  'measureShootOff',
  'chooseBeginner',
]);

export function decideMatch(state: Competition, command: MatchCommand, { actor }: CommandContext): Decision {
  if (actor.role === 'scorer' && !scorersMay.has(command.kind))
    return rejected({ code: 'notAllowed', role: actor.role });
  const found = findMatch(state, command.event, command.match);
  if ('code' in found) return rejected(found);
  const notHere = whyNotAtThisTarget(state, actor, found, command.kind === 'scoreMatch' ? 'former' : 'own');
  if (notHere) return rejected(notHere);
  const match = matchToShoot(found);
  if ('code' in match) return rejected(match);
  const written = writeInMatch(match, found, signedBy(state, command, actor), actor);
  if ('code' in written) return rejected(written);
  const tooLate = whyTooLate(state, command.event, found, written.match);
  return tooLate ? rejected(tooLate) : happened(written.fact);
}

/** The match after a command, and the fact that makes it so. */
interface Written {
  readonly match: Match;
  readonly fact: MatchFact;
}

function writeInMatch(match: Match, played: PlayedMatch, command: MatchCommand, actor: Actor): Written | Rejection {
  switch (command.kind) {
    case 'scoreMatch':
      return writeArrows(match, command);
    case 'correctMatch':
      return writeCorrection(match, command, actor);
    case 'ruleOnMatch':
      return writeRuling(match, command);
    case 'measureShootOff':
      return writeMeasure(match, command);
    case 'setMatchAttendance':
      return writeAttendance(match, command);
    case 'chooseBeginner':
      return writeBeginner(match, played, command);
  }
}

/** A tablet does not ask who corrects: then it is the tablet that did. */
function signedBy(state: Competition, command: MatchCommand, actor: Actor): MatchCommand {
  if (command.kind !== 'correctMatch' || command.by.trim() !== '' || actor.role !== 'scorer') return command;
  return { ...command, by: state.devices.get(actor.device)?.label ?? '' };
}

/** Of a draw; whether its sides are known is another question. */
export function findMatch(state: Competition, event: string, match: string): PlayedMatch | Rejection {
  const found = state.events.get(event);
  if (!found) return { code: 'unknownEvent', event };
  if (!found.draw) return { code: 'eventNotDrawn', event };
  return playEvent(state, event)?.find(({ drawn }) => drawn.id === match) ?? { code: 'unknownMatch', match };
}

/** A device writes in matches that are shot at its butt, on both sides: often one scorer stands behind the two targets. */
function whyNotAtThisTarget(
  state: Competition,
  actor: Actor,
  { slot }: PlayedMatch,
  reach: Reach,
): Rejection | undefined {
  if (actor.role !== 'scorer') return undefined;
  const device = state.devices.get(actor.device);
  if (!device) return { code: 'unknownDevice', device: actor.device };
  if (device.revoked) return { code: 'deviceRevoked' };
  const isHere = mayWriteAt(device, slot?.butts.a, reach) || mayWriteAt(device, slot?.butts.b, reach);
  return isHere ? undefined : { code: 'matchNotOnYourTarget', butt: device.butt };
}

export function matchToShoot({ drawn, kind, match }: PlayedMatch): Match | Rejection {
  if (kind !== 'match') return { code: 'byeNeedsNoResult', match: drawn.id };
  return match ?? { code: 'sidesNotKnown', match: drawn.id };
}

function written(answer: MatchAnswer, fact: MatchFact): Written | Rejection {
  return answer.kind === 'rejected' ? answer.rejection : { match: answer.match, fact };
}

function writeArrows(match: Match, command: ScoreMatch): Written | Rejection {
  const { hits, ...rest } = command;
  const { side, part, number, first, arrows } = rest;
  const answer = scoreMatchArrows(match, { side, place: { part, number }, first, arrows });
  if (answer.kind === 'match' && areHitsWrong(hits, arrows.length)) return { code: 'hitsWrong', end: number };
  return written(answer, { ...rest, ...plottedIn(hits), kind: 'matchArrowsScored' });
}

function sameEnd(a: End, b: End): boolean {
  return a.length === b.length && a.every((arrow, index) => arrow === b[index]);
}

function whyChanged(now: End, was: End): Rejection | undefined {
  if (sameEnd(now, was)) return undefined;
  return { code: 'matchChangedMeanwhile', now: now.map((arrow) => arrow ?? '-').join(' ') };
}

/** The desk corrects any end; a device the last one, as on a card. */
function writeCorrection(match: Match, command: CorrectMatch, actor: Actor): Written | Rejection {
  const { side, part, number, was, arrows } = command;
  const place = { part, number };
  const last = lastPlaceOf(match);
  if (actor.role === 'scorer' && last && (last.part !== part || last.number !== number))
    return { code: 'matchPlaceNotOpen', part, number, openPart: last.part, openNumber: last.number };
  const answer = correctMatchArrows(match, { side, place, arrows });
  if (answer.kind === 'rejected') return answer.rejection;
  const { by, reason, ...rest } = command;
  const corrected = { ...rest, ruling: undefined, by: by.trim(), reason: reason.trim() };
  const changed = whyChanged(endInMatch(match, side, place), was);
  if (changed) return changed;
  if (corrected.reason === '') return { code: 'reasonMissing' };
  return written(answer, { ...corrected, kind: 'matchEndCorrected' });
}

function writeRuling(match: Match, command: RuleOnMatch): Written | Rejection {
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
  const ruled = { event, match: id, side, part, number, was, arrows, ruling: ruling.kind, by, reason };
  return whyChanged(now, was) ?? written(answer, { ...ruled, kind: 'matchEndCorrected' });
}

function writeMeasure(match: Match, command: MeasureShootOff): Written | Rejection {
  const by = command.by.trim();
  if (by === '') return { code: 'judgeMissing' };
  const answer = measureShootOff(match, command.number, command.closest);
  return written(answer, { ...command, kind: 'shootOffMeasured', by });
}

function writeAttendance(match: Match, command: SetMatchAttendance): Written | Rejection {
  const by = command.by.trim();
  if (by === '') return { code: 'judgeMissing' };
  const answer = setAttendance(match, command.side, command.attendance);
  return written(answer, { ...command, kind: 'matchAttendanceSet', by, reason: command.reason.trim() });
}

/** Said before the first arrow, or set right while the match is shot: it changes whose turn it is and no score. */
function writeBeginner(match: Match, { card }: PlayedMatch, command: ChooseBeginner): Written | Rejection {
  const { status } = scoreOf(match);
  if (status.kind === 'over') return { code: 'matchOver', winner: status.winner ?? '' };
  if (card.begins === command.begins) return { code: 'nothingToCorrectInMatch' };
  return { match, fact: { ...command, kind: 'matchBeginnerChosen' } };
}

/**
 * A match that has begun keeps its two sides: whatever would put somebody else into it, or leave it open who stands there, comes too
 * late. That holds through byes, forfeits, pools' tables and second finals alike.
 */
function whyTooLate(state: Competition, event: string, { drawn }: PlayedMatch, after: Match): Rejection | undefined {
  const draw = state.events.get(event)?.draw;
  const results = resultsOf(state, event);
  const result = drawResultOf(after);
  if (!draw || (!result && !results.has(drawn.id))) return undefined;
  const begun = playEvent(state, event)?.flatMap((each) => (each.hasBegun ? [each.drawn.id] : []));
  const later = startedAfter(draw.matches, draw.competitors.length, results, new Set(begun), drawn.id, result);
  return later === undefined ? undefined : { code: 'laterMatchStarted', match: drawn.id, later };
}
