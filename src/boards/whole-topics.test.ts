// Topics that are sent whole (a match, an athlete, the clock), and what only perhaps looks different: others' ranks, the matches into which
// somebody goes, the matches that a target's sheet lists.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ShootingClock } from '../domain/clock/shooting-clock.ts';
import type { Fact } from '../domain/facts.ts';
import { drawnCompetition, scoreMatch } from '../testing/drawn-event.ts';
import { score } from '../testing/small-competition.ts';
import { WatchedBoards } from '../testing/watched-boards.ts';
import type { WholeBody } from '../wire/server-to-client.ts';

const clock: ShootingClock = {
  lines: ['AB', 'CD'],
  line: 0,
  end: 1,
  toTheLineSeconds: 10,
  shootingSeconds: 120,
  warningSeconds: 30,
  phase: { kind: 'running', startedAt: 1_000_000 },
};
const [adi, bayu, citra] = ['athlete/c1/1', 'athlete/c1/2', 'athlete/c1/3'];
const bronze = 'match/c1/RM/1%2F2';
const [semi, otherSemi, final] = ['match/c1/RM/2%2F1', 'match/c1/RM/2%2F2', 'match/c1/RM/1%2F1'];

function lastWhole(on: WatchedBoards): WholeBody {
  const message = on.sent.at(-1);
  assert.ok(message?.kind === 'delta' && message.body.kind === 'whole');
  return message.body.whole;
}

function shootEnd(on: WatchedBoards, entry: number, end: number): void {
  on.ask(score(entry, end, 0, '9', '9', '9', '9', '9', '9'));
}

describe('the clocks', () => {
  test('each goes to who follows it, and all to who follows all', () => {
    const on = new WatchedBoards();
    on.watch('clock/c1', 'clock/c1/2', 'clocks/c1');
    const before = on.sent.length;
    on.commit({ kind: 'clockSet', session: 2, clock });
    const later = on.sent.slice(before);
    assert.deepEqual(later.map((message) => 'topic' in message && message.topic).sort(), ['clock/c1/2', 'clocks/c1']);
    const all = later.find((message) => message.kind === 'delta');
    const clocks = [{ of: 'lines', session: 2, clock }];
    assert.deepEqual(all?.body, { kind: 'whole', whole: { kind: 'clocks', clocks } });
  });
});

describe('the clock', () => {
  test('is missing until the desk has set it, then a snapshot, then whole deltas', async () => {
    const on = new WatchedBoards();
    on.watch('clock/c1', 'target/c1/1', adi);
    assert.deepEqual(on.missing, ['clock/c1']);
    on.commit({ kind: 'clockSet', clock });
    assert.deepEqual(on.sent, [
      { kind: 'snapshot', topic: 'clock/c1', at: { epoch: 'e1', seq: 5 }, body: { kind: 'clock', clock } },
    ]);
    const paused = { ...clock, phase: { kind: 'paused', elapsedMs: 5_500, isEmergency: true } } as const;
    on.commit({ kind: 'clockSet', clock: paused });
    assert.deepEqual(on.spans(), [[5, 6]]);
    assert.deepEqual(lastWhole(on), { kind: 'clock', clock: paused });
  });

  test('is not said to be missing again by what does not concern it', () => {
    const on = new WatchedBoards();
    on.watch('clock/c1', 'match/c1/RM/1');
    on.commit({ kind: 'roundsAdded', rounds: [] });
    assert.deepEqual(on.missing, ['clock/c1', 'match/c1/RM/1']);
    assert.deepEqual(on.sent, []);
  });
});

