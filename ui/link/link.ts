// Drives one WebSocket by the state machine of link-state.ts: hello, subscriptions with their positions, reconnects, signs of life.
// Sockets, timers and chance come in, so that tests need none of them.

import type { Position } from '../../src/domain/facts.ts';
import { backoffMs } from '../../src/kit/backoff.ts';
import {
  type ClientMessage,
  clientMessageToBytes,
  type DeviceCredentials,
  protocolVersion,
} from '../../src/wire/client-to-server.ts';
import { findCloseCode } from '../../src/wire/codes.ts';
import {
  bytesToServerMessage,
  type DeltaBody,
  type ServerMessage,
  type SnapshotBody,
} from '../../src/wire/server-to-client.ts';
import { firstLinkState, type LinkEffect, type LinkEvent, type LinkState, nextLinkStep } from './link-state.ts';
import { judgeDelta } from './topic-progress.ts';

export interface LinkSocket {
  send(bytes: Uint8Array): void;
  close(): void;
}

export interface SocketListeners {
  opened(): void;
  message(bytes: Uint8Array): void;
  closed(code: number): void;
}

export interface LinkWorld {
  /** `turn` counts attempts at appliances one after the other, where there are several; 0 is the page's own. */
  open(listeners: SocketListeners, turn: number): LinkSocket;
  /** Whether this turn is another appliance's than the page's own; never without standbys. */
  isElsewhere?(turn: number): boolean;
  /** Returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  now(): number;
  random(): number;
  /** Is the appliance there? Asked when nothing was heard for a while; pages cannot ping. */
  probe(): Promise<boolean>;
}

export interface TopicListener {
  snapshot(body: SnapshotBody, at: Position): void;
  delta(body: DeltaBody, at: Position): void;
  /** There is nothing with this name. */
  missing(): void;
}

export interface DevicePlace {
  readonly butt: number;
  readonly card: 'first' | 'second';
}

export interface Greeting {
  /** Where its competition is. */
  readonly at: Position | undefined;
  /** `HOST:PORT` of live connections that may take over. */
  readonly standbys: readonly string[];
  /** By another appliance than the one that this page came from. */
  readonly isElsewhere: boolean;
}

export interface LinkListeners {
  state(state: LinkState): void;
  /** `place`: where the appliance has this device now; the desk may have moved it. */
  welcome(version: string, place: DevicePlace, greeting: Greeting): void;
  answer(message: Extract<ServerMessage, { kind: 'ack' | 'rejection' | 'deferral' }>): void;
  /** What time it is there, asked with `send`. */
  time?(message: Extract<ServerMessage, { kind: 'time' }>): void;
}

export interface Link {
  start(): void;
  stop(): void;
  nudge(): void;
  /** Returns what stops following. */
  follow(topic: string, listener: TopicListener): () => void;
  /** False when not live: the caller keeps what it has. */
  send(message: ClientMessage): boolean;
  /** Something due did not come (an answer to a command): treat the socket as dead. */
  distrust(): void;
  readonly state: LinkState;
  /** Milliseconds since 1970 of the last frame; undefined before the first. */
  readonly heardAt: number | undefined;
}

const nothing = () => undefined;

const greetingDeadlineMs = 10_000;
const quietBeforeProbeMs = 12_000;
const answerToAnythingMs = 5_000;
/** Sent as the client's time by nobody else. */
const unasked = -1;
const backoff = { firstMs: 500, limitMs: 15_000 };
const longBackoff = { firstMs: 2_000, limitMs: 30_000 };

interface Followed {
  readonly listener: TopicListener;
  at: Position | undefined;
}

