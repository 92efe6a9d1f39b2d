// Topics on the real sockets: who gets which frame, and when.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { BareLive, board, deltaFrame, epoch, subscribe } from '../testing/bare-live.ts';
import type { LiveClient } from '../testing/live-client.ts';

let appliance = new BareLive();
afterEach(async () => {
  await appliance.close();
  appliance = new BareLive();
});

describe('topics', { timeout: 30_000 }, () => {
  test('one question for a snapshot answers all who wait; deltas follow to all', async () => {
    await appliance.open();
    const [first, second] = [await appliance.viewer(), await appliance.viewer()];
    await subscribeAll([first, second]);
    assert.deepEqual(await appliance.hear('watched'), [board]);
    assert.deepEqual(await appliance.hear('snapshotWanted'), [board]);
    appliance.snapshot(10);
    for (const client of [first, second]) assert.deepEqual((await client.next('snapshot')).at, { epoch, seq: 10 });
    appliance.delta(10, 12);
    for (const client of [first, second]) assert.equal((await client.next('delta')).to, 12);
    assert.deepEqual(await appliance.hear('published'), [board, 12]);
    assert.deepEqual(appliance.heard, []);
  });

  test('who was away gets the deltas it missed, and who missed nothing an empty one', async () => {
    await appliance.open();
    const client = await appliance.viewer();
    client.send(subscribe());
    await appliance.hear('snapshotWanted');
    appliance.snapshot(10);
    for (let seq = 10; seq < 15; seq += 1) appliance.delta(seq, seq + 1);
    for (let count = 0; count < 6; count += 1) await client.next(count === 0 ? 'snapshot' : 'delta');

    const returning = await appliance.viewer();
    returning.send(subscribe(12));
    for (const to of [13, 14, 15]) assert.equal((await returning.next('delta')).to, to);
    returning.send(subscribe(15));
    const empty = await returning.next('delta');
    assert.deepEqual([empty.from, empty.to, empty.body], [15, 15, { kind: 'leaderboard', scores: [], rows: [] }]);
    assert.ok(appliance.heard.every(([kind]) => kind !== 'snapshotWanted'));
  });

  test('who was away for too long, or saw another epoch, gets a snapshot', async () => {
    await appliance.open();
    const client = await appliance.viewer();
    client.send(subscribe());
    await appliance.hear('snapshotWanted');
    appliance.snapshot(10, 'a name that makes the snapshot larger than one delta'.repeat(3));
    appliance.delta(10, 11);
    await client.next('snapshot');
    await client.next('delta');
    const long = await appliance.viewer();
    long.send(subscribe(3));
    assert.equal((await long.next('snapshot')).at.seq, 10);
    assert.equal((await long.next('delta')).to, 11);
    const other = await appliance.viewer();
    other.send({ kind: 'subscribe', topic: board, since: { epoch: 'e0', seq: 11 } });
    await other.next('snapshot');
  });

  test('after unsubscribing nothing more comes', async () => {
    await appliance.open();
    const client = await appliance.viewer();
    client.send(subscribe());
    await appliance.hear('snapshotWanted');
    appliance.snapshot(10);
    await client.next('snapshot');
    client.send({ kind: 'unsubscribe', topic: board });
    client.send(subscribe(undefined, 'target/c1/1'));
    await appliance.hear('snapshotWanted');
    appliance.delta(10, 11);
    appliance.live.noSuchTopic('target/c1/1');
    assert.equal((await client.next('notice')).topic, 'target/c1/1');
  });

  test('a topic that comes to be is sent to those who asked for it before', async () => {
    await appliance.open();
    const client = await appliance.viewer();
    client.send(subscribe());
    await appliance.hear('snapshotWanted');
    appliance.live.noSuchTopic(board);
    await client.next('notice');
    appliance.snapshot(4);
    assert.equal((await client.next('snapshot')).at.seq, 4);
    appliance.delta(4, 5);
    assert.equal((await client.next('delta')).to, 5);
  });

  test('a slow client holds a bounded backlog and is given a snapshot when it has drained', {
    timeout: 30_000,
  }, async () => {
    await appliance.open();
    const [slow, quick] = [await appliance.viewer(), await appliance.viewer()];
    await subscribeAll([slow, quick]);
    await appliance.hear('snapshotWanted');
    appliance.snapshot(0);
    for (const client of [slow, quick]) await client.next('snapshot');
    slow.socket.pause();
    const large = new Uint8Array(200_000);
    let seq = 0;
    // Far more than the kernel takes for a socket that nobody reads.
    for (; seq < 200; seq += 1) {
      appliance.live.delta({
        topic: board,
        epoch,
        from: seq,
        to: seq + 1,
        frame: padded(deltaFrame(seq, seq + 1), large),
      });
      await appliance.hear('published');
      assert.equal((await quick.next('delta')).to, seq + 1);
    }
    slow.socket.resume();
    const [, wanted] = [await appliance.hear('snapshotWanted'), seq];
    appliance.snapshot(wanted, 'after the drain');
    let last = await slow.next('delta');
    const seen = [last.to];
    for (;;) {
      const message =
        slow.unread()[0] ?? (await new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))));
      if (!message) continue;
      if (message.kind === 'snapshot') break;
      last = await slow.next('delta');
      seen.push(last.to);
    }
    assert.ok(seen.length < 150, `${seen.length} of 200 deltas were kept for a client that reads nothing`);
    assert.deepEqual(
      seen,
      seen.map((_, index) => index + 1),
    );
    assert.equal((await slow.next('snapshot')).at.seq, 200);
    appliance.delta(200, 201);
    assert.equal((await slow.next('delta')).to, 201);
  });

  test('half of forty viewers read nothing: the others miss nothing, and the slow go on from a snapshot', async () => {
    await appliance.open();
    const clients = await Promise.all(Array.from({ length: 40 }, () => appliance.viewer()));
    await subscribeAll(clients);
    await appliance.hear('snapshotWanted');
    appliance.snapshot(0);
    for (const client of clients) await client.next('snapshot');
    const slow = clients.filter((_, index) => index % 2 === 0);
    const quick = clients.filter((_, index) => index % 2 === 1);
    for (const { socket } of slow) socket.pause();
    const deltas = 80;
    const large = new Uint8Array(200_000);
    for (let from = 0; from < deltas; from += 1) {
      const frame = padded(deltaFrame(from, from + 1), large);
      appliance.live.delta({ topic: board, epoch, from, to: from + 1, frame });
      await appliance.hear('published');
      for (const client of quick) assert.equal((await client.next('delta')).to, from + 1);
    }
    assert.ok(
      appliance.heard.every(([kind]) => kind !== 'snapshotWanted'),
      'nobody asks for who does not read',
    );
    for (const { socket } of slow) socket.resume();
    await appliance.hear('snapshotWanted');
    appliance.snapshot(deltas, 'after the drain');
    for (const client of slow) {
      const kept = await deltasUntilSnapshot(client);
      assert.ok(kept < deltas, `${kept} of ${deltas} deltas were kept for a viewer that reads nothing`);
      assert.equal((await client.next('snapshot')).at.seq, deltas);
    }
    appliance.delta(deltas, deltas + 1);
    for (const client of clients) assert.equal((await client.next('delta')).to, deltas + 1);
  });

  test('500 sockets follow one topic', async () => {
    await appliance.open();
    const clients = await Promise.all(Array.from({ length: 500 }, () => appliance.viewer()));
    await subscribeAll(clients);
    await appliance.hear('snapshotWanted');
    appliance.snapshot(1);
    appliance.delta(1, 2);
    for (const client of clients) {
      await client.next('snapshot');
      assert.equal((await client.next('delta')).to, 2);
    }
  });
});

/** Until the live thread has read what each of them wants: who asks after a snapshot has gone out makes it ask for another. */
async function subscribeAll(clients: readonly LiveClient[]): Promise<void> {
  for (const client of clients) {
    client.send(subscribe());
    client.send({ kind: 'time', clientTimeMs: 0 });
  }
  for (const client of clients) await client.next('time');
}

/** Takes them; how many there were. */
async function deltasUntilSnapshot(client: LiveClient): Promise<number> {
  for (let count = 0; ; ) {
    const [message] = client.unread();
    if (message?.kind === 'snapshot') return count;
    if (!message) await new Promise((resolve) => setImmediate(resolve));
    else {
      await client.next('delta');
      count += 1;
    }
  }
}

/** The same message with an unknown field at its end, as protobuf allows, to make it large. */
function padded(frame: Uint8Array, filling: Uint8Array): Uint8Array {
  const lengthDelimitedField15 = (15 << 3) | 2;
  const { length } = filling;
  const header = Uint8Array.of(
    lengthDelimitedField15,
    (length & 0x7f) | 0x80,
    ((length >> 7) & 0x7f) | 0x80,
    length >> 14,
  );
  return Buffer.concat([frame, header, filling]);
}
