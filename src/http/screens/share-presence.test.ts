// Screens that are at several nodes, by clocks that differ, over a store in memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryShortLived } from '../../journal/memory-short-lived.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createPresence } from './presence.ts';
import { createExchange, exchangeEveryMs } from './share-presence.ts';

const report = { width: 1_920, height: 1_080, view: null };

function venue(names: readonly string[]) {
  const clock = createManualClock();
  const store = createMemoryShortLived(clock);
  const nodes = names.map((node, index) => {
    // An hour apart.
    const own = { now: () => clock.now() + index * 3_600_000 };
    const presence = createPresence(own);
    return { presence, exchange: createExchange(presence, { node, store }, own) };
  });
  const [one, two] = nodes;
  assert.ok(one && two);
  async function beats(count: number, who = nodes) {
    for (let beat = 0; beat < count; beat += 1) {
      await clock.advance(exchangeEveryMs);
      for (const { exchange } of who) await exchange();
    }
  }
  return { clock, one, two, beats };
}

test('a screen that waits at one node is seen at the other, as long ago as it was heard of', async () => {
  const { clock, one, two, beats } = venue(['a', 'b']);
  one.presence.hear('tv', report);
  await beats(2);
  assert.deepEqual(two.presence.present(), ['tv']);
  const seen = two.presence.seen('tv');
  assert.ok(seen && two.presence.isThere(seen));
  assert.deepEqual(seen.report, report);
  await beats(5);
  const later = two.presence.seen('tv');
  assert.ok(later && !two.presence.isThere(later), 'silent for more than ten seconds');
  await clock.advance(60_000);
  assert.deepEqual(two.presence.present(), []);
});

test('what the desk of one node wants of a screen, the screen hears at the other', async () => {
  const { one, two, beats } = venue(['a', 'b']);
  one.presence.hear('tv', report);
  one.presence.hear('other', report);
  await beats(2);
  two.presence.wish('tv', 'identify');
  two.presence.wish('nobody', 'identify');
  await beats(2);
  assert.notEqual(one.presence.hear('tv', report).identifyAt, null);
  const nothing = { identifyAt: null, reloadAt: null };
  assert.deepEqual(one.presence.hear('other', report), nothing);
  assert.deepEqual(one.presence.hear('nobody', report), nothing);
  await beats(12);
  assert.deepEqual(one.presence.hear('tv', report), nothing, 'wished long ago');
});

test('a screen that goes to another node is there once, and the screens of a node that dies are forgotten', async () => {
  const { one, two, beats } = venue(['a', 'b']);
  one.presence.hear('tv', report);
  await beats(2);
  two.presence.hear('tv', { ...report, width: 800 });
  await beats(2);
  assert.deepEqual([one.presence.present(), two.presence.present()], [['tv'], ['tv']]);
  assert.equal(one.presence.seen('tv')?.report.width, 800);
  one.presence.hear('left', report);
  await beats(1);
  assert.ok(two.presence.present().includes('left'));
  await beats(7, [two]);
  assert.ok(!two.presence.present().includes('left'));
});

test('nodes that write themselves down at once are all found a moment later', async () => {
  const { one, two, beats } = venue(['a', 'b']);
  one.presence.hear('at one', report);
  two.presence.hear('at two', report);
  await Promise.all([one.exchange(), two.exchange()]);
  await beats(2);
  for (const { presence } of [one, two]) assert.deepEqual(presence.present().toSorted(), ['at one', 'at two']);
});
