import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLoadSockets, type LoadSocketSide } from '../../testing/load-sockets.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { closeCodes } from '../../wire/codes.ts';
import type { ServerMessage } from '../../wire/server-to-client.ts';
import { openViewers, type SeenScore } from './load-viewers.ts';

const topics = ['leaderboard/c/RM', 'leaderboard/c/RW'];
const at = (seq: number) => ({ epoch: '0123456789abcdef', seq });

function snapshotOf(topic: string, seq: number): ServerMessage {
  const head = { competitionName: 'C', category: 'RM', categoryName: 'M', roundName: 'R', roundId: 'r' };
  const leaderboard = { head: { ...head, tieBreak: 'tens-xs', arrows: 72 }, rows: [] };
  return {
    kind: 'snapshot',
    topic,
    at: at(seq),
    body: { kind: 'leaderboard', leaderboard },
  } as unknown as ServerMessage;
}

function deltaOf(topic: string, seq: number, ...scores: readonly SeenScore[]): ServerMessage {
  const lines = scores.map((each) => ({ ...each, total: 9, counts: [], arrows: 1, endArrows: ['9'] }));
  const body = { kind: 'leaderboard', rows: [], scores: lines };
  return { kind: 'delta', topic, from: at(seq - 1), to: at(seq), body } as unknown as ServerMessage;
}

function topicOf({ heard }: LoadSocketSide): string {
  const subscribe = heard.find(({ kind }) => kind === 'subscribe');
  return subscribe?.kind === 'subscribe' ? subscribe.topic : '';
}

function open(count: number) {
  const clock = createManualClock();
  const seen: SeenScore[] = [];
  const { sockets, openSocket } = createLoadSockets();
  const onScore = ({ entry, end }: SeenScore) => seen.push({ entry, end });
  const viewers = openViewers({ url: 'ws://x/board', topics, count, onScore, clock, openSocket });
  const show = (socket: LoadSocketSide | undefined) => {
    socket?.listeners.opened();
    socket?.say(snapshotOf(topicOf(socket), 1));
  };
  return { clock, seen, sockets, viewers, show };
}

async function ready(count: number) {
  const opened = open(count);
  const waiting = opened.viewers.ready(new AbortController().signal);
  for (const socket of opened.sockets) opened.show(socket);
  await opened.clock.advance(100);
  await waiting;
  return opened;
}

test('viewers share out the boards, and are ready when each has been shown its own', async () => {
  const { clock, sockets, viewers, show } = open(3);
  let isReady = false;
  const waiting = viewers.ready(new AbortController().signal).then(() => {
    isReady = true;
  });
  show(sockets[0]);
  show(sockets[1]);
  await clock.advance(1_000);
  assert.deepEqual([viewers.connected, isReady], [2, false]);
  show(sockets[2]);
  await clock.advance(1_000);
  await waiting;
  assert.deepEqual(sockets.map(topicOf), [topics[0], topics[1], topics[0]]);
  assert.deepEqual(
    sockets.map(({ heard }) => heard.map(({ kind }) => kind)),
    Array(3).fill(['hello', 'subscribe']),
  );
});

test('every score on every screen counts, also where several viewers get the same bytes', async () => {
  const { seen, sockets } = await ready(3);
  const delta = deltaOf(topics[0] ?? '', 2, { entry: 5, end: 1 }, { entry: 6, end: 1 });
  sockets[0]?.say(delta);
  sockets[2]?.say(delta);
  sockets[0]?.say(deltaOf(topics[0] ?? '', 3, { entry: 5, end: 2 }));
  assert.deepEqual(seen, [
    { entry: 5, end: 1 },
    { entry: 6, end: 1 },
    { entry: 5, end: 1 },
    { entry: 6, end: 1 },
    { entry: 5, end: 2 },
  ]);
});

test('a board that is sent whole again counts as one that was too slow', async () => {
  const { sockets, viewers } = await ready(1);
  assert.equal(viewers.resyncs, 0);
  sockets[0]?.say(snapshotOf(topics[0] ?? '', 9));
  assert.deepEqual([viewers.resyncs, viewers.lost], [1, 0]);
});

test('one that is cut off comes again, and is counted', async () => {
  const { clock, sockets, viewers, show } = await ready(2);
  sockets[0]?.listeners.closed(closeCodes.lost.code);
  assert.deepEqual([viewers.lost, viewers.connected], [1, 1]);
  await clock.advance(1_000);
  assert.equal(sockets.length, 3);
  show(sockets[2]);
  assert.equal(viewers.connected, 2);
  sockets[0]?.listeners.closed(closeCodes.lost.code);
  assert.equal(viewers.lost, 1, 'of an old socket nothing is heard any more');
});

test('those who leave are not lost, and as many others come; after the end nobody does', async () => {
  const { clock, sockets, viewers, show } = await ready(2);
  viewers.replace(1);
  assert.deepEqual([sockets.length, sockets[0]?.isClosed, sockets[1]?.isClosed], [3, true, false]);
  show(sockets[2]);
  await clock.advance(10_000);
  assert.deepEqual([viewers.connected, viewers.lost, sockets.length], [2, 0, 3]);
  viewers.close();
  viewers.replace(2);
  await clock.advance(10_000);
  assert.ok(sockets.every(({ isClosed }) => isClosed));
  assert.deepEqual([sockets.length, viewers.lost], [3, 0]);
});
