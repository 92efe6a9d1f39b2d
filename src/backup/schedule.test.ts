// Regular backups with a clock that the test moves, disks that it invents, and a maker that writes small files.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { temporaryFolder } from '../testing/data-folder.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { BackupFailedError } from './backup-failure.ts';
import type { BackupMaker } from './make-backup.ts';
import { type ScheduleParts, startSchedule } from './schedule.ts';

const minute = 60_000;

function prepare(t: TestContext, changed: Partial<ScheduleParts> = {}) {
  const base = temporaryFolder(t);
  const [dataFolder, stick] = [join(base, 'data'), join(base, 'mount', 'stick')];
  mkdirSync(dataFolder);
  mkdirSync(stick, { recursive: true });
  const clock = createManualClock(new Date(2026, 4, 2, 9, 0, 0).getTime());
  const world = {
    seq: 1,
    made: 0,
    savedMeanwhile: 0,
    fault: undefined as Error | undefined,
    isMounted: true,
    free: 1e9,
    logged: [] as string[],
  };
  const maker: BackupMaker = {
    heads: () => [{ id: 'a', name: 'A', epoch: 'e', seq: world.seq }],
    async make(target) {
      if (world.fault) throw world.fault;
      world.made += 1;
      world.seq += world.savedMeanwhile;
      writeFileSync(target, 'a backup');
      const manifest = {
        tenring: '',
        madeAt: 0,
        node: '',
        scope: 'everything',
        shape: 1,
        completeAt: 0,
        competitions: [{ id: 'a', name: 'A', epoch: 'e', seq: world.seq, head: '' }],
        members: [],
      } as const;
      return { path: target, bytes: 8, manifest };
    },
    idle: () => Promise.resolve(),
  };
  const note = (_: object, message: string) => void world.logged.push(message);
  const parts: ScheduleParts = {
    settings: { folder: stick, everyMinutes: 15, keep: 3 },
    ...{ dataFolder, maker, clock, log: { debug: note, info: note, warn: note, error: note } },
    deviceOf: (path) => (path.startsWith(join(base, 'mount')) && world.isMounted ? 2 : 1),
    freeBytesOf: async () => world.free,
    ...changed,
  };
  const start = () => startSchedule(parts);
  async function pass(minutes: number) {
    for (let each = 0; each < minutes * 4; each += 1) {
      await clock.advance(minute / 4);
      await settle();
    }
  }
  const backups = (folder = stick) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.tenring'))
      .toSorted();
  return { parts, stick, dataFolder, clock, world, start, pass, backups };
}

/** File system calls that are promises need real turns. */
async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

test('one soon after the start, then one whenever something was saved, the oldest going', async (t) => {
  const { start, pass, backups, world, stick } = prepare(t);
  writeFileSync(join(stick, 'tenring-19990101-000000.tenring'), 'somebody else’s');
  const schedule = start();
  assert.equal(schedule.status().lastAt, null);
  await pass(1);
  assert.equal(world.made, 1);
  await pass(60);
  assert.equal(world.made, 1, 'nothing was saved meanwhile');
  for (let each = 0; each < 4; each += 1) {
    world.seq += 1;
    await pass(15);
  }
  assert.equal(world.made, 5);
  const { lastFile, trouble } = schedule.status();
  assert.equal(trouble, null);
  const names = backups();
  assert.equal(names[0], 'tenring-19990101-000000.tenring', 'what is not ours is left');
  assert.equal(names.length, 4);
  assert.equal(names.at(-1), basename(lastFile ?? ''));
  await schedule.stop();
  world.seq += 1;
  await pass(60);
  assert.equal(world.made, 5);
});

test('what was saved while one was made is in it, and alone no reason for another', async (t) => {
  const { start, pass, world } = prepare(t);
  world.savedMeanwhile = 7;
  const schedule = start();
  await pass(1);
  assert.deepEqual([world.made, world.seq], [1, 8]);
  world.savedMeanwhile = 0;
  await pass(60);
  assert.equal(world.made, 1);
  world.seq += 1;
  await pass(15);
  assert.equal(world.made, 2);
  await schedule.stop();
});

test('what was checked to be complete counts as backed up, so its age is that of the check', async (t) => {
  const { start, pass, clock } = prepare(t);
  const schedule = start();
  await pass(61);
  assert.ok(clock.now() - (schedule.status().lastAt ?? 0) <= 15 * minute);
  await schedule.stop();
});

test('a stick that is pulled out: said once, nothing is written into the empty folder, and it goes on when it is back', async (t) => {
  const { start, pass, backups, world, stick } = prepare(t);
  const schedule = start();
  await pass(1);
  renameSync(stick, `${stick}-elsewhere`);
  mkdirSync(stick);
  world.isMounted = false;
  world.seq += 1;
  await pass(30);
  assert.equal(schedule.status().trouble?.kind, 'missing');
  assert.match(schedule.status().trouble?.message ?? '', /nothing is mounted/);
  assert.deepEqual(readdirSync(stick), []);
  assert.equal(world.logged.filter((line) => /mounted/.test(line)).length, 1);
  rmSync(stick, { recursive: true });
  renameSync(`${stick}-elsewhere`, stick);
  world.isMounted = true;
  await pass(1);
  assert.equal(schedule.status().trouble, null);
  assert.equal(backups().length, 2);
  await schedule.stop();
});

