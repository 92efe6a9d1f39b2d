// Data folders of every format that was ever released, opened by the program of today: everything in them is there, scoring goes on, and
// the proof holds from before the upgrade to after it. A newer folder is refused, and not a byte of it changes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { applicationId, migrations } from './archive/migrations.ts';
import { exitCodes } from './config/exit-codes.ts';
import { openSimulatedTablet } from './simulator/simulated-tablet.ts';
import { temporaryFolder } from './testing/data-folder.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { backupOf, copyFixture, type Fixture, listFixtures } from './testing/fixture.ts';
import { type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import { runCommand } from './testing/run-command.ts';
import { verifyBackup } from './verify/verify-backup.ts';
import { verifyFolder } from './verify/verify-folder.ts';
import type { JournalEnd } from './wire/api-competitions.ts';

const password = 'correct horse battery';
const fixtures = listFixtures();

/** Every file of a folder by name, but for those that only say who uses it now. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(folder, name)).isFile() && !name.startsWith('lock.'),
  );
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

async function exported(desk: DeskClient, id: string) {
  return desk.request<{ readonly journal: JournalEnd }>('GET', `/api/competitions/${id}/export`);
}

/** An arrow of a tablet that joins now. */
async function scoreAnArrow(appliance: RunningAppliance, desk: DeskClient, competition: string): Promise<void> {
  const { code } = await desk.joinCode(competition, 1);
  const credentials = await desk.join(code, 'New tablet');
  const tablet = openSimulatedTablet({ url: `ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`, credentials });
  const saved = await tablet.submit({ kind: 'scoreArrows', entry: 1, end: 3, first: 0, arrows: ['9'] });
  tablet.close();
  assert.equal(saved.kind, 'saved', JSON.stringify(saved));
}

async function headsOf(folder: string) {
  const { competitions, flaws, notLookedAt } = await verifyFolder(folder);
  assert.deepEqual([flaws, notLookedAt], [[], undefined]);
  for (const { id, flaw } of competitions) assert.equal(flaw, undefined, id);
  return new Map(competitions.map(({ id, facts, head }) => [id, { facts, head }]));
}

function isTail({ document }: Fixture['kept'][number]): boolean {
  return (document as { readonly name: string }).name === 'Tail Cup';
}

for (const fixture of fixtures) {
  test(`${fixture.name} opens with everything in it, is scored on, and is proved before and after`, async (t) => {
    const folder = copyFixture(t, fixture);
    const asItWas = contentsOf(folder);
    const before = await headsOf(folder);
    assert.deepEqual(contentsOf(folder), asItWas, 'looking changes nothing');
    assert.deepEqual([...before.keys()].toSorted(), fixture.kept.map(({ id }) => id).toSorted());

    const appliance = await runAppliance({ dataFolder: folder });
    t.after(() => appliance.stop());
    const desk = await openDesk(appliance.origin, undefined, password);
    for (const { id, document } of fixture.kept) {
      const now = await exported(desk, id);
      // What later versions say beyond it is no loss.
      assert.partialDeepStrictEqual(now, document as object, id);
      assert.deepEqual(now.journal, before.get(id));
    }
    const tail = fixture.kept.find(isTail)?.id ?? '';
    await scoreAnArrow(appliance, desk, tail);
    const { journal } = await exported(desk, tail);
    assert.equal(journal.facts, (before.get(tail)?.facts ?? 0) + 2, 'a tablet and an arrow');
    assert.deepEqual((await headsOf(folder)).get(tail), journal, 'proved while it runs');
    assert.equal(await appliance.stop(), exitCodes.ok);
    assert.deepEqual((await headsOf(folder)).get(tail), journal, 'and when it does not');
  });
}

for (const fixture of fixtures) {
  const backup = backupOf(fixture);
  if (backup === undefined) continue;
  test(`the backup of ${fixture.name} is whole and is restored with everything in it`, async (t) => {
    const heads = new Map(
      (await verifyBackup(backup)).competitions.map(({ id, facts, head }) => [id, { facts, head }]),
    );
    const folder = temporaryFolder(t);
    const restored = await runCommand(['restore', backup, '--data', join(folder, 'new'), '--yes']);
    assert.equal(restored.code, exitCodes.ok, restored.said);
    const appliance = await runAppliance({ dataFolder: join(folder, 'new') });
    t.after(() => appliance.stop());
    const desk = await openDesk(appliance.origin, undefined, password);
    for (const { id, document } of fixture.kept) {
      const now = await exported(desk, id);
      assert.partialDeepStrictEqual(now, document as object, id);
      assert.deepEqual(now.journal, heads.get(id));
    }
  });
}

async function refusalIn(folder: string): Promise<string> {
  const start = runAppliance({ dataFolder: folder }).then(async (appliance) => {
    await appliance.stop();
    return 'it started';
  });
  return start.catch(String);
}

function changedCopy(t: TestContext, change: (database: Sqlite.Database) => void): string {
  const [fixture] = fixtures.filter(({ name }) => name === 'format-1');
  assert.ok(fixture);
  const folder = copyFixture(t, fixture);
  const database = new Sqlite(join(folder, 'tenring.db'));
  change(database);
  database.close();
  return folder;
}

test('a folder of a newer format is refused with a sentence, and not a byte of it changes', async (t) => {
  const folder = changedCopy(t, (database) => database.pragma(`user_version = ${migrations.length + 1}`));
  const before = contentsOf(folder);
  const said = await refusalIn(folder);
  assert.match(said, new RegExp(`exit code ${exitCodes.dataFolder}`));
  assert.match(said, /written by a newer Tenring \(format \d+, this one knows \d+\): use that version or a newer one/);
  assert.deepEqual(contentsOf(folder), before);
});

test('a fact of a kind that is not known here is refused with a sentence, and stays', async (t) => {
  const unknown = Buffer.from('09000000000000000012100123456789abcdef0123456789abcdefc23e00', 'hex');
  const folder = changedCopy(t, (database) => {
    database.exec('DELETE FROM snapshot');
    database.prepare("UPDATE fact SET record = ?, kind = 'unknown' WHERE seq = 1").run(unknown);
  });
  const said = await refusalIn(folder);
  assert.match(said, new RegExp(`exit code ${exitCodes.dataFolder}`));
  assert.match(said, /A fact in .* cannot be read .*: it is damaged, or of a newer Tenring/);
  const database = new Sqlite(join(folder, 'tenring.db'), { readonly: true });
  assert.deepEqual(database.prepare('SELECT DISTINCT record FROM fact WHERE seq = 1').pluck().all(), [unknown]);
  database.close();
});

test('snapshots that a newer version saved are left aside: the facts give the same', async (t) => {
  const folder = changedCopy(t, (database) => database.exec('UPDATE snapshot SET version = version + 1'));
  const before = await headsOf(folder);
  const appliance = await runAppliance({ dataFolder: folder });
  t.after(() => appliance.stop());
  const desk = await openDesk(appliance.origin, undefined, password);
  const [fixture] = fixtures.filter(({ name }) => name === 'format-1');
  for (const { id, document } of fixture?.kept ?? []) {
    const now = await exported(desk, id);
    assert.partialDeepStrictEqual(now, document as object);
    assert.deepEqual(now.journal, before.get(id));
  }
});

test('there is a fixture of what is written now, as soon as the format has changed', () => {
  const versions = fixtures.map(({ name }) => {
    const header = readFileSync(join(import.meta.dirname, 'testing', 'fixtures', name, 'tenring.db')).subarray(0, 72);
    assert.equal(header.readUInt32BE(68), applicationId);
    return header.readUInt32BE(60);
  });
  assert.ok(versions.includes(migrations.length), 'node src/testing/make-fixture.ts NAME makes it');
});
