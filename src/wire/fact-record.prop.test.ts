// Every fact survives its bytes, and damaged records are MalformedError, nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '../domain/actor.ts';
import { arrowValues } from '../domain/arrow-value.ts';
import type { Fact, UnrecordedFact } from '../domain/facts.ts';
import { disciplines } from '../domain/rounds/round.ts';
import { bytesToFact, factToBytes } from './fact-record.ts';
import { MalformedError } from './malformed.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const count = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const arrow = fc.constantFrom(...arrowValues);
const end = fc.array(fc.option(arrow), { maxLength: 12 });
const target = fc.record({ butt: count, letter: text });

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('competitionCreated' as const),
    name: text,
    venue: text,
    from: text,
    to: text,
    discipline: fc.constantFrom(...disciplines),
    ruleSetId: text,
  }),
  fc.record({
    kind: fc.constant('categoriesAdded' as const),
    categories: fc.array(fc.record({ code: text, name: text, roundId: text })),
  }),
  fc.record({
    kind: fc.constant('entriesRegistered' as const),
    entries: fc.array(
      fc.record({
        number: count,
        name: text,
        club: text,
        category: text,
        target: fc.option(target, { nil: undefined }),
      }),
    ),
  }),
  fc.record({ kind: fc.constant('devicePaired' as const), device: text, butt: count, tokenHash: text, label: text }),
  fc.record({ kind: fc.constant('deviceRevoked' as const), device: text }),
  fc.record({
    kind: fc.constant('arrowsScored' as const),
    entry: count,
    end: count,
    first: count,
    arrows: fc.array(arrow),
  }),
  fc.record({
    kind: fc.constant('endCorrected' as const),
    entry: count,
    end: count,
    was: end,
    arrows: end,
    reason: text,
  }),
);
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant({ role: 'organiser' } as const),
  fc.constant({ role: 'system' } as const),
  fc.record({ role: fc.constant('scorer' as const), device: text }),
);
const record: fc.Arbitrary<UnrecordedFact> = fc.record({
  at: fc.maxSafeNat(),
  commandId: fc.stringMatching(/^[0-9a-f]{32}$/),
  actor,
  fact,
});

test('a record that is read is the record that was written', () => {
  fc.assert(
    fc.property(record, count, (written, seq) => {
      assert.deepEqual(structuredClone(bytesToFact(seq, factToBytes(written))), structuredClone({ seq, ...written }));
    }),
  );
});

test('damaged bytes are read as some record or as MalformedError', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
  const damaged = fc.tuple(record.map(factToBytes), changes, fc.nat(3)).map(([bytes, all, cut]) => {
    const copy = Uint8Array.from(bytes);
    for (const [index, byte] of all) copy[index % copy.length] = byte;
    return copy.subarray(0, copy.length - cut);
  });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      try {
        bytesToFact(1, bytes);
      } catch (error) {
        assert.ok(error instanceof MalformedError, String(error));
      }
    }),
    { numRuns: 5000 },
  );
});

test('a fact of a newer version is not left out', () => {
  const bytes = factToBytes({
    at: 1,
    commandId: '0'.repeat(32),
    actor: { role: 'system' },
    fact: { kind: 'deviceRevoked', device: 'd' },
  });
  // The same record with the fact under a number that this version does not know.
  const newer = Uint8Array.from(bytes);
  const key = newer.lastIndexOf((14 << 3) | 2);
  newer[key] = (15 << 3) | 2;
  assert.notEqual(key, -1);
  assert.equal(bytesToFact(1, bytes).fact.kind, 'deviceRevoked');
  assert.throws(
    () => bytesToFact(1, Uint8Array.from([...bytes.subarray(0, key), 0xfa, 0x07, ...bytes.subarray(key + 1)])),
    MalformedError,
  );
});
