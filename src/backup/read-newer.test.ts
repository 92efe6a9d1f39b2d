// What was acknowledged meanwhile, read from a journal in memory and an archive made up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCompetition } from '../domain/competition.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { noHash } from '../journal/record-chain.ts';
import { savedAfter } from '../testing/data-folder.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { BackupFailedError } from './backup-failure.ts';
import { type NewerParts, readNewer } from './read-newer.ts';

const dates = { from: '2026-05-02', to: '2026-05-03' };
const state = emptyCompetition({ name: 'Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' });
const nothing = new Map<string, number>();

/** Each competition saved to there, and archived as far as `archived` says. */
async function prepare(saved: Readonly<Record<string, number>>, archived: Readonly<Record<string, number>> = {}) {
  const journal = createMemoryJournal();
  for (const [id, count] of Object.entries(saved)) {
    const records = savedAfter(id, 0, count).map(({ bytes }) => bytes);
    await journal.append(id, { epoch: '', seq: 0 }, records);
  }
  const known = new Map(Object.entries(saved));
  const archive: NewerParts['archive'] = {
    list: async () => Object.entries(archived).map(([id, seq]) => ({ id, seq })),
    read: async (id, after, limit) => savedAfter(id, after, Math.min(archived[id] ?? 0, after + limit)),
  };
  const intake = { list: () => [...known].map(([id, seq]) => ({ id, at: { epoch: 'e', seq }, state, head: noHash })) };
  return { parts: { intake, journal, archive, clock: createManualClock(7) }, journal, known };
}

const placesOf = (records: readonly { readonly competition: string; readonly seq: number }[]) =>
  records.map(({ competition, seq }) => `${competition} ${seq}`);

test('of each competition what comes after what the file has, up to its head and not beyond', async () => {
  const { parts, known } = await prepare({ a: 6, b: 3, c: 2 });
  known.set('a', 5);
  const reached = new Map([
    ['a', 3],
    ['b', 3],
  ]);
  const { at, heads, records } = await readNewer(parts, reached, undefined);
  assert.equal(at, 7);
  assert.deepEqual(placesOf(heads.map(({ id, seq }) => ({ competition: id, seq }))), ['a 5', 'b 3', 'c 2']);
  assert.deepEqual(placesOf(records), ['a 4', 'a 5', 'c 1', 'c 2']);
  assert.deepEqual(
    records.slice(0, 2),
    savedAfter('a', 3, 5).map((each) => ({ ...each, bytes: Uint8Array.from(each.bytes) })),
  );
});

test('of one event only its own', async () => {
  const { parts } = await prepare({ a: 4, b: 3 });
  const { heads, records } = await readNewer(parts, nothing, 'b');
  assert.deepEqual([heads.length, placesOf(records)], [1, ['b 1', 'b 2', 'b 3']]);
});

test('what the file has beyond a head is not asked for again', async () => {
  const { parts } = await prepare({ a: 4 });
  assert.deepEqual((await readNewer(parts, new Map([['a', 9]]), undefined)).records, []);
});

test('more than a page at once', async () => {
  const { parts } = await prepare({ a: 4_100 });
  const { records } = await readNewer(parts, new Map([['a', 50]]), undefined);
  assert.deepEqual([records.length, records[0]?.seq, records.at(-1)?.seq], [4_050, 51, 4_100]);
});

test('out of the archive where the stream is trimmed, and on in the stream', async () => {
  const { parts, journal } = await prepare({ a: 8 }, { a: 6 });
  journal.trim('a', 6);
  const { records } = await readNewer(parts, new Map([['a', 2]]), undefined);
  assert.deepEqual(placesOf(records), ['a 3', 'a 4', 'a 5', 'a 6', 'a 7', 'a 8']);
});

test('a competition that goes while it is read is left as far as it was read', async () => {
  const { parts, journal } = await prepare({ a: 4, b: 2 });
  await journal.remove('a');
  assert.deepEqual(placesOf((await readNewer(parts, nothing, undefined)).records), ['b 1', 'b 2']);
});

test('one that is there and cannot be read, or a journal that is away: no backup', async () => {
  const lost = await prepare({ a: 4 }, { a: 2 });
  await lost.journal.remove('a');
  await assert.rejects(readNewer(lost.parts, new Map([['a', 2]]), undefined), BackupFailedError);
  const away = await prepare({ a: 4 });
  away.journal.goDown();
  await assert.rejects(readNewer(away.parts, nothing, undefined), /the journal cannot be read/);
  assert.deepEqual(
    (await readNewer(away.parts, new Map([['a', 4]]), undefined)).records,
    [],
    'nothing is new: nothing is asked',
  );
});
