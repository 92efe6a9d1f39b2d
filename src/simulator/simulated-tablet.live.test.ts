// The tablet against the real sockets of the live thread.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BareLive, credentials } from '../testing/bare-live.ts';
import { openSimulatedTablet } from './simulated-tablet.ts';

const server = new BareLive();
before(() => server.open());
after(() => server.close());

test('an arrow goes over a real WebSocket and its ack comes back', { timeout: 20_000 }, async () => {
  const tablet = openSimulatedTablet({ url: `ws://127.0.0.1:${server.live.port}/scoring`, credentials, window: 4 });
  const answer = tablet.submit({ kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['X'] });
  const [socket, said] = await server.hear('greet');
  assert.deepEqual(said, credentials);
  server.live.greet(socket, { butt: 7 });
  const [[frame]] = await server.hear('commands');
  assert.ok(frame);
  assert.deepEqual(frame.command, { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['X'] });
  server.live.answer({ ...frame, outcome: { kind: 'accepted', at: { epoch: 'e1', seq: 5 }, repeated: false } });
  assert.deepEqual(await answer, { kind: 'saved', commandId: frame.commandId, at: { epoch: 'e1', seq: 5 } });
  tablet.close();
  assert.equal(await tablet.stopped, undefined);
});

test('a device that is not paired stops and says why', { timeout: 20_000 }, async () => {
  const tablet = openSimulatedTablet({ url: `ws://127.0.0.1:${server.live.port}/scoring`, credentials });
  const [socket] = await server.hear('greet');
  server.live.refuse(socket, 'notPaired');
  assert.equal((await tablet.stopped)?.name, 'notPaired');
});

test('a connection that breaks is made again, and the command goes with it', { timeout: 20_000 }, async () => {
  const tablet = openSimulatedTablet({
    url: `ws://127.0.0.1:${server.live.port}/scoring`,
    credentials,
    random: () => 0,
  });
  const answer = tablet.submit({ kind: 'scoreArrows', entry: 2, end: 1, first: 0, arrows: ['9'] });
  const [first] = await server.hear('greet');
  server.live.greet(first, { butt: 7 });
  const [[lost]] = await server.hear('commands');
  server.live.refuse(first, 'unavailable');
  const [second] = await server.hear('greet');
  server.live.greet(second, { butt: 7 });
  const [[again]] = await server.hear('commands');
  assert.ok(lost && again);
  assert.equal(again.commandId, lost.commandId);
  server.live.answer({ ...again, outcome: { kind: 'accepted', at: { epoch: 'e1', seq: 6 }, repeated: true } });
  assert.equal((await answer).kind, 'saved');
  tablet.close();
});
