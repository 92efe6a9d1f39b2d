import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryKey } from '../domain/setup/entry-collision.ts';
import { formatTarget } from '../domain/target.ts';
import { after } from '../testing/small-competition.ts';
import { planCompetition } from './competition-plan.ts';

const options = { seed: 1, archers: 96, name: 'Demo', venue: 'Field', day: '2026-05-01' };

test('the demo: 96 archers on 24 full butts, in six categories', () => {
  const { entries, butts } = planCompetition(options);
  assert.equal(entries.entries.length, 96);
  assert.deepEqual(
    butts,
    Array.from({ length: 24 }, (_, index) => index + 1),
  );
  const heads = Map.groupBy(entries.entries, (entry) => entry.category);
  assert.deepEqual(
    [...heads].map(([code, all]) => [code, all.length]),
    [
      ['RM', 28],
      ['RW', 20],
      ['CM', 20],
      ['CW', 12],
      ['BM', 8],
      ['BW', 8],
    ],
  );
});

test('a plan of any size is one that a competition accepts: as many archers, all different, each with a place', () => {
  for (const archers of [1, 3, 4, 5, 7, 13, 50, 96, 97, 250, 1000, 2000]) {
    for (const archersPerButt of [1, 3, 4]) {
      const plan = planCompetition({ ...options, archers, archersPerButt });
      const state = after(after(undefined, plan.creation), plan.entries);
      assert.equal(state.entryCount, archers, `${archers} at ${archersPerButt}`);
      const places = plan.entries.entries.map(({ target }) => target && formatTarget(target));
      assert.equal(new Set(places).size, archers);
      assert.ok(!places.includes(undefined));
      assert.equal(new Set(plan.entries.entries.map(entryKey)).size, archers);
      for (const butt of plan.butts) assert.ok(state.entriesByButt.at(butt)?.length);
    }
  }
});

test('a seed is a field; another seed another', () => {
  assert.deepEqual(planCompetition(options), planCompetition(options));
  assert.notDeepEqual(planCompetition(options).entries, planCompetition({ ...options, seed: 2 }).entries);
});

test('indoors the same people shoot 18 metres', () => {
  const { creation, entries } = planCompetition({ ...options, discipline: 'indoor' });
  assert.equal(creation.discipline, 'indoor');
  assert.deepEqual(
    new Set(entries.categories.map((category) => category.roundId)),
    new Set(['wa18-triple', 'wa18-compound', 'wa18']),
  );
});
