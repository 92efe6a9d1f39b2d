// The pace of frames: when a delta goes, and what waits in it.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { evolve } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import { ask, desk, score, smallCompetition } from '../testing/small-competition.ts';
import { bytesToServerMessage, type ServerMessage } from '../wire/server-to-client.ts';
import { type Boards, createBoards } from './boards.ts';

const [men, women, targetOne] = ['leaderboard/c1/RM', 'leaderboard/c1/CW', 'target/c1/1'];

/** Sleepers wake when a test says that their time has passed. */
class SleepList {
  #now = 0;
  #sleepers: { readonly due: number; readonly wake: () => void }[] = [];

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ due: this.#now + ms, wake }));
  }

  async pass(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#sleepers.filter((each) => each.due <= this.#now);
    this.#sleepers = this.#sleepers.filter((each) => each.due > this.#now);
    for (const { wake } of due) wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

let sent: ServerMessage[] = [];
let missing: string[] = [];
let state = smallCompetition();
let at = { epoch: 'e1', seq: 4 };
let time = new SleepList();
let boards: Boards;

beforeEach(() => {
  [sent, missing, state, at, time] = [[], [], smallCompetition(), { epoch: 'e1', seq: 4 }, new SleepList()];
  const note = ({ frame }: { frame: Uint8Array }) => sent.push(bytesToServerMessage(frame));
  boards = createBoards({
    live: { snapshot: note, delta: note, noSuchTopic: (topic) => missing.push(topic) },
    find: (id) => (id === 'c1' ? { id, at, state } : undefined),
    clock: time,
    pace: { gapMs: 10, latestMs: 50 },
  });
});

function commit(...facts: readonly Fact[]) {
  for (const fact of facts) state = evolve(state, fact, desk);
  const recorded = facts.map((fact, index) => {
    return { seq: at.seq + index + 1, at: 0, commandId: '0'.repeat(32), actor: { role: 'system' } as const, fact };
  });
  at = { ...at, seq: at.seq + facts.length };
  boards.committed({ competition: 'c1', epoch: at.epoch, facts: recorded, state });
}

function shoot(entry: number, end: number, first = 0) {
  commit(...ask(state, score(entry, end, first, 'X')).facts);
}

function watch(topic: string) {
  boards.watched(topic);
  boards.snapshotWanted(topic);
  sent = [];
}

function spans(): readonly (readonly [from: number, to: number])[] {
  return sent.flatMap((message) => (message.kind === 'delta' ? [[message.from, message.to]] : []));
}

function sentTo(): readonly string[] {
  return sent.flatMap((message) => ('topic' in message ? [message.topic] : []));
}

describe('the pace of a topic', () => {
  test('the first change goes at once', () => {
    watch(men);
    shoot(1, 1);
    assert.deepEqual(spans(), [[4, 5]]);
  });

  test('what follows waits until the frame before it is out and the gap is over, and goes as one', async () => {
    watch(men);
    shoot(1, 1);
    shoot(1, 1, 1);
    shoot(2, 1);
    await time.pass(10);
    assert.deepEqual(spans(), [[4, 5]]);
    boards.published(men, 5);
    assert.deepEqual(spans(), [
      [4, 5],
      [5, 7],
    ]);
    const last = sent.at(-1);
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
    watch(men);
    shoot(1, 1);
    boards.published(men, 5);
    shoot(2, 1);
    assert.deepEqual(spans(), [[4, 5]]);
    await time.pass(10);
    assert.deepEqual(spans(), [
      [4, 5],
      [5, 6],
    ]);
  });

  test('a frame that never comes out holds the next one up for 50 ms only', async () => {
    watch(men);
    shoot(1, 1);
    shoot(2, 1);
    await time.pass(49);
    assert.deepEqual(spans(), [[4, 5]]);
    await time.pass(1);
    assert.deepEqual(spans(), [
      [4, 5],
      [5, 6],
    ]);
    boards.published(men, 5);
    shoot(1, 1, 1);
    await time.pass(10);
    assert.deepEqual(spans().length, 2, 'the second frame is still under way');
    boards.published(men, 6);
    assert.deepEqual(spans().at(-1), [6, 7]);
  });

  test('a change that went in time leaves no deadline behind', async () => {
    watch(men);
    shoot(1, 1);
    shoot(2, 1);
    await time.pass(10);
    boards.published(men, 5);
    await time.pass(35);
    shoot(1, 1, 1);
    await time.pass(10);
    assert.equal(
      spans().length,
      2,
      '50 ms after the second change, which is sent; the third waits for the second frame',
    );
    await time.pass(40);
    assert.deepEqual(spans().at(-1), [6, 7]);
  });
});

describe('what a topic is sent', () => {
  test('only what it shows', () => {
    for (const topic of [men, women, targetOne]) watch(topic);
    shoot(1, 1);
    assert.deepEqual(sent.map((message) => message.kind === 'delta' && message.topic).sort(), [men, targetOne]);
    sent = [];
    commit({ kind: 'deviceRevoked', device: 'tablet-1' });
    assert.deepEqual(sent, []);
  });

  test('nothing, before a snapshot was asked for and after nobody watches', () => {
    boards.watched(men);
    shoot(1, 1);
    boards.snapshotWanted(men);
    boards.unwatched(men);
    shoot(1, 1, 1);
    boards.published(men, 9);
    assert.deepEqual(
      sent.map(({ kind }) => kind),
      ['snapshot'],
    );
    assert.ok(sent[0]?.kind === 'snapshot' && sent[0].at.seq === 5);
  });

  test('a snapshot stands at the topic position, so that it disturbs nobody else', () => {
    watch(men);
    shoot(3, 1);
    boards.snapshotWanted(men);
    assert.ok(sent[0]?.kind === 'snapshot');
    assert.deepEqual(sent[0].at, { epoch: 'e1', seq: 4 }, 'the fact of another category does not move it');
    shoot(1, 1);
    assert.deepEqual(spans(), [[4, 6]]);
  });

  test('new entries come as whole rows and archers', () => {
    for (const topic of [men, targetOne]) watch(topic);
    const target = { butt: 1, letter: 'C' };
    commit({ kind: 'entriesRegistered', entries: [{ number: 6, name: 'Fajar', club: '', category: 'RM', target }] });
    const [rows, sheet] = sent;
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
    for (const topic of [men, women, targetOne]) watch(topic);
    commit({ kind: 'standingSet', entry: 1, standing: 'DNS', by: 'Sari', reason: 'not there' });
    assert.deepEqual(sentTo(), [men, targetOne]);
    const [rows, sheet] = sent;
    assert.ok(rows?.kind === 'delta' && rows.body.kind === 'leaderboard' && rows.body.rows[0]?.standing === 'DNS');
    assert.ok(
      sheet?.kind === 'delta' && sheet.body.kind === 'targetSheet' && sheet.body.archers[0]?.standing === 'DNS',
    );
  });

  test('a signature goes to the sheet only, a tie decided to its board only', () => {
    const setup = { id: 'RM', name: '', elimination: undefined, dnfKeepsRank: true } as const;
    commit({ kind: 'eventSet', setup: { ...setup, contest: { kind: 'individual', category: 'RM' } } });
    for (const topic of [men, women, targetOne]) watch(topic);
    commit({ kind: 'cardLocked', entry: 1, by: 'Sari' });
    assert.deepEqual(sentTo(), [targetOne]);
    sent = [];
    commit({ kind: 'tieDecided', event: 'RM', reason: 'CT', order: ['2', '1'], shootOff: [], by: 'Sari' });
    assert.deepEqual(sentTo(), [men]);
    assert.ok(sent[0]?.kind === 'snapshot' && sent[0].body.kind === 'leaderboard');
    assert.deepEqual(sent[0].body.leaderboard.head.ties, [{ reason: 'CT', order: [2, 1] }]);
  });

  test('an entry that counts in a second category is a row of both boards', () => {
    for (const topic of [men, women]) watch(topic);
    const entry = { number: 6, name: 'Fajar', club: '', category: 'RM', target: undefined, also: ['CW'] };
    commit({ kind: 'entriesRegistered', entries: [entry] });
    assert.deepEqual(sentTo(), [men, women]);
  });

  test('an archer in a round of the organiser’s own comes with the round', () => {
    const round = {
      id: 'club-30',
      name: 'Club evening',
      discipline: 'outdoor',
      distances: [{ metres: 30, faceId: '80', ends: 6, arrowsPerEnd: 3 }],
    } as const;
    commit({ kind: 'roundsAdded', rounds: [round] });
    commit({ kind: 'categoriesAdded', categories: [{ code: 'OWN', name: 'Own', roundId: round.id }] });
    watch(targetOne);
    const target = { butt: 1, letter: 'C' };
    commit({ kind: 'entriesRegistered', entries: [{ number: 6, name: 'Fajar', club: '', category: 'OWN', target }] });
    assert.ok(sent[0]?.kind === 'delta' && sent[0].body.kind === 'targetSheet');
    assert.deepEqual(sent[0].body.ownRounds, [round]);
  });

  test('a topic that is not there is said to be missing, and sent once it is', () => {
    boards.watched('target/c1/9');
    boards.snapshotWanted('target/c1/9');
    boards.snapshotWanted('leaderboard/c2/RM');
    assert.deepEqual(missing, ['target/c1/9', 'leaderboard/c2/RM']);
    const target = { butt: 9, letter: 'A' };
    commit({ kind: 'entriesRegistered', entries: [{ number: 6, name: 'Fajar', club: '', category: 'RM', target }] });
    assert.deepEqual(
      sent.map(({ kind }) => kind),
      ['snapshot'],
    );
  });

  test('a new epoch is a new snapshot for every topic, asked for or not', () => {
    for (const topic of [men, women]) watch(topic);
    at = { epoch: 'e2', seq: 2 };
    shoot(1, 1);
    assert.deepEqual(
      sent.map((message) => message.kind === 'snapshot' && message.at),
      [
        { epoch: 'e2', seq: 3 },
        { epoch: 'e2', seq: 3 },
      ],
    );
    sent = [];
    at = { epoch: 'e3', seq: 1 };
    boards.replaced('c1');
    assert.equal(sent.length, 2);
  });
});
