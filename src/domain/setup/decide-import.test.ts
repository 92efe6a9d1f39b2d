import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, ask, categoryOf, creation, newEntry, smallCompetition } from '../../testing/small-competition.ts';
import { targetSheetOf } from '../card/target-sheet.ts';
import type { NewEntry } from '../commands.ts';
import { entryKey } from './entry-collision.ts';

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

const u21 = { code: 'RU21M', name: 'Recurve Under 21 Men', roundId: 'wa720-70' };
const withDetails = (details: Partial<NewEntry>, category = 'RM') =>
  importing({ ...newEntry('Hana', category), ...details });

test('country, year of birth and further categories are kept, and absent when empty', () => {
  const young = { kind: 'importEntries', categories: [u21], entries: [newEntry('Lima', 'RU21M')] } as const;
  const known = after(state, young);
  const next = after(known, withDetails({ country: ' INA ', bornIn: 2008, also: ['RU21M', 'RM', 'RU21M'] }));
  const plain = { number: 7, name: 'Hana', club: 'Garuda', category: 'RM', target: undefined };
  assert.deepEqual(next.entries.at(7), { ...plain, country: 'INA', bornIn: 2008, also: ['RU21M'] });
  assert.deepEqual(after(known, withDetails({ country: ' ', also: [] })).entries.at(7), plain);
  assert.deepEqual(after(known, withDetails({ also: ['RM'] })).entries.at(7), plain);
});

test('a further category may come along with the list', () => {
  const entries = [{ ...newEntry('Hana', 'RM'), also: ['RU21M'] }];
  const next = after(state, { kind: 'importEntries', categories: [u21], entries });
  assert.deepEqual(next.entries.at(6)?.also, ['RU21M']);
});

test('details that cannot be', () => {
  const bornInWrong = (bornIn: number) => ({ code: 'bornInWrong', name: 'Hana', bornIn }) as const;
  const cases = [
    [{ country: 'x'.repeat(61) }, { code: 'countryWrong', country: 'x'.repeat(61) }],
    [{ country: 'I\nNA' }, { code: 'countryWrong', country: 'I\nNA' }],
    [{ bornIn: 1899 }, bornInWrong(1899)],
    [{ bornIn: 2027 }, bornInWrong(2027)],
    [{ bornIn: 2000.5 }, bornInWrong(2000.5)],
    [{ also: ['BM'] }, { code: 'unknownCategory', category: 'BM' }],
    [{ also: ['CW'] }, { code: 'otherRound', category: 'RM', also: 'CW' }],
  ] as const;
  for (const [details, rejection] of cases) {
    const answer = ask(state, withDetails(details));
    assert.deepEqual(answer.rejection, rejection);
    assert.equal(answer.state, state);
  }
  for (const bornIn of [1900, 2026]) assert.equal(ask(state, withDetails({ bornIn })).rejection, undefined);
});

test('age classes of World Archery go by the year: upwards from the young, downwards from the old', () => {
  const classes = ['RU18M', 'R50M'].map((code) => categoryOf(code));
  const own = { code: 'TU18', name: 'Own', roundId: 'wa720-70' };
  const register = (code: string, bornIn: number, also: readonly string[] = []) =>
    ask(state, {
      kind: 'importEntries',
      categories: [...classes, own, u21],
      entries: [{ ...newEntry('Hana', code), bornIn, also }],
    }).rejection?.code;
  assert.deepEqual([register('RU18M', 2009), register('RU18M', 2008)], [undefined, 'bornInWrong']);
  assert.equal(register('RU18M', 2016), undefined);
  assert.deepEqual([register('R50M', 1976), register('R50M', 1977)], [undefined, 'bornInWrong']);
  assert.deepEqual([register('RM', 1930), register('RM', 2016)], [undefined, undefined]);
  // What an own code means nobody knows.
  assert.equal(register('TU18', 1930), undefined);
  assert.deepEqual([register('RM', 2006, ['RU21M']), register('RM', 2005, ['RU21M'])], [undefined, 'bornInWrong']);
});

test('a category that comes along has a code and a name, and a round of the competition’s own if it likes', () => {
  const bring = (code: string, name = 'Own', roundId = 'wa720-70') =>
    ask(state, { kind: 'importEntries', categories: [{ code, name, roundId }], entries: [newEntry('Hana', 'RM')] });
  assert.deepEqual(bring('two words').rejection, { code: 'categoryWrong', category: 'two words' });
  assert.deepEqual(bring('X', ' ').rejection, { code: 'nameMissing' });
  const round = { id: 'own', name: 'Own', discipline: 'outdoor', distances: [] } as const;
  const known = { ...state, rounds: new Map([['own', round]]) };
  const command = { kind: 'importEntries', entries: [newEntry('Hana', 'P')] } as const;
  const own = ask(known, { ...command, categories: [{ code: 'P', name: 'Pemula', roundId: 'own' }] });
  assert.equal(own.rejection, undefined);
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
