// The team that is found is the best of all that there could be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bracketOf, eventOf, type ShotEntry, shortCompetition, withFacts } from '../../testing/short-competition.ts';
import { qualificationOf } from './qualification.ts';
import type { TeamContest } from './teams.ts';

const codes = ['RM', 'RW', 'U21'] as const;
const archer: fc.Arbitrary<ShotEntry> = fc.record({
  arrows: fc.constantFrom('X', '10', '9', '8', '9 9', '10 8'),
  category: fc.constantFrom(...codes),
  also: fc.subarray([...codes]),
});
const parts = fc.array(
  fc.record({ categories: fc.subarray<string>([...codes], { minLength: 1 }), archers: fc.integer({ min: 1, max: 2 }) }),
  { minLength: 1, maxLength: 3 },
);

/** By trying everybody in every place. */
function bestTotal(
  slots: readonly (readonly string[])[],
  archers: readonly ShotEntry[],
  taken: readonly number[] = [],
) {
  const [slot, ...rest] = slots;
  if (!slot) return 0;
  let best: number | undefined;
  for (const [index, { category = '', also = [], arrows }] of archers.entries()) {
    if (taken.includes(index) || ![category, ...also].some((code) => slot.includes(code))) continue;
    const others: number | undefined = bestTotal(rest, archers, [...taken, index]);
    const points = arrows.split(' ').reduce((sum, value) => sum + (value === 'X' ? 10 : Number(value)), 0);
    if (others !== undefined && (best === undefined || others + points > best)) best = others + points;
  }
  return best;
}

test('no other team of the club has more points, and everybody stands where he may', () => {
  fc.assert(
    fc.property(fc.array(archer, { maxLength: 5 }), parts, (archers, wanted) => {
      const contest: TeamContest = { kind: 'team', parts: wanted, teamsOf: 'club', teamsEach: 1 };
      const state = withFacts(shortCompetition(archers), eventOf(bracketOf(8), { id: 'T', contest }));
      const [team] = qualificationOf(state, 'T')?.rows ?? [];
      const slots = wanted.flatMap((part) => Array.from({ length: part.archers }, () => part.categories));
      assert.equal(team?.total, bestTotal(slots, archers));
      if (!team) return;
      assert.equal(new Set(team.entries).size, slots.length);
      for (const [index, slot] of slots.entries()) {
        const { category = '', also = [] } = archers[(team.entries[index] ?? 0) - 1] ?? {};
        assert.ok([category, ...also].some((code) => slot.includes(code)));
      }
    }),
  );
});
