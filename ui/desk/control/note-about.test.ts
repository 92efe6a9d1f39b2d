import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAbout, readAbout, writeAbout } from './note-about.ts';

test('what a note is about goes into an address and comes back', () => {
  for (const about of [{ entry: 5 }, { butt: 12 }, { event: 'RM', match: '2/1' }, {}])
    assert.deepEqual(readAbout(writeAbout(about)), about);
  for (const nonsense of ['entry-x', 'butt-', 'match-RM', 'somebody', '', undefined])
    assert.deepEqual(readAbout(nonsense), {}, nonsense);
});

test('a note is about a card whatever end of it it names, and never about another', () => {
  assert.equal(isAbout({ entry: 5, end: 3 }, { entry: 5 }), true);
  assert.equal(isAbout({ entry: 6 }, { entry: 5 }), false);
  assert.equal(isAbout({ event: 'RM', match: '2/1' }, { event: 'RM', match: '2/1' }), true);
  assert.equal(isAbout({ event: 'RM', match: '2/1' }, { event: 'CW', match: '2/1' }), false);
  assert.equal(isAbout({ butt: 3 }, { butt: 3 }), true);
  assert.equal(isAbout({}, {}), false);
});
