import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf } from './round.ts';
import { countArrows, countEnds, distanceOfEnd, faceOfEnd, findRound, maximumScore } from './rounds.ts';

/** Arrows and best score of each, from RULES 1.2 and the bodies' own lists, not from the data. */
const books: Readonly<Record<string, readonly [arrows: number, maximum: number]>> = {
  'wa720-70': [72, 720],
  'wa720-60': [72, 720],
  'wa720-50-compound': [72, 720],
  'wa720-50-barebow': [72, 720],
  'wa720-40': [72, 720],
  'wa720-40-compound': [72, 720],
  'wa720-30-barebow': [72, 720],
  'wa1440-90': [144, 1440],
  'wa1440-70-sixes': [144, 1440],
  'wa1440-60-small': [144, 1440],
  'wa1440-90-small-5': [144, 1440],
  'wa1440-70-long': [72, 720],
  'wa1440-short-50': [72, 720],
  wa900: [90, 900],
  'wa900-threes': [90, 900],
  'wa660-70': [60, 660],
  wa18: [60, 600],
  'wa18-triple': [60, 600],
  'wa18-compound': [60, 600],
  wa25: [60, 600],
  'wa25-18': [120, 1200],
  'wa25-18-compound': [120, 1200],
  'wa-field-24-red-marked': [72, 432],
  'wa-field-12-blue-unmarked': [36, 216],
  'wa-field-24-yellow-mixed': [72, 432],
  'wa-field-48-red-mixed': [144, 864],
  'wa-3d-24-red': [48, 528],
  'wa-3d-48-blue': [96, 1056],
  'school-300': [30, 300],
  'id-nasional': [108, 1080],
  'agb-york': [144, 1296],
  'agb-american': [90, 810],
  'agb-portsmouth': [60, 600],
  'agb-worcester': [60, 300],
  'ifaa-field': [112, 560],
  'nfaa-indoor': [60, 300],
  'vegas-900': [90, 900],
  lancaster: [60, 660],
};

test('rounds have the arrows and the best score of the rule book (RULES 1.2)', () => {
  for (const [id, expected] of Object.entries(books)) {
    const round = findRound(id);
    assert.ok(round, id);
    assert.deepEqual([countArrows(round), maximumScore(round)], expected, id);
  }
  assert.equal(findRound('wa720-71'), undefined);
});

// An old competition's journal names its round: these ids are on disks already.
test('the rounds that were there first are as they were', () => {
  const written = (id: string) =>
    findRound(id)?.distances.map((each) => `${each.ends}x${each.arrowsPerEnd} ${each.metres} m ${each.faceId}`);
  assert.deepEqual(written('wa720-70'), ['6x6 70 m 122', '6x6 70 m 122']);
  assert.deepEqual(written('wa720-60'), ['6x6 60 m 122', '6x6 60 m 122']);
  assert.deepEqual(written('wa720-50-compound'), ['6x6 50 m 80-6', '6x6 50 m 80-6']);
  assert.deepEqual(written('wa720-50-barebow'), ['6x6 50 m 122', '6x6 50 m 122']);
  assert.deepEqual(written('wa720-40'), ['6x6 40 m 122', '6x6 40 m 122']);
  assert.deepEqual(written('wa720-40-compound'), ['6x6 40 m 80-6', '6x6 40 m 80-6']);
  assert.deepEqual(written('wa720-30-barebow'), ['6x6 30 m 122', '6x6 30 m 122']);
  assert.deepEqual(written('wa18'), ['10x3 18 m 40', '10x3 18 m 40']);
  assert.deepEqual(written('wa18-triple'), ['10x3 18 m 40-triple', '10x3 18 m 40-triple']);
  assert.deepEqual(written('wa18-compound'), ['10x3 18 m 40-compound-triple', '10x3 18 m 40-compound-triple']);
  assert.deepEqual(written('school-300'), ['10x3 18 m 60-x']);
});

test('a round goes on from one face and distance to the next', () => {
  const round = findRound('wa1440-70-small-5');
  assert.ok(round);
  assert.equal(countEnds(round), 36);
  assert.deepEqual(
    [1, 6, 7, 12, 13, 24, 25, 36].map((end) => `${distanceOfEnd(round, end)?.metres} ${faceOfEnd(round, end)?.id}`),
    ['70 122', '70 122', '60 122', '60 122', '50 80-6', '50 80-6', '30 80-5', '30 80-5'],
  );
});

test('yards are true metres inside and yards for people', () => {
  const york = findRound('agb-york')?.distances ?? [];
  assert.deepEqual(
    york.map((each) => each.metres),
    [91.44, 73.152, 54.864],
  );
  assert.deepEqual(
    york.map(lengthOf),
    [100, 80, 60].map((amount) => ({ amount, unit: 'yard' })),
  );
  const recurve = findRound('wa720-70')?.distances.map(lengthOf);
  assert.deepEqual(recurve?.[0], { amount: 70, unit: 'metre' });
});

test('ends are numbered through the round from 1 and there is none beyond the last', () => {
  const round = {
    id: 'two',
    name: '',
    discipline: 'outdoor',
    distances: [
      { metres: 50, faceId: '122', ends: 2, arrowsPerEnd: 6 },
      { metres: 30, faceId: '80-6', ends: 1, arrowsPerEnd: 3 },
    ],
  } as const;
  assert.deepEqual(
    [1, 2, 3].map((end) => distanceOfEnd(round, end)?.metres),
    [50, 50, 30],
  );
  assert.equal(faceOfEnd(round, 3)?.id, '80-6');
  for (const end of [0, -1, 4, 1.5, Number.NaN, 4294967295]) {
    assert.equal(distanceOfEnd(round, end), undefined, String(end));
    assert.equal(faceOfEnd(round, end), undefined, String(end));
  }
});
