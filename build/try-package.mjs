// Tries the packaged executable as a club would get it: no environment, no Node, no Redis. The demo must run, its pages and its live thread
// must answer, arrows must reach a leaderboard, and Ctrl-C must end everything.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const deadlineMs = 60_000;

async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function waitForArrows(origin) {
  const until = Date.now() + deadlineMs;
  while (Date.now() < until) {
    const [competition] = await fetchJson(`${origin}/api/competitions`);
    for (const { code } of competition?.categories ?? []) {
      const { rows } = await fetchJson(`${origin}/api/competitions/${competition.id}/leaderboards/${code}`);
      if (rows.some(({ arrows }) => arrows > 0)) return;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The demo ran, but no arrow reached a leaderboard');
}

export async function tryPackage(executable, version) {
  const said = execFileSync(executable, ['--version'], { encoding: 'utf8', env: {}, cwd: '/' }).trim();
  if (said !== version) throw new Error(`--version says ${JSON.stringify(said)}, not ${version}`);
  const data = mkdtempSync(join(tmpdir(), 'tenring-package-'));
  const flags = [
    '--json',
    '--demo',
    '--demo-minutes',
    '1',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--realtime-port',
    '0',
  ];
  const child = spawn(executable, ['start', '--data', data, ...flags], {
    env: {},
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes) => {
    errors += bytes;
  });
  const ended = once(child, 'exit');
  try {
    const [line] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      ended.then(([code]) => Promise.reject(new Error(`It ended with code ${code}: ${errors}`))),
    ]);
    const [origin] = JSON.parse(line).origins;
    for (const page of ['/', '/desk', '/tablet', '/board', '/api/docs']) {
      const answer = await fetch(origin + page);
      if (answer.status !== 200) throw new Error(`${page} answers ${answer.status}`);
    }
    await waitForArrows(origin);
    const pdf = execFileSync(executable, ['print', 'riverside', 'listByName', '-o', '-', '--data', data], {
      env: {},
      cwd: '/',
    });
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('A list that was printed is no PDF');
    child.kill('SIGINT');
    const [code] = await ended;
    if (code !== 0) throw new Error(`Ctrl-C ended it with code ${code}: ${errors}`);
  } finally {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}
