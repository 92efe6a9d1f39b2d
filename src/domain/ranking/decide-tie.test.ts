import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrowsOf,
  bracketOf,
  eventOf,
  type ShotEntry,
  shortCompetition,
  withFacts,
} from '../../testing/short-competition.ts';
import { after, ask } from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { Fact } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { leaderboardOf, rankRows } from './leaderboard.ts';
import { qualificationOf } from './qualification.ts';

// Three go on. Archers 2 and 3 are level inside; 4, 5 and 6 have one total, at places 4 to 6.
const field: readonly ShotEntry[] = [
  { arrows: 'X X' },
  { arrows: '10 8' },
  { arrows: '10 8' },
  { arrows: 'X 6' },
  { arrows: '8 8' },
  { arrows: '10 6' },
];
const event = (qualifiers: number) => withFacts(shortCompetition(field), eventOf(bracketOf(qualifiers)));

const toss = (...order: readonly string[]): Command => ({ kind: 'recordToss', event: 'RM', order, by: 'Hakim' });
const reopen = (...order: readonly string[]): Command => ({ kind: 'reopenTie', event: 'RM', order });

/** Each round `4:10 5:9 6:`. */
function shootOff(...rounds: readonly string[]): Command {
  const shots = rounds.map((round) =>
    round.split(' ').map((text) => {
      const [key = '', value = ''] = text.split(':');
      return { key, arrows: value === '' ? [] : arrowsOf(value).slice(0, 1), distancesMm: [] };
    }),
  );
  return { kind: 'recordShootOff', event: 'RM', rounds: shots, by: 'Hakim' };
}

function refused(state: Competition, command: Command, rejection: Rejection): void {
  const answer = ask(state, command);
  assert.deepEqual(answer.rejection, rejection);
  assert.deepEqual(answer.facts, []);
}

function places(state: Competition): readonly string[] {
  const rows = qualificationOf(state, 'RM')?.rows ?? [];
  const board = leaderboardOf(state, 'RM');
  const shown = rankRows(board?.rows ?? [], board?.head.ties);
  assert.deepEqual(
    shown.map((row) => [String(row.entry), row.rank, row.decidedBy]),
    rows.map((row) => [row.key, row.rank ?? 0, row.decidedBy]),
    'boards show the places of the qualification',
  );
  return rows.map(({ rank, key, decidedBy = '', isIn }) => `${rank}:${key}${decidedBy}${isIn ? '+' : ''}`);
}

const open = (state: Competition) =>
  qualificationOf(state, 'RM')?.openTies.map(({ reason, keys, from, to }) => `${reason} ${keys.join()} ${from}-${to}`);

test('a toss gives the places among those inside the cut', () => {
  const state = event(3);
  assert.deepEqual(open(state), ['CT 2,3 2-3']);
  assert.deepEqual(places(state), ['1:1+', '2:2+', '2:3+', '4:4', '5:6', '6:5']);
  const decided = after(state, toss('3', '2'));
  assert.deepEqual(open(decided), []);
  assert.deepEqual(places(decided), ['1:1+', '2:3CT+', '3:2CT+', '4:4', '5:6', '6:5']);
});

test('a shoot-off gives the last places of the cut, whatever the counts', () => {
  const state = event(5);
  assert.deepEqual(open(state), ['CT 2,3 2-3', 'SO 4,6,5 4-6']);
  assert.deepEqual(places(state), ['1:1+', '2:2+', '2:3+', '4:4', '5:6', '6:5'], 'nobody of the tie is in yet');
  const decided = after(state, shootOff('4:9 5:10 6:M'));
  assert.deepEqual(open(decided), ['CT 2,3 2-3']);
  assert.deepEqual(places(decided), ['1:1+', '2:2+', '2:3+', '4:5SO+', '5:4SO+', '6:6SO']);
});

test('those in by a shoot-off who stay level toss for the place, whatever their counts', () => {
  const decided = after(event(5), shootOff('4:10 5:9 6:10'));
  assert.deepEqual(open(decided), ['CT 2,3 2-3', 'CT 4,6 4-5']);
  assert.deepEqual(places(decided).slice(3), ['4:4SO+', '4:6SO+', '6:5SO']);
  assert.deepEqual(places(after(decided, toss('6', '4'))).slice(3), ['4:6CT+', '5:4CT+', '6:5SO']);
});

test('those out by a shoot-off who stay level share the place', () => {
  const decided = after(event(4), shootOff('4:9 5:10 6:9'));
  assert.deepEqual(places(decided).slice(3), ['4:5SO+', '5:4SO', '5:6SO']);
});

test('a shoot-off goes on until the cut parts nobody who is level', () => {
  const state = event(4);
  refused(state, shootOff('4:10 5:10 6:9'), { code: 'tieNotDecided', names: 'Archer 4, Archer 5' });
  const decided = after(state, shootOff('4:10 5:10 6:9', '4:8 5:9'));
  assert.deepEqual(places(decided).slice(3), ['4:5SO+', '5:4SO', '6:6SO']);
});

test('the cut is found behind those whom the shoot-off parted', () => {
  const state = withFacts(
    shortCompetition(['X', '9', '9', '9', '9', '9'].map((arrows) => ({ arrows }))),
    eventOf(bracketOf(4)),
  );
  refused(state, shootOff('2:10 3:9 4:8 5:8 6:7'), { code: 'tieNotDecided', names: 'Archer 4, Archer 5' });
  assert.deepEqual(places(after(state, shootOff('2:10 3:9 4:8 5:7 6:7'))), [
    '1:1+',
    '2:2SO+',
    '3:3SO+',
    '4:4SO+',
    '5:5SO',
    '5:6SO',
  ]);
});

