// The live thread by itself: a main thread that writes down what it hears, and does what a test tells it to.

import type { Live, LiveListeners } from '../live/live.ts';
import { openLive } from '../live/live-worker.ts';
import type { LiveOptions } from '../live/messages.ts';
import type { ClientMessage } from '../wire/client-to-server.ts';
import { serverMessageToBytes } from '../wire/server-to-client.ts';
import { connectLive, type LiveClient } from './live-client.ts';

export const liveOptions: LiveOptions = {
  host: '127.0.0.1',
  port: 0,
  version: '9.9.9',
  allowedHosts: ['scores.example'],
  maxTopicsPerSocket: 3,
  maxCommandsUnderWay: 4,
  backpressureLimitBytes: 64 * 1024,
};
export const credentials = { competition: 'c1', device: 'tablet-7', token: 'secret' };
export const board = 'leaderboard/c1/RM';
export const epoch = 'e1';

type Said = {
  readonly [K in keyof LiveListeners]: readonly [kind: K, ...said: Parameters<LiveListeners[K]>];
}[keyof LiveListeners];

export class BareLive {
  readonly heard: Said[] = [];
  live!: Live;
  #wake: (() => void) | undefined;
  readonly #clients: LiveClient[] = [];

  async open(changed: Partial<LiveOptions> = {}): Promise<void> {
    const note = (...said: Said) => {
      this.heard.push(said);
      this.#wake?.();
    };
    this.live = await openLive(
      { ...liveOptions, ...changed },
      {
        greet: (...said) => note('greet', ...said),
        commands: (...said) => note('commands', ...said),
        gone: (...said) => note('gone', ...said),
        watched: (...said) => note('watched', ...said),
        unwatched: (...said) => note('unwatched', ...said),
        snapshotWanted: (...said) => note('snapshotWanted', ...said),
        published: (...said) => note('published', ...said),
        certificateRefused: (...said) => note('certificateRefused', ...said),
        failed: (...said) => note('failed', ...said),
      },
    );
  }

  /** Waits for the first thing of this kind that was not taken yet. */
  async hear<K extends Said[0]>(kind: K): Promise<Parameters<LiveListeners[K]>> {
    for (;;) {
      const index = this.heard.findIndex(([what]) => what === kind);
      if (index >= 0) {
        const [found] = this.heard.splice(index, 1);
        return found?.slice(1) as Parameters<LiveListeners[K]>;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async connect(path: '/scoring' | '/board'): Promise<LiveClient> {
    const client = await connectLive(this.live.port, path);
    this.#clients.push(client);
    return client;
  }

  async viewer(): Promise<LiveClient> {
    const client = await this.connect('/board');
    client.hello();
    await client.next('welcome');
    return client;
  }

  async tablet(): Promise<{ readonly client: LiveClient; readonly socket: number }> {
    const client = await this.connect('/scoring');
    client.hello(credentials);
    const [socket] = await this.hear('greet');
    this.live.greet(socket, { butt: 12 });
    await client.next('welcome');
    return { client, socket };
  }

  snapshot(seq: number, name = '', topic = board): void {
    this.live.snapshot({ topic, epoch, seq, frame: snapshotFrame(seq, name, topic) });
  }

  delta(from: number, to: number): void {
    this.live.delta({ topic: board, epoch, from, to, frame: deltaFrame(from, to) });
  }

  async close(): Promise<void> {
    for (const { socket } of this.#clients) socket.terminate();
    await this.live.close();
  }
}

function snapshotFrame(seq: number, competitionName: string, topic: string): Uint8Array {
  const head = {
    competitionName,
    category: 'RM',
    categoryName: '',
    roundName: '',
    roundId: '',
    tieBreak: [],
    arrows: 72,
  };
  const body = { kind: 'leaderboard', leaderboard: { head, rows: [] } } as const;
  return serverMessageToBytes({ kind: 'snapshot', topic, at: { epoch, seq }, body });
}

export function deltaFrame(from: number, to: number): Uint8Array {
  const scores = [{ entry: to, total: to, counts: [], arrows: 1, end: 1, endArrows: [] }];
  return serverMessageToBytes({
    kind: 'delta',
    topic: board,
    epoch,
    from,
    to,
    body: { kind: 'leaderboard', scores, rows: [] },
  });
}

export function subscribe(since?: number, topic = board): ClientMessage {
  return { kind: 'subscribe', topic, since: since === undefined ? undefined : { epoch, seq: since } };
}

export function shoot(id: number): ClientMessage {
  const commandId = id.toString(16).padStart(32, '0');
  return {
    kind: 'command',
    commandId,
    command: { kind: 'scoreArrows', entry: 3, end: 1, first: 0, arrows: ['X', '9', 'M'] },
  };
}
