// Who is scored next, and which end: archers by turns (end after end: A, B, C, D) or one after the other.
import { lastEndBegun } from '../../src/domain/card/scorecard.ts';
import { type ArcherCard, nextArcher, withEndShot } from '../store/sheet-store.ts';
import type { TurnOrder } from './tablet-settings.ts';

/** What the panel is about. */
export interface Choice {
  readonly entry: number;
  readonly mode: 'score' | 'correct';
  /** An end that is held open instead of the next one; in correction another one than the last. */
  readonly end?: number;
}

/** What somebody shot who has retired since may still have to be put right. */
export function mayCorrect(closed: ArcherCard['closed']): boolean {
  return closed === undefined || closed === 'DNF';
}

function hasEndToShoot({ closed, next, held }: ArcherCard): boolean {
  return closed === undefined && next !== undefined && !held.includes(next);
}

/** Undefined when nobody has an end to shoot. What is held open is made up after everybody's other ends. */
export function nextToScore(
  cards: readonly ArcherCard[],
  order: TurnOrder,
  present: number | undefined,
): ArcherCard | undefined {
  if (order === 'turns') return nextArcher(cards);
  const at = Math.max(
    0,
    cards.findIndex(({ archer }) => archer.entry === present),
  );
  return [...cards.slice(at), ...cards.slice(0, at)].find(hasEndToShoot) ?? nextArcher(cards);
}

/** The end that an archer's panel is about; in correction the last one begun if none is named. None on a card that is closed. */
export function endOfChoice({ card, next, held, closed }: ArcherCard, choice: Choice | undefined): number | undefined {
  const last = lastEndBegun(card);
  if (choice?.mode === 'correct') {
    const end = choice.end !== undefined && choice.end <= last ? choice.end : last;
    return mayCorrect(closed) ? end || undefined : undefined;
  }
  if (closed !== undefined) return undefined;
  return choice?.end !== undefined && held.includes(choice.end) ? choice.end : next;
}

/** Who comes once an end of an archer is confirmed. */
export function nextAfter(
  cards: readonly ArcherCard[],
  order: TurnOrder,
  confirmed: ArcherCard,
  end: number | undefined,
): ArcherCard | undefined {
  const after = cards.map((each) => (each === confirmed && end !== undefined ? withEndShot(each, end) : each));
  return nextToScore(after, order, confirmed.archer.entry);
}
