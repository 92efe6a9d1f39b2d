// How far an event is on its way from its set-up to its medals: what the organiser's list of events says of each.
import type { Competition } from '../competition.ts';
import { qualificationOf } from '../ranking/qualification.ts';
import type { EventState } from './event.ts';
import { playEvent } from './event-play.ts';

/** Ranked only: there is no elimination. Ready: nothing keeps it from being drawn. */
export const eventStages = ['rankedOnly', 'setUp', 'waiting', 'tie', 'ready', 'drawn', 'underWay', 'done'] as const;
export type EventStage = (typeof eventStages)[number];

export interface EventProgress {
  readonly event: string;
  readonly stage: EventStage;
  /** Competitors in the qualification. */
  readonly competitors: number;
  /** Of these, whose cards are neither complete nor given up. */
  readonly unfinished: number;
  readonly openTies: number;
  /** Of the draw, without byes, and how many of them are over. */
  readonly matches: number;
  readonly over: number;
}

/** Undefined for an event that the competition does not have. */
export function eventProgressOf(state: Competition, event: string): EventProgress | undefined {
  const found = state.events.get(event);
  const qualification = qualificationOf(state, event);
  if (!found || !qualification) return undefined;
  const shot = (playEvent(state, event) ?? []).filter(({ kind }) => kind === 'match');
  const over = shot.filter(({ score }) => score?.status.kind === 'over').length;
  const known = {
    competitors: qualification.rows.length,
    unfinished: qualification.unfinished.length,
    openTies: qualification.openTies.length,
    matches: shot.length,
    over,
  };
  const hasBegun = qualification.rows.some(({ arrows }) => arrows > 0);
  const isShooting = shot.some((match) => match.hasBegun);
  return { event, stage: stageOf(found, known, hasBegun, isShooting), ...known };
}

function stageOf(
  { setup, draw }: EventState,
  { competitors, unfinished, openTies, matches, over }: Omit<EventProgress, 'event' | 'stage'>,
  hasBegun: boolean,
  isShooting: boolean,
): EventStage {
  if (!setup.elimination) return 'rankedOnly';
  if (draw) {
    if (over === matches) return 'done';
    return isShooting ? 'underWay' : 'drawn';
  }
  if (!hasBegun || competitors < 2) return 'setUp';
  if (unfinished > 0) return 'waiting';
  return openTies > 0 ? 'tie' : 'ready';
}
