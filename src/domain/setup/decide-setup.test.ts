import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  after,
  ask,
  newEntry,
  organiser,
  score,
  smallCompetition,
  tabletAt1,
} from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { Rejection } from '../rejections.ts';
import { combineRounds } from '../rounds/combine-rounds.ts';
import { findRound, type Round } from '../rounds/rounds.ts';
import type { Category } from './categories.ts';
import { type RecordProblem, recordProblems } from './record-check.ts';
import type { RecordMark } from './records.ts';
import { type SessionProblem, sessionProblems } from './session-check.ts';
import type { Session } from './sessions.ts';

const state = smallCompetition();

function assertRejected(from: Competition, command: Command, rejection: Rejection) {
  const answer = ask(from, command, organiser);
  assert.deepEqual(answer.rejection, rejection);
  assert.deepEqual(answer.facts, []);
  assert.equal(answer.state, from);
}

const setRound = (round: Round): Command => ({ kind: 'setRound', round });
const setCategories = (...categories: Category[]): Command => ({ kind: 'setCategories', categories });
const setSessions = (...sessions: Session[]): Command => ({ kind: 'setSessions', sessions });
const setRecords = (...records: RecordMark[]): Command => ({ kind: 'setRecords', records });

test('set-up is the desk’s', () => {
  const round: Round = { id: 'club-20', name: 'Club 20', discipline: 'outdoor', distances: [] };
  for (const command of [setRound(round), setCategories(), setSessions(), setRecords()]) {
    assert.deepEqual(ask(state, command, tabletAt1).rejection, { code: 'notAllowed', role: 'scorer' });
  }
});

const club20: Round = {
  id: 'club-20',
  name: ' Club 20 ',
  discipline: 'outdoor',
  distances: [{ metres: 20, faceId: '80', ends: 2, arrowsPerEnd: 3 }],
};
const juniors: Category = { code: 'Pemula-Pi', name: 'Pemula Putri', roundId: 'club-20' };
const withClub20 = after(state, setRound(club20));
/** Sari is entry 6. */
const withJuniors = after(after(withClub20, setCategories(juniors)), {
  kind: 'importEntries',
  categories: [],
  entries: [newEntry('Sari Dewi', 'Pemula-Pi', '5A')],
});

test('a round of one’s own is shot like any other', () => {
  assert.equal(withClub20.rounds.get('club-20')?.name, 'Club 20');
  assert.equal(state.rounds.size, 0);
  const next = after(withJuniors, score(6, 1, 0, 'X', '9', 'M'));
  assert.equal(next.scorecards.at(6)?.tally.total, 19);
  assertRejected(next, score(6, 3, 0, '9'), { code: 'noSuchEnd', end: 3, ends: 2 });
});

test('ids of the catalogue are taken, also for a round that cannot be', () => {
  assertRejected(state, setRound({ ...club20, id: 'wa720-70' }), { code: 'roundTaken', roundId: 'wa720-70' });
  assertRejected(state, setRound({ ...club20, distances: [] }), {
    code: 'roundWrong',
    roundId: 'club-20',
    why: 'noDistances',
  });
});

test('a round changes until an arrow is shot, checked or held open in it', () => {
  const longer = setRound({ ...club20, distances: [...club20.distances, ...club20.distances] });
  const changed = after(withJuniors, longer);
  assert.equal(changed.rounds.get('club-20')?.distances.length, 2);
  const inUse = { code: 'roundInUse', roundId: 'club-20' } as const;
  assertRejected(after(withJuniors, score(6, 1, 0, 'M')), longer, inUse);
  assertRejected(after(withJuniors, { kind: 'checkEnd', entry: 6, end: 1, arrows: ['9', '9', '9'] }), longer, inUse);
  assertRejected(
    after(withJuniors, { kind: 'holdEnd', entry: 6, end: 1, cause: 'medical', by: 'Rina', reason: 'cut' }),
    longer,
    inUse,
  );
  // Arrows in another round are nobody's business here.
  assert.equal(ask(after(withJuniors, score(1, 1, 0, 'M')), longer).rejection, undefined);
});

test('a shorter round does not leave a session without its ends', () => {
  const session: Session = {
    number: 1,
    name: 'Pagi',
    day: '2026-05-01',
    start: '',
    categories: ['Pemula-Pi'],
    fromEnd: 1,
    toEnd: 2,
  };
  const planned = after(withJuniors, setSessions(session));
  const shorter = setRound({ ...club20, distances: [{ metres: 20, faceId: '80', ends: 1, arrowsPerEnd: 3 }] });
  assertRejected(planned, shorter, { code: 'sessionWrong', session: 1, why: 'ends' });
});

