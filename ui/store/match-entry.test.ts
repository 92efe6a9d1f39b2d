// What a tap means in a match.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { End } from '../../src/domain/card/scorecard.ts';
import { createMatch, type Match, type Side } from '../../src/domain/match/match.ts';
import { findMatchFormat } from '../../src/domain/match/match-format.ts';
import { correctMatchArrows, scoreMatchArrows } from '../../src/domain/match/match-scoring.ts';
import { typeArrow } from './end-entry.ts';
import {
  commandOfArrow,
  commandsOfTask,
  entryOf,
  matchDraftKey,
  mayConfirm,
  sideAfter,
  takeBackArrow,
  taskOf,
} from './match-entry.ts';
import { type Play, playOf } from './match-store.ts';

const about = { event: 'RM', matchId: '1/1' };
type Shot = readonly [side: Side, end: number, first: number, ...arrows: ArrowValue[]];

function after(shots: readonly Shot[], begins?: Side, formatId = 'set-individual'): Play {
  let match: Match = createMatch(findMatchFormat('wa-2026', formatId) ?? assert.fail(formatId), '122');
  for (const [side, number, first, ...arrows] of shots) {
    const answer = scoreMatchArrows(match, { side, place: { part: 'end', number }, first, arrows });
    match = answer.kind === 'match' ? answer.match : assert.fail(answer.rejection.code);
  }
  return playOf(match, begins, 'firstEnd');
}

function task(play: Play, chosen?: Side, mode: 'score' | 'correct' = 'score') {
  return taskOf(play, chosen, mode) ?? assert.fail('nothing to type');
}

const typed = (end: End, ...values: readonly ArrowValue[]) =>
  values.reduce((entry, value) => typeArrow(entry, value), entryOf({ ...task(after([])), now: end }, undefined));

describe('typing in a match', () => {
  it('is about the left side, then the other, then the next end, and about whom somebody chose', () => {
    assert.equal(task(after([])).side, 'a');
    assert.equal(task(after([]), 'b').side, 'b');
    const half = after([['a', 1, 0, '9', '9', '9']]);
    assert.equal(task(half).side, 'b');
    assert.equal(task(half, 'a').side, 'b', 'a has shot');
    assert.equal(sideAfter(half, task(half)), undefined);
    const whole = after([
      ['a', 1, 0, '9', '9', '9'],
      ['b', 1, 0, '9', '9', '9'],
    ]);
    assert.deepEqual(task(whole).place, { part: 'end', number: 2 });
    assert.deepEqual(task(whole, 'b', 'correct').place, { part: 'end', number: 1 });
    assert.equal(taskOf(after([]), 'a', 'correct'), undefined);
  });

  it('follows the turns where the sides alternate', () => {
    assert.equal(task(after([], 'b')).side, 'b');
    assert.equal(task(after([['b', 1, 0, '9']], 'b')).side, 'a');
  });

  it('sends the boxes that were typed, and no others', () => {
    const play = after([['a', 1, 0, '9']]);
    const mine = task(play);
    const entry = typed(mine.now, '8', '7');
    assert.equal(mayConfirm(play, mine, typed(mine.now, '8')), false);
    assert.equal(mayConfirm(play, mine, entry), true);
    assert.deepEqual(commandsOfTask(about, mine, entry, ''), [
      {
        ...{ kind: 'scoreMatch', event: 'RM', match: '1/1', side: 'a', part: 'end', number: 1 },
        ...{ first: 1, arrows: ['8', '7'] },
      },
    ]);
    assert.deepEqual(commandOfArrow(about, mine, '10'), {
      ...{ kind: 'scoreMatch', event: 'RM', match: '1/1', side: 'a', part: 'end', number: 1 },
      ...{ first: 1, arrows: ['10'] },
    });
    assert.equal(matchDraftKey('c1', about, mine), 'c1/RM/1/1/a/end/1/score');
  });

  it('sends where they were plotted, end by end and arrow by arrow', () => {
    const mine = task(after([]));
    const hit = { x: 30, y: -40 };
    const first = typeArrow(entryOf(mine, undefined), '9', hit);
    const entry = typeArrow(typeArrow(first, '8'), '7', { x: 0, y: 500 });
    assert.deepEqual(commandsOfTask(about, mine, entry, ''), [
      {
        ...{ kind: 'scoreMatch', event: 'RM', match: '1/1', side: 'a', part: 'end', number: 1 },
        ...{ first: 0, arrows: ['9', '8', '7'], hits: [hit, null, { x: 0, y: 500 }] },
      },
    ]);
    assert.deepEqual(entryOf(mine, entry.slots, entry.hits).hits, entry.hits, 'after a reload');
    assert.deepEqual(commandOfArrow(about, mine, '9', hit)?.hits, [hit]);
    assert.equal(commandOfArrow(about, mine, '9')?.hits, undefined);
  });

  it('corrects with what stood there and why, only where something changes', () => {
    const play = after([
      ['a', 1, 0, '9', '9', '9'],
      ['b', 1, 0, '9', '9', '9'],
    ]);
    const mine = task(play, 'a', 'correct');
    const same = entryOf(mine, undefined);
    assert.equal(mayConfirm(play, mine, same), false);
    const entry = typeArrow({ ...same, cursor: 1 }, '8');
    assert.equal(mayConfirm(play, mine, entry), true);
    assert.deepEqual(commandsOfTask(about, mine, entry, 'misheard'), [
      {
        ...{ kind: 'correctMatch', event: 'RM', match: '1/1', side: 'a', part: 'end', number: 1 },
        ...{ was: ['9', '9', '9'], arrows: ['9', '8', '9'], by: '', reason: 'misheard' },
      },
    ]);
  });

  it('takes the last arrow back, whoever shot it, also the one that ended a set', () => {
    const shots: readonly Shot[] = [
      ['b', 1, 0, '9'],
      ['a', 1, 0, '8'],
      ['b', 1, 1, '7'],
    ];
    const order = (play: Play) => {
      let match = play.match;
      let sides = '';
      for (;;) {
        const command = takeBackArrow(about, playOf(match, 'b', 'firstEnd'), 'a', 'Wrong key');
        if (!command) return sides;
        sides += command.side;
        const { side, part, number, arrows } = command;
        const answer = correctMatchArrows(match, { side, place: { part, number }, arrows });
        match = answer.kind === 'match' ? answer.match : assert.fail(answer.rejection.code);
      }
    };
    assert.equal(order(after(shots, 'b')), 'bab');
    assert.equal(takeBackArrow(about, after(shots.slice(0, 2)), 'a', '')?.side, 'a', 'the order is not known');
    assert.equal(takeBackArrow(about, after(shots.slice(0, 1)), 'a', '')?.side, 'b', 'only b has shot');
    const team = after([['a', 1, 0, '9', '9', '9']], 'a', 'set-team');
    assert.deepEqual(takeBackArrow(about, team, 'b', '')?.arrows, ['9', '9', null, null, null, null]);
  });
});
