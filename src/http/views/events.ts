// Events: set-up, and the ties that were decided.
import { createHash } from 'node:crypto';
import type { EventState, TieDecision } from '../../domain/event/event.ts';
import type { EventView, TieView } from '../../wire/api-events.ts';

export function eventViewOf({ setup, draw }: EventState): EventView {
  const { elimination = null, ...rest } = setup;
  return { ...rest, elimination, isDrawn: draw !== undefined, matches: draw?.matches.length ?? 0 };
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
