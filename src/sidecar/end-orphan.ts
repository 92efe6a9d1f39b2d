// A redis-server that outlived a killed appliance: it has all that was acknowledged on disk, so it is ended and ours started in its place.
// Nothing is killed that is not surely ours.
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { askRedis } from './ask-redis.ts';
import type { SidecarPlaces } from './places.ts';

const answerMs = 2_000;
const endMs = 15_000;
const stepMs = 20;

/** Throws when another server uses our socket, or when the orphan does not end. */
export async function endOrphan(places: SidecarPlaces, log: Log, clock: Clock): Promise<void> {
  const pid = (await pidBySocket(places)) ?? pidByFile(places);
  if (pid !== undefined) {
    log.warn({ pid }, 'a redis-server of a killed appliance is still running: ending it');
    await end(pid, clock);
  }
  rmSync(places.socketPath, { force: true });
  rmSync(places.pidPath, { force: true });
}

async function pidBySocket({ socketPath, confPath }: SidecarPlaces): Promise<number | undefined> {
  const info = await askRedis(socketPath, 'INFO server', answerMs);
  if (info === undefined) return undefined;
  // INFO gives bytes, the name may be UTF-8.
  const config = Buffer.from(/^config_file:(.*?)\r?$/m.exec(info)?.[1] ?? '', 'latin1').toString('utf8');
  const pid = Number(/^process_id:(\d+)/m.exec(info)?.[1]);
  if (config !== confPath || !(pid > 1)) throw new Error(`Another server answers on ${socketPath}`);
  return pid;
}

/** For one that does not answer. The folder that it works in and its name say whether the number is still its own. */
function pidByFile({ folder, pidPath }: SidecarPlaces): number | undefined {
  const pid = Number(readIfThere(pidPath)?.trim());
  if (!(pid > 1)) return undefined;
  const name = readIfThere(`/proc/${pid}/comm`) ?? '';
  return /redis|valkey/.test(name) && workingFolderOf(pid) === folder ? pid : undefined;
}

async function end(pid: number, clock: Clock): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    const until = clock.now() + endMs;
    while (clock.now() < until) {
      if (!isRunning(pid)) return;
      await clock.sleep(stepMs);
    }
  }
  throw new Error(`The redis-server with process id ${pid} does not end`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Ended, and its parent has not asked yet.
  return !/^State:\s+Z/m.test(readIfThere(`/proc/${pid}/status`) ?? '');
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
