// One run of redis-server: started in a session of its own, so that Ctrl-C in a terminal reaches the appliance and not it.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { askRedis } from './ask-redis.ts';
import type { SidecarPlaces } from './places.ts';

export interface ServerProcess {
  readonly pid: number | undefined;
  /** The last lines that it wrote. */
  readonly output: readonly string[];
  /** How it ended, in words. */
  readonly ended: Promise<string>;
  /** True once it answers, with everything loaded; false when it ended before that. */
  becameReady(): Promise<boolean>;
  /** SIGTERM, then SIGKILL. */
  stop(): Promise<void>;
}

const keptLines = 30;
const pollMs = 15;
const stopMs = 10_000;
const lastWordsMs = 100;

export function startServer(serverPath: string, places: SidecarPlaces, log: Log, clock: Clock): ServerProcess {
  const child = spawn(serverPath, [places.confPath], {
    cwd: places.folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
  });
  const output: string[] = [];
  let isOver = false;
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`it cannot be started: ${error.message}`));
    let lastWords: NodeJS.Timeout | undefined;
    function over(code: number | null, signal: NodeJS.Signals | null) {
      clearTimeout(lastWords);
      resolve(signal ? `ended by ${signal}` : `ended with exit code ${code}`);
    }
    child.on('close', over);
    // A fork that rewrites the append-only file may hold the pipes open for long.
    child.on('exit', (...how) => {
      lastWords = setTimeout(over, lastWordsMs, ...how);
    });
  }).then((how) => {
    isOver = true;
    process.off('exit', endWithUs);
    return how;
  });
  for (const stream of [child.stdout, child.stderr]) onLines(stream, keep);
  // An appliance that stops at a defect takes its Redis along; kill -9 is handled at the next start.
  function endWithUs() {
    child.kill('SIGTERM');
  }
  process.on('exit', endWithUs);

  function keep(line: string) {
    log.debug({ pid: child.pid }, `redis-server: ${line}`);
    output.push(line);
    if (output.length > keptLines) output.shift();
  }

  async function endsWithin(milliseconds: number): Promise<boolean> {
    const limit = new AbortController();
    const late = clock.sleep(milliseconds, limit.signal).then(
      () => false,
      () => true,
    );
    const inTime = await Promise.race([ended.then(() => true), late]);
    limit.abort(new Error('ended'));
    return inTime;
  }

  return {
    pid: child.pid,
    output,
    ended,
    async becameReady() {
      while (!isOver) {
        if ((await askRedis(places.socketPath, 'PING', 1_000)) === 'PONG') return !isOver;
        await clock.sleep(pollMs);
      }
      return false;
    },
    async stop() {
      child.kill('SIGTERM');
      if (await endsWithin(stopMs)) return;
      log.warn({ pid: child.pid }, 'redis-server does not end: killing it');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function onLines(stream: ChildProcess['stdout'], take: (line: string) => void) {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') take(line);
  });
}
