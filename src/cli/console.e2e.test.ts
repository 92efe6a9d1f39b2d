// The commands of the console on a running appliance and a stopped one, on a folder of its own: no password anywhere. What reads stdin, and
// one of the others, is the real program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { exitCodes } from '../config/exit-codes.ts';
import { type DeskClient, DeskError, openDesk } from '../testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from '../testing/run-appliance.ts';
import { runCommand } from '../testing/run-command.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { StatusView } from '../wire/api-status.ts';
import { clientMessageToBytes, protocolVersion } from '../wire/client-to-server.ts';
import { findControlClient } from './control-client.ts';
import type { ListedDevice } from './devices.ts';

const main = resolve(import.meta.dirname, '..', 'main.ts');
const folder = createDataFolder();
const file = (name: string) => join(folder.path, name);

let appliance: RunningAppliance;
let desk: DeskClient;

before(async () => {
  appliance = await runAppliance({ dataFolder: file('data') });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'correct horse battery');
});

after(async () => {
  await appliance.stop();
  folder.remove();
});

function program(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    input,
    timeout: 60_000,
  });
  return { code: status, out: stdout, said: stderr };
}

const here = () => ['--data', file('data')];
async function done(...args: readonly string[]) {
  const run = await runCommand([...args, ...here()]);
  assert.equal(run.code, exitCodes.ok, run.said);
  return run;
}
const json = async <T>(...args: readonly string[]): Promise<T> => JSON.parse((await done(...args, '--json')).out);
/** By the socket itself: starting a program each time would take its time. */
async function list(): Promise<readonly CompetitionView[]> {
  const client = await findControlClient(file('data'));
  assert.ok(client);
  return JSON.parse(await client.ask('GET', '/api/competitions'));
}

/** The close code with which a device is sent away. */
async function closeCodeOf(credentials: {
  readonly competition: string;
  readonly device: string;
  readonly token: string;
}) {
  const socket = new WebSocket(`ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`, { origin: appliance.origin });
  const closed = new Promise<number>((resolveCode) => socket.on('close', resolveCode));
  const greeted = new Promise<void>((resolveGreeting) => socket.once('message', () => resolveGreeting()));
  socket.on('open', () => socket.send(clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials })));
  await Promise.race([greeted, closed]);
  return { closed };
}

test('a competition is made, shown, archived, reopened', async () => {
  const made = await json<CompetitionView>('events', 'new', 'Spring Cup', '--from', '2031-05-01', '--venue', 'Depok');
  assert.deepEqual([made.from, made.to, made.ruleSetId], ['2031-05-01', '2031-05-01', 'wa-2026']);
  assert.match((await done('events', 'new', 'Autumn Cup')).out, /^[a-z2-7]{8}\n$/);
  assert.match((await done('events', 'list')).out, /^Name .*\n(.*\n)*Spring Cup +\w{8} +2031-05-01 .*coming$/m);
  assert.match((await done('events', 'show', 'spring')).out, /Venue +Depok\n/);

  assert.match((await done('events', 'archive', 'spring')).said, /Spring Cup is archived\. tenring events reopen/);
  const again = await runCommand(['events', 'archive', 'spring', ...here()]);
  assert.deepEqual([again.code, again.out], [exitCodes.failed, '']);
  assert.match(again.said, /archived: reopen it/);
  const shown = await done('events', 'list');
  assert.doesNotMatch(shown.out, /Spring/);
  assert.match(shown.said, /1 archived/);
  await assert.rejects(desk.importCsv(made.id, 'Name;Club;Category\nFajar;Elang;RM\n'), (error) => {
    return error instanceof DeskError && error.status === 409 && error.body.includes('competitionIsClosed');
  });
  assert.equal((await json<CompetitionView>('events', 'reopen', made.id)).isClosed, false);
  await desk.importCsv(made.id, 'Name;Club;Category;Target\nFajar;Elang;RM;1A\nGita;Elang;RM;1B\n');

  const wrong = await runCommand(['events', 'new', 'Cup', '--from', 'tomorrow', ...here()]);
  assert.deepEqual([wrong.code, wrong.out], [exitCodes.failed, '']);
  assert.match(wrong.said, /tomorrow/);
  const ambiguous = await runCommand(['events', 'show', 'cup', ...here()]);
  assert.equal(ambiguous.code, exitCodes.notFound);
  assert.match(ambiguous.said, /Spring Cup \(\w+\), Autumn Cup|Autumn Cup \(\w+\), Spring Cup/);
});

test('tablets are listed and shut out, by name where one has it', async () => {
  const [spring] = (await list()).filter(({ name }) => name === 'Spring Cup');
  assert.ok(spring);
  const join = async (label: string) => desk.join((await desk.joinCode(spring.id, 1)).code, label);
  const left = await join('Left');
  await join('Twin');
  await join('Twin');
  const devices = await json<readonly ListedDevice[]>('devices', 'list', 'spring');
  assert.deepEqual(
    devices.map(({ label, butt, revoked, online }) => [label, butt, revoked, online]),
    ['Left', 'Twin', 'Twin'].map((label) => [label, 1, false, false]),
  );
  const ambiguous = await runCommand(['devices', 'revoke', 'twin', ...here()]);
  assert.equal(ambiguous.code, exitCodes.notFound);
  assert.match(ambiguous.said, /give the id/);
  assert.match(
    (await done('devices', 'revoke', 'left', '--event', 'spring')).said,
    /Left \(\w+\) of Spring Cup is shut out/,
  );
  const table = (await done('devices', 'list')).out;
  assert.match(table, new RegExp(`Spring Cup +1 +Left +${left.device} .*shut out`));
  assert.equal(table.match(/shut out/g)?.length, 1);
  assert.equal((await runCommand(['devices', 'revoke', 'left', ...here()])).code, exitCodes.notFound);
});

