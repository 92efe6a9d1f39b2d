// Files of the right structure that mean no competition: each is refused at its place, and nothing happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf, organiser } from '../../testing/small-competition.ts';
import { wholeCompetition } from '../../testing/whole-competition.ts';
import { decide } from '../decide.ts';
import { competitionToDocument } from './competition-to-document.ts';
import type { CompetitionDocument, DocumentProblem } from './document.ts';

const whole = JSON.stringify(competitionToDocument(wholeCompetition()));

/** The file with one place changed, or (a list's length) something added; undefined takes a member away. */
function changed(...changes: readonly (readonly [pointer: string, value: unknown])[]): CompetitionDocument {
  const document = JSON.parse(whole);
  for (const [pointer, value] of changes) {
    const steps = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/'));
    const last = steps.pop() ?? '';
    const holder = steps.reduce((inner, step) => inner[step], document);
    assert.ok(typeof holder === 'object', pointer);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return document;
}

function refusal(document: CompetitionDocument) {
  const decision = decide(undefined, { kind: 'importCompetition', document }, contextOf(organiser));
  assert.equal(decision.kind, 'rejected', 'nothing is imported');
  assert.ok(decision.rejection.code === 'badDocument');
  const { code: _, ...flaw } = decision.rejection;
  return flaw;
}

type Case = readonly [
  change: readonly [pointer: string, value: unknown],
  problem: DocumentProblem,
  pointer: string,
  found?: string,
];

function refusesEach(title: string, cases: readonly Case[]) {
  for (const [[place, value], problem, pointer, found] of cases) {
    test(`${title}: ${place} as ${JSON.stringify(value)?.slice(0, 40)}`, () => {
      const flaw = refusal(changed([place, value]));
      assert.deepEqual([flaw.problem, flaw.pointer], [problem, pointer], flaw.found);
      if (found !== undefined) assert.equal(flaw.found, found);
    });
  }
}

refusesEach('details', [
  [['/name', ' '], 'impossible', '/name', '" "'],
  [['/from', '2026-02-30'], 'impossible', '/from'],
  [['/to', '2026-04-30'], 'impossible', '/to', '"2026-04-30"'],
  [['/ruleSetId', 'wa-1931'], 'unknown', '/ruleSetId', '"wa-1931"'],
  [['/clock/line', 2], 'impossible', '/clock'],
  [['/clock/phase/elapsedMs', 1e9], 'impossible', '/clock'],
  [['/sessionClocks/0/session', 9], 'unknown', '/sessionClocks/0/session'],
  [['/sessionClocks/0/clock/line', 2], 'impossible', '/sessionClocks/0/clock'],
  [['/matchClocks/0/event', 'XX'], 'unknown', '/matchClocks/0/event'],
  [['/matchClocks/0/match', '9/9'], 'unknown', '/matchClocks/0/match'],
  [['/matchClocks/0/clock/turns', 5], 'impossible', '/matchClocks/0/clock'],
]);

const again = JSON.parse(whole);
refusesEach('set-up', [
  [['/rounds/1/id', 'short'], 'twice', '/rounds/1/id'],
  [['/rounds/1/id', 'wa720-70'], 'twice', '/rounds/1/id'],
  [['/rounds/1/distances', []], 'impossible', '/rounds/1/distances'],
  [['/rounds/1/distances/1/faceId', 'no-face'], 'unknown', '/rounds/1/distances/1/faceId'],
  [['/rounds/1/distances/0/metres', 0], 'impossible', '/rounds/1/distances/0/metres', '0 (metres)'],
  [['/rounds/1/distances/0/ends', 61], 'impossible', '/rounds/1/distances/0/ends'],
  [['/rounds/1/distances/0/arrowsPerEnd', 13], 'impossible', '/rounds/1/distances/0/arrowsPerEnd'],
  [['/rounds/1/distances/0/secondsPerEnd', 10_000], 'impossible', '/rounds/1/distances/0/secondsPerEnd'],
  [['/rounds/1/distances/0/face/zones/1/value', 'X'], 'impossible', '/rounds/1/distances/0/face'],
  [['/categories/0/code', ''], 'impossible', '/categories/0/code'],
  [['/categories/1/code', 'RM'], 'twice', '/categories/1/code'],
  [['/categories/2/roundId', 'wa720-7'], 'unknown', '/categories/2/roundId', '"wa720-7"'],
  [['/sessions/1/number', 3], 'impossible', '/sessions/1/number'],
  [['/sessions/0/day', '2026-05-09'], 'impossible', '/sessions/0/day'],
  [['/sessions/1/categories', ['CW', 'XX']], 'unknown', '/sessions/1/categories/1', '"XX"'],
  [['/sessions/1/categories', ['CW', 'CW']], 'twice', '/sessions/1/categories'],
  [['/sessions/1/toEnd', 13], 'impossible', '/sessions/1/toEnd'],
  [['/sessions/1/fromEnd', 6], 'impossible', '/sessions/1/fromEnd', '6 (overlap)'],
  [['/records/0/category', 'XX'], 'unknown', '/records/0/category'],
  [['/records/1/roundId', 'XX'], 'unknown', '/records/1/roundId'],
]);

refusesEach('what only paper has', [
  [['/officials/0/name', ''], 'impossible', '/officials/0'],
  [['/certificate/text', '{who}'], 'impossible', '/certificate', '"who" (word)'],
  [['/logo', 'R0lGODlh'], 'impossible', '/logo'],
]);

refusesEach('entries', [
  [['/entries/2/number', 2], 'twice', '/entries/2/number', '2'],
  [['/entries/2/target', '1A'], 'twice', '/entries/2/target', '"1A"'],
  [['/entries/2/target', '01C'], 'impossible', '/entries/2/target'],
  [['/entries/2/target', '1Z'], 'impossible', '/entries/2/target'],
  [['/entries/2/name', ''], 'impossible', '/entries/2/name'],
  [['/entries/3/category', 'RX'], 'unknown', '/entries/3/category', '"RX"'],
  [['/entries/0/bornIn', 2027], 'impossible', '/entries/0/bornIn'],
  [['/entries/0/also/0', 'RX'], 'unknown', '/entries/0/also/0'],
  [['/entries/0/also/0', 'RM'], 'twice', '/entries/0/also/0'],
  [['/entries/0/also/0', 'CW'], 'impossible', '/entries/0/also/0', '"CW" (otherRound)'],
]);

const cw = again.cards.findIndex(({ entry }: { entry: number }) => entry === 9);
const club = again.cards.findIndex(({ entry }: { entry: number }) => entry === 11);
refusesEach('cards', [
  [['/cards/0/entry', 12], 'unknown', '/cards/0/entry', '12'],
  [['/cards/1/entry', 1], 'twice', '/cards/1/entry', '1'],
  [['/cards/0/ends/0/2', '11'], 'impossible', '/cards/0/ends/0/2', '"11" (122)'],
  [[`/cards/${club}/ends/0/0`, '6'], 'impossible', `/cards/${club}/ends/0/0`, '"6" (club-face)'],
  [['/cards/0/ends/0/6', 'X'], 'impossible', '/cards/0/ends/0'],
  [['/cards/0/ends/0', ['X']], 'impossible', '/cards/0/ends/0', '["X"] (6 arrows)'],
  [['/cards/0/ends/1', ['X', null, null, null, null, null]], 'impossible', '/cards/0/ends/1'],
  [[`/cards/${cw}/held`, []], 'impossible', `/cards/${cw}/ends/2`],
  [[`/cards/${cw}/held/0/end`, 1], 'impossible', `/cards/${cw}/ends/2`],
  [[`/cards/${cw}/held/1`, { end: 1, cause: 'medical' }], 'impossible', `/cards/${cw}/held/1/end`, '1 (complete)'],
  [[`/cards/${cw}/held/1`, { end: 2, cause: 'medical' }], 'twice', `/cards/${cw}/held/1/end`],
  [[`/cards/${cw}/held/1`, { end: 13, cause: 'medical' }], 'impossible', `/cards/${cw}/held/1/end`],
  [[`/cards/${cw}/checks/0/end`, 13], 'impossible', `/cards/${cw}/checks/0/end`],
  [[`/cards/${cw}/checks/0/arrows/0`, '4'], 'impossible', `/cards/${cw}/checks/0/arrows/0`],
  [[`/cards/${cw}/changes/0/end`, 13], 'impossible', `/cards/${cw}/changes/0/end`],
  [[`/cards/${club}/hits/0/end`, 4], 'impossible', `/cards/${club}/hits/0/end`],
  [[`/cards/${club}/hits/0/end`, 3], 'impossible', `/cards/${club}/hits/0/hits`],
  [[`/cards/${club}/hits/1`, { end: 1, hits: [] }], 'twice', `/cards/${club}/hits/1/end`],
  [['/cards/2/signatures/1/as', 'athlete'], 'twice', '/cards/2/signatures/1/as', '"athlete"'],
  [['/cards/0/writers/0/end', 2], 'impossible', '/cards/0/writers/0/end'],
]);

const individual = { ...again.events[2], setup: { ...again.events[0].setup, id: 'other' } };
refusesEach('events', [
  [['/events/1/setup/id', 'RM'], 'twice', '/events/1/setup/id', '"RM"'],
  [['/events/0/setup/id', 'R M'], 'impossible', '/events/0/setup/id', '"R M" (id)'],
  [['/events/3', individual], 'twice', '/events/3/setup/contest/category'],
  [['/events/0/setup/contest/category', 'RX'], 'unknown', '/events/0/setup/contest/category', '"RX"'],
  [['/events/1/setup/contest/parts/0/categories/1', 'RX'], 'unknown', '/events/1/setup/contest/parts/0/categories/1'],
  [['/events/1/setup/contest/parts', []], 'impossible', '/events/1/setup/contest/parts'],
  [['/events/1/setup/elimination/formatId', 'set-team'], 'impossible', '/events/1/setup/elimination/formatId'],
  [['/events/0/setup/elimination/formatId', 'best-of-three'], 'unknown', '/events/0/setup/elimination/formatId'],
  [['/events/0/setup/elimination/finalsFormatId', 'x'], 'unknown', '/events/0/setup/elimination/finalsFormatId'],
  [['/events/0/setup/elimination/faceId', 'x'], 'unknown', '/events/0/setup/elimination/faceId'],
  [['/events/0/setup/elimination/chart', 2], 'impossible', '/events/0/setup/elimination/chart', '2 (chartTooSmall)'],
  [['/events/1/setup/elimination/pools', 3], 'impossible', '/events/1/setup/elimination/pools'],
  [['/events/0/setup/elimination', undefined], 'impossible', '/events/0/draw'],
  [['/events/0/ties/0/order/0', '77'], 'unknown', '/events/0/ties/0/order/0', '"77"'],
  [['/events/0/ties/0/order/1', '5'], 'twice', '/events/0/ties/0/order/1'],
  [['/events/0/ties/0/shootOff/0/0/key', '6'], 'unknown', '/events/0/ties/0/shootOff/0/0/key'],
]);

const seed = (number: number) => ({ from: 'seed', seed: number });
const winner = (match: string) => ({ from: 'winner', match });
const matches = '/events/0/draw/matches';
refusesEach('draws', [
  [[`/events/0/draw/competitors/4`, { key: '6', name: '', entries: [6] }], 'impossible', '/events/0/draw/competitors'],
  [['/events/0/draw/competitors/1/key', '1'], 'twice', '/events/0/draw/competitors/1/key'],
  [['/events/0/draw/competitors/1/entries/0', 99], 'unknown', '/events/0/draw/competitors/1/entries/0', '99'],
  [[`${matches}/1/id`, '2/1'], 'twice', `${matches}/1/id`],
  [[`${matches}/1/formatId`, 'x'], 'unknown', `${matches}/1/formatId`],
  [[`${matches}/0/b`, seed(5)], 'impossible', `${matches}/0/b`],
  [[`${matches}/1/b`, seed(1)], 'twice', `${matches}/1/b`],
  [[`${matches}/3/b`, winner('2/1')], 'twice', `${matches}/3/b`],
  [[`${matches}/3/b`, winner('9/9')], 'unknown', `${matches}/3/b`],
  [[`${matches}/0/b`, winner('2/1')], 'cycle', `${matches}/0/b`],
  [[`${matches}/0/b`, winner('1/1')], 'cycle', `${matches}/0/b`],
  [[`${matches}/0/onlyIfBWon`, '1/1'], 'cycle', `${matches}/0/onlyIfBWon`],
  [[`${matches}/2/b`, winner('1/1')], 'impossible', `${matches}/2/b`],
  [[`/events/1/draw/matches/2/a/pool`, 'C'], 'unknown', '/events/1/draw/matches/2/a'],
  [[`/events/1/draw/matches/0/a`, winner('1/1')], 'cycle', '/events/1/draw/matches/0/a'],
]);

const plotted = { side: 'a', part: 'end', number: 1, hits: [{ x: 1, y: -2 }, null, null] };
refusesEach('matches', [
  [['/events/0/cards/0/match', '4/1'], 'unknown', '/events/0/cards/0/match', '"4/1"'],
  [['/events/0/cards/1/match', '2/1'], 'twice', '/events/0/cards/1/match'],
  [['/events/2/cards/0', { match: '1/1', ends: [] }], 'unknown', '/events/2/cards/0/match'],
  [['/events/0/cards/1/attendance', undefined], 'impossible', '/events/0/cards/2/match', '"1/1" (sidesNotKnown)'],
  [['/events/0/cards/0/ends/1/a/0', '11'], 'impossible', '/events/0/cards/0/ends/1/a/0', '"11" (122)'],
  [['/events/0/cards/0/ends/1/b', ['9']], 'impossible', '/events/0/cards/0/ends/1/b', '["9"] (3 arrows)'],
  [['/events/0/cards/0/shootOffs/0/arrows/b', ['9', '9']], 'impossible', '/events/0/cards/0/shootOffs/0/arrows/b'],
  [
    ['/events/0/cards/0/ends/5', { a: [null, null, null], b: [null, null, null] }],
    'impossible',
    '/events/0/cards/0/ends/5',
  ],
  [['/events/0/cards/0/hits', [{ ...plotted, number: 9 }]], 'impossible', '/events/0/cards/0/hits/0/number'],
  [['/events/0/cards/0/hits', [{ ...plotted, part: 'shootOff' }]], 'impossible', '/events/0/cards/0/hits/0/hits'],
  [['/events/0/cards/0/hits', [plotted, plotted]], 'twice', '/events/0/cards/0/hits/1'],
  [['/events/0/schedule/0/match', '4/1'], 'unknown', '/events/0/schedule/0/match'],
  [['/events/0/schedule/0/at', '13:30'], 'impossible', '/events/0/schedule/0/at'],
  [['/events/0/schedule/0/butts/b', 10_000], 'impossible', '/events/0/schedule/0/butts/b'],
  [['/events/0/schedule/1', again.events[0].schedule[0]], 'twice', '/events/0/schedule/1/match'],
]);

test('the first place in the order of the making is named, whatever else is wrong', () => {
  const document = changed(['/events/0/setup/id', ''], ['/cards/0/entry', 99], ['/entries/3/category', 'RX']);
  assert.equal(refusal(document).pointer, '/entries/3/category');
});
