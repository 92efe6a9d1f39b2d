// The maker with its real thread, on a data folder made by hand; intake and archive are what it is told.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { emptyCompetition } from '../domain/competition.ts';
import type { CompetitionView } from '../intake/intake.ts';
import { noHash } from '../journal/record-chain.ts';
import { systemClock } from '../kit/clock.ts';
import { type Facts, makeDataFolder, temporaryFolder } from '../testing/data-folder.ts';
import { BackupFailedError } from './backup-failure.ts';
import { createBackupMaker } from './make-backup.ts';

const dates = { from: '2026-05-02', to: '2026-05-03' };
const state = emptyCompetition({ name: 'Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' });

function viewsOf(facts: Facts): readonly CompetitionView[] {
  return Object.entries(facts).map(([id, seq]) => ({ id, at: { epoch: 'e', seq }, state, head: noHash }));
}

/** `known` is what intake has each time it is asked, the last for good. */
function makerFor(t: TestContext, archived: Facts, known: readonly Facts[]) {
  const base = temporaryFolder(t);
  let asked = 0;
  const maker = createBackupMaker({
    ...{ dataFolder: makeDataFolder(base, 'data', archived), version: '1.2.3', clock: systemClock },
    intake: {
      list() {
        asked += 1;
        return viewsOf(known[Math.min(asked, known.length) - 1] ?? {});
      },
    },
    journal: { read: () => Promise.resolve([]) },
    archive: {
      drained: () => Promise.resolve(),
      list: () => Promise.resolve(Object.entries(archived).map(([id, seq]) => ({ id, seq }))),
      read: () => Promise.resolve([]),
      stats: () => ({ competitions: [], facts: 0, batches: 0, fileBytes: 0, lastCommitMs: 0, trouble: undefined }),
    },
  });
  const target = join(base, 'all.tenring');
  return { maker, target, asked: () => asked };
}

test('a competition that is deleted while a backup begins is not missed in it', async (t) => {
  const { maker, target, asked } = makerFor(t, { aaaaaaaa: 20 }, [
    { aaaaaaaa: 20, bbbbbbbb: 30 },
    { aaaaaaaa: 20, bbbbbbbb: 30 },
    { aaaaaaaa: 20 },
  ]);
  const { manifest } = await maker.make(target);
  assert.deepEqual(
    manifest.competitions.map(({ id, seq }) => [id, seq]),
    [['aaaaaaaa', 20]],
  );
  assert.equal(asked(), 5, 'once more for as long as it is still going; then at the end, until there is nothing new');
});

test('one that is there and not whole is still refused, at once and without a file', async (t) => {
  const { maker, target, asked } = makerFor(t, { aaaaaaaa: 20 }, [{ aaaaaaaa: 25 }]);
  await assert.rejects(maker.make(target), BackupFailedError);
  assert.deepEqual([asked(), existsSync(target)], [1, false]);
});

test('the only one that was asked for cannot be made up for', async (t) => {
  const { maker, target } = makerFor(t, { aaaaaaaa: 20 }, [{ aaaaaaaa: 20, bbbbbbbb: 30 }]);
  await assert.rejects(maker.make(target, 'bbbbbbbb'), BackupFailedError);
  assert.ok(!existsSync(target));
});

test('what was saved meanwhile and cannot be read: the reason comes through the thread, and no file stays', async (t) => {
  const { maker, target } = makerFor(t, { aaaaaaaa: 20 }, [{ aaaaaaaa: 20 }, { aaaaaaaa: 25 }]);
  await assert.rejects(maker.make(target), (error) => {
    assert.ok(error instanceof BackupFailedError, String(error));
    assert.match(error.message, /^facts 21 to 25 of Cup cannot be read$/);
    return true;
  });
  assert.deepEqual(readdirSync(dirname(target)), ['data']);
  await maker.idle();
});
