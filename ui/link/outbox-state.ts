// The outbox as plain values: which commands wait on this device, which are under way, what was answered. The commands of one card or one
// match go one after the other, so that an end never overtakes the one before it; different cards go side by side.
import type { CheckEnd, CorrectEnd, ScoreArrows, ScoringCommand, SignCard } from '../../src/domain/commands.ts';
import type { Position } from '../../src/domain/facts.ts';
import type { RejectionNote } from '../../src/wire/server-to-client.ts';

export type OnCard = ScoreArrows | CorrectEnd | CheckEnd | SignCard;
export type OnMatch = Exclude<ScoringCommand, OnCard>;

export function isOnCard(command: ScoringCommand): command is OnCard {
  return 'entry' in command;
}

export function isOnMatch(command: ScoringCommand): command is OnMatch {
  return !isOnCard(command);
}

/** What is written on one after the other: one archer's card, or one match. */
export function laneOf(command: ScoringCommand): string {
  return isOnCard(command) ? `card/${command.entry}` : `match/${command.event}/${command.match}`;
}

export interface KeptCommand {
  readonly commandId: string;
  readonly command: ScoringCommand;
  /** Of the target it was typed for. */
  readonly competition: string;
  readonly butt: number;
  /** Grows with every command of this device: the order of typing. */
  readonly order: number;
  /** Set once a rule has said no; stays until a person has settled it. */
  readonly rejection: RejectionNote | undefined;
  /** Set once it is acknowledged (acked-commands.ts). */
  readonly saved?: Position;
}

export type Delivery =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly sinceMs: number }
  | { readonly kind: 'deferred'; readonly untilMs: number }
  | { readonly kind: 'saved'; readonly at: Position }
  | { readonly kind: 'rejected'; readonly rejection: RejectionNote };

export interface OutboxItem {
  readonly kept: KeptCommand;
  readonly delivery: Delivery;
}

/** In the order of typing. Saved items stay until the sheet shows them. */
export type OutboxState = readonly OutboxItem[];

export type OutboxEvent =
  | { readonly kind: 'kept'; readonly kept: KeptCommand }
  | { readonly kind: 'sent'; readonly commandId: string; readonly nowMs: number }
  | { readonly kind: 'acked'; readonly commandId: string; readonly at: Position }
  /** Acknowledged once, and the appliance as it is now may not have it. */
  | { readonly kind: 'lost'; readonly kept: KeptCommand }
  | { readonly kind: 'rejected'; readonly commandId: string; readonly rejection: RejectionNote }
  | { readonly kind: 'deferred'; readonly commandId: string; readonly untilMs: number }
  /** Nothing under way will be answered any more. */
  | { readonly kind: 'disconnected' }
  /** Another tab has sent it while this one slept. */
  | { readonly kind: 'gone'; readonly commandId: string }
  /** A person has dealt with a rejection. */
  | { readonly kind: 'settled'; readonly commandId: string }
  /** What is shown is at this position: the sheet with the cards, or one match. */
  | { readonly kind: 'seen'; readonly at: Position; readonly what: 'cards' | Pick<OnMatch, 'event' | 'match'> };

const waiting: Delivery = { kind: 'waiting' };

const itemOf = (kept: KeptCommand): OutboxItem => ({
  kept,
  delivery: kept.rejection ? { kind: 'rejected', rejection: kept.rejection } : waiting,
});

export function restoreOutbox(kept: readonly KeptCommand[]): OutboxState {
  return kept
    .filter(({ saved }) => !saved)
    .sort((a, b) => a.order - b.order)
    .map(itemOf);
}

/** An answer stands: what another tab tells late does not take it back, and only an ack outweighs a rejection. */
function withDelivery(state: OutboxState, commandId: string, delivery: Delivery): OutboxState {
  const now = state.find(({ kept }) => kept.commandId === commandId)?.delivery.kind;
  if (!now || now === 'saved' || (now === 'rejected' && delivery.kind !== 'saved')) return state;
  return state.map((item) => (item.kept.commandId === commandId ? { ...item, delivery } : item));
}

const isUnderWay = ({ delivery: { kind } }: OutboxItem) => kind === 'sending' || kind === 'deferred';

