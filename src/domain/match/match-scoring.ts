// What may be written on the score card of a match, and what is refused: the rules in front of match.ts.
// Rules: WA Book 3, 12.1.4 (nothing counts after the win), 12.5.2.2 (shoot-offs); RULES 1.4, 1.6, 1.7.
import type { ArrowValue } from '../arrow-value.ts';
import { type End, isEndComplete } from '../card/scorecard.ts';
import type { Rejection } from '../rejections.ts';
import { faceOf, pointsAt } from '../rounds/rounds.ts';
import {
  type Attendance,
  type BySide,
  blankPair,
  type Closest,
  type Match,
  type MatchStatus,
  type ShootOff,
  type Side,
  scoreOf,
  shootOffResult,
} from './match.ts';

/** An end (or set) or a shoot-off, numbered from 1. */
export interface MatchPlace {
  readonly part: 'end' | 'shootOff';
  readonly number: number;
}

export type MatchRejection = Extract<
  Rejection,
  {
    readonly code:
      | 'matchOver'
      | 'noSuchMatchEnd'
      | 'matchPlaceNotOpen'
      | 'measureFirst'
      | 'tooManyMatchArrows'
      | 'noMatchArrows'
      | 'valueNotOnFace'
      | 'matchArrowAlreadyScored'
      | 'nothingToCorrectInMatch'
      | 'nothingToMeasure'
      | 'attendanceUnchanged';
  }
>;

export type MatchAnswer =
  | { readonly kind: 'match'; readonly match: Match }
  | { readonly kind: 'rejected'; readonly rejection: MatchRejection };

export interface MatchArrows {
  readonly side: Side;
  readonly place: MatchPlace;
  /** The box of the first arrow, from 0. */
  readonly first: number;
  readonly arrows: readonly ArrowValue[];
}

export interface MatchCorrection {
  readonly side: Side;
  readonly place: MatchPlace;
  /** The whole end, with blanks where nothing is to stand. */
  readonly arrows: End;
}

function refuse(rejection: MatchRejection): MatchAnswer {
  return { kind: 'rejected', rejection };
}

function accept(match: Match): MatchAnswer {
  return { kind: 'match', match };
}

function boxesOf(match: Match, { part }: MatchPlace): number {
  return part === 'end' ? match.format.arrowsPerEnd : match.format.shootOffArrows;
}

function arrowsAt(match: Match, { part, number }: MatchPlace): BySide<End> | undefined {
  return part === 'end' ? match.ends[number - 1] : match.shootOffs[number - 1]?.arrows;
}

function withArrows(match: Match, place: MatchPlace, side: Side, arrows: End): Match {
  const pair = { ...(arrowsAt(match, place) ?? blankPair(boxesOf(match, place))), [side]: arrows };
  const at = place.number - 1;
  if (place.part === 'end') return { ...match, ends: replaced(match.ends, at, pair) };
  // What was measured belongs to the arrows that stood there.
  const shootOff: ShootOff = { arrows: pair, closest: undefined };
  return { ...match, shootOffs: replaced(match.shootOffs, at, shootOff) };
}

function replaced<T>(list: readonly T[], at: number, item: T): readonly T[] {
  return at < list.length ? list.with(at, item) : [...list, item];
}

function findWrongValue(match: Match, arrows: End): MatchRejection | undefined {
  for (const value of arrows) {
    if (value !== null && pointsAt(match, value) === undefined) {
      return { code: 'valueNotOnFace', value, face: faceOf(match)?.name ?? match.faceId };
    }
  }
  return undefined;
}

/** Why nothing can be written at this place now: an end opens when both sides have shot the one before. */
function whyClosed(match: Match, place: MatchPlace, status: MatchStatus): MatchRejection | undefined {
  if (
    place.part === 'end' &&
    !(Number.isInteger(place.number) && place.number >= 1 && place.number <= match.format.ends)
  )
    return { code: 'noSuchMatchEnd', end: place.number, ends: match.format.ends };
  if (status.kind === 'over') return { code: 'matchOver', winner: status.winner ?? '' };
  if (status.kind === 'measure') return { code: 'measureFirst', number: status.number };
  const open: MatchPlace =
    status.kind === 'end' ? { part: 'end', number: status.end } : { part: 'shootOff', number: status.number };
  if (place.part !== open.part || place.number !== open.number)
    return { code: 'matchPlaceNotOpen', ...place, openPart: open.part, openNumber: open.number };
  return undefined;
}

/** Writes arrows of one side into free boxes of the end or shoot-off that is open. */
export function scoreMatchArrows(match: Match, { side, place, first, arrows }: MatchArrows): MatchAnswer {
  const closed = whyClosed(match, place, scoreOf(match).status);
  if (closed) return refuse(closed);
  if (arrows.length === 0) return refuse({ code: 'noMatchArrows' });
  const boxes = boxesOf(match, place);
  if (!Number.isInteger(first) || first < 0 || first + arrows.length > boxes)
    return refuse({ code: 'tooManyMatchArrows', arrows: boxes });
  const wrong = findWrongValue(match, arrows);
  if (wrong) return refuse(wrong);
  const now = (arrowsAt(match, place) ?? blankPair(boxes))[side];
  for (let box = first; box < first + arrows.length; box += 1) {
    const value = now[box];
    if (value) return refuse({ code: 'matchArrowAlreadyScored', arrow: box + 1, value });
  }
  return accept(withArrows(match, place, side, now.toSpliced(first, arrows.length, ...arrows)));
}

