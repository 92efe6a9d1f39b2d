// How much of a competition is shot, as a figure for whoever keeps an eye on it.
import type { End } from './card/scorecard.ts';
import type { Competition } from './competition.ts';
import type { MatchCard } from './event/event.ts';

/** On cards and in matches, shoot-offs included. */
export function countArrows({ scorecards, events }: Pick<Competition, 'scorecards' | 'events'>): number {
  let arrows = 0;
  for (const card of scorecards.values()) arrows += card.tally.arrows;
  for (const { cards } of events.values()) for (const card of cards.values()) arrows += arrowsOfMatch(card);
  return arrows;
}

function arrowsOfMatch({ ends, shootOffs }: MatchCard): number {
  const both = [...ends, ...shootOffs.map((shootOff) => shootOff.arrows)];
  return both.reduce((sum, { a, b }) => sum + arrowsIn(a) + arrowsIn(b), 0);
}

function arrowsIn(end: End): number {
  return end.filter((arrow) => arrow !== null).length;
}
