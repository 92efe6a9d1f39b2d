// The live thread as a whole: who may connect, how it starts, fails and stops.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../kit/installation.ts';
import { BareLive, liveOptions, subscribe } from '../testing/bare-live.ts';
import { connectLive, refusedUpgrade } from '../testing/live-client.ts';
import type { LiveListeners } from './live.ts';
import { openLive, PortTakenError } from './live-worker.ts';

let appliance = new BareLive();
afterEach(async () => {
  await appliance.close();
  appliance = new BareLive();
});

describe('who may connect', { timeout: 30_000 }, () => {
  test('foreign pages and rebound names are refused', async () => {
    await appliance.open();
    const { port } = appliance.live;
    assert.equal(await refusedUpgrade(port, '/board', { origin: 'https://evil.example' }), 403);
    assert.equal(await refusedUpgrade(port, '/scoring', { origin: 'null' }), 403);
    assert.equal(await refusedUpgrade(port, '/board', { host: 'evil.example:8001' }), 421);
    assert.equal(await refusedUpgrade(port, '/elsewhere', {}), 426);
  });

  test('pages of this appliance are let in, by whatever name it is known', async () => {
    await appliance.open();
    const { port } = appliance.live;
    const headers = [
      { origin: 'http://192.168.1.5:8000' },
      { origin: 'http://tenring.local:8000', host: `tenring.local:${port}` },
      { origin: 'https://scores.example', host: 'scores.example' },
    ];
    for (const header of headers) (await connectLive(port, '/board', header)).socket.terminate();
  });
});

describe('start and stop', { timeout: 30_000 }, () => {
  test('stop tells every client and the process goes on', async () => {
    await appliance.open();
    const [{ client }, viewer] = [await appliance.tablet(), await appliance.viewer()];
    await appliance.live.close();
    assert.deepEqual(await client.closed(), { code: 4000, reason: 'stopping' });
    assert.deepEqual(await viewer.closed(), { code: 4000, reason: 'stopping' });
    assert.ok(appliance.heard.every(([kind]) => kind !== 'failed'));
  });

  test('a port that is taken is an error that names it', async () => {
    await appliance.open();
    const listeners = new Proxy({} as LiveListeners, { get: () => assert.fail });
    const { port } = appliance.live;
    await assert.rejects(openLive({ ...liveOptions, port }, listeners), (error) => {
      assert.ok(error instanceof PortTakenError);
      assert.equal(error.port, port);
      return true;
    });
  });

  test('a defect ends the thread with an error, not the process', async () => {
    await appliance.open();
    const worker = new Worker(workerFile('live'), { workerData: liveOptions });
    await once(worker, 'message');
    const failed = once(worker, 'error');
    worker.postMessage('not a batch: takeOne of characters does nothing, null does');
    worker.postMessage(null);
    const [error] = await failed;
    assert.ok(error instanceof TypeError);
  });

  test('stats count sockets, topics and devices', { timeout: 10_000 }, async () => {
    await appliance.open();
    await appliance.tablet();
    const viewer = await appliance.viewer();
    viewer.send(subscribe());
    await appliance.hear('snapshotWanted');
    while (appliance.live.stats().boardSockets === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const { scoringSockets, boardSockets, topics, devices } = appliance.live.stats();
    assert.deepEqual([scoringSockets, boardSockets, topics, devices], [1, 1, 1, ['c1/tablet-7']]);
  });
});
