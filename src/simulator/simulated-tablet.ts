// A tablet without a screen: keeps every command until it is answered, over a real WebSocket that may break at any time, and sends what it was
// acknowledged again to an appliance that greets it in another epoch. What to do after a close or a deferral comes from the tables of
// wire/codes.ts, as for the real one.
import { setMaxListeners } from 'node:events';
import type { ScoringCommand } from '../domain/commands.ts';
import type { Position } from '../domain/facts.ts';
import { backoffMs } from '../kit/backoff.ts';
import { type Clock, systemClock } from '../kit/clock.ts';
import { clientMessageToBytes, type DeviceCredentials, protocolVersion } from '../wire/client-to-server.ts';
import { type CloseCode, closeCodes, findCloseCode, type NextStep } from '../wire/codes.ts';
import { createCommandId } from '../wire/command-id.ts';
import { bytesToServerMessage, type RejectionNote, type ServerMessage } from '../wire/server-to-client.ts';

export interface SocketListeners {
  opened(): void;
  heard(bytes: Uint8Array): void;
  /** Once, also when it never opened. */
  closed(code: number): void;
}

export interface TabletSocket {
  send(bytes: Uint8Array): void;
  close(): void;
}

export type OpenSocket = (url: string, listeners: SocketListeners) => TabletSocket;

export type Answer =
  | { readonly kind: 'saved'; readonly commandId: string; readonly at: Position }
  | { readonly kind: 'rejected'; readonly commandId: string; readonly rejection: RejectionNote }
  /** The tablet stopped before an answer came: whether the command took effect is not known. */
  | { readonly kind: 'unanswered'; readonly commandId: string };

export interface SimulatedTabletOptions {
  /** `ws://host:port/scoring` */
  readonly url: string;
  readonly credentials: DeviceCredentials;
  readonly openSocket?: OpenSocket;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Commands on their way at once. */
  readonly window?: number;
  /** How many of the last acknowledged commands it could send again (a real one: 300). */
  readonly ackedLimit?: number;
  /** With nothing heard for so long while commands are on their way, the connection is given up. */
  readonly answerDeadlineMs?: number;
  /** Every saved and rejected command, once. */
  readonly onAnswer?: (answer: Answer) => void;
}

export interface SimulatedTablet {
  /** Kept and sent again, with the same id, until it is answered. The same id twice is sent twice, and has one answer. */
  submit(command: ScoringCommand, commandId?: string): Promise<Answer>;
  readonly unanswered: number;
  /** How many were acknowledged once and had to be sent again. */
  readonly sentAgain: number;
  readonly connected: boolean;
  /** Resolves when the tablet is stopped, or when it can only go on with a person's help: with that close code. */
  readonly stopped: Promise<CloseCode | undefined>;
  close(): void;
}

function aboutOf(command: ScoringCommand): string {
  return 'entry' in command ? `${command.entry}` : `${command.event}/${command.match}`;
}

interface Kept {
  readonly commandId: string;
  /** Whose card, or which match: commands about the same thing keep their order. */
  readonly about: string;
  readonly bytes: Uint8Array;
  readonly answer: Promise<Answer>;
  readonly answered: (answer: Answer) => void;
  /** waiting: may be sent; sent: on its way; deferred: not before its time. */
  state: 'waiting' | 'sent' | 'deferred';
  /** Where it was acknowledged last. */
  saved?: Position;
}

const reconnects: Readonly<Record<Exclude<NextStep, 'askPerson' | 'reload'>, { firstMs: number; limitMs: number }>> = {
  reconnect: { firstMs: 200, limitMs: 5000 },
  reconnectLater: { firstMs: 1000, limitMs: 10_000 },
};

/** The runtime's own WebSocket, as browsers have it. */
export const openWebSocket: OpenSocket = (url, { opened, heard, closed }) => {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', opened);
  socket.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer) heard(new Uint8Array(data));
  });
  socket.addEventListener('close', ({ code }) => closed(code));
  return {
    send: (bytes) => socket.send(Uint8Array.from(bytes)),
    close: () => socket.close(),
  };
};

