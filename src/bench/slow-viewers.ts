// Viewers that stop reading, in a process of their own: each follows all boards, reads the first snapshots, then nothing until it is told to. Some
// first ask for so many snapshots that the system's own buffers are full: over loopback these take some 4 MB of each socket, which scores would not
// fill in hours. A phone's take a few hundred kilobytes.
import WebSocket from 'ws';
import type { Position } from '../domain/facts.ts';
import { clientMessageToBytes, protocolVersion } from '../wire/client-to-server.ts';
import { bytesToServerMessage } from '../wire/server-to-client.ts';

export type SlowViewersOrder =
  | OpenOrder
  /** So many of them fill their buffers. */
  | { readonly kind: 'flood'; readonly count: number }
  /** All read again, until each knows every topic up to there. */
  | { readonly kind: 'read'; readonly until: readonly (readonly [topic: string, at: Position])[] }
  | { readonly kind: 'close' };

interface OpenOrder {
  readonly kind: 'open';
  readonly url: string;
  readonly topics: readonly string[];
  readonly count: number;
  /** As who does not, to compare with: they read on, and look at nothing. */
  readonly keepsReading: boolean;
}

export interface SlowViewersAnswer {
  readonly open: number;
  /** That were given a snapshot after they read again. */
  readonly resynced: number;
  /** Most deltas that were kept for one of them. */
  readonly mostKept: number;
  /** Deltas that did not follow on what was there. */
  readonly gaps: number;
  /** That know everything. */
  readonly upToDate: number;
}

interface Viewer {
  readonly socket: WebSocket;
  readonly known: Map<string, Position>;
  readonly keepsReading: boolean;
  isReading: boolean;
  snapshots: number;
  deltas: number;
  gaps: number;
}

/** Of the smallest boards this is more than any buffer. */
const floodRounds = 400;
const readWithinMs = 60_000;
const hello = clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials: undefined });
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let viewers: Viewer[] = [];
let topics: readonly string[] = [];

function askForAll({ socket }: Viewer) {
  for (const topic of topics) socket.send(clientMessageToBytes({ kind: 'subscribe', topic, since: undefined }));
}

function hear(viewer: Viewer, bytes: Uint8Array) {
  if (viewer.keepsReading && viewer.known.size === topics.length) return;
  const message = bytesToServerMessage(bytes);
  if (message.kind === 'snapshot') {
    viewer.known.set(message.topic, message.at);
    if (viewer.isReading) viewer.snapshots += 1;
    else if (viewer.known.size === topics.length && !viewer.keepsReading) viewer.socket.pause();
  } else if (message.kind === 'delta') {
    const known = viewer.known.get(message.topic);
    if (viewer.isReading && viewer.snapshots === 0) viewer.deltas += 1;
    // What a snapshot has already is passed over (live/fan-out.ts).
    if (!known || message.to <= known.seq) return;
    if (known.epoch !== message.epoch || known.seq !== message.from) viewer.gaps += 1;
    viewer.known.set(message.topic, { epoch: message.epoch, seq: message.to });
  }
}

async function open({ url, count, keepsReading }: OpenOrder): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const counts = { snapshots: 0, deltas: 0, gaps: 0 };
    const viewer: Viewer = { socket, known: new Map(), keepsReading, isReading: false, ...counts };
    viewers.push(viewer);
    socket.on('message', (bytes) => hear(viewer, bytes as Buffer));
    socket.on('open', () => {
      socket.send(hello);
      askForAll(viewer);
    });
    socket.on('error', () => socket.terminate());
    if (made % 50 === 49) await wait(50);
  }
  while (viewers.some(({ known }) => known.size < topics.length)) await wait(20);
}

async function flood(count: number): Promise<void> {
  for (let round = 0; round < floodRounds; round += 1) {
    for (const viewer of viewers.slice(0, count)) askForAll(viewer);
    await wait(5);
  }
}

async function read(until: readonly (readonly [string, Position])[]): Promise<void> {
  const isUpToDate = ({ known }: Viewer) => until.every(([topic, { seq }]) => (known.get(topic)?.seq ?? -1) >= seq);
  for (const viewer of viewers) {
    viewer.isReading = true;
    viewer.socket.resume();
  }
  const began = performance.now();
  while (!viewers.every(isUpToDate) && performance.now() - began < readWithinMs) await wait(50);
  upToDate = viewers.filter(isUpToDate).length;
}
let upToDate = 0;

function answer(): SlowViewersAnswer {
  return {
    open: viewers.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length,
    resynced: viewers.filter(({ snapshots }) => snapshots > 0).length,
    mostKept: Math.max(0, ...viewers.map(({ deltas }) => deltas)),
    gaps: viewers.reduce((sum, { gaps }) => sum + gaps, 0),
    upToDate,
  };
}

async function obey(order: SlowViewersOrder): Promise<void> {
  if (order.kind === 'open') {
    topics = order.topics;
    await open(order);
  } else if (order.kind === 'flood') await flood(order.count);
  else if (order.kind === 'read') await read(order.until);
  else {
    for (const { socket } of viewers) socket.terminate();
    viewers = [];
  }
}

process.on('message', (order: SlowViewersOrder) => {
  obey(order).then(
    () => process.send?.(answer()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
