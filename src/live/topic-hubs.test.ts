import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { bytesToServerMessage, type DeltaBody, serverMessageToBytes } from '../wire/server-to-client.ts';
import { formatTopic, type Topic } from '../wire/topics.ts';
import { type Follower, type FollowState, missingNotice, TopicHubs } from './topic-hubs.ts';

const name = 'leaderboard/c1/RM';
const topic: Topic = { kind: 'leaderboard', competition: 'c1', category: 'RM' };

let said: string[] = [];
let hubs: TopicHubs;
beforeEach(() => {
  said = [];
  hubs = new TopicHubs({
    publish(to, frame, done) {
      said.push(`publish ${to} ${spoken(frame)}`);
      done();
    },
    recall: (to) => said.push(`recall ${to}`),
    published: (to, seq) => said.push(`published ${to} ${seq}`),
    watched: (to) => said.push(`watched ${to}`),
    unwatched: (to) => said.push(`unwatched ${to}`),
    snapshotWanted: (to) => said.push(`snapshotWanted ${to}`),
  });
});

function spoken(frame: Uint8Array): string {
  const message = bytesToServerMessage(frame);
  if (message.kind === 'delta') return `delta ${message.from}-${message.to}`;
  return message.kind === 'snapshot' ? `snapshot ${message.at.epoch} ${message.at.seq}` : message.kind;
}

interface Heard extends Follower {
  readonly heard: string[];
  backlog: number;
  isFull: boolean;
}

function follower(): Heard {
  const heard: string[] = [];
  const topics = new Map<string, FollowState>();
  const it: Heard = {
    heard,
    topics,
    backlog: 0,
    isFull: false,
    port: {
      send(frame) {
        if (!it.isFull) heard.push(spoken(frame));
        return !it.isFull;
      },
      backlogBytes: () => it.backlog,
      together: (run) => run(),
      join: (to) => heard.push(`join ${to}`),
      leave: (to) => heard.push(`leave ${to}`),
      close: assert.fail,
      cut: assert.fail,
    },
  };
  return it;
}

function snapshot(seq: number, epoch = 'e1', size = 0) {
  const head = {
    competitionName: 'x'.repeat(size),
    category: 'RM',
    categoryName: '',
    roundName: '',
    roundId: '',
    tieBreak: [],
    arrows: 72,
  };
  const body = { kind: 'leaderboard', leaderboard: { head, rows: [] } } as const;
  hubs.snapshot({
    kind: 'snapshot',
    topic: name,
    epoch,
    seq,
    frame: serverMessageToBytes({ kind: 'snapshot', topic: name, at: { epoch, seq }, body }),
  });
}

function delta(from: number, to: number, epoch = 'e1') {
  const body = { kind: 'leaderboard', scores: [], rows: [] } as const;
  hubs.delta({
    kind: 'delta',
    topic: name,
    epoch,
    from,
    to,
    frame: serverMessageToBytes({ kind: 'delta', topic: name, epoch, from, to, body }),
  });
}

function take(list: string[]): readonly string[] {
  return list.splice(0);
}

test('one question for all who wait, and an answer to each', () => {
  const [first, second] = [follower(), follower()];
  hubs.follow(first, name, topic, undefined);
  hubs.follow(second, name, topic, { epoch: 'e1', seq: 3 });
  assert.deepEqual(take(said), [`watched ${name}`, `snapshotWanted ${name}`]);
  snapshot(5);
  take(said);
  delta(5, 6);
  assert.deepEqual(take(said), [`publish ${name} delta 5-6`, `published ${name} 6`]);
  assert.deepEqual(take(first.heard), ['snapshot e1 5', `join ${name}`]);
  assert.deepEqual(take(second.heard), ['snapshot e1 5', `join ${name}`]);
});

test('a snapshot at the position that all have goes only to who waits', () => {
  const [first, second] = [follower(), follower()];
  hubs.follow(first, name, topic, undefined);
  snapshot(5);
  delta(5, 6);
  delta(6, 7);
  take(first.heard);
  hubs.follow(second, name, topic, undefined);
  assert.deepEqual(second.heard, []);
  snapshot(7);
  assert.deepEqual(first.heard, []);
  assert.deepEqual(second.heard, ['snapshot e1 7', `join ${name}`]);
});

test('the snapshot kept serves newcomers while the deltas since are fewer bytes', () => {
  hubs.follow(follower(), name, topic, undefined);
  snapshot(5, 'e1', 100);
  for (let seq = 5; seq < 8; seq += 1) delta(seq, seq + 1);
  take(said);
  const soon = follower();
  hubs.follow(soon, name, topic, undefined);
  assert.deepEqual(soon.heard, ['snapshot e1 5', 'delta 5-6', 'delta 6-7', 'delta 7-8', `join ${name}`]);
  assert.deepEqual(take(said), []);
  for (let seq = 8; seq < 20; seq += 1) delta(seq, seq + 1);
  take(said);
  hubs.follow(follower(), name, topic, undefined);
  assert.deepEqual(take(said), [`snapshotWanted ${name}`]);
});

