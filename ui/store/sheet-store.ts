// A target's sheet in the tablet: what the appliance has, and over it what this tablet has typed and not yet seen come back.
import type { Signer, Standing } from '../../src/domain/card/card-notes.ts';
import {
  blankEnd,
  type End,
  isEndComplete,
  nextEnd,
  type Scorecard,
  scorecardOfEnds,
  withEnd,
} from '../../src/domain/card/scorecard.ts';
import {
  roundOfArcher,
  type SheetArcher,
  type SheetArchers,
  type SheetCheck,
  type SheetEnd,
  type TargetSheet,
  withSheetChanges,
} from '../../src/domain/card/target-sheet.ts';
import type { Position } from '../../src/domain/facts.ts';
import { distanceOfEnd, type Round } from '../../src/domain/rounds/rounds.ts';
import { isOnCard, type OnCard, type OutboxItem, type OutboxState } from '../link/outbox-state.ts';

export interface SheetState {
  readonly sheet: TargetSheet;
  readonly at: Position;
}

interface SheetDelta extends SheetArchers {
  readonly ends: readonly SheetEnd[];
}

export function foldSheet({ sheet }: SheetState, delta: SheetDelta, at: Position): SheetState {
  return { sheet: withSheetChanges(sheet, delta), at };
}

export type EndStatus = 'saved' | 'sending' | 'here' | 'rejected';

/** A command on a card, and how far it is. */
export interface CardItem {
  readonly item: OutboxItem;
  readonly command: OnCard;
}

export interface ArcherCard {
  readonly archer: SheetArcher;
  readonly letter: string;
  readonly round: Round;
  /** With everything typed here that has not been refused. */
  readonly card: Scorecard;
  /** Of ends with a command of this tablet that the sheet does not show yet. */
  readonly statusOfEnd: ReadonlyMap<number, EndStatus>;
  /** By end: the second card, or what the athlete confirmed, with what was typed here. */
  readonly checks: ReadonlyMap<number, SheetCheck>;
  /** Of ends whose check this tablet has typed and the sheet does not show yet. */
  readonly statusOfCheck: ReadonlyMap<number, EndStatus>;
  readonly signed: ReadonlySet<Signer>;
  readonly statusOfSignature: ReadonlyMap<Signer, EndStatus>;
  /** Commands on this card that a rule has refused. */
  readonly rejected: readonly CardItem[];
  /** The end to be scored next, one held open only when the others are shot; undefined once the round is. */
  readonly next: number | undefined;
  /** Ends with boxes that are held open while shooting goes on. */
  readonly held: readonly number[];
  /** Why nothing can be scored: signed, or not competing. */
  readonly closed: 'signed' | Exclude<Standing, 'competing'> | undefined;
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

function applyCommand(card: Scorecard, round: Round, { command }: CardItem): Scorecard {
  if (command.kind === 'correctEnd') return withEnd(card, round, command.end, command.arrows);
  if (command.kind !== 'scoreArrows') return card;
  const slots = slotsOf(card, round, command.end).slice();
  for (const [offset, arrow] of command.arrows.entries()) {
    // A box that somebody else has filled meanwhile stays theirs; the appliance will say so.
    if (slots[command.first + offset] === null) slots[command.first + offset] = arrow;
  }
  return withEnd(card, round, command.end, slots);
}

function checksOf({ checks = [] }: SheetArcher, standing: readonly CardItem[]): ReadonlyMap<number, SheetCheck> {
  const byEnd = new Map(checks.map((check) => [check.end, check]));
  for (const { command } of standing) {
    if (command.kind !== 'checkEnd') continue;
    const { end, arrows, byAthlete } = command;
    byEnd.set(end, { end, arrows, ...(byAthlete && { byAthlete }) });
  }
  return byEnd;
}

function signersOf({ signed = [] }: SheetArcher, standing: readonly CardItem[]): ReadonlySet<Signer> {
  return new Set([...signed, ...standing.flatMap(({ command }) => (command.kind === 'signCard' ? [command.as] : []))]);
}

/** How far each end, check and signature is that this tablet has typed. */
function statusesOf(mine: readonly CardItem[]) {
  const statusOfEnd = new Map<number, EndStatus>();
  const statusOfCheck = new Map<number, EndStatus>();
  const statusOfSignature = new Map<Signer, EndStatus>();
  for (const { command, item } of mine) {
    const status = statusOfDelivery[item.delivery.kind];
    if (command.kind === 'signCard') statusOfSignature.set(command.as, status);
    else (command.kind === 'checkEnd' ? statusOfCheck : statusOfEnd).set(command.end, status);
  }
  return { statusOfEnd, statusOfCheck, statusOfSignature };
}

/** What of an outbox is about one archer's card, in the order of typing. */
export function cardItemsOf(outbox: OutboxState, entry: number): readonly CardItem[] {
  return outbox.flatMap((item) => {
    const { command } = item.kept;
    return isOnCard(command) && command.entry === entry ? [{ item, command }] : [];
  });
}

/** The archers of the target with their cards, in the order of their letters. Archers of a round unknown to this page are left out. */
export function cardsOf({ sheet }: SheetState, outbox: OutboxState): readonly ArcherCard[] {
  return sheet.archers.flatMap((archer): ArcherCard[] => {
    const round = roundOfArcher(sheet, archer);
    if (!round) return [];
    const mine = cardItemsOf(outbox, archer.entry);
    const rejected = mine.filter(({ item }) => item.delivery.kind === 'rejected');
    const standing = mine.filter((each) => !rejected.includes(each));
    const card = standing.reduce((now, each) => applyCommand(now, round, each), scorecardOfEnds(round, archer.ends));
    const held = (archer.held ?? []).filter((end) => !isEndComplete(card.ends[end - 1]));
    const signed = signersOf(archer, standing);
    return [
      {
        ...{ archer, round, card, held, rejected, signed },
        letter: archer.target.replace(/^\d+/, ''),
        ...statusesOf(mine),
        checks: checksOf(archer, standing),
        next: nextEnd(card, round, new Set(held)) ?? held[0],
        closed: archer.locked || signed.size === 2 ? 'signed' : archer.standing,
      },
    ];
  });
}

/** Who is to be scored next: whoever is furthest behind, the first letter first; undefined when nobody has an end to shoot. */
export function nextArcher(cards: readonly ArcherCard[]): ArcherCard | undefined {
  let best: ArcherCard | undefined;
  for (const each of cards) {
    if (each.closed !== undefined || each.next === undefined) continue;
    // What is held open is made up after everybody's other ends.
    if (!best || orderOfNext(each) < orderOfNext(best)) best = each;
  }
  return best;
}

function orderOfNext({ next = 0, held }: ArcherCard): number {
  return held.includes(next) ? Number.POSITIVE_INFINITY : next;
}

/** The card as it will be once an end is confirmed, for the question who comes then. */
export function withEndShot(each: ArcherCard, end: number): ArcherCard {
  const { card, round, held } = each;
  const shot = slotsOf(card, round, end).map((slot) => slot ?? 'M');
  const after = withEnd(card, round, end, shot);
  const stillHeld = held.filter((other) => other !== end);
  return { ...each, next: nextEnd(after, round, new Set(stillHeld)) ?? stillHeld[0], held: stillHeld };
}

export function isEndSaved({ card, statusOfEnd }: ArcherCard, end: number): boolean {
  return isEndComplete(card.ends[end - 1]) && (statusOfEnd.get(end) ?? 'saved') === 'saved';
}
