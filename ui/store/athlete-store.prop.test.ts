import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AthleteSheet } from '../../src/domain/card/athlete-sheet.ts';
import { type End, scorecardOfEnds } from '../../src/domain/card/scorecard.ts';
import { countEnds, distanceOfEnd, faceOfEnd, findRound, rounds } from '../../src/domain/rounds/rounds.ts';
import { type AthleteCard, athleteCardOf, type FollowedAthlete, listenToAthlete } from './athlete-store.ts';

const sheetOf = (roundId: string, ends: readonly End[], hits: AthleteSheet['hits'] = []): AthleteSheet => ({
  competitionName: 'Cup',
  categoryName: 'Recurve Men',
  ranks: [],
  hits,
  archers: [{ entry: 7, name: 'Budi', club: 'Merapi', category: 'RM', target: '', roundId, ends }],
});

function cardOf(sheet: AthleteSheet): AthleteCard {
  const card = athleteCardOf(sheet);
  assert.ok(card);
  return card;
}

/** Any round, shot to any point, with boxes left open anywhere. */
const anyShot = fc.constantFrom(...rounds).chain((round) => {
  const ends = Array.from({ length: countEnds(round) }, (_, index) => {
    const values = faceOfEnd(round, index + 1)?.zones.map(({ value }) => value) ?? [];
    const size = distanceOfEnd(round, index + 1)?.arrowsPerEnd ?? 0;
    return fc.array(fc.constantFrom(...values, 'M' as const, null), { minLength: size, maxLength: size });
  });
  return fc.record({ round: fc.constant(round), all: fc.tuple(...ends), shot: fc.nat(ends.length) });
});

test('every arrow is counted once, in its value and in its end, and the sums are the scorecard’s', () => {
  fc.assert(
    fc.property(anyShot, ({ round, all, shot }) => {
      const ends = all.slice(0, shot);
      const { tally, average, parts, values } = cardOf(sheetOf(round.id, ends));
      const expected = scorecardOfEnds(round, ends).tally;
      assert.deepEqual(tally, expected);
      const lines = parts.flatMap((part) => part.ends);
      assert.deepEqual(
        lines.map(({ end }) => end),
        Array.from({ length: countEnds(round) }, (_, index) => index + 1),
      );
      assert.equal(
        lines.reduce((sum, { points }) => sum + points, 0),
        expected.total,
      );
      assert.equal(lines.at(-1)?.running, expected.total);
      assert.equal(
        values.reduce((sum, { count }) => sum + count, 0),
        expected.arrows,
      );
      assert.equal(
        parts.reduce((sum, part) => sum + part.tally.total, 0),
        expected.total,
      );
      assert.equal(average, expected.arrows === 0 ? undefined : expected.total / expected.arrows);
      for (const { end, arrows, points, most } of lines) {
        assert.equal(arrows.length, distanceOfEnd(round, end)?.arrowsPerEnd);
        assert.ok(points <= most);
      }
      assert.equal(
        lines.filter(({ isComplete }) => isComplete).length,
        ends.filter((end) => !end.includes(null)).length,
      );
    }),
    { numRuns: 60 },
  );
});

test('a card without an arrow, and a round that nobody knows', () => {
  const { average, values, parts, hits } = cardOf(sheetOf('wa720-70', []));
  assert.equal(average, undefined);
  assert.deepEqual(values.map(({ value }) => value).join(' '), 'X 10 9 8 7 6 5 4 3 2 1 M');
  assert.ok(values.every(({ count }) => count === 0));
  assert.ok(parts.every(({ ends }) => ends.every(({ isBlank, isComplete }) => isBlank && !isComplete)));
  assert.deepEqual(hits, []);
  assert.equal(athleteCardOf(sheetOf('of-next-year', [])), undefined);
  assert.equal(athleteCardOf({ ...sheetOf('wa18', []), archers: [] }), undefined);
});

test('plotted arrows lie on the face that was shot, each face by itself', () => {
  const round = findRound('wa1440-90');
  assert.ok(round);
  const hits = [
    { end: 1, hits: [{ x: 1, y: 2 }, null] },
    { end: 2, hits: [null] },
    { end: 7, hits: [{ x: 3, y: 4 }] },
    { end: 30, hits: [{ x: -5, y: 6 }] },
    { end: 999, hits: [{ x: 0, y: 0 }] },
  ];
  assert.deepEqual(
    cardOf(sheetOf(round.id, [], hits)).hits.map(({ face, hits: plotted }) => [face.id, plotted.length]),
    [
      ['122', 2],
      ['80', 1],
    ],
  );
});

test('whatever comes of an athlete is the whole of it', () => {
  const seen: FollowedAthlete[] = [];
  const listener = listenToAthlete((athlete) => seen.push(athlete));
  const at = { epoch: 'e', seq: 1 };
  const [first, second] = [sheetOf('wa18', []), sheetOf('wa720-70', [])];
  listener.snapshot({ kind: 'athlete', sheet: first }, at);
  listener.delta({ kind: 'nothing' }, at);
  listener.delta({ kind: 'whole', whole: { kind: 'athlete', sheet: second } }, at);
  listener.missing();
  assert.deepEqual(seen, [first, second, 'missing']);
});
