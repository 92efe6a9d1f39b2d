// The sockets of subscriptions: how many there may be, which of them are still somebody's, and how they end. The protocol on them is
// mercurius's (graphql-transport-ws, and graphql-ws of old).
import { performance } from 'node:perf_hooks';
import type { WebSocket } from 'ws';
import { RefusalError } from '../errors.ts';
import type { GraphqlLimits } from './limits.ts';

/** What is known of one socket. */
export interface SocketState {
  /** After its first message. */
  isReady: boolean;
  /** Since the last ping. */
  hasAnswered: boolean;
  starts: number;
  idleSince: number;
  /** How its subscriptions are stopped, by the name that the client gave. */
  readonly running: Map<string, () => void>;
  readonly socket: WebSocket;
}

export interface Sockets {
  /** Throws RefusalError when there are too many already. */
  checkRoom(): void;
  add(socket: WebSocket): void;
  /** Of a socket that said who it is. */
  readyStateOf(socket: WebSocket): SocketState;
  /**
   * One more subscription, which `stop` ends when its socket does. Throws RefusalError when this socket, or all together, have too many,
   * or when there is one of this name already. The answer has to be called when it is over.
   */
  begin(state: SocketState, id: string, stop: () => void): () => void;
  /** Says goodbye to all, and cuts those that do not answer. */
  close(): void;
}

/** Close codes of WebSocket, and of the protocol on it. */
const goingAway = 1001;
const policyViolation = 1008;
const initTimeout = 4408;
const subscriberExists = 4409;

function tooMany(): RefusalError {
  return new RefusalError('tooManyRequests', { retryAfterSeconds: '10' }, { retryAfterSeconds: 10 });
}

function newState(socket: WebSocket): SocketState {
  return { socket, isReady: false, hasAnswered: true, starts: 0, idleSince: performance.now(), running: new Map() };
}

export function createSockets(limits: GraphqlLimits): Sockets {
  const open = new Map<WebSocket, SocketState>();
  let subscriptions = 0;

  const sweep = setInterval(() => {
    const idleBefore = performance.now() - limits.idleMs;
    for (const [socket, state] of open) {
      if (!state.hasAnswered) socket.terminate();
      else if (state.running.size === 0 && state.idleSince < idleBefore) socket.close(goingAway, 'idle');
      else {
        state.hasAnswered = false;
        socket.ping();
      }
    }
  }, limits.pingMs);
  sweep.unref();

  return {
    checkRoom() {
      if (open.size >= limits.sockets) throw tooMany();
    },
    add(socket) {
      const state = newState(socket);
      open.set(socket, state);
      const late = setTimeout(() => {
        if (!state.isReady) socket.close(initTimeout, 'Connection initialisation timeout');
      }, limits.initMs);
      late.unref();
      socket.on('pong', () => {
        state.hasAnswered = true;
      });
      socket.on('close', () => {
        clearTimeout(late);
        open.delete(socket);
        for (const stop of state.running.values()) stop();
      });
    },
    readyStateOf(socket) {
      // One that closed meanwhile begins nothing: it has no starts left.
      const state = open.get(socket) ?? { ...newState(socket), starts: limits.startsPerSocket };
      state.isReady = true;
      return state;
    },
    begin(state, id, stop) {
      state.starts += 1;
      if (state.starts > limits.startsPerSocket) {
        state.socket.close(policyViolation, 'too many subscriptions');
        throw tooMany();
      }
      if (state.running.has(id)) {
        state.socket.close(subscriberExists, 'Subscriber already exists');
        throw new RefusalError('badRequest', { why: 'this id is in use' });
      }
      if (state.running.size >= limits.subscriptionsPerSocket || subscriptions >= limits.subscriptions) throw tooMany();
      subscriptions += 1;
      state.running.set(id, stop);
      return () => {
        if (state.running.get(id) !== stop) return;
        state.running.delete(id);
        subscriptions -= 1;
        state.idleSince = performance.now();
      };
    },
    close() {
      clearInterval(sweep);
      for (const socket of open.keys()) socket.close(goingAway, 'stopping');
      const cut = setTimeout(() => {
        for (const socket of open.keys()) socket.terminate();
      }, limits.closeMs);
      cut.unref();
    },
  };
}
