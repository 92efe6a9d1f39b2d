// The unit in the hands of a real systemd, hardened as installed: becomes ready, is watched, is started again when its Redis hangs, stops in
// order. It runs in namespaces of its own, which wants root, a systemd of this machine and a
// checkout that PrivateTmp does not hide: asked for by TENRING_REAL_SYSTEMD=1, elsewhere it is skipped, and says so.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceFiles } from './unit-file.ts';

const root = resolve(import.meta.dirname, '..', '..');
const systemd = '/lib/systemd/systemd';
const cgroups = '/sys/fs/cgroup/systemd';
const missing = [
  ...(process.env.TENRING_REAL_SYSTEMD === '1' ? [] : ['TENRING_REAL_SYSTEMD=1']),
  ...(process.getuid?.() === 0 ? [] : ['root']),
  ...[systemd, `${cgroups}/cgroup.procs`].filter((path) => !existsSync(path)),
  ...(spawnSync('unshare', ['-p', '-f', '-m', '-C', '-n', 'true']).status === 0 ? [] : ['unshare']),
];

const probe = `
exec > /run/out/probe.log 2>&1
until_() { for i in $(seq 80); do "$@" && return; sleep 0.25; done; echo "never: $*"; }
restarted() { [ "$(systemctl show tenring -p NRestarts --value)" != 0 ]; }
show() { systemctl show tenring -p ActiveState,StatusText,NRestarts | tr '\\n' ' '; echo; }
until_ systemctl --quiet is-active tenring
show
pid=$(systemctl show tenring -p MainPID --value)
grep -E '^(Uid|CapEff|NoNewPrivs)' /proc/$pid/status | tr -s '\\t\\n' ' '; echo
sleep 4
show
kill -STOP $(cat /var/lib/private/tenring/redis/redis.pid)
until_ restarted
until_ systemctl --quiet is-active tenring
show
systemctl stop tenring
show
pgrep redis-server && echo left behind
touch /run/out/done
`;

/** As process 1 ends, everything in its namespaces does. */
async function underSystemd(unit: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-systemd-'));
  const cgroup = join(cgroups, `tenring-test-${process.pid}`);
  const out = join(folder, 'out');
  try {
    mkdirSync(out);
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'unit'), unit);
    writeFileSync(join(out, 'probe.sh'), probe);
    mkdirSync(cgroup);
    const inner = join(root, 'src', 'testing', 'real-systemd.sh');
    const words = ['-p', '-f', '-m', '-C', '-n', '-i', '-u', '--kill-child', 'sh', inner];
    const begin = `echo $$ > ${cgroup}/cgroup.procs; exec unshare ${words.join(' ')}`;
    const child = spawn('sh', ['-c', begin], {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, OUT: out, UNIT: join(folder, 'unit') },
    });
    const exited = once(child, 'exit');
    for (let tries = 0; tries < 240 && !existsSync(join(out, 'done')) && child.exitCode === null; tries += 1)
      await sleep(250);
    child.kill('SIGKILL');
    await exited;
    return readFileSync(join(out, 'probe.log'), 'utf8').trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (let tries = 0; tries < 20 && existsSync(cgroup); tries += 1) {
      spawnSync('rmdir', [
        ...['system.slice/tenring.service', 'system.slice/probe.service', 'system.slice', 'init.scope'].map((each) =>
          join(cgroup, each),
        ),
        cgroup,
      ]);
      await sleep(100);
    }
    if (existsSync(cgroup)) rmdirSync(cgroup);
  }
}

test('ready when it is, alive while it is, begun again when its Redis hangs, stopped in order', {
  skip: missing.length > 0 && `NOT TESTED: this wants ${missing.join(', ')}`,
}, async () => {
  const template = readFileSync(join(root, 'systemd', 'tenring.service'), 'utf8');
  const { unit } = serviceFiles({ template, executable: process.execPath, settingsPath: '/run/none', flags: {} });
  const redis = process.env.TENRING_REDIS_SERVER;
  const here = unit
    .replace(/^ExecStart=.*$/m, `ExecStart=${process.execPath} ${join(root, 'src', 'main.ts')} start --mdns off`)
    .replace(/^Environment=/m, `Environment=${redis ? `TENRING_REDIS_SERVER=${redis} ` : ''}`);
  const [ready, rights, alive, again, stopped, ...others] = await underSystemd(here);
  assert.match(
    ready ?? '',
    /StatusText=Ready at http.* NRestarts=0 ActiveState=active|ActiveState=active.*NRestarts=0/,
  );
  assert.match(rights ?? '', /CapEff: 0000000000000000 NoNewPrivs: 1/);
  assert.doesNotMatch(rights ?? '', /Uid: 0 /);
  assert.match(alive ?? '', /NRestarts=0/, 'longer than the watchdog waits');
  assert.match(again ?? '', /NRestarts=1/);
  assert.match(again ?? '', /StatusText=Ready/);
  assert.match(stopped ?? '', /ActiveState=inactive/);
  assert.match(stopped ?? '', /StatusText=Stopping/);
  assert.deepEqual(others, [], 'no Redis is left, and nothing was waited for in vain');
});
