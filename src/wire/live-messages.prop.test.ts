// Every message of the sockets survives its bytes, and bytes that are no message are MalformedError, nothing else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { rejectionCodes } from '../domain/rejections.ts';
import { tieBreakCounts } from '../domain/rule-sets.ts';
import { anyRound } from '../testing/any-fact.ts';
import {
  anyScoringCommand,
  anyTargetSheet,
  anyWholeBody,
  anyEnd as end,
  someArchers,
  anyStanding as standing,
  withOptional,
} from '../testing/any-live.ts';
import { bytesToClientMessage, type ClientMessage, clientMessageToBytes } from './client-to-server.ts';
import { tenring } from './gen/live.js';
import { tenring as byTables } from './gen/live-tables.js';
import { MalformedError } from './malformed.ts';
import { bytesToServerMessage, type ServerMessage, serverMessageToBytes } from './server-to-client.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const count = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const commandId = fc.stringMatching(/^[0-9a-f]{32}$/);
const position = fc.record({ epoch: text, seq: count });
const time = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const clientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('hello' as const),
    protocol: count,
    credentials: fc.option(fc.record({ competition: someText, device: someText, token: someText }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('subscribe' as const), topic: text, since: fc.option(position, { nil: undefined }) }),
  fc.record({ kind: fc.constant('unsubscribe' as const), topic: text }),
  fc.record({ kind: fc.constant('command' as const), commandId, command: anyScoringCommand }),
  fc.record({ kind: fc.constant('time' as const), clientTimeMs: time }),
);

const few = { maxLength: 3 };
const some = { minLength: 1, maxLength: 3 };

const scoreParts = {
  entry: count,
  total: count,
  counts: fc.array(count, few),
  arrows: count,
  end: count,
  endArrows: end,
};
const scoreLine = withOptional(scoreParts, { standing });
const row = withOptional({ ...scoreParts, name: text, club: text, target: text }, { standing });
const tie = withOptional(
  { reason: fc.constantFrom('SO' as const, 'CT' as const), order: fc.array(count, few) },
  { levels: fc.array(count, some) },
);
const head = withOptional(
  {
    competitionName: text,
    category: text,
    categoryName: text,
    roundName: text,
    roundId: text,
    tieBreak: fc.uniqueArray(fc.constantFrom(...tieBreakCounts)),
    arrows: count,
  },
  {
    ownRound: anyRound,
    ties: fc.array(tie, some),
    cut: fc.integer({ min: 1, max: 128 }),
    dnfLosesRank: fc.constant(true as const),
    official: fc.constant(true as const),
  },
);
const snapshotBody = fc.oneof(
  fc.record({ kind: fc.constant('leaderboard' as const), leaderboard: fc.record({ head, rows: fc.array(row, few) }) }),
  fc.record({ kind: fc.constant('targetSheet' as const), sheet: anyTargetSheet }),
  anyWholeBody,
);
const leaderboardDelta = fc.record({
  kind: fc.constant('leaderboard' as const),
  scores: fc.array(scoreLine, few),
  rows: fc.array(row, few),
});
const sheetEnds = fc.array(fc.record({ entry: count, end: count, arrows: end }), few);
const sheetDelta = fc
  .tuple(sheetEnds, someArchers)
  .map(([ends, archers]) => ({ kind: 'targetSheet' as const, ends, ...archers }));
const deltaBody = fc.oneof(
  leaderboardDelta,
  sheetDelta,
  anyWholeBody.map((whole) => ({ kind: 'whole' as const, whole })),
);
const serverMessage: fc.Arbitrary<ServerMessage> = fc.oneof(
  withOptional(
    {
      kind: fc.constant('welcome' as const),
      protocol: count,
      serverTimeMs: fc.maxSafeNat(),
      butt: count,
      version: text,
    },
    { card: fc.constant('second' as const), label: someText },
  ),
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
  fc.record({ kind: fc.constant('delta' as const), topic: text, epoch: text, at: count }).map(({ at, ...rest }) => {
    return { ...rest, from: at, to: at, body: { kind: 'nothing' as const } };
  }),
  fc.record({ kind: fc.constant('notice' as const), code: text, topic: text }),
  fc.record({ kind: fc.constant('time' as const), clientTimeMs: time, serverTimeMs: time }),
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

/** As own properties, with what is not there as it is read: unset fields of protobufjs stand in the prototype. */
function spelledOut(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(spelledOut);
  if (typeof value !== 'object' || value === null) return value;
  const names: string[] = [];
  for (const name in value) names.push(name);
  const isData = (name: string) => typeof Reflect.get(value, name) !== 'function' && !name.startsWith('$');
  const isChoice = (name: string) => {
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(value) ?? {}, name);
    return own?.get !== undefined;
  };
  const data = names.filter((name) => isData(name) && !isChoice(name)).sort();
  return Object.fromEntries(data.map((name) => [name, spelledOut(Reflect.get(value, name))]));
}

describe('by tables, as pages read and write', () => {
  test('a page writes what the appliance would, byte by byte, and reads what the appliance reads', () => {
    fc.assert(
      fc.property(clientMessage, (message) => {
        const bytes = clientMessageToBytes(message);
        const read = byTables.live.ClientToServer.decode(bytes);
        assert.deepEqual(spelledOut(read), spelledOut(tenring.live.ClientToServer.decode(bytes)));
        const wire = tenring.live.ClientToServer.decode(bytes);
        assert.deepEqual(
          [...byTables.live.ClientToServer.encode(wire).finish()],
          [...tenring.live.ClientToServer.encode(wire).finish()],
        );
      }),
    );
  });

  test('what the appliance says is read alike', () => {
    fc.assert(
      fc.property(serverMessage, (message) => {
        const bytes = serverMessageToBytes(message);
        const read = byTables.live.ServerToClient.decode(bytes);
        assert.deepEqual(spelledOut(read), spelledOut(tenring.live.ServerToClient.decode(bytes)));
      }),
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