test('after a start it still knows its stick, and waits for the rest of the time', async (t) => {
  const { start, pass, world, stick, backups } = prepare(t);
  const first = start();
  await pass(1);
  await first.stop();
  world.seq += 1;
  const second = start();
  await pass(10);
  assert.equal(world.made, 1);
  await pass(5);
  assert.equal(world.made, 2);
  await second.stop();
  rmSync(stick, { recursive: true });
  mkdirSync(stick);
  world.isMounted = false;
  world.seq += 1;
  const third = start();
  await pass(20);
  assert.match(third.status().trouble?.message ?? '', /nothing is mounted/);
  assert.deepEqual(backups(), []);
  await third.stop();
});

test('another stick in its place is taken', async (t) => {
  const { start, pass, world, stick, backups } = prepare(t);
  const schedule = start();
  await pass(1);
  renameSync(stick, `${stick}-full`);
  mkdirSync(stick);
  world.seq += 1;
  await pass(15);
  assert.equal(schedule.status().trouble, null);
  assert.equal(backups().length, 1);
  assert.equal(backups(`${stick}-full`).length, 1, 'the other one keeps its own');
  await schedule.stop();
});

test('a folder whose disk was never there is not made', async (t) => {
  const base = temporaryFolder(t);
  const folder = join(base, 'nowhere', 'stick');
  const { start, pass, world } = prepare(t, { settings: { folder, everyMinutes: 15, keep: 3 } });
  const schedule = start();
  await pass(1);
  assert.match(schedule.status().trouble?.message ?? '', /is not there/);
  assert.equal(world.made, 0);
  assert.deepEqual(readdirSync(base), []);
  await schedule.stop();
});

test('a full disk is said, and tried again; so is what the maker says', async (t) => {
  const { start, pass, world, backups } = prepare(t);
  world.free = 1e6;
  const schedule = start();
  await pass(1);
  assert.equal(schedule.status().trouble?.kind, 'diskFull');
  assert.match(schedule.status().trouble?.message ?? '', /stick is full: 1 MB free, 17 MB needed/);
  world.free = 1e9;
  world.fault = new BackupFailedError({ kind: 'failed', message: 'the archive has not got everything yet' });
  await pass(1);
  assert.match(schedule.status().trouble?.message ?? '', /not got everything/);
  assert.deepEqual(backups(), []);
  world.fault = undefined;
  await pass(1);
  assert.equal(schedule.status().trouble, null);
  assert.equal(backups().length, 1);
  await schedule.stop();
});

test('a small stick: the oldest go before a new one is made, never the last two, and none where that does not help', async (t) => {
  const { stick, pass, world, backups, parts } = prepare(t);
  const size = 10_000_000;
  let capacity = 1e9;
  const { maker } = parts;
  const schedule = startSchedule({
    ...parts,
    settings: { ...parts.settings, keep: 4 },
    maker: {
      ...maker,
      async make(target) {
        const made = await maker.make(target);
        truncateSync(target, size);
        return made;
      },
    },
    freeBytesOf: async (folder) => capacity - readdirSync(folder).filter((name) => /^ten/.test(name)).length * size,
  });
  for (let each = 0; each < 4; each += 1) {
    world.seq += 1;
    await pass(15);
  }
  const four = backups();
  assert.equal(four.length, 4);
  writeFileSync(join(stick, 'photo.tenring'), 'somebody else’s');
  // Two of the four have to go for the 17 MB that are needed.
  capacity = 4 * size + 1_000_000;
  world.seq += 1;
  await pass(15);
  const [oldest, second, third, fourth] = four;
  assert.deepEqual(backups().slice(0, 3), ['photo.tenring', third, fourth]);
  assert.equal(backups().length, 4, 'and the new one');
  assert.equal(schedule.status().trouble, null);
  assert.ok(world.logged.includes('the stick is small: older backups went before their time'));
  const kept = backups();
  capacity = 2 * size;
  world.seq += 1;
  await pass(15);
  assert.equal(schedule.status().trouble?.kind, 'diskFull');
  assert.deepEqual(backups(), kept, `${oldest} and ${second} are gone, no other`);
  await schedule.stop();
});

test('a clock that is set back does not make the newest backup the oldest', async (t) => {
  const { parts, pass, world, backups, clock } = prepare(t);
  let offset = 0;
  const schedule = startSchedule({
    ...parts,
    settings: { ...parts.settings, keep: 2 },
    clock: { now: () => clock.now() - offset, sleep: clock.sleep },
  });
  await pass(1);
  offset = 365 * 24 * 60 * minute;
  for (let each = 0; each < 2; each += 1) {
    world.seq += 1;
    await pass(15);
  }
  assert.equal(backups().length, 2);
  assert.ok(
    backups().every((name) => name.startsWith('tenring-2025')),
    String(backups()),
  );
  await schedule.stop();
});
