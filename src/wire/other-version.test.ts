// Pages and appliances of different versions: what a page of before reads in the frames of today, and what an appliance of today reads in
// the frames of before. The schema of before is kept here as it was.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import protobuf from 'protobufjs';
import type { TargetSheet } from '../domain/card/target-sheet.ts';
import { bytesToClientMessage } from './client-to-server.ts';
import { closeCodes, findCloseCode } from './codes.ts';
import { commandIdToBytes } from './command-id.ts';
import { MalformedError } from './malformed.ts';
import { bytesToServerMessage, serverMessageToBytes } from './server-to-client.ts';

const before = protobuf.parse(`
  syntax = "proto3";
  message ClientToServer { oneof message { Hello hello = 1; Command command = 4; } }
  message Hello { uint32 protocol = 1; string competition = 2; string device = 3; string token = 4; }
  message Command { bytes id = 1; oneof command { ScoreArrows score_arrows = 2; CorrectEnd correct_end = 3; } }
  message ScoreArrows { uint32 entry = 1; uint32 end = 2; uint32 first = 3; bytes arrows = 4; }
  message CorrectEnd { uint32 entry = 1; uint32 end = 2; bytes was = 3; bytes arrows = 4; string reason = 5; }
  message ServerToClient { oneof message { Welcome welcome = 1; Snapshot snapshot = 5; Delta delta = 6; } }
  message Position { string epoch = 1; uint32 seq = 2; }
  message Welcome { uint32 protocol = 1; double server_time_ms = 2; uint32 butt = 3; string version = 4; }
  message Snapshot { string topic = 1; Position at = 2; oneof body { TargetSheet target_sheet = 4; } }
  message Delta {
    string topic = 1; string epoch = 2; uint32 from = 3; uint32 to = 4; oneof body { TargetSheetDelta target_sheet = 6; }
  }
  message TargetSheet { string competition_name = 1; uint32 butt = 2; repeated SheetArcher archers = 3; }
  message TargetSheetDelta { repeated SheetEnd ends = 1; repeated SheetArcher archers = 2; }
  message SheetEnd { uint32 entry = 1; uint32 end = 2; bytes arrows = 3; }
  message SheetArcher {
    uint32 entry = 1; string name = 2; string club = 3; string category = 4; string target = 5; string round_id = 6;
    repeated bytes ends = 7; repeated uint32 held = 8; bool locked = 9; string standing = 10;
  }
`).root;
const [toServer, toClient] = [before.lookupType('ClientToServer'), before.lookupType('ServerToClient')];

const plainArcher = { entry: 1, name: 'Adi', club: 'Garuda', category: 'RM', target: '1A', roundId: 'wa720-70' };
const archer = {
  ...plainArcher,
  ends: [['X', 'M', null]],
  locked: true,
  checks: [{ end: 1, arrows: ['X', '9', null], byAthlete: true }],
  signed: ['athlete', 'scorer'],
} as const;
const sheet: TargetSheet = {
  competitionName: 'C',
  butt: 1,
  archers: [archer],
  scoring: 'two',
  matches: [{ event: 'RM', match: '1', at: '2026-05-02T13:30' }],
};
const ofBefore = { ...plainArcher, ends: [[88, 0, 255]], locked: true };

function readBefore(bytes: Uint8Array): unknown {
  return toClient.toObject(toClient.decode(bytes), { bytes: Array });
}

describe('a page of before', () => {
  test('reads a sheet of today past what it does not know', () => {
    const at = { epoch: 'e', seq: 1 };
    const read = readBefore(
      serverMessageToBytes({ kind: 'snapshot', topic: 't', at, body: { kind: 'targetSheet', sheet } }),
    );
    const targetSheet = { competitionName: 'C', butt: 1, archers: [ofBefore] };
    assert.deepEqual(read, { snapshot: { topic: 't', at, targetSheet } });
  });

  test('reads what changes in it', () => {
    const ends = [{ entry: 1, end: 1, arrows: ['9'] as const }];
    const body = { kind: 'targetSheet', ends, archers: [archer] } as const;
    const read = readBefore(serverMessageToBytes({ kind: 'delta', topic: 't', epoch: 'e', from: 1, to: 2, body }));
    const targetSheet = { ends: [{ entry: 1, end: 1, arrows: [9] }], archers: [ofBefore] };
    assert.deepEqual(read, { delta: { topic: 't', epoch: 'e', from: 1, to: 2, targetSheet } });
  });

  test('is welcomed to the butt that its device was handed to', () => {
    const welcome = { kind: 'welcome', protocol: 1, serverTimeMs: 5, butt: 7, version: '1' } as const;
    assert.deepEqual(readBefore(serverMessageToBytes({ ...welcome, card: 'second', label: 'Tablet 7' })), {
      welcome: { protocol: 1, serverTimeMs: 5, butt: 7, version: '1' },
    });
  });

  test('comes again at once after a close code that it does not know', () => {
    assert.equal(closeCodes.moved.next, 'reconnect');
    assert.equal(findCloseCode(4999).next, 'reconnect');
  });
});

describe('a device of before', () => {
  const commandId = 'f'.repeat(32);
  const id = commandIdToBytes(commandId);
  const read = (message: object) => bytesToClientMessage(toServer.encode(toServer.fromObject(message)).finish());

  test('scores and corrects as it did', () => {
    const scoreArrows = { entry: 3, end: 2, first: 1, arrows: Uint8Array.of(88, 0) };
    assert.deepEqual(read({ command: { id, scoreArrows } }), {
      kind: 'command',
      commandId,
      command: { kind: 'scoreArrows', entry: 3, end: 2, first: 1, arrows: ['X', 'M'] },
    });
    const correctEnd = { entry: 3, end: 2, was: Uint8Array.of(9, 255), arrows: Uint8Array.of(8), reason: 'seen' };
    assert.deepEqual(read({ command: { id, correctEnd } }), {
      kind: 'command',
      commandId,
      command: { kind: 'correctEnd', entry: 3, end: 2, was: ['9', null], arrows: ['8'], reason: 'seen' },
    });
  });

  test('says hello as it did', () => {
    const credentials = { competition: 'c', device: 'd', token: 't' };
    assert.deepEqual(read({ hello: { protocol: 1, ...credentials } }), { kind: 'hello', protocol: 1, credentials });
  });
});

test('a page of today reads past words that only a newer appliance knows', () => {
  const newer = {
    ...sheet,
    scoring: 'three',
    archers: [{ ...archer, signed: ['judge', 'athlete'] }],
  } as unknown as TargetSheet;
  const at = { epoch: 'e', seq: 1 };
  const bytes = serverMessageToBytes({ kind: 'snapshot', topic: 't', at, body: { kind: 'targetSheet', sheet: newer } });
  const read = bytesToServerMessage(bytes);
  assert.ok(read.kind === 'snapshot' && read.body.kind === 'targetSheet');
  assert.equal('scoring' in read.body.sheet, false);
  assert.deepEqual(read.body.sheet.archers[0]?.signed, ['athlete']);
});

test('a delta that only a newer page could apply is malformed, an empty one is not', () => {
  const delta = { kind: 'delta', topic: 't', epoch: 'e', body: { kind: 'nothing' } } as const;
  assert.throws(() => bytesToServerMessage(serverMessageToBytes({ ...delta, from: 1, to: 2 })), MalformedError);
  assert.deepEqual(bytesToServerMessage(serverMessageToBytes({ ...delta, from: 2, to: 2 })), {
    ...delta,
    from: 2,
    to: 2,
  });
});
