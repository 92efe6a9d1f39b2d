import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, ask, score, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { ChangeDevice } from '../commands.ts';

const start = smallCompetition();
const move: ChangeDevice = { kind: 'changeDevice', device: 'tablet-1', butt: 2, label: ' Left ', card: 'second' };

test('a device that is moved keeps its token and scores where it now is', () => {
  const moved = after(start, move);
  const device = { id: 'tablet-1', butt: 2, tokenHash: 'ab', label: 'Left', card: 'second', revoked: false };
  assert.deepEqual(moved.devices.get('tablet-1'), { ...device, former: [1] });
  assert.equal(ask(moved, score(3, 1, 0, '9'), tabletAt1).rejection, undefined);
  const back = after(moved, { ...move, butt: 1, label: 'Tablet 1', card: 'first' });
  assert.deepEqual(back.devices.get('tablet-1'), { ...start.devices.get('tablet-1'), former: [2] });
});

test('what a moved device had typed and not sent still goes where it was, and it changes nothing there', () => {
  const shot = after(start, score(1, 1, 0, '9'), tabletAt1);
  const moved = after(shot, move);
  const late = after(moved, score(1, 1, 1, '8'), tabletAt1);
  assert.deepEqual(late.scorecards.at(1)?.ends[0]?.slice(0, 2), ['9', '8']);
  assert.equal(ask(moved, score(1, 1, 0, '9'), tabletAt1).rejection?.code, 'arrowAlreadyScored');
  const [end] = late.scorecards.at(1)?.ends ?? [];
  const correction = { kind: 'correctEnd', entry: 1, end: 1, was: end ?? [], arrows: end ?? [], reason: 'x' } as const;
  assert.equal(ask(late, correction, tabletAt1).rejection?.code, 'notYourTarget');
});

test('a device that was revoked and joins elsewhere writes nowhere else', () => {
  const revoked = after(start, { kind: 'revokeDevice', device: 'tablet-1' });
  const again = after(revoked, { kind: 'pairDevice', device: 'tablet-1', butt: 2, tokenHash: 'ab', label: '' });
  assert.equal(again.devices.get('tablet-1')?.former, undefined);
  assert.equal(ask(again, score(1, 1, 0, '9'), tabletAt1).rejection?.code, 'notYourTarget');
  assert.equal(ask(again, score(3, 1, 0, '9'), tabletAt1).rejection, undefined);
});

test('a device is paired for either card', () => {
  const paired = after(start, {
    ...{ kind: 'pairDevice', device: 'b', butt: 1, tokenHash: 'cd', label: 'B', card: 'second' },
  });
  assert.equal(paired.devices.get('b')?.card, 'second');
  assert.equal(paired.devices.get('tablet-1')?.card, undefined);
});

test('a device that has joined without a name is moved without one', () => {
  const nameless = after(start, { kind: 'pairDevice', device: 'tablet-2', butt: 1, tokenHash: 'ef', label: '' });
  const moved = after(nameless, { ...move, device: 'tablet-2', label: '' }).devices.get('tablet-2');
  assert.deepEqual([moved?.label, moved?.butt], ['', move.butt]);
});

test('what there is not, or was let go, is not moved', () => {
  const refused = (command: ChangeDevice, state = start) => {
    const answer = ask(state, command);
    assert.deepEqual([answer.facts, answer.state], [[], state]);
    return answer.rejection;
  };
  assert.deepEqual(refused({ ...move, device: 'x' }), { code: 'unknownDevice', device: 'x' });
  for (const butt of [0, 3, 1.5]) assert.deepEqual(refused({ ...move, butt }), { code: 'unknownButt', butt });
  for (const label of ['', ' ', 'A'.repeat(101), 'left\nright'])
    assert.deepEqual(refused({ ...move, label }), { code: 'nameMissing' });
  const revoked = after(start, { kind: 'revokeDevice', device: 'tablet-1' });
  assert.deepEqual(refused(move, revoked), { code: 'deviceRevoked' });
  assert.equal(revoked.devices.get('tablet-1')?.revoked, true);
  assert.deepEqual(ask(start, move, tabletAt1).rejection, { code: 'notAllowed', role: 'scorer' });
});

test('how many cards are kept is the desk’s to say, at any time', () => {
  assert.equal(start.scoring, 'one');
  const two = after(after(start, score(1, 1, 0, '9')), { kind: 'setScoring', mode: 'two' });
  assert.equal(two.scoring, 'two');
  assert.equal(after(two, { kind: 'setScoring', mode: 'one' }).scoring, 'one');
  assert.deepEqual(ask(start, { kind: 'setScoring', mode: 'two' }, tabletAt1).rejection, {
    code: 'notAllowed',
    role: 'scorer',
  });
});
