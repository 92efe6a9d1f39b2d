import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortCompetition } from '../../testing/short-competition.ts';
import { smallestChart } from '../draw/bracket.ts';
import { makeDraw } from '../draw/make-draw.ts';
import type { Elimination } from '../event/event.ts';
import { findDrawFlaw } from './check-document-draw.ts';

const most = 128;
const state = shortCompetition(Array.from({ length: most }, () => ({ arrows: '9' })));
const any = { formatId: 'set-individual', faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' } as const;

function flawOfDraw(elimination: Elimination, seeds: number) {
  const competitors = Array.from({ length: seeds }, (_, index) => {
    return { key: String(index + 1), name: `Archer ${index + 1}`, entries: [index + 1] };
  });
  const draw = { competitors, matches: makeDraw(elimination, seeds) };
  const contest = { kind: 'individual', category: 'RM' } as const;
  const setup = { id: 'RM', name: 'Recurve Men', contest, elimination, dnfKeepsRank: true };
  return findDrawFlaw({ setup, ties: [], draw, cards: [], schedule: [] }, draw, state, ['draw']);
}

test('every draw that is made here is right: brackets of every chart, double eliminations, round robins, pools', () => {
  for (const qualifiers of [...Array.from({ length: 35 }, (_, index) => index + 2), 56, 57, 104, 127, 128]) {
    const chart = smallestChart(qualifiers);
    for (const placesShot of [2, 4, 8, chart]) {
      const bracket: Elimination = { ...any, system: 'bracket', qualifiers, chart, placesShot };
      assert.equal(flawOfDraw(bracket, qualifiers), undefined, `bracket of ${qualifiers}, ${placesShot} shot`);
      // A field that has shrunk since: the seeds beyond are nobody.
      assert.equal(flawOfDraw(bracket, Math.max(2, qualifiers - 3)), undefined, `bracket of ${qualifiers}, three less`);
    }
    if (qualifiers > 64) continue;
    assert.equal(flawOfDraw({ ...any, system: 'doubleElimination', qualifiers }, qualifiers), undefined);
    if (qualifiers <= 32) assert.equal(flawOfDraw({ ...any, system: 'roundRobin', qualifiers }, qualifiers), undefined);
    for (const pools of [2, 3, 4]) {
      if (qualifiers < pools * 2) continue;
      for (const advance of [1, 2]) {
        const elimination: Elimination = { ...any, system: 'pools', qualifiers, pools, advance, placesShot: 4 };
        assert.equal(flawOfDraw(elimination, qualifiers), undefined, `${qualifiers} in ${pools} pools`);
      }
    }
  }
});

for (const chart of [24, 56, 104] as const) {
  test(`the chart of ${chart} is right`, () => {
    const bracket: Elimination = { ...any, system: 'bracket', qualifiers: chart, chart, placesShot: 4 };
    assert.equal(flawOfDraw(bracket, chart), undefined);
  });
}
