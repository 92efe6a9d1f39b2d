import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { integer, objectId, octets, time } from './der.ts';

/** Tag, content; asserts that nothing follows. */
function readOne(bytes: Uint8Array): { readonly tag: number | undefined; readonly content: Uint8Array } {
  const first = bytes[1] ?? 0;
  const more = first < 0x80 ? 0 : first - 0x80;
  const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, digit) => sum * 256 + digit, 0);
  const content = bytes.subarray(2 + more);
  assert.equal(content.length, length);
  return { tag: bytes[0], content };
}

test('lengths of any size are definite and as short as can be', () => {
  for (const size of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
    const { tag, content } = readOne(octets(new Uint8Array(size)));
    assert.deepEqual([tag, content.length], [0x04, size]);
  }
  assert.equal(octets(new Uint8Array(127)).length, 129);
  assert.equal(octets(new Uint8Array(128)).length, 131);
});

test('an integer is positive, shortest, and the number that it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (magnitude) => {
      const { tag, content } = readOne(integer(magnitude));
      assert.equal(tag, 0x02);
      assert.ok(((content[0] ?? 0) & 0x80) === 0, 'not negative');
      assert.ok(content.length === 1 || content[0] !== 0 || ((content[1] ?? 0) & 0x80) !== 0, 'no byte too many');
      const value = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
      assert.equal(value(content), value(magnitude));
    }),
  );
});

test('object identifiers', () => {
  assert.equal(Buffer.from(objectId('1.2.840.10045.4.3.2')).toString('hex'), '06082a8648ce3d040302');
  assert.equal(Buffer.from(objectId('2.5.29.17')).toString('hex'), '0603551d11');
});

test('times: two digits of the year until 2049, four after', () => {
  assert.equal(Buffer.from(time(Date.parse('2049-12-31T23:59:59Z'))).toString('latin1'), '\x17\r491231235959Z');
  assert.equal(Buffer.from(time(Date.parse('2050-01-01T00:00:00Z'))).toString('latin1'), '\x18\x0f20500101000000Z');
});
