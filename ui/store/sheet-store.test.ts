import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SheetArcher } from '../../src/domain/card/target-sheet.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { Round } from '../../src/domain/rounds/rounds.ts';
import type { Delivery, OutboxItem } from '../link/outbox-state.ts';
import {
  type ArcherCard,
  cardsOf,
  foldSheet,
  isEndSaved,
  nextArcher,
  type SheetState,
  withEndShot,
} from './sheet-store.ts';

const archer = (entry: number, target: string, ends: SheetArcher['ends'] = []): SheetArcher => ({
  entry,
  name: `Archer ${entry}`,
  club: '',
  category: 'B',
  target,
  roundId: 'wa18',
  ends,
});
const at = { epoch: 'e', seq: 1 };
const state: SheetState = { sheet: { competitionName: 'C', butt: 1, archers: [archer(1, '1A'), archer(2, '1B')] }, at };
const item = (command: ScoringCommand, delivery: Delivery): OutboxItem => ({
  kept: { commandId: 'id', command, competition: 'c', butt: 1, order: 1, rejection: undefined },
  delivery,
});
const score: ScoringCommand = { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['10', '9', '8'] };
const first = (cards: readonly ArcherCard[]) => cards[0] as ArcherCard;

describe('target sheet on the tablet', () => {
  it('folds ends and archers, and keeps the order of letters', () => {
    const delta = { ends: [{ entry: 1, end: 2, arrows: ['10', null, null] as const }], archers: [archer(3, '1C')] };
    const next = foldSheet(state, delta, { epoch: 'e', seq: 2 });
    assert.deepEqual(
      next.sheet.archers.map(({ target }) => target),
      ['1A', '1B', '1C'],
    );
    assert.deepEqual(next.sheet.archers[0]?.ends, [
      [null, null, null],
      ['10', null, null],
    ]);
    assert.deepEqual(next.at, { epoch: 'e', seq: 2 });
  });

  it('shows what was typed here at once, and says how far it is', () => {
    const waiting = first(cardsOf(state, [item(score, { kind: 'waiting' })]));
    assert.equal(waiting.card.tally.total, 27);
    assert.equal(waiting.statusOfEnd.get(1), 'here');
    assert.equal(isEndSaved(waiting, 1), false);
    assert.equal(waiting.next, 2);
    const saved = first(cardsOf(state, [item(score, { kind: 'saved', at })]));
    assert.equal(isEndSaved(saved, 1), true);
    const sheet = { ...state.sheet, archers: [archer(1, '1A', [['10', '9', '8']])] };
    assert.equal(isEndSaved(first(cardsOf({ sheet, at }, [])), 1), true);
  });

  it('does not count what was refused, but keeps it at hand', () => {
    const rejection = { code: 'endOutOfOrder', details: {} };
    const card = first(cardsOf(state, [item(score, { kind: 'rejected', rejection })]));
    assert.equal(card.card.tally.total, 0);
    assert.equal(card.rejected.length, 1);
    assert.equal(card.next, 1);
  });

  it('shows a correction on top, and leaves a box to whoever filled it first', () => {
    const sheet = { ...state.sheet, archers: [archer(1, '1A', [['7', null, null]])] };
    const card = first(cardsOf({ sheet, at }, [item(score, { kind: 'waiting' })]));
    assert.deepEqual(card.card.ends[0], ['7', '9', '8']);
    const correction: ScoringCommand = {
      kind: 'correctEnd',
      entry: 1,
      end: 1,
      was: ['7', '9', '8'],
      arrows: ['6', '9', '8'],
      reason: '',
    };
    const corrected = first(
      cardsOf({ sheet, at }, [item(score, { kind: 'waiting' }), item(correction, { kind: 'waiting' })]),
    );
    assert.deepEqual(corrected.card.ends[0], ['6', '9', '8']);
  });

  it('goes on with whoever is furthest behind', () => {
    assert.equal(nextArcher(cardsOf(state, []))?.letter, 'A');
    assert.equal(nextArcher(cardsOf(state, [item(score, { kind: 'waiting' })]))?.letter, 'B');
    const full = Array.from({ length: 20 }, () => ['9', '9', '9'] as const);
    const done = { ...state, sheet: { ...state.sheet, archers: [archer(1, '1A', full)] } };
    assert.equal(nextArcher(cardsOf(done, [])), undefined);
  });

  describe('a round of the organiser’s own', () => {
    const round: Round = {
      id: 'club',
      name: 'Club',
      discipline: 'indoor',
      distances: [{ metres: 12, faceId: '60', ends: 2, arrowsPerEnd: 2 }],
    };
    const own = { ...archer(1, '1A'), roundId: 'club' };

    it('is scored like one of the catalogue', () => {
      const sheet = { competitionName: 'C', butt: 1, archers: [own], ownRounds: [round] };
      const card = first(cardsOf({ sheet, at }, []));
      assert.equal(card.round, round);
      assert.deepEqual([card.next, withEndShot(card, 1).next], [1, 2]);
      const next = foldSheet({ sheet, at }, { ends: [{ entry: 1, end: 1, arrows: ['9', '8'] }], archers: [] }, at);
      assert.equal(first(cardsOf(next, [])).card.tally.total, 17);
    });

    it('is left out while it is unknown, and comes with the archer who shoots it', () => {
      assert.deepEqual(cardsOf({ sheet: { ...state.sheet, archers: [own] }, at }, []), []);
      const next = foldSheet(state, { ends: [], archers: [own], ownRounds: [round] }, at);
      assert.equal(first(cardsOf(next, [])).round, round);
    });
  });

  describe('an end that is held open', () => {
    const ends: SheetArcher['ends'] = [
      ['9', '9', '9'],
      ['9', '9', null],
    ];
    const holding = (more: Partial<SheetArcher> = {}) => {
      const held = { ...archer(1, '1A', ends), held: [2], ...more };
      return first(cardsOf({ sheet: { ...state.sheet, archers: [held] }, at }, []));
    };

    it('is passed over, and made up after all others', () => {
      assert.deepEqual([holding().next, holding().held], [3, [2]]);
      assert.equal(withEndShot(holding(), 3).next, 4);
      const done = Array.from({ length: 20 }, (_, index) => ends[index] ?? (['9', '9', '9'] as const));
      assert.equal(holding({ ends: done }).next, 2);
      assert.equal(withEndShot(holding({ ends: done }), 2).next, undefined);
    });

    it('can be made up before: the round goes on where it was', () => {
      const madeUp = withEndShot(holding(), 2);
      assert.deepEqual([madeUp.next, madeUp.held], [3, []]);
    });

    it('is held no longer once this tablet has filled it', () => {
      const fill: ScoringCommand = { kind: 'scoreArrows', entry: 1, end: 2, first: 2, arrows: ['M'] };
      const sheet = { ...state.sheet, archers: [{ ...archer(1, '1A', ends), held: [2] }] };
      assert.deepEqual(first(cardsOf({ sheet, at }, [item(fill, { kind: 'waiting' })])).held, []);
    });

    it('does not keep others waiting', () => {
      const done = Array.from({ length: 20 }, (_, index) => ends[index] ?? (['9', '9', '9'] as const));
      const archers = [
        { ...archer(1, '1A', done), held: [2] },
        archer(2, '1B', done.slice(0, 5).with(1, done[0] ?? [])),
      ];
      assert.equal(nextArcher(cardsOf({ sheet: { ...state.sheet, archers }, at }, []))?.letter, 'B');
    });
  });

  it('passes over a card that is signed and an archer who does not compete', () => {
    const archers = [
      { ...archer(1, '1A'), locked: true as const },
      { ...archer(2, '1B'), standing: 'DNS' as const },
      archer(3, '1C'),
    ];
    const cards = cardsOf({ sheet: { ...state.sheet, archers }, at }, []);
    assert.deepEqual(
      cards.map(({ closed }) => closed),
      ['signed', 'DNS', undefined],
    );
    assert.equal(nextArcher(cards)?.letter, 'C');
    assert.equal(nextArcher(cards.slice(0, 2)), undefined);
  });
});
