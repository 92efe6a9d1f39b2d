// The signed paper beside the card of arrows: what is typed, what a judge settles, what counts, and when a category is official.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketOf, eventOf, shortCompetition, standing, withFacts } from '../../testing/short-competition.ts';
import { ask, organiser, tabletAt1, after as then } from '../../testing/small-competition.ts';
import type { ReconcileCommand } from '../commands.ts';
import { type Competition, notesOf, scorecardOf } from '../competition.ts';
import { leaderboardOf, rankRows } from '../ranking/leaderboard.ts';
import { arrowFiguresOf, isOfficial, paperStateOf, whatCounts } from './paper-card.ts';

const by = 'Hakim';
const judged = { by, reason: 'added wrong' };

/** 58 with one X and three tens, 57 with none, 12, and one who did not start. */
const competition = (): Competition =>
  shortCompetition([
    { arrows: 'X 10 10 10 9 9' },
    { arrows: '10 10 10 9 9 9' },
    { arrows: '6 6' },
    { arrows: '', standing: 'DNS' },
  ]);

const count = (entry: number, total: number, ...counts: number[]) =>
  ({ kind: 'countPaper', entry, total, counts, by }) as const satisfies ReconcileCommand;
const settle = (state: Competition, entry: number) => {
  const paper = notesOf(state, entry).paper?.count ?? { total: 0, counts: [] };
  return { kind: 'settlePaper', entry, arrows: arrowFiguresOf(state, entry), paper, ...judged } as const;
};
const waive = (...entries: number[]) => ({ kind: 'waivePaper', entries, ...judged }) as const;
const codeOf = (state: Competition, command: ReconcileCommand) => ask(state, command).rejection?.code;
const placesIn = (state: Competition) =>
  rankRows(leaderboardOf(state, 'RM')?.rows ?? []).map(({ entry, total, rank }) => [rank, entry, total]);

test('a paper card with the same sum and counts agrees; one with another differs, and nothing of the result changes', () => {
  const state = competition();
  assert.equal(paperStateOf(state, 1), 'missing');
  assert.equal(paperStateOf(then(state, count(1, 58, 1, 4)), 1), 'agrees');
  const differing = then(state, count(1, 57, 1, 4));
  assert.equal(paperStateOf(differing, 1), 'differs');
  assert.deepEqual(placesIn(differing), placesIn(state));
  assert.equal(paperStateOf(then(differing, count(1, 58, 1, 4)), 1), 'agrees');
});

test('the paper counts, but never more than the arrows carry, and what is missing on it is nought (12.1.1)', () => {
  const arrows = { total: 58, counts: [1, 4] };
  assert.deepEqual(whatCounts(arrows, { total: 48, counts: [0, 3] }), { total: 48, counts: [0, 3] });
  assert.deepEqual(whatCounts(arrows, { total: 68, counts: [2, 4] }), arrows);
  assert.deepEqual(whatCounts(arrows, { total: 58, counts: [] }), { total: 58, counts: [0, 0] });
});

test('a signed sum that is lower is the result once a judge has settled it: ranking and board follow, arrows stay', () => {
  const typed = then(competition(), count(1, 48, 1, 4));
  const settled = then(typed, settle(typed, 1));
  assert.deepEqual(placesIn(settled), [
    [1, 2, 57],
    [2, 1, 48],
    [3, 3, 12],
    [0, 4, 0],
  ]);
  assert.equal(paperStateOf(settled, 1), 'settled');
  assert.deepEqual(scorecardOf(settled, 1).ends, scorecardOf(typed, 1).ends);
  assert.deepEqual(arrowFiguresOf(settled, 1), { total: 58, counts: [1, 4] });
  const back = then(settled, { kind: 'takeBackPaper', entry: 1, ...judged });
  assert.deepEqual(placesIn(back), placesIn(competition()));
  assert.equal(paperStateOf(back, 1), 'missing');
});

test('typing another paper takes the settlement back', () => {
  const typed = then(competition(), count(1, 48, 1, 4));
  const again = then(then(typed, settle(typed, 1)), count(1, 58, 1, 4));
  assert.equal(paperStateOf(again, 1), 'agrees');
  assert.deepEqual(placesIn(again), placesIn(competition()));
});

test('an arrow that is changed afterwards takes back what a judge decided; what was typed is compared anew', () => {
  const typed = then(competition(), count(1, 57, 0, 3));
  const settled = then(typed, settle(typed, 1));
  const was = scorecardOf(settled, 1).ends[0] ?? [];
  const corrected = then(settled, {
    ...{ kind: 'correctEnd', entry: 1, end: 1, was, reason: 'misheard' },
    arrows: ['10', '10', '10', '9', '9', '9'],
  });
  assert.equal(paperStateOf(corrected, 1), 'agrees');
  assert.equal(scorecardOf(corrected, 1).byPaper, undefined);
  const waived = then(competition(), waive(1));
  const changed = then(waived, {
    kind: 'correctEnd',
    entry: 1,
    end: 1,
    was,
    arrows: ['9', ...was.slice(1)],
    reason: 'x',
  });
  assert.equal(paperStateOf(changed, 1), 'missing');
});

