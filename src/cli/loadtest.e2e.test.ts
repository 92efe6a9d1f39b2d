import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { LoadFigures } from '../simulator/load/load-figures.ts';
import type { Verdict } from '../simulator/load/verdict.ts';
import { openDesk } from '../testing/desk-client.ts';
import { createDataFolder, runAppliance } from '../testing/run-appliance.ts';
import { runCommand } from '../testing/run-command.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

const tiny = ['--tablets', '3', '--archers-per-tablet', '2', '--viewers', '4', '--minutes', '0.05', '--rate', '8'];

interface Answer {
  readonly verdict: Verdict;
  readonly figures: LoadFigures;
}

/** Eight a second for three seconds, and everybody once. */
const sent = 8 * 3 + 6;

function assertWhole({ verdict, figures }: Answer, code: number): void {
  assert.deepEqual([figures.sent, figures.saved, figures.unanswered, figures.refused], [sent, sent, 0, {}]);
  assert.deepEqual([figures.tabletsConnected, figures.viewersConnected, figures.viewersLost], [3, 4, 0]);
  assert.equal(figures.ack.count, sent);
  assert.ok(figures.screen.count >= sent, `${figures.screen.count} scores on screens`);
  assert.ok(figures.memory.applianceBytes > 1e7 && figures.processor.appliance > 0);
  // How fast it was is the machine's.
  assert.equal(code, verdict.enough ? 0 : 1);
}

test('on this machine: an appliance of its own, figures and a verdict, and nothing is left', async (t) => {
  const folder = createDataFolder();
  t.after(folder.remove);
  writeFileSync(join(folder.path, 'club.txt'), 'not to be touched');
  const run = await runCommand(['loadtest', ...tiny, '--json', '--data', folder.path]);
  const answer: Answer = JSON.parse(run.out);
  assertWhole(answer, run.code);
  const { disk, processor, isShared, loopLagMs } = answer.figures;
  assert.ok(isShared && (disk?.count ?? 0) > 3 && loopLagMs !== undefined);
  assert.ok((processor.cores ?? 0) >= 1 && processor.redis !== undefined && processor.others !== undefined);
  assert.match(run.said, /3 tablets with 2 archers each and 4 viewers for 3 s: 8 ends a second/);
  assert.deepEqual(readdirSync(folder.path), ['club.txt']);
});

test('elsewhere: says what it will do, and takes its competition away again', async (t) => {
  const folder = createDataFolder();
  const appliance = await runAppliance({ dataFolder: folder.path });
  t.after(async () => {
    await appliance.stop();
    folder.remove();
  });
  const desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'long enough');
  const list = () => desk.request<readonly CompetitionView[]>('GET', '/api/competitions');
  const dates = { from: '2026-05-02', to: '2026-05-02' };
  await desk.createCompetition({ name: 'Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' });
  const passwordFile = join(folder.path, 'password');
  writeFileSync(passwordFile, 'long enough\n');
  const there = ['loadtest', ...tiny, '--url', appliance.origin, '--password-file', passwordFile];

  const unasked = await runCommand(there);
  assert.equal(unasked.code, 64);
  assert.match(unasked.said, /a competition "Load test .*" is made, scored, and deleted again/);
  assert.match(unasked.said, /Whoever scores or watches there meanwhile is slowed down/);
  assert.deepEqual(
    (await list()).map(({ name }) => name),
    ['Cup'],
  );

  const run = await runCommand([...there, '--yes', '--json']);
  const answer: Answer = JSON.parse(run.out);
  assertWhole(answer, run.code);
  assert.deepEqual([answer.figures.isShared, answer.figures.disk], [false, undefined]);
  assert.deepEqual(
    (await list()).map(({ name }) => name),
    ['Cup'],
  );

  const main = join(import.meta.dirname, '..', 'main.ts');
  const child = spawn(process.execPath, [main, ...there, '--minutes', '9', '--yes'], { stdio: 'ignore' });
  t.after(() => child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  await t.waitFor(async () => assert.equal((await list()).length, 2), { timeout: 60_000 });
  child.kill('SIGINT');
  assert.deepEqual(await exited, [1, null], 'stopped half-way');
  assert.deepEqual(
    (await list()).map(({ name }) => name),
    ['Cup'],
  );

  const beside = await runCommand(['loadtest', ...tiny, '--data', folder.path]);
  assert.equal(beside.code, 75);
  assert.match(beside.said, /A Tenring runs in .* would be slowed down/);
});

/** The real program with a load that would go on for minutes, once it is under way. */
async function startLong(t: TestContext, dataFolder: string) {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const args = ['loadtest', ...tiny, '--minutes', '9', '--data', dataFolder];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const exited = once(child, 'exit');
  const isUnderWay = () => readdirSync(dataFolder, { recursive: true }).some((name) => String(name).endsWith('.probe'));
  await t.waitFor(() => assert.ok(isUnderWay() || child.exitCode !== null), { timeout: 60_000 });
  assert.ok(isUnderWay(), said);
  const own = join(dataFolder, readdirSync(dataFolder)[0] ?? '');
  return { child, exited, said: () => said, own };
}

test('stopped half-way it takes everything away', async (t) => {
  const folder = createDataFolder();
  t.after(folder.remove);
  const { child, exited, said } = await startLong(t, folder.path);
  child.kill('SIGINT');
  assert.deepEqual(await exited, [1, null]);
  assert.match(said(), /Stopped\. Nothing of the test is left/);
  assert.deepEqual(readdirSync(folder.path), []);
});

test('an appliance that is killed under it is told, and its Redis goes too', async (t) => {
  const folder = createDataFolder();
  t.after(folder.remove);
  const { exited, said, own } = await startLong(t, folder.path);
  const pidIn = (...name: readonly string[]) => Number(readFileSync(join(own, ...name), 'utf8'));
  const [appliance, redis] = [pidIn('lock.pid'), pidIn('redis', 'redis.pid')];
  process.kill(appliance, 'SIGKILL');
  assert.deepEqual(await exited, [1, null]);
  assert.match(said(), /The appliance of this test ended by itself/);
  assert.deepEqual(readdirSync(folder.path), []);
  await t.waitFor(() => assert.throws(() => process.kill(redis, 0), { code: 'ESRCH' }), { timeout: 10_000 });
});
