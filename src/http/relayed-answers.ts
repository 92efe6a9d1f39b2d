// Answers of this interface that go out of the venue beside the boards: what pages ask for to show them. Without what changes with every fact.
import type { CompetitionView as View } from '../intake/intake.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { BracketView } from '../wire/api-matches.ts';
import { competitionViewOf } from './views/competitions.ts';
import { entryViewsOf } from './views/entries.ts';
import { eventViewOf } from './views/events.ts';
import { bracketViewOf } from './views/matches.ts';
import { medalTableViewOf } from './views/rankings.ts';

export interface RelayedAnswer {
  readonly value: unknown;
  /** Its long list; '' where it is one itself. */
  readonly list: string;
}

/** Positions change with every fact. */
const nowhere = { epoch: '', seq: 0 };

/** Undefined for every other address: nothing goes out that is not named here. */
export function relayedAnswerAt(address: string, view: View): RelayedAnswer | undefined {
  const base = `/api/competitions/${encodeURIComponent(view.id)}`;
  if (address === base) {
    const value: CompetitionView = { ...competitionViewOf(view), journal: { facts: 0, head: '' } };
    return { value, list: 'categories' };
  }
  if (address === `${base}/events`) return { value: [...view.state.events.values()].map(eventViewOf), list: '' };
  if (address === `${base}/entries`) return { value: entryViewsOf(view.state), list: '' };
  for (const of of medalGroups) if (address === `${base}/medals?of=${of}`) return medalsOf(of, view);
  const event = new RegExp(`^${base}/events/([^/]+)/bracket$`).exec(address)?.[1];
  return event === undefined ? undefined : bracketAt(decodeURIComponent(event), view);
}

const medalGroups = ['club', 'country'] as const;

function medalsOf(of: (typeof medalGroups)[number], { state }: View): RelayedAnswer {
  return { value: medalTableViewOf(state, nowhere, of), list: 'rows' };
}

function bracketAt(id: string, { state }: View): RelayedAnswer | undefined {
  const event = state.events.get(id);
  if (!event?.draw) return undefined;
  const value: BracketView = bracketViewOf(state, event, nowhere);
  return { value, list: 'matches' };
}
