import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestEvents } from '../../../src/domain/event/suggest-events.ts';
import { shotCompetition } from '../../../src/testing/drawn-event.ts';
import { bodyOf, draftOf, emptyDraft, fitted, formatsFor, partsOf, type Setup } from './event-draft.ts';

const rules = 'wa-2026';

/** What the interface gives and takes: null where there is no elimination. */
function setups(): readonly Setup[] {
  const archers = ['RM', 'RW', 'CM'].flatMap((category) =>
    Array.from({ length: 9 }, (_, index) => ({ total: 100, category, club: `Club ${index % 3}` })),
  );
  const suggested = suggestEvents(shotCompetition(archers));
  const all = suggested.map((setup): Setup => ({ ...setup, elimination: setup.elimination ?? null }));
  const [first] = all;
  assert.ok(first?.elimination);
  const { losers, whenLevel, formatId, faceId } = first.elimination;
  const common = { qualifiers: 9, losers, whenLevel, formatId, faceId, finalsFormatId: formatId } as const;
  return [
    ...all,
    { ...first, elimination: null, dnfKeepsRank: false },
    { ...first, elimination: { system: 'pools', ...common, pools: 3, advance: 1, placesShot: 2 } },
    { ...first, elimination: { system: 'roundRobin', ...common, losers: 'byAverage', whenLevel: 'previousEnd' } },
    { ...first, elimination: { system: 'doubleElimination', ...common } },
    { ...first, elimination: { system: 'bracket', ...common, chart: 24, placesShot: 8 } },
  ];
}

test('whatever an event can be comes out of the form as it went in', () => {
  const all = setups();
  assert.ok(all.length > 9);
  for (const setup of all) {
    const { id, ...body } = setup;
    assert.deepEqual(bodyOf(draftOf(setup), []), body, id);
  }
});

test('a face of the organiser’s own goes along', () => {
  const face = { id: 'own', name: 'Own', diameterCm: 60, spots: 1, zones: [] } as const;
  assert.deepEqual(bodyOf({ ...emptyDraft, faceId: 'own' }, [face]).elimination?.face, face);
  assert.equal(bodyOf(emptyDraft, [face]).elimination?.face, undefined);
});

test('another kind of event has a format that fits it, and more qualifiers a chart that takes them', () => {
  const parts = JSON.stringify([{ categories: ['RM'], archers: 3 }]);
  assert.equal(fitted(rules, { ...emptyDraft, kind: 'team', parts }).formatId, 'set-team');
  const compound = { ...emptyDraft, formatId: 'cumulative-individual', kind: 'team', parts };
  assert.equal(fitted(rules, compound).formatId, 'cumulative-team');
  assert.equal(fitted(rules, { ...emptyDraft, qualifiers: '20' }).chart, '32');
  assert.equal(fitted(rules, { ...emptyDraft, qualifiers: '20', chart: '24' }).chart, '24');
  const four = JSON.stringify([{ categories: ['RM'], archers: 4 }]);
  assert.deepEqual(formatsFor(rules, { ...emptyDraft, kind: 'team', parts: four }), []);
});

test('a damaged draft has no parts', () => {
  for (const parts of ['', '{', '7', '[7, null, {"archers": 1}]']) assert.deepEqual(partsOf({ parts }), [], parts);
});
