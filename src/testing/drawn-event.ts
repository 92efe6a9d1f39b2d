// An event made by commands as in life: archers who shot a short round with given totals, the draw, and matches shot by a few words. Domain
// tests of matches, draws and what follows from them start here.
import assert from 'node:assert/strict';
import { type ArrowValue, isArrowValue } from '../domain/arrow-value.ts';
import type { Command, NewEntry } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import type { Elimination, EventSetup } from '../domain/event/event.ts';
import { type PlayedMatch, playEvent } from '../domain/event/event-play.ts';
import type { Side } from '../domain/match/match.ts';
import { countEnds, type Round } from '../domain/rounds/rounds.ts';
import { after, creation, newEntry } from './small-competition.ts';

/** Twelve arrows. */
export const shortRound: Round = {
  id: 'short',
  name: 'Short round',
  discipline: 'outdoor',
  distances: [{ metres: 70, ends: 2, arrowsPerEnd: 6, faceId: '122' }],
};

export function toValue(points: number): ArrowValue {
  const value = points === 0 ? 'M' : String(points);
  return isArrowValue(value) ? value : assert.fail(value);
}

/** Arrows that make a total: as even as they come, the lower ones first. */
export function arrowsFor(total: number, count: number): readonly ArrowValue[] {
  return Array.from({ length: count }, (_, box) => toValue(Math.floor((total + box) / count)));
}

export interface Archer {
  readonly total: number;
  readonly club?: string;
  readonly category?: string;
}

/** Entries from 1 in the order given, each with a whole card of the short round. */
export function shotCompetition(archers: readonly Archer[], ruleSetId = 'wa-2026'): Competition {
  const withRound = after(after(undefined, { ...creation, ruleSetId }), { kind: 'setRound', round: shortRound });
  const codes = [...new Set(archers.map(({ category = 'RM' }) => category))];
  const entries = archers.map(
    ({ club = 'Garuda', category = 'RM' }, index): NewEntry =>
      newEntry(`Archer ${index + 1}`, category, undefined, club),
  );
  let state = after(withRound, {
    kind: 'importEntries',
    categories: codes.map((code) => ({ code, name: code, roundId: shortRound.id })),
    entries,
  });
  for (const [index, { total }] of archers.entries())
    state = shootCard(state, index + 1, arrowsFor(total, 12), shortRound);
  return state;
}

export function shootCard(state: Competition, entry: number, arrows: readonly ArrowValue[], round: Round): Competition {
  const perEnd = arrows.length / countEnds(round);
  let next = state;
  for (let end = 1; end <= countEnds(round); end += 1) {
    const shot = arrows.slice((end - 1) * perEnd, end * perEnd);
    next = after(next, { kind: 'scoreArrows', entry, end, first: 0, arrows: shot });
  }
  return next;
}

export const bracketOf8 = {
  system: 'bracket',
  chart: 8,
  placesShot: 4,
  qualifiers: 8,
  formatId: 'set-individual',
  faceId: '122',
  losers: 'byPhase',
  whenLevel: 'firstEnd',
} as const satisfies Elimination;

export function individualEvent(elimination: Elimination | undefined = bracketOf8): EventSetup {
  return {
    id: 'RM',
    name: 'Recurve men',
    contest: { kind: 'individual', category: 'RM' },
    elimination,
    dnfKeepsRank: true,
  };
}

/** Entry 1 is seed 1, and so on: totals of 100, 99 and less. */
export function drawnCompetition(archers = 8, elimination: Elimination = bracketOf8): Competition {
  const shot = shotCompetition(Array.from({ length: archers }, (_, index) => ({ total: 100 - index })));
  return drawn(shot, individualEvent(elimination));
}

export function drawn(state: Competition, setup: EventSetup): Competition {
  return after(after(state, { kind: 'setEvent', setup }), { kind: 'drawEvent', event: setup.id });
}

export function playedMatch(state: Competition, match: string, event = 'RM'): PlayedMatch {
  return playEvent(state, event)?.find(({ drawn: { id } }) => id === match) ?? assert.fail(`${event} ${match}`);
}

export function scoreMatch(
  match: string,
  side: Side,
  place: string,
  arrows: readonly ArrowValue[],
  event = 'RM',
): Extract<Command, { kind: 'scoreMatch' }> {
  const part = place.startsWith('SO') ? 'shootOff' : 'end';
  const number = Number(place.replace('SO', ''));
  return { kind: 'scoreMatch', event, match, side, part, number, first: 0, arrows };
}

/** Both sides of one end (`2`) or shoot-off (`SO1`) by their totals. */
export function shootPair(
  state: Competition,
  match: string,
  place: string,
  a: number,
  b: number,
  event = 'RM',
): Competition {
  const { format } = playedMatch(state, match, event).match ?? assert.fail(`${match} has no sides`);
  const boxes = place.startsWith('SO') ? format.shootOffArrows : format.arrowsPerEnd;
  const forA = after(state, scoreMatch(match, 'a', place, arrowsFor(a, boxes), event));
  return after(forA, scoreMatch(match, 'b', place, arrowsFor(b, boxes), event));
}

/** Won by a side in as few ends as can be. */
export function winMatch(state: Competition, match: string, winner: Side, event = 'RM'): Competition {
  let next = state;
  for (let end = 1; playedMatch(next, match, event).score?.status.kind === 'end'; end += 1)
    next = shootPair(next, match, String(end), winner === 'a' ? 12 : 6, winner === 'a' ? 6 : 12, event);
  assert.equal(playedMatch(next, match, event).winner, winner);
  return next;
}