/**
 * Writes a whole end or shoot-off of one side anew. It may decide a match earlier, or open it again: what was shot after the win then
 * counts nothing, or counts again. A box may be emptied only where nothing comes after it.
 */
export function correctMatchArrows(match: Match, correction: MatchCorrection): MatchAnswer {
  const { side, place, arrows } = correction;
  const now = arrowsAt(match, place)?.[side];
  if (!now?.some((arrow) => arrow !== null)) return refuse({ code: 'nothingToCorrectInMatch' });
  const wrong = whyNotWritten(match, correction);
  if (wrong) return refuse(wrong);
  if (arrows.every((arrow, box) => arrow === now[box])) return refuse({ code: 'nothingToCorrectInMatch' });
  return accept(withArrows(match, place, side, arrows));
}

/** What an end is after a judge's ruling. Unlike a correction it may be the first that is written in the end that is open. */
export function ruleOnMatchArrows(match: Match, ruled: MatchCorrection): MatchAnswer {
  const { side, place, arrows } = ruled;
  if (arrowsAt(match, place)?.[side].some((arrow) => arrow !== null)) return correctMatchArrows(match, ruled);
  const closed = whyClosed(match, place, scoreOf(match).status);
  const wrong = closed ?? whyNotWritten(match, ruled);
  return wrong ? refuse(wrong) : accept(withArrows(match, place, side, arrows));
}

/** The end or shoot-off of one side as it stands; blank where nothing is written yet. */
export function endInMatch(match: Match, side: Side, place: MatchPlace): End {
  return (arrowsAt(match, place) ?? blankPair(boxesOf(match, place)))[side];
}

/** The last end or shoot-off in which something is written. */
export function lastPlaceOf(match: Match): MatchPlace | undefined {
  const isWritten = ({ a, b }: BySide<End>) => [...a, ...b].some((arrow) => arrow !== null);
  const shootOff = match.shootOffs.findLastIndex(({ arrows }) => isWritten(arrows));
  if (shootOff >= 0) return { part: 'shootOff', number: shootOff + 1 };
  const end = match.ends.findLastIndex(isWritten);
  return end >= 0 ? { part: 'end', number: end + 1 } : undefined;
}

/** What is wrong with a whole end: a box too many or too few, a blank under what was shot later, a value that the face has not. */
function whyNotWritten(match: Match, { place, arrows }: MatchCorrection): MatchRejection | undefined {
  const boxes = boxesOf(match, place);
  if (arrows.length > boxes) return { code: 'tooManyMatchArrows', arrows: boxes };
  const shotLater =
    place.part === 'end'
      ? match.ends.length > place.number || match.shootOffs.length > 0
      : match.shootOffs.length > place.number;
  if (arrows.length < boxes || (shotLater && !isEndComplete(arrows))) return { code: 'noMatchArrows' };
  return findWrongValue(match, arrows);
}

/** What a judge measured after a shoot-off with equal points (12.5.2.2): who is closer, or that it is equal and is shot again. */
export function measureShootOff(match: Match, number: number, closest: Closest): MatchAnswer {
  const shootOff = match.shootOffs[number - 1];
  const last = number === match.shootOffs.length;
  if (!shootOff || !last || shootOffResult(match, { ...shootOff, closest: undefined }) !== 'measure')
    return refuse({ code: 'nothingToMeasure', number });
  const { status } = scoreOf(match);
  if (status.kind === 'end' || (status.kind === 'over' && status.by !== 'shootOff'))
    return refuse({ code: 'nothingToMeasure', number });
  if (shootOff.closest === closest) return refuse({ code: 'nothingToCorrectInMatch' });
  return accept({ ...match, shootOffs: match.shootOffs.with(number - 1, { ...shootOff, closest }) });
}

/** A side did not come, or gave up. Once the match is over it is too late for that: the winner stays. */
export function setAttendance(match: Match, side: Side, attendance: Exclude<Attendance, 'nobody'>): MatchAnswer {
  const now = match.attendance[side];
  if (now === attendance) return refuse({ code: 'attendanceUnchanged' });
  const { status } = scoreOf(match);
  const decided = status.kind === 'over' && (status.by === 'score' || status.by === 'shootOff' || status.by === 'bye');
  if (decided || now === 'nobody')
    return refuse({ code: 'matchOver', winner: status.kind === 'over' ? (status.winner ?? '') : '' });
  return accept({ ...match, attendance: { ...match.attendance, [side]: attendance } });
}
