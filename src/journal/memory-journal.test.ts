import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appended, followed, journalContract, nowhere, recordsOf, textsOf } from './journal.contract.ts';
import { JournalUnavailableError } from './journal.ts';
import { createMemoryJournal, createMemoryJournalStore } from './memory-journal.ts';

const store = createMemoryJournalStore();
journalContract('in memory', () => ({
  open: () => Promise.resolve(createMemoryJournal(store)),
  trim: (competition, beforeSeq) => Promise.resolve(createMemoryJournal(store).trim(competition, beforeSeq)),
}));

test('in memory: down and up again, and a follower that waits it out', async () => {
  const journal = createMemoryJournal();
  const states: string[] = [];
  journal.onState((state) => states.push(state));
  journal.goDown();
  await assert.rejects(journal.append('c', nowhere, recordsOf('a')), JournalUnavailableError);
  const following = followed(journal, 'c', 0, 1);
  journal.goUp();
  assert.deepEqual(await journal.head('c'), nowhere);
  await appended(journal, 'c', 'a');
  assert.deepEqual(textsOf(await following), ['1:a']);
  assert.deepEqual(states, ['down', 'up']);
});
