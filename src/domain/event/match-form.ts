// What a side of a match has shot in this competition before it: its qualification and the event's matches that are over. Spectators see a
// chance that is made of it (match/win-chance.ts); nothing is decided by it.
import { type Competition, roundOfEntry, scorecardOf } from '../competition.ts';
import type { Competitor } from '../draw/draw.ts';
import { highestPoints } from '../match/arrow-model.ts';
import { type Match, type MatchScore, type Side, sides } from '../match/match.ts';
import type { ArrowForm } from '../match/win-chance.ts';
import { faceOf } from '../rounds/rounds.ts';
import type { PlayedMatch } from './event-play.ts';

const nothing: ArrowForm = { arrows: 0, points: 0 };

const added = (x: ArrowForm, y: ArrowForm): ArrowForm => ({ arrows: x.arrows + y.arrows, points: x.points + y.points });

export function matchFormOf(
  state: Competition,
  played: readonly PlayedMatch[],
  { drawn, match: now }: PlayedMatch,
  competitor: Competitor,
): ArrowForm {
  if (!now) return nothing;
  const qualified = competitor.entries.map((entry) => qualificationForm(state, entry, now));
  const before = played.flatMap(({ drawn: { id }, seats, match, score }) => {
    if (id === drawn.id || !match || score?.status.kind !== 'over') return [];
    const side = sides.find((each) => keyOf(seats[each]) === competitor.key);
    return side ? [formIn(match, score, side)] : [];
  });
  return [...qualified, ...before].reduce(added, nothing);
}

function keyOf(seat: PlayedMatch['seats'][Side]): string | undefined {
  return seat.kind === 'competitor' ? seat.competitor.key : undefined;
}

/** None of a round on faces that are worth more or less than the match's. */
function qualificationForm(state: Competition, entry: number, match: Match): ArrowForm {
  const face = faceOf(match);
  const distances = roundOfEntry(state, entry)?.distances ?? [];
  const isSame = distances.every((distance) => {
    const other = faceOf(distance);
    return face && other && highestPoints(other) === highestPoints(face);
  });
  const { arrows, total } = scorecardOf(state, entry).tally;
  return isSame ? { arrows, points: total } : nothing;
}

function formIn(match: Match, { ends, totals }: MatchScore, side: Side): ArrowForm {
  const arrows = match.ends.reduce((sum, pair, index) => sum + (ends[index]?.counts ? pair[side].length : 0), 0);
  return { arrows, points: totals[side] };
}