test('the status says what is on; off a terminal it is printed once', async () => {
  const { code, out } = program(['status', ...here()]);
  assert.equal(code, exitCodes.ok);
  assert.match(out, /^Tenring \d.*, up for \d+ (min \d+ )?s, since /);
  assert.match(out, /Spring Cup +2 +0 +0 of 2/);
  assert.match(out, /All is well\.\n$/);
  assert.ok(!out.includes('\u001b'), 'nothing moves or shines');
  const status = await json<StatusView>('status');
  assert.deepEqual([status.dataFolder, status.troubles, status.backup?.lastAt ?? null], [file('data'), [], null]);
  assert.ok(status.addresses.includes(appliance.origin));
});

test('a competition is deleted for good: only by its name, its tablets are told, a restart has nothing of it', async () => {
  const all = await list();
  const [spring] = all.filter(({ name }) => name === 'Spring Cup');
  assert.ok(spring);
  const { device, token } = await desk.join((await desk.joinCode(spring.id, 1)).code, 'Right');
  const tablet = await closeCodeOf({ competition: spring.id, device, token });
  for (const [args, exit] of [
    [['events', 'delete', 'spring'], exitCodes.usage],
    [['events', 'delete', 'spring', '--yes', 'spring'], exitCodes.failed],
    [['events', 'delete', 'Winter', '--yes', 'Winter'], exitCodes.notFound],
  ] as const) {
    const refused = await runCommand([...args, ...here()]);
    assert.deepEqual([refused.code, refused.out], [exit, ''], refused.said);
  }
  assert.equal((await list()).length, all.length);
  const deleted = await done('events', 'delete', 'spring', '--yes', 'Spring Cup', '--json');
  assert.deepEqual(JSON.parse(deleted.out), { id: spring.id, name: 'Spring Cup', deleted: true });
  assert.equal(deleted.said, '', 'nothing beside it');
  assert.equal(await tablet.closed, 4009);
  assert.equal(await (await closeCodeOf({ competition: spring.id, device, token })).closed, 4009);
  const left = all.filter(({ id }) => id !== spring.id).map(({ id }) => id);
  assert.deepEqual(
    (await list()).map(({ id }) => id),
    left,
  );
  await assert.rejects(desk.request('GET', `/api/competitions/${spring.id}`), DeskError);

  assert.equal(await appliance.stop(), exitCodes.ok, appliance.log());
  assert.ok(!existsSync(join(file('data'), 'control.sock')));
  const nobody = await runCommand(['events', 'list', ...here()]);
  assert.deepEqual([nobody.code, nobody.out], [exitCodes.noAnswer, '']);
  assert.match(nobody.said, /No Tenring runs in .*data\. Start it/);
  appliance = await runAppliance({ dataFolder: file('data') });
  assert.deepEqual(
    (await list()).map(({ id }) => id),
    left,
  );
});

test('a killed Tenring leaves a socket that the next start replaces', async () => {
  await appliance.kill();
  assert.ok(existsSync(join(file('data'), 'control.sock')));
  assert.equal(program(['status', ...here()]).code, exitCodes.noAnswer);
  appliance = await runAppliance({ dataFolder: file('data') });
  assert.equal((await list()).length, 1);
});

test('the password is changed from the console, running or not, and ends sessions', async () => {
  desk = await openDesk(appliance.origin, undefined, 'correct horse battery');
  const short = program(['password', ...here()], 'short\n');
  assert.deepEqual([short.code, short.out], [exitCodes.usage, '']);
  assert.match(short.said, /at least 8/);
  writeFileSync(file('secret'), 'another long one\nnot this\n');
  const changed = await done('password', '--password-file', file('secret'));
  assert.ok(!`${changed.out}${changed.said}`.includes('another long one'));
  assert.deepEqual((await desk.request<{ role: string }>('GET', '/api/session')).role, 'viewer');
  await assert.rejects(openDesk(appliance.origin, undefined, 'correct horse battery'), DeskError);
  await openDesk(appliance.origin, undefined, 'another long one');

  await appliance.stop();
  const stopped = program(['password', ...here()], 'the third of them\n');
  assert.equal(stopped.code, exitCodes.ok, stopped.said);
  appliance = await runAppliance({ dataFolder: file('data') });
  assert.equal(appliance.ready.deskCode, undefined);
  await openDesk(appliance.origin, undefined, 'the third of them');
  const nowhere = program(['password', '--data', file('nowhere')], 'long enough\n');
  assert.equal(nowhere.code, exitCodes.noFile);
  assert.ok(!existsSync(file('nowhere')));
});

test('bad days: two addresses at once, an empty folder, a file for a folder', async () => {
  assert.equal((await runCommand(['status', '--url', 'http://127.0.0.1:9', ...here()])).code, exitCodes.usage);
  mkdirSync(file('empty'));
  for (const where of [file('empty'), file('secret')]) {
    const run = await runCommand(['events', 'list', '--data', where]);
    assert.deepEqual([run.code, run.out], [exitCodes.noAnswer, ''], run.said);
  }
});
