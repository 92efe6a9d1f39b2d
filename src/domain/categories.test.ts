import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryFromCode } from './categories.ts';
import { findFace } from './faces.ts';
import { findRound } from './rounds.ts';

const codes = ['R', 'C', 'B'].flatMap((bow) =>
  ['', 'U15', 'U18', 'U21', '50'].flatMap((age) => ['M', 'W'].map((gender) => `${bow}${age}${gender}`)),
);

test('every code of the catalogue has a round of its discipline, with faces that exist', () => {
  for (const discipline of ['outdoor', 'indoor'] as const) {
    for (const code of codes) {
      const category = categoryFromCode(code, discipline);
      assert.equal(category?.code, code);
      const round = findRound(category?.roundId ?? '');
      assert.equal(round?.discipline, discipline, code);
      for (const distance of round?.distances ?? []) assert.ok(findFace(distance.faceId), distance.faceId);
    }
  }
});

// RULES 1.2: who shoots what.
test('age classes and bow styles shoot their own distances', () => {
  const expected = {
    RM: 'wa720-70',
    RU21W: 'wa720-70',
    RU18M: 'wa720-60',
    R50W: 'wa720-60',
    RU15M: 'wa720-40',
    CW: 'wa720-50-compound',
    C50M: 'wa720-50-compound',
    CU15W: 'wa720-40-compound',
    BM: 'wa720-50-barebow',
    BU18W: 'wa720-50-barebow',
    BU15M: 'wa720-30-barebow',
  };
  for (const [code, roundId] of Object.entries(expected)) {
    assert.equal(categoryFromCode(code, 'outdoor')?.roundId, roundId, code);
  }
  assert.equal(categoryFromCode('RW', 'indoor')?.roundId, 'wa18-triple');
  assert.equal(categoryFromCode('CM', 'indoor')?.roundId, 'wa18-compound');
  assert.equal(categoryFromCode('BM', 'indoor')?.roundId, 'wa18');
});

test('a code is read without regard to case and spaces around it', () => {
  assert.deepEqual(categoryFromCode(' cu18w ', 'outdoor'), {
    code: 'CU18W',
    name: 'Compound Under 18 Women',
    roundId: 'wa720-50-compound',
  });
  assert.equal(categoryFromCode('R50M', 'outdoor')?.name, 'Recurve 50+ Men');
});

test('a code of another making is none of ours, not the nearest of ours', () => {
  for (const code of ['', 'R', 'M', 'RX', 'RU13M', 'R60M', 'LM', 'R M', 'RMM', 'Umum Pa', 'constructor']) {
    assert.equal(categoryFromCode(code, 'outdoor'), undefined, code);
  }
});