test('another epoch is a snapshot for everybody, and old positions are worth nothing', () => {
  const first = follower();
  hubs.follow(first, name, topic, undefined);
  snapshot(5);
  take(first.heard);
  snapshot(5, 'e2');
  assert.deepEqual(take(first.heard), [`leave ${name}`, 'snapshot e2 5', `join ${name}`]);
  hubs.follow(first, name, topic, { epoch: 'e1', seq: 5 });
  assert.deepEqual(take(first.heard), [`leave ${name}`, 'snapshot e2 5', `join ${name}`]);
  assert.equal(hubs.resyncs, 1);
});

test('a delta that does not continue is not passed on: everybody gets a new snapshot', () => {
  const first = follower();
  hubs.follow(first, name, topic, undefined);
  snapshot(5);
  take(first.heard);
  take(said);
  delta(7, 8);
  assert.deepEqual(take(said), [`recall ${name}`, `snapshotWanted ${name}`, `published ${name} 8`]);
  assert.deepEqual(take(first.heard), [`leave ${name}`]);
  delta(8, 9);
  snapshot(9);
  assert.deepEqual(take(said), [`published ${name} 9`, `recall ${name}`]);
  assert.deepEqual(take(first.heard), ['snapshot e1 9', `join ${name}`]);
  delta(9, 10, 'e2');
  assert.deepEqual(take(said), [`recall ${name}`, `snapshotWanted ${name}`, `published ${name} 10`]);
});

test('a follower that lags gets nothing until it has drained, and then a snapshot', () => {
  const slow = follower();
  hubs.follow(slow, name, topic, undefined);
  snapshot(5, 'e1', 1000);
  take(slow.heard);
  slow.backlog = 70_000;
  hubs.lag(slow);
  delta(5, 6);
  hubs.drained(slow);
  assert.deepEqual(take(slow.heard), [`leave ${name}`]);
  slow.backlog = 1_000;
  hubs.drained(slow);
  assert.deepEqual(take(slow.heard), ['snapshot e1 5', 'delta 5-6', `join ${name}`]);
  assert.equal(hubs.resyncs, 1);
});

test('a snapshot that a socket does not take is given again when it has drained', () => {
  const slow = follower();
  slow.isFull = true;
  hubs.follow(slow, name, topic, undefined);
  snapshot(5);
  assert.deepEqual(slow.heard, []);
  slow.isFull = false;
  hubs.drained(slow);
  assert.deepEqual(slow.heard, ['snapshot e1 5', `join ${name}`]);
});

test('a topic is forgotten a while after its last follower left, not at once', () => {
  const first = follower();
  hubs.follow(first, name, topic, undefined);
  snapshot(5);
  hubs.gone(first);
  for (let second = 0; second < 10; second += 1) hubs.sweep();
  hubs.follow(first, name, topic, { epoch: 'e1', seq: 5 });
  hubs.sweep();
  hubs.gone(first);
  for (let second = 0; second < 15; second += 1) hubs.sweep();
  assert.deepEqual(said, [`watched ${name}`, `snapshotWanted ${name}`, `recall ${name}`]);
  assert.equal(hubs.count, 1);
  hubs.sweep();
  assert.deepEqual(said.at(-1), `unwatched ${name}`);
  assert.equal(hubs.count, 0);
  take(said);
  for (const late of [() => snapshot(6), () => hubs.noSuchTopic(name), () => hubs.unfollow(first, name)]) late();
  assert.deepEqual(said, []);
});

test('who has missed nothing is told so in the way of its topic', () => {
  const at = { epoch: 'e1', seq: 5 };
  const bodies: readonly (readonly [Topic, DeltaBody])[] = [
    [
      { kind: 'leaderboard', competition: 'c1', category: 'CW' },
      { kind: 'leaderboard', scores: [], rows: [] },
    ],
    [
      { kind: 'target', competition: 'c1', butt: 1 },
      { kind: 'targetSheet', ends: [], archers: [] },
    ],
    [{ kind: 'match', competition: 'c1', event: 'RM', match: '2/1' }, { kind: 'nothing' }],
    [{ kind: 'athlete', competition: 'c1', entry: 1 }, { kind: 'nothing' }],
    [{ kind: 'clock', competition: 'c1', session: 0 }, { kind: 'nothing' }],
  ];
  for (const [each, body] of bodies) {
    const to = formatTopic(each);
    hubs.follow(follower(), to, each, undefined);
    hubs.snapshot({ kind: 'snapshot', topic: to, ...at, frame: missingNotice(to) });
    const frames: Uint8Array[] = [];
    const returning = follower();
    returning.port.send = (frame) => frames.push(frame) > 0;
    hubs.follow(returning, to, each, at);
    assert.deepEqual(frames.map(bytesToServerMessage), [
      { kind: 'delta', topic: to, epoch: 'e1', from: 5, to: 5, body },
    ]);
  }
});
