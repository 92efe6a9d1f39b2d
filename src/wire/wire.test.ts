// Sizes, small parts and the tables of the wire contract.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowValues } from '../domain/arrow-value.ts';
import { bytesToArrows, bytesToEnd, endToBytes } from './arrows.ts';
import { clientMessageToBytes } from './client-to-server.ts';
import { closeCodes, findCloseCode } from './codes.ts';
import { bytesToCommandId, commandIdToBytes, createCommandId, isCommandId } from './command-id.ts';
import { bytesToHits, hitsToBytes } from './hits.ts';
import { MalformedError } from './malformed.ts';
import { bytesToServerMessage, rejectionToNote, type SnapshotBody, serverMessageToBytes } from './server-to-client.ts';
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
  const plotted = { ...command, hits: command.arrows.map(() => ({ x: -1000, y: 1000 })) };
  assert.ok(clientMessageToBytes({ kind: 'command', commandId, command: plotted }).length < 80);
});

test('a signature under a long name, the longest of all, fits what a socket takes', () => {
  const strokes = Array.from({ length: 200 }, (_, index) => index);
  const command = { kind: 'signCard', entry: 12_000, as: 'athlete', name: '箭'.repeat(100), strokes } as const;
  const { length } = clientMessageToBytes({ kind: 'command', commandId, command });
  assert.ok(length > 512 && length < 1024, `${length} bytes`);
});

test('a correction in a match fits too, with a name and a reason of 100 letters of any script', () => {
  const end = ['X', 'X', 'X', 'X', 'X', 'X'] as const;
  const letters = '箭'.repeat(100);
  const command = {
    ...({ kind: 'correctMatch', event: 'e'.repeat(32), match: 'm'.repeat(32), side: 'a', part: 'shootOff' } as const),
    ...{ number: 24, was: end, arrows: end, by: letters, reason: letters },
  };
  assert.ok(clientMessageToBytes({ kind: 'command', commandId, command }).length < 1024);
});

test('everything else that a tablet sends fits 512 bytes, a correction with a reason of 100 letters of any script too', () => {
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

test('a hit is four bytes, an arrow that was not plotted too, and what is too far out lands at the edge', () => {
  const hits = [{ x: 1, y: -2 }, null, { x: 2000, y: -2000 }];
  const bytes = hitsToBytes(hits);
  assert.deepEqual(bytes.subarray(0, 8), Uint8Array.of(1, 0, 254, 255, 0, 128, 0, 128));
  assert.deepEqual(bytesToHits(bytes), hits);
  assert.deepEqual(bytesToHits(hitsToBytes([{ x: 1e9, y: -1e9 }])), [{ x: 32_767, y: -32_767 }]);
  // A view into other bytes, as decoded frames are.
  assert.deepEqual(bytesToHits(Uint8Array.of(9, 9, 9, ...bytes).subarray(3)), hits);
  for (const wrong of [Uint8Array.of(1), Uint8Array.of(0, 128, 0, 0)])
    assert.throws(() => bytesToHits(wrong), MalformedError);
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
  const names = [
    'leaderboard/c1/RM',
    'leaderboard/c1/50%2B%20Pria',
    'target/c1/12',
    'match/c1/RM/8.1',
    'match/c1/RM-team/a%2Fb',
    'athlete/c1/12000',
    'clock/c1',
    'clock/c1/12',
    'clocks/c1',
    'matchClock/c1/RM/2%2F1',
  ];
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
    'match/c1/RM',
    'match/c1//1',
    'match/c1/RM/1/2',
    'match/c1/RM/%',
    'athlete/c1/0',
    'athlete/c1/1/2',
    'athlete/c1/-1',
    'clock',
    'clock/',
    'clock/c1/0',
    'clock/c1/1000',
    'clock/c1/1/2',
    'clocks/c1/1',
    'matchClock/c1/RM',
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

test('a page reads past the words of a newer appliance', () => {
  const head = {
    ...{ competitionName: 'C', category: 'RM', categoryName: '', roundName: '', roundId: 'r', arrows: 72 },
    tieBreak: ['x', 'nearest'],
    ties: [
      { reason: 'CT', order: [2, 1] },
      { reason: 'XX', order: [4, 3] },
    ],
  };
  const score = { entry: 1, total: 9, counts: [], arrows: 1, end: 1, endArrows: ['9'], standing: 'ABC' };
  const leaderboard = { head, rows: [{ ...score, name: '', club: '', target: '' }] };
  const at = { epoch: 'e', seq: 1 };
  const body = { kind: 'leaderboard', leaderboard } as unknown as SnapshotBody;
  const read = bytesToServerMessage(serverMessageToBytes({ kind: 'snapshot', topic: 't', at, body }));
  assert.ok(read.kind === 'snapshot' && read.body.kind === 'leaderboard');
  assert.deepEqual(read.body.leaderboard.head.tieBreak, ['x']);
  assert.deepEqual(read.body.leaderboard.head.ties, [{ reason: 'CT', order: [2, 1] }]);
  assert.equal('standing' in (read.body.leaderboard.rows[0] ?? {}), false);
});

test('frames of the first released version are read as before', () => {
  const read = (hex: string) => bytesToServerMessage(Uint8Array.from(Buffer.from(hex, 'hex')));
  const at = { epoch: 'e', seq: 1 };
  const names = { competitionName: 'C', category: 'RM', categoryName: 'R', roundName: 'W', roundId: 'wa720-70' };
  const row = {
    entry: 1,
    total: 9,
    counts: [0],
    arrows: 1,
    end: 1,
    endArrows: ['9', null],
    name: 'Adi',
    club: '',
    target: '1A',
  };
  const leaderboard = { head: { ...names, tieBreak: ['x'], arrows: 72 }, rows: [row] };
  assert.deepEqual(
    read(
      '2a440a017412050a016510011a380a01431202524d1a01522201572a0877613732302d37303201783848421a0a034164691a023141220f080110091a010020012801320209ff',
    ),
    { kind: 'snapshot', topic: 't', at, body: { kind: 'leaderboard', leaderboard } },
  );
  const archer = {
    entry: 1,
    name: 'Adi',
    club: '',
    category: 'RM',
    target: '1A',
    roundId: 'wa720-70',
    ends: [['X', null]],
  };
  const sheet = { competitionName: 'C', butt: 1, archers: [archer] };
  assert.deepEqual(
    read('2a300a017412050a0165100122240a014310011a1d080112034164692202524d2a023141320877613732302d37303a0258ff'),
    { kind: 'snapshot', topic: 't', at, body: { kind: 'targetSheet', sheet } },
  );
});
