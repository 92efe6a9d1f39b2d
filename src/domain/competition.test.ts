import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, smallCompetition } from '../testing/small-competition.ts';
import { evolve } from './evolve.ts';

test('a journal begins with the creation', () => {
  assert.throws(
    () => evolve(undefined, { kind: 'categoriesAdded', categories: [] }, desk),
    /must begin with competitionCreated/,
  );
});

// Facts are never argued with: a reader of a journal that names what it does not know goes on.
test('facts about what is not there change nothing', () => {
  const state = smallCompetition();
  const [entry, end, first, arrows] = [99, 1, 0, ['9']] as const;
  assert.equal(evolve(state, { kind: 'arrowsScored', entry, end, first, arrows }, desk), state);
  assert.equal(evolve(state, { kind: 'endCorrected', entry, end, was: [], arrows, reason: '' }, desk), state);
  assert.equal(evolve(state, { kind: 'endChecked', entry, end, arrows }, desk), state);
  assert.equal(evolve(state, { kind: 'standingSet', entry, standing: 'DNS', by: '', reason: '' }, desk), state);
  assert.equal(evolve(state, { kind: 'deviceRevoked', device: 'nobody' }, desk), state);
});

test('a new fact leaves the state before it as it was', () => {
  const state = smallCompetition();
  const next = evolve(state, { kind: 'arrowsScored', entry: 1, end: 1, first: 0, arrows: ['9'] }, desk);
  assert.notEqual(next, state);
  assert.equal(state.scorecards.at(1), undefined);
  assert.equal(next.scorecards.at(2), undefined);
  assert.equal(next.entries, state.entries);
});
