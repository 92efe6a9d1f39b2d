// Viewers of boards: each follows one and measures how long a score took from the tablet to here. Viewers of one board get the same
// bytes, so a frame is read once and found by its beginning for the others.
import { setMaxListeners } from 'node:events';
import { backoffMs } from '../../kit/backoff.ts';
import { type Clock, systemClock } from '../../kit/clock.ts';
import { clientMessageToBytes, protocolVersion } from '../../wire/client-to-server.ts';
import { findCloseCode } from '../../wire/codes.ts';
import { bytesToServerMessage } from '../../wire/server-to-client.ts';
import type { OpenSocket, TabletSocket } from '../simulated-tablet.ts';
import { openLoadSocket } from './load-socket.ts';

export interface SeenScore {
  readonly entry: number;
  readonly end: number;
}

export interface ViewersOptions {
  /** `ws://host:port/board` */
  readonly url: string;
  /** What they follow; a viewer takes the next one each time. */
  readonly topics: readonly string[];
  readonly count: number;
  /** Each score on each screen, with when this screen asked for its board: it is shown what was scored before, too. */
  readonly onScore: (score: SeenScore, askedAtMs: number) => void;
  readonly clock?: Clock;
  readonly openSocket?: OpenSocket;
}

export interface Viewers {
  /** Resolves when all have been shown their board; rejects when the signal comes. */
  ready(signal: AbortSignal): Promise<void>;
  readonly connected: number;
  /** How often one was cut off. */
  readonly lost: number;
  /** Boards sent whole to somebody who had one already: it was too slow for what changed. */
  readonly resyncs: number;
  /** As many leave, and others come. */
  replace(count: number): void;
  close(): void;
}

/** Topic and position are in it. */
const keyBytes = 96;
const mostFrames = 2_000;
const atOnce = 100;
const lookMs = 20;
const again = { firstMs: 500, limitMs: 5_000, random: Math.random };
const hello = clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials: undefined });

function createFrameReader(): (bytes: Uint8Array) => readonly SeenScore[] | 'board' {
  const known = new Map<string, readonly SeenScore[] | 'board'>();

  function read(bytes: Uint8Array): readonly SeenScore[] | 'board' {
    const message = bytesToServerMessage(bytes);
    if (message.kind === 'snapshot') return 'board';
    return message.kind === 'delta' && message.body.kind === 'leaderboard' ? message.body.scores : [];
  }

  return (bytes) => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(keyBytes, bytes.byteLength)).toString('latin1');
    const found = known.get(key);
    if (found) return found;
    const scores = read(bytes);
    const [oldest] = known.keys();
    if (known.size >= mostFrames && oldest !== undefined) known.delete(oldest);
    known.set(key, scores);
    return scores;
  };
}

interface Viewer {
  readonly topic: string;
  socket: TabletSocket | undefined;
  attempt: number;
  askedAtMs: number;
  hasBoard: boolean;
  hasLeft: boolean;
}

export function openViewers({
  url,
  topics,
  count,
  onScore,
  clock = systemClock,
  openSocket = openLoadSocket,
}: ViewersOptions): Viewers {
  const readFrame = createFrameReader();
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let viewers: Viewer[] = [];
  let [made, lost, resyncs] = [0, 0, 0];

  function hear(viewer: Viewer, bytes: Uint8Array): void {
    const seen = readFrame(bytes);
    if (seen === 'board') {
      if (viewer.hasBoard) resyncs += 1;
      viewer.hasBoard = true;
      viewer.attempt = 0;
    } else if (viewer.hasBoard) for (const score of seen) onScore(score, viewer.askedAtMs);
  }

  function connect(viewer: Viewer): void {
    const subscribe = clientMessageToBytes({ kind: 'subscribe', topic: viewer.topic, since: undefined });
    const mine = openSocket(url, {
      opened: () => {
        mine.send(hello);
        mine.send(subscribe);
        viewer.askedAtMs = performance.now();
      },
      heard: (bytes) => {
        if (viewer.socket === mine) hear(viewer, bytes);
      },
      closed: (code) => {
        if (viewer.socket === mine) lose(viewer, code);
      },
    });
    viewer.socket = mine;
  }

  function lose(viewer: Viewer, code: number): void {
    if (viewer.hasLeft || stopping.signal.aborted) return;
    lost += 1;
    viewer.socket = undefined;
    viewer.hasBoard = false;
    if (findCloseCode(code).next === 'reload') return;
    const wait = backoffMs(viewer.attempt, again);
    viewer.attempt += 1;
    clock.sleep(wait, stopping.signal).then(
      () => (viewer.hasLeft ? undefined : connect(viewer)),
      () => undefined,
    );
  }

  function come(): void {
    const topic = topics[made % topics.length] ?? '';
    made += 1;
    const viewer = { topic, socket: undefined, attempt: 0, askedAtMs: 0, hasBoard: false, hasLeft: false };
    viewers.push(viewer);
    connect(viewer);
  }

  function leave(viewer: Viewer): void {
    viewer.hasLeft = true;
    viewer.socket?.close();
  }

  const connected = () => viewers.reduce((sum, { hasBoard }) => sum + (hasBoard ? 1 : 0), 0);

  return {
    async ready(signal) {
      while (viewers.length < count) {
        const goal = Math.min(count, viewers.length + atOnce);
        while (viewers.length < goal) come();
        while (connected() < goal) await clock.sleep(lookMs, signal);
      }
    },
    get connected() {
      return connected();
    },
    get lost() {
      return lost;
    },
    get resyncs() {
      return resyncs;
    },
    replace(leaving) {
      if (stopping.signal.aborted) return;
      for (const viewer of viewers.slice(0, leaving)) leave(viewer);
      viewers = viewers.slice(leaving);
      for (let more = 0; more < leaving; more += 1) come();
    },
    close() {
      stopping.abort(new Error('the viewers go home'));
      for (const viewer of viewers) leave(viewer);
    },
  };
}
