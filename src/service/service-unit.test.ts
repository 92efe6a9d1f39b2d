// The unit that install writes: judged by systemd's own tools where they are, and the files put into a folder and taken out again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError, readConfig } from '../config/config.ts';
import { install, placeForExecutable, places, remove } from './install.ts';
import { readSettingsFile, serviceFiles } from './unit-file.ts';

const template = readFileSync(resolve(import.meta.dirname, '..', '..', 'systemd', 'tenring.service'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tenring-unit-'));
after(() => rmSync(folder, { recursive: true }));

const filesFor = (flags = {}, executable = '/usr/bin/true') =>
  serviceFiles({ template, executable, settingsPath: places.settings, flags });

test('settings are read by the service as they were given', () => {
  const flags = { port: '80', backupTo: '/media/my "best" stick', allowedHosts: ['a.example', 'b.example'], tls: true };
  const { settings, unit } = filesFor(flags);
  // As systemd.exec(5) reads an EnvironmentFile: double quotes, with backslashes inside.
  const lines = settings.split('\n').filter((line) => line.startsWith('TENRING_'));
  const environment = Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^(\w+)="(.*)"$/.exec(line) ?? [];
      return [name, value.replace(/\\(.)/g, '$1')];
    }),
  );
  assert.deepEqual(readConfig({}, environment), readConfig(flags, {}));
  assert.match(unit, /^ReadWritePaths=.* "-\/media\/my \\"best\\" stick"$/m);
});

test('an update without flags keeps the settings, and the rights that go with them', () => {
  const kept = readSettingsFile(filesFor({ port: 80, backupTo: '/media/a "b" \\ c' }).settings);
  assert.deepEqual(kept, { TENRING_PORT: '80', TENRING_BACKUP_TO: '/media/a "b" \\ c' });
  const { unit } = serviceFiles({
    template,
    executable: '/usr/bin/true',
    settingsPath: places.settings,
    flags: {},
    kept,
  });
  assert.match(unit, /^AmbientCapabilities=CAP_NET_BIND_SERVICE$/m);
  assert.match(unit, /^ReadWritePaths=.*media/m);
  assert.deepEqual(readSettingsFile('# TENRING_PORT=1\nTENRING_PORT=81\nOTHER=2\n'), { TENRING_PORT: '81' });
});

test('the account at Pusher is read by systemd, and a folder to publish into may be written to', () => {
  const { unit } = filesFor({ pusherFile: '/etc/pusher keys', publishTo: '/srv/www/results' });
  assert.match(unit, /^ExecStart=.* start --pusher-file %d\/pusher$/m);
  assert.match(unit, /^LoadCredential="pusher:\/etc\/pusher keys"$/m);
  assert.match(unit, /^ReadWritePaths=.* -\/srv\/www\/results$/m);
  assert.doesNotMatch(filesFor({ publishTo: 'https://club.example/live' }).unit, /club/);
});

test('a certificate of one’s own is read by systemd, whoever owns it', () => {
  const { unit } = filesFor({ tlsCert: '/home/club/cert.pem', tlsKey: '/home/club/key.pem' });
  assert.match(unit, /^ExecStart=\/usr\/bin\/true start --tls-cert %d\/tls-cert --tls-key %d\/tls-key$/m);
  assert.match(unit, /^LoadCredential=tls-key:\/home\/club\/key\.pem$/m);
  assert.doesNotMatch(filesFor().unit, /LoadCredential/);
});

test('ports below 1024 need a right, and nothing else gets one', () => {
  assert.match(filesFor({ port: 80 }).unit, /^AmbientCapabilities=CAP_NET_BIND_SERVICE$/m);
  const { unit } = filesFor();
  assert.doesNotMatch(unit, /AmbientCapabilities/);
  assert.match(unit, /^CapabilityBoundingSet=$/m);
});

test('what a service cannot have is said', () => {
  assert.throws(() => filesFor({ data: '/srv/x' }), ConfigError);
  assert.throws(() => filesFor({ port: 'eighty' }), ConfigError);
  assert.throws(() => filesFor({ promote: true }), /--promote is for one start and not for the service/);
  assert.throws(() => filesFor({ forcePrimary: true }), ConfigError);
  assert.match(filesFor({ follow: '192.168.1.5' }).settings, /^TENRING_FOLLOW="192\.168\.1\.5"$/m);
});

