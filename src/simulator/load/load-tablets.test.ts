import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLoadSockets, type LoadSocketSide } from '../../testing/load-sockets.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { openTablets } from './load-tablets.ts';
import { createSentEnds, forgottenAfterMs } from './sent-ends.ts';

function welcome(socket: LoadSocketSide | undefined): void {
  socket?.listeners.opened();
  socket?.say({ kind: 'welcome', protocol: 1, serverTimeMs: 0, butt: 7, version: '0' });
}

function open(endsBefore = 0) {
  const clock = createManualClock();
  const { sockets, openSocket } = createLoadSockets();
  const sent: string[] = [];
  const answers: string[] = [];
  const tablets = openTablets({
    ...{ url: 'ws://x/scoring', clock, openSocket, endsBefore },
    tablets: [
      { credentials: { competition: 'c', device: 'a', token: 't' }, butt: 7, entries: [1, 2] },
      { credentials: { competition: 'c', device: 'b', token: 't' }, butt: 8, entries: [3, 4] },
    ],
    onSent: (entry, end) => sent.push(`${entry}/${end}`),
    onAnswer: ({ kind }, tookMs) => answers.push(`${kind} ${tookMs >= 0}`),
  });
  const commands = (socket: LoadSocketSide | undefined) =>
    (socket?.heard ?? []).flatMap((message) => (message.kind === 'command' ? [message] : []));
  return { clock, sockets, sent, answers, tablets, commands };
}

test('a tablet follows the sheet of its butt, and types each archer’s ends in order', async () => {
  const { sockets, sent, answers, tablets, commands } = open();
  for (const socket of sockets) welcome(socket);
  assert.equal(tablets.connected, 2);
  const topics = sockets.map(({ heard }) => heard.flatMap((each) => (each.kind === 'subscribe' ? [each.topic] : [])));
  assert.deepEqual(topics, [['target/c/7'], ['target/c/8']]);
  for (const archer of [0, 1, 0, 5]) tablets.sendNext(0, archer);
  assert.deepEqual(sent, ['1/1', '2/1', '1/2']);
  const [first] = commands(sockets[0]);
  assert.equal(first?.command.kind === 'scoreArrows' && first.command.arrows.length, 6);
  assert.equal(tablets.unanswered, 3);
  sockets[0]?.say({ kind: 'ack', commandId: first?.commandId ?? '', at: { epoch: 'e', seq: 1 } });
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual([answers, tablets.unanswered], [['saved true'], 2]);
});

test('after a cut it comes again and sends what is not answered', async () => {
  const { clock, sockets, tablets, commands } = open(4);
  for (const socket of sockets) welcome(socket);
  tablets.sendNext(1, 1);
  tablets.cut(1);
  assert.equal(tablets.connected, 1);
  await clock.advance(1_000);
  welcome(sockets[2]);
  const [again] = commands(sockets[2]);
  assert.equal(again?.commandId, commands(sockets[1])[0]?.commandId);
  assert.ok(again?.command.kind === 'scoreArrows' && again.command.end === 5 && again.command.entry === 4);
  tablets.close();
  assert.ok(sockets[0]?.isClosed && sockets[2]?.isClosed);
});

test('when an end was sent is known for a minute', () => {
  const ends = createSentEnds();
  ends.sent(1, 1, 0);
  ends.sent(2, 1, 10);
  assert.deepEqual([ends.at(1, 1), ends.at(2, 1), ends.at(1, 2)], [0, 10, undefined]);
  ends.sent(3, 1, forgottenAfterMs + 5);
  assert.deepEqual([ends.at(1, 1), ends.at(2, 1)], [undefined, 10]);
});
