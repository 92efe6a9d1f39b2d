import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ask,
  newEntry,
  organiser,
  score,
  smallCompetition,
  system,
  tabletAt1,
} from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import { competitionToDocument } from '../document/competition-to-document.ts';
import { documentToCompetition } from '../document/document-to-competition.ts';

const close: Command = { kind: 'closeCompetition' };
const reopen: Command = { kind: 'reopenCompetition' };

test('an archived competition keeps everything and takes nothing, until it is reopened', () => {
  const open = smallCompetition();
  assert.equal(open.isClosed, false);
  const { state: closed, facts } = ask(open, close);
  assert.deepEqual(facts, [{ kind: 'competitionClosed' }]);
  assert.ok(closed);
  assert.deepEqual(closed, { ...open, isClosed: true });
  const commands: Command[] = [
    { kind: 'importEntries', categories: [], entries: [newEntry('A', 'RM')] },
    { kind: 'setScoring', mode: 'two' },
    { kind: 'revokeDevice', device: 'tablet-1' },
    score(1, 1, 0, '9'),
    { kind: 'drawEvent', event: 'RM' },
    close,
  ];
  for (const command of commands) {
    for (const actor of command.kind === 'scoreArrows' ? [tabletAt1] : [organiser, system]) {
      const answer = ask(closed, command, actor);
      assert.deepEqual(answer.rejection, { code: 'competitionIsClosed' }, command.kind);
      assert.equal(answer.state, closed);
    }
  }
  const reopened = ask(closed, reopen).state;
  assert.deepEqual(reopened, open);
  assert.equal(ask(reopened, score(1, 1, 0, '9'), tabletAt1).rejection, undefined);
});

test('an open competition cannot be reopened, and a scorer neither archives nor reopens', () => {
  const open = smallCompetition();
  assert.deepEqual(ask(open, reopen).rejection, { code: 'competitionIsOpen' });
  assert.deepEqual(ask(open, close, tabletAt1).rejection, { code: 'notAllowed', role: 'scorer' });
  const closed = ask(open, close).state;
  assert.deepEqual(ask(closed, reopen, tabletAt1).rejection, { code: 'notAllowed', role: 'scorer' });
});

test('its file says that it is archived, and a file of an open one says nothing', () => {
  const open = smallCompetition();
  const closed = ask(open, close).state;
  assert.ok(closed && !('closed' in competitionToDocument(open)));
  const document = competitionToDocument(closed);
  assert.equal(document.closed, true);
  assert.equal(documentToCompetition(document).isClosed, true);
  assert.equal(documentToCompetition(competitionToDocument(open)).isClosed, false);
});
