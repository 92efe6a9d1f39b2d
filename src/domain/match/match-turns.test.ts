// Whose turn it is, arrow by arrow.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArrowValue } from '../arrow-value.ts';
import { createMatch, type Match, type Side, scoreOf } from './match.ts';
import { findMatchFormat } from './match-format.ts';
import { type MatchPlace, scoreMatchArrows } from './match-scoring.ts';
import { beginsNow, beginsSoFar, placeBeingShot, sideOnTurn } from './match-turns.ts';

function matchOf(formatId: string): Match {
  return createMatch(findMatchFormat('wa-2026', formatId) ?? assert.fail(formatId), '122');
}

function write(match: Match, side: Side, place: MatchPlace, ...arrows: readonly ArrowValue[]): Match {
  const { format } = match;
  const boxes = place.part === 'end' ? format.arrowsPerEnd : format.shootOffArrows;
  const now = (place.part === 'end' ? match.ends[place.number - 1] : match.shootOffs[place.number - 1]?.arrows)?.[side];
  const first = now?.indexOf(null) ?? 0;
  assert.ok(first + arrows.length <= boxes);
  const answer = scoreMatchArrows(match, { side, place, first, arrows });
  return answer.kind === 'match' ? answer.match : assert.fail(answer.rejection.code);
}

/** The next arrow again and again, 9 each: who shoots it. */
function shootByTurns(from: Match, first: Side, arrows: number): { readonly match: Match; readonly order: string } {
  let match = from;
  let order = '';
  for (let shot = 0; shot < arrows; shot += 1) {
    const score = scoreOf(match);
    const side = sideOnTurn(match, score, first, 'firstEnd');
    const place = placeBeingShot(score);
    if (!side || !place) break;
    match = write(match, side, place, '9');
    order += side;
  }
  return { match, order };
}

const end = (number: number): MatchPlace => ({ part: 'end', number });

describe('turns', () => {
  it('alternate arrow by arrow for individuals, and archer by archer for teams', () => {
    assert.equal(shootByTurns(matchOf('set-individual'), 'b', 6).order, 'bababa');
    assert.equal(shootByTurns(matchOf('set-team'), 'a', 12).order, 'aaabbbaaabbb');
    assert.equal(shootByTurns(matchOf('set-mixed'), 'a', 8).order, 'aabbaabb');
  });

  it('begin with the side that is behind, and in shoot-offs change after every arrow', () => {
    const afterSet = write(write(matchOf('set-individual'), 'a', end(1), '9', '9', '9'), 'b', end(1), '8', '8', '8');
    assert.equal(beginsNow(afterSet, scoreOf(afterSet), 'a', 'firstEnd'), 'b');
    const level = shootByTurns(matchOf('set-team'), 'b', 48).match;
    assert.equal(scoreOf(level).status.kind, 'shootOff');
    const { match, order } = shootByTurns(level, 'b', 6);
    assert.equal(order, 'bababa');
    assert.deepEqual(beginsSoFar(match, scoreOf(match), 'b', 'firstEnd'), ['b', 'b', 'b', 'b', 'b']);
    assert.equal(scoreOf(match).status.kind, 'measure');
    assert.equal(sideOnTurn(match, scoreOf(match), 'b', 'firstEnd'), undefined);
  });

  it('go to who is short of arrows when they were not written in turn', () => {
    const ahead = write(matchOf('set-individual'), 'a', end(1), '9', '9', '9');
    assert.equal(sideOnTurn(ahead, scoreOf(ahead), 'a', 'firstEnd'), 'b');
  });

  it('are nobody’s once the match is over', () => {
    const over = { ...matchOf('set-individual'), attendance: { a: 'present', b: 'forfeited' } } as const;
    assert.equal(sideOnTurn(over, scoreOf(over), 'a', 'firstEnd'), undefined);
    assert.equal(placeBeingShot(scoreOf(over)), undefined);
  });
});
