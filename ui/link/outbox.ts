// Carries commands from this device to the appliance: kept first, sent when the link is live, sent again with the same id until there is
// an answer. An acknowledged command is on the appliance's disk; it is kept here a while longer, for an appliance that does not have it
// any more (acked-commands.ts).
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { Position } from '../../src/domain/facts.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
import { type AckedCommand, type AckedCommands, isAcked, isBeyond, withAcked } from './acked-commands.ts';
import {
  commandsToSend,
  isOverdue,
  type KeptCommand,
  nextDeadlineMs,
  nextOutbox,
  type OutboxEvent,
  type OutboxState,
  restoreOutbox,
} from './outbox-state.ts';
import type { TabletStorage } from './outbox-storage.ts';

export interface OutboxWorld {
  /** Of a clock that only goes forward; where it begins does not matter. */
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  createId(): string;
  /** False when not live. */
  send(commandId: string, command: ScoringCommand): boolean;
  /** An answer is overdue: the connection cannot be trusted. */
  distrust(): void;
  changed(state: OutboxState): void;
  /** Tells the other tabs. */
  tell(event: OutboxEvent): void;
}

export interface Place {
  readonly competition: string;
  readonly butt: number;
}

export interface Outbox {
  readonly state: OutboxState;
  /** Shown at once; resolves when the command is kept here; it is sent after that. */
  submit(command: ScoringCommand, place: Place): Promise<void>;
  /** Where the appliance is that answers now: what it was sent and cannot have is sent again. */
  greeted(at: Position): void;
  /** Sends from now on. */
  live(): void;
  /** The connection is lost; what was under way waits again. */
  disconnected(): void;
  /** Another tab sends from now on. */
  pause(): void;
  answer(message: Extract<ServerMessage, { kind: 'ack' | 'rejection' | 'deferral' }>): void;
  seen(event: Omit<Extract<OutboxEvent, { kind: 'seen' }>, 'kind'>): void;
  settle(commandId: string): void;
  /** What another tab has told. */
  heard(event: OutboxEvent): void;
  /** Reads what is kept on this device: it may have changed while this tab slept. */
  refresh(load: () => Promise<readonly KeptCommand[]>): Promise<void>;
  /** The same in a tab that does not send: what is kept no more is not shown either. If it is in the memory of a tab, that tab will tell. */
  follow(load: () => Promise<readonly KeptCommand[]>): Promise<void>;
}

const nothing = () => undefined;

/** After this long without an answer the socket is taken for dead. */
export const answerDeadlineMs = 8_000;

const orderOf = (kept: readonly KeptCommand[]) => kept.reduce((most, each) => Math.max(most, each.order), 0);

const isOfConnection = ({ kind }: OutboxEvent) => kind === 'sent' || kind === 'deferred' || kind === 'disconnected';