test('a decision holds only while exactly those are tied', () => {
  const decided = after(event(5), shootOff('4:9 5:10 6:M'));
  const fixed = { kind: 'endCorrected', entry: 6, end: 1, was: arrowsOf('10 6'), arrows: arrowsOf('10 7'), reason: '' };
  const corrected = withFacts(decided, { ...fixed, kind: 'endCorrected' });
  assert.deepEqual(open(corrected), ['CT 2,3 2-3', 'SO 4,5 5-6']);
  assert.deepEqual(places(corrected).slice(3), ['4:6+', '5:4', '6:5']);
  const back = { ...fixed, kind: 'endCorrected', was: fixed.arrows, arrows: fixed.was } as const;
  assert.deepEqual(places(withFacts(corrected, back)), places(decided));
});

test('another cut than the shoot-off was for opens the tie again', () => {
  const decided = after(event(5), shootOff('4:10 5:10 6:9'));
  const narrower = withFacts(decided, eventOf(bracketOf(4)));
  assert.deepEqual(open(narrower), ['CT 2,3 2-3', 'SO 4,5,6 4-6']);
  assert.deepEqual(places(narrower).slice(3), ['4:4SO', '4:5SO', '6:6SO']);
});

test('a decision can be taken back until the draw', () => {
  const decided = after(after(event(5), shootOff('4:9 5:10 6:M')), toss('3', '2'));
  const back = after(decided, reopen('2', '3'));
  assert.deepEqual(open(back), ['CT 2,3 2-3']);
  refused(back, reopen('2', '3'), { code: 'noSuchTie', event: 'RM' });
  refused(back, reopen('4', '5'), { code: 'noSuchTie', event: 'RM' });
  const competitors = [
    { key: '1', name: 'Archer 1', entries: [1] },
    { key: '3', name: 'Archer 3', entries: [3] },
  ];
  const drawn = withFacts(decided, { kind: 'eventDrawn', event: 'RM', draw: { competitors, matches: [] } });
  refused(drawn, reopen('3', '2'), { code: 'eventIsDrawn', event: 'RM' });
  refused(drawn, toss('3', '2'), { code: 'eventIsDrawn', event: 'RM' });
  refused(drawn, shootOff('4:9 5:10 6:M'), { code: 'eventIsDrawn', event: 'RM' });
  const inMatch = { event: 'RM', match: '1/1', side: 'a' } as const;
  const shot = { ...inMatch, kind: 'matchArrowsScored', number: 1, first: 0, arrows: ['9'] } as const;
  const chosen = withFacts(drawn, { kind: 'matchBeginnerChosen', event: 'RM', match: '1/1', begins: 'b' });
  refused(chosen, reopen('3', '2'), { code: 'eventIsDrawn', event: 'RM' });
  const absent = {
    kind: 'matchAttendanceSet',
    event: 'RM',
    match: '1/1',
    attendance: 'absent',
    by: '',
    reason: '',
  } as const;
  const begun: readonly Fact[] = [
    { ...absent, side: 'a' },
    { ...absent, side: 'b' },
    { ...shot, part: 'end' },
    { ...shot, part: 'shootOff' },
  ];
  for (const fact of begun)
    refused(withFacts(drawn, fact), reopen('3', '2'), { code: 'matchHasBegun', event: 'RM', match: '1/1' });
});

test('what is no open tie cannot be decided', () => {
  const state = event(5);
  const noSuchTie = { code: 'noSuchTie', event: 'RM' } as const;
  refused(state, toss('2', '3', '4'), noSuchTie);
  refused(state, toss('2', '2'), noSuchTie);
  refused(state, toss(), noSuchTie);
  refused(state, toss('4', '5', '6'), noSuchTie);
  refused(state, shootOff('2:9 3:8'), noSuchTie);
  refused(after(state, toss('2', '3')), toss('3', '2'), noSuchTie);
  refused(state, { ...toss('2', '3'), event: 'CM' } as Command, { code: 'unknownEvent', event: 'CM' });
  refused(state, { ...toss('2', '3'), by: ' ' } as Command, { code: 'judgeMissing' });
});

test('a shoot-off must be one that can have been shot', () => {
  const state = event(5);
  refused(state, shootOff('4:9 5:8 6:7', '4:9 5:8'), { code: 'shootOffWrong', round: 2, why: 'notTheTied' });
  refused(state, shootOff('4: 5: 6:'), { code: 'shootOffWrong', round: 1, why: 'noShots' });
  refused(state, shootOff('4:12 5:9 6:8'), { code: 'shootOffWrong', round: 1, why: 'valueNotOnFace' });
  refused(
    state,
    { kind: 'recordShootOff', event: 'RM', rounds: [], by: 'Hakim' },
    {
      code: 'shootOffWrong',
      round: 1,
      why: 'noShots',
    },
  );
});

test('an event that is ranked only has nothing to decide', () => {
  const state = withFacts(shortCompetition(field), eventOf(undefined));
  assert.deepEqual(open(state), []);
  refused(state, shootOff('2:9 3:8'), { code: 'noElimination', event: 'RM' });
  refused(state, toss('2', '3'), { code: 'noSuchTie', event: 'RM' });
  assert.deepEqual(places(state), ['1:1', '2:2', '2:3', '4:4', '5:6', '6:5']);
});

test('cards that are not finished are no tie yet', () => {
  const half = withFacts(event(5), {
    kind: 'endCorrected',
    entry: 2,
    end: 1,
    was: arrowsOf('10 8'),
    arrows: ['10', '8', null, null, null, null],
    reason: '',
  });
  refused(half, toss('2', '3'), { code: 'cardsNotFinished', event: 'RM', name: 'Archer 2', others: 0 });
  assert.equal(ask(half, shootOff('4:9 5:10 6:M')).rejection, undefined, 'of others than those tied nothing is asked');
});
