// The load of the score-to-screen bench, in a process of its own: 250 tablets that send ends, 1,000 viewers that wait for them. Every
// viewer of a board gets the same bytes, so a frame is decoded once and looked up by its beginning for the others.
import WebSocket from 'ws';
import type { ScoreArrows } from '../domain/commands.ts';
import { clientMessageToBytes, type DeviceCredentials, protocolVersion } from '../wire/client-to-server.ts';
import { createCommandId } from '../wire/command-id.ts';
import { bytesToServerMessage } from '../wire/server-to-client.ts';
import { formatTopic } from '../wire/topics.ts';
import { type Latency, latencyOf } from './statistics.ts';

export interface LoadTablet {
  readonly credentials: DeviceCredentials;
  /** Entries of its butt. */
  readonly entries: readonly number[];
}

export interface LoadPlan {
  readonly realtimePort: number;
  readonly competition: string;
  readonly categories: readonly string[];
  readonly tablets: readonly LoadTablet[];
  readonly viewers: number;
  readonly endsPerSecond: number;
  readonly seconds: number;
  /** The first end to send, so that a second load goes on after the first. */
  readonly firstEnd: number;
}

export interface LoadResult {
  readonly ack: Latency;
  readonly screen: Latency;
  readonly sent: number;
  readonly rejected: number;
  readonly deferred: number;
  /** CPU that the load itself took: near 1 core means that it, not the appliance, was the limit. */
  readonly cpuSeconds: number;
}

const arrows: ScoreArrows['arrows'] = ['10', '9', '9', '8', '8', '7'];
const keyBytes = 96;

async function run(plan: LoadPlan): Promise<LoadResult> {
  const ackMs: number[] = [];
  const screenMs: number[] = [];
  const sentAtById = new Map<string, number>();
  const sentAtByEnd = new Map<string, number>();
  const framesSeen = new Map<string, readonly number[]>();
  let [rejected, deferred] = [0, 0];
  const origin = `ws://127.0.0.1:${plan.realtimePort}`;

  function open(path: string, hello: DeviceCredentials | undefined, onMessage: (bytes: Buffer, at: number) => void) {
    return new Promise<WebSocket>((resolve, reject) => {
      const socket = new WebSocket(origin + path, { perMessageDeflate: false });
      socket.on('error', reject);
      socket.on('open', () =>
        socket.send(clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials: hello })),
      );
      socket.once('message', () => resolve(socket));
      socket.on('message', (bytes) => onMessage(bytes as Buffer, performance.now()));
    });
  }

  function sendTimesIn(bytes: Buffer): readonly number[] {
    const key = bytes.toString('latin1', 0, keyBytes);
    const seen = framesSeen.get(key);
    if (seen) return seen;
    const message = bytesToServerMessage(bytes);
    const times: number[] = [];
    if (message.kind === 'delta' && message.body.kind === 'leaderboard') {
      for (const { entry, end } of message.body.scores) {
        const sentAt = sentAtByEnd.get(`${entry}/${end}`);
        if (sentAt !== undefined) times.push(sentAt);
      }
    }
    framesSeen.set(key, times);
    return times;
  }

  for (let start = 0; start < plan.viewers; start += 100) {
    const some = Array.from({ length: Math.min(100, plan.viewers - start) }, async (_, offset) => {
      const category = plan.categories[(start + offset) % plan.categories.length] ?? '';
      const socket = await open('/board', undefined, (bytes, at) => {
        for (const sentAt of sendTimesIn(bytes)) screenMs.push(at - sentAt);
      });
      const topic = formatTopic({ kind: 'leaderboard', competition: plan.competition, category });
      socket.send(clientMessageToBytes({ kind: 'subscribe', topic, since: undefined }));
    });
    await Promise.all(some);
  }
  const tablets = await Promise.all(
    plan.tablets.map(async (tablet) => {
      const socket = await open('/scoring', tablet.credentials, (bytes, at) => {
        const message = bytesToServerMessage(bytes);
        if (message.kind === 'ack') ackMs.push(at - (sentAtById.get(message.commandId) ?? at));
        else if (message.kind === 'rejection') rejected += 1;
        else if (message.kind === 'deferral') deferred += 1;
      });
      return { socket, entries: tablet.entries };
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));

  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const total = plan.endsPerSecond * plan.seconds;
  let sent = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * plan.endsPerSecond));
      for (; sent < due; sent += 1) {
        const turn = Math.floor(sent / tablets.length);
        const tablet = tablets[sent % tablets.length];
        const entry = tablet?.entries[turn % tablet.entries.length];
        if (!tablet || entry === undefined) continue;
        const end = plan.firstEnd + Math.floor(turn / tablet.entries.length);
        const commandId = createCommandId();
        const now = performance.now();
        sentAtById.set(commandId, now);
        sentAtByEnd.set(`${entry}/${end}`, now);
        const command = { kind: 'scoreArrows', entry, end, first: 0, arrows } as const;
        tablet.socket.send(clientMessageToBytes({ kind: 'command', commandId, command }));
      }
      if (sent === total) {
        clearInterval(timer);
        setTimeout(resolve, 1_000);
      }
    }, 1);
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    ack: latencyOf(ackMs),
    screen: latencyOf(screenMs),
    sent,
    rejected,
    deferred,
    cpuSeconds: (user + system) / 1e6,
  };
}

process.once('message', (plan: LoadPlan) => {
  run(plan).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
