// The pace of frames: when a delta goes, and what waits in it.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { WatchedBoards } from '../testing/watched-boards.ts';

const [men, women, targetOne] = ['leaderboard/c1/RM', 'leaderboard/c1/CW', 'target/c1/1'];

let on = new WatchedBoards();
beforeEach(() => {
  on = new WatchedBoards();
});

describe('the pace of a topic', () => {
  test('the first change goes at once', () => {
    on.watch(men);
    on.shoot(1, 1);
    assert.deepEqual(on.spans(), [[4, 5]]);
  });

  test('what follows waits until the frame before it is out and the gap is over, and goes as one', async () => {
    on.watch(men);
    on.shoot(1, 1);
    on.shoot(1, 1, 1);
    on.shoot(2, 1);
    await on.time.pass(10);
    assert.deepEqual(on.spans(), [[4, 5]]);
    on.boards.published(men, 5);
    assert.deepEqual(on.spans(), [
      [4, 5],
      [5, 7],
    ]);
    const last = on.sent.at(-1);
    assert.ok(last?.kind === 'delta' && last.body.kind === 'leaderboard');
    assert.deepEqual(
      last.body.scores.map(({ entry, arrows }) => [entry, arrows]),
      [
        [1, 2],
        [2, 1],
      ],
    );
  });

  test('a frame that is out soon is followed only after the gap', async () => {
    on.watch(men);
    on.shoot(1, 1);
    on.boards.published(men, 5);
    on.shoot(2, 1);
    assert.deepEqual(on.spans(), [[4, 5]]);
    await on.time.pass(10);
    assert.deepEqual(on.spans(), [
      [4, 5],
      [5, 6],
    ]);
  });

  test('a frame that never comes out holds the next one up for 50 ms only', async () => {
    on.watch(men);
    on.shoot(1, 1);
    on.shoot(2, 1);
    await on.time.pass(49);
    assert.deepEqual(on.spans(), [[4, 5]]);
    await on.time.pass(1);
    assert.deepEqual(on.spans(), [
      [4, 5],
      [5, 6],
    ]);
    on.boards.published(men, 5);
    on.shoot(1, 1, 1);
    await on.time.pass(10);
    assert.deepEqual(on.spans().length, 2, 'the second frame is still under way');
    on.boards.published(men, 6);
    assert.deepEqual(on.spans().at(-1), [6, 7]);
  });

  test('a change that went in time leaves no deadline behind', async () => {
    on.watch(men);
    on.shoot(1, 1);
    on.shoot(2, 1);
    await on.time.pass(10);
    on.boards.published(men, 5);
    await on.time.pass(35);
    on.shoot(1, 1, 1);
    await on.time.pass(10);
    assert.equal(
      on.spans().length,
      2,
      '50 ms after the second change, which is sent; the third waits for the second frame',
    );
    await on.time.pass(40);
    assert.deepEqual(on.spans().at(-1), [6, 7]);
  });
});

