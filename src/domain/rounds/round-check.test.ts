import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../arrow-value.ts';
import type { Face, Zone, ZoneColour } from './faces.ts';
import { findRoundProblem, type RoundProblem, roundProblems } from './round-check.ts';
import { type Discipline, type Distance, type Round, rounds } from './rounds.ts';

const zone = (value: ArrowValue, points: number, diameterCm: number, colour: ZoneColour = 'gold'): Zone => {
  return { value, points, diameterCm, colour };
};
const face: Face = {
  id: 'balloon',
  name: 'Balloon',
  diameterCm: 30,
  spots: 1,
  zones: [zone('X', 10, 5), zone('10', 10, 15), zone('3', 1, 30, 'white')],
};
const distance: Distance = { metres: 12.5, faceId: '122', ends: 6, arrowsPerEnd: 3, secondsPerEnd: 90 };
const own: Distance = { ...distance, faceId: 'balloon', face };
const round: Round = { id: 'club-12', name: 'Club 12', discipline: 'outdoor', distances: [distance, own] };

const at = (change: Partial<Distance>): Round => ({ ...round, distances: [{ ...distance, ...change }] });
const withFace = (change: Partial<Face>): Round => ({
  ...round,
  distances: [{ ...own, face: { ...face, ...change } }],
});
const withZones = (...zones: Zone[]): Round => withFace({ zones });

test('every round of the catalogue could be an organiser’s own', () => {
  for (const each of rounds) assert.equal(findRoundProblem(each), undefined, each.id);
});

const allowed: readonly (readonly [string, Round])[] = [
  ['an own face beside one of the catalogue', round],
  ['the most of everything', at({ metres: 199.9, ends: 60, arrowsPerEnd: 12, secondsPerEnd: 3600 })],
  ['a single arrow', at({ metres: 0.1, ends: 1, arrowsPerEnd: 1 })],
  ['one zone worth nothing', withZones(zone('1', 0, 30))],
  ['an own face on a field course', { ...round, discipline: 'field', distances: [own] }],
  ['an outdoor face indoors', { ...round, discipline: 'indoor' }],
  [
    'twice the same face, its keys in another order',
    {
      ...round,
      distances: [
        own,
        { ...own, face: { zones: face.zones, spots: 1, diameterCm: 30, name: 'Balloon', id: 'balloon' } },
      ],
    },
  ],
];
for (const [what, each] of allowed) {
  test(`may be shot: ${what}`, () => assert.equal(findRoundProblem(each), undefined));
}

const twelve: readonly ArrowValue[] = ['X', '12', '11', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1'];
const refused: readonly (readonly [RoundProblem, ...Round[]])[] = [
  ['id', { ...round, id: '' }, { ...round, id: 'a b' }, { ...round, id: '../x' }, { ...round, id: 'x'.repeat(41) }],
  ['name', { ...round, name: ' ' }, { ...round, name: 'a\nb' }, { ...round, name: 'x'.repeat(101) }],
  ['discipline', { ...round, discipline: 'run' as Discipline }],
  ['noDistances', { ...round, distances: [] }],
  ['tooManyDistances', { ...round, distances: Array.from({ length: 21 }, () => distance) }],
  ['metres', ...[0, -1, 200, Number.NaN, Number.POSITIVE_INFINITY].map((metres) => at({ metres }))],
  ['ends', ...[0, 61, 1.5, -1, Number.NaN].map((ends) => at({ ends }))],
  ['arrowsPerEnd', ...[0, 13, 2.5].map((arrowsPerEnd) => at({ arrowsPerEnd }))],
  ['seconds', ...[0, 3601, 0.5].map((secondsPerEnd) => at({ secondsPerEnd }))],
  ['unknownFace', at({ faceId: 'none' }), at({ faceId: 'balloon' }), at({ faceId: 'toString' })],
  [
    'faceId',
    at({ faceId: 'other', face }),
    { ...round, distances: [{ ...own, faceId: '', face: { ...face, id: '' } }] },
  ],
  ['faceTaken', { ...round, distances: [{ ...own, faceId: '122', face: { ...face, id: '122' } }] }],
  ['faceDiffers', { ...round, distances: [own, { ...own, face: { ...face, spots: 3 } }] }],
  ['faceOfOtherDiscipline', at({ faceId: 'field-80' }), at({ faceId: '3d' }), { ...round, discipline: 'field' }],
  ['faceName', withFace({ name: '' }), withFace({ name: 'a\u0000' })],
  ['faceSize', ...[0, 501, Number.NaN].map((diameterCm) => withFace({ diameterCm }))],
  ['spots', withFace({ spots: 2 as 1 })],
  ['noZones', withZones()],
  ['tooManyZones', withZones(...twelve.map((value, index) => zone(value, 20 - index, index + 1)))],
  ['zoneTwice', withZones(zone('9', 9, 5), zone('9', 8, 6))],
  ['zoneValue', withZones(zone('M', 0, 5)), withZones(zone('13' as ArrowValue, 1, 5))],
  ['zonePoints', ...[101, -1, 0.5, Number.NaN].map((points) => withZones(zone('9', points, 5)))],
  ['zonePoints', withZones(zone('9', 8, 5), zone('8', 9, 6))],
  ['zoneSize', withZones(zone('9', 9, 31)), withZones(zone('9', 9, 6), zone('8', 8, 6)), withZones(zone('9', 9, 0))],
  ['zoneColour', withZones(zone('9', 9, 5, 'green' as ZoneColour))],
];
for (const [why, ...cases] of refused) {
  test(`cannot be: ${why}`, () => {
    for (const each of cases) assert.equal(findRoundProblem(each), why, JSON.stringify(each));
  });
}

test('every reason is met here', () => {
  assert.deepEqual(new Set(refused.map(([why]) => why)), new Set(roundProblems));
});
