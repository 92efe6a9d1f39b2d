import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ask,
  creation,
  newEntry,
  organiser,
  score,
  smallCompetition,
  system,
  tabletAt1,
} from '../testing/small-competition.ts';
import type { Command } from './commands.ts';

test('a competition is created once, with its texts trimmed', () => {
  const { facts, state } = ask(undefined, { ...creation, name: '  Piala Uji ', venue: ' Lapangan ' });
  const { kind: _, ...details } = creation;
  assert.deepEqual(facts, [{ ...details, kind: 'competitionCreated', name: 'Piala Uji', venue: 'Lapangan' }]);
  assert.equal(state?.entryCount, 0);
  const again = ask(state, creation);
  assert.deepEqual(again.rejection, { code: 'competitionExists' });
  assert.equal(again.state, state);
});

test('a competition needs a name, days of the calendar in order, and a rule set that exists', () => {
  const code = (change: Partial<typeof creation> | object) =>
    ask(undefined, { ...creation, ...change }).rejection?.code;
  assert.equal(code({ name: ' \t' }), 'nameMissing');
  assert.equal(code({ ruleSetId: 'wa-1931' }), 'unknownRuleSet');
  const wrongDays = [
    '2026-02-31',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-06-00',
    '2026-6-1',
    '01-06-2026',
    '',
    '2026-06-01T00:00',
    ' 2026-06-01',
  ];
  for (const day of wrongDays) assert.equal(code({ from: day, to: day }), 'datesWrong', day);
  assert.equal(code({ from: '2026-05-02', to: '2026-05-01' }), 'datesWrong');
  for (const day of ['2028-02-29', '2000-02-29', '2026-12-31'])
    assert.equal(code({ from: day, to: day }), undefined, day);
});

test('nothing can be asked of a competition that does not exist', () => {
  const commands: Command[] = [
    score(1, 1, 0, '9'),
    { kind: 'correctEnd', entry: 1, end: 1, was: [], arrows: [], reason: '' },
    { kind: 'importEntries', categories: [], entries: [newEntry('A', 'RM')] },
    { kind: 'pairDevice', device: 'd', butt: 1, tokenHash: '', label: '' },
    { kind: 'revokeDevice', device: 'd' },
  ];
  for (const command of commands) {
    const { rejection, facts } = ask(undefined, command);
    assert.deepEqual(rejection, { code: 'unknownCompetition' }, command.kind);
    assert.deepEqual(facts, []);
  }
});

test('a scorer organises nothing, and learns nothing about devices by trying', () => {
  const state = smallCompetition();
  const commands: Command[] = [
    { kind: 'importEntries', categories: [], entries: [newEntry('A', 'RM')] },
    { kind: 'pairDevice', device: 'tablet-1', butt: 2, tokenHash: '', label: '' },
    { kind: 'revokeDevice', device: 'tablet-1' },
    { kind: 'revokeDevice', device: 'no such device' },
  ];
  for (const command of commands) {
    const answer = ask(state, command, tabletAt1);
    assert.deepEqual(answer.rejection, { code: 'notAllowed', role: 'scorer' }, command.kind);
    assert.equal(answer.state, state);
  }
  assert.equal(ask(undefined, creation, tabletAt1).rejection?.code, 'notAllowed');
  assert.equal(ask(undefined, creation, system).rejection, undefined);
});

test('a device is paired with a butt where somebody shoots, moved, revoked, and paired again', () => {
  const state = smallCompetition();
  const pair = (butt: number): Command => ({
    kind: 'pairDevice',
    device: 'tablet-1',
    butt,
    tokenHash: 'cd',
    label: 'T',
  });
  for (const butt of [0, 3, -1, 1.5, 4294967295]) {
    assert.deepEqual(ask(state, pair(butt)).rejection, { code: 'unknownButt', butt });
  }
  const moved = ask(state, pair(2)).state;
  assert.deepEqual(moved?.devices.get('tablet-1'), {
    id: 'tablet-1',
    butt: 2,
    tokenHash: 'cd',
    label: 'T',
    revoked: false,
  });
  assert.equal(state.devices.get('tablet-1')?.butt, 1);

  assert.deepEqual(ask(state, { kind: 'revokeDevice', device: 'x' }).rejection, { code: 'unknownDevice', device: 'x' });
  const revoked = ask(moved, { kind: 'revokeDevice', device: 'tablet-1' }, organiser).state;
  assert.equal(revoked?.devices.get('tablet-1')?.revoked, true);
  assert.equal(ask(revoked, pair(1)).state?.devices.get('tablet-1')?.revoked, false);
});
