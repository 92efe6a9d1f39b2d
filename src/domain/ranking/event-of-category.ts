// Which event a category's own ranking belongs to: at most one individual event has it.
import type { Competition } from '../competition.ts';
import type { EventState } from '../event/event.ts';

export function individualEventOf(state: Pick<Competition, 'events'>, category: string): EventState | undefined {
  for (const event of state.events.values()) {
    const { contest } = event.setup;
    if (contest.kind === 'individual' && contest.category === category) return event;
  }
  return undefined;
}
