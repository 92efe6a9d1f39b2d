// The plan of all matches in order of time.
import type { Competition } from '../../domain/competition.ts';
import { scheduleOf } from '../../domain/event/schedule.ts';
import type { Position } from '../../domain/facts.ts';
import type { ScheduleView } from '../../wire/api-events.ts';
import { namesOf } from './matches.ts';

export function scheduleViewOf(state: Competition, position: Position): ScheduleView {
  const slots = scheduleOf(state).map(({ event, eventName, slot, played }) => ({
    event,
    eventName,
    ...slot,
    names: namesOf(played),
  }));
  return { position, slots };
}
