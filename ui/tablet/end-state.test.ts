import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { End } from '../../src/domain/card/scorecard.ts';
import type { SheetCheck } from '../../src/domain/card/target-sheet.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { Delivery, OutboxItem } from '../link/outbox-state.ts';
import { secondCardOf } from '../store/double-scoring.ts';
import { type ArcherCard, cardsOf } from '../store/sheet-store.ts';
import { stateOfCard, stateOfEnd } from './end-state.ts';

const nines: End = ['9', '9', '9'];
const at = { epoch: 'e', seq: 1 };

function card(
  ends: readonly End[],
  checks: readonly SheetCheck[] = [],
  outbox: readonly OutboxItem[] = [],
): ArcherCard {
  const archer = { entry: 1, name: 'A', club: '', category: 'B', target: '1A', roundId: 'wa18', ends, checks };
  const sheet = { competitionName: 'C', butt: 1, archers: [archer] };
  return cardsOf({ sheet, at }, outbox)[0] ?? assert.fail('no card');
}

const item = (command: ScoringCommand, delivery: Delivery): OutboxItem => ({
  kept: { commandId: 'id', command, competition: 'c', butt: 1, order: 1, rejection: undefined },
  delivery,
});
const state = (each: ArcherCard, end: number, mode: 'one' | 'confirmed' | 'two') => stateOfEnd(each, each, end, mode);

describe('how far an end is', () => {
  const typed: ScoringCommand = { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['9', '9', '9'] };

  it('is what the tablet has, until the appliance has it', () => {
    const check: SheetCheck = { end: 1, arrows: nines };
    assert.equal(state(card([], [check], [item(typed, { kind: 'waiting' })]), 1, 'two'), 'here');
    assert.equal(state(card([], [check], [item(typed, { kind: 'sending', sinceMs: 0 })]), 1, 'two'), 'sending');
    assert.equal(state(card([], [check], [item(typed, { kind: 'saved', at })]), 1, 'two'), 'verified');
  });

  it('is verified only by the kind of check that the competition asks for', () => {
    const second = card([nines], [{ end: 1, arrows: ['9', '9', '9'] }]);
    const athlete = card([nines], [{ end: 1, arrows: nines, byAthlete: true }]);
    assert.deepEqual(
      [state(second, 1, 'one'), state(second, 1, 'confirmed'), state(second, 1, 'two')],
      ['saved', 'verified', 'verified'],
    );
    assert.deepEqual([state(athlete, 1, 'confirmed'), state(athlete, 1, 'two')], ['verified', 'saved']);
    assert.equal(state(card([nines]), 1, 'two'), 'saved');
  });

  it('differs on both tablets, and an older end that differs comes before the last one that agrees', () => {
    const both = card(
      [nines, nines],
      [
        { end: 1, arrows: ['9', '9', '8'] },
        { end: 2, arrows: nines },
      ],
    );
    const second = secondCardOf(both);
    assert.equal(stateOfEnd(both, both, 1, 'two'), 'differs');
    assert.equal(stateOfEnd(second, both, 1, 'two'), 'differs');
    assert.equal(stateOfEnd(second, both, 2, 'two'), 'verified');
    assert.equal(stateOfCard(second, both, 2, 'two'), 'differs');
    assert.equal(stateOfCard(both, both, 2, 'one'), 'saved');
  });

  it('says first what was not accepted', () => {
    const refused = item(typed, { kind: 'rejected', rejection: { code: 'endOutOfOrder', details: {} } });
    const each = card([], [], [refused]);
    assert.equal(stateOfCard(each, each, 1, 'two'), 'rejected');
  });
});
