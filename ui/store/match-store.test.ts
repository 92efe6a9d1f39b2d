// What a page makes of a match: the sheet, and over it what was typed here, by the same rules as the appliance.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { MatchSheet, MatchSheetSide } from '../../src/domain/event/match-sheet.ts';
import { createMatch, type Match, type Side, scoreOf } from '../../src/domain/match/match.ts';
import { findMatchFormat } from '../../src/domain/match/match-format.ts';
import { scoreMatchArrows } from '../../src/domain/match/match-scoring.ts';
import { placeBeingShot, sideOnTurn } from '../../src/domain/match/match-turns.ts';
import type { Delivery, OnMatch, OutboxItem } from '../link/outbox-state.ts';
import { type MatchView, matchViewOf, nameOfMatch, placeKey, placeWon } from './match-store.ts';

const person = (name: string, seed: number): MatchSheetSide => ({
  ...{ name, club: 'Garuda', seed, archers: [name] },
  kind: 'competitor',
  form: { arrows: 0, points: 0 },
});

function matchOf(formatId = 'set-individual'): Match {
  return createMatch(findMatchFormat('wa-2026', formatId) ?? assert.fail(formatId), '122');
}

function sheetOf(match: Match | undefined, more: Partial<MatchSheet> = {}): MatchSheet {
  return {
    ...{ competitionName: 'Cup', event: 'RM', eventName: 'Recurve men', matchId: '1/1', level: 1, topPlace: 1 },
    sides: { a: person('Adi', 2), b: person('Bayu', 1) },
    ...{ match, begins: undefined, hits: [], whenLevel: 'firstEnd', slot: undefined },
    ...more,
  };
}

const at = { epoch: 'e', seq: 10 };
const waiting: Delivery = { kind: 'waiting' };
const about = { event: 'RM', match: '1/1' };

function item(command: OnMatch, delivery: Delivery = waiting): OutboxItem {
  const kept = { commandId: 'c', command, competition: 'c1', butt: 1, order: 1, rejection: undefined };
  return { kept, delivery };
}

function arrows(side: Side, number: number, values: readonly ArrowValue[], first = 0): OnMatch {
  return { kind: 'scoreMatch', ...about, side, part: 'end', number, first, arrows: values };
}

function playOf({ play }: MatchView) {
  return play ?? assert.fail('the sides are not known');
}

