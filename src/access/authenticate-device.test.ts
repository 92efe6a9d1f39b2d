import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, smallCompetition } from '../testing/small-competition.ts';
import { authenticateDevice, hashDeviceToken } from './authenticate-device.ts';

const paired = after(smallCompetition(), {
  kind: 'pairDevice',
  device: 'tablet-2',
  butt: 2,
  tokenHash: hashDeviceToken('secret'),
  label: '',
});
const revoked = after(paired, { kind: 'revokeDevice', device: 'tablet-2' });
const find = (state: typeof paired) => (competition: string) => (competition === 'c1' ? { state } : undefined);
const credentials = { competition: 'c1', device: 'tablet-2', token: 'secret' };
const refused = { kind: 'refused', close: 'notPaired' };

test('a paired device with its token may score at its butt', () => {
  assert.deepEqual(authenticateDevice(credentials, find(paired)), { kind: 'device', place: { butt: 2 } });
});

test('a competition that is not here says so, whoever asks', () => {
  const gone = { kind: 'refused', close: 'competitionGone' };
  assert.deepEqual(authenticateDevice({ ...credentials, competition: 'c2' }, find(paired)), gone);
  assert.deepEqual(authenticateDevice({ competition: 'c2', device: '', token: '' }, find(paired)), gone);
});

test('not with another token, as another device, or revoked', () => {
  assert.deepEqual(authenticateDevice({ ...credentials, token: 'Secret' }, find(paired)), refused);
  assert.deepEqual(authenticateDevice({ ...credentials, token: '' }, find(paired)), refused);
  assert.deepEqual(authenticateDevice({ ...credentials, device: 'tablet-1' }, find(paired)), refused);
  assert.deepEqual(authenticateDevice({ ...credentials, device: 'nobody', token: '' }, find(paired)), refused);
  assert.deepEqual(authenticateDevice(credentials, find(revoked)), refused);
});
