// What the side that shoots last is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMatch, type Match, type Side } from '../../src/domain/match/match.ts';
import { findMatchFormat } from '../../src/domain/match/match-format.ts';
import { projectMatch } from '../../src/domain/match/match-projection.ts';
import { scoreMatchArrows } from '../../src/domain/match/match-scoring.ts';
import { arrowsFor } from '../../src/testing/drawn-event.ts';
import { needsOf } from './match-needs.ts';

interface Shot {
  readonly part?: 'shootOff';
  readonly a?: number;
  readonly b?: number;
}

function matchAfter(formatId: string, shots: readonly Shot[]): Match {
  const format = findMatchFormat('wa-2026', formatId) ?? assert.fail(formatId);
  let match = createMatch(format, '122');
  for (const [index, { part = 'end', ...points }] of shots.entries()) {
    const number = part === 'end' ? index + 1 : index + 1 - format.ends;
    for (const side of ['a', 'b'] as Side[]) {
      const total = points[side as 'a' | 'b'];
      if (total === undefined) continue;
      const arrows = arrowsFor(total, part === 'end' ? format.arrowsPerEnd : format.shootOffArrows);
      const answer = scoreMatchArrows(match, { side, place: { part, number }, first: 0, arrows });
      match = answer.kind === 'match' ? answer.match : assert.fail(answer.rejection.code);
    }
  }
  return match;
}

function needs(formatId: string, ...shots: readonly Shot[]): string {
  const projection = projectMatch(matchAfter(formatId, shots)) ?? assert.fail('nobody shoots last');
  return needsOf(projection, shots.at(-1)?.part ?? 'end')
    .map((need) => `${need.for} ${need.points}`)
    .join(', ');
}

const won = { a: 29, b: 27 };
const lost = { a: 27, b: 29 };
const level = { a: 28, b: 28 };

describe('what is needed', () => {
  it('is the set, or half of it', () => {
    assert.equal(needs('set-individual', { a: 28 }), 'end 29, level 28');
    assert.equal(needs('set-individual', { a: 30 }), 'level 30');
  });

  it('is the match, which a level set is enough for when far enough ahead', () => {
    assert.equal(needs('set-individual', lost, lost, { a: 27 }), 'match 28, level 27');
    assert.equal(needs('set-individual', lost, lost, level, { a: 27 }), 'match 27');
  });

  it('is to stay in the match, or to reach the shoot-off', () => {
    assert.equal(needs('set-individual', won, won, { a: 27 }), 'end 28, stay 27');
    assert.equal(needs('set-individual', won, won, level, { a: 27 }), 'stay 28');
    assert.equal(needs('set-individual', won, lost, won, lost, { a: 27 }), 'match 28, shootOff 27');
  });

  it('is a better arrow in the shoot-off, or the same and a measure; nobody measures misses', () => {
    const whole = [level, level, level, level, level];
    assert.equal(needs('set-individual', ...whole, { part: 'shootOff', a: 9 }), 'match 10, measure 9');
    assert.equal(needs('set-individual', ...whole, { part: 'shootOff', a: 10 }), 'measure 10');
    assert.equal(needs('set-individual', ...whole, { part: 'shootOff', a: 0 }), 'match 1, again 0');
  });

  it('is the lead where the total counts', () => {
    assert.equal(needs('cumulative-individual', { a: 28, b: 27 }, { a: 28 }), 'end 30, level 29');
    assert.equal(needs('cumulative-individual', { a: 30, b: 20 }, { a: 28 }), '');
  });
});
