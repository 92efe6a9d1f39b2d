// Tries the packaged executable. The demo must run, its pages and its live thread must answer, arrows must reach a leaderboard, and Ctrl-C must
// end everything; a second one must follow by https, and have what the first one had when that is killed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchJson, runPackaged, startPackaged, until } from './packaged-program.mjs';

const deadlineMs = 60_000;

async function hasArrows(origin) {
  const [competition] = await fetchJson(`${origin}/api/competitions`);
  for (const { code } of competition?.categories ?? []) {
    const { rows } = await fetchJson(`${origin}/api/competitions/${competition.id}/leaderboards/${code}`);
    if (rows.some(({ arrows }) => arrows > 0)) return true;
  }
  return false;
}

async function tryDemo(executable, data) {
  const demo = startPackaged(executable, data, ['--demo', '--demo-minutes', '1']);
  try {
    const [origin] = (await demo.ready()).origins;
    for (const page of ['/', '/desk', '/tablet', '/board', '/api/docs']) {
      const answer = await fetch(origin + page);
      if (answer.status !== 200) throw new Error(`${page} answers ${answer.status}`);
    }
    await until('an arrow of the demo on a leaderboard', deadlineMs, () => hasArrows(origin));
    const pdf = runPackaged(executable, ['print', 'riverside', 'listByName', '-o', '-', '--data', data]);
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('A list that was printed is no PDF');
    await demo.interrupt();
  } finally {
    await demo.kill();
  }
}

/** A killed one leaves its Redis, which would go with the next start in its folder. */
function endRedisOf(folder) {
  process.kill(Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
}

async function tryStandby(executable, folders) {
  const tls = ['--tls', '--tls-port', '0', '--tls-realtime-port', '0'];
  const primary = startPackaged(executable, folders.primary, tls);
  let standby;
  try {
    const [origin] = (await primary.ready()).secureOrigins;
    runPackaged(executable, ['events', 'new', 'Package Cup', '--data', folders.primary]);
    const code = String(runPackaged(executable, ['standby', 'code', '--data', folders.primary])).trim();
    standby = startPackaged(executable, folders.standby, [...tls, '--follow', origin, '--follow-code', code]);
    const { standbyOf } = await standby.ready();
    if (standbyOf !== origin) throw new Error(`It follows ${standbyOf}, not ${origin}`);
    await until('the standby has everything', deadlineMs, () => {
      const list = JSON.parse(runPackaged(executable, ['standby', 'list', '--json', '--data', folders.primary]));
      return list.some(({ seenAt, behind }) => seenAt !== null && behind === 0);
    });
    await primary.kill();
    endRedisOf(folders.primary);
    const tookOver = standby.ready();
    runPackaged(executable, ['promote', '--json', '--data', folders.standby]);
    const [competition] = await fetchJson(`${(await tookOver).origins[0]}/api/competitions`);
    if (competition?.name !== 'Package Cup') throw new Error('The standby took over without the competition');
    await standby.interrupt();
  } finally {
    await Promise.all([primary.kill(), standby?.kill()]);
  }
}

export async function tryPackage(executable, version) {
  const said = String(runPackaged(executable, ['--version'])).trim();
  if (said !== version) throw new Error(`--version says ${JSON.stringify(said)}, not ${version}`);
  const base = mkdtempSync(join(tmpdir(), 'tenring-package-'));
  try {
    await tryDemo(executable, join(base, 'demo'));
    await tryStandby(executable, { primary: join(base, 'primary'), standby: join(base, 'standby') });
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
