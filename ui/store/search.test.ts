import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matches } from './search.ts';

describe('search', () => {
  it('finds parts of words without case and accents', () => {
    assert.equal(matches('muller', 'Jörg MÜLLER', 'Köln'), true);
    assert.equal(matches('koln jorg', 'Jörg Müller', 'Köln'), true);
    assert.equal(matches('', 'anybody'), true);
    assert.equal(matches('meier', 'Jörg Müller'), false);
  });
});