test('nor does a category that changes to a shorter round', () => {
  const session = { number: 1, name: 'Pagi', day: '2026-05-01', start: '', categories: ['RM'], fromEnd: 1, toEnd: 12 };
  const planned = after(withClub20, setSessions(session));
  const shorter = setCategories({ code: 'RM', name: 'Recurve Men', roundId: 'club-20' });
  assertRejected(planned, shorter, { code: 'sessionWrong', session: 1, why: 'ends' });
  assert.equal(ask(withClub20, shorter).rejection, undefined);
});

test('categories: new ones and new names', () => {
  const next = after(withClub20, setCategories(juniors, { code: 'RM', name: ' Recurve Putra ', roundId: 'wa720-70' }));
  assert.deepEqual(next.categories.get('RM'), { code: 'RM', name: 'Recurve Putra', roundId: 'wa720-70' });
  assert.deepEqual(next.categories.get('Pemula-Pi'), juniors);
  assert.equal(next.categories.size, 3);
});

test('codes are free-form, in one word of at most 20 letters, each once', () => {
  for (const code of ['Ü-14/Pa', '国', 'x'.repeat(20)]) {
    assert.equal(ask(withClub20, setCategories({ ...juniors, code })).rejection, undefined, code);
  }
  for (const code of ['', 'two words', 'x'.repeat(21), 'a\tb', 'a\u0000', ' RM']) {
    assertRejected(withClub20, setCategories({ ...juniors, code }), { code: 'categoryWrong', category: code });
  }
  assertRejected(withClub20, setCategories(juniors, juniors), { code: 'categoryWrong', category: 'Pemula-Pi' });
  const long = setCategories({ ...juniors, name: 'x'.repeat(101) });
  assertRejected(withClub20, long, { code: 'categoryWrong', category: 'Pemula-Pi' });
  assertRejected(withClub20, setCategories({ ...juniors, name: ' ' }), { code: 'nameMissing' });
  assertRejected(state, setCategories(juniors), { code: 'unknownRound', roundId: 'club-20' });
  assertRejected(state, setCategories(), { code: 'nothingToImport' });
});

test('a category keeps its round once an arrow is shot in it', () => {
  const other = setCategories({ code: 'RM', name: 'Recurve Men', roundId: 'wa720-60' });
  assert.equal(after(state, other).categories.get('RM')?.roundId, 'wa720-60');
  const begun = after(state, score(1, 1, 0, '9'));
  assertRejected(begun, other, { code: 'categoryInUse', category: 'RM' });
  const renamed = setCategories({ code: 'RM', name: 'Putra', roundId: 'wa720-70' });
  assert.equal(after(begun, renamed).categories.get('RM')?.name, 'Putra');
  assert.equal(after(after(state, score(3, 1, 0, '9')), other).categories.get('RM')?.roundId, 'wa720-60');
});

test('categories that share a card change their round together', () => {
  const u21: Category = { code: 'RU21M', name: 'Recurve Under 21 Men', roundId: 'wa720-70' };
  const shared = after(state, {
    kind: 'importEntries',
    categories: [u21],
    entries: [{ ...newEntry('Muda Perkasa', 'RU21M', '5A'), also: ['RM'] }],
  });
  const [rm60, u60] = [
    { code: 'RM', name: 'Recurve Men', roundId: 'wa720-60' },
    { ...u21, roundId: 'wa720-60' },
  ];
  assertRejected(shared, setCategories(rm60), { code: 'otherRound', category: 'RU21M', also: 'RM' });
  assertRejected(shared, setCategories(u60), { code: 'otherRound', category: 'RU21M', also: 'RM' });
  assert.equal(ask(shared, setCategories(rm60, u60)).rejection, undefined);
});

const morning: Session = {
  number: 1,
  name: 'Pagi',
  day: '2026-05-01',
  start: '08:30',
  categories: [],
  fromEnd: 1,
  toEnd: 6,
};
const nextDay: Session = {
  ...morning,
  number: 2,
  name: 'Hari kedua',
  day: '2026-05-02',
  start: '',
  fromEnd: 7,
  toEnd: 12,
};

test('sessions: a round over two days; categories may shoot the same ends at different times', () => {
  const next = after(state, setSessions(morning, nextDay));
  assert.deepEqual(next.sessions, [morning, nextDay]);
  const [men, women]: readonly Session[] = [
    { ...morning, categories: ['RM'], toEnd: 12 },
    { ...morning, number: 2, categories: ['CW'], start: '13:00', toEnd: 12 },
  ];
  assert.ok(men && women);
  assert.deepEqual(after(next, setSessions(men, women)).sessions, [men, women]);
  assert.deepEqual(after(next, setSessions()).sessions, []);
});

