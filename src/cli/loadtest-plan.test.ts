import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommandError } from './command-error.ts';
import { describePlan, type PlanFlags, planOf } from './loadtest-plan.ts';

const usual: PlanFlags = { tablets: '60', archersPerTablet: '4', viewers: '200', minutes: '2', whistleEvery: '30' };

test('without flags: a club’s day in two minutes', () => {
  const plan = planOf(usual);
  assert.deepEqual(plan, {
    shape: {
      ...{ tablets: 60, archersPerTablet: 4, endsPerSecond: 1, seconds: 120 },
      ...{ whistleEverySeconds: 30, seed: 1 },
    },
    viewers: 200,
  });
  assert.equal(
    describePlan(plan),
    '60 tablets with 4 archers each and 200 viewers for 2 minutes: an end a second, and everybody’s at the same time every 30 s',
  );
});

test('a short one has one whistle, and none if that is asked', () => {
  const short = { ...usual, tablets: '10', minutes: '0.5' };
  assert.match(describePlan(planOf(short)), /for 30 s: 0\.17 ends a second, and everybody’s at the same time once$/);
  assert.match(describePlan(planOf({ ...short, whistleEvery: '0' })), /for 30 s: 0\.17 ends a second$/);
});

test('each number that cannot be is refused by its flag, before anything starts', () => {
  const cases: readonly (readonly [Partial<PlanFlags>, RegExp])[] = [
    [{ tablets: '0' }, /--tablets has to be a whole number from 1 to 400/],
    [{ tablets: '1.5' }, /--tablets/],
    [{ tablets: '' }, /--tablets/],
    [{ archersPerTablet: '9' }, /--archers-per-tablet/],
    [{ viewers: '-1' }, /--viewers/],
    [{ viewers: '1501' }, /--viewers/],
    [{ minutes: 'two' }, /--minutes .*"two"/],
    [{ minutes: '0' }, /--minutes/],
    [{ rate: '0' }, /--rate/],
    [{ whistleEvery: '-3' }, /--whistle-every/],
  ];
  for (const [flags, words] of cases) {
    const refused = (error: unknown) =>
      error instanceof CommandError && error.exit === 'usage' && words.test(error.message);
    assert.throws(() => planOf({ ...usual, ...flags }), refused, String(words));
  }
});

test('more ends than a card holds are refused with what to change', () => {
  const long = { ...usual, tablets: '1', archersPerTablet: '1', rate: '100', minutes: '10' };
  assert.throws(() => planOf(long), /60018 ends, and a card has at most 1200/);
  assert.doesNotThrow(() => planOf({ ...long, rate: '1', whistleEvery: '0' }));
});
