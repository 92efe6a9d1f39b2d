// The real program: backed up while tablets score, restored into new and used folders, and what was there kept.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendRecords } from '../archive/append-records.ts';
import { checkBackup, unpackBackup } from '../backup/read-backup.ts';
import { readTail } from '../backup/read-tail.ts';
import { exitCodes } from '../config/exit-codes.ts';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { openSimulatedTablet } from '../simulator/simulated-tablet.ts';
import { temporaryFolder } from '../testing/data-folder.ts';
import { type DeskClient, openDesk } from '../testing/desk-client.ts';
import { readArchive } from '../testing/read-archive.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from '../testing/run-appliance.ts';
import { runCommand } from '../testing/run-command.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';

const password = 'correct horse battery';
const folder = createDataFolder();
const path = (...parts: readonly string[]) => join(folder.path, ...parts);
const args = ['--mdns', 'off', '--tls', '--tls-port', '0', '--tls-realtime-port', '0'];
const butts = [1, 2, 3, 4, 5, 6, 7, 8];
const letters = ['A', 'B', 'C', 'D'];
/** Each archer shoots that often: about 200 arrows a second in all. */
const everyMs = 150;
const csv = [
  'name,club,category,target',
  ...butts.flatMap((butt) => letters.map((letter) => `Archer ${butt}${letter},,RM,${butt}${letter}`)),
].join('\n');

let appliance: RunningAppliance;
let desk: DeskClient;
let id = '';
let whole = '';
const credentials: { readonly competition: string; readonly device: string; readonly token: string }[] = [];

before(async () => {
  appliance = await runAppliance({ dataFolder: path('data'), args });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const day = '2026-05-02';
  ({ id } = await desk.createCompetition({
    name: 'Backup Cup',
    venue: '',
    from: day,
    to: day,
    discipline: 'outdoor',
    ruleSetId: 'wa-2026',
  }));
  await desk.importCsv(id, csv);
  ({ id: whole } = await desk.request<{ id: string }>(
    'POST',
    '/api/competitions/import',
    competitionToDocument(wholeCompetition()),
  ));
  for (const butt of butts) {
    const { code } = await desk.joinCode(id, butt);
    const { device, token } = await desk.join(code, `Tablet ${butt}`);
    credentials.push({ competition: id, device, token });
  }
});
after(async () => {
  await appliance.kill();
  folder.remove();
});

const run = (...words: readonly string[]) => runCommand(words);

async function ok(...words: readonly string[]) {
  const done = await run(...words);
  assert.equal(done.code, exitCodes.ok, `${words.join(' ')}: ${done.said}`);
  return done;
}

const exportOf = (from: DeskClient, competition: string) =>
  from.request<object>('GET', `/api/competitions/${competition}/export`);

/** One less than a card holds: the last arrow is for after the restore. */
const lastShot = 71;
/** How many each archer has shot, by number. */
const shots = new Map<number, number>();

function arrowOf(entry: number, shot: number) {
  return { kind: 'scoreArrows', entry, end: Math.floor(shot / 6) + 1, first: shot % 6, arrows: ['9'] } as const;
}

test('while tablets score: whatever was saved by the moment that it names is in each file, and scoring goes on', async (t) => {
  /** When their tablets heard so. */
  const saved = new Map<string, number>();
  const tablets = credentials.map((each) =>
    openSimulatedTablet({
      url: `ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`,
      credentials: each,
      onAnswer: (answer) => {
        assert.equal(answer.kind, 'saved');
        if (answer.kind === 'saved') saved.set(answer.commandId, Date.now());
      },
    }),
  );
  t.after(() => {
    for (const tablet of tablets) tablet.close();
  });
  let isOver = false;
  async function score(tablet: (typeof tablets)[number], entry: number): Promise<void> {
    for (let shot = 0; shot < lastShot && !isOver; shot += 1) {
      await tablet.submit(arrowOf(entry, shot));
      shots.set(entry, shot + 1);
      await sleep(everyMs);
    }
  }
  const scoring = tablets.flatMap((tablet, index) =>
    letters.map((_, place) => score(tablet, letters.length * index + place + 1)),
  );
  try {
    while (saved.size < 10) await sleep(5);
    for (const name of ['first', 'second', 'third']) {
      const begun = { saved: [...saved.keys()], at: Date.now() };
      await ok('backup', path(`${name}.tenring`), '--data', path('data'));
      const unpacked = temporaryFolder(t);
      const backup = await checkBackup(path(`${name}.tenring`));
      await unpackBackup(backup, unpacked);
      await appendRecords(join(unpacked, 'tenring.db'), readTail(backup));
      const { completeAt } = backup.manifest;
      const before = [...saved].flatMap(([commandId, at]) => (at < completeAt ? commandId : []));
      assert.ok(completeAt > begun.at && begun.saved.every((commandId) => before.includes(commandId)));
      const effects = new Set(readArchive(unpacked, id).map(({ commandId }) => commandId));
      assert.deepEqual(
        before.filter((commandId) => !effects.has(commandId)),
        [],
        name,
      );
      assert.ok(saved.size > begun.saved.length, 'and scoring went on meanwhile');
    }
  } finally {
    isOver = true;
    await Promise.all(scoring);
  }
  assert.ok(saved.size > 10);
  assert.deepEqual(readdirSync(path('data', 'backup-under-way')), []);
});

