// Events: set-up, and the ties that were decided.
import { createHash } from 'node:crypto';
import type { Competition } from '../../domain/competition.ts';
import type { EventState, TieDecision } from '../../domain/event/event.ts';
import { eventProgressOf } from '../../domain/event/event-stage.ts';
import { suggestEvents } from '../../domain/event/suggest-events.ts';
import type { Position } from '../../domain/facts.ts';
import type { EventStagesView, EventView, TieView } from '../../wire/api-events.ts';
import { remember } from '../remember.ts';

export function eventViewOf({ setup, draw }: EventState): EventView {
  const { elimination = null, ...rest } = setup;
  return { ...rest, elimination, isDrawn: draw !== undefined, matches: draw?.matches.length ?? 0 };
}

/** Once per state: the qualification of every event is ranked for it. */
export function eventStagesViewOf(state: Competition, position: Position): EventStagesView {
  const events = remember(state, 'event-stages', () =>
    [...state.events.keys()].flatMap((event) => eventProgressOf(state, event) ?? []),
  );
  const suggested = remember(state, 'events/suggested', suggestEvents);
  return {
    position,
    events,
    suggested: suggested.map((setup) => ({ ...setup, elimination: setup.elimination ?? null })),
  };
}

/** Follows from who was tied and in which order they came out, so that it never names another decision. */
export function tieIdOf({ reason, order }: Pick<TieDecision, 'reason' | 'order'>): string {
  return createHash('sha256')
    .update(JSON.stringify([reason, ...order]))
    .digest('hex')
    .slice(0, 12);
}

export function tieViewsOf({ ties }: EventState): readonly TieView[] {
  return ties.map((tie) => ({ id: tieIdOf(tie), ...tie }));
}
