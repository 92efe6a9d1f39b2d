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
  | { readonly kind: 'rejected'; readonly commandId: string; readonly rejection: RejectionNote }
  | { readonly kind: 'deferred'; readonly commandId: string; readonly untilMs: number }
  /** Nothing under way will be answered any more. */
  | { readonly kind: 'disconnected' }
  /** A person has dealt with a rejection. */
  | { readonly kind: 'settled'; readonly commandId: string }
  /** The sheet is at this position. */
  | { readonly kind: 'seen'; readonly at: Position };

const waiting: Delivery = { kind: 'waiting' };

export function restoreOutbox(kept: readonly KeptCommand[]): OutboxState {
  return [...kept]
    .sort((a, b) => a.order - b.order)
    .map((each) => ({
      kept: each,
      delivery: each.rejection ? { kind: 'rejected', rejection: each.rejection } : waiting,
    }));
}

function withDelivery(state: OutboxState, commandId: string, delivery: Delivery): OutboxState {
  return state.map((item) => (item.kept.commandId === commandId ? { ...item, delivery } : item));
}

function isShown({ delivery }: OutboxItem, at: Position): boolean {
  return delivery.kind === 'saved' && (delivery.at.epoch !== at.epoch || delivery.at.seq <= at.seq);
}

export function nextOutbox(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.kind) {
    case 'kept':
      return [...state, { kept: event.kept, delivery: waiting }];
    case 'sent':
      return withDelivery(state, event.commandId, { kind: 'sending', sinceMs: event.nowMs });
    case 'acked':
      return withDelivery(state, event.commandId, { kind: 'saved', at: event.at });
    case 'rejected':
      return withDelivery(state, event.commandId, { kind: 'rejected', rejection: event.rejection });
    case 'deferred':
      return withDelivery(state, event.commandId, { kind: 'deferred', untilMs: event.untilMs });
    case 'disconnected':
      return state.map((item) =>
        ['sending', 'deferred'].includes(item.delivery.kind) ? { ...item, delivery: waiting } : item,
      );
    case 'settled':
      return state.filter((item) => item.kept.commandId !== event.commandId || item.delivery.kind !== 'rejected');
    case 'seen':
      return state.some((item) => isShown(item, event.at)) ? state.filter((item) => !isShown(item, event.at)) : state;
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
