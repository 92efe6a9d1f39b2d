// The judges' log: notes and protests, what they are about, how they end, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, score, smallCompetition, tabletAt1, after as then } from '../../testing/small-competition.ts';
import type { NoteCommand, WriteNote } from '../commands.ts';
import { longestNote } from './judges-log.ts';

const protest = {
  ...{ kind: 'writeNote', note: 'p1', sort: 'protest', about: { entry: 1, end: 1 }, by: ' Team Elang ' },
  ...{ text: ' The line was called wrong\nin end 1 ', fee: 'USD 100' },
} as const satisfies WriteNote;
const decision = {
  ...{ kind: 'closeNote', note: 'p1', outcome: 'decided', text: 'Upheld', by: 'Hakim', feeReturned: true },
} as const satisfies NoteCommand;

test('a protest is open, then decided, with the fee returned; reopened, it is open as it was', () => {
  const open = then(smallCompetition(), protest);
  const [note] = [...open.judgesLog.values()];
  assert.deepEqual(note, {
    ...{ at: 0, actor: { role: 'organiser' }, id: 'p1', sort: 'protest', about: { entry: 1, end: 1 } },
    ...{ text: 'The line was called wrong\nin end 1', by: 'Team Elang', fee: 'USD 100' },
  });
  const decided = then(open, decision);
  assert.deepEqual(decided.judgesLog.get('p1')?.ending, {
    ...{ at: 0, actor: { role: 'organiser' }, outcome: 'decided', text: 'Upheld', by: 'Hakim', feeReturned: true },
  });
  const reopened = then(decided, { kind: 'reopenNote', note: 'p1', by: 'Hakim', reason: 'new evidence' });
  assert.deepEqual(reopened.judgesLog.get('p1'), note);
});

test('the same id again is the same note in other words, at its first time and place in the log', () => {
  const two = then(then(smallCompetition(), protest), { ...protest, note: 'n2', sort: 'note', text: 'Wind' });
  const again = then(two, { ...protest, text: 'Another end', about: { butt: 2 } });
  assert.deepEqual(
    [...again.judgesLog.values()].map(({ id, text }) => [id, text]),
    [
      ['p1', 'Another end'],
      ['n2', 'Wind'],
    ],
  );
});

test('no fee was paid: none is returned', () => {
  const { fee: _, ...free } = protest;
  const closed = then(then(smallCompetition(), free), decision);
  assert.equal('feeReturned' in (closed.judgesLog.get('p1')?.ending ?? {}), false);
});

test('what cannot be noted is refused and changes nothing', () => {
  const state = then(smallCompetition(), protest);
  const refused = (command: NoteCommand) => {
    const answer = ask(state, command);
    assert.equal(answer.state, state);
    return answer.rejection?.code === 'noteWrong' ? answer.rejection.why : answer.rejection?.code;
  };
  assert.equal(refused({ ...protest, note: 'not an id' }), 'id');
  assert.equal(refused({ ...protest, text: ' ' }), 'text');
  assert.equal(refused({ ...protest, text: 'bell \u0007' }), 'text');
  assert.equal(refused({ ...protest, text: 'x'.repeat(longestNote + 1) }), 'tooLong');
  assert.equal(refused({ ...protest, fee: 'x'.repeat(41) }), 'fee');
  assert.equal(refused({ ...protest, by: '' }), 'judgeMissing');
  assert.equal(refused({ ...protest, about: { match: '1/1' } }), 'about');
  assert.equal(refused({ ...protest, about: { end: 1 } }), 'about');
  assert.equal(refused({ ...protest, about: { entry: 1, event: 'RM' } }), 'about');
  assert.equal(refused({ ...protest, about: { entry: 99 } }), 'unknownEntry');
  assert.equal(refused({ ...protest, about: { entry: 1, end: 13 } }), 'noSuchEnd');
  assert.equal(refused({ ...protest, about: { event: 'RM' } }), 'unknownEvent');
  assert.equal(refused({ ...protest, about: { event: 'RM', match: '1/1' } }), 'unknownEvent');
  assert.equal(refused({ ...protest, about: { butt: 0 } }), 'unknownButt');
  assert.equal(refused({ ...decision, note: 'gone' }), 'unknownNote');
  assert.equal(refused({ ...decision, by: '' }), 'judgeMissing');
  assert.equal(refused({ ...decision, text: '' }), 'reasonMissing');
  assert.equal(refused({ kind: 'reopenNote', note: 'p1', by: 'Hakim', reason: 'x' }), 'noteIsOpen');
  assert.equal(refused({ kind: 'reopenNote', note: 'gone', by: 'Hakim', reason: 'x' }), 'unknownNote');
});

test('a closed note is not written again nor closed twice; a tablet writes none', () => {
  const closed = then(then(smallCompetition(), protest), decision);
  for (const command of [protest, decision]) assert.equal(ask(closed, command).rejection?.code, 'noteIsClosed');
  assert.equal(ask(closed, { ...protest, note: 'n3' }, tabletAt1).rejection?.code, 'notAllowed');
});

test('shooting goes on beside it: a note changes no card', () => {
  const before = then(smallCompetition(), score(1, 1, 0, 'X', '9', '9', '8', '8', '7'));
  const noted = then(then(before, protest), decision);
  assert.equal(noted.scorecards, before.scorecards);
  assert.equal(noted.rankings, before.rankings);
});
