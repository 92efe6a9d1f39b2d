import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangedEntries, DeskEntries, DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { ApiFailure, type Call } from '../../store/api.ts';
import { changeOf, withdrawalOf } from './entry-requests.ts';
import { createEntryStore, type EntryStore } from './entry-store.ts';

const adi: DeskEntry = { number: 1, name: 'Adi', club: 'Garuda', category: 'RM', target: '1A' };
const bayu: DeskEntry = { ...adi, number: 2, name: 'Bayu', target: null };
const told = { key: 'desk.told.many' as const, values: {} };
const position = (seq: number) => ({ epoch: 'e', seq });
const listAt = (seq: number, ...entries: DeskEntry[]): DeskEntries => ({
  ...{ position: position(seq), entries, withdrawn: [] },
});

/** Answers one after the other; a failure is thrown. */
function open(...answers: readonly (DeskEntries | ChangedEntries | ApiFailure)[]) {
  const asked: [string, Call | undefined][] = [];
  const left = [...answers];
  const store = createEntryStore('/entries', async <T>(path: string, call?: Call) => {
    asked.push([path, call]);
    const answer = left.shift();
    assert.ok(answer, `${path} was not expected`);
    if (answer instanceof ApiFailure) throw answer;
    return answer as T;
  });
  return { store, asked };
}

const namesIn = (store: EntryStore) => store.state().entries?.map(({ name }) => name);
const refused = new ApiFailure(409, { code: 'entryChangedMeanwhile', message: '', details: {} });

test('a change shows without fetching the list again, and is taken back', async () => {
  const came = { ...adi, name: 'Ardi' };
  const { store, asked } = open(
    listAt(5, adi, bayu),
    { position: position(6), entries: [came], added: [] },
    { position: position(7), entries: [adi], added: [] },
  );
  await store.load();
  const outcome = await store.change(changeOf([adi], { name: 'Ardi' }), told);
  assert.equal(outcome.kind, 'done');
  assert.deepEqual(namesIn(store), ['Ardi', 'Bayu']);
  const [last] = store.state().done;
  assert.ok(last);
  await store.undo(last.id);
  assert.deepEqual(namesIn(store), ['Adi', 'Bayu']);
  assert.deepEqual([store.state().done, store.state().undone], [[], told]);
  assert.deepEqual(
    asked.map(([path, call]) => [path, call?.method]),
    [
      ['/entries/details', undefined],
      ['/entries', 'PATCH'],
      ['/entries', 'PATCH'],
    ],
  );
  assert.equal(await store.undo(last.id), undefined);
});

test('a list that was fetched before a change came back does not take it away', async () => {
  const { store } = open(
    listAt(5, adi),
    { position: position(8), entries: [{ ...adi, name: 'Ardi' }], added: [] },
    listAt(7, adi),
    listAt(9, bayu),
  );
  await store.load();
  await store.change(changeOf([adi], { name: 'Ardi' }), told);
  await store.load();
  assert.deepEqual(namesIn(store), ['Ardi']);
  await store.load();
  assert.deepEqual(namesIn(store), ['Bayu']);
});

test('who is withdrawn is not in the list, and the list is asked for anew', async () => {
  const { store } = open(listAt(5, adi, bayu), { position: position(6), entries: [], added: [] }, listAt(6, bayu));
  await store.load();
  await store.change(withdrawalOf([1], 'ill'), told);
  assert.deepEqual(namesIn(store), ['Bayu']);
});

test('what is refused changes nothing, is not among what can be taken back, and brings what is there now', async () => {
  const { store } = open(listAt(5, adi), refused, listAt(6, { ...adi, club: 'Elang' }));
  await store.load();
  const outcome = await store.change(changeOf([adi], { name: 'Ardi' }), told);
  assert.deepEqual(outcome, { kind: 'failed', failure: refused });
  assert.deepEqual([store.state().done, store.state().isBusy], [[], false]);
  assert.equal(store.state().entries?.[0]?.club, 'Elang');
});

test('an undo that is refused can be asked for again', async () => {
  const { store } = open(
    listAt(5, adi),
    { position: position(6), entries: [{ ...adi, name: 'Ardi' }], added: [] },
    refused,
    listAt(9, adi),
  );
  await store.load();
  await store.change(changeOf([adi], { name: 'Ardi' }), told);
  const id = store.state().done[0]?.id ?? 0;
  assert.equal((await store.undo(id))?.kind, 'failed');
  assert.equal(store.state().done.length, 1);
});
