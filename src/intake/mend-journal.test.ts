// A journal of which a disk has turned a bit, beside an archive that is whole; and an archive that is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JournalGapError } from '../journal/journal.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { silentLog } from '../kit/log.ts';
import { chainRecords } from '../testing/chained-records.ts';
import { sampleRecords } from '../testing/sample-records.ts';
import { mendJournal } from './mend-journal.ts';

const cup = 'cup';
const whole = chainRecords(sampleRecords(1, 40));

/** One bit of what a name or a number is made of. */
function damaged(records: readonly Uint8Array[], seq: number): Uint8Array[] {
  return records.map((bytes, index) => {
    if (index !== seq - 1) return bytes;
    const other = Uint8Array.from(bytes);
    other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
    return other;
  });
}

async function mend(inJournal: readonly Uint8Array[], archived: readonly Uint8Array[], trimmedUpTo = 0) {
  const journal = createMemoryJournal();
  await journal.append(cup, { epoch: '', seq: 0 }, inJournal);
  await journal.forget(cup, trimmedUpTo);
  const said: string[] = [];
  const archive = {
    read: async (_: string, after: number, limit: number) =>
      archived.slice(after, after + limit).map((bytes, index) => ({ seq: after + index + 1, bytes })),
  };
  const log = {
    ...silentLog,
    error: (about: object, words: string) => void said.push(`${JSON.stringify(about)} ${words}`),
  };
  await mendJournal(cup, archived.length, { journal, archive, log });
  return { journal, said };
}

test('nothing is wrong: nothing is said, and the journal keeps what it has', async () => {
  for (const [length, trimmed] of [
    [40, 0],
    [30, 0],
    [30, 25],
    [30, 30],
    [0, 0],
  ] as const) {
    const { journal, said } = await mend(whole, whole.slice(0, length), trimmed);
    assert.deepEqual(said, []);
    assert.equal((await journal.read(cup, trimmed, 100)).length, 40 - trimmed);
  }
});

test('a damaged fact that the archive has whole: the archive is believed, what it has not yet stays', async () => {
  for (const seq of [28, 30]) {
    const { journal, said } = await mend(damaged(whole, seq), whole.slice(0, 30), 25);
    assert.match(said.join(), new RegExp(`"seq":${seq}.*was damaged: is the disk failing`));
    await assert.rejects(journal.read(cup, 29, 1), JournalGapError);
    assert.deepEqual(
      (await journal.read(cup, 30, 100)).map(({ bytes }) => Buffer.from(bytes)),
      whole.slice(30).map((bytes) => Buffer.from(bytes)),
    );
  }
});

test('the last fact of all has no successor to tell: the archive is believed', async () => {
  const { journal, said } = await mend(damaged(whole, 40), whole);
  assert.match(said.join(), /"seq":40/);
  assert.equal((await journal.head(cup)).seq, 40);
});

test('an archive whose own fact does not fit the next one changes nothing in the journal', async () => {
  const { journal, said } = await mend(whole, damaged(whole, 28).slice(0, 30));
  assert.match(said.join(), /"seq":28.*archive’s does not fit: tenring verify/);
  assert.equal((await journal.read(cup, 0, 100)).length, 40);
});
