// What was refused and can be put back into the boxes that it came from.
import { isOnCard, type OnCard, type OutboxItem } from '../link/outbox-state.ts';
import type { CardSide } from '../store/double-scoring.ts';

export type TypedOnCard = Exclude<OnCard, { kind: 'signCard' }>;

/** Arrows of an end that came from the keypad of the card that this tablet keeps. */
export function canTypeAgain(command: OutboxItem['kept']['command'], side: CardSide): command is TypedOnCard {
  if (!isOnCard(command) || command.kind === 'signCard') return false;
  return command.kind === 'checkEnd' ? side === 'second' && !command.byAthlete : side === 'first';
}
