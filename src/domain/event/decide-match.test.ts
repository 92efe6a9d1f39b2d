import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrowsFor,
  bracketOf8,
  drawnCompetition,
  playedMatch,
  scoreMatch,
  shootPair,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, ask, newEntry, organiser } from '../../testing/small-competition.ts';
import type { Actor } from '../actor.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { Ruling } from '../card/card-notes.ts';
import type { End } from '../card/scorecard.ts';
import type { Command, MatchCommand } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { Attendance, Closest, Side } from '../match/match.ts';

const event = 'RM';
const start = drawnCompetition();
const values = (text: string) => text.split(' ') as ArrowValue[];

function refused(state: Competition, command: Command, actor: Actor = organiser) {
  const answer = ask(state, command, actor);
  assert.deepEqual(answer.facts, []);
  assert.equal(answer.state, state);
  return answer.rejection;
}

function correct(match: string, side: Side, number: number, was: End, arrows: End): Command {
  return { kind: 'correctMatch', event, match, side, part: 'end', number, was, arrows, by: ' Sri ', reason: ' line ' };
}

function rule(match: string, side: Side, number: number, was: End, ruling: Ruling, by = 'Sri'): Command {
  return { kind: 'ruleOnMatch', event, match, side, part: 'end', number, was, ruling, by, reason: 'late' };
}

function measure(match: string, number: number, closest: Closest, by = 'Sri'): Command {
  return { kind: 'measureShootOff', event, match, number, closest, by };
}

function attend(match: string, side: Side, attendance: Exclude<Attendance, 'nobody'>, by = 'Sri'): Command {
  return { kind: 'setMatchAttendance', event, match, side, attendance, by, reason: '' };
}

const choose = (match: string, begins: Side): Command => ({ kind: 'chooseBeginner', event, match, begins });

/** One of every kind, each fit for an open match in whose first set `a` has 10 10 10. */
function everyCommand(match: string, of = event): readonly MatchCommand[] {
  const ten = values('10 10 10');
  const all = [
    scoreMatch(match, 'b', '1', ['9'], of),
    { ...correct(match, 'a', 1, ten, values('9 9 9')), event: of },
    { ...rule(match, 'a', 1, ten, { kind: 'outOfTime', arrows: 1 }), event: of },
    { ...measure(match, 1, 'a'), event: of },
    { ...attend(match, 'a', 'absent'), event: of },
    { ...choose(match, 'a'), event: of },
  ];
  return all as readonly MatchCommand[];
}

function level(match: string, state = start): Competition {
  return [1, 2, 3, 4, 5].reduce((next, end) => shootPair(next, match, String(end), 27, 27), state);
}

test('a match is shot to its end by commands, and its winner stands in the next', () => {
  let state = shootPair(start, '3/1', '1', 28, 27);
  state = shootPair(state, '3/1', '2', 27, 27);
  state = shootPair(state, '3/1', '3', 26, 27);
  const { facts } = ask(state, scoreMatch('3/1', 'b', '4', values('X 9')));
  assert.deepEqual(facts, [
    { kind: 'matchArrowsScored', event, match: '3/1', side: 'b', part: 'end', number: 4, first: 0, arrows: ['X', '9'] },
  ]);
  assert.deepEqual(playedMatch(state, '3/1').score?.points, { a: 3, b: 3 });
  assert.equal(playedMatch(state, '2/1').seats.a.kind, 'pending');
  state = shootPair(state, '3/1', '4', 25, 27);
  state = shootPair(state, '3/1', '5', 25, 27);
  assert.deepEqual(playedMatch(state, '3/1').score?.points, { a: 3, b: 7 });
  const { a } = playedMatch(state, '2/1').seats;
  assert.ok(a.kind === 'competitor' && a.seed === 8 && a.competitor.key === '8');
  assert.equal(playedMatch(state, '3/2').hasBegun, false, 'no other match is touched');
});