test('over the network with the password; one event; nothing is overwritten; a wrong name is no backup', async () => {
  writeFileSync(path('password'), `${password}\n`);
  const there = ['--url', appliance.origin, '--password-file', path('password')];
  const { out } = await ok('backup', path('all.tenring'), ...there, '--json');
  assert.deepEqual(
    JSON.parse(out)
      .competitions.map((each: { readonly name: string }) => each.name)
      .toSorted(),
    ['Backup Cup', 'Piala Uji'],
  );
  await ok('backup', path('one.tenring'), ...there, '--event', 'backup');
  assert.deepEqual(
    (await checkBackup(path('one.tenring'))).manifest.competitions.map((each) => each.id),
    [id],
  );
  const twice = await run('backup', path('one.tenring'), ...there);
  assert.equal(twice.code, exitCodes.fileExists);
  assert.equal((await run('backup', path('none.tenring'), ...there, '--event', 'nonsense')).code, exitCodes.notFound);
  assert.equal((await run('backup', path('no', 'none.tenring'), ...there)).code, exitCodes.noFile);
  const named = await ok('backup', folder.path, '--data', path('data'));
  assert.match(named.out, /tenring-\d{8}-\d{6}\.tenring\n$/);
  assert.ok(existsSync(named.out.trim()));
});

test('into a folder in use: refused, and scoring goes on', async () => {
  const refused = await run('restore', path('all.tenring'), '--data', path('data'), '--yes');
  assert.equal(refused.code, exitCodes.inUse);
  assert.equal((await fetch(`${appliance.origin}/readyz`)).status, 200);
});

test('damaged, cut off, foreign: a sentence and a code each, and no folder is made', async () => {
  const copy = path('bad.tenring');
  const bytes = readFileSync(path('all.tenring'));
  writeFileSync(copy, bytes);
  truncateSync(copy, bytes.length - 7);
  for (const [content, words] of [
    [bytes.subarray(0, bytes.length - 7), /is cut off/],
    [Buffer.concat([bytes.subarray(0, 200), Buffer.from('x'), bytes.subarray(201)]), /is damaged/],
    [Buffer.from('a letter'), /is not a backup/],
  ] as const) {
    writeFileSync(copy, content);
    const refused = await run('restore', copy, '--data', path('never'), '--yes');
    assert.equal(refused.code, exitCodes.badFile);
    assert.match(refused.said, words);
  }
  assert.equal(
    (await run('restore', path('missing.tenring'), '--data', path('never'), '--yes')).code,
    exitCodes.noFile,
  );
  assert.equal((await run('restore', path('all.tenring'), '--data', path('never'), '--dry-run')).code, exitCodes.ok);
  assert.equal(existsSync(path('never')), false);
});

/** What devices are told to trust. */
const authorityOf = async ({ origin }: RunningAppliance) => (await fetch(`${origin}/trust/tenring-root.pem`)).text();

test('restored into a new folder: every competition byte for byte, the password, the paired tablets, what devices trust', async (t) => {
  await ok('backup', path('full.tenring'), '--data', path('data'));
  const documents = await Promise.all([id, whole].map((each) => exportOf(desk, each)));
  const authority = await authorityOf(appliance);
  assert.match(authority, /BEGIN CERTIFICATE/);
  await appliance.kill();
  await ok('restore', path('full.tenring'), '--data', path('new'), '--yes');
  appliance = await runAppliance({ dataFolder: path('new'), args });
  assert.equal(appliance.ready.deskCode, undefined);
  assert.equal(await authorityOf(appliance), authority);
  desk = await openDesk(appliance.origin, undefined, password);
  const again = await Promise.all([id, whole].map((each) => exportOf(desk, each)));
  assert.equal(JSON.stringify(again), JSON.stringify(documents));
  const [first] = credentials;
  assert.ok(first);
  const tablet = openSimulatedTablet({
    url: `ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`,
    credentials: first,
  });
  t.after(() => tablet.close());
  const { kind } = await tablet.submit(arrowOf(1, shots.get(1) ?? 0));
  assert.equal(kind, 'saved');
  assert.equal(await appliance.stop(), exitCodes.ok, appliance.log());
});

test('a folder that was killed: its last arrows are in the backup too; then an older state takes its place, and the newer one is kept', async () => {
  const { out } = await ok('backup', path('killed.tenring'), '--data', path('data'), '--json');
  const inFull = (await checkBackup(path('full.tenring'))).manifest.competitions;
  const heads = (all: readonly { readonly id: string; readonly head: string }[]) =>
    all.map((each) => [each.id, each.head]);
  assert.deepEqual(heads(JSON.parse(out).competitions), heads(inFull));
  await ok('restore', path('first.tenring'), '--data', path('data'), '--yes');
  const [aside = ''] = readdirSync(path('data')).filter((name) => name.startsWith('before-restore'));
  assert.equal(readArchive(path('data', aside), id).length, inFull.find((each) => each.id === id)?.seq);
  const older = (await checkBackup(path('first.tenring'))).manifest.competitions.find((each) => each.id === id);
  assert.equal(readArchive(path('data'), id).length, older?.seq);
});

test('one event beside others, and not over itself unless that is asked for', async () => {
  const source = ['restore', path('one.tenring'), '--data', path('others'), '--yes'];
  await ok('restore', path('full.tenring'), '--data', path('others'), '--event', whole, '--yes');
  await ok(...source);
  assert.equal((await run(...source)).code, exitCodes.fileExists);
  await ok(...source, '--replace');
  appliance = await runAppliance({ dataFolder: path('others'), args });
  assert.notEqual(appliance.ready.deskCode, undefined, 'an event brings no password');
  const listed: readonly { readonly id: string }[] = await (await fetch(`${appliance.origin}/api/competitions`)).json();
  assert.deepEqual(listed.map((each) => each.id).toSorted(), [id, whole].toSorted());
  await appliance.kill();
});
