import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthIn, judgeSoak, type SoakSlice, slowerIn } from './judge-soak.ts';

const latency = (p99: number) => ({ count: 100, p50: p99 / 3, p99, max: p99 * 2 });

function sliceAt(index: number, changes: Partial<SoakSlice> = {}): SoakSlice {
  return {
    ...{ minutes: index * 5, ack: latency(9 + (index % 2)), screen: latency(12), commands: 2_880 },
    ...{ appMegabytes: 220 + (index % 3), redisMegabytes: 6, heapMegabytes: 60 + (index % 4) },
    ...{ descriptors: 300 + (index % 5), handles: 290, streamRecords: 40, archiveMegabytes: 2 },
    ...changes,
  };
}

const day = (changes: (index: number) => Partial<SoakSlice> = () => ({})) =>
  Array.from({ length: 24 }, (_, index) => sliceAt(index, changes(index)));

test('a day that is the same at its end as in its middle is well, whatever it took to warm up', () => {
  assert.deepEqual(judgeSoak(day()), []);
  assert.deepEqual(judgeSoak(day((index) => (index < 10 ? { appMegabytes: 100 + index * 12 } : {}))), []);
});

test('what grows in the second half is named', () => {
  for (const key of ['appMegabytes', 'redisMegabytes', 'heapMegabytes', 'descriptors', 'handles'] as const) {
    const wrong = judgeSoak(day((index) => ({ [key]: 100 + index * 1.2 })));
    assert.equal(wrong.length, 1, key);
    assert.match(wrong[0] ?? '', /grew by 10\.9 % over the second half/);
    assert.deepEqual(judgeSoak(day((index) => ({ [key]: 100 + index * 0.6 }))), [], `${key} within the bound`);
    assert.deepEqual(judgeSoak(day((index) => ({ [key]: 100 - index }))), [], `${key} that shrinks`);
  }
});

test('growth is that of the line through the second half', () => {
  assert.equal(growthIn([0, 0, 0, 0, 100, 100, 100, 100]), 0);
  assert.ok(Math.abs(growthIn([9, 9, 9, 90, 100, 110]) - 0.2) < 1e-9);
  assert.equal(growthIn([5]), 0);
});

test('a last quarter that is twice as slow as the first is named, if it is slow at all', () => {
  const slowing = (last: number) => day((index) => (index >= 18 ? { screen: latency(last) } : {}));
  assert.match(judgeSoak(slowing(30)).join(), /on the screens after 30 ms, in the first after 12 ms/);
  assert.deepEqual(judgeSoak(slowing(23)), []);
  assert.deepEqual(judgeSoak(day((index) => ({ ack: latency(index >= 18 ? 15 : 2) }))), []);
  assert.deepEqual(slowerIn([latency(4)]), { first: 4, last: 4 });
  const idle = { count: 0, p50: 0, p99: 0, max: 0 };
  assert.deepEqual(slowerIn([idle, latency(4), latency(5), idle, latency(6), latency(9), idle]), { first: 4, last: 9 });
});
