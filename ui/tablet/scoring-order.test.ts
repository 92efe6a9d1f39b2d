import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { End } from '../../src/domain/card/scorecard.ts';
import type { SheetArcher } from '../../src/domain/card/target-sheet.ts';
import { type ArcherCard, cardsOf } from '../store/sheet-store.ts';
import { endOfChoice, nextAfter, nextToScore } from './scoring-order.ts';

const nines: End = ['9', '9', '9'];
const shot = (count: number): readonly End[] => Array.from({ length: count }, () => nines);
const archer = (entry: number, letter: string, ends: number, more: Partial<SheetArcher> = {}): SheetArcher => ({
  ...{ entry, name: letter, club: '', category: 'B', target: `1${letter}`, roundId: 'wa18', ends: shot(ends) },
  ...more,
});
const cards = (...archers: SheetArcher[]) =>
  cardsOf({ sheet: { competitionName: 'C', butt: 1, archers }, at: { epoch: 'e', seq: 1 } }, []);
const letter = (card: ArcherCard | undefined) => card?.letter;
const only = (...archers: SheetArcher[]) => cards(...archers)[0] ?? assert.fail('no card');

describe('whoever is scored next', () => {
  it('by turns is who is furthest behind; one after the other it stays who it was', () => {
    const all = cards(archer(1, 'A', 1), archer(2, 'B', 0), archer(3, 'C', 0));
    assert.equal(letter(nextToScore(all, 'turns', 1)), 'B');
    assert.equal(letter(nextToScore(all, 'single', 1)), 'A');
    assert.equal(letter(nextToScore(all, 'single', 3)), 'C');
    assert.equal(letter(nextToScore(all, 'single', undefined)), 'A');
  });

  it('after the last end of one is the next letter, and after the last letter the first with an end left', () => {
    const all = cards(archer(1, 'A', 2), archer(2, 'B', 19), archer(3, 'C', 20));
    const [, b, c] = all;
    assert.ok(b && c);
    assert.equal(letter(nextAfter(all, 'single', b, 20)), 'A');
    assert.equal(letter(nextToScore(all, 'single', 3)), 'A');
    assert.equal(nextToScore(cards(archer(1, 'A', 20)), 'single', 1), undefined);
  });

  it('is nobody whose card is closed, and nobody for an end held open while others have one to shoot', () => {
    const all = cards(
      archer(1, 'A', 3, { locked: true }),
      archer(2, 'B', 3, { standing: 'DNF' }),
      archer(3, 'C', 20, { held: [4], ends: shot(20).map((end, index) => (index === 3 ? ['9', null, null] : end)) }),
      archer(4, 'D', 5),
    );
    for (const order of ['turns', 'single'] as const) assert.equal(letter(nextToScore(all, order, 1)), 'D');
    assert.equal(letter(nextToScore(all.slice(0, 3), 'single', 1)), 'C');
  });

  it('by turns goes round the target, end after end', () => {
    let all = cards(archer(1, 'A', 0), archer(2, 'B', 0));
    const order: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const next = nextToScore(all, 'turns', undefined);
      assert.ok(next?.next);
      order.push(`${next.letter}${next.next}`);
      all = cards(
        ...all.map(({ archer: { entry }, letter: name, card }) =>
          archer(entry, name, card.ends.length + (name === next.letter ? 1 : 0)),
        ),
      );
    }
    assert.deepEqual(order, ['A1', 'B1', 'A2', 'B2', 'A3']);
  });
});

describe('the end of the panel', () => {
  it('is the next one, a held one that was asked for, or the one that is corrected', () => {
    const card = only(
      archer(1, 'A', 5, { held: [2], ends: shot(5).map((end, index) => (index === 1 ? ['9', null, null] : end)) }),
    );
    assert.equal(endOfChoice(card, undefined), 6);
    assert.equal(endOfChoice(card, { entry: 1, mode: 'score', end: 2 }), 2);
    assert.equal(endOfChoice(card, { entry: 1, mode: 'score', end: 3 }), 6);
    assert.equal(endOfChoice(card, { entry: 1, mode: 'correct' }), 5);
    assert.equal(endOfChoice(card, { entry: 1, mode: 'correct', end: 3 }), 3);
    assert.equal(endOfChoice(card, { entry: 1, mode: 'correct', end: 9 }), 5);
  });

  it('is none on a closed card; of somebody who has retired an end may still be put right', () => {
    const signed = only(archer(1, 'A', 5, { locked: true }));
    assert.equal(endOfChoice(signed, undefined), undefined);
    assert.equal(endOfChoice(signed, { entry: 1, mode: 'correct' }), undefined);
    const retired = only(archer(1, 'A', 5, { standing: 'DNF' }));
    assert.equal(endOfChoice(retired, undefined), undefined);
    assert.equal(endOfChoice(retired, { entry: 1, mode: 'correct' }), 5);
    assert.equal(endOfChoice(only(archer(1, 'A', 0)), { entry: 1, mode: 'correct' }), undefined);
  });
});