test('nothing is asked of an event, a draw or a match that there is not', () => {
  for (const command of everyCommand('3/1', 'XX'))
    assert.deepEqual(refused(start, command), { code: 'unknownEvent', event: 'XX' }, command.kind);
  const undrawn = after(start, { kind: 'undrawEvent', event, reason: 'x' });
  for (const command of everyCommand('3/1'))
    assert.deepEqual(refused(undrawn, command), { code: 'eventNotDrawn', event }, command.kind);
  for (const match of ['3/5', '0/1', '', 'constructor'])
    for (const command of everyCommand(match))
      assert.deepEqual(refused(start, command), { code: 'unknownMatch', match }, command.kind);
});

test('a match waits for its sides, and a bye needs no arrow', () => {
  for (const command of everyCommand('2/1'))
    assert.deepEqual(refused(start, command), { code: 'sidesNotKnown', match: '2/1' }, command.kind);
  const half = winMatch(start, '3/1', 'a');
  for (const command of everyCommand('2/1'))
    assert.deepEqual(refused(half, command), { code: 'sidesNotKnown', match: '2/1' }, command.kind);
  const six = drawnCompetition(6);
  for (const command of everyCommand('3/1'))
    assert.deepEqual(refused(six, command), { code: 'byeNeedsNoResult', match: '3/1' }, command.kind);
});

test('boxes, values and places of a match are held to its format and face', () => {
  const code = (state: Competition, side: Side, place: string, text: string, first = 0) =>
    refused(state, { ...scoreMatch('3/1', side, place, values(text)), first })?.code;
  const half = after(start, scoreMatch('3/1', 'a', '1', values('9 8')));
  assert.equal(code(half, 'a', '1', '9', 1), 'matchArrowAlreadyScored');
  assert.equal(code(half, 'a', '1', '9 9', 2), 'tooManyMatchArrows');
  assert.equal(code(half, 'b', '1', '9', 0.5), 'tooManyMatchArrows');
  assert.equal(code(half, 'b', '1', '11'), 'valueNotOnFace');
  assert.equal(code(half, 'b', '2', '9'), 'matchPlaceNotOpen');
  assert.equal(code(half, 'b', 'SO1', '9'), 'matchPlaceNotOpen');
  assert.equal(code(half, 'b', '6', '9'), 'noSuchMatchEnd');
  assert.deepEqual(refused(half, scoreMatch('3/1', 'b', '1', [])), { code: 'noMatchArrows' });
  assert.equal(ask(half, { ...scoreMatch('3/1', 'a', '1', ['X']), first: 2 }).rejection, undefined);
  const over = winMatch(start, '3/1', 'b');
  assert.deepEqual(refused(over, scoreMatch('3/1', 'a', '4', ['9'])), { code: 'matchOver', winner: 'b' });
});

test('a correction says what it saw, keeps who and why, and its reverse leaves nothing but the record', () => {
  const state = shootPair(start, '3/1', '1', 27, 30);
  const [was, now] = [arrowsFor(27, 3), values('9 9 10')];
  const { facts } = ask(state, correct('3/1', 'a', 1, was, now));
  assert.deepEqual(facts, [
    {
      kind: 'matchEndCorrected',
      event,
      match: '3/1',
      side: 'a',
      part: 'end',
      number: 1,
      was,
      arrows: now,
      ruling: undefined,
      by: 'Sri',
      reason: 'line',
    },
  ]);
  const there = after(state, correct('3/1', 'a', 1, was, now));
  const stale = refused(there, correct('3/1', 'a', 1, was, values('8 8 8')));
  assert.deepEqual(stale, { code: 'matchChangedMeanwhile', now: '9 9 10' });
  assert.deepEqual(refused(there, correct('3/1', 'a', 1, now, now)), { code: 'nothingToCorrectInMatch' });
  assert.deepEqual(refused(there, correct('3/1', 'a', 2, [null, null, null], now)), {
    code: 'nothingToCorrectInMatch',
  });
  const back = after(there, correct('3/1', 'a', 1, now, was));
  const { changes, ...card } = playedMatch(back, '3/1').card;
  const { changes: before, ...cardBefore } = playedMatch(state, '3/1').card;
  assert.deepEqual(card, cardBefore);
  assert.deepEqual(
    [before, changes].map((record) => record.map(({ kind, by, reason }) => [kind, by, reason])),
    [
      [],
      [
        ['corrected', 'Sri', 'line'],
        ['corrected', 'Sri', 'line'],
      ],
    ],
  );
  assert.deepEqual(playedMatch(back, '3/1').score, playedMatch(state, '3/1').score);
});

