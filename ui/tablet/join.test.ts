import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanCode, labelOfDevice, readJoinFragment } from './join.ts';

describe('joining a target', () => {
  it('reads the address of a QR code and nothing else', () => {
    assert.deepEqual(readJoinFragment('#join=abc-1.12.k_E-y'), { competition: 'abc-1', butt: 12, key: 'k_E-y' });
    for (const wrong of [
      '',
      '#',
      '#join=',
      '#join=a.b.c',
      '#join=a.0.k',
      '#join=a.1',
      '#join=a.1.k.x',
      '#code=1',
      '#join=%E0%A4%A.1.k',
    ]) {
      assert.equal(readJoinFragment(wrong), undefined, wrong);
    }
  });

  it('takes a short code however it is typed', () => {
    assert.equal(cleanCode(' ab3-x7q '), 'AB3X7Q');
    assert.equal(cleanCode('abcdefgh'), 'ABCDEF');
  });

  it('names a device so that the desk can tell it from others', () => {
    assert.equal(
      labelOfDevice('Mozilla/5.0 (Linux; Android 13; SM-T500) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'),
      'Android, Chrome',
    );
    assert.equal(
      labelOfDevice('Mozilla/5.0 (iPad; CPU OS 15_0 like Mac OS X) Version/15.0 Safari/604.1'),
      'iPad, Safari',
    );
    assert.equal(labelOfDevice('?'), 'Browser');
  });
});
