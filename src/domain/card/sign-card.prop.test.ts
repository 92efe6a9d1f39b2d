// Whatever is asked of cards, and however many cards a competition asks for: what two people have signed, as many have seen as it asks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardAttempts, playCards, shortCompetition } from '../../testing/card-attempts.ts';
import { after } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { type ScoringMode, scoringModes } from './card-notes.ts';
import { type ScoreSheet, scoreSheetOf } from './score-sheet.ts';
import { isEndBlank } from './scorecard.ts';

function sheetOf(state: Competition, entry: number): ScoreSheet {
  return scoreSheetOf(state, entry) ?? assert.fail(String(entry));
}

/** Always the same runs: in each way of scoring some cards come to be signed. */
function play(mode: ScoringMode, look: (before: ScoreSheet, after: ScoreSheet, kind: string) => void): void {
  const start = after(shortCompetition(), { kind: 'setScoring', mode });
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      playCards(start, steps, (before, { entry, kind }, next) => {
        if (before.entries.at(entry)) look(sheetOf(before, entry), sheetOf(next, entry), kind);
      });
    }),
    { numRuns: 400, seed: 20261124 },
  );
}

for (const mode of scoringModes) {
  test(`scoring ${mode}: a card is signed only as far as everybody agrees, and both signatures close it`, () => {
    let closed = 0;
    let signed = 0;
    play(mode, (before, next, kind) => {
      if (next.lock && !before.lock && kind === 'signCard') closed += 1;
      if (kind !== 'signCard' || next.signatures.size === before.signatures.size) return;
      signed += 1;
      assert.equal(next.signatures.size, before.signatures.size + 1);
      assert.equal(next.lock !== undefined, next.signatures.size === 2);
      if (next.standing === 'competing') assert.ok(next.isVerified);
      for (const { isComplete, isVerified, check } of next.ends) {
        assert.ok(!isComplete || isVerified);
        assert.notEqual(check, 'differs');
      }
    });
    assert.ok(signed > 0, `${signed} signed, ${closed} closed`);
  });

  test(`scoring ${mode}: a signature stays until an arrow changes or a judge opens the card`, () => {
    play(mode, (before, next, kind) => {
      if (next.signatures === before.signatures || kind === 'signCard') return;
      assert.equal(next.signatures.size, 0);
      const isOpened = kind === 'unlockCard';
      const arrowsOf = ({ ends }: ScoreSheet) => ends.map(({ arrows }) => arrows).filter((end) => !isEndBlank(end));
      if (!isOpened && before.signatures.size > 0) assert.notDeepEqual(arrowsOf(next), arrowsOf(before));
    });
  });
}
