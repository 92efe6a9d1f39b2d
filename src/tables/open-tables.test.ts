// Orders over a fake thread: one at a time, bounded, given up when nobody wants them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompetitionDocument } from '../domain/document/document.ts';
import type { TablesOrder } from './messages.ts';
import { createTables, TablesBusyError } from './open-tables.ts';
import type { TablesTold } from './start-tables.ts';

interface FakeThread extends TablesTold {
  readonly order: TablesOrder;
  isEnded: boolean;
}

function open() {
  const threads: FakeThread[] = [];
  const said: string[] = [];
  const note = (_: object, message: string) => void said.push(message);
  const tables = createTables({
    startTables: (order, told) => {
      const thread: FakeThread = { ...told, order, isEnded: false };
      threads.push(thread);
      return {
        end: () => {
          thread.isEnded = true;
          told.ended(undefined);
        },
      };
    },
    log: { debug: note, info: note, warn: note, error: note },
  });
  const wanted = () =>
    ({ kind: 'write', content: {} as CompetitionDocument, tables: ['medals'], format: 'csv', language: 'en' }) as const;
  return { tables, threads, said, write: () => tables.write(wanted) };
}

const file = { bytes: new Uint8Array(), sheet: undefined };
const sheet = { sheets: ['x'], sheet: 'x', rows: [] };
const piece = (byte: number) => ({ kind: 'piece', bytes: Uint8Array.of(byte) }) as const;

test('one after the other, and what cannot be read is said as it is', async () => {
  const { tables, threads } = open();
  const [first, second] = [tables.read(file), tables.read(file)];
  assert.equal(threads.length, 1);
  threads[0]?.said({ kind: 'unreadable', problem: { code: 'hasMacros', details: {} } });
  assert.equal(threads.length, 1);
  threads[0]?.ended(undefined);
  await assert.rejects(first, { name: 'TableFileError', problem: { code: 'hasMacros', details: {} } });
  threads[1]?.said({ kind: 'read', sheet });
  threads[1]?.ended(undefined);
  assert.deepEqual(await second, sheet);
});

test('a file that takes all memory is too large, and the next one is read', async () => {
  const { tables, threads, said } = open();
  const [first, second] = [tables.read(file), tables.read(file)];
  threads[0]?.ended(new Error('out of memory'));
  await assert.rejects(first, { problem: { code: 'unpacksTooLarge', details: {} } });
  assert.deepEqual(said, ['a spreadsheet was given up']);
  threads[1]?.said({ kind: 'read', sheet });
  threads[1]?.ended(undefined);
  assert.deepEqual(await second, sheet);
});

test('a file that takes all time is given up', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { tables, threads } = open();
  const reading = tables.read(file);
  t.mock.timers.tick(19_000);
  assert.equal(threads[0]?.isEnded, false);
  t.mock.timers.tick(2_000);
  assert.equal(threads[0]?.isEnded, true);
  await assert.rejects(reading, { problem: { code: 'unpacksTooLarge', details: {} } });
});

test('pieces are passed on while they are made', async () => {
  const { threads, write } = open();
  const writing = write();
  threads[0]?.said(piece(1));
  const pieces = await writing;
  assert.deepEqual((await pieces.next()).value, Uint8Array.of(1));
  const next = pieces.next();
  threads[0]?.said(piece(2));
  assert.deepEqual((await next).value, Uint8Array.of(2));
  threads[0]?.said(piece(3));
  threads[0]?.said({ kind: 'written' });
  threads[0]?.ended(undefined);
  assert.deepEqual((await pieces.next()).value, Uint8Array.of(3));
  assert.equal((await pieces.next()).done, true);
});

test('a thread that ends without its last word is a fault, before the first piece and after', async () => {
  const { threads, write, said } = open();
  const early = write();
  threads[0]?.ended(undefined);
  await assert.rejects(early, /without a word/);
  const late = write();
  threads[1]?.said(piece(1));
  const pieces = await late;
  await pieces.next();
  threads[1]?.ended(new Error('no memory'));
  await assert.rejects(pieces.next(), /no memory/);
  assert.equal(said.length, 2);
});

test('whoever goes away ends it, and the next is made', async () => {
  const { threads, write } = open();
  const writing = write();
  threads[0]?.said(piece(1));
  const pieces = await writing;
  await pieces.next();
  const other = write();
  assert.equal(threads.length, 1);
  await pieces.return(undefined);
  assert.equal(threads[0]?.isEnded, true);
  threads[1]?.said(piece(9));
  assert.deepEqual((await (await other).next()).value, Uint8Array.of(9));
});

test('what waits is bounded, and so is what nobody fetches', async () => {
  const waiting = open();
  const all = Array.from({ length: 10 }, () => waiting.tables.read(file));
  await assert.rejects(all[9] ?? Promise.resolve(), TablesBusyError);
  waiting.tables.close();
  const ended = await Promise.allSettled(all);
  assert.deepEqual(
    ended.map((each) => each.status === 'rejected' && each.reason.name),
    ['TableFileError', ...Array(9).fill('TablesBusyError')],
  );
  assert.equal(waiting.threads.length, 1);
  const unfetched = open();
  for (let count = 0; count < 16; count += 1) {
    const writing = unfetched.write();
    const thread = unfetched.threads.at(-1);
    thread?.said(piece(1));
    thread?.said({ kind: 'written' });
    thread?.ended(undefined);
    await (await writing).next();
  }
  await assert.rejects(unfetched.write(), TablesBusyError);
});
