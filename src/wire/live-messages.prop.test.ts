// Every message of the sockets survives its bytes, and bytes that are no message are MalformedError, nothing else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { arrowValues } from '../domain/arrow-value.ts';
import { rejectionCodes } from '../domain/rejections.ts';
import { tieBreakCounts } from '../domain/rule-sets.ts';
import { bytesToClientMessage, type ClientMessage, clientMessageToBytes } from './client-to-server.ts';
import { MalformedError } from './malformed.ts';
import { bytesToServerMessage, type ServerMessage, serverMessageToBytes } from './server-to-client.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const count = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const commandId = fc.stringMatching(/^[0-9a-f]{32}$/);
const position = fc.record({ epoch: text, seq: count });
const arrow = fc.constantFrom(...arrowValues);
const end = fc.array(fc.option(arrow), { maxLength: 12 });

const clientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('hello' as const),
    protocol: count,
    credentials: fc.option(fc.record({ competition: someText, device: someText, token: someText }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('subscribe' as const), topic: text, since: fc.option(position, { nil: undefined }) }),
  fc.record({ kind: fc.constant('unsubscribe' as const), topic: text }),
  fc.record({
    kind: fc.constant('command' as const),
    commandId,
    command: fc.oneof(
      fc.record({
        kind: fc.constant('scoreArrows' as const),
        entry: count,
        end: count,
        first: count,
        arrows: fc.array(arrow, { maxLength: 12 }),
      }),
      fc.record({
        kind: fc.constant('correctEnd' as const),
        entry: count,
        end: count,
        was: end,
        arrows: end,
        reason: text,
      }),
    ),
  }),
);

const scoreLine = {
  entry: count,
  total: count,
  counts: fc.array(count, { maxLength: 3 }),
  arrows: count,
  end: count,
  endArrows: end,
};
const row = fc.record({ ...scoreLine, name: text, club: text, target: text });
const archer = fc.record({
  entry: count,
  name: text,
  club: text,
  category: text,
  target: text,
  roundId: text,
  ends: fc.array(end, { maxLength: 4 }),
});
const head = fc.record({
  competitionName: text,
  category: text,
  categoryName: text,
  roundName: text,
  roundId: text,
  tieBreak: fc.uniqueArray(fc.constantFrom(...tieBreakCounts)),
  arrows: count,
});
const few = { maxLength: 3 };
const snapshotBody = fc.oneof(
  fc.record({ kind: fc.constant('leaderboard' as const), leaderboard: fc.record({ head, rows: fc.array(row, few) }) }),
  fc.record({
    kind: fc.constant('targetSheet' as const),
    sheet: fc.record({ competitionName: text, butt: count, archers: fc.array(archer, few) }),
  }),
);
const deltaBody = fc.oneof(
  fc.record({
    kind: fc.constant('leaderboard' as const),
    scores: fc.array(fc.record(scoreLine), few),
    rows: fc.array(row, few),
  }),
  fc.record({
    kind: fc.constant('targetSheet' as const),
    ends: fc.array(fc.record({ entry: count, end: count, arrows: end }), few),
    archers: fc.array(archer, few),
  }),
);
const serverMessage: fc.Arbitrary<ServerMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('welcome' as const),
    protocol: count,
    serverTimeMs: fc.maxSafeNat(),
    butt: count,
    version: text,
  }),
  fc.record({ kind: fc.constant('ack' as const), commandId, at: position }),
  fc.record({
    kind: fc.constant('rejection' as const),
    commandId,
    rejection: fc.record({
      code: fc.constantFrom(...rejectionCodes),
      details: fc.dictionary(fc.constantFrom('end', 'name', 'x'), text),
    }),
  }),
  fc.record({ kind: fc.constant('deferral' as const), commandId, reason: text, retryAfterMs: count }),
  fc.record({ kind: fc.constant('snapshot' as const), topic: text, at: position, body: snapshotBody }),
  fc.record({ kind: fc.constant('delta' as const), topic: text, epoch: text, from: count, to: count, body: deltaBody }),
  fc.record({ kind: fc.constant('notice' as const), code: text, topic: text }),
);

/** A plain copy: the arbitraries make records without a prototype. */
function plain<T>(value: T): T {
  return structuredClone(value);
}

describe('round trips', () => {
  test('what a client says', () => {
    fc.assert(
      fc.property(clientMessage, (message) =>
        assert.deepEqual(bytesToClientMessage(clientMessageToBytes(message)), plain(message)),
      ),
    );
  });

  test('what the appliance says', () => {
    fc.assert(
      fc.property(serverMessage, (message) =>
        assert.deepEqual(plain(bytesToServerMessage(serverMessageToBytes(message))), plain(message)),
      ),
    );
  });
});

/** Random bytes, and true messages with a few bytes changed, added or cut off. */
function damaged(whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });
  const hurt = fc.tuple(whole, changes, fc.nat(), fc.uint8Array({ maxLength: 3 })).map(([bytes, at, cut, more]) => {
    const copy = Uint8Array.from(bytes);
    for (const [index, byte] of at) if (copy.length > 0) copy[index % copy.length] = byte;
    return Uint8Array.from([...copy.subarray(0, copy.length - (cut % 3)), ...more]);
  });
  return fc.oneof(fc.uint8Array({ maxLength: 80 }), hurt);
}

function isReadOrMalformed(read: (bytes: Uint8Array) => unknown) {
  return (bytes: Uint8Array) => {
    try {
      read(bytes);
    } catch (error) {
      assert.ok(error instanceof MalformedError, String(error));
    }
  };
}

describe('bytes that are no message', () => {
  test('of a client', () => {
    const bytes = damaged(clientMessage.map(clientMessageToBytes));
    fc.assert(fc.property(bytes, isReadOrMalformed(bytesToClientMessage)), { numRuns: 3000 });
  });

  test('of the appliance', () => {
    const bytes = damaged(serverMessage.map(serverMessageToBytes));
    fc.assert(fc.property(bytes, isReadOrMalformed(bytesToServerMessage)), { numRuns: 3000 });
  });
});