test('another winner is refused once a match that follows has begun; the same winner is not', () => {
  let state = winMatch(winMatch(start, '3/1', 'a'), '3/2', 'a');
  // 6-0 in three sets: one set less leaves the match open again.
  const open = correct('3/1', 'a', 3, arrowsFor(12, 3), arrowsFor(3, 3));
  assert.equal(ask(state, open).rejection, undefined, 'nothing has begun yet');
  state = after(state, scoreMatch('2/1', 'b', '1', ['9']));
  assert.deepEqual(refused(state, open), { code: 'laterMatchStarted', match: '3/1', later: '2/1' });
  const { winner } = playedMatch(after(state, correct('3/1', 'a', 3, arrowsFor(12, 3), arrowsFor(15, 3))), '3/1');
  assert.equal(winner, 'a');
  const elsewhere = winMatch(state, '3/3', 'a');
  assert.equal(ask(elsewhere, correct('3/3', 'a', 3, arrowsFor(12, 3), arrowsFor(3, 3))).rejection, undefined);
});

test('also beyond the next match: whoever lost a semi-final stands in the match for bronze', () => {
  let state = start;
  for (const match of ['3/1', '3/2', '3/3', '3/4', '2/1', '2/2']) state = winMatch(state, match, 'a');
  const bronze = after(state, scoreMatch('1/2', 'a', '1', ['9']));
  const open = correct('2/2', 'b', 3, arrowsFor(6, 3), arrowsFor(21, 3));
  assert.equal(ask(state, open).rejection, undefined);
  assert.deepEqual(refused(bronze, open), { code: 'laterMatchStarted', match: '2/2', later: '1/2' });
});

test('a judge rules on a set: with name and reason, and only what fits', () => {
  const late: Ruling = { kind: 'outOfTime', arrows: 1 };
  const state = shootPair(start, '3/1', '1', 30, 27);
  const ten = values('10 10 10');
  assert.deepEqual(refused(state, rule('3/1', 'a', 1, ten, late, ' ')), { code: 'judgeMissing' });
  assert.deepEqual(refused(state, { ...rule('3/1', 'a', 1, ten, late), reason: '' } as Command), {
    code: 'reasonMissing',
  });
  assert.deepEqual(refused(state, rule('3/1', 'a', 1, values('9 9 9'), late)), {
    code: 'matchChangedMeanwhile',
    now: '10 10 10',
  });
  assert.deepEqual(refused(state, rule('3/1', 'a', 1, ten, { kind: 'bouncer', box: 7, value: '9' })), {
    code: 'rulingDoesNotFit',
    ruling: 'bouncer',
    end: 1,
  });
  assert.deepEqual(refused(state, rule('3/1', 'a', 1, ten, { kind: 'tooManyArrows', shot: values('10 10 10 10') })), {
    code: 'rulingChangesNothing',
    end: 1,
  });
  const ruled = after(state, rule('3/1', 'a', 1, ten, late));
  assert.deepEqual(playedMatch(ruled, '3/1').score?.points, { a: 0, b: 2 });
  const [change] = playedMatch(ruled, '3/1').card.changes;
  assert.deepEqual([change?.kind, change?.by, change?.was], ['ruled', 'Sri', ten]);
});

