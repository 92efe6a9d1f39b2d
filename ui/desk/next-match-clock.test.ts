import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MatchSheet } from '../../src/domain/event/match-sheet.ts';
import { createMatch, type Match, type Side } from '../../src/domain/match/match.ts';
import { findMatchFormat } from '../../src/domain/match/match-format.ts';
import { matchViewOf } from '../store/match-store.ts';
import { nextMatchClock } from './next-match-clock.ts';

const format = findMatchFormat('wa-2026', 'set-individual');
assert.ok(format);
const blank: Match = createMatch(format, '122');
const side = (seed: number) =>
  ({ name: '', club: '', seed, archers: [], kind: 'competitor', form: { arrows: 0, points: 0 } }) as const;

function viewOf(match: Match | undefined, begins?: Side) {
  const sheet: MatchSheet = {
    ...{ competitionName: '', event: 'RM', eventName: '', matchId: '1/1', level: 1, topPlace: 1 },
    ...{ sides: { a: side(4), b: side(1) }, match, begins, hits: [], whenLevel: 'firstEnd', slot: undefined },
  };
  return matchViewOf({ sheet, at: { epoch: 'e', seq: 1 } }, []);
}

const lostByA = { a: ['9', '9', '9'], b: ['10', '9', '9'] } as const;
const level = { a: ['9', '9', '9'], b: ['9', '9', '9'] } as const;
const shown = (view: ReturnType<typeof viewOf>, present?: Parameters<typeof nextMatchClock>[1]) => {
  const clock = nextMatchClock(view, present);
  return clock && `${clock.place.part} ${clock.place.number} ${clock.begins}`;
};

test('the first set is begun by who was chosen, else by the higher qualifier; later ones by who is behind', () => {
  assert.equal(shown(viewOf(blank, 'a')), 'end 1 a');
  assert.equal(shown(viewOf(blank)), 'end 1 b');
  assert.equal(shown(viewOf({ ...blank, ends: [lostByA] }, 'b')), 'end 2 a');
  assert.equal(shown(viewOf({ ...blank, ends: [level] }, 'b')), 'end 2 b');
  assert.equal(shown(viewOf({ ...blank, ends: [level, level, level, level, level] }, 'a')), 'shootOff 1 a');
});

test('what was not written yet keeps nobody waiting: the set after the clock’s', () => {
  const over = { place: { part: 'end', number: 1 } } as const;
  assert.equal(shown(viewOf(blank, 'a'), over), 'end 2 a');
  assert.equal(shown(viewOf({ ...blank, ends: [lostByA] }, 'b'), over), 'end 2 a');
  assert.equal(shown(viewOf(blank, 'a'), { place: { part: 'end', number: 5 } }), 'shootOff 1 a');
  assert.equal(shown(viewOf(blank, 'a'), { place: { part: 'shootOff', number: 1 } }), 'shootOff 2 a');
});

test('nothing is left where the match is over, or its sides are not known', () => {
  const won = { ...blank, ends: [lostByA, lostByA, lostByA] };
  assert.equal(shown(viewOf(won, 'a')), undefined);
  assert.equal(shown(viewOf(undefined)), undefined);
});
