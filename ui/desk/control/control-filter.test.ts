import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControlRoomView, ControlTablet, ControlTarget } from '../../../src/wire/api-control.ts';
import { countShown, findTargets, isShown, troublesOf, withSame } from './control-filter.ts';

const tablet: ControlTablet = {
  ...{ id: 'd1', label: 'Tablet', card: 'first', online: true, heardAt: null, battery: 80, isCharging: false },
  ...{ unsent: 0, message: null },
};
const archer: ControlTarget['archers'][number] = {
  ...{ entry: 1, letter: 'A', name: 'Adi Prañata', club: 'Garuda', category: 'RM', standing: 'competing', total: 50 },
  ...{ ends: 12, shot: 1, next: 2, behind: 0, differing: [], toSign: false, isLocked: false, notes: 0 },
};
const target = (butt: number, part: Partial<ControlTarget> = {}): ControlTarget => ({
  ...{ butt, archers: [archer], tablets: [tablet], matches: [], notes: 0 },
  ...part,
});
const room = (...targets: readonly ControlTarget[]): ControlRoomView => ({
  ...{ position: { epoch: 'e', seq: 1 }, targets, waitingFor: [], fields: [], openNotes: 0 },
});

test('what is wrong with a tablet: not there, silent, nearly empty and not charging, something unsent', () => {
  assert.deepEqual(troublesOf(tablet), []);
  assert.deepEqual(troublesOf({ ...tablet, online: false, heardAt: 5 }), ['offline']);
  assert.deepEqual(troublesOf({ ...tablet, heardAt: 5 }), ['silent']);
  assert.deepEqual(troublesOf({ ...tablet, battery: 20 }), ['battery']);
  assert.deepEqual(troublesOf({ ...tablet, battery: 20, isCharging: true }), []);
  assert.deepEqual(troublesOf({ ...tablet, battery: null, unsent: 3 }), ['unsent']);
});

test('each filter shows the targets that have what it is about', () => {
  const match = { ...{ event: 'RM', eventName: 'Men', match: '2/1', at: '', hasBegun: true }, a: 'X', b: 'Y' };
  const shot = { ...match, points: { a: 0, b: 0 }, notes: 1 };
  const all = [
    target(1),
    target(2, { archers: [{ ...archer, behind: 2 }] }),
    target(3, { archers: [{ ...archer, differing: [4] }] }),
    target(4, { archers: [{ ...archer, toSign: true }] }),
    target(5, { tablets: [{ ...tablet, online: false }] }),
    target(6, { notes: 1 }),
    target(7, { matches: [shot] }),
  ];
  assert.deepEqual(countShown(all), { all: 7, behind: 1, tablets: 1, differing: 1, signing: 1, notes: 2, matches: 1 });
  assert.deepEqual(
    all.filter((each) => isShown(each, 'notes')).map(({ butt }) => butt),
    [6, 7],
  );
});

test('a target is found by its number, with a letter or without, and by who stands there', () => {
  const all = [target(1), target(12, { archers: [{ ...archer, name: 'Citra' }] })];
  const found = (query: string) => findTargets(all, query).map(({ butt }) => butt);
  assert.deepEqual(found('12'), [12]);
  assert.deepEqual(found('12b'), [12]);
  assert.deepEqual(found('2'), []);
  assert.deepEqual(found('pranata'), [1]);
  assert.deepEqual(found(' '), [1, 12]);
});

test('targets that are as they were are the same objects', () => {
  const before = room(target(1), target(2));
  const now = withSame(before, room(target(1), target(2, { notes: 1 }), target(3)));
  assert.equal(now.targets[0], before.targets[0]);
  assert.notEqual(now.targets[1], before.targets[1]);
  assert.deepEqual(
    now.targets.map(({ butt, notes }) => [butt, notes]),
    [
      [1, 0],
      [2, 1],
      [3, 0],
    ],
  );
});
