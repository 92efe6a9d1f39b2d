import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainState } from '../../testing/plain-state.ts';
import { fold, smallCompetition } from '../../testing/small-competition.ts';
import { wholeCompetition } from '../../testing/whole-competition.ts';
import { decide } from '../decide.ts';
import { findDocumentProblem } from './check-document.ts';
import { competitionToDocument } from './competition-to-document.ts';
import type { CompetitionDocument } from './document.ts';
import { documentToCompetition } from './document-to-competition.ts';

const state = wholeCompetition();
const document = competitionToDocument(state);

function throughJson(value: CompetitionDocument): CompetitionDocument {
  return JSON.parse(JSON.stringify(value));
}

test('a document, through JSON, is the same competition again, all but its devices', () => {
  const read = documentToCompetition(throughJson(document));
  assert.deepEqual(plainState(read), { ...plainState(state), devices: new Map() });
  assert.equal(state.devices.size, 1);
  assert.deepEqual(competitionToDocument(read), document);
});

test('nothing of a device that lets one in is in a document', () => {
  const text = JSON.stringify(document);
  assert.ok(text.includes('"tablet-1"'), 'who wrote an end');
  assert.ok(!text.includes('tokenHash') && !text.includes('Tablet 1'));
});

test('what is as usual is left out: cards without an arrow, empty notes, present sides', () => {
  const small = competitionToDocument(smallCompetition());
  assert.deepEqual(small.cards, []);
  assert.deepEqual(small.entries[4], { number: 5, name: 'Eko Wirawan', club: 'Garuda', category: 'RM', target: null });
  assert.ok(small.entries[0] && !('country' in small.entries[0]));
  const [first] = document.events;
  assert.deepEqual(
    first?.cards.map(({ match, attendance }) => [match, attendance]),
    [
      ['2/1', undefined],
      ['2/2', { a: 'present', b: 'absent' }],
      ['1/1', undefined],
    ],
  );
  assert.ok(!('elimination' in (document.events[2]?.setup ?? {})));
});

test('the same competition is the same file, in whatever order it came about', () => {
  const score = (entry: number, end: number) =>
    ({ kind: 'arrowsScored', entry, end, first: 0, arrows: ['9', '9', '9', '9', '9', '9'] }) as const;
  const slot = (match: string, butt: number) => ({ match, at: '2026-05-02T13:30', butts: { a: butt, b: butt } });
  const scheduled = (...slots: ReturnType<typeof slot>[]) =>
    ({ kind: 'matchesScheduled', event: 'RM-team', slots }) as const;
  const check = (end: number) => ({ kind: 'endChecked', entry: 9, end, arrows: [] }) as const;
  const facts = [score(4, 1), score(2, 1), check(4), check(2), scheduled(slot('B/1', 2)), scheduled(slot('A/1', 1))];
  const [one, other] = [fold(state, facts), fold(state, facts.toReversed())];
  assert.ok(one && other);
  assert.equal(JSON.stringify(competitionToDocument(one)), JSON.stringify(competitionToDocument(other)));
});

test('importing a document is one fact, and only where there is no competition yet', () => {
  const context = { commandId: '0'.repeat(32), at: 0, actor: { role: 'organiser' } } as const;
  assert.equal(findDocumentProblem(document), undefined);
  assert.deepEqual(decide(undefined, { kind: 'importCompetition', document }, context), {
    kind: 'facts',
    facts: [{ kind: 'competitionImported', document }],
  });
  assert.deepEqual(decide(state, { kind: 'importCompetition', document }, context), {
    kind: 'rejected',
    rejection: { code: 'competitionExists' },
  });
  const byTablet = { ...context, actor: { role: 'scorer', device: 'tablet-1' } } as const;
  assert.deepEqual(decide(undefined, { kind: 'importCompetition', document }, byTablet), {
    kind: 'rejected',
    rejection: { code: 'notAllowed', role: 'scorer' },
  });
});
