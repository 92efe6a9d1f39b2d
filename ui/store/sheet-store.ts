// A target's sheet in the tablet: what the appliance has, and over it what this tablet has typed and not yet seen come back.
import type { Position } from '../../src/domain/facts.ts';
import { distanceOfEnd, findRound, type Round } from '../../src/domain/rounds.ts';
import {
  blankEnd,
  type End,
  isEndComplete,
  nextEnd,
  type Scorecard,
  scorecardOfEnds,
  withEnd,
} from '../../src/domain/scorecard.ts';
import type { SheetArcher, SheetEnd, TargetSheet } from '../../src/domain/target-sheet.ts';
import type { OutboxItem, OutboxState } from '../link/outbox-state.ts';

export interface SheetState {
  readonly sheet: TargetSheet;
  readonly at: Position;
}

interface SheetDelta {
  readonly ends: readonly SheetEnd[];
  readonly archers: readonly SheetArcher[];
}

const byTarget = (a: SheetArcher, b: SheetArcher) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0);

export function foldSheet(state: SheetState, delta: SheetDelta, at: Position): SheetState {
  const archers = new Map(state.sheet.archers.map((archer) => [archer.entry, archer]));
  for (const archer of delta.archers) archers.set(archer.entry, archer);
  for (const { entry, end, arrows } of delta.ends) {
    const archer = archers.get(entry);
    const round = archer && findRound(archer.roundId);
    if (!archer || !round) continue;
    archers.set(entry, { ...archer, ends: withEnd(scorecardOfEnds(round, archer.ends), round, end, arrows).ends });
  }
  return { sheet: { ...state.sheet, archers: [...archers.values()].sort(byTarget) }, at };
}

export type EndStatus = 'saved' | 'sending' | 'here' | 'rejected';

export interface ArcherCard {
  readonly archer: SheetArcher;
  readonly letter: string;
  readonly round: Round;
  /** With everything typed here that has not been refused. */
  readonly card: Scorecard;
  /** Of ends with a command of this tablet that the sheet does not show yet. */
  readonly statusOfEnd: ReadonlyMap<number, EndStatus>;
  readonly rejected: readonly OutboxItem[];
  /** The end to be scored next; undefined once the round is shot. */
  readonly next: number | undefined;
}

const statusOfDelivery: Readonly<Record<OutboxItem['delivery']['kind'], EndStatus>> = {
  waiting: 'here',
  deferred: 'here',
  sending: 'sending',
  saved: 'saved',
  rejected: 'rejected',
};

export function slotsOf(card: Scorecard, round: Round, end: number): End {
  return card.ends[end - 1] ?? blankEnd(distanceOfEnd(round, end)?.arrowsPerEnd ?? 0);
}

function applyCommand(card: Scorecard, round: Round, { kept }: OutboxItem): Scorecard {
  const { command } = kept;
  if (command.kind === 'correctEnd') return withEnd(card, round, command.end, command.arrows);
  const slots = slotsOf(card, round, command.end).slice();
  for (const [offset, arrow] of command.arrows.entries()) {
    // A box that somebody else has filled meanwhile stays theirs; the appliance will say so.
    if (slots[command.first + offset] === null) slots[command.first + offset] = arrow;
  }
  return withEnd(card, round, command.end, slots);
}

/** The archers of the target with their cards, in the order of their letters. Archers of a round unknown to this page are left out. */
export function cardsOf({ sheet }: SheetState, outbox: OutboxState): readonly ArcherCard[] {
  return sheet.archers.flatMap((archer): ArcherCard[] => {
    const round = findRound(archer.roundId);
    if (!round) return [];
    const mine = outbox.filter(({ kept }) => kept.command.entry === archer.entry);
    const standing = mine.filter(({ delivery }) => delivery.kind !== 'rejected');
    const card = standing.reduce((now, item) => applyCommand(now, round, item), scorecardOfEnds(round, archer.ends));
    const statusOfEnd = new Map(mine.map(({ kept, delivery }) => [kept.command.end, statusOfDelivery[delivery.kind]]));
    const rejected = mine.filter(({ delivery }) => delivery.kind === 'rejected');
    const letter = archer.target.replace(/^\d+/, '');
    return [{ archer, letter, round, card, statusOfEnd, rejected, next: nextEnd(card, round) }];
  });
}

/** Who is to be scored next: whoever is furthest behind, the first letter first; undefined when all have shot their round. */
export function nextArcher(cards: readonly ArcherCard[]): ArcherCard | undefined {
  let best: ArcherCard | undefined;
  for (const each of cards) {
    if (each.next !== undefined && (best?.next === undefined || each.next < best.next)) best = each;
  }
  return best;
}

export function isEndSaved({ card, statusOfEnd }: ArcherCard, end: number): boolean {
  return isEndComplete(card.ends[end - 1]) && (statusOfEnd.get(end) ?? 'saved') === 'saved';
}