test('a category is official when every card agrees, is settled or waived by name, and no longer after a change', () => {
  let state = competition();
  assert.equal(isOfficial(state, 'RM'), false);
  assert.equal(isOfficial(state, 'RW'), false);
  state = then(then(state, count(1, 58, 1, 4)), count(2, 55, 0, 3));
  assert.equal(codeOf(state, waive(3, 2)), 'paperDiffers');
  state = then(state, waive(3));
  assert.equal(isOfficial(state, 'RM'), false);
  state = then(state, settle(state, 2));
  assert.equal(isOfficial(state, 'RM'), true);
  assert.equal(isOfficial(then(state, { kind: 'takeBackPaper', entry: 3, ...judged }), 'RM'), false);
  const was = scorecardOf(state, 3).ends[0] ?? [];
  const corrected = {
    kind: 'correctEnd',
    entry: 3,
    end: 1,
    was,
    arrows: ['7', ...was.slice(1)],
    reason: 'seen',
  } as const;
  assert.equal(isOfficial(then(state, corrected), 'RM'), false);
});

test('whoever has arrows to shoot is not reconciled; whoever retired is', () => {
  const state = shortCompetition([{ arrows: '9 9' }, { arrows: '' }]);
  assert.equal(paperStateOf(state, 2), 'open');
  assert.deepEqual(ask(state, count(2, 0, 0, 0)).rejection, { code: 'paperWrong', name: 'Archer 2', why: 'open' });
  assert.equal(codeOf(state, waive(2)), 'paperWrong');
  assert.equal(isOfficial(then(state, count(1, 18, 0, 0)), 'RM'), false);
  const retired = withFacts(state, standing(2, 'DNF'));
  assert.equal(paperStateOf(retired, 2), 'notNeeded');
  assert.equal(codeOf(retired, count(2, 0, 0, 0)), 'paperWrong');
  assert.equal(isOfficial(then(retired, count(1, 18, 0, 0)), 'RM'), true);
});

test('impossible sums and counts, no name, no reason, nobody: refused, and nothing changes', () => {
  const state = then(competition(), count(1, 50, 1, 4));
  const why = (command: ReconcileCommand) => {
    const { rejection } = ask(state, command);
    return rejection?.code === 'paperWrong' ? rejection.why : rejection?.code;
  };
  assert.equal(why(count(1, 61, 1, 4)), 'sum');
  assert.equal(why(count(1, 5.5, 1, 4)), 'sum');
  assert.equal(why(count(1, 58, 1)), 'counts');
  assert.equal(why(count(1, 58, 1, 7)), 'counts');
  assert.equal(why({ ...count(1, 58, 1, 4), by: ' ' }), 'judgeMissing');
  assert.equal(why(count(99, 58, 1, 4)), 'unknownEntry');
  assert.equal(why({ ...settle(state, 1), by: '' }), 'judgeMissing');
  assert.equal(why({ ...settle(state, 1), reason: '' }), 'reasonMissing');
  assert.equal(why(settle(state, 2)), 'paperMissing');
  assert.equal(why({ ...settle(state, 1), arrows: { total: 57, counts: [1, 4] } }), 'paperChanged');
  assert.equal(why({ ...settle(state, 1), paper: { total: 51, counts: [1, 4] } }), 'paperChanged');
  assert.equal(why(waive()), 'nothingToWaive');
  assert.equal(why(waive(2, 99)), 'unknownEntry');
  assert.equal(why({ kind: 'takeBackPaper', entry: 2, ...judged }), 'paperMissing');
  const agreeing = then(state, count(1, 58, 1, 4));
  assert.equal(codeOf(agreeing, settle(agreeing, 1)), 'paperAgrees');
  assert.equal(codeOf(agreeing, waive(1)), 'paperAgrees');
});

test('a tablet does none of it', () => {
  for (const command of [count(1, 58, 1, 4), waive(1)])
    assert.equal(ask(competition(), command, tabletAt1).rejection?.code, 'notAllowed');
});

test('a settlement before the first match changes the seeds of a draw, and is refused once a match has begun', () => {
  const drawn = then(withFacts(competition(), eventOf(bracketOf(3))), { kind: 'drawEvent', event: 'RM' });
  const typed = then(drawn, count(1, 48, 1, 4));
  const answer = ask(typed, settle(typed, 1), organiser);
  assert.deepEqual(
    answer.facts.map(({ kind }) => kind),
    ['paperSettled', 'eventReseeded'],
  );
  assert.deepEqual(
    answer.state?.events.get('RM')?.draw?.competitors.map(({ key }) => key),
    ['2', '1', '3'],
  );
});
