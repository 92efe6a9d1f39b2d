import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chainRecords, findBreak } from '../testing/chained-records.ts';
import { sampleRecords } from '../testing/sample-records.ts';
import { previousHashOf } from '../wire/fact-record.ts';
import type { JournalRecord } from './journal.ts';
import { emptyChain, followChain, hashOfRecord, hashToText, noHash } from './record-chain.ts';

const length = 30;
const plain = sampleRecords(1, length);
const chained = chainRecords(plain);

function numbered(records: readonly Uint8Array[]): JournalRecord[] {
  return records.map((bytes, index) => ({ seq: index + 1, bytes }));
}

function hashBefore(index: number): Uint8Array {
  const before = chained[index - 1];
  return before ? hashOfRecord(before) : noHash;
}

function headOf(records: readonly Uint8Array[]): string {
  return hashToText(records.reduce((chain, bytes) => followChain(chain, bytes).chain, emptyChain).head);
}

function isNoticed(records: readonly Uint8Array[]): boolean {
  return findBreak(numbered(records)) !== undefined || headOf(records) !== headOf(chained);
}

test('each record holds the hash of the one before it, and the first holds zeros', () => {
  assert.equal(findBreak(numbered(chained)), undefined);
  assert.deepEqual(
    chained.slice(1).map((bytes) => hashToText(previousHashOf(bytes))),
    chained.slice(0, -1).map((bytes) => hashToText(hashOfRecord(bytes))),
  );
  assert.equal(hashToText(previousHashOf(chained[0] ?? new Uint8Array())), '0'.repeat(64));
  assert.match(headOf(chained), /^[0-9a-f]{64}$/);
});

test('records from before chains pass, a chain that begins among them too, one that stops does not', () => {
  assert.equal(findBreak(numbered(plain)), undefined);
  const before = plain.slice(0, 10);
  const after = chainRecords(plain.slice(10), hashOfRecord(before[9] ?? new Uint8Array()));
  assert.equal(findBreak(numbered([...before, ...after])), undefined);
  const stopped = [...before, ...after.slice(0, 5), ...plain.slice(15)];
  assert.deepEqual(findBreak(numbered(stopped)), { seq: 16, broken: 'stopped' });
});

test('any bit of any record flipped, the last one too, is noticed', () => {
  fc.assert(
    fc.property(fc.nat(length - 1), fc.nat(), fc.nat(7), (index, place, bit) => {
      const records = chained.map((bytes) => Uint8Array.from(bytes));
      const bytes = records[index];
      assert.ok(bytes);
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      assert.ok(isNoticed(records), `record ${index + 1}, byte ${at}, bit ${bit}`);
    }),
    { numRuns: 400 },
  );
});

test('a record left out, doubled, put elsewhere or made anew is noticed', () => {
  const place = fc.nat(length - 1);
  fc.assert(
    fc.property(place, place, (from, to) => {
      const moved = chained[from];
      assert.ok(moved);
      const without = chained.toSpliced(from, 1);
      assert.ok(isNoticed(without), 'left out');
      assert.ok(isNoticed(chained.toSpliced(to, 0, moved)), 'doubled');
      assert.ok(from === to || isNoticed(without.toSpliced(to, 0, moved)), 'put elsewhere');
      const another = chainRecords(sampleRecords(100, 100), hashBefore(from));
      assert.ok(isNoticed(chained.toSpliced(from, 1, ...another)), 'made anew');
    }),
  );
});