describe('an athlete', () => {
  test('has an own arrow at once, also one that leaves everything as it was: who typed it waits for the position', async () => {
    const on = new WatchedBoards();
    on.watch(adi);
    on.shoot(1, 1);
    const same: Fact = {
      ...({ kind: 'endCorrected', entry: 1, end: 1, was: [], reason: '' } as const),
      arrows: ['X', null, null, null, null, null],
    };
    on.boards.published(adi, 5);
    await on.time.pass(10);
    on.commit(same);
    assert.deepEqual(on.spans(), [
      [4, 5],
      [5, 6],
    ]);
  });

  test('hears of others of the category once a second, and only when a rank has changed', async () => {
    const on = new WatchedBoards();
    shootEnd(on, 1, 1);
    on.watch(adi, bayu, citra);
    shootEnd(on, 2, 1);
    assert.deepEqual(on.sentTo(), [bayu, adi], 'of two now, not of one');
    on.sent = [];
    for (const topic of [adi, bayu]) on.boards.published(topic, 99);
    await on.time.pass(500);
    on.ask({
      kind: 'correctEnd',
      entry: 2,
      end: 1,
      was: ['9', '9', '9', '9', '9', '9'],
      arrows: Array(6).fill('10'),
      reason: 'x',
    });
    assert.deepEqual(on.sentTo(), [bayu], 'the others are looked at when the second is over');
    await on.time.pass(499);
    assert.deepEqual(on.sentTo(), [bayu]);
    await on.time.pass(1);
    assert.deepEqual(on.sentTo(), [bayu, adi]);
    const whole = lastWhole(on);
    assert.ok(whole.kind === 'athlete');
    assert.deepEqual(whole.sheet.ranks, [{ end: 1, rank: 2, of: 2 }]);

    on.sent = [];
    on.shoot(2, 2);
    await on.time.pass(2_000);
    assert.deepEqual(on.sentTo(), [bayu], 'an arrow of an end that is not over changes no rank of another');
  });

  test('who came between two looks does not hide from the others what they have not seen', async () => {
    const on = new WatchedBoards();
    shootEnd(on, 1, 1);
    on.watch(adi);
    on.commit({ kind: 'standingSet', entry: 5, standing: 'DNS', by: 'Sari', reason: 'not there' });
    shootEnd(on, 2, 1);
    on.boards.snapshotWanted(adi);
    await on.time.pass(1_000);
    assert.deepEqual(
      on.sent.map(({ kind }) => kind),
      ['snapshot', 'delta'],
    );
  });

  test('nobody is looked at after nobody watches', async () => {
    const on = new WatchedBoards();
    on.watch(adi);
    shootEnd(on, 2, 1);
    shootEnd(on, 2, 2);
    on.boards.unwatched(adi);
    on.sent = [];
    await on.time.pass(5_000);
    assert.deepEqual([on.sent, on.missing], [[], []]);
  });

  test('a second card and a signature are on the card; the boards do not hear of them', () => {
    const on = new WatchedBoards();
    on.watch(adi, bayu, 'leaderboard/c1/RM', 'target/c1/1');
    on.commit({ kind: 'endChecked', entry: 1, end: 1, arrows: ['9'], byAthlete: true });
    assert.deepEqual(on.sentTo(), ['target/c1/1', adi]);
    on.sent = [];
    on.commit({ kind: 'cardSigned', entry: 2, as: 'athlete', name: 'Bayu', strokes: [] });
    assert.deepEqual(on.sentTo(), [bayu], 'the sheet waits for its frame to be out');
  });
});

