// The packaged executable as a child process, as a club would start it: no environment, no Node, no Redis.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Its ports are the system's choice, on loopback, and nothing is announced. */
const quiet = ['--json', '--host', '127.0.0.1', '--port', '0', '--realtime-port', '0', '--mdns', 'off'];

export function startPackaged(executable, data, flags) {
  const child = spawn(executable, ['start', '--data', data, ...quiet, ...flags], {
    env: {},
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes) => {
    errors += bytes;
  });
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit');
  return {
    /** What it says of itself, each time that it is ready. */
    async ready() {
      const [line] = await Promise.race([
        once(lines, 'line'),
        ended.then(([code]) => Promise.reject(new Error(`It ended with code ${code}: ${errors}`))),
      ]);
      return JSON.parse(line);
    },
    async interrupt() {
      child.kill('SIGINT');
      const [code] = await ended;
      if (code !== 0) throw new Error(`Ctrl-C ended it with code ${code}: ${errors}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export function runPackaged(executable, args) {
  return execFileSync(executable, args, { env: {}, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Asks twice a second. */
export async function until(what, deadlineMs, isSo) {
  const end = Date.now() + deadlineMs;
  while (Date.now() < end) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`Never: ${what}`);
}
