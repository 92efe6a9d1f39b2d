import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ArrowValue, arrowValues } from '../../src/domain/arrow-value.ts';
import type { End } from '../../src/domain/card/scorecard.ts';
import { sortedArrows } from '../../src/domain/card/scorecard.ts';
import type { SheetArcher, SheetCheck } from '../../src/domain/card/target-sheet.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { OutboxItem } from '../link/outbox-state.ts';
import {
  checkOfEntry,
  confirmationOf,
  endsToConfirm,
  findObstacle,
  reviewCard,
  reviewEnd,
  secondCardOf,
} from './double-scoring.ts';
import { beginEnd } from './end-entry.ts';
import { type ArcherCard, cardsOf } from './sheet-store.ts';

const at = { epoch: 'e', seq: 1 };
const nines: End = ['9', '9', '9'];
const eights: End = ['8', '8', '8'];

interface Shown {
  readonly ends?: readonly End[];
  readonly checks?: readonly SheetCheck[];
  readonly more?: Partial<SheetArcher>;
  readonly typed?: readonly ScoringCommand[];
}

function cardOf({ ends = [], checks = [], more = {}, typed = [] }: Shown): ArcherCard {
  const archer: SheetArcher = {
    ...{ entry: 1, name: 'Ayu', club: '', category: 'B', target: '1A', roundId: 'wa18', ends, checks },
    ...more,
  };
  const outbox = typed.map((command, index): OutboxItem => {
    const kept = { commandId: String(index), command, competition: 'c', butt: 1, order: index, rejection: undefined };
    return { kept, delivery: { kind: 'waiting' } };
  });
  const [card] = cardsOf({ sheet: { competitionName: 'C', butt: 1, archers: [archer] }, at }, outbox);
  assert.ok(card);
  return card;
}

const check = (end: number, arrows: End, byAthlete = false): SheetCheck => ({
  ...{ end, arrows },
  ...(byAthlete && { byAthlete: true as const }),
});

describe('two cards', () => {
  it('differ only once both have the end', () => {
    const card = cardOf({ ends: [nines, nines, ['9', null, null]], checks: [check(1, nines), check(3, eights)] });
    assert.deepEqual(
      reviewCard(card, 'two')
        .slice(0, 4)
        .map(({ state }) => state),
      ['equal', 'unchecked', 'waiting', 'unchecked'],
    );
    const both = cardOf({ ends: [nines], checks: [check(1, ['9', '8', '9'])] });
    const { state, differences, isVerified } = reviewEnd(both, 1, 'two');
    assert.deepEqual({ state, isVerified }, { state: 'differs', isVerified: false });
    assert.deepEqual(differences, [{ box: 2, card: '9', check: '8' }]);
  });

  it('are settled by correcting either of them, at once and before the appliance has answered', () => {
    const shown = { ends: [nines], checks: [check(1, ['9', '8', '9'])] };
    const correction: ScoringCommand = {
      ...{ kind: 'correctEnd', entry: 1, end: 1, was: nines, arrows: ['9', '9', '8'], reason: 'read' },
    };
    assert.equal(reviewEnd(cardOf({ ...shown, typed: [correction] }), 1, 'two').state, 'equal');
    const again = checkOfEntry(beginEnd(nines, undefined), 1, 1);
    assert.deepEqual(again, { kind: 'checkEnd', entry: 1, end: 1, arrows: nines });
    assert.equal(reviewEnd(cardOf({ ...shown, typed: [again] }), 1, 'two').state, 'equal');
  });

  it('the athlete’s yes is no second card', () => {
    const card = cardOf({ ends: [nines], checks: [check(1, nines, true)] });
    assert.equal(reviewEnd(card, 1, 'two').isVerified, false);
    assert.equal(reviewEnd(card, 1, 'confirmed').isVerified, true);
    assert.equal(reviewEnd(card, 1, 'one').isVerified, true, 'one card asks for nobody else');
    assert.equal(reviewEnd(card, 2, 'one').isVerified, false, 'nothing is shot yet');
  });
});

