import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layoutOf, slideMs, slidesOf, withLayout } from './view-options.ts';

describe('board view', () => {
  it('is a big screen by address or by size', () => {
    assert.equal(layoutOf('', 1920, 1080), 'screen');
    assert.equal(layoutOf('', 1440, 900), 'list');
    assert.equal(layoutOf('', 1080, 1920), 'list');
    assert.equal(layoutOf('?tv=1', 800, 600), 'screen');
    assert.equal(layoutOf('?tv=0', 3840, 2160), 'list');
    assert.equal(withLayout('?theme=dark', 'screen'), '?theme=dark&tv=1');
    assert.equal(layoutOf('?clock', 1920, 1080), 'clock');
    assert.equal(layoutOf('?tv=1&clock=1', 390, 844), 'clock');
  });

  it('shows every row exactly once', () => {
    for (const [rows, fit] of [
      [0, 10],
      [1, 10],
      [10, 10],
      [11, 10],
      [313, 12],
      [5, 0],
    ] as const) {
      const shown = slidesOf(rows, fit).flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, index) => from + index),
      );
      assert.deepEqual(
        shown,
        Array.from({ length: rows }, (_, index) => index),
      );
    }
    assert.equal(slidesOf(0, 10).length, 1);
  });

  it('leaves time to read, within limits', () => {
    assert.ok(slideMs(3) >= 6_000);
    assert.equal(slideMs(100), 20_000);
  });
});
