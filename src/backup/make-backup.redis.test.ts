// A backup of what scores meanwhile, with a real Redis, archive and intake: whatever was acknowledged when the maker last looked is in the
// file, also what came while the archive was being packed.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendRecords } from '../archive/append-records.ts';
import { openArchive } from '../archive/archive-worker.ts';
import type { Command } from '../domain/commands.ts';
import { createIntake } from '../intake/create-intake.ts';
import type { Intake } from '../intake/intake.ts';
import { openRedisJournal } from '../journal/redis-journal.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { temporaryFolder } from '../testing/data-folder.ts';
import { readArchive } from '../testing/read-archive.ts';
import { startTestRedis } from '../testing/redis-for-tests.ts';
import { categoryOf, creation, newEntry, score } from '../testing/small-competition.ts';
import { verifyBackup } from '../verify/verify-backup.ts';
import { createBackupMaker, type MakerParts } from './make-backup.ts';
import { checkBackup, unpackBackup } from './read-backup.ts';
import { readTail } from './read-tail.ts';
import { writeBackup } from './write-backup.ts';

const id = 'aaaaaaaa';
const archers = 100;
const shotsEach = 72;
/** 200 a second. */
const everyMs = 5;
const duringPacking = 300;

async function openVenue(t: TestContext) {
  const redis = await startTestRedis();
  t.after(() => redis.close());
  const journal = await openRedisJournal({ connection: redis.connection, log: silentLog });
  t.after(() => journal.close());
  const dataFolder = temporaryFolder(t);
  const failures: unknown[] = [];
  const archive = await openArchive({
    ...{ file: join(dataFolder, 'tenring.db'), connection: redis.connection, log: silentLog },
    onFailed: (error) => failures.push(error),
  });
  t.after(() => archive.close());
  const journalReplaced = () => void failures.push('journal replaced');
  const intake = createIntake({ journal, clock: systemClock, log: silentLog, journalReplaced });
  t.after(() => intake.close());
  await archive.follow();
  await prepareCompetition(intake);
  return { dataFolder, journal, archive, intake, failures };
}

async function submit(intake: Intake, command: Command): Promise<string> {
  const commandId = randomBytes(16).toString('hex');
  const outcome = await intake.submit(id, command, { commandId, at: Date.now(), actor: { role: 'organiser' } });
  assert.equal(outcome.kind, 'accepted', JSON.stringify(outcome));
  return commandId;
}

async function prepareCompetition(intake: Intake): Promise<void> {
  await submit(intake, creation);
  const entries = Array.from({ length: archers }, (_, at) =>
    newEntry(`Archer ${at + 1}`, 'RM', `${Math.floor(at / 4) + 1}${'ABCD'[at % 4]}`),
  );
  await submit(intake, { kind: 'importEntries', categories: [categoryOf('RM')], entries });
}

/** One arrow after the other, whatever else goes on; `acknowledged` has each when its ack is there. */
function startScoring(t: TestContext, intake: Intake) {
  const acknowledged = new Set<string>();
  const stopping = new AbortController();
  async function goOn(): Promise<void> {
    const under: Promise<void>[] = [];
    for (let shot = 0; shot < archers * shotsEach && !stopping.signal.aborted; shot += 1) {
      const place = Math.floor(shot / archers);
      const arrow = score((shot % archers) + 1, Math.floor(place / 6) + 1, place % 6, '9');
      const done = submit(intake, arrow);
      under.push(done.then((commandId) => void acknowledged.add(commandId)));
      await sleep(everyMs);
    }
    await Promise.all(under);
  }
  const over = goOn();
  const stop = async () => {
    stopping.abort();
    await over;
  };
  t.after(stop);
  return { acknowledged, stop };
}

async function atLeast(acknowledged: ReadonlySet<string>, count: number): Promise<void> {
  while (acknowledged.size < count) await sleep(everyMs);
}

/** With what was acknowledged each time the maker looked. */
function makerOf(
  { dataFolder, journal, archive, intake }: Awaited<ReturnType<typeof openVenue>>,
  acknowledged: ReadonlySet<string>,
  changed: Partial<MakerParts> = {},
) {
  const looks: ReadonlySet<string>[] = [];
  const list = () => {
    looks.push(new Set(acknowledged));
    return intake.list();
  };
  const parts = { dataFolder, version: '1.2.3', intake: { list }, journal, archive, clock: systemClock };
  return { maker: createBackupMaker({ ...parts, ...changed }), looks };
}

/** Of the commands, those that are not in the file: with its tail, and without. */
async function missingIn(t: TestContext, path: string, commands: ReadonlySet<string>) {
  const backup = await checkBackup(path);
  const folder = temporaryFolder(t);
  await unpackBackup(backup, folder);
  const missing = () => {
    const taken = new Set(readArchive(folder, id).map(({ commandId }) => commandId));
    return [...commands].filter((command) => !taken.has(command));
  };
  const withoutTail = missing();
  await appendRecords(join(folder, 'tenring.db'), readTail(backup));
  return { withoutTail, withTail: missing() };
}

test('hundreds of arrows while a slow packer packs: each that was acknowledged at the last look is in the file', async (t) => {
  const venue = await openVenue(t);
  const { acknowledged, stop } = startScoring(t, venue.intake);
  await atLeast(acknowledged, 20);
  let isPacked = false;
  const { maker, looks } = makerOf(venue, acknowledged, {
    write: (order, readNewer) =>
      writeBackup(order, async (reached) => {
        if (!isPacked) await atLeast(acknowledged, acknowledged.size + duringPacking);
        isPacked = true;
        return readNewer(reached);
      }),
  });
  const target = join(temporaryFolder(t), 'slow.tenring');
  const { manifest } = await maker.make(target);
  const lastLook = looks.at(-1) ?? new Set();
  assert.ok(lastLook.size >= duringPacking);
  const { withTail, withoutTail } = await missingIn(t, target, lastLook);
  assert.deepEqual(withTail, []);
  assert.ok(withoutTail.length >= duringPacking, 'they are in the tail and nowhere else');
  const { competitions, flaws } = await verifyBackup(target);
  assert.deepEqual(
    [flaws, competitions.map(({ facts, flaw }) => [facts, flaw])],
    [[], [[manifest.competitions[0]?.seq, undefined]]],
  );
  await atLeast(acknowledged, acknowledged.size + 20);
  await stop();
  assert.deepEqual(venue.failures, []);
});

test('with the thread that packs in life, several times', async (t) => {
  const venue = await openVenue(t);
  const { acknowledged, stop } = startScoring(t, venue.intake);
  await atLeast(acknowledged, 20);
  const { maker, looks } = makerOf(venue, acknowledged);
  const folder = temporaryFolder(t);
  for (const name of ['first', 'second']) {
    const target = join(folder, `${name}.tenring`);
    const begun = acknowledged.size;
    await maker.make(target);
    assert.ok(acknowledged.size > begun, 'scoring goes on');
    assert.deepEqual((await missingIn(t, target, looks.at(-1) ?? new Set())).withTail, [], name);
  }
  await stop();
  assert.deepEqual(venue.failures, []);
});
