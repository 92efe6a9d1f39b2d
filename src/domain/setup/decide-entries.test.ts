import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  after,
  ask,
  categoryOf,
  contextOf,
  fold,
  newEntry,
  organiser,
  score,
  smallCompetition,
  tabletAt1,
} from '../../testing/small-competition.ts';
import { targetSheetOf } from '../card/target-sheet.ts';
import type { ChangeEntries, Command, EntryChange, NewEntry } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { findDocumentProblem } from '../document/check-document.ts';
import { competitionToDocument } from '../document/competition-to-document.ts';
import { leaderboardOf } from '../ranking/leaderboard.ts';
import { formatTarget, parseTarget } from '../target.ts';
import type { TargetDraw } from './draw-targets.ts';

const state = smallCompetition();

function entryAt(at: Competition, number: number): NewEntry {
  const entry = at.entries.at(number);
  assert.ok(entry, `entry ${number}`);
  const { number: _, ...rest } = entry;
  return rest;
}

function change(entry: number, now: Partial<NewEntry>, at = state): EntryChange {
  const was = entryAt(at, entry);
  return { entry, was, now: { ...was, ...now } };
}

const changing = (...changes: EntryChange[]): ChangeEntries => ({ kind: 'changeEntries', changes });
const place = (text: string) => ({ target: parseTarget(text) });
const placesOf = (at: Competition) =>
  Array.from(at.entries.values(), ({ target }) => (target ? formatTarget(target) : ''));

function assertRejected(at: Competition, command: Command, rejection: object): void {
  const answer = ask(at, command);
  assert.deepEqual([answer.rejection, answer.facts], [rejection, []]);
  assert.equal(answer.state, at);
}

test('an entry is another from now on, and everything that shows it follows', () => {
  const next = after(state, changing(change(1, { name: ' Adi P. ', club: 'Elang ', ...place('2C') })));
  assert.deepEqual(next.entries.at(1), { number: 1, ...newEntry('Adi P.', 'RM', '2C', 'Elang') });
  assert.deepEqual(
    [1, 2].map((butt) => targetSheetOf(next, butt)?.archers.map(({ entry }) => entry)),
    [[2], [3, 4, 1]],
  );
  assert.equal(leaderboardOf(next, 'RM')?.rows.find(({ entry }) => entry === 1)?.target, '2C');
  assert.equal(state.entries.at(1)?.name, 'Adi Pranata');
});

test('another category: out of one ranking, into the other', () => {
  const next = after(state, changing(change(3, { category: 'RM' })));
  const entriesIn = (code: string) => leaderboardOf(next, code)?.rows.map(({ entry }) => entry);
  assert.deepEqual([entriesIn('RM'), entriesIn('CW')], [[1, 2, 3, 5], [4]]);
});

test('a fact says where somebody was and is no more', () => {
  const moved = ask(state, changing(change(1, { category: 'CW', ...place('3A') }), change(2, { club: 'Elang' })));
  assert.deepEqual(
    moved.facts.map((fact) => fact.kind === 'entriesChanged' && fact.left),
    [{ categories: ['RM'], butts: [1] }],
  );
  const renamed = ask(state, changing(change(1, { name: 'Adi' })));
  assert.ok(renamed.facts.every((fact) => !('left' in fact)));
});

test('two archers swap their targets: only the end counts', () => {
  const next = after(state, changing(change(1, place('2B')), change(4, place('1A'))));
  assert.deepEqual(placesOf(next), ['2B', '1B', '2A', '1A', '']);
  assertRejected(state, changing(change(1, place('2B'))), { code: 'targetTaken', target: '2B', name: 'Dewi Maharani' });
  const both = changing(change(1, place('3A')), change(2, place('3A')));
  assertRejected(state, both, { code: 'targetTaken', target: '3A', name: 'Adi Pranata' });
});

test('a change that was made upon something else is refused, with what it is now', () => {
  const first = after(state, changing(change(1, { club: 'Elang' })));
  const second = changing(change(1, { name: 'Adi P.' }));
  const now = 'Adi Pranata · Elang · RM · 1A';
  assertRejected(first, second, { code: 'entryChangedMeanwhile', entry: 1, name: 'Adi Pranata', now });
  // The same change again, too: a repeated request is known by its command's id, not by this.
  assertRejected(first, changing(change(1, { club: 'Elang' })), {
    ...{ code: 'entryChangedMeanwhile', entry: 1, name: 'Adi Pranata', now },
  });
  const back = changing({ entry: 1, was: entryAt(first, 1), now: entryAt(state, 1) });
  assert.deepEqual(after(first, back).entries.at(1), state.entries.at(1));
});

