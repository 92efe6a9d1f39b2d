// A day of somebody who always wants to send more: the limit is kept, and the last hour has its messages too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftOf, mayCost, rateOf, refill, spend, startBudget } from './budget.ts';

const hourMs = 3_600_000;
const midnight = Date.UTC(2026, 4, 2);

test('however many listen, a day’s messages last for the day, and no hour goes without', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5_000, max: 1_000_000 }), fc.integer({ min: 1, max: 120 }), (perDay, listeners) => {
      const limits = { perSecond: 20, perDay };
      const cost = 1 + listeners;
      fc.pre(perDay > cost * 300);
      const perHour = Array(24).fill(0);
      let budget = startBudget(limits, midnight);
      for (let seconds = 0; seconds < 86_400; seconds += 5) {
        const nowMs = midnight + seconds * 1_000;
        budget = refill(budget, limits, nowMs);
        while (mayCost(budget, limits, cost, nowMs)) {
          budget = spend(budget, cost);
          perHour[Math.floor(seconds / 3_600)] += 1;
        }
      }
      assert.ok(budget.used <= perDay, `${budget.used} of ${perDay}`);
      assert.ok(
        perHour.every((count) => count > 0),
        perHour.join(' '),
      );
    }),
    { numRuns: 25 },
  );
});

test('a restart goes on with what the day has left; the next day begins anew', () => {
  const limits = { perSecond: 20, perDay: 1_000 };
  const used = spend(startBudget(limits, midnight), 400);
  assert.equal(leftOf(startBudget(limits, midnight + hourMs, used), limits), 600);
  assert.equal(leftOf(refill(used, limits, midnight + 24 * hourMs), limits), 1_000);
});

test('no second has more than its limit in the long run', () => {
  const limits = { perSecond: 3, perDay: 10_000_000 };
  assert.equal(rateOf(startBudget(limits, midnight), limits, midnight), 3);
});

test('a clock that is set back gives nothing away', () => {
  const limits = { perSecond: 3, perDay: 10_000 };
  const budget = startBudget(limits, midnight + hourMs);
  assert.ok(refill(budget, limits, midnight + 1).tokens <= budget.tokens);
});