test('an executable in a home folder, which the service cannot see, is copied', () => {
  assert.equal(placeForExecutable('/home/club/tenring'), places.executable);
  assert.equal(placeForExecutable('/tmp/tenring'), places.executable);
  assert.equal(placeForExecutable('/opt/tenring/tenring'), '/opt/tenring/tenring');
});

test('installed, installed again over changed settings, removed: data and settings stay', () => {
  const root = join(folder, 'root');
  const data = join(root, places.data, 'tenring.db');
  mkdirSync(join(root, places.data), { recursive: true });
  writeFileSync(data, 'scores');
  const from = join(folder, 'tenring');
  writeFileSync(from, 'the program');
  const asked: string[] = [];
  const control = (...words: readonly string[]) => void asked.push(words.join(' '));
  const wish = { root, from, executable: places.executable, ...filesFor({ port: 80 }), replaceSettings: false };

  assert.deepEqual(install(wish, control), { keptSettings: false });
  assert.equal(readFileSync(join(root, places.executable), 'utf8'), 'the program');
  assert.equal(statSync(join(root, places.executable)).mode & 0o777, 0o755);
  assert.equal(statSync(join(root, places.settings)).mode & 0o777, 0o600);
  writeFileSync(join(root, places.settings), 'TENRING_PORT="81"\n');
  assert.deepEqual(install(wish, control), { keptSettings: true });
  assert.equal(readFileSync(join(root, places.settings), 'utf8'), 'TENRING_PORT="81"\n');
  assert.deepEqual(install({ ...wish, replaceSettings: true }, control), { keptSettings: false });
  assert.match(readFileSync(join(root, places.settings), 'utf8'), /TENRING_PORT="80"/);

  assert.equal(remove(root, control), true);
  assert.equal(existsSync(join(root, places.unit)), false);
  assert.equal(readFileSync(data, 'utf8'), 'scores');
  assert.ok(existsSync(join(root, places.settings)));
  assert.equal(remove(root, control), false);
  const enable = `--root ${root} enable tenring.service`;
  assert.deepEqual(asked, [enable, enable, enable, `--root ${root} disable tenring.service`]);
});

test('by the command: a fake systemctl is asked in order, and its refusal is the command’s', () => {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'systemctl'),
    `#!/bin/sh\necho "$@" >> ${join(folder, 'asked')}\n[ ! -e ${join(folder, 'refuse')} ]\n`,
    {
      mode: 0o755,
    },
  );
  const root = join(folder, 'image');
  const main = resolve(import.meta.dirname, '..', 'main.ts');
  const service = (...words: readonly string[]) =>
    spawnSync(process.execPath, [main, 'service', ...words], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    });
  const flags = ['--root', root, '--executable', '/bin/sh'];

  const dry = service('install', ...flags, '--dry-run', '--port', '8080');
  assert.equal(dry.status, 0, dry.stderr);
  assert.match(dry.stdout, /TENRING_PORT="8080"/);
  assert.equal(existsSync(root), false);
  const made = service('install', ...flags);
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stderr, /keeps everything in \/var\/lib\/tenring/);
  assert.equal(readFileSync(join(folder, 'asked'), 'utf8'), `--root ${root} enable tenring.service\n`);
  writeFileSync(join(folder, 'refuse'), '');
  const refused = service('remove', '--root', root);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /systemctl .*disable tenring\.service/);
  assert.ok(existsSync(join(root, places.unit)), 'still there, to be removed again');
});

const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;
const skip = !hasAnalyze && 'NOT TESTED: no systemd-analyze here';

for (const [what, flags] of [
  ['usual ports', {}],
  ['port 80', { port: 80 }],
  ['own certificate', { tlsCert: '/home/club/cert.pem', tlsKey: '/home/club/key.pem' }],
] as const) {
  test(`systemd finds no fault with the unit, and little exposure (${what})`, { skip }, () => {
    const path = join(folder, 'tenring.service');
    writeFileSync(path, filesFor(flags).unit);
    const verified = spawnSync('systemd-analyze', ['verify', '--recursive-errors=no', path], { encoding: 'utf8' });
    assert.deepEqual([verified.status, verified.stderr], [0, '']);
    const judged = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', '--no-pager', path], {
      encoding: 'utf8',
    });
    assert.equal(judged.status, 0, judged.stdout);
  });
}
