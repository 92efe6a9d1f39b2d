// Answers of this interface that go out of the venue beside the boards: what pages ask for to show them. Without what changes with every fact.
import type { CompetitionView as View } from '../intake/intake.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { BracketView } from '../wire/api-matches.ts';
import { competitionViewOf } from './views/competitions.ts';
import { eventViewOf } from './views/events.ts';
import { bracketViewOf } from './views/matches.ts';

export interface RelayedAnswer {
  readonly value: unknown;
  /** Its long list; '' where it is one itself. */
  readonly list: string;
}

/** Undefined for every other address: nothing goes out that is not named here. */
export function relayedAnswerAt(address: string, view: View): RelayedAnswer | undefined {
  const base = `/api/competitions/${encodeURIComponent(view.id)}`;
  if (address === base) {
    const value: CompetitionView = { ...competitionViewOf(view), journal: { facts: 0, head: '' } };
    return { value, list: 'categories' };
  }
  if (address === `${base}/events`) return { value: [...view.state.events.values()].map(eventViewOf), list: '' };
  const event = new RegExp(`^${base}/events/([^/]+)/bracket$`).exec(address)?.[1];
  return event === undefined ? undefined : bracketAt(decodeURIComponent(event), view);
}

function bracketAt(id: string, { state }: View): RelayedAnswer | undefined {
  const event = state.events.get(id);
  if (!event?.draw) return undefined;
  const value: BracketView = bracketViewOf(state, event, { epoch: '', seq: 0 });
  return { value, list: 'matches' };
}