/** The storage never rejects (safe-storage.ts). */
export function createOutbox(storage: TabletStorage, kept: readonly KeptCommand[], world: OutboxWorld): Outbox {
  let state = restoreOutbox(kept);
  let order = orderOf(kept);
  let acked: AckedCommands = [];
  /** Of the appliance that answers now. */
  let epoch: string | undefined;
  let isLive = false;
  let cancelTimer: () => void = nothing;
  /** Typed a moment ago and not yet in the store: not to be sent before. */
  const beingKept = new Set<string>();

  function happen(event: OutboxEvent): boolean {
    const next = nextOutbox(state, event);
    if (next === state) return false;
    state = next;
    order = Math.max(order, orderOf(state.map((item) => item.kept)));
    world.changed(state);
    return true;
  }

  function happenAndTell(event: OutboxEvent): boolean {
    const isNews = happen(event);
    if (isNews) world.tell(event);
    return isNews;
  }

  function flush() {
    cancelTimer();
    cancelTimer = nothing;
    if (!isLive) return;
    const nowMs = world.now();
    if (isOverdue(state, nowMs, answerDeadlineMs)) {
      world.distrust();
      return;
    }
    for (const { commandId, command } of commandsToSend(state, nowMs)) {
      if (beingKept.has(commandId) || !world.send(commandId, command)) continue;
      happenAndTell({ kind: 'sent', commandId, nowMs });
    }
    const deadline = nextDeadlineMs(state, answerDeadlineMs);
    if (deadline !== undefined) cancelTimer = world.after(Math.max(10, deadline - nowMs), flush);
  }

  function stop() {
    isLive = false;
    cancelTimer();
    cancelTimer = nothing;
  }

  function remember(fresh: AckedCommand) {
    const step = withAcked(acked, fresh);
    acked = step.acked;
    for (const commandId of step.dropped) storage.removeCommand(commandId);
  }

  function keepAcked(item: KeptCommand, saved: Position) {
    const fresh = { ...item, saved };
    storage.saveAcked(fresh);
    remember(fresh);
  }

  function sendAgain(at: Position) {
    for (const each of acked.filter((one) => isBeyond(one, at))) happen({ kind: 'lost', kept: each });
    acked = acked.filter((one) => !isBeyond(one, at));
  }

  /** As it is kept on this device. */
  function takeKept(each: KeptCommand) {
    const { commandId, rejection } = each;
    if (!isAcked(each)) {
      happen({ kind: 'kept', kept: each });
      if (rejection) happen({ kind: 'rejected', commandId, rejection });
    } else if (epoch !== undefined && each.saved.epoch !== epoch) {
      happen({ kind: 'lost', kept: each });
    } else {
      happen({ kind: 'acked', commandId, at: each.saved });
      remember(each);
    }
  }

  function take(message: Parameters<Outbox['answer']>[0], item: KeptCommand) {
    const { commandId } = message;
    if (message.kind === 'ack') {
      happenAndTell({ kind: 'acked', commandId, at: message.at });
      keepAcked(item, message.at);
    } else if (message.kind === 'rejection') {
      const { rejection } = message;
      happenAndTell({ kind: 'rejected', commandId, rejection });
      storage.saveCommand({ ...item, rejection });
    } else {
      happenAndTell({ kind: 'deferred', commandId, untilMs: world.now() + Math.max(200, message.retryAfterMs) });
    }
  }

  for (const each of kept.filter(isAcked)) remember(each);

  return {
    get state() {
      return state;
    },
    greeted(at) {
      epoch = at.epoch;
      sendAgain(at);
      flush();
    },
    async submit(command, place) {
      const fresh: KeptCommand = {
        ...{ commandId: world.createId(), command, ...place },
        order: order + 1,
        rejection: undefined,
      };
      beingKept.add(fresh.commandId);
      happen({ kind: 'kept', kept: fresh });
      await storage.saveCommand(fresh);
      beingKept.delete(fresh.commandId);
      world.tell({ kind: 'kept', kept: fresh });
      flush();
    },
    live() {
      if (!isLive) happenAndTell({ kind: 'disconnected' });
      isLive = true;
      flush();
    },
    disconnected() {
      stop();
      happenAndTell({ kind: 'disconnected' });
    },
    pause() {
      stop();
      // Whoever leads now may have been opened after this was typed, and find it in no store: it may be in this tab's memory only.
      for (const { kept: each, delivery } of state) {
        const { rejection } = delivery.kind === 'rejected' ? delivery : each;
        if (delivery.kind !== 'saved') world.tell({ kind: 'kept', kept: { ...each, rejection } });
      }
    },
    answer(message) {
      const item = state.find((each) => each.kept.commandId === message.commandId);
      if (!item) return;
      take(message, item.kept);
      flush();
    },
    seen: (event) => void happen({ kind: 'seen', ...event }),
    settle(commandId) {
      if (happenAndTell({ kind: 'settled', commandId })) storage.removeCommand(commandId);
    },
    heard(event) {
      // What is under way in the tab that led before says nothing about what this one has sent.
      if (isLive && isOfConnection(event)) return;
      const item = 'commandId' in event && state.find((each) => each.kept.commandId === event.commandId);
      if (item && event.kind === 'acked') keepAcked(item.kept, event.at);
      if (event.kind === 'settled') storage.removeCommand(event.commandId);
      if (happen(event)) flush();
    },
    async refresh(load) {
      for (const each of await load()) takeKept(each);
      flush();
    },
    async follow(load) {
      const before = state.filter(({ kept: { commandId } }) => !beingKept.has(commandId));
      const now = await load();
      const ids = new Set(now.map(({ commandId }) => commandId));
      for (const each of now) takeKept(each);
      for (const { commandId } of before.map((item) => item.kept)) {
        if (!isLive && !ids.has(commandId)) happen({ kind: 'gone', commandId });
      }
    },
  };
}
