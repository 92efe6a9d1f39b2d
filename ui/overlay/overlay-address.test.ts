import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { overlayPath, readOverlayAddress } from './overlay-address.ts';
import type { OverlayKind } from './overlay-kind.ts';
import { usualOptions } from './overlay-options.ts';

const code = fc
  .string({ minLength: 1, maxLength: 12 })
  .filter((text) => text.isWellFormed() && text !== '.' && text !== '..');
const competition = fc.stringMatching(/^[a-z2-7]{8}$/);
const anyKind: fc.Arbitrary<OverlayKind> = fc.oneof(
  fc.record({ kind: fc.constant('leaderboard' as const), competition, category: code }),
  fc.record({ kind: fc.constant('athlete' as const), competition, entry: fc.integer({ min: 1, max: 99_999 }) }),
  fc.record({
    kind: fc.constant('match' as const),
    competition,
    event: code,
    match: fc.constantFrom('3/1', 'U2/1', 'F/1'),
  }),
  fc.record({ kind: fc.constant('clock' as const), competition, clock: fc.option(code, { nil: undefined }) }),
);

test('an address leads back to what it was made of, whole or without its host', () => {
  fc.assert(
    fc.property(anyKind, fc.boolean(), fc.integer({ min: 25, max: 400 }), (of, age, size) => {
      const options = { ...usualOptions, age, size };
      const path = overlayPath(of, options);
      for (const address of [path, `http://192.168.1.10:8000${path}`])
        assert.deepEqual(readOverlayAddress(address), { of: { ...of }, options, wrong: [] }, address);
    }),
  );
});

test('what is no overlay is not taken for one, and what is wrong in one is named', () => {
  for (const address of [
    '',
    'overlay/x',
    '/board/x/RM',
    '/overlay/x',
    '/overlay/x/match/RM',
    '/overlay/x/athlete/0',
    'http://',
  ])
    assert.equal(readOverlayAddress(address), undefined, address);
  assert.deepEqual(readOverlayAddress('/overlay/x/clock?size=1')?.wrong, ['size']);
});
