// Two appliances on one outside Redis: the same competition, written to through both at once. No fact is lost, doubled or unseen.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ScoreArrows } from './domain/commands.ts';
import { systemClock } from './kit/clock.ts';
import { silentLog } from './kit/log.ts';
import { findRedisServer } from './sidecar/find-redis-server.ts';
import { openSidecar } from './sidecar/sidecar.ts';
import { openSimulatedTablet } from './simulator/simulated-tablet.ts';
import { openDesk } from './testing/desk-client.ts';
import { readArchive } from './testing/read-archive.ts';
import { createDataFolder, runAppliance } from './testing/run-appliance.ts';

const arrows: ScoreArrows['arrows'] = ['9', '9', '8', '8', '7', '7'];
const csv = 'name,club,category,target\nAda,North,RW,1A\nBea,South,RW,1B\nCyd,East,RW,2A\nDot,West,RW,2B\n';

interface Rows {
  readonly rows: readonly { readonly entry: number; readonly total: number; readonly arrows: number }[];
}

test('two nodes on one Redis write to one competition', { timeout: 60_000 }, async () => {
  const folder = createDataFolder();
  const serverPath = findRedisServer(folder.path);
  assert.ok(serverPath, 'a redis-server is needed: npm test sets one up');
  const redis = await openSidecar({ folder: folder.path, serverPath, log: silentLog, clock: systemClock });
  const args = ['--redis', `unix://${redis.connection.path}`];
  const folders = [join(folder.path, 'one'), join(folder.path, 'two')] as const;
  const nodes = await Promise.all(folders.map((dataFolder) => runAppliance({ dataFolder, args })));
  try {
    const [one, two] = nodes;
    assert.ok(one && two);
    const desk = await openDesk(one.origin, one.ready.deskCode, 'a long enough password');
    const day = '2026-05-02';
    const creation = {
      name: 'Twin Cup',
      venue: '',
      from: day,
      to: day,
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    } as const;
    const { id } = await desk.createCompetition(creation);
    await desk.importCsv(id, csv);
    const joined = await Promise.all(
      [1, 2].map(async (butt) => desk.join((await desk.joinCode(id, butt)).code, `Tablet ${butt}`)),
    );
    // The second node hears of all this within two seconds; a tablet that comes earlier would be sent away.
    const until = Date.now() + 20_000;
    while ((await fetch(`${two.origin}/api/competitions/${id}`)).status !== 200 && Date.now() < until) {
      await systemClock.sleep(100);
    }
    await systemClock.sleep(500);

    const tablets = joined.map(({ device, token }, index) => {
      const realtimePort = nodes[index]?.ready.realtimePort;
      const url = `ws://127.0.0.1:${realtimePort}/scoring`;
      return openSimulatedTablet({ url, credentials: { competition: id, device, token } });
    });
    const entriesOf = [
      [1, 2],
      [3, 4],
    ] as const;
    const answers = await Promise.all(
      tablets.flatMap((tablet, index) =>
        [1, 2, 3, 4].flatMap((end) =>
          (entriesOf[index] ?? []).flatMap((entry) =>
            arrows.map((arrow, first) => tablet.submit({ kind: 'scoreArrows', entry, end, first, arrows: [arrow] })),
          ),
        ),
      ),
    );
    for (const tablet of tablets) tablet.close();
    assert.deepEqual([...new Set(answers.map(({ kind }) => kind))], ['saved']);

    for (const node of nodes) {
      let rows: Rows['rows'] = [];
      const seenBy = Date.now() + 20_000;
      while (Date.now() < seenBy && !(rows.length === 4 && rows.every((row) => row.arrows === 24))) {
        rows = ((await (await fetch(`${node.origin}/api/competitions/${id}/leaderboards/RW`)).json()) as Rows).rows;
        await systemClock.sleep(50);
      }
      assert.deepEqual(
        rows.map(({ total, arrows: shot }) => [total, shot]),
        Array(4).fill([4 * 48, 24]),
      );
    }
    for (const node of nodes) assert.equal(await node.stop(), 0, node.log());
    const [first, second] = folders.map((each) => readArchive(each, id));
    assert.ok(first && second);
    assert.deepEqual(second, first, 'both archives hold the same facts');
    const ids = first.filter(({ fact }) => fact.kind === 'arrowsScored').map(({ commandId }) => commandId);
    assert.equal(new Set(ids).size, 4 * 4 * 6);
    assert.equal(ids.length, 4 * 4 * 6);
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
    await redis.close();
    folder.remove();
  }
});
