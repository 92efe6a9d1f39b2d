// What keeps an entry where it is: something written on its card, or a draw that it is in.
import type { Competition } from '../competition.ts';
import type { Entry } from '../facts.ts';
import type { Rejection } from '../rejections.ts';

/** Arrows, a second card, a standing, a signature: anything that somebody noted. */
export function findHeldByCard(state: Competition, { number, name }: Entry): Rejection | undefined {
  const isWritten = state.scorecards.at(number) !== undefined || state.notes.at(number) !== undefined;
  return isWritten ? { code: 'cardIsWritten', name } : undefined;
}

export function findHeldByDraw(state: Competition, { number, name }: Entry): Rejection | undefined {
  for (const { setup, draw } of state.events.values()) {
    if (draw?.competitors.some(({ entries }) => entries.includes(number)))
      return { code: 'entryInDraw', name, event: setup.id };
  }
  return undefined;
}