describe('the second card', () => {
  it('shows nothing of the first: not its arrows, not its total, not its next end', () => {
    const card = secondCardOf(
      cardOf({ ends: [nines, nines, nines], checks: [check(1, eights), check(2, nines, true)] }),
    );
    assert.deepEqual(card.card.ends, [eights]);
    assert.equal(card.card.tally.total, 24);
    assert.equal(card.next, 2);
  });

  it('begins at the first end although the first card has none, and may be ahead of it', () => {
    assert.equal(secondCardOf(cardOf({})).next, 1);
    const ahead = secondCardOf(cardOf({ checks: [check(1, nines), check(2, nines)] }));
    assert.equal(ahead.next, 3);
    assert.equal(ahead.card.tally.arrows, 6);
  });

  it('passes over what is held open, and comes back to it', () => {
    const more = { held: [1] };
    assert.equal(secondCardOf(cardOf({ more })).next, 2);
    assert.deepEqual(secondCardOf(cardOf({ more, checks: [check(1, nines)] })).held, []);
    const rest = Array.from({ length: 19 }, (_, index) => check(index + 2, nines));
    assert.equal(secondCardOf(cardOf({ more, checks: rest })).next, 1);
  });

  it('says how far its own ends are, not those of the first card', () => {
    const scored: ScoringCommand = { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['9', '9', '9'] };
    const checked: ScoringCommand = { kind: 'checkEnd', entry: 1, end: 2, arrows: nines };
    const card = secondCardOf(cardOf({ typed: [scored, checked] }));
    assert.deepEqual([...card.statusOfEnd], [[2, 'here']]);
  });
});

describe('a card that the athlete confirms', () => {
  it('asks for every end that is shot in full and not confirmed as it now is', () => {
    const ends = [nines, eights, nines, ['9', null, null] as const];
    const card = cardOf({ ends, checks: [check(1, nines, true), check(2, nines, true)] });
    assert.deepEqual(endsToConfirm(card), [2, 3]);
    const yes = confirmationOf(card, 3);
    assert.deepEqual(yes, { kind: 'checkEnd', entry: 1, end: 3, arrows: nines, byAthlete: true });
    assert.deepEqual(endsToConfirm(cardOf({ ends, checks: card.archer.checks ?? [], typed: [yes] })), [2]);
  });
});

describe('signing', () => {
  const shot = Array.from({ length: 20 }, () => nines);
  const checked = shot.map((end, index) => check(index + 1, end));

  it('waits for the last end, whatever the mode', () => {
    for (const mode of ['one', 'two', 'confirmed'] as const) {
      const card = cardOf({ ends: shot.slice(0, 19), checks: checked.slice(0, 19) });
      assert.deepEqual(findObstacle(card, mode), { kind: 'incomplete', end: 20 });
    }
  });

  it('not for the ends that somebody did not shoot who has retired', () => {
    const card = cardOf({ ends: shot.slice(0, 5), checks: checked.slice(0, 5), more: { standing: 'DNF' } });
    assert.equal(findObstacle(card, 'two'), undefined);
  });

  it('waits for what the mode asks for', () => {
    const bare = cardOf({ ends: shot });
    const every = shot.map((_, index) => index + 1);
    assert.equal(findObstacle(bare, 'one'), undefined);
    assert.deepEqual(findObstacle(bare, 'two'), { kind: 'unverified', ends: every });
    assert.deepEqual(findObstacle(bare, 'confirmed'), { kind: 'unverified', ends: every });
    assert.equal(findObstacle(cardOf({ ends: shot, checks: checked }), 'two'), undefined);
    const byAthlete = cardOf({ ends: shot, checks: checked.map((each) => ({ ...each, byAthlete: true as const })) });
    assert.equal(findObstacle(byAthlete, 'confirmed'), undefined);
    assert.deepEqual(findObstacle(byAthlete, 'two'), { kind: 'unverified', ends: every });
  });

  it('waits in every mode for cards that differ', () => {
    const card = cardOf({ ends: shot, checks: checked.with(6, check(7, eights)) });
    for (const mode of ['one', 'two', 'confirmed'] as const) {
      assert.deepEqual(findObstacle(card, mode), { kind: 'differs', ends: [7] });
    }
  });
});

it('an end is equal exactly when both cards have the same arrows', () => {
  const value = fc.constantFrom<ArrowValue>(...arrowValues);
  const end = fc.tuple(value, value, value);
  fc.assert(
    fc.property(end, end, (first, second) => {
      const { state } = reviewEnd(cardOf({ ends: [first], checks: [check(1, second)] }), 1, 'two');
      assert.equal(state === 'equal', sortedArrows(first).join() === sortedArrows(second).join());
    }),
  );
});
