// Two nodes on a Redis Cluster of three masters, one of which is killed and comes back while tablets score.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hashSlot } from './journal/hash-slot.ts';
import { streamKey } from './journal/journal-keys.ts';
import { openDesk } from './testing/desk-client.ts';
import { readArchive } from './testing/read-archive.ts';
import { startTestCluster, type TestCluster } from './testing/redis-cluster-for-tests.ts';
import { createDataFolder, runAppliance } from './testing/run-appliance.ts';
import { type SharedNodes, startNodes, tabletAt } from './testing/shared-nodes.ts';
import {
  assertSaved,
  createTwinCup,
  entriesAt,
  shootEnd,
  statusOf,
  totalsAfter,
  totalsWhenEven,
  until,
} from './testing/twin-cup.ts';

const folder = createDataFolder();
let cluster: TestCluster;
let shared: SharedNodes;

before(async () => {
  cluster = await startTestCluster();
  shared = await startNodes(folder.path, cluster.urls.join(','), 2);
});
after(async () => {
  await shared?.kill();
  await cluster?.close();
  folder.remove();
});

test('a day on a cluster', { timeout: 120_000 }, async (t) => {
  const [one, two] = [shared.at(0), shared.at(1)];
  const desk = await openDesk(one.origin, two.ready.deskCode, 'a long enough password');
  const id = await createTwinCup(desk);
  await until(async () => (await statusOf(two, `/api/competitions/${id}`)) === 200);
  const [first, second] = await Promise.all(
    [1, 2].map(async (butt) => desk.join((await desk.joinCode(id, butt)).code, `Tablet ${butt}`)),
  );
  assert.ok(first && second);
  const other = await openDesk(two.origin, undefined, 'a long enough password');
  await until(async () => (await other.request<unknown[]>('GET', `/api/competitions/${id}/devices`)).length === 2);
  const tablets = [tabletAt(one, id, first), tabletAt(two, id, second)] as const;

  function shootAll(end: number) {
    return Promise.all([
      ...entriesAt(1).map((entry) => shootEnd(tablets[0], entry, end)),
      ...entriesAt(2).map((entry) => shootEnd(tablets[1], entry, end)),
    ]);
  }

  await t.test('both take scores, and both show them', async () => {
    assertSaved((await shootAll(1)).flat());
    for (const node of [one, two]) assert.deepEqual(await totalsAfter(node, id, 1), totalsWhenEven(1));
  });

  await t.test('with its master gone tablets keep what they have, and all of it is saved when it is back', async () => {
    const owner = cluster.ownerOf(hashSlot(streamKey(id)));
    const underWay = shootAll(2);
    await cluster.kill(owner);
    const meanwhile = shootAll(3);
    await until(() => Promise.resolve(tablets.every(({ unanswered }) => unanswered >= 12)));
    await cluster.startAgain(owner);
    assertSaved([...(await underWay), ...(await meanwhile)].flat());
    for (const node of [one, two]) assert.deepEqual(await totalsAfter(node, id, 3), totalsWhenEven(3));
  });

  await t.test('both archives hold the same, each command once', async () => {
    for (const tablet of tablets) tablet.close();
    for (const node of [one, two]) assert.equal(await node.stop(), 0, node.log());
    const [mine, its] = [0, 1].map((node) => readArchive(shared.folderOf(node), id));
    assert.ok(mine && mine.length > 0);
    assert.deepEqual(its, mine);
    const scored = mine.filter(({ fact }) => fact.kind === 'arrowsScored');
    assert.equal(new Set(scored.map(({ commandId }) => commandId)).size, 3 * 4 * 6);
    assert.equal(scored.length, 3 * 4 * 6);
  });

  await t.test('one server’s address is enough; a server that may throw scores away is refused by name', async () => {
    const startAndStop = async () => {
      const started = await runAppliance({ dataFolder: shared.folderOf(0), args: ['--redis', cluster.urls[1] ?? ''] });
      const status = await statusOf(started, `/api/competitions/${id}`);
      await started.stop();
      return status;
    };
    assert.equal(await startAndStop(), 200);
    await cluster.ask(2, 'config', 'SET', 'maxmemory-policy', 'allkeys-lru');
    const { host } = new URL(cluster.urls[2] ?? '');
    await assert.rejects(startAndStop(), new RegExp(`${host} may throw scores away`));
  });
});
