import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeDelta } from './topic-progress.ts';

describe('a delta', () => {
  const at = { epoch: 'e1', seq: 10 };

  it('is applied where the page is', () => assert.equal(judgeDelta(at, { epoch: 'e1', from: 10, to: 12 }), 'apply'));
  it('of the past is ignored', () => assert.equal(judgeDelta(at, { epoch: 'e1', from: 8, to: 10 }), 'ignore'));
  it('that is empty, the answer to a subscription with nothing missed, is ignored', () =>
    assert.equal(judgeDelta(at, { epoch: 'e1', from: 10, to: 10 }), 'ignore'));
  it('after a gap means resync', () => assert.equal(judgeDelta(at, { epoch: 'e1', from: 11, to: 12 }), 'resync'));
  it('that overlaps is applied', () => assert.equal(judgeDelta(at, { epoch: 'e1', from: 9, to: 12 }), 'apply'));
  it('of a new epoch means resync', () => assert.equal(judgeDelta(at, { epoch: 'e2', from: 10, to: 12 }), 'resync'));
  it('before the first snapshot is ignored', () =>
    assert.equal(judgeDelta(undefined, { epoch: 'e1', from: 0, to: 1 }), 'ignore'));
});