describe('a match on a page', () => {
  it('shows what was typed here over what the appliance has, and how far it is', () => {
    const view = matchViewOf({ sheet: sheetOf(matchOf()), at }, [
      item(arrows('a', 1, ['10', '9', '9']), { kind: 'sending', sinceMs: 0 }),
      item(arrows('b', 1, ['9'])),
    ]);
    assert.deepEqual(playOf(view).match.ends[0]?.a, ['10', '9', '9']);
    assert.deepEqual(playOf(view).match.ends[0]?.b, ['9', null, null]);
    assert.equal(view.statusOf.get(placeKey('a', { part: 'end', number: 1 })), 'sending');
    assert.equal(view.statusOf.get(placeKey('b', { part: 'end', number: 1 })), 'here');
    assert.equal(playOf(view).projection?.toWin, 20);
  });

  it('calls an end saved only when every arrow of it is', () => {
    const saved: Delivery = { kind: 'saved', at: { epoch: 'e', seq: 11 } };
    const view = matchViewOf({ sheet: sheetOf(matchOf()), at }, [
      item(arrows('a', 1, ['10']), saved),
      item(arrows('a', 1, ['9'], 1)),
      item(arrows('b', 1, ['9']), saved),
    ]);
    assert.equal(view.statusOf.get('a/end/1'), 'here');
    assert.equal(view.statusOf.get('b/end/1'), 'saved');
  });

  it('does not write again what the sheet shows already, and nothing of another match', () => {
    const shown = item(arrows('a', 1, ['10']), { kind: 'saved', at });
    const other = item({ ...arrows('a', 1, ['1']), match: '1/2' } as OnMatch);
    const card = item({ kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['1'] } as never);
    const view = matchViewOf({ sheet: sheetOf(matchOf()), at }, [shown, other, card]);
    assert.deepEqual(playOf(view).match.ends, []);
    assert.equal(view.statusOf.size, 0);
  });

  it('leaves an arrow of somebody else where it is, and keeps what was refused apart', () => {
    const written = scoreMatchArrows(matchOf(), {
      ...{ side: 'a', place: { part: 'end', number: 1 }, first: 0, arrows: ['7'] },
    });
    const refused = item(arrows('b', 2, ['9']), { kind: 'rejected', rejection: { code: 'matchOver', details: {} } });
    const match = written.kind === 'match' ? written.match : assert.fail();
    const view = matchViewOf({ sheet: sheetOf(match), at }, [item(arrows('a', 1, ['10', '10', '10'])), refused]);
    assert.deepEqual(playOf(view).match.ends[0]?.a, ['7', null, null]);
    assert.deepEqual(
      view.rejected.map(({ item: { kept } }) => kept.command),
      [refused.kept.command],
    );
  });

  it('knows whose turn it is once somebody has said who begins, which the higher qualifier may choose', () => {
    const sheet = sheetOf(matchOf());
    assert.equal(matchViewOf({ sheet, at }, []).chooser, 'b');
    assert.equal(playOf(matchViewOf({ sheet, at }, [])).turn, undefined);
    const begun = [item({ kind: 'chooseBeginner', ...about, begins: 'b' }), item(arrows('b', 1, ['9']))];
    const view = matchViewOf({ sheet, at }, begun);
    assert.equal(view.begins, 'b');
    assert.equal(playOf(view).turn, 'a');
    assert.deepEqual(playOf(view).beginners, ['b']);
  });

  it('goes on to the shoot-off, asks who is closer, and knows the winner from the answer', () => {
    const level: OnMatch[] = [1, 2, 3, 4, 5].flatMap((end) => [
      arrows('a', end, ['9', '9', '9']),
      arrows('b', end, ['9', '9', '9']),
    ]);
    const shootOff = (side: Side, number: number, value: ArrowValue): OnMatch => ({
      ...{ kind: 'scoreMatch', ...about, side, part: 'shootOff', number },
      ...{ first: 0, arrows: [value] },
    });
    const typed = [...level, shootOff('a', 1, '10'), shootOff('b', 1, '10')];
    const state = { sheet: sheetOf(matchOf()), at };
    const statusAfter = (commands: readonly OnMatch[]) =>
      playOf(
        matchViewOf(
          state,
          commands.map((each) => item(each)),
        ),
      ).score.status;
    assert.deepEqual(statusAfter(level), { kind: 'shootOff', number: 1 });
    assert.deepEqual(statusAfter(typed), { kind: 'measure', number: 1 });
    const measure = (closest: Side | 'equal'): OnMatch => ({
      ...{ kind: 'measureShootOff', ...about, number: 1 },
      ...{ closest, by: 'Sari' },
    });
    assert.deepEqual(statusAfter([...typed, measure('equal')]), { kind: 'shootOff', number: 2 });
    assert.deepEqual(statusAfter([...typed, measure('a')]), { kind: 'over', winner: 'a', by: 'shootOff' });
  });

  it('puts a corrected end right, and says that it is not saved yet', () => {
    const typed = [item(arrows('a', 1, ['10', '9', '9'])), item(arrows('b', 1, ['9', '9', '9']))];
    const correction: OnMatch = {
      ...{ kind: 'correctMatch', ...about, side: 'a', part: 'end', number: 1 },
      ...{ was: ['10', '9', '9'], arrows: ['8', '9', '9'], by: '', reason: 'misheard' },
    };
    const view = matchViewOf({ sheet: sheetOf(matchOf()), at }, [...typed, item(correction)]);
    assert.deepEqual(playOf(view).score.points, { a: 0, b: 2 });
    assert.equal(view.statusOf.get('a/end/1'), 'here');
  });

  it('has nothing to play while a side is not known', () => {
    const view = matchViewOf({ sheet: sheetOf(undefined), at }, [item(arrows('a', 1, ['9']))]);
    assert.equal(view.play, undefined);
  });

  it('comes out the same wherever the line between saved and typed runs', () => {
    const values = fc.array(fc.constantFrom<ArrowValue>('X', '10', '9', '8', 'M'), { minLength: 1, maxLength: 40 });
    const formats = fc.constantFrom('set-individual', 'cumulative-mixed', 'set-team');
    fc.assert(
      fc.property(values, formats, fc.nat(), (shots, formatId, cut) => {
        let match = matchOf(formatId);
        let saved = match;
        const typed: OnMatch[] = [];
        const keep = cut % (shots.length + 1);
        for (const [shot, value] of shots.entries()) {
          const score = scoreOf(match);
          const place = placeBeingShot(score);
          const side = sideOnTurn(match, score, 'a', 'firstEnd');
          if (!place || !side) break;
          const now = place.part === 'end' ? match.ends[place.number - 1] : match.shootOffs[place.number - 1]?.arrows;
          const first = now?.[side].indexOf(null) ?? 0;
          const answer = scoreMatchArrows(match, { side, place, first, arrows: [value] });
          match = answer.kind === 'match' ? answer.match : assert.fail(answer.rejection.code);
          if (shot < keep) saved = match;
          else typed.push({ kind: 'scoreMatch', ...about, side, ...place, first, arrows: [value] });
        }
        const view = matchViewOf(
          { sheet: sheetOf(saved, { begins: 'a' }), at },
          typed.map((each) => item(each)),
        );
        assert.deepEqual(playOf(view).match, match);
        assert.deepEqual(playOf(view).score, scoreOf(match));
        assert.equal(playOf(view).turn, sideOnTurn(match, scoreOf(match), 'a', 'firstEnd'));
      }),
      { numRuns: 200 },
    );
  });
});