function isShown({ kept, delivery }: OutboxItem, { at, what }: Extract<OutboxEvent, { kind: 'seen' }>): boolean {
  const { command } = kept;
  const isAbout = isOnCard(command)
    ? what === 'cards'
    : what !== 'cards' && what.event === command.event && what.match === command.match;
  return isAbout && delivery.kind === 'saved' && (delivery.at.epoch !== at.epoch || delivery.at.seq <= at.seq);
}

function withLost(state: OutboxState, { saved: _, ...kept }: KeptCommand): OutboxState {
  const now = state.find((item) => item.kept.commandId === kept.commandId)?.delivery.kind;
  if (now !== 'saved') return withItem(state, itemOf(kept));
  return state.map((item) => (item.kept.commandId === kept.commandId ? itemOf(kept) : item));
}

/** In the order of typing, also when it was typed in another tab and is heard of late. */
function withItem(state: OutboxState, item: OutboxItem): OutboxState {
  if (state.some(({ kept }) => kept.commandId === item.kept.commandId)) return state;
  const later = state.findIndex(({ kept }) => kept.order > item.kept.order);
  return later < 0 ? [...state, item] : [...state.slice(0, later), item, ...state.slice(later)];
}

export function nextOutbox(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.kind) {
    case 'kept':
      return withItem(state, itemOf(event.kept));
    case 'sent':
      return withDelivery(state, event.commandId, { kind: 'sending', sinceMs: event.nowMs });
    case 'acked':
      return withDelivery(state, event.commandId, { kind: 'saved', at: event.at });
    case 'lost':
      return withLost(state, event.kept);
    case 'rejected':
      return withDelivery(state, event.commandId, { kind: 'rejected', rejection: event.rejection });
    case 'deferred':
      return withDelivery(state, event.commandId, { kind: 'deferred', untilMs: event.untilMs });
    case 'disconnected':
      if (!state.some(isUnderWay)) return state;
      return state.map((item) => (isUnderWay(item) ? { ...item, delivery: waiting } : item));
    case 'gone':
      return state.filter(
        ({ kept, delivery: { kind } }) => kept.commandId !== event.commandId || kind === 'saved' || kind === 'rejected',
      );
    case 'settled': {
      const isSettled = ({ kept, delivery }: OutboxItem) =>
        kept.commandId === event.commandId && delivery.kind === 'rejected';
      return state.some(isSettled) ? state.filter((item) => !isSettled(item)) : state;
    }
    case 'seen':
      return state.some((item) => isShown(item, event)) ? state.filter((item) => !isShown(item, event)) : state;
  }
}

/** What may go out now: of each card or match the first command that has no answer, unless it is under way or was asked to wait. */
export function commandsToSend(state: OutboxState, nowMs: number): readonly KeptCommand[] {
  const busy = new Set<string>();
  const ready: KeptCommand[] = [];
  for (const { kept, delivery } of state) {
    if (delivery.kind === 'saved' || delivery.kind === 'rejected') continue;
    const lane = laneOf(kept.command);
    if (busy.has(lane)) continue;
    busy.add(lane);
    if (delivery.kind === 'waiting' || (delivery.kind === 'deferred' && delivery.untilMs <= nowMs)) ready.push(kept);
  }
  return ready;
}

/** The earliest moment at which something that waits now may go out or is overdue; undefined when nothing is timed. */
export function nextDeadlineMs(state: OutboxState, answerDeadlineMs: number): number | undefined {
  const times = state.flatMap(({ delivery }) => {
    if (delivery.kind === 'deferred') return [delivery.untilMs];
    return delivery.kind === 'sending' ? [delivery.sinceMs + answerDeadlineMs] : [];
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}

export function isOverdue(state: OutboxState, nowMs: number, answerDeadlineMs: number): boolean {
  return state.some(({ delivery }) => delivery.kind === 'sending' && delivery.sinceMs + answerDeadlineMs <= nowMs);
}

/** Commands that the appliance has not answered. */
export function countUnsent(state: OutboxState): number {
  return state.filter(({ delivery }) => delivery.kind !== 'saved' && delivery.kind !== 'rejected').length;
}