describe('a match', () => {
  const four = () =>
    new WatchedBoards(
      drawnCompetition(4, {
        ...{ system: 'bracket', chart: 4, placesShot: 4, qualifiers: 4, formatId: 'set-individual' },
        ...{ faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' },
      }),
    );

  test('is sent whole with each arrow; the others only when somebody goes into them', async () => {
    const on = four();
    on.watch(semi, otherSemi, final, bronze, 'match/c1/RM/none');
    on.ask(scoreMatch('2/1', 'a', '1', ['X']));
    assert.deepEqual(on.sentTo(), [semi]);
    const whole = lastWhole(on);
    assert.ok(whole.kind === 'match');
    assert.deepEqual(whole.sheet.match?.ends, [{ a: ['X', null, null], b: [null, null, null] }]);

    on.sent = [];
    on.commit({
      kind: 'matchAttendanceSet',
      event: 'RM',
      match: '2/1',
      side: 'b',
      attendance: 'absent',
      by: 'Sari',
      reason: '',
    });
    await on.time.pass(1_000);
    assert.deepEqual(new Set(on.sentTo()), new Set([semi, final, bronze]));
    assert.ok(!on.sentTo().includes(otherSemi));
    assert.deepEqual(on.missing, ['match/c1/RM/none']);
  });

  test('that is drawn no longer is missing, and comes back with the next draw', () => {
    const on = four();
    on.watch(semi);
    on.ask({ kind: 'undrawEvent', event: 'RM', reason: 'x' });
    assert.deepEqual(on.missing, [semi]);
    on.ask({ kind: 'drawEvent', event: 'RM' });
    assert.deepEqual(
      on.sent.map(({ kind }) => kind),
      ['snapshot'],
    );
  });

  test('is listed on the sheet of its butt, also where nobody has shot before, as long as there is somebody for it', async () => {
    const on = four();
    on.watch('target/c1/9', 'target/c1/8');
    on.ask({
      kind: 'scheduleMatches',
      event: 'RM',
      slots: [{ match: '1/2', at: '2026-05-02T13:30', butts: { a: 9, b: 9 } }],
    });
    assert.deepEqual(on.missing, ['target/c1/9', 'target/c1/8']);
    const [sheet] = on.sent;
    assert.ok(on.sent.length === 1 && sheet?.kind === 'snapshot' && sheet.body.kind === 'targetSheet');
    assert.deepEqual(sheet.body.sheet.matches, [{ event: 'RM', match: '1/2', at: '2026-05-02T13:30' }]);

    on.sent = [];
    on.ask(scoreMatch('2/1', 'a', '1', ['X']));
    await on.time.pass(1_000);
    assert.deepEqual(on.sent, [], 'an arrow changes nothing on it');
    const away = {
      kind: 'matchAttendanceSet',
      event: 'RM',
      match: '2/2',
      attendance: 'absent',
      by: 'Sari',
      reason: '',
    } as const;
    on.commit({ ...away, side: 'a' }, { ...away, side: 'b' });
    assert.deepEqual(on.missing.slice(2), ['target/c1/9'], 'nobody comes to the match for bronze to shoot against');
    await on.time.pass(1_000);
    on.commit({ ...away, side: 'b', attendance: 'present' });
    assert.deepEqual(
      on.sent.map(({ kind }) => kind),
      ['snapshot'],
    );
  });
});

describe('every target’s sheet', () => {
  test('says how many cards are kept', () => {
    const on = new WatchedBoards();
    on.watch('target/c1/1', 'target/c1/2', 'leaderboard/c1/RM', adi);
    on.commit({ kind: 'scoringSet', mode: 'two' });
    assert.deepEqual(on.sentTo(), ['target/c1/1', 'target/c1/2']);
    assert.ok(
      on.sent.every(
        (message) =>
          message.kind === 'snapshot' && message.body.kind === 'targetSheet' && message.body.sheet.scoring === 'two',
      ),
    );
  });
});

describe('what a judge holds back', () => {
  const held = { kind: 'match', event: 'RM', match: '3/1' } as const;
  const first = 'match/c1/RM/3%2F1';
  const endsIn = (on: WatchedBoards, topic: string) => {
    on.watch(topic);
    on.boards.snapshotWanted(topic);
    const message = on.sent.at(-1);
    assert.ok(message?.kind === 'snapshot' && message.body.kind === 'match');
    assert.equal(message.topic, first, 'the topic has one name for everybody');
    return message.body.sheet.match?.ends.length;
  };

  test('devices go on seeing the match, the public sees it as it stood, newcomers too, until it is released', () => {
    const on = new WatchedBoards(drawnCompetition());
    on.commit({ kind: 'publicFrozen', held, by: 'Sari', reason: '' });
    on.ask(scoreMatch('3/1', 'a', '1', ['X', 'X', 'X']));
    assert.equal(endsIn(on, first), 0);
    assert.equal(endsIn(on, `inside ${first}`), 1);
    on.sent = [];
    on.commit({ kind: 'publicReleased', held });
    assert.equal(endsIn(on, first), 1);
  });

  test('what is announced goes to whoever follows the show, a freeze changes no board', () => {
    const on = new WatchedBoards(drawnCompetition());
    on.watch('show/c1', first, 'leaderboard/c1/RM');
    on.commit({ kind: 'announced', announcement: 'a', text: 'Lunch', place: 'everywhere' });
    on.commit({ kind: 'publicFrozen', held, by: 'Sari', reason: '' });
    assert.deepEqual([...new Set(on.sentTo())], ['show/c1']);
  });
});