const wrongSessions: readonly (readonly [SessionProblem, ...Session[]])[] = [
  ['number', { ...morning, number: 2 }],
  ['number', morning, { ...nextDay, number: 3 }],
  ['name', { ...morning, name: '' }],
  ['day', { ...morning, day: '2026-04-30' }],
  ['day', { ...morning, day: '2026-05-03' }],
  ['day', { ...morning, day: 'first' }],
  ['start', { ...morning, start: '24:00' }],
  ['order', { ...morning, day: '2026-05-02' }, { ...nextDay, day: '2026-05-01' }],
  ['order', morning, { ...nextDay, day: '2026-05-01', start: '08:29' }],
  ['unknownCategory', { ...morning, categories: ['BM'] }],
  ['categoryTwice', { ...morning, categories: ['RM', 'RM'] }],
  ['ends', { ...morning, fromEnd: 0 }],
  ['ends', { ...morning, fromEnd: 7 }],
  ['ends', { ...morning, toEnd: 13 }],
  ['ends', { ...morning, toEnd: 5.5 }],
  ['ends', { ...morning, categories: ['RM'], toEnd: 13 }],
  ['overlap', morning, { ...nextDay, fromEnd: 6 }],
  ['overlap', { ...morning, categories: ['RM'] }, { ...nextDay, fromEnd: 6, toEnd: 6, categories: ['CW', 'RM'] }],
];
for (const [why, ...sessions] of wrongSessions) {
  test(`a session cannot be: ${why}, ${sessions.length}`, () => {
    const last = sessions.at(-1)?.number ?? 0;
    assertRejected(state, setSessions(...sessions), { code: 'sessionWrong', session: last, why });
  });
}

const national: RecordMark = { kind: 'NR', category: 'RM', roundId: 'wa720-70', name: '', club: '', total: 702, x: 30 };
const best: RecordMark = {
  kind: 'PB',
  category: '',
  roundId: 'wa720-70',
  name: 'Adi Pranata',
  club: 'Garuda',
  total: 655,
};

test('records and personal bests, of own rounds too, one table in place of another', () => {
  const next = after(withClub20, setRecords(national, best, { ...best, roundId: 'club-20', total: 60 }));
  assert.equal(next.records.length, 3);
  assert.deepEqual(after(next, setRecords(best)).records, [best]);
});

const wrongRecords: readonly (readonly [RecordProblem, RecordMark])[] = [
  ['kind', { ...national, kind: '' }],
  ['kind', { ...national, kind: 'x'.repeat(21) }],
  ['unknownCategory', { ...national, category: '' }],
  ['unknownCategory', { ...national, category: 'BM' }],
  ['unknownCategory', { ...best, category: 'BM' }],
  ['unknownRound', { ...national, roundId: 'club-20' }],
  ['name', { ...national, name: 'Adi' }],
  ['name', { ...best, name: '' }],
  ['club', { ...national, club: 'Garuda' }],
  ['club', { ...best, club: 'a\nb' }],
  ['total', { ...national, total: 721 }],
  ['total', { ...national, total: 0 }],
  ['total', { ...national, total: 700.5 }],
  ['x', { ...national, x: 73 }],
  ['x', { ...national, x: -1 }],
  // No face of this round has an X.
  ['x', { ...national, roundId: 'wa18', total: 600, x: 1 }],
  ['twice', best],
];
for (const [why, record] of wrongRecords) {
  test(`a record cannot be: ${why}, ${JSON.stringify(record)}`, () => {
    assertRejected(state, setRecords(national, best, record), { code: 'recordWrong', line: 3, why });
  });
}

test('more records than a table holds', () => {
  const table = Array.from({ length: 5_001 }, (_, index) => ({ ...best, name: `Athlete ${index}` }));
  assertRejected(state, setRecords(...table), { code: 'recordWrong', line: 5_001, why: 'tooMany' });
  assert.equal(ask(state, setRecords(...table.slice(1))).rejection, undefined);
});

test('every reason of sessions and records is met here', () => {
  assert.deepEqual(new Set(wrongSessions.map(([why]) => why)), new Set(sessionProblems));
  assert.deepEqual(new Set(['tooMany', ...wrongRecords.map(([why]) => why)]), new Set(recordProblems));
});

test('a combined round over two days, by sessions', () => {
  const half = findRound('wa720-70');
  assert.ok(half);
  const double = combineRounds('double-720', 'Double 720', [half, half]);
  assert.ok(double);
  const set = after(
    after(state, setRound(double)),
    setCategories({ code: 'RM', name: 'Recurve Men', roundId: 'double-720' }),
  );
  const days = [
    { ...morning, categories: ['RM'], toEnd: 12 },
    { ...nextDay, categories: ['RM'], fromEnd: 13, toEnd: 24 },
  ];
  assert.deepEqual(after(set, setSessions(...days)).sessions, days);
});
