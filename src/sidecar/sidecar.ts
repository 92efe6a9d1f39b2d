// Tenring's own Redis: a supervised child process on a unix socket in the data folder. Started first, restarted when it dies, stopped last.
import { chmodSync, writeFileSync } from 'node:fs';
import { sizesFor } from '../config/sizes.ts';
import { thisMachine } from '../config/this-machine.ts';
import { backoffMs } from '../kit/backoff.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { endOrphan } from './end-orphan.ts';
import { makePlaces, type SidecarPlaces } from './places.ts';
import { redisConf } from './redis-conf.ts';
import { type Damage, isAboutDamage, repairAppendOnly } from './repair-append-only.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { syncJournal } from './sync-journal.ts';

export interface SidecarState {
  readonly kind: 'starting' | 'up' | 'down';
  readonly why: string;
}

export interface SidecarOptions {
  /** The data folder: everything is in its subfolder `redis`. */
  readonly folder: string;
  readonly serverPath: string;
  /** An eighth of the machine, at most 2,500, by default. */
  readonly maxMemoryMegabytes?: number | undefined;
  readonly log: Log;
  readonly clock: Clock;
}

export interface Sidecar {
  /** What the journal connects to. */
  readonly connection: { readonly path: string };
  readonly state: SidecarState;
  readonly pid: number | undefined;
  /** Damaged append-only files met by this run, and what was done: for a person to see. */
  readonly damages: readonly Damage[];
  onState(listener: (state: SidecarState) => void): void;
  close(): Promise<void>;
}

/** Redis does not run, and trying again has not helped: the message says why, in its own words. */
export class SidecarError extends Error {
  override readonly name = 'SidecarError';
}

const restart = { firstMs: 50, limitMs: 5_000 };
const firstStartAttempts = 4;
/** A run this long was a good one: the next failure begins to count anew. */
const goodRunMs = 10_000;

/** Resolves when Redis answers with everything loaded. Throws SidecarError when it does not come up at first. */
export async function openSidecar(options: SidecarOptions): Promise<Sidecar> {
  const { folder, serverPath, log, clock, maxMemoryMegabytes = sizesFor(thisMachine()).redisMegabytes } = options;
  const places = prepare(folder, maxMemoryMegabytes);
  await endOrphan(places, log, clock).catch((error: unknown) => {
    throw new SidecarError(messageOf(error), { cause: error });
  });

  const listeners: ((state: SidecarState) => void)[] = [];
  const damages: Damage[] = [];
  const stopping = new AbortController();
  let state: SidecarState = { kind: 'starting', why: 'starting' };
  let server: ServerProcess | undefined;
  let wasUp = false;

  function become(kind: SidecarState['kind'], why: string) {
    state = { kind, why };
    for (const listener of listeners) listener(state);
  }

  /** One run, to its end: in words, how it ended. */
  async function run(): Promise<{ readonly how: string; readonly upMs: number }> {
    become('starting', wasUp ? 'starting again' : 'starting');
    server = undefined;
    const before = await unsynced();
    if (before !== undefined || stopping.signal.aborted) return { how: before ?? 'is not started', upMs: 0 };
    server = startServer(serverPath, places, log, clock);
    let upAt: number | undefined;
    if (await server.becameReady()) {
      // Before anybody writes to what a first start has made.
      const after = await unsynced();
      if (after !== undefined) {
        await server.stop();
        return { how: after, upMs: 0 };
      }
      upAt = clock.now();
      wasUp = true;
      log.info({ pid: server.pid, socket: places.socketPath }, 'redis-server is up');
      become('up', '');
    }
    const how = await server.ended;
    return { how, upMs: upAt === undefined ? 0 : clock.now() - upAt };
  }

  /** Why the disk cannot be relied on; undefined when it can. */
  async function unsynced(): Promise<string | undefined> {
    try {
      await syncJournal(places.folder);
      return undefined;
    } catch (error) {
      return `is not relied on, because the disk does not keep its files: ${messageOf(error)}`;
    }
  }

  /** False when there is nothing to repair, or the disk does not allow it now. */
  async function repaired(output: readonly string[]): Promise<boolean> {
    if (damages.length >= 2 || !isAboutDamage(output)) return false;
    try {
      const damage = await repairAppendOnly(places.folder, serverPath, clock.now(), damages.length);
      damages.push(damage);
      log.error({ ...damage, output }, 'the append-only file was damaged: the archive fills in what it has');
      return true;
    } catch (error) {
      log.error({ error: messageOf(error) }, 'the append-only file is damaged and cannot be repaired now');
      return false;
    }
  }

  async function supervise(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const { how, upMs } = await run();
      if (stopping.signal.aborted) return;
      const output = [...(server?.output ?? [])];
      failures = upMs >= goodRunMs ? 0 : failures + 1;
      const why = `redis-server ${how}${upMs > 0 || server === undefined ? '' : `: ${wordsOf(output)}`}`;
      become('down', why);
      if (upMs === 0 && (await repaired(output))) continue;
      log.error({ failures, output }, why);
      if (!wasUp && failures >= firstStartAttempts) throw new SidecarError(why);
      await clock.sleep(backoffMs(Math.max(0, failures - 1), restart), stopping.signal).catch(() => undefined);
    }
  }

  const supervision = supervise();
  const isUp = new Promise<void>((resolve) => {
    listeners.push(({ kind }) => {
      if (kind === 'up') resolve();
    });
  });
  // After the first time up it ends with close() only: a rejection then is a defect, and the process must hear of it.
  await Promise.race([isUp, supervision]);

  return {
    connection: { path: places.socketPath },
    get state() {
      return state;
    },
    get pid() {
      return server?.pid;
    },
    damages,
    onState: (listener) => {
      listeners.push(listener);
    },
    async close() {
      stopping.abort(new Error('stopping'));
      await server?.stop();
      await supervision;
      become('down', 'stopped');
    },
  };
}

function prepare(folder: string, maxMemoryMegabytes: number): SidecarPlaces {
  try {
    const places = makePlaces(folder);
    writeFileSync(places.confPath, redisConf({ ...places, maxMemoryMegabytes }), { mode: 0o600 });
    chmodSync(places.folder, 0o700);
    return places;
  } catch (error) {
    throw new SidecarError(`The data folder cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Redis's last word, without its prefix of process id and date. */
function wordsOf(output: readonly string[]): string {
  const line = output.at(-1) ?? 'it said nothing';
  return line.replace(/^\d+:\w+ .*? [.*#-] /, '');
}
