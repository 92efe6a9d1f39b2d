// Every fact survives its bytes, and damaged records are MalformedError, nothing else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '../domain/actor.ts';
import type { Fact, UnrecordedFact } from '../domain/facts.ts';
import { anyCount, anyFact, anyFactOf, anyText } from '../testing/any-fact.ts';
import { bytesToFact, factToBytes } from './fact-record.ts';
import { MalformedError } from './malformed.ts';

const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant({ role: 'organiser' } as const),
  fc.constant({ role: 'system' } as const),
  fc.record({ role: fc.constant('scorer' as const), device: anyText }),
);
const origin = { at: fc.maxSafeNat(), commandId: fc.stringMatching(/^[0-9a-f]{32}$/), actor };
const record: fc.Arbitrary<UnrecordedFact> = fc.record({ ...origin, fact: anyFact });

describe('a record that is read is the record that was written', () => {
  for (const [kind, fact] of Object.entries(anyFactOf)) {
    test(kind, () => {
      fc.assert(
        fc.property(fc.record({ ...origin, fact }), anyCount, (written, seq) => {
          assert.deepEqual(
            structuredClone(bytesToFact(seq, factToBytes(written))),
            structuredClone({ seq, ...written }),
          );
        }),
        { numRuns: 50 },
      );
    });
  }
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

/** Written by the first released version: one of each kind with something optional in it. */
const firstRecords: readonly (readonly [hex: string, actor: Actor, fact: Fact])[] = [
  [
    '0900008056febc784212100123456789abcdef0123456789abcdef1a02080152350a095069616c6120556a691a0a323032362d30352d3031220a323032362d30352d30322a076f7574646f6f72320777612d32303236',
    { role: 'organiser' },
    {
      kind: 'competitionCreated',
      name: 'Piala Uji',
      venue: '',
      from: '2026-05-01',
      to: '2026-05-02',
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    },
  ],
  [
    '0900008056febc784212100123456789abcdef0123456789abcdef1a02080162290a1a080112034164691a064761727564612202524d2a0508011201410a0b08021203456b6f2202524d',
    { role: 'organiser' },
    {
      kind: 'entriesRegistered',
      entries: [
        { number: 1, name: 'Adi', club: 'Garuda', category: 'RM', target: { butt: 1, letter: 'A' } },
        { number: 2, name: 'Eko', club: '', category: 'RM', target: undefined },
      ],
    },
  ],
  [
    '0900008056febc784212100123456789abcdef0123456789abcdef1a0c080212087461626c65742d317a09080110012203580a00',
    { role: 'scorer', device: 'tablet-1' },
    { kind: 'arrowsScored', entry: 1, end: 1, first: 0, arrows: ['X', '10', 'M'] },
  ],
  [
    '0900008056febc784212100123456789abcdef0123456789abcdef1a00820117080110011a03580aff22035809ff2a076d697372656164',
    { role: 'system' },
    { kind: 'endCorrected', entry: 1, end: 1, was: ['X', '10', null], arrows: ['X', '9', null], reason: 'misread' },
  ],
];

test('records of the first version are read as before', () => {
  for (const [hex, actor, fact] of firstRecords) {
    const record = bytesToFact(7, Uint8Array.from(Buffer.from(hex, 'hex')));
    const commandId = '0123456789abcdef0123456789abcdef';
    assert.deepEqual(record, { seq: 7, at: 1_700_000_000_000, commandId, actor, fact });
  }
});

/** The bytes of a fact in which one text stands for another of the same length. */
function changed(fact: Fact, text: string, instead: string): Uint8Array {
  const bytes = Buffer.from(factToBytes({ at: 1, commandId: '0'.repeat(32), actor: { role: 'system' }, fact }));
  const at = bytes.indexOf(text);
  assert.notEqual(at, -1, text);
  bytes.write(instead, at, 'latin1');
  return bytes;
}

test('a word that is in none of the closed lists is malformed, and so is an imported competition that is damaged or newer', () => {
  const standing: Fact = { kind: 'standingSet', entry: 1, standing: 'DSQ', by: '', reason: '' };
  assert.deepEqual(bytesToFact(1, changed(standing, 'DSQ', 'DQB')).fact, { ...standing, standing: 'DQB' });
  assert.throws(() => bytesToFact(1, changed(standing, 'DSQ', 'DSX')), MalformedError);

  const [document] = fc.sample(anyFactOf.competitionImported, { numRuns: 1, seed: 1 });
  assert.ok(document);
  for (const [text, instead] of [
    ['"format"', '"former"'],
    ['"version":1', '"version":2'],
    ['"name"', '"name '],
    ['"name"', '"na\xffe"'],
  ] as const) {
    assert.throws(() => bytesToFact(1, changed(document, text, instead)), MalformedError, instead);
  }
});
