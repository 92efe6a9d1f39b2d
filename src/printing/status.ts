// How far printed results can be relied on: official once every card is compared with its paper, under review while a judge holds something
// back, not official before.
import { playEvent } from '../domain/event/event-play.ts';
import { isOfficial } from '../domain/reconcile/paper-card.ts';
import { heldKey } from '../domain/show/show.ts';
import type { Printed } from './asked.ts';

export type ResultStatus = 'official' | 'unofficial' | 'underReview';

/** Undefined where nothing is shot yet: there is no result to say it of. */
export function statusOfCategory({ state }: Printed, category: string): ResultStatus | undefined {
  if (state.show.frozen.has(heldKey({ kind: 'category', category }))) return 'underReview';
  const isBegun = [...(state.rankings.get(category)?.values() ?? [])].some(
    ({ entry }) => (state.scorecards.at(entry)?.tally.arrows ?? 0) > 0,
  );
  if (!isBegun) return undefined;
  return isOfficial(state, category) ? 'official' : 'unofficial';
}

/** Of its matches: official when all are over and the qualification of everybody in it is official. */
export function statusOfEvent(printed: Printed, event: string): ResultStatus | undefined {
  const { state } = printed;
  const setup = state.events.get(event)?.setup;
  if (!setup) return undefined;
  const { contest } = setup;
  const categories =
    contest.kind === 'individual' ? [contest.category] : contest.parts.flatMap((part) => part.categories);
  const played = playEvent(state, event) ?? [];
  const isHeld = played.some(({ drawn }) => state.show.frozen.has(heldKey({ kind: 'match', event, match: drawn.id })));
  const statuses = [...new Set(categories)].flatMap((category) => statusOfCategory(printed, category) ?? []);
  if (isHeld || statuses.includes('underReview')) return 'underReview';
  if (statuses.length === 0) return undefined;
  const isOver = played.every(({ kind, score }) => kind !== 'match' || score?.status.kind === 'over');
  return isOver && statuses.every((status) => status === 'official') ? 'official' : 'unofficial';
}
