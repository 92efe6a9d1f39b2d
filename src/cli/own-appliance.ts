// An appliance of a command's own: the same program in a process beside it, on loopback and free ports, in a folder that goes with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lockDataFolder } from '../archive/data-folder-lock.ts';
import { isPackaged, programFile } from '../kit/installation.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { CommandError } from './command-error.ts';
import { findControlClient } from './control-client.ts';

export interface OwnAppliance {
  readonly client: ApplianceClient;
  readonly folder: string;
  readonly pid: number;
  readonly origin: string;
  readonly realtimePort: number;
  /** Also after it has ended by itself. */
  close(): Promise<void>;
  /** Resolves when it ends by itself, with its last words. */
  readonly ended: Promise<string>;
}

const endMs = 15_000;
const keptWords = 2_000;

/** The same disk as the club's data, and nothing of them. What an earlier, killed one has left there goes. */
function makeFolder(beside: string, prefix: string): string {
  for (const name of readdirSync(beside)) {
    if (!name.startsWith(prefix)) continue;
    const lock = lockDataFolder(join(beside, name));
    if (lock.kind !== 'locked') continue;
    lock.release();
    rmSync(join(beside, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(beside, prefix));
}

function start(folder: string, nodeFlags: readonly string[], settings: readonly string[]): ChildProcess {
  const flags = ['--data', folder, '--host', '127.0.0.1', '--port', '0', '--realtime-port', '0', '--mdns', 'off'];
  const program = isPackaged ? [] : [...nodeFlags, programFile];
  // Settings of the club are for its own appliance.
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('TENRING_') || name === 'TENRING_REDIS_SERVER',
  );
  return spawn(process.execPath, [...program, 'start', '--json', '--log-level', 'warn', ...flags, ...settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for the command, which stops it in order.
    detached: true,
    // pkg would otherwise start it as plain Node.
    env: { ...Object.fromEntries(own), PKG_EXECPATH: '' },
  });
}

/** One that a killed appliance has left: the folder is gone in a moment, and no next start would find it. */
function endRedis(folder: string): void {
  try {
    const pid = Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8').trim());
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)) process.kill(pid, 'SIGKILL');
  } catch (error) {
    // None is left, as a rule.
    if (!(error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))) throw error;
  }
}

/** Rejects with CommandError when it does not start. `nodeFlags` are for a program that runs from source, `settings` flags of `start`. */
export async function openOwnAppliance(
  beside: string,
  prefix: string,
  nodeFlags: readonly string[] = [],
  settings: readonly string[] = [],
): Promise<OwnAppliance> {
  const folder = makeFolder(beside, prefix);
  const child = start(folder, nodeFlags, settings);
  let words = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    words = (words + bytes.toString()).slice(-keptWords);
  });
  const exited = once(child, 'exit');
  const ended = exited.then(() => lastWords(words));

  async function close(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
      child.kill('SIGTERM');
      await exited;
      clearTimeout(timer);
    }
    endRedis(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  try {
    const { realtimePort, origins } = await readyOf(child, ended);
    const client = await findControlClient(folder);
    if (!client) throw new CommandError('failed', `The appliance of this test does not answer: ${words.trim()}`);
    return { client, folder, pid: child.pid ?? 0, origin: origins[0] ?? '', realtimePort, close, ended };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Its own sentence, or of a stack trace what went wrong. */
function lastWords(words: string): string {
  const lines = words.trim().split('\n');
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? (lines.at(-1) ?? '').replace(/^tenring: /, '');
}

interface Ready {
  readonly origins: readonly string[];
  readonly realtimePort: number;
}

async function readyOf(child: ChildProcess, ended: Promise<string>): Promise<Ready> {
  if (!child.stdout) throw new CommandError('failed', 'The appliance of this test cannot be heard.');
  const first = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const line = await Promise.race([first, ended.then(() => undefined)]);
  if (line === undefined) throw new CommandError('failed', `The appliance of this test did not start: ${await ended}`);
  return JSON.parse(line);
}
