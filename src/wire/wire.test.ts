// Sizes, small parts and the tables of the wire contract.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowValues } from '../domain/arrow-value.ts';
import { bytesToArrows, bytesToEnd, endToBytes } from './arrows.ts';
import { clientMessageToBytes } from './client-to-server.ts';
import { closeCodes, findCloseCode } from './codes.ts';
import { bytesToCommandId, commandIdToBytes, createCommandId, isCommandId } from './command-id.ts';
import { MalformedError } from './malformed.ts';
import { rejectionToNote, serverMessageToBytes } from './server-to-client.ts';
import { formatTopic, parseTopic } from './topics.ts';

const commandId = 'f'.repeat(32);

test('a scoring end of six arrows is a small part of what a scoring socket takes', () => {
  const command = {
    kind: 'scoreArrows',
    entry: 1000,
    end: 12,
    first: 0,
    arrows: ['X', '10', '9', '8', '7', 'M'],
  } as const;
  assert.ok(clientMessageToBytes({ kind: 'command', commandId, command }).length < 50);
});

test('everything that a tablet sends fits 512 bytes, a correction with a reason of 100 letters of any script too', () => {
  const end = ['X', 'X', 'X', 'X', 'X', 'X'] as const;
  const command = {
    kind: 'correctEnd',
    entry: 12_000,
    end: 24,
    was: end,
    arrows: end,
    reason: '箭'.repeat(100),
  } as const;
  assert.ok(clientMessageToBytes({ kind: 'command', commandId, command }).length < 512);
  const credentials = { competition: 'c'.repeat(64), device: 'd'.repeat(64), token: 't'.repeat(128) };
  assert.ok(clientMessageToBytes({ kind: 'hello', protocol: 1, credentials }).length < 512);
  const since = { epoch: 'e'.repeat(64), seq: 2 ** 32 - 1 };
  assert.ok(clientMessageToBytes({ kind: 'subscribe', topic: 't'.repeat(200), since }).length < 512);
});

test('one score on a board is a small frame', () => {
  const score = {
    entry: 1000,
    total: 690,
    counts: [40, 30],
    arrows: 72,
    end: 12,
    endArrows: ['X', '10', '9', '9', '8', '7'],
  } as const;
  const body = { kind: 'leaderboard', scores: [score], rows: [] } as const;
  const topic = 'leaderboard/0198c0de00007000800000000000cafe/RM';
  const delta = { kind: 'delta', topic, epoch: 'e'.repeat(16), from: 70_000, to: 70_001, body } as const;
  assert.ok(serverMessageToBytes(delta).length < 130);
});

test('arrows are one byte each, a blank box is none of them', () => {
  assert.deepEqual(bytesToArrows(endToBytes(arrowValues)), arrowValues);
  assert.deepEqual(endToBytes(['M', '1', '10', 'X', null]), Uint8Array.of(0, 1, 10, 88, 255));
  assert.throws(() => bytesToArrows(Uint8Array.of(1, 255)), MalformedError);
  for (const byte of [13, 50, 87, 89, 254])
    assert.throws(() => bytesToEnd(Uint8Array.of(byte)), MalformedError, String(byte));
});

test('a command id is 32 hex digits or 16 bytes, and sorts by time', () => {
  const [earlier, later] = [createCommandId(1_700_000_000_000), createCommandId(1_700_000_000_001)];
  assert.ok(isCommandId(earlier) && earlier < later);
  assert.match(earlier, /^.{12}7/);
  assert.equal(bytesToCommandId(commandIdToBytes(earlier)), earlier);
  assert.notEqual(createCommandId(1), createCommandId(1));
  for (const wrong of ['', 'F'.repeat(32), '0'.repeat(31)])
    assert.throws(() => commandIdToBytes(wrong), MalformedError);
  assert.throws(() => bytesToCommandId(new Uint8Array(15)), MalformedError);
});

test('topics have one name each', () => {
  const names = ['leaderboard/c1/RM', 'leaderboard/c1/50%2B%20Pria', 'target/c1/12'];
  for (const name of names) {
    const topic = parseTopic(name);
    assert.ok(topic);
    assert.equal(formatTopic(topic), name);
  }
  for (const wrong of [
    '',
    'leaderboard/c1',
    'leaderboard//RM',
    'leaderboard/c1/',
    'target/c1/0',
    'target/c1/01',
    'target/c1/x',
    'other/c1/1',
    'leaderboard/c1/RM/x',
    'leaderboard/c1/%',
  ]) {
    assert.equal(parseTopic(wrong), undefined, wrong);
  }
  assert.equal(parseTopic(`leaderboard/c1/${'x'.repeat(200)}`), undefined);
});

test('close codes are all different, named after themselves, and an unknown one is a lost connection', () => {
  const codes = Object.values(closeCodes).map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  for (const [name, entry] of Object.entries(closeCodes)) {
    assert.equal(entry.name, name);
    assert.equal(findCloseCode(entry.code), entry);
  }
  assert.equal(findCloseCode(1001).name, 'lost');
});

test('a rejection travels with what its sentence needs', () => {
  assert.deepEqual(rejectionToNote({ code: 'noSuchEnd', end: 13, ends: 12 }), {
    code: 'noSuchEnd',
    details: { end: '13', ends: '12' },
  });
  assert.deepEqual(rejectionToNote({ code: 'noArrows' }), { code: 'noArrows', details: {} });
});
