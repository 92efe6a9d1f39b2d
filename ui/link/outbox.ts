// Carries commands from this device to the appliance: kept first, sent when the link is live, sent again with the same id until there is
// an answer. An acknowledged command is on the appliance's disk, so only then does it leave this device's.
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { Position } from '../../src/domain/facts.ts';
import { createCommandId } from '../../src/wire/command-id.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
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
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  /** False when not live. */
  send(commandId: string, command: ScoringCommand): boolean;
  /** An answer is overdue: the connection cannot be trusted. */
  distrust(): void;
  changed(state: OutboxState): void;
  /** This device could not keep something: the person must know. */
  storageFailed(error: unknown): void;
}

export interface Outbox {
  readonly state: OutboxState;
  /** Resolves when the command is kept here; it is sent after that. */
  submit(command: ScoringCommand, place: { readonly competition: string; readonly butt: number }): Promise<void>;
  live(): void;
  disconnected(): void;
  answer(message: Extract<ServerMessage, { kind: 'ack' | 'rejection' | 'deferral' }>): void;
  seen(at: Position): void;
  settle(commandId: string): void;
}

const nothing = () => undefined;

/** After this long without an answer the socket is taken for dead. */
export const answerDeadlineMs = 8_000;

export function createOutbox(storage: TabletStorage, kept: readonly KeptCommand[], world: OutboxWorld): Outbox {
  let state = restoreOutbox(kept);
  let order = kept.reduce((most, each) => Math.max(most, each.order), 0);
  let isLive = false;
  let cancelTimer: () => void = nothing;

  function happen(event: OutboxEvent) {
    const next = nextOutbox(state, event);
    if (next === state) return;
    state = next;
    world.changed(state);
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
      if (world.send(commandId, command)) happen({ kind: 'sent', commandId, nowMs });
    }
    const deadline = nextDeadlineMs(state, answerDeadlineMs);
    if (deadline !== undefined) cancelTimer = world.after(Math.max(10, deadline - nowMs), flush);
  }

  const tryToStore = (work: Promise<void>) => work.catch(world.storageFailed);

  return {
    get state() {
      return state;
    },
    async submit(command, place) {
      order += 1;
      const fresh: KeptCommand = {
        commandId: createCommandId(world.now()),
        command,
        ...place,
        order,
        rejection: undefined,
      };
      await storage.saveCommand(fresh).catch(world.storageFailed);
      happen({ kind: 'kept', kept: fresh });
      flush();
    },
    live() {
      isLive = true;
      flush();
    },
    disconnected() {
      isLive = false;
      cancelTimer();
      happen({ kind: 'disconnected' });
    },
    answer(message) {
      const { commandId } = message;
      const item = state.find((each) => each.kept.commandId === commandId);
      if (!item) return;
      if (message.kind === 'ack') {
        happen({ kind: 'acked', commandId, at: message.at });
        tryToStore(storage.removeCommand(commandId));
      } else if (message.kind === 'rejection') {
        happen({ kind: 'rejected', commandId, rejection: message.rejection });
        tryToStore(storage.saveCommand({ ...item.kept, rejection: message.rejection }));
      } else {
        happen({ kind: 'deferred', commandId, untilMs: world.now() + Math.max(200, message.retryAfterMs) });
      }
      flush();
    },
    seen: (at) => happen({ kind: 'seen', at }),
    settle(commandId) {
      happen({ kind: 'settled', commandId });
      tryToStore(storage.removeCommand(commandId));
    },
  };
}