test('a bouncer may be the first arrow that is written in the open set, and no other set', () => {
  const bouncer: Ruling = { kind: 'bouncer', box: 1, value: '8' };
  const blank = [null, null, null];
  const ruled = after(start, rule('3/1', 'a', 1, blank, bouncer));
  assert.deepEqual(playedMatch(ruled, '3/1').card.ends, [{ a: [null, '8', null], b: blank }]);
  assert.equal(refused(start, rule('3/1', 'a', 2, blank, bouncer))?.code, 'matchPlaceNotOpen');
  assert.equal(refused(start, rule('3/1', 'a', 9, blank, bouncer))?.code, 'noSuchMatchEnd');
});

test('a ruling that would change the winner comes too late, like a correction', () => {
  let state = winMatch(winMatch(start, '3/1', 'a'), '3/2', 'a');
  state = after(state, scoreMatch('2/1', 'b', '1', ['9']));
  const allMissed = rule('3/1', 'a', 3, arrowsFor(12, 3), { kind: 'outOfTime', arrows: 2 });
  assert.equal(refused(state, allMissed)?.code, 'laterMatchStarted');
});

test('shoot-off: level, measured equal, shot again, closest to the centre', () => {
  const tied = level('3/1');
  assert.deepEqual(refused(tied, measure('3/1', 1, 'a')), { code: 'nothingToMeasure', number: 1 });
  let state = shootPair(tied, '3/1', 'SO1', 10, 10);
  assert.deepEqual(refused(state, scoreMatch('3/1', 'a', 'SO2', ['9'])), { code: 'measureFirst', number: 1 });
  assert.deepEqual(refused(state, measure('3/1', 1, 'a', '')), { code: 'judgeMissing' });
  state = after(state, measure('3/1', 1, 'equal'));
  assert.deepEqual(refused(state, measure('3/1', 1, 'equal')), { code: 'nothingToCorrectInMatch' });
  state = shootPair(state, '3/1', 'SO2', 9, 9);
  state = after(state, measure('3/1', 2, 'b'));
  assert.deepEqual(playedMatch(state, '3/1').score?.points, { a: 5, b: 6 });
  assert.deepEqual(refused(state, measure('3/1', 1, 'a')), { code: 'nothingToMeasure', number: 1 });
  assert.equal(playedMatch(after(state, measure('3/1', 2, 'a')), '3/1').winner, 'a', 'a judge may set it right');
  const later = after(winMatch(state, '3/2', 'a'), scoreMatch('2/1', 'b', '1', ['9']));
  assert.deepEqual(refused(later, measure('3/1', 2, 'a')), { code: 'laterMatchStarted', match: '3/1', later: '2/1' });
});

test('absent, forfeited, both absent: who goes on, and until when it can be said', () => {
  assert.deepEqual(refused(start, attend('3/1', 'a', 'absent', ' ')), { code: 'judgeMissing' });
  assert.deepEqual(refused(start, attend('3/1', 'a', 'present')), { code: 'attendanceUnchanged' });
  const absent = after(start, attend('3/1', 'a', 'absent'));
  assert.deepEqual(playedMatch(absent, '3/1').score?.status, { kind: 'over', winner: 'b', by: 'absence' });
  assert.deepEqual(refused(absent, scoreMatch('3/1', 'b', '1', ['9'])), { code: 'matchOver', winner: 'b' });

  const neither = after(absent, attend('3/1', 'b', 'absent'));
  assert.equal(playedMatch(neither, '3/1').winner, undefined);
  assert.equal(playedMatch(neither, '2/1').seats.a.kind, 'nobody');
  const free = winMatch(neither, '3/2', 'a');
  assert.equal(playedMatch(free, '2/1').kind, 'bye');
  assert.equal(playedMatch(free, '1/1').seats.a.kind, 'competitor', 'whoever has nobody against him goes on');

  const begun = after(winMatch(absent, '3/2', 'a'), scoreMatch('2/1', 'b', '1', ['9']));
  for (const command of [attend('3/1', 'b', 'absent'), attend('3/1', 'a', 'present')])
    assert.deepEqual(refused(begun, command), { code: 'laterMatchStarted', match: '3/1', later: '2/1' });
  assert.equal(playedMatch(after(absent, attend('3/1', 'a', 'present')), '3/1').score?.status.kind, 'end');

  const shot = winMatch(start, '3/1', 'a');
  assert.deepEqual(refused(shot, attend('3/1', 'a', 'forfeited')), { code: 'matchOver', winner: 'a' });
  const left = after(shootPair(start, '3/1', '1', 30, 20), attend('3/1', 'a', 'forfeited'));
  assert.deepEqual(playedMatch(left, '3/1').score?.status, { kind: 'over', winner: 'b', by: 'forfeit' });
});

