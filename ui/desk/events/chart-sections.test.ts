import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Elimination } from '../../../src/domain/event/event.ts';
import { bracketViewOf } from '../../../src/http/views/matches.ts';
import { bracketOf8, drawnCompetition } from '../../../src/testing/drawn-event.ts';
import { chartSections, isFirstPlace } from './chart-sections.ts';

function sectionsOf(archers: number, elimination: Elimination) {
  const state = drawnCompetition(archers, elimination);
  const event = state.events.get('RM') ?? assert.fail();
  return chartSections(bracketViewOf(state, event, { epoch: '', seq: 0 }));
}

const shapeOf = (sections: ReturnType<typeof sectionsOf>) =>
  sections.map(({ kind, pool, columns }) => `${kind}${pool ?? ''} ${columns.map(({ length }) => length).join('-')}`);

test('a bracket by rounds with the match for bronze beside the final, and placement matches apart', () => {
  assert.deepEqual(shapeOf(sectionsOf(8, bracketOf8)), ['chart 4-2-2']);
  assert.deepEqual(shapeOf(sectionsOf(8, { ...bracketOf8, placesShot: 8 })), ['chart 4-2-2', 'places 2-2']);
});

test('both halves of a double elimination, pools and the bracket after them, each match once', () => {
  const { chart: _, placesShot: __, system: ___, ...common } = bracketOf8;
  assert.deepEqual(shapeOf(sectionsOf(8, { ...common, system: 'doubleElimination' })), [
    'upper 4-2-1',
    'lower 2-2-1-1',
    'final 1-1',
  ]);
  const pools = sectionsOf(8, { ...common, system: 'pools', pools: 2, advance: 2, placesShot: 2 });
  assert.deepEqual(shapeOf(pools), ['poolA 2-2-2', 'poolB 2-2-2', 'chart 2-1']);
  const [first, last] = [pools[0]?.columns[0]?.[0], pools.at(-1)?.columns[0]?.[0]];
  assert.ok(first && last);
  assert.deepEqual([isFirstPlace(first, 'a'), isFirstPlace(last, 'a')], [true, false]);
});
