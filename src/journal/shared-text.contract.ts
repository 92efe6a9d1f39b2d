// What every shared text does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SharedText } from './shared-text.ts';

/** `harness` gives a text that nobody has written yet, each time. */
export function sharedTextContract(name: string, harness: () => Promise<SharedText>): void {
  test(`${name}: nothing at first, then what the first one wrote`, async () => {
    const text = await harness();
    assert.equal(await text.get(), undefined);
    assert.equal(await text.replace('something', 'x'), false);
    assert.equal(await text.get(), undefined);
    assert.equal(await text.replace(undefined, 'näh'), true);
    assert.equal(await text.replace(undefined, 'later'), false);
    assert.equal(await text.get(), 'näh');
  });

  test(`${name}: changed only by who has seen what is there`, async () => {
    const text = await harness();
    await text.replace(undefined, '');
    assert.equal(await text.replace(undefined, 'x'), false);
    assert.equal(await text.replace('', 'a'), true);
    assert.equal(await text.replace('', 'b'), false);
    assert.equal(await text.get(), 'a');
  });

  test(`${name}: of fifty at once one wins`, async () => {
    const text = await harness();
    const won = await Promise.all(Array.from({ length: 50 }, (_, index) => text.replace(undefined, String(index))));
    assert.equal(won.filter(Boolean).length, 1);
    assert.equal(await text.get(), String(won.indexOf(true)));
  });
}