test('names and reasons are kept without the blanks around them', () => {
  const by = ' Sri ';
  const tied = shootPair(level('3/1'), '3/1', 'SO1', 9, 9);
  const late = { kind: 'outOfTime', arrows: 1 } as const;
  const commands: readonly Command[] = [
    { ...rule('3/1', 'a', 1, arrowsFor(27, 3), late, by), reason: ' late ' } as Command,
    measure('3/1', 1, 'a', by),
    { ...attend('3/2', 'a', 'absent', by), reason: ' late ' } as Command,
  ];
  for (const command of commands) {
    const [fact] = ask(tied, command).facts;
    assert.ok(fact && 'by' in fact && fact.by === 'Sri', command.kind);
    if ('reason' in fact) assert.equal(fact.reason, 'late', command.kind);
  }
});

test('who begins is said once, may be set right while the match is shot, and is no score', () => {
  const chosen = after(start, choose('3/1', 'b'));
  assert.deepEqual(refused(chosen, choose('3/1', 'b')), { code: 'nothingToCorrectInMatch' });
  assert.equal(playedMatch(chosen, '3/1').hasBegun, false);
  assert.deepEqual(playedMatch(after(chosen, choose('3/1', 'a')), '3/1').begins, ['a']);
  const over = winMatch(chosen, '3/1', 'a');
  assert.deepEqual(refused(over, choose('3/1', 'a')), { code: 'matchOver', winner: 'a' });
});

const tablet: Actor = { role: 'scorer', device: 'tablet-5' };

/** Match 3/1 at butts 5 and 6, 3/2 at butts 7 and 8, a device at butt 5. */
function onButts(): Competition {
  const slot = (match: string, a: number, b: number) => ({ match, at: '2026-05-02T10:00', butts: { a, b } });
  const archer = newEntry('Gita', 'RW', '5A');
  const withButt = after(start, {
    kind: 'importEntries',
    categories: [{ code: 'RW', name: 'Women', roundId: 'short' }],
    entries: [archer],
  });
  const paired = after(withButt, { kind: 'pairDevice', device: 'tablet-5', butt: 5, tokenHash: 'ab', label: '5' });
  return after(paired, { kind: 'scheduleMatches', event, slots: [slot('3/1', 5, 6), slot('3/2', 7, 8)] });
}

test('a correction of a device that names nobody is the device’s, and no other command or actor is helped like that', () => {
  const state = shootPair(onButts(), '3/1', '1', 27, 30);
  const nameless = { ...correct('3/1', 'a', 1, arrowsFor(27, 3), values('9 9 10')), by: ' ' } as Command;
  const byOf = (actor: Actor, command = nameless) =>
    ask(state, command, actor).facts.map((fact) => 'by' in fact && fact.by);
  assert.deepEqual(byOf(tablet), ['5']);
  assert.deepEqual(byOf(tablet, correct('3/1', 'a', 1, arrowsFor(27, 3), values('9 9 10'))), ['Sri']);
  assert.deepEqual(byOf(organiser), ['']);
});

