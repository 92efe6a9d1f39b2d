import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DeltaRing } from './delta-ring.ts';

interface Delta {
  readonly from: number;
  readonly to: number;
  readonly frame: Uint8Array;
}

const steps = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 20 }).map((n) => (n === 0 ? 1 : 0)),
    length: fc.integer({ min: 1, max: 3 }),
    bytes: fc.nat(40),
  }),
  { maxLength: 40 },
);

function deltasOf(all: readonly { gap: number; length: number; bytes: number }[]): readonly Delta[] {
  let to = 0;
  return all.map(({ gap, length, bytes }) => {
    const from = to + gap;
    to = from + length;
    return { from, to, frame: new Uint8Array(bytes).fill(to) };
  });
}

test('what the ring gives leads from where a client is to the newest delta, without a gap', () => {
  fc.assert(
    fc.property(steps, fc.nat(60), (all, since) => {
      const ring = new DeltaRing({ frames: 8, bytes: 150 });
      const deltas = deltasOf(all);
      for (const delta of deltas) ring.push(delta);
      const given = ring.since(since);
      if (!given) return;
      const tail = deltas.slice(-given.length);
      assert.equal(tail[0]?.from, since);
      assert.deepEqual(
        given,
        tail.map(({ frame }) => frame),
      );
      for (const [index, { to }] of tail.entries())
        if (index + 1 < tail.length) assert.equal(tail[index + 1]?.from, to);
    }),
  );
});

test('the ring keeps within its limits, and keeps as much as they allow', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const ring = new DeltaRing({ frames: 8, bytes: 150 });
      const deltas = deltasOf(all.map((each) => ({ ...each, gap: 0 })));
      for (const delta of deltas) ring.push(delta);
      const kept = deltas.filter(({ from }) => ring.since(from) !== undefined);
      const bytes = kept.reduce((sum, { frame }) => sum + frame.length, 0);
      assert.ok(kept.length <= 8 && bytes <= 150);
      const next = deltas.at(-kept.length - 1);
      if (next && kept.length < 8) assert.ok(bytes + next.frame.length > 150);
    }),
  );
});

test('an emptied ring gives nothing', () => {
  const ring = new DeltaRing();
  ring.push({ from: 1, to: 2, frame: new Uint8Array(3) });
  ring.clear();
  assert.equal(ring.since(1), undefined);
});
