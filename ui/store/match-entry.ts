// Typing in a match: which side and which end the keypad is about, and the commands that come of it, end by end or arrow by arrow.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import { plottedIn } from '../../src/domain/card/hits.ts';
import { type ArrowSlot, type End, isEndComplete } from '../../src/domain/card/scorecard.ts';
import type { CorrectMatch, ScoreMatch } from '../../src/domain/commands.ts';
import type { MatchSheet } from '../../src/domain/event/match-sheet.ts';
import { shootingOrder, shootOffOrder } from '../../src/domain/match/alternate-shooting.ts';
import { otherSide, type Side } from '../../src/domain/match/match.ts';
import { correctMatchArrows, endInMatch, lastPlaceOf, type MatchPlace } from '../../src/domain/match/match-scoring.ts';
import { beginCorrection, beginEnd, type EndEntry, isFull, typedRuns } from './end-entry.ts';
import type { Play } from './match-store.ts';

export type MatchMode = 'score' | 'correct';

/** What the keypad is about. */
export interface MatchTask {
  readonly side: Side;
  readonly place: MatchPlace;
  readonly mode: MatchMode;
  /** The end of this side as it stands. */
  readonly now: End;
}

type About = Pick<MatchSheet, 'event' | 'matchId'>;
const addressOf = ({ event, matchId }: About) => ({ event, match: matchId });

/** Where typed arrows of a task are kept until they are confirmed. */
export function matchDraftKey(
  competition: string,
  { event, matchId }: About,
  { side, place, mode }: MatchTask,
): string {
  return `${competition}/${event}/${matchId}/${side}/${place.part}/${place.number}/${mode}`;
}

function isDone({ match }: Play, side: Side, place: MatchPlace): boolean {
  return isEndComplete(endInMatch(match, side, place));
}

/** The side that somebody chose, unless it has shot; else the one whose turn it is; else whoever has arrows left, the left one first. */
export function taskOf(play: Play, chosen: Side | undefined, mode: MatchMode): MatchTask | undefined {
  const place = mode === 'correct' ? lastPlaceOf(play.match) : play.place;
  if (!place) return undefined;
  const open = chosen && (mode === 'correct' || !isDone(play, chosen, place)) ? chosen : undefined;
  const side = open ?? play.turn ?? (isDone(play, 'a', place) ? 'b' : 'a');
  return { side, place, mode, now: endInMatch(play.match, side, place) };
}

/** The side that is typed after this one is confirmed, in the same end; undefined when both have shot it. */
export function sideAfter({ match }: Play, { side, place }: MatchTask): Side | undefined {
  const other = otherSide(side);
  return isEndComplete(endInMatch(match, other, place)) ? undefined : other;
}

export function entryOf(
  { mode, now }: MatchTask,
  draft: readonly ArrowSlot[] | undefined,
  draftHits: readonly Hit[] | undefined = [],
): EndEntry {
  return mode === 'correct' ? beginCorrection(now, draft) : beginEnd(now, draft, draftHits);
}

export function mayConfirm({ match }: Play, { side, place, mode }: MatchTask, entry: EndEntry): boolean {
  if (mode === 'score') return isFull(entry) && typedRuns(entry).length > 0;
  return correctMatchArrows(match, { side, place, arrows: entry.slots }).kind === 'match';
}

export function commandsOfTask(
  about: About,
  { side, place, mode, now }: MatchTask,
  entry: EndEntry,
  reason: string,
): readonly (ScoreMatch | CorrectMatch)[] {
  const to = { ...addressOf(about), side, ...place };
  if (mode === 'correct') return [{ kind: 'correctMatch', ...to, was: now, arrows: entry.slots, by: '', reason }];
  return typedRuns(entry).map((run) => ({ kind: 'scoreMatch', ...to, ...run }));
}

/** One arrow, into the first box that is free; undefined when there is none. */
export function commandOfArrow(
  about: About,
  task: MatchTask,
  value: ArrowValue,
  hit: Hit = null,
): ScoreMatch | undefined {
  const first = task.now.indexOf(null);
  if (first < 0) return undefined;
  const arrow = { first, arrows: [value], ...plottedIn([hit]) };
  return { kind: 'scoreMatch', ...addressOf(about), side: task.side, ...task.place, ...arrow };
}

const countShot = (end: End): number => end.filter((arrow) => arrow !== null).length;

/** Who shot the last arrow that is written, where the order is known. */
function lastShooter({ match, beginners, score }: Play, place: MatchPlace): Side | undefined {
  const ends = score.ends.filter(({ counts }) => counts).length;
  const begins = beginners[place.part === 'end' ? place.number - 1 : ends + place.number - 1];
  if (!begins) return undefined;
  const order = place.part === 'end' ? shootingOrder(match.format, begins) : shootOffOrder(match.format, begins);
  return order[countShot(endInMatch(match, 'a', place)) + countShot(endInMatch(match, 'b', place)) - 1];
}

/** Empties the box of the last arrow, of the side that shot it or else of `typed`; undefined where nothing is written. */
export function takeBackArrow(about: About, play: Play, typed: Side, reason: string): CorrectMatch | undefined {
  const place = lastPlaceOf(play.match);
  if (!place) return undefined;
  const first = lastShooter(play, place) ?? typed;
  for (const side of [first, otherSide(first)]) {
    const was = endInMatch(play.match, side, place);
    const box = was.findLastIndex((arrow) => arrow !== null);
    if (box < 0) continue;
    const to = { ...addressOf(about), side, ...place };
    return { kind: 'correctMatch', ...to, was, arrows: was.with(box, null), by: '', reason };
  }
  return undefined;
}