test('one wrong change and nothing is changed', () => {
  const good = change(3, { club: 'Elang' });
  const cases: readonly (readonly [EntryChange, object])[] = [
    [change(1, { name: ' ' }), { code: 'nameMissing' }],
    [change(1, { category: 'BM' }), { code: 'unknownCategory', category: 'BM' }],
    [change(1, { country: 'x'.repeat(61) }), { code: 'countryWrong', country: 'x'.repeat(61) }],
    [change(1, { licence: 'a\nb' }), { code: 'licenceWrong', licence: 'a\nb' }],
    [change(1, { bornIn: 2030 }), { code: 'bornInWrong', name: 'Adi Pranata', bornIn: 2030 }],
    [change(1, { also: ['CW'] }), { code: 'otherRound', category: 'RM', also: 'CW' }],
    [
      change(1, { name: 'BAYU  lesmana' }),
      { code: 'duplicateEntry', name: 'BAYU  lesmana', club: 'Garuda', category: 'RM' },
    ],
    [
      { entry: 9, was: newEntry('A', 'RM'), now: newEntry('B', 'RM') },
      { code: 'unknownEntry', entry: 9 },
    ],
  ];
  for (const [wrong, rejection] of cases) assertRejected(state, changing(good, wrong), rejection);
  assertRejected(state, changing(), { code: 'nothingToChange' });
  assert.deepEqual(ask(state, changing(good), tabletAt1).rejection, { code: 'notAllowed', role: 'scorer' });
});

test('membership and needs are kept as one writes them, and absent when empty', () => {
  const needs = ['leftHanded', 'wheelchair', 'leftHanded'] as const;
  const next = after(state, changing(change(1, { licence: ' ID-77 ', needs })));
  assert.deepEqual(entryAt(next, 1), {
    ...newEntry('Adi Pranata', 'RM', '1A'),
    licence: 'ID-77',
    needs: ['wheelchair', 'leftHanded'],
  });
  const none = after(next, changing(change(1, { licence: ' ', needs: [] }, next)));
  assert.deepEqual(none.entries.at(1), state.entries.at(1));
});

test('another round only before an arrow; the same round at any time, with the card', () => {
  const shot = after(state, score(1, 1, 0, 'X', '9'));
  const compound = changing(change(1, { category: 'CW' }));
  assertRejected(shot, compound, { code: 'roundIsShot', name: 'Adi Pranata', category: 'CW' });
  assert.equal(ask(state, compound).rejection, undefined);
  const rw = { code: 'RW', name: 'Recurve Women', roundId: 'wa720-70' };
  const moved = after(shot, { ...changing(change(1, { category: 'RW' })), categories: [rw] });
  assert.deepEqual(
    leaderboardOf(moved, 'RW')?.rows.map(({ entry, total }) => [entry, total]),
    [[1, 19]],
  );
});

test('new entries, changes and withdrawals in one: an entry takes the place of one that goes', () => {
  const merged: ChangeEntries = {
    kind: 'changeEntries',
    changes: [change(5, place('1A'))],
    categories: [categoryOf('RW')],
    added: [newEntry('Fitri', 'RW', '1C')],
    withdrawn: { entries: [1], reason: 'twice' },
  };
  const { state: next, facts } = ask(state, merged);
  assert.ok(next);
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['categoriesAdded', 'entriesWithdrawn', 'entriesChanged', 'entriesRegistered'],
  );
  assert.deepEqual(
    targetSheetOf(next, 1)?.archers.map(({ name }) => name),
    ['Eko Wirawan', 'Bayu Lesmana', 'Fitri'],
  );
  assert.equal(next.entries.at(6)?.name, 'Fitri');
  assertRejected(
    state,
    { ...merged, changes: [change(1, place('1D')), change(5, place('1A'))] },
    { code: 'unknownEntry', entry: 1 },
  );
});

test('who is withdrawn is in no list and no place, and the number is not given again', () => {
  const withdrawn = after(state, { kind: 'withdrawEntries', entries: [5, 1], reason: ' ill ' });
  assert.deepEqual([withdrawn.entries.at(1), withdrawn.entryCount], [undefined, 5]);
  assert.deepEqual(
    targetSheetOf(withdrawn, 1)?.archers.map(({ entry }) => entry),
    [2],
  );
  assert.deepEqual(
    leaderboardOf(withdrawn, 'RM')?.rows.map(({ entry }) => entry),
    [2],
  );
  assert.deepEqual(withdrawn.withdrawn.get(1), {
    ...{ entry: state.entries.at(1), reason: 'ill', at: 0, actor: organiser },
  });
  assertRejected(withdrawn, score(1, 1, 0, '9'), { code: 'unknownEntry', entry: 1 });
  const next = after(withdrawn, { kind: 'importEntries', categories: [], entries: [newEntry('Fajar', 'RM', '1A')] });
  assert.equal(next.entries.at(6)?.name, 'Fajar');
  // The last of a butt takes it along.
  const empty = after(state, { kind: 'withdrawEntries', entries: [3, 4], reason: '' });
  assert.equal(targetSheetOf(empty, 2), undefined);
});

test('who has something on the card is not withdrawn', () => {
  const withdraw: Command = { kind: 'withdrawEntries', entries: [2, 1], reason: '' };
  const written: readonly Command[] = [
    score(1, 1, 0, 'M'),
    { kind: 'checkEnd', entry: 1, end: 1, arrows: ['9', '9', '9', '9', '9', '9'] },
    { kind: 'setStanding', entry: 1, standing: 'DNS', by: 'Rina', reason: 'not there' },
  ];
  for (const each of written) {
    assertRejected(after(state, each), withdraw, { code: 'cardIsWritten', name: 'Adi Pranata' });
  }
  assertRejected(state, { ...withdraw, entries: [1, 9] }, { code: 'unknownEntry', entry: 9 });
  assertRejected(state, { ...withdraw, entries: [] }, { code: 'nothingToChange' });
});