describe('what a topic is sent', () => {
  test('only what it shows', () => {
    for (const topic of [men, women, targetOne]) on.watch(topic);
    on.shoot(1, 1);
    assert.deepEqual(on.sent.map((message) => message.kind === 'delta' && message.topic).sort(), [men, targetOne]);
    on.sent = [];
    on.commit({ kind: 'deviceRevoked', device: 'tablet-1' });
    assert.deepEqual(on.sent, []);
  });

  test('nothing, before a snapshot was asked for and after nobody watches', () => {
    on.boards.watched(men);
    on.shoot(1, 1);
    on.boards.snapshotWanted(men);
    on.boards.unwatched(men);
    on.shoot(1, 1, 1);
    on.boards.published(men, 9);
    assert.deepEqual(
      on.sent.map(({ kind }) => kind),
      ['snapshot'],
    );
    assert.ok(on.sent[0]?.kind === 'snapshot' && on.sent[0].at.seq === 5);
  });

  test('a snapshot stands at the topic position, so that it disturbs nobody else', () => {
    on.watch(men);
    on.shoot(3, 1);
    on.boards.snapshotWanted(men);
    assert.ok(on.sent[0]?.kind === 'snapshot');
    assert.deepEqual(on.sent[0].at, { epoch: 'e1', seq: 4 }, 'the fact of another category does not move it');
    on.shoot(1, 1);
    assert.deepEqual(on.spans(), [[4, 6]]);
  });

  test('new entries come as whole rows and archers', () => {
    for (const topic of [men, targetOne]) on.watch(topic);
    const target = { butt: 1, letter: 'C' };
    on.commit({ kind: 'entriesRegistered', entries: [{ number: 6, name: 'Fajar', club: '', category: 'RM', target }] });
    const [rows, sheet] = on.sent;
    assert.ok(
      rows?.kind === 'delta' &&
        rows.body.kind === 'leaderboard' &&
        sheet?.kind === 'delta' &&
        sheet.body.kind === 'targetSheet',
    );
    assert.deepEqual(
      rows.body.rows.map(({ name, target: at }) => [name, at]),
      [['Fajar', '1C']],
    );
    assert.deepEqual(rows.body.scores, []);
    assert.deepEqual(
      sheet.body.archers.map(({ name }) => name),
      ['Fajar'],
    );
  });

  test('a standing goes to the board and to the sheet', () => {
    for (const topic of [men, women, targetOne]) on.watch(topic);
    on.commit({ kind: 'standingSet', entry: 1, standing: 'DNS', by: 'Sari', reason: 'not there' });
    assert.deepEqual(on.sentTo(), [men, targetOne]);
    const [rows, sheet] = on.sent;
    assert.ok(rows?.kind === 'delta' && rows.body.kind === 'leaderboard' && rows.body.rows[0]?.standing === 'DNS');
    assert.ok(
      sheet?.kind === 'delta' && sheet.body.kind === 'targetSheet' && sheet.body.archers[0]?.standing === 'DNS',
    );
  });

  test('a signature goes to the sheet only, a tie decided to its board only', () => {
    const setup = { id: 'RM', name: '', elimination: undefined, dnfKeepsRank: true } as const;
    on.commit({ kind: 'eventSet', setup: { ...setup, contest: { kind: 'individual', category: 'RM' } } });
    for (const topic of [men, women, targetOne]) on.watch(topic);
    on.commit({ kind: 'cardLocked', entry: 1, by: 'Sari' });
    assert.deepEqual(on.sentTo(), [targetOne]);
    on.sent = [];
    on.commit({ kind: 'tieDecided', event: 'RM', reason: 'CT', order: ['2', '1'], shootOff: [], by: 'Sari' });
    assert.deepEqual(on.sentTo(), [men]);
    assert.ok(on.sent[0]?.kind === 'snapshot' && on.sent[0].body.kind === 'leaderboard');
    assert.deepEqual(on.sent[0].body.leaderboard.head.ties, [{ reason: 'CT', order: [2, 1] }]);
  });

  test('an entry that counts in a second category is a row of both boards', () => {
    for (const topic of [men, women]) on.watch(topic);
    const entry = { number: 6, name: 'Fajar', club: '', category: 'RM', target: undefined, also: ['CW'] };
    on.commit({ kind: 'entriesRegistered', entries: [entry] });
    assert.deepEqual(on.sentTo(), [men, women]);
  });

  test('an archer in a round of the organiser’s own comes with the round', () => {
    const round = {
      id: 'club-30',
      name: 'Club evening',
      discipline: 'outdoor',
      distances: [{ metres: 30, faceId: '80', ends: 6, arrowsPerEnd: 3 }],
    } as const;
    on.commit({ kind: 'roundsAdded', rounds: [round] });
    on.commit({ kind: 'categoriesAdded', categories: [{ code: 'OWN', name: 'Own', roundId: round.id }] });
    on.watch(targetOne);
    const target = { butt: 1, letter: 'C' };
    on.commit({
      kind: 'entriesRegistered',
      entries: [{ number: 6, name: 'Fajar', club: '', category: 'OWN', target }],
    });
    assert.ok(on.sent[0]?.kind === 'delta' && on.sent[0].body.kind === 'targetSheet');
    assert.deepEqual(on.sent[0].body.ownRounds, [round]);
  });

  test('a topic that is not there is said to be missing, and sent once it is', () => {
    on.boards.watched('target/c1/9');
    on.boards.snapshotWanted('target/c1/9');
    on.boards.snapshotWanted('leaderboard/c2/RM');
    assert.deepEqual(on.missing, ['target/c1/9', 'leaderboard/c2/RM']);
    const target = { butt: 9, letter: 'A' };
    on.commit({ kind: 'entriesRegistered', entries: [{ number: 6, name: 'Fajar', club: '', category: 'RM', target }] });
    assert.deepEqual(
      on.sent.map(({ kind }) => kind),
      ['snapshot'],
    );
  });

  test('a new epoch is a new snapshot for every topic, asked for or not', () => {
    for (const topic of [men, women]) on.watch(topic);
    on.at = { epoch: 'e2', seq: 2 };
    on.shoot(1, 1);
    assert.deepEqual(
      on.sent.map((message) => message.kind === 'snapshot' && message.at),
      [
        { epoch: 'e2', seq: 3 },
        { epoch: 'e2', seq: 3 },
      ],
    );
    on.sent = [];
    on.at = { epoch: 'e3', seq: 1 };
    on.boards.replaced('c1');
    assert.equal(on.sent.length, 2);
  });
});
