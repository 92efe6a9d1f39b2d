// Which end or shoot-off of a match its clock is for next, and who begins it: as the match stands, or, where its arrows are not written yet,
// the one after the clock's.
import { type ClockPlace, type MatchClock, matchClockFor } from '../../src/domain/clock/match-clock.ts';
import type { MatchFormat } from '../../src/domain/match/match-format.ts';
import { beginsNow } from '../../src/domain/match/match-turns.ts';
import type { MatchView } from '../store/match-store.ts';

function rank({ part, number }: ClockPlace): number {
  return part === 'end' ? number : 1_000 + number;
}

function placeAfter({ ends }: MatchFormat, { part, number }: ClockPlace): ClockPlace {
  if (part === 'shootOff') return { part, number: number + 1 };
  return number < ends ? { part, number: number + 1 } : { part: 'shootOff', number: 1 };
}

/** `present`: a clock that is over; undefined where none was called. Undefined where nothing is left to be shot. */
export function nextMatchClock(
  { play, begins, chooser, sheet }: MatchView,
  present?: Pick<MatchClock, 'place'>,
): MatchClock | undefined {
  if (!play?.place) return undefined;
  const { match, score, place } = play;
  const first = begins ?? chooser;
  const isWritten = !present || rank(place) > rank(present.place);
  return isWritten
    ? matchClockFor(match.format, place, beginsNow(match, score, first, sheet.whenLevel) ?? first)
    : matchClockFor(match.format, placeAfter(match.format, present.place), first);
}
