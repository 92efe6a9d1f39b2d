import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandbyView } from '../wire/api-standby.ts';
import { chooseStandby, followFlags, standbyLines } from './standby.ts';
import { standbyText } from './standby-text.ts';

const view = (id: string, name: string, more: Partial<StandbyView> = {}): StandbyView => ({
  ...{ id, name, origin: 'http://10.0.0.9:8000', pairedAt: 0, seenAt: 100_000, behind: 0, others: [] },
  ...more,
});

test('a standby is chosen by its id, or by a name that no other has', () => {
  const all = [view('a1', 'Mini'), view('b2', 'Twin'), view('c3', 'twin')];
  assert.equal(chooseStandby(all, 'mini ').id, 'a1');
  assert.equal(chooseStandby(all, 'c3').id, 'c3');
  assert.throws(() => chooseStandby(all, 'Twin'), /Several machines are called Twin/);
  assert.throws(() => chooseStandby(all, 'Max'), /no standby "Max"/);
});

test('how far each is', () => {
  assert.match(standbyLines([], 0).join(), /tenring standby code lets one in/);
  assert.match(standbyLines([view('a1', 'Mini\u001b[31m')], 100_000).join('\n'), /^Mini \[31m +a1 .*has everything$/m);
  assert.equal(standbyText(view('a', 'A', { others: ['c1'] }), 100_000).includes('begin it anew'), true);
});

test('where to follow: by https where there is any', () => {
  const addresses = ['http://192.168.1.5:8000', 'http://10.0.0.5:8000'];
  assert.equal(followFlags({ addresses, secure: null }), '--follow http://192.168.1.5:8000');
  const secure = { port: 8443, realtimePort: 8444, fingerprint: null };
  assert.equal(followFlags({ addresses, secure }), '--follow https://192.168.1.5:8443 --tls');
  assert.equal(followFlags({ addresses: [], secure }), '--follow ADDRESS');
});
