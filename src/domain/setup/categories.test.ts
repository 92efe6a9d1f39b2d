import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFace } from '../rounds/faces.ts';
import { disciplines } from '../rounds/round.ts';
import { findRound } from '../rounds/rounds.ts';
import {
  type AgeClassCode,
  ageClasses,
  ageClassOfCode,
  type BowStyle,
  bowStyles,
  categoryFromCode,
  composeCategory,
  type Gender,
  genders,
  mayShoot,
} from './categories.ts';

const codes = ['R', 'C', 'B'].flatMap((bow) =>
  ['', 'U15', 'U18', 'U21', '50'].flatMap((age) => ['M', 'W'].map((gender) => `${bow}${age}${gender}`)),
);

test('every code of the catalogue has a round of its discipline, with faces that exist', () => {
  for (const discipline of disciplines) {
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

const composed = (Object.keys(bowStyles) as BowStyle[]).flatMap((bowStyle) =>
  (Object.keys(ageClasses) as AgeClassCode[]).flatMap((ageClass) =>
    (Object.keys(genders) as Gender[]).map((gender) => ({ bowStyle, ageClass, gender })),
  ),
);

test('every composed category has its own code and name, and a round of its discipline', () => {
  for (const discipline of disciplines) {
    const all = composed.map((parts) => composeCategory(parts, discipline));
    assert.equal(all.length, 6 * 7 * 4);
    assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
    for (const { code, roundId } of all) assert.equal(findRound(roundId)?.discipline, discipline, `${code} ${roundId}`);
  }
});

test('a category read from its code is the composed one; the national ones are composed only', () => {
  for (const parts of composed) {
    const category = composeCategory(parts, 'outdoor');
    const read = categoryFromCode(category.code, 'outdoor');
    assert.deepEqual(read, codes.includes(category.code) ? category : undefined, category.code);
  }
  assert.deepEqual(composeCategory({ bowStyle: 'N', ageClass: 'U13', gender: 'O' }, 'outdoor'), {
    code: 'NU13O',
    name: 'Nasional Under 13 Open',
    roundId: 'id-nasional',
  });
});

// RULES 1.1: U15 to 14, U18 15 to 17, U21 18 to 20; the young may shoot with their elders, those of 50 with the seniors.
test('classes are open to the young upwards and to the old downwards', () => {
  const open = (age: number) => (Object.keys(ageClasses) as AgeClassCode[]).filter((code) => mayShoot(code, age));
  assert.deepEqual(new Set(open(12)), new Set(['U13', 'U15', 'U18', 'U21', '']));
  assert.deepEqual(new Set(open(14)), new Set(['U15', 'U18', 'U21', '']));
  assert.deepEqual(new Set(open(15)), new Set(['U18', 'U21', '']));
  assert.deepEqual(new Set(open(20)), new Set(['U21', '']));
  assert.deepEqual(open(21), ['']);
  assert.deepEqual(open(49), ['']);
  assert.deepEqual(new Set(open(50)), new Set(['', '50']));
  assert.deepEqual(new Set(open(60)), new Set(['', '50', '60']));
});

test('an age class is known of World Archery’s codes only', () => {
  assert.deepEqual(['RM', 'cu18w', 'B50M', ' RU15W '].map(ageClassOfCode), ['', 'U18', '50', 'U15']);
  assert.deepEqual(['TU13W', 'U18', 'Pemula', ''].map(ageClassOfCode), [undefined, undefined, undefined, undefined]);
});
