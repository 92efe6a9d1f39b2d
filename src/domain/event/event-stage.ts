// How far an event is on its way from its set-up to its medals: what the organiser's list of events says of each.
import { type Competition, scorecardOf } from '../competition.ts';
import { isUnfinished, qualificationOf } from '../ranking/qualification.ts';
import { categoriesOfContest } from './check-event-setup.ts';
import type { EventState } from './event.ts';
import { playEvent } from './event-play.ts';

/** Ranked only: there is no elimination. Ready: nothing keeps it from being drawn. */
export const eventStages = ['rankedOnly', 'setUp', 'waiting', 'tie', 'ready', 'drawn', 'underWay', 'done'] as const;
export type EventStage = (typeof eventStages)[number];

export interface EventProgress {
  readonly event: string;
  readonly stage: EventStage;
  /** Archers of its categories whose cards are neither complete nor given up; not counted once it is drawn. */
  readonly unfinished: number;
  readonly openTies: number;
  /** Of the draw, without byes, and how many of them are over. */
  readonly matches: number;
  readonly over: number;
}

/**
 * Undefined for an event that the competition does not have. Asked again and again while thousands shoot: nothing is ranked until every card
 * is finished.
 */
export function eventProgressOf(state: Competition, event: string): EventProgress | undefined {
  const found = state.events.get(event);
  if (!found) return undefined;
  const nothing = { event, unfinished: 0, openTies: 0, matches: 0, over: 0 };
  if (!found.setup.elimination) return { ...nothing, stage: 'rankedOnly' };
  if (found.draw) return { ...nothing, ...drawnStage(state, event) };
  const { archers, unfinished, hasBegun } = cardsOf(state, found);
  if (!hasBegun || archers < 2) return { ...nothing, stage: 'setUp' };
  if (unfinished > 0) return { ...nothing, stage: 'waiting', unfinished };
  const { competitors, openTies } = finishedOf(state, found);
  if (competitors < 2) return { ...nothing, stage: 'setUp' };
  return { ...nothing, stage: openTies > 0 ? 'tie' : 'ready', openTies };
}

interface Finished {
  /** What it follows from, beside the event itself. */
  readonly from: readonly unknown[];
  readonly competitors: number;
  readonly openTies: number;
}

// An arrow in one category ranks no other one anew.
const finishedEvents = new WeakMap<EventState, Finished>();

function finishedOf(state: Competition, event: EventState): Finished {
  const rankings = categoriesOfContest(event.setup.contest).map((category) => state.rankings.get(category));
  const from = [state.entries, ...rankings];
  const known = finishedEvents.get(event);
  if (known?.from.every((each, index) => each === from[index])) return known;
  const { rows = [], openTies = [] } = qualificationOf(state, event.setup.id) ?? {};
  const finished = { from, competitors: rows.length, openTies: openTies.length };
  finishedEvents.set(event, finished);
  return finished;
}

function drawnStage(state: Competition, event: string): Pick<EventProgress, 'stage' | 'matches' | 'over'> {
  const shot = (playEvent(state, event) ?? []).filter(({ kind }) => kind === 'match');
  const over = shot.filter(({ score }) => score?.status.kind === 'over').length;
  const isShooting = shot.some(({ hasBegun }) => hasBegun);
  return { stage: over === shot.length ? 'done' : isShooting ? 'underWay' : 'drawn', matches: shot.length, over };
}

/** An archer who counts in two of the categories is two cards. */
function cardsOf(state: Competition, { setup: { contest } }: EventState) {
  let [archers, unfinished, hasBegun] = [0, 0, false];
  for (const category of categoriesOfContest(contest)) {
    for (const { entry } of state.rankings.get(category)?.values() ?? []) {
      archers += 1;
      hasBegun ||= scorecardOf(state, entry).tally.arrows > 0;
      if (isUnfinished(state, entry)) unfinished += 1;
    }
  }
  return { archers, unfinished, hasBegun };
}