test('who was withdrawn comes back as before, to the old place unless somebody has it', () => {
  const withdraw: Command = { kind: 'withdrawEntries', entries: [1, 2], reason: '' };
  const checked = after(state, { kind: 'checkInEntries', entries: [1], isIn: true });
  const withdrawn = after(checked, withdraw);
  const restore: Command = { kind: 'restoreEntries', entries: [2, 1, 2] };
  const back = after(withdrawn, restore);
  assert.deepEqual([...back.entries.values()], [...state.entries.values()]);
  assert.deepEqual([back.withdrawn.size, back.arrivals.at(1)?.checkedIn?.at], [0, 0]);
  assert.deepEqual(
    targetSheetOf(back, 1)?.archers.map(({ entry }) => entry),
    [1, 2],
  );
  const taken = after(after(withdrawn, changing(change(5, place('1A')))), restore);
  assert.deepEqual(placesOf(taken), ['', '1B', '2A', '2B', '1A']);
  assertRejected(state, restore, { code: 'entryNotWithdrawn', entry: 2 });
  assertRejected(state, { kind: 'restoreEntries', entries: [] }, { code: 'nothingToChange' });
  const again = after(withdrawn, {
    kind: 'importEntries',
    categories: [],
    entries: [newEntry('Adi Pranata', 'RM')],
  });
  assertRejected(again, restore, {
    ...{ code: 'duplicateEntry', name: 'Adi Pranata', club: 'Garuda', category: 'RM' },
  });
});

test('who comes back counts only where the same round is shot now, and the file of before is right too', () => {
  const open = { code: 'RX', name: 'Open', roundId: 'wa720-70' };
  const both = after(state, { ...changing(change(1, { also: ['RX'] })), categories: [open] });
  const withdrawn = after(both, { kind: 'withdrawEntries', entries: [1], reason: '' });
  const shorter = after(withdrawn, { kind: 'setCategories', categories: [{ ...open, roundId: 'wa720-60' }] });
  assert.equal(findDocumentProblem(competitionToDocument(shorter)), undefined);
  const restore: Command = { kind: 'restoreEntries', entries: [1] };
  assert.deepEqual(after(shorter, restore).entries.at(1), state.entries.at(1));
  assert.deepEqual(after(withdrawn, restore).entries.at(1), both.entries.at(1));
});

test('check-in and inspection are noted with who and when, and taken back', () => {
  const at = { ...contextOf(organiser), at: 77 };
  const noted = fold(
    state,
    [
      ...ask(state, { kind: 'checkInEntries', entries: [1, 2, 1], isIn: true }).facts,
      ...ask(state, { kind: 'inspectEquipment', entries: [1], result: 'failed', by: ' Rina ', remark: ' Draw weight ' })
        .facts,
    ],
    at,
  );
  assert.ok(noted);
  const origin = { at: 77, actor: organiser };
  assert.deepEqual(noted.arrivals.at(1), {
    checkedIn: origin,
    inspection: { result: 'failed', by: 'Rina', remark: 'Draw weight', ...origin },
  });
  const left = after(noted, { kind: 'checkInEntries', entries: [2, 1], isIn: false });
  assert.deepEqual([left.arrivals.at(1)?.checkedIn, left.arrivals.at(2)], [undefined, undefined]);
  const open = { kind: 'inspectEquipment', entries: [1], result: 'open', by: 'Rina', remark: '' } as const;
  assert.equal(after(left, open).arrivals.at(1), undefined);
  assertRejected(state, { ...open, by: ' ' }, { code: 'judgeMissing' });
  assertRejected(state, { ...open, entries: [9] }, { code: 'unknownEntry', entry: 9 });
  assertRejected(state, { kind: 'checkInEntries', entries: [], isIn: true }, { code: 'nothingToChange' });
});

test('a thousand changes go in facts of 500, the draw with the first', () => {
  const names = Array.from({ length: 1_001 }, (_, index) => newEntry(`Archer ${index}`, 'RM'));
  const many = after(state, { kind: 'importEntries', categories: [], entries: names });
  const drawn: TargetDraw = {
    ...{ seed: 7, order: 'lot', clubsApart: true, shareButts: false, archersPerButt: 4 },
    ...{ fromButt: 3, toButt: 300, outOfUse: [], categories: ['RM'] },
  };
  const changes = names.map((_, index) =>
    change(index + 6, { target: { butt: 3 + (index >> 2), letter: 'ABCD'[index % 4] ?? 'A' } }, many),
  );
  const { facts } = ask(many, { kind: 'changeEntries', changes, drawn });
  assert.deepEqual(
    facts.map((fact) => fact.kind === 'entriesChanged' && [fact.entries.length, fact.drawn]),
    [
      [500, drawn],
      [500, undefined],
      [1, undefined],
    ],
  );
});