describe('plotted arrows of a match on a page', () => {
  const hit = { x: 1, y: 2 };
  const hits = [{ side: 'a', part: 'end', number: 1, hits: [hit, null, null] }] as const;
  const started: MatchSheet = sheetOf(
    { ...matchOf(), ends: [{ a: ['9', null, null], b: [null, null, null] }] },
    { hits },
  );

  it('are those of the sheet and of what was typed here, without what is refused', () => {
    const more: OnMatch = { ...arrows('a', 1, ['8', '7'], 1), hits: [null, hit] } as OnMatch;
    const refused: OnMatch = { ...arrows('b', 2, ['8'], 0), hits: [hit] } as OnMatch;
    const view = matchViewOf({ sheet: started, at }, [item(more), item(refused)]);
    assert.deepEqual(view.hits, [{ side: 'a', part: 'end', number: 1, hits: [hit, null, hit] }]);
  });

  it('go with the arrow that is corrected', () => {
    const place = { side: 'a', part: 'end', number: 1 } as const;
    const was = ['9', null, null] as const;
    const command: OnMatch = {
      kind: 'correctMatch',
      ...about,
      ...place,
      was,
      arrows: ['8', null, null],
      by: '',
      reason: 'x',
    };
    assert.deepEqual(matchViewOf({ sheet: started, at }, [item(command)]).hits, []);
  });
});

describe('what a match is about', () => {
  it('follows from its place in the draw', () => {
    assert.deepEqual(nameOfMatch('1/1', 1, 1), { kind: 'final' });
    assert.deepEqual(nameOfMatch('1/2', 1, 3), { kind: 'bronze' });
    assert.deepEqual(nameOfMatch('2/1', 2, 1), { kind: 'semiFinal' });
    assert.deepEqual(nameOfMatch('3/4', 3, 1), { kind: 'quarterFinal' });
    assert.deepEqual(nameOfMatch('5/9', 5, 1), { kind: 'phase', matches: 16 });
    assert.deepEqual(nameOfMatch('2/3', 2, 5), { kind: 'places', from: 5, to: 8 });
    assert.deepEqual(nameOfMatch('A/5', 2, 1), { kind: 'pool', pool: 'A' });
    assert.deepEqual(nameOfMatch('L3/2', 3, 1), { kind: 'round', id: 'L3/2' });
    assert.deepEqual(nameOfMatch('F/1', 1, 1), { kind: 'final' });
  });

  it('gives a place for good where no other match comes after it', () => {
    assert.equal(placeWon(sheetOf(undefined), true), 1);
    assert.equal(placeWon(sheetOf(undefined, { matchId: '1/2', topPlace: 3 }), false), 4);
    assert.equal(placeWon(sheetOf(undefined, { matchId: '2/1', level: 2 }), true), undefined);
    assert.equal(placeWon(sheetOf(undefined, { matchId: 'F/1' }), true), undefined);
  });
});
