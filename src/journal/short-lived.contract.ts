// What every short-lived store does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShortLivedStore } from './short-lived.ts';

export interface ShortLivedHarness {
  readonly store: ShortLivedStore;
  /** Lets this much time pass. */
  pass(milliseconds: number): Promise<void>;
}

export function shortLivedContract(name: string, harness: () => ShortLivedHarness): void {
  test(`${name}: what is set is there, until it is deleted`, async () => {
    const { store } = harness();
    assert.equal(await store.get('a'), undefined);
    await store.set('a', 'näh\u0000', 60);
    assert.equal(await store.get('a'), 'näh\u0000');
    await store.set('a', '', 60);
    assert.equal(await store.get('a'), '');
    await store.delete('a');
    assert.equal(await store.get('a'), undefined);
    await store.delete('a');
  });

  test(`${name}: counts start at one, and keys do not mix`, async () => {
    const { store } = harness();
    assert.equal(await store.increment('tries', 60), 1);
    assert.equal(await store.increment('tries', 60), 2);
    assert.equal(await store.increment('other', 60), 1);
    await store.delete('tries');
    assert.equal(await store.increment('tries', 60), 1);
  });

  test(`${name}: time runs from the first count on, and everything ends`, async () => {
    const { store, pass } = harness();
    await store.set('short', 'x', 1);
    assert.equal(await store.increment('window', 1), 1);
    await pass(600);
    assert.equal(await store.increment('window', 1), 2);
    await pass(600);
    assert.equal(await store.get('short'), undefined);
    assert.equal(await store.increment('window', 1), 1);
  });
}
