import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, ask, categoryOf, creation, newEntry, smallCompetition } from '../testing/small-competition.ts';
import type { NewEntry } from './commands.ts';
import { entryKey } from './decide-import.ts';
import { targetSheetOf } from './target-sheet.ts';

const state = smallCompetition();
const importing = (...entries: NewEntry[]) => ({ kind: 'importEntries', categories: [], entries }) as const;

test('entries are numbered on, and stand at their butt in the order of the letters', () => {
  const next = after(state, importing(newEntry(' Fajar  ', 'RM', '1D', ' Elang '), newEntry('Gita', 'CW', '1C')));
  assert.equal(next.entryCount, 7);
  assert.deepEqual(next.entries.at(6), {
    number: 6,
    name: 'Fajar',
    club: 'Elang',
    category: 'RM',
    target: { butt: 1, letter: 'D' },
  });
  assert.deepEqual(
    targetSheetOf(next, 1)?.archers.map((archer) => archer.target),
    ['1A', '1B', '1C', '1D'],
  );
  assert.equal(state.entryCount, 5);
  assert.equal(targetSheetOf(state, 1)?.archers.length, 2);
});

test('one wrong entry and none is registered', () => {
  const good = newEntry('Hana', 'RM', '3A');
  const cases = [
    [newEntry('  ', 'RM'), { code: 'nameMissing' }],
    [newEntry('Indra', 'BM'), { code: 'unknownCategory', category: 'BM' }],
    [newEntry('Indra', 'RM', '1A'), { code: 'targetTaken', target: '1A', name: 'Adi Pranata' }],
    [newEntry('Indra', 'RM', '3A'), { code: 'targetTaken', target: '3A', name: 'Hana' }],
    [
      newEntry('ADI  pranata ', 'RM'),
      { code: 'duplicateEntry', name: 'ADI  pranata ', club: 'Garuda', category: 'RM' },
    ],
    [newEntry('hana', 'RM'), { code: 'duplicateEntry', name: 'hana', club: 'Garuda', category: 'RM' }],
  ] as const;
  for (const [wrong, rejection] of cases) {
    const answer = ask(state, importing(good, wrong));
    assert.deepEqual(answer.rejection, rejection);
    assert.equal(answer.state, state);
  }
  assert.equal(ask(state, importing(good)).rejection, undefined);
});

test('nothing to import is said, categories alone included', () => {
  const answer = ask(state, { kind: 'importEntries', categories: [categoryOf('BM')], entries: [] });
  assert.deepEqual(answer.rejection, { code: 'nothingToImport' });
});

test('new categories come along; one that is there, or given twice, keeps its round', () => {
  const [rm, bm] = [categoryOf('RM'), categoryOf('BM')];
  const categories = [{ ...rm, roundId: 'wa720-60' }, bm, { ...bm, name: 'Again' }];
  const { facts, state: next } = ask(state, { kind: 'importEntries', categories, entries: [newEntry('Joko', 'BM')] });
  assert.deepEqual(facts[0], { kind: 'categoriesAdded', categories: [bm] });
  assert.deepEqual(next?.categories.get('RM'), rm);

  const odd = { code: 'ODD', name: 'Odd', roundId: 'wa720-71' };
  const answer = ask(state, { kind: 'importEntries', categories: [odd], entries: [newEntry('Joko', 'ODD')] });
  assert.deepEqual(answer.rejection, { code: 'unknownRound', roundId: 'wa720-71' });
});

test('the same name in another club or category is another athlete', () => {
  const next = after(
    state,
    importing(newEntry('Adi Pranata', 'CW'), newEntry('Adi Pranata', 'RM', undefined, 'Elang')),
  );
  assert.equal(next.entryCount, 7);
});

test('a name is the same however its accents are encoded', () => {
  const key = (name: string) => entryKey({ name, club: '', category: 'RM' });
  assert.equal(key('Ren\u00e9e'), key('Rene\u0301e'));
  assert.notEqual(key('Renee'), key('Ren\u00e9e'));
});

test('a large field goes into several facts, all or none of them', () => {
  const entries = Array.from({ length: 1201 }, (_, index) => newEntry(`Athlete ${index}`, 'RM'));
  const created = after(undefined, creation);
  const command = { kind: 'importEntries', categories: [categoryOf('RM')], entries } as const;
  const { facts, state: next } = ask(created, command);
  assert.deepEqual(
    facts.map((fact) => (fact.kind === 'entriesRegistered' ? fact.entries.length : fact.kind)),
    ['categoriesAdded', 500, 500, 201],
  );
  assert.deepEqual(
    [...(next?.entries.entries() ?? [])].map(([at, entry]) => entry.number - at),
    entries.map(() => 0),
  );
  const spoiled = ask(created, { ...command, entries: [...entries, newEntry('Athlete 0', 'RM')] });
  assert.equal(spoiled.rejection?.code, 'duplicateEntry');
  assert.deepEqual(spoiled.facts, []);
});