test('a device scores, corrects, measures and says who begins in matches at its butt, and does nothing else', () => {
  const state = onButts();
  for (const side of ['a', 'b'] as const)
    assert.equal(ask(state, scoreMatch('3/1', side, '1', ['9']), tablet).rejection, undefined);
  const elsewhere = { code: 'matchNotOnYourTarget', butt: 5 };
  for (const match of ['3/2', '3/3'])
    assert.deepEqual(refused(state, scoreMatch(match, 'a', '1', ['9']), tablet), elsewhere, match);
  assert.deepEqual(refused(state, scoreMatch('2/1', 'a', '1', ['9']), tablet), elsewhere, 'not even scheduled');
  const stranger: Actor = { role: 'scorer', device: 'x' };
  assert.deepEqual(refused(state, scoreMatch('3/1', 'a', '1', ['9']), stranger), {
    code: 'unknownDevice',
    device: 'x',
  });
  const shot = shootPair(state, '3/1', '1', 30, 27);
  for (const command of everyCommand('3/1').filter(
    ({ kind }) => kind === 'ruleOnMatch' || kind === 'setMatchAttendance',
  ))
    assert.deepEqual(refused(shot, command, tablet), { code: 'notAllowed', role: 'scorer' }, command.kind);
  assert.deepEqual(ask(shot, choose('3/1', 'b'), tablet).facts, [
    { kind: 'matchBeginnerChosen', event, match: '3/1', begins: 'b' },
  ]);
  assert.deepEqual(refused(shot, choose('3/2', 'b'), tablet), elsewhere);
  const tied = shootPair(level('3/1', state), '3/1', 'SO1', 9, 9);
  const measured = after(tied, measure('3/1', 1, 'b', ' Sri '), tablet);
  assert.equal(playedMatch(measured, '3/1').winner, 'b');
  assert.deepEqual(refused(tied, measure('3/1', 1, 'b', ' '), tablet), { code: 'judgeMissing' });
  const revoked = after(state, { kind: 'revokeDevice', device: 'tablet-5' });
  assert.deepEqual(refused(revoked, scoreMatch('3/1', 'a', '1', ['9']), tablet), { code: 'deviceRevoked' });
});

test('a device corrects the last set only', () => {
  const one = shootPair(onButts(), '3/1', '1', 30, 27);
  const first = correct('3/1', 'a', 1, values('10 10 10'), values('10 10 9'));
  assert.equal(ask(one, first, tablet).rejection, undefined);
  const two = after(one, scoreMatch('3/1', 'b', '2', ['9']));
  assert.deepEqual(refused(two, first, tablet), {
    code: 'matchPlaceNotOpen',
    part: 'end',
    number: 1,
    openPart: 'end',
    openNumber: 2,
  });
  assert.equal(ask(two, first).rejection, undefined, 'the desk may');
  const tied = shootPair(level('3/1', onButts()), '3/1', 'SO1', 9, 8);
  const last = correct('3/1', 'a', 5, arrowsFor(27, 3), values('10 10 10'));
  assert.equal(refused(tied, last, tablet)?.code, 'matchPlaceNotOpen');
});

test('a match of an organiser’s own face is held to that face', () => {
  const face = {
    id: 'balloon',
    name: 'Balloon',
    diameterCm: 20,
    spots: 1 as const,
    zones: [{ value: '5' as const, points: 5, colour: 'red' as const, diameterCm: 20 }],
  };
  const state = drawnCompetition(4, { ...bracketOf8, chart: 4, qualifiers: 4, faceId: 'balloon', face });
  assert.deepEqual(refused(state, scoreMatch('2/1', 'a', '1', ['9'])), {
    code: 'valueNotOnFace',
    value: '9',
    face: 'Balloon',
  });
  assert.equal(ask(state, scoreMatch('2/1', 'a', '1', values('5 5 M'))).rejection, undefined);
});

test('a corrected set says why', () => {
  const shot = after(start, scoreMatch('3/1', 'a', '1', ['10', '10', '10']));
  const command = { ...correct('3/1', 'a', 1, values('10 10 10'), values('9 9 9')), reason: ' ' } as Command;
  assert.deepEqual(refused(shot, command), { code: 'reasonMissing' });
  assert.equal(ask(shot, { ...command, reason: 'line' } as Command).rejection, undefined);
});
