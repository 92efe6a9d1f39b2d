import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlannedMatch, scheduleClashesOf } from './schedule-clashes.ts';

function planned(match: string, at: string, butts: readonly [number, number], more: Partial<PlannedMatch> = {}) {
  const [a, b] = butts;
  return { event: 'RM', match, at: `2026-05-02T${at}`, butts: { a, b }, entries: [], after: [], ...more };
}

const wordsOf = (matches: readonly PlannedMatch[], minutes = 20) =>
  scheduleClashesOf(matches, minutes).map((clash) => {
    const about = clash.kind === 'butt' ? clash.butt : clash.kind === 'archer' ? clash.entry : '';
    return `${clash.kind} ${about} ${clash.one.match} ${clash.other.match}`;
  });

test('matches side by side and one after the other do not clash', () => {
  assert.deepEqual(
    wordsOf([
      planned('2/1', '09:00', [1, 2], { entries: [1, 4] }),
      planned('2/2', '09:00', [3, 4], { entries: [2, 3] }),
      planned('1/1', '09:20', [1, 2], { after: ['2/1', '2/2'] }),
    ]),
    [],
  );
});

test('a butt and an archer are in one match at a time, also across events and while the first one still goes on', () => {
  const one = planned('2/1', '09:00', [1, 2], { entries: [1, 4] });
  const team = planned('1/1', '09:10', [2, 2], { event: 'T', entries: [4, 5, 6] });
  assert.deepEqual(wordsOf([one, team]), ['butt 2 2/1 1/1', 'archer 4 2/1 1/1']);
  assert.deepEqual(wordsOf([one, team], 10), []);
});

test('a match waits for those that its sides come from, of its own event', () => {
  const final = planned('1/1', '09:10', [5, 5], { after: ['2/1'] });
  const semi = planned('2/1', '09:00', [1, 2]);
  assert.deepEqual(wordsOf([final, semi]), ['order  1/1 2/1']);
  assert.deepEqual(wordsOf([semi, final]), ['order  1/1 2/1'], 'whichever is named first');
  assert.deepEqual(wordsOf([{ ...semi, event: 'CM' }, final]), []);
});
