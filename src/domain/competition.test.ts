import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallCompetition } from '../testing/small-competition.ts';
import { evolve } from './competition.ts';

test('a journal begins with the creation', () => {
  assert.throws(
    () => evolve(undefined, { kind: 'categoriesAdded', categories: [] }),
    /must begin with competitionCreated/,
  );
});

// Facts are never argued with: a reader of a journal that names what it does not know goes on.
test('facts about what is not there change nothing', () => {
  const state = smallCompetition();
  const [entry, end, first, arrows] = [99, 1, 0, ['9']] as const;
  assert.equal(evolve(state, { kind: 'arrowsScored', entry, end, first, arrows }), state);
  assert.equal(evolve(state, { kind: 'endCorrected', entry, end, was: [], arrows, reason: '' }), state);
  assert.equal(evolve(state, { kind: 'deviceRevoked', device: 'nobody' }), state);
});

test('a new fact leaves the state before it as it was', () => {
  const state = smallCompetition();
  const next = evolve(state, { kind: 'arrowsScored', entry: 1, end: 1, first: 0, arrows: ['9'] });
  assert.notEqual(next, state);
  assert.equal(state.scorecards.at(1), undefined);
  assert.equal(next.scorecards.at(2), undefined);
  assert.equal(next.entries, state.entries);
});