export function createLink(
  world: LinkWorld,
  credentials: DeviceCredentials | undefined,
  listeners: LinkListeners,
): Link {
  let state = firstLinkState;
  let socket: LinkSocket | undefined;
  let generation = 0;
  let cancelTimer: () => void = nothing;
  let heardAt: number | undefined;
  let framesHeard = 0;
  let turn = 0;
  let isElsewhere = false;
  const topics = new Map<string, Followed>();

  function happen(event: LinkEvent) {
    const step = nextLinkStep(state, event);
    if (step.state === state) return;
    state = step.state;
    cancelTimer();
    cancelTimer = nothing;
    for (const effect of step.effects) carryOut(effect);
    if (state.kind === 'opening' || state.kind === 'greeting') {
      cancelTimer = world.after(greetingDeadlineMs, () => happen({ kind: 'silent' }));
    }
    listeners.state(state);
  }

  function carryOut(effect: LinkEffect) {
    switch (effect) {
      case 'open':
        openSocket();
        return;
      case 'hello':
        write({ kind: 'hello', protocol: protocolVersion, credentials });
        return;
      case 'resume':
        for (const [topic, { at }] of topics) write({ kind: 'subscribe', topic, since: at });
        watchSilence();
        return;
      case 'drop':
        generation += 1;
        socket?.close();
        socket = undefined;
        return;
      case 'turn':
        turn += 1;
        return;
      case 'wait':
      case 'waitLonger': {
        const attempt = Math.max(0, 'attempt' in state ? state.attempt - 1 : 0);
        const options = { ...(effect === 'wait' ? backoff : longBackoff), random: world.random };
        cancelTimer = world.after(backoffMs(attempt, options), () => happen({ kind: 'waited' }));
      }
    }
  }

  function openSocket() {
    generation += 1;
    const mine = generation;
    const ifCurrent = (run: () => void) => {
      if (mine === generation) run();
    };
    isElsewhere = world.isElsewhere?.(turn) ?? false;
    const socketListeners: SocketListeners = {
      opened: () => ifCurrent(() => happen({ kind: 'opened' })),
      message: (bytes) => ifCurrent(() => hear(bytes)),
      closed: (code) =>
        ifCurrent(() => {
          const { name, next } = findCloseCode(code);
          happen({ kind: 'closed', name, next, isElsewhere });
        }),
    };
    socket = world.open(socketListeners, turn);
  }

  /** Another appliance cannot be asked over HTTP: it is asked for the time, which nobody here wants to know. */
  function askForAnything(): Promise<boolean> {
    const before = framesHeard;
    write({ kind: 'time', clientTimeMs: unasked });
    return new Promise((resolve) => {
      world.after(answerToAnythingMs, () => resolve(framesHeard > before));
    });
  }

  function watchSilence() {
    // Counted, not timed: the device's clock may be set at any moment.
    const before = framesHeard;
    const mine = generation;
    cancelTimer = world.after(quietBeforeProbeMs, () => {
      if (mine !== generation) return;
      if (framesHeard > before) {
        watchSilence();
        return;
      }
      (isElsewhere ? askForAnything() : world.probe()).then((there) => {
        if (mine !== generation) return;
        if (there) heardAt = world.now();
        if (there) watchSilence();
        else happen({ kind: 'silent' });
      });
    });
  }

  function write(message: ClientMessage) {
    socket?.send(clientMessageToBytes(message));
  }

  function hear(bytes: Uint8Array) {
    heardAt = world.now();
    framesHeard += 1;
    let message: ServerMessage;
    try {
      message = bytesToServerMessage(bytes);
    } catch {
      // A frame of a schema that this page does not know: another version of the appliance.
      happen({ kind: 'closed', name: 'unknownProtocol', next: 'reload', isElsewhere });
      return;
    }
    take(message);
  }

  function take(message: ServerMessage) {
    switch (message.kind) {
      case 'welcome':
        happen({ kind: 'welcomed' });
        listeners.welcome(message.version, { butt: message.butt, card: message.card ?? 'first' }, greetingIn(message));
        return;
      case 'ack':
      case 'rejection':
      case 'deferral':
        listeners.answer(message);
        return;
      case 'time':
        if (message.clientTimeMs !== unasked) listeners.time?.(message);
        return;
      case 'snapshot': {
        const topic = topics.get(message.topic);
        if (!topic) return;
        topic.at = message.at;
        topic.listener.snapshot(message.body, message.at);
        return;
      }
      case 'delta':
        takeDelta(message);
        return;
      case 'notice':
        if (message.code === 'noSuchTopic') topics.get(message.topic)?.listener.missing();
    }
  }

  function greetingIn({ at, standbys = [] }: Extract<ServerMessage, { kind: 'welcome' }>): Greeting {
    return { at, standbys, isElsewhere };
  }

  function takeDelta(message: Extract<ServerMessage, { kind: 'delta' }>) {
    const topic = topics.get(message.topic);
    if (!topic) return;
    const verdict = judgeDelta(topic.at, message);
    if (verdict === 'apply') {
      topic.at = { epoch: message.epoch, seq: message.to };
      topic.listener.delta(message.body, topic.at);
    }
    if (verdict === 'resync') {
      topic.at = undefined;
      write({ kind: 'subscribe', topic: message.topic, since: undefined });
    }
  }

  return {
    start: () => happen({ kind: 'start' }),
    stop: () => happen({ kind: 'stop' }),
    nudge: () => happen({ kind: 'nudged' }),
    distrust: () => happen({ kind: 'silent' }),
    follow(topic, listener) {
      const followed: Followed = { listener, at: undefined };
      topics.set(topic, followed);
      if (state.kind === 'live') write({ kind: 'subscribe', topic, since: undefined });
      return () => {
        if (topics.get(topic) !== followed) return;
        topics.delete(topic);
        if (state.kind === 'live') write({ kind: 'unsubscribe', topic });
      };
    },
    send(message) {
      if (state.kind !== 'live') return false;
      write(message);
      return true;
    },
    get state() {
      return state;
    },
    get heardAt() {
      return heardAt;
    },
  };
}
