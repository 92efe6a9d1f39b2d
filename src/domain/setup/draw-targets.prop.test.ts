import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatTarget } from '../target.ts';
import { type ArcherToPlace, drawTargets, type TargetDraw } from './draw-targets.ts';

const categories = ['RM', 'RW', 'CM'];
const anybody = fc.record({
  club: fc.constantFrom('Elang', 'Garuda', 'Rajawali', ''),
  category: fc.constantFrom(...categories),
  needs: fc.subarray(['wheelchair', 'leftHanded'] as const),
});
const fields = fc
  .array(anybody, { maxLength: 60 })
  .map((all) => all.map((archer, index): ArcherToPlace => ({ number: index + 1, ...archer })));
const draws: fc.Arbitrary<TargetDraw> = fc.record({
  seed: fc.nat(0xffffffff),
  order: fc.constantFrom('lot', 'listed'),
  clubsApart: fc.boolean(),
  shareButts: fc.boolean(),
  archersPerButt: fc.integer({ min: 1, max: 8 }),
  fromButt: fc.integer({ min: 1, max: 5 }),
  toButt: fc.integer({ min: 5, max: 90 }),
  outOfUse: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
  categories: fc.shuffledSubarray(categories, { minLength: 3 }),
});
const busyButts = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }).map((all) => new Set(all));
const sameRound = (category: string) => (category === 'CM' ? 'compound' : 'recurve');
const isWide = ({ needs = [] }: ArcherToPlace) => needs.includes('wheelchair');

describe('a draw of targets', () => {
  test('places everybody once, on butts that are open, and leaves nobody out while a butt is free', () => {
    fc.assert(
      fc.property(fields, draws, busyButts, (archers, draw, busy) => {
        const { places, without } = drawTargets(archers, draw, busy, sameRound);
        assert.deepEqual(
          [...places.keys(), ...without].toSorted((a, b) => a - b),
          archers.map(({ number }) => number),
        );
        const used = new Set([...places.values()].map(({ butt }) => butt));
        assert.equal(new Set([...places.values()].map(formatTarget)).size, places.size);
        for (const { butt, letter } of places.values()) {
          assert.ok(butt >= draw.fromButt && butt <= draw.toButt && !busy.has(butt) && !draw.outOfUse.includes(butt));
          assert.ok('ABCDEFGH'.indexOf(letter) < draw.archersPerButt);
        }
        if (without.length === 0) return;
        for (let butt = draw.fromButt; butt <= draw.toButt; butt += 1)
          assert.ok(used.has(butt) || busy.has(butt) || draw.outOfUse.includes(butt), `${butt} is free`);
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps categories of different rounds apart, and all of them where butts are not shared', () => {
    fc.assert(
      fc.property(fields, draws, (archers, draw) => {
        const { places } = drawTargets(archers, draw, new Set(), sameRound);
        const on = new Map<number, Set<string>>();
        for (const { number, category } of archers) {
          const target = places.get(number);
          if (!target) continue;
          const what = draw.shareButts ? sameRound(category) : category;
          on.set(target.butt, (on.get(target.butt) ?? new Set()).add(what));
        }
        for (const [butt, groups] of on) assert.equal(groups.size, 1, `${butt}`);
      }),
    );
  });

  test('gives the same places from the same number, and others from another', () => {
    fc.assert(
      fc.property(fields, draws, (archers, draw) => {
        assert.deepEqual(drawTargets(archers, draw), drawTargets(archers, draw));
      }),
    );
    const archers = Array.from({ length: 40 }, (_, index) => ({ number: index + 1, club: '', category: 'RM' }));
    const draw: TargetDraw = {
      ...{ seed: 1, order: 'lot', clubsApart: false, shareButts: false, archersPerButt: 4 },
      ...{ fromButt: 1, toButt: 10, outOfUse: [], categories: ['RM'] },
    };
    assert.notDeepEqual(drawTargets(archers, draw).places, drawTargets(archers, { ...draw, seed: 2 }).places);
  });

  test('an archer in a wheelchair has the place beside free', () => {
    fc.assert(
      fc.property(fields, draws, (archers, draw) => {
        const { places } = drawTargets(archers, draw, new Set(), sameRound);
        const taken = new Set([...places.values()].map(formatTarget));
        for (const archer of archers) {
          const target = places.get(archer.number);
          if (!target || !isWide(archer) || draw.archersPerButt < 2) continue;
          const beside = 'ABCDEFGH'['ABCDEFGH'.indexOf(target.letter) + 1];
          assert.ok(!taken.has(`${target.butt}${beside}`));
        }
      }),
    );
  });

  test('no club has more archers on a butt than it must have, given so many butts', () => {
    const plain = fields.map((all) => all.map(({ needs: _, ...archer }) => archer));
    fc.assert(
      fc.property(plain, draws, (archers, asked) => {
        const draw: TargetDraw = { ...asked, clubsApart: true, shareButts: false, toButt: 400 };
        const { places } = drawTargets(archers, draw);
        for (const category of categories) {
          const group = archers.filter((archer) => archer.category === category);
          const butts = Math.ceil(group.length / draw.archersPerButt);
          for (const club of ['Elang', 'Garuda', 'Rajawali']) {
            const members = group.filter((archer) => archer.club === club);
            const counts = Map.groupBy(members, ({ number }) => places.get(number)?.butt);
            for (const [butt, some] of counts)
              assert.ok(some.length <= Math.ceil(members.length / butts), `${club} ${butt}`);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a list in its order stays in its order, butt after butt, all about as full', () => {
    const archers = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, club: 'Elang', category: 'RM' }));
    const { places } = drawTargets(archers, {
      ...{ seed: 0, order: 'listed', clubsApart: false, shareButts: false, archersPerButt: 4 },
      ...{ fromButt: 3, toButt: 9, outOfUse: [4], categories: ['RM'] },
    });
    assert.deepEqual(
      archers.map(({ number }) => formatTarget(places.get(number) ?? { butt: 0, letter: '' })),
      ['3A', '3B', '3C', '3D', '5A', '5B', '5C', '6A', '6B', '6C'],
    );
  });
});