export function openSimulatedTablet({
  url,
  credentials,
  openSocket = openWebSocket,
  clock = systemClock,
  random = Math.random,
  window = 8,
  ackedLimit = 60,
  answerDeadlineMs = 15_000,
  onAnswer = () => undefined,
}: SimulatedTabletOptions): SimulatedTablet {
  const outbox = new Map<string, Kept>();
  /** Acknowledged, in the order of their submission. */
  const acked = new Map<string, Kept>();
  let sentAgain = 0;
  let standbys: readonly string[] = [];
  /** Counts failures before a welcome: the appliances are tried one after the other. */
  let turn = 0;
  const stopping = new AbortController();
  // One waits for each deferred command.
  setMaxListeners(0, stopping.signal);
  const ended = Promise.withResolvers<CloseCode | undefined>();
  let socket: TabletSocket | undefined;
  let welcomed = false;
  let attempt = 0;
  let heardAt = 0;
  let watching = false;

  function connect(): void {
    if (stopping.signal.aborted) return;
    const mine = openSocket(addressNow(), {
      opened: () => mine.send(clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials })),
      heard: (bytes) => {
        if (socket === mine) hear(bytesToServerMessage(bytes));
      },
      closed: (code) => {
        if (socket === mine) lose(findCloseCode(code));
      },
    });
    socket = mine;
    heardAt = clock.now();
    watch();
  }

  function addressNow(): string {
    const other = turn % (standbys.length + 1);
    if (other === 0) return url;
    const { protocol, pathname } = new URL(url);
    return `${protocol}//${standbys[other - 1]}${pathname}`;
  }

  function lose(close: CloseCode): void {
    const isElsewhere = turn % (standbys.length + 1) > 0;
    if (!welcomed) turn += 1;
    socket = undefined;
    welcomed = false;
    for (const kept of outbox.values()) if (kept.state === 'sent') kept.state = 'waiting';
    if (stopping.signal.aborted) return;
    const isFinal = close.next === 'askPerson' || close.next === 'reload';
    if (isFinal && !isElsewhere) {
      stop(close);
      return;
    }
    const pace = close.next === 'reconnectLater' ? reconnects.reconnectLater : reconnects.reconnect;
    const wait = backoffMs(attempt, { ...pace, random });
    attempt += 1;
    later(wait, connect);
  }

  function hear(message: ServerMessage): void {
    heardAt = clock.now();
    if (message.kind === 'welcome') {
      welcomed = true;
      attempt = 0;
      greeted(message);
    } else if (message.kind === 'ack') {
      settle({ kind: 'saved', commandId: message.commandId, at: message.at });
    } else if (message.kind === 'rejection') {
      refuse(message.commandId, message.rejection);
    } else if (message.kind === 'deferral') {
      defer(message.commandId, message.retryAfterMs);
    }
    sendWaiting();
  }

  function greeted({ at, standbys: known = [] }: Extract<ServerMessage, { kind: 'welcome' }>): void {
    if (turn % (standbys.length + 1) === 0) {
      standbys = known;
      turn = 0;
    }
    if (!at) return;
    const isBeyond = ({ saved }: Kept) => saved && (saved.epoch !== at.epoch || saved.seq > at.seq);
    const lost = [...acked.values()].filter(isBeyond);
    if (lost.length === 0) return;
    // Before what is new.
    const fresh = [...outbox.values()];
    outbox.clear();
    for (const kept of lost) acked.delete(kept.commandId);
    for (const kept of lost) kept.state = 'waiting';
    for (const kept of [...lost, ...fresh]) outbox.set(kept.commandId, kept);
    sentAgain += lost.length;
  }

  function settle(answer: Answer): void {
    const kept = outbox.get(answer.commandId);
    if (!kept) return;
    outbox.delete(answer.commandId);
    const isNews = kept.saved === undefined;
    if (answer.kind === 'saved') acked.set(answer.commandId, Object.assign(kept, { saved: answer.at }));
    while (acked.size > ackedLimit) acked.delete(acked.keys().next().value ?? '');
    if (!isNews && answer.kind === 'saved') return;
    onAnswer(answer);
    kept.answered(answer);
  }

  /** What comes too early only because an earlier command of the same archer was deferred or lost is no mistake: it goes behind that one. */
  function refuse(commandId: string, rejection: RejectionNote): void {
    const kept = outbox.get(commandId);
    if (kept && rejection.code === 'endOutOfOrder' && isBehindAnother(kept)) kept.state = 'waiting';
    else settle({ kind: 'rejected', commandId, rejection });
  }

  function isBehindAnother(kept: Kept): boolean {
    for (const other of outbox.values()) {
      if (other === kept) return false;
      if (other.about === kept.about) return true;
    }
    return false;
  }

  function defer(commandId: string, retryAfterMs: number): void {
    const kept = outbox.get(commandId);
    if (!kept) return;
    kept.state = 'deferred';
    later(Math.max(retryAfterMs, 50), () => {
      if (kept.state === 'deferred') kept.state = 'waiting';
      sendWaiting();
    });
  }

  /** In the order of submission, and commands about one thing never past one that has to wait. */
  function sendWaiting(): void {
    if (!welcomed) return;
    const held = new Set<string>();
    let underWay = [...outbox.values()].filter((kept) => kept.state === 'sent').length;
    for (const kept of outbox.values()) {
      if (kept.state === 'deferred') held.add(kept.about);
      if (kept.state !== 'waiting' || held.has(kept.about)) continue;
      if (underWay >= window) break;
      kept.state = 'sent';
      underWay += 1;
      socket?.send(kept.bytes);
    }
    watch();
  }

  function expectsAnswer(): boolean {
    return socket !== undefined && (!welcomed || [...outbox.values()].some((kept) => kept.state === 'sent'));
  }

  /** Notices a connection that is open and dead: looks once per deadline while an answer is due. */
  function watch(): void {
    if (watching || !expectsAnswer()) return;
    watching = true;
    const since = clock.now();
    later(answerDeadlineMs, () => {
      watching = false;
      if (expectsAnswer() && heardAt <= since) {
        const dead = socket;
        lose(closeCodes.lost);
        dead?.close();
      }
      watch();
    });
  }

  function later(milliseconds: number, then: () => void): void {
    clock.sleep(milliseconds, stopping.signal).then(then, () => undefined);
  }

  function stop(close?: CloseCode): void {
    if (stopping.signal.aborted) return;
    stopping.abort();
    socket?.close();
    socket = undefined;
    welcomed = false;
    const left = [...outbox.values()];
    outbox.clear();
    for (const { answered, commandId } of left) answered({ kind: 'unanswered', commandId });
    ended.resolve(close);
  }

  connect();
  return {
    submit(command, commandId = createCommandId(clock.now())) {
      if (stopping.signal.aborted) return Promise.resolve({ kind: 'unanswered', commandId });
      const kept = outbox.get(commandId);
      if (kept) {
        if (kept.state === 'sent') socket?.send(kept.bytes);
        return kept.answer;
      }
      const { promise: answer, resolve: answered } = Promise.withResolvers<Answer>();
      const bytes = clientMessageToBytes({ kind: 'command', commandId, command });
      outbox.set(commandId, { commandId, about: aboutOf(command), bytes, answer, answered, state: 'waiting' });
      sendWaiting();
      return answer;
    },
    get unanswered() {
      return outbox.size;
    },
    get sentAgain() {
      return sentAgain;
    },
    get connected() {
      return welcomed;
    },
    stopped: ended.promise,
    close: () => stop(),
  };
}
