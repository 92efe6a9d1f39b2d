// The ranks that a phone shows, against the plain way to count them, whatever is asked of the cards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardAttempts, playCards, shortCompetition } from '../../testing/card-attempts.ts';
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import { compareScores, type RankingScore } from '../ranking/ranking.ts';
import { tieBreakOf } from '../rule-sets.ts';
import { athleteSheetOf, type RankAfterEnd } from './athlete-sheet.ts';
import { isEndComplete, scorecardOfEnds } from './scorecard.ts';

const start = shortCompetition();
const men = [1, 2, 5];

/** Undefined unless all ends up to this one are complete and the athlete is ranked. */
function scoreAfter(state: Competition, entry: number, end: number): RankingScore | undefined {
  const round = roundOfEntry(state, entry);
  const ends = scorecardOf(state, entry).ends.slice(0, end);
  const { standing } = notesOf(state, entry);
  if (!round || (standing !== 'competing' && standing !== 'DNF')) return undefined;
  if (ends.length < end || !ends.every(isEndComplete)) return undefined;
  const { tally } = scorecardOfEnds(round, ends);
  return { total: tally.total, counts: tieBreakOf(state).map((count) => tally[count]) };
}

function plainRanks(state: Competition, entry: number): readonly RankAfterEnd[] {
  return [1, 2, 3].flatMap((end) => {
    const own = scoreAfter(state, entry, end);
    const all = men.map((each) => scoreAfter(state, each, end)).filter((score) => !!score);
    if (!own) return [];
    return [{ end, rank: 1 + all.filter((each) => compareScores(each, own) < 0).length, of: all.length }];
  });
}

test('a phone has the rank that everybody can count', () => {
  let ranked = 0;
  fc.assert(
    fc.property(cardAttempts, (steps) => {
      const { state } = playCards(start, steps);
      for (const entry of men) {
        const ranks = athleteSheetOf(state, entry)?.ranks;
        assert.deepEqual(ranks, plainRanks(state, entry));
        ranked += ranks?.length ?? 0;
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(ranked > 100, String(ranked));
});
