// `npm run bench -- slow-viewers`: 1,000 viewers of whom half stop reading, in turns with 1,000 who all read: the others feel nothing, the appliance's
// memory stays, and who reads again is up to date.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Position } from '../domain/facts.ts';
import { createScope, type Scope } from '../testing/scope.ts';
import { clientMessageToBytes, protocolVersion } from '../wire/client-to-server.ts';
import { bytesToServerMessage } from '../wire/server-to-client.ts';
import { formatTopic } from '../wire/topics.ts';
import { askProcess } from './ask-process.ts';
import type { SlowViewersAnswer, SlowViewersOrder } from './slow-viewers.ts';
import { openSide, type Shot, type TrialMemory, type TrialPlan } from './trial-side.ts';
import { compareTurns, type MemoryFigures, memoryFigures, type TurnPair, type TurnRatio, takeTurns } from './turns.ts';

export interface SlowViewersOptions {
  readonly minutes: number;
  /** Half of them stop reading. */
  readonly viewers: number;
  /** Of these, whose buffers are full. */
  readonly flooded: number;
  readonly progress: (line: string) => void;
}

export interface SlowViewersResult {
  readonly minutes: number;
  readonly screens: TurnRatio;
  readonly saved: TurnRatio;
  readonly memory: { readonly without: MemoryFigures; readonly slow: MemoryFigures };
  readonly slow: SlowViewersAnswer;
}

const shape = { tablets: 60, archersPerTablet: 4, endsPerSecond: 60, seconds: 4, whistleEverySeconds: 0, seed: 1 };
/** So many that who reads nothing is not yet cut off as silent. */
const pairs = 6;

const viewersFile = join(import.meta.dirname, 'slow-viewers.ts');
const boardUrl = ({ place: { realtimeOrigin } }: Shot) => `${realtimeOrigin}/board`;
const topicsOf = ({ place: { competition, categories } }: Shot) =>
  categories.map((category) => formatTopic({ kind: 'leaderboard', competition, category }));

/** Where each topic is now, as a newcomer is told. */
function positionsNow(url: string, topics: readonly string[]): Promise<readonly (readonly [string, Position])[]> {
  const found = new Map<string, Position>();
  const socket = new WebSocket(url);
  const { promise, resolve, reject } = Promise.withResolvers<readonly (readonly [string, Position])[]>();
  socket.on('error', reject);
  socket.on('open', () => {
    socket.send(clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials: undefined }));
    for (const topic of topics) socket.send(clientMessageToBytes({ kind: 'subscribe', topic, since: undefined }));
  });
  socket.on('message', (bytes) => {
    const message = bytesToServerMessage(bytes as Buffer);
    if (message.kind === 'snapshot') found.set(message.topic, message.at);
    if (found.size < topics.length) return;
    socket.close();
    resolve([...found]);
  });
  return promise;
}

const order = (child: ChildProcess, wanted: SlowViewersOrder) => askProcess<SlowViewersAnswer>(child, wanted);

function openOrder(shot: Shot, count: number, keepsReading: boolean): SlowViewersOrder {
  return { kind: 'open', url: boardUrl(shot), topics: topicsOf(shot), count, keepsReading };
}

function worse(one: SlowViewersAnswer, other: SlowViewersAnswer): SlowViewersAnswer {
  return {
    open: Math.min(one.open, other.open),
    resynced: Math.min(one.resynced, other.resynced),
    mostKept: Math.max(one.mostKept, other.mostKept),
    gaps: one.gaps + other.gaps,
    upToDate: Math.min(one.upToDate, other.upToDate),
  };
}

export async function trySlowViewers(options: SlowViewersOptions): Promise<SlowViewersResult> {
  const scope = createScope();
  try {
    return await runTrial(scope, options);
  } finally {
    await scope.close();
  }
}

async function runTrial(scope: Scope, options: SlowViewersOptions): Promise<SlowViewersResult> {
  const { minutes, viewers, flooded, progress } = options;
  const folder = mkdtempSync(join(tmpdir(), 'tenring-slow-'));
  scope.after(() => rmSync(folder, { recursive: true, force: true }));
  const [reading, stopped] = [viewers - Math.floor(viewers / 2), Math.floor(viewers / 2)];
  const plan: TrialPlan = { shape, turns: pairs + 1, viewers: reading };
  const without = await openSide(scope, { folder, name: 'without', plan });
  const slow = await openSide(scope, { folder, name: 'slow', plan });
  const taken: TurnPair[] = [];
  const memory = { without: [] as TrialMemory[], slow: [] as TrialMemory[] };
  let seen: SlowViewersAnswer | undefined;
  const began = performance.now();
  const minutesGone = () => (performance.now() - began) / 60_000;
  for (let block = 0; block < 2 || minutesGone() < minutes; block += 1) {
    const [all, half] = [await without.begin(), await slow.begin()];
    const [readers, child] = [fork(viewersFile), fork(viewersFile)];
    try {
      await order(readers, openOrder(all, stopped, true));
      await order(child, openOrder(half, stopped, false));
      await order(child, { kind: 'flood', count: flooded });
      taken.push(...(await takeTurns(pairs, without.turn, slow.turn)));
      memory.without.push(await without.memory());
      memory.slow.push(await slow.memory());
      const until = await positionsNow(boardUrl(half), topicsOf(half));
      const answer = await order(child, { kind: 'read', until });
      seen = seen ? worse(seen, answer) : answer;
      await order(child, { kind: 'close' });
    } finally {
      for (const each of [readers, child]) each.kill('SIGKILL');
    }
    const { appMegabytes, heaps } = memory.slow.at(-1) ?? {};
    progress(
      `${minutesGone().toFixed(1)} min: screens ${JSON.stringify(compareTurns(taken.slice(-pairs), 'screenP99'))}, ${appMegabytes} MB, heaps ${JSON.stringify(heaps)}, who reads again: ${JSON.stringify(seen)}`,
    );
  }
  if (!seen) throw new Error('Nobody read again');
  return {
    minutes: Number(minutesGone().toFixed(1)),
    screens: compareTurns(taken, 'screenP99'),
    saved: compareTurns(taken, 'ackP99'),
    memory: { without: memoryFigures(memory.without), slow: memoryFigures(memory.slow) },
    slow: seen,
  };
}
