// One match by the schema's names: what was shot side by side with the points that follow from it.
import type { PlayedMatch } from '../../domain/event/event-play.ts';
import { hitsAt } from '../../domain/event/match-hits.ts';
import { arrowPoints, type Side } from '../../domain/match/match.ts';
import { findMatchFormat } from '../../domain/match/match-format.ts';

export type MatchSource = ReturnType<typeof matchSourceOf>;

function sideOf({ drawn, seats, card, score }: PlayedMatch, side: Side) {
  const seat = seats[side];
  const standing = seat.kind === 'competitor' ? { seed: seat.seed, competitor: seat.competitor } : {};
  return {
    seat: seat.kind,
    ...standing,
    source: drawn[side],
    attendance: card.attendance[side],
    points: score?.points[side],
    total: score?.totals[side],
  };
}

function endsOf({ card, score, begins }: PlayedMatch) {
  return card.ends.map((arrows, index) => {
    const end = score?.ends[index];
    const side = (of: Side) => ({
      ...{ arrows: arrows[of], points: end?.points[of], setPoints: end?.setPoints?.[of] },
      hits: hitsAt(card.hits, { side: of, part: 'end', number: index + 1 }) ?? [],
    });
    return { number: index + 1, begins: begins[index], counts: end?.counts ?? true, a: side('a'), b: side('b') };
  });
}

function shootOffsOf({ card, match, score, begins }: PlayedMatch) {
  const endsShot = score?.ends.filter(({ counts }) => counts).length ?? card.ends.length;
  return card.shootOffs.map(({ arrows, closest }, index) => {
    const side = (of: Side) => ({
      ...{ arrows: arrows[of], points: match && arrowPoints(match, arrows[of]) },
      hits: hitsAt(card.hits, { side: of, part: 'shootOff', number: index + 1 }) ?? [],
    });
    return { number: index + 1, begins: begins[endsShot + index], closest, a: side('a'), b: side('b') };
  });
}

function statusOf({ score }: PlayedMatch) {
  if (!score) return { status: 'unknown' };
  const { status } = score;
  switch (status.kind) {
    case 'end':
      return { status: status.kind, next: status.end };
    case 'shootOff':
    case 'measure':
      return { status: status.kind, next: status.number };
    case 'over':
      return { status: status.kind, wonBy: status.by };
  }
}

function slotOf({ slot }: PlayedMatch) {
  return slot && { at: slot.at, buttA: slot.butts.a, buttB: slot.butts.b };
}

export function matchSourceOf(played: PlayedMatch, ruleSetId: string) {
  const { drawn, kind, hasBegun, winner, projection } = played;
  const { id, section, level, number, topPlace, pool } = drawn;
  return {
    ...{ id, section, level, number, topPlace, pool, kind, hasBegun, winner, projection },
    ...statusOf(played),
    format: findMatchFormat(ruleSetId, drawn.formatId),
    a: sideOf(played, 'a'),
    b: sideOf(played, 'b'),
    ends: endsOf(played),
    shootOffs: shootOffsOf(played),
    slot: slotOf(played),
    played,
  };
}
