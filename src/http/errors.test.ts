import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejectionCodes } from '../domain/rejections.ts';
import { errorKinds, RefusalError, refusalOf } from './errors.ts';

test('every rejection has a status and a sentence', () => {
  for (const code of rejectionCodes)
    assert.ok(errorKinds[code].status >= 400 && errorKinds[code].message.endsWith('.'), code);
});

test('sentences are filled from the details, whatever is in them', () => {
  const error = refusalOf({ code: 'targetTaken', target: '1A', name: '{target} $& {name}' });
  assert.equal(error.message, 'Target 1A is already taken by {target} $& {name}.');
  assert.deepEqual([error.status, error.details], [409, { target: '1A', name: '{target} $& {name}' }]);
  assert.equal(new RefusalError('badRequest').message, 'The request is not what the interface asks for: ');
});
