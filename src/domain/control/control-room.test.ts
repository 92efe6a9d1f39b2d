// Where the field is, and whom it waits for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf, creation, newEntry, score, after as then } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { controlRoomOf } from './control-room.ts';

/** Six recurve men at 1A to 2C, two compound women at 3A and 3B, one man without a target. */
function venue(): Competition {
  const made = then(undefined, creation);
  return then(made, {
    kind: 'importEntries',
    categories: [categoryOf('RM'), categoryOf('CW')],
    entries: [
      ...['1A', '1B', '1C', '2A', '2B', '2C'].map((target) => newEntry(`Man ${target}`, 'RM', target)),
      ...['3A', '3B'].map((target) => newEntry(`Woman ${target}`, 'CW', target)),
      newEntry('Man without', 'RM'),
    ],
  });
}

function shoot(state: Competition, ends: number, ...entries: number[]): Competition {
  let next = state;
  for (const entry of entries)
    for (let end = 1; end <= ends; end += 1) next = then(next, score(entry, end, 0, '9', '9', '9', '8', '8', '8'));
  return next;
}

const waiting = (state: Competition) =>
  controlRoomOf(state).waitingFor.map(({ entry, next, behind }) => [entry.name, next, behind]);

test('before the first end, and while fewer than half have shot an end, nobody is waited for', () => {
  assert.deepEqual(waiting(venue()), []);
  assert.deepEqual(waiting(shoot(venue(), 1, 1, 2, 3)), []);
});

test('once more than half have shot an end, those who have not are listed: farthest behind first, then by target', () => {
  const most = shoot(shoot(venue(), 3, 1, 2, 3), 1, 4);
  assert.deepEqual(waiting(shoot(most, 3, 5, 9)), [
    ['Man 2C', 1, 3],
    ['Man 2A', 2, 2],
  ]);
  assert.deepEqual(controlRoomOf(shoot(most, 3, 5, 9)).fields, [{ end: 3, archers: 7, there: 5 }]);
});

test('a category in which nobody has begun is no part of the field; once one has, it is', () => {
  const men = shoot(venue(), 2, 1, 2, 3, 4, 5, 6, 9);
  assert.deepEqual(waiting(men), []);
  assert.deepEqual(waiting(then(men, score(8, 1, 0, '9'))), [
    ['Woman 3A', 1, 2],
    ['Woman 3B', 1, 2],
  ]);
});

test('whoever has other sessions is another field', () => {
  const apart = then(venue(), {
    kind: 'setSessions',
    sessions: [
      { number: 1, name: 'Men', day: '2026-05-01', start: '', categories: ['RM'], fromEnd: 1, toEnd: 12 },
      { number: 2, name: 'Women', day: '2026-05-02', start: '', categories: ['CW'], fromEnd: 1, toEnd: 12 },
    ],
  });
  const men = shoot(shoot(apart, 4, 1, 2, 3, 4, 5, 6, 9), 1, 7);
  assert.deepEqual(waiting(men), []);
  assert.deepEqual(
    controlRoomOf(men).fields.map(({ end, archers }) => [end, archers]),
    [
      [4, 7],
      [0, 2],
    ],
  );
});

test('held ends are passed over, and whoever retired is not waited for', () => {
  const men = shoot(venue(), 1, 1, 2, 3, 4, 5, 9);
  assert.deepEqual(waiting(men), [['Man 2C', 1, 1]]);
  const held = { kind: 'holdEnd', entry: 6, end: 1, cause: 'equipment', by: 'Hakim', reason: 'limb' } as const;
  assert.deepEqual(waiting(then(men, held)), []);
  const gone = { kind: 'setStanding', entry: 6, standing: 'DNS', by: 'Hakim', reason: 'ill' } as const;
  assert.deepEqual(waiting(then(men, gone)), []);
  assert.equal(controlRoomOf(then(men, gone)).progress.has(6), false);
});
