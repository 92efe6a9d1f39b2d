// Cards and slots of matches in an interchange file: of matches that are drawn, arrows only where the sides are known, and possible ones.

import type { End } from '../card/scorecard.ts';
import type { Competition } from '../competition.ts';
import type { MatchSlot } from '../event/event.ts';
import { type PlayedMatch, playEvent } from '../event/event-play.ts';
import type { MatchHits } from '../event/match-hits.ts';
import { isLocalTime } from '../local-time.ts';
import { type BySide, type Match, sides } from '../match/match.ts';
import { pointsAt } from '../rounds/rounds.ts';
import { highestButt } from '../target.ts';
import type { DocumentEvent, DocumentFlaw, DocumentMatchCard } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { JsonPath } from './json-pointer.ts';

export function findMatchFlaw(
  { setup, cards, schedule }: DocumentEvent,
  state: Competition,
  path: JsonPath,
): DocumentFlaw | undefined {
  const played = new Map(playEvent(state, setup.id)?.map((match) => [match.drawn.id, match]));
  const unknown = (member: string) => (each: { readonly match: string }, index: number) =>
    played.has(each.match) ? undefined : flawAt([...path, member, index, 'match'], 'unknown', each.match);
  const twice = (member: string, list: readonly { readonly match: string }[]) =>
    findTwice(
      list,
      ({ match }) => match,
      (index) => [...path, member, index, 'match'],
    );
  return (
    firstFlaw(cards, unknown('cards')) ??
    twice('cards', cards) ??
    firstFlaw(cards, (card, index) => findFlaw(card, played.get(card.match), [...path, 'cards', index])) ??
    firstFlaw(schedule, unknown('schedule')) ??
    twice('schedule', schedule) ??
    firstFlaw(schedule, (slot, index) => findSlotFlaw(slot, [...path, 'schedule', index]))
  );
}

/** Of a match that the state has. */
export function findMatchCardFlaw(
  card: DocumentMatchCard,
  event: string,
  state: Competition,
  path: JsonPath,
): DocumentFlaw | undefined {
  const played = playEvent(state, event)?.find(({ drawn }) => drawn.id === card.match);
  return findFlaw(card, played, path);
}

function findFlaw(card: DocumentMatchCard, played: PlayedMatch | undefined, path: JsonPath): DocumentFlaw | undefined {
  const { ends, shootOffs = [] } = card;
  const isShot = ends.length > 0 || shootOffs.length > 0;
  if (!isShot || !played) return undefined;
  const { match, kind } = played;
  if (!match || kind !== 'match') {
    return flawAt([...path, 'match'], 'impossible', card.match, match ? 'byeNeedsNoResult' : 'sidesNotKnown');
  }
  const { format } = match;
  const beyond = ends[format.ends];
  if (beyond) return flawAt([...path, 'ends', format.ends], 'impossible', beyond, `${format.ends} ends`);
  return (
    firstFlaw(ends, (pair, index) => findPairFlaw(pair, match, format.arrowsPerEnd, [...path, 'ends', index])) ??
    firstFlaw(shootOffs, ({ arrows }, index) =>
      findPairFlaw(arrows, match, format.shootOffArrows, [...path, 'shootOffs', index, 'arrows']),
    ) ??
    findHitsFlaw(card, match, [...path, 'hits'])
  );
}

function findPairFlaw(pair: BySide<End>, match: Match, arrows: number, path: JsonPath): DocumentFlaw | undefined {
  return firstFlaw(sides, (side) => {
    const end = pair[side];
    if (end.length !== arrows) return flawAt([...path, side], 'impossible', end, `${arrows} arrows`);
    return firstFlaw(end, (arrow, box) => {
      const isPossible = arrow === null || pointsAt(match, arrow) !== undefined;
      return isPossible ? undefined : flawAt([...path, side, box], 'impossible', arrow, match.faceId);
    });
  });
}

/** Plotted are arrows that are on the card, an end or shoot-off of a side once, one place for each box. */
function findHitsFlaw({ ends, shootOffs = [], hits = [] }: DocumentMatchCard, { format }: Match, path: JsonPath) {
  const flaw = firstFlaw(hits, ({ part, number, hits: plotted }, index) => {
    const isWritten = number <= (part === 'end' ? ends : shootOffs).length;
    if (!isWritten) return flawAt([...path, index, 'number'], 'impossible', number);
    const boxes = part === 'end' ? format.arrowsPerEnd : format.shootOffArrows;
    return plotted.length === boxes
      ? undefined
      : flawAt([...path, index, 'hits'], 'impossible', plotted, `${boxes} arrows`);
  });
  const placeOf = ({ side, part, number }: MatchHits) => `${side}/${part}/${number}`;
  return flaw ?? findTwice(hits, placeOf, (index) => [...path, index]);
}

function findSlotFlaw({ at, butts }: MatchSlot, path: JsonPath): DocumentFlaw | undefined {
  if (!isLocalTime(at)) return flawAt([...path, 'at'], 'impossible', at);
  return firstFlaw(sides, (side) =>
    butts[side] > highestButt ? flawAt([...path, 'butts', side], 'impossible', butts[side]) : undefined,
  );
}
