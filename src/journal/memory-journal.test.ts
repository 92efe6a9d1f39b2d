import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appended, journalContract, nowhere, recordsOf, watched } from './journal.contract.ts';
import { JournalUnavailableError } from './journal.ts';
import { createMemoryJournal, createMemoryJournalStore } from './memory-journal.ts';

const store = createMemoryJournalStore();
journalContract('in memory', () => ({
  open: () => Promise.resolve(createMemoryJournal(store)),
  trim: (competition, beforeSeq) => Promise.resolve(createMemoryJournal(store).trim(competition, beforeSeq)),
}));

test('in memory: down and up again, and a watcher hears that it may have missed something', async () => {
  const [journal, other] = [createMemoryJournal(store), createMemoryJournal(store)];
  const states: string[] = [];
  journal.onState((state) => states.push(state));
  const { told, missed, until } = await watched(journal);
  journal.goDown();
  await assert.rejects(journal.append('c', nowhere, recordsOf('a')), JournalUnavailableError);
  await appended(other, 'c', 'a');
  journal.goUp();
  await until(() => missed() === 2);
  assert.deepEqual(told, []);
  await appended(other, 'c', 'b');
  assert.deepEqual(told, ['c:2']);
  assert.deepEqual(states, ['down', 'up']);
});
