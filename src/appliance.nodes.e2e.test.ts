// Three nodes on one Redis: whatever is done at one of them counts at all, and one that dies is missed by nobody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemClock } from './kit/clock.ts';
import { silentLog } from './kit/log.ts';
import { findRedisServer } from './sidecar/find-redis-server.ts';
import { openSidecar, type Sidecar } from './sidecar/sidecar.ts';
import { DeskError, openDesk } from './testing/desk-client.ts';
import { readArchive } from './testing/read-archive.ts';
import { createDataFolder } from './testing/run-appliance.ts';
import { type SharedNodes, startNodes, tabletAt, viewerAt } from './testing/shared-nodes.ts';
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

const password = 'a long enough password';
const folder = createDataFolder();
let redis: Sidecar;
let shared: SharedNodes;

before(async () => {
  const serverPath = findRedisServer(folder.path);
  assert.ok(serverPath, 'a redis-server is needed: npm test sets one up');
  redis = await openSidecar({ folder: folder.path, serverPath, log: silentLog, clock: systemClock });
  shared = await startNodes(folder.path, `unix://${redis.connection.path}`, 3);
});
after(async () => {
  await shared?.kill();
  await redis?.close();
  folder.remove();
});

test('a day on three nodes', { timeout: 120_000 }, async (t) => {
  const [one, two, three] = [shared.at(0), shared.at(1), shared.at(2)];
  const codes = [one, two, three].map(({ ready }) => ready.deskCode);
  assert.equal(new Set(codes).size, 3);

  await t.test('the code of one opens another, once, and the password set there is the password of all', async () => {
    await openDesk(two.origin, codes[0], password);
    for (const node of [one, two, three]) {
      await assert.rejects(openDesk(node.origin, codes[2], password), DeskError);
      await openDesk(node.origin, undefined, password);
      const { passwordSet } = (await (await fetch(`${node.origin}/api/session`)).json()) as { passwordSet: boolean };
      assert.equal(passwordSet, true);
    }
  });

  await t.test('figures say of which node they are', async () => {
    const labels = await Promise.all(
      [one, two, three].map(async ({ origin }) => {
        const text = await (await fetch(`${origin}/metrics`)).text();
        return /^tenring_journal_up{node="(\w+)"} 1$/m.exec(text)?.[1];
      }),
    );
    assert.ok(!labels.includes(undefined));
    assert.equal(new Set(labels).size, 3);
  });

  const desk = await openDesk(one.origin, undefined, password);
  const id = await createTwinCup(desk);
  await until(async () => (await statusOf(two, `/api/competitions/${id}`)) === 200);

  await t.test('a session of one is a session of all, until it is ended anywhere', async () => {
    const own = await openDesk(three.origin, undefined, password);
    const asOrganiser = async (origin: string) => {
      const response = await fetch(`${origin}/api/competitions/${id}/devices`, { headers: { cookie: own.cookie() } });
      return response.status;
    };
    await until(async () => (await asOrganiser(three.origin)) === 200);
    assert.equal(await asOrganiser(one.origin), 200);
    await own.request('DELETE', '/api/session');
    assert.equal(await asOrganiser(one.origin), 401);
  });

  const atOne = await openDesk(one.origin, undefined, password);
  // The code is made at one node, the tablet joins at the other and scores at either.
  const joining = await openDesk(two.origin, undefined, password);
  const first = await joining.join((await atOne.joinCode(id, 1)).code, 'Tablet 1');
  const second = await joining.join((await atOne.joinCode(id, 2)).code, 'Tablet 2');
  await until(async () => (await desk.request<unknown[]>('GET', `/api/competitions/${id}/devices`)).length === 2);
  const tablets = [tabletAt(one, id, first), tabletAt(two, id, second)] as const;

  await t.test('a TV that waits at one node is seen, called and taken by the desk of another', async () => {
    const report = async () => {
      const body = JSON.stringify({ width: 1_920, height: 1_080, view: null });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${two.origin}/api/screens/lobby`, { method: 'POST', headers, body });
      return (await response.json()) as { identifyAt: number | null; competition: string | null };
    };
    const waiting = async () => {
      await report();
      const { others } = await atOne.request<{ others: { id: string }[] }>('GET', `/api/competitions/${id}/screens`);
      return others.map(({ id: screen }) => screen);
    };
    await until(async () => (await waiting()).includes('lobby'));
    await atOne.request('POST', '/api/screens/lobby/identify');
    await until(async () => (await report()).identifyAt !== null);
    const shows = { kind: 'automatic' };
    await atOne.request('PUT', `/api/competitions/${id}/screens/lobby`, { name: 'Lobby', shows, isBlank: false });
    await until(async () => (await report()).competition === id);
  });

  await t.test('scored at two nodes at once, watched at a third', async () => {
    const viewer = await viewerAt(three, id, 'RW');
    let { seq } = (await viewer.next('snapshot')).at;
    for (let end = 1; end <= 4; end += 1) {
      const shot = [entriesAt(1), entriesAt(2)].flatMap((entries, index) => {
        const tablet = tablets[index === 0 ? 0 : 1];
        return entries.map((entry) => shootEnd(tablet, entry, end));
      });
      const answers = (await Promise.all(shot)).flat();
      assertSaved(answers);
      const last = Math.max(...answers.map((answer) => (answer.kind === 'saved' ? answer.at.seq : 0)));
      while (seq < last) seq = (await viewer.next('delta')).to;
    }
    viewer.close();
    for (const node of [one, two, three]) assert.deepEqual(await totalsAfter(node, id, 4), totalsWhenEven(4));
  });

  await t.test(
    'a node that is killed is missed by nobody: its tablet goes on at another, with what was under way',
    async () => {
      const underWay = entriesAt(2).map((entry) => shootEnd(tablets[1], entry, 5));
      await two.kill();
      tablets[1].close();
      await Promise.all(underWay);
      const moved = tabletAt(three, id, second);
      // The same arrows once more, under other ids: what is there already is left as it is.
      for (const entry of entriesAt(2)) await shootEnd(moved, entry, 5);
      for (const entry of entriesAt(1)) assertSaved(await shootEnd(tablets[0], entry, 5));
      for (const node of [one, three]) assert.deepEqual(await totalsAfter(node, id, 5), totalsWhenEven(5));
      moved.close();
    },
  );

  await t.test('a device that one node revokes is out at all, also on open sockets', async () => {
    const moved = tabletAt(three, id, second);
    await until(async () => moved.connected);
    await desk.request('DELETE', `/api/competitions/${id}/devices/${second.device}`);
    assert.equal((await moved.stopped)?.name, 'notPaired');
  });

  await t.test('the killed one comes back and has what it missed; all archives hold the same', async () => {
    const again = await shared.start(1);
    assert.equal(again.ready.deskCode, undefined);
    assert.deepEqual(await totalsAfter(again, id, 5), totalsWhenEven(5));
    for (const entry of entriesAt(1)) assertSaved(await shootEnd(tablets[0], entry, 6));
    await until(async () => {
      const response = await fetch(`${again.origin}/api/competitions/${id}/leaderboards/RW`);
      const { rows } = (await response.json()) as { rows: { arrows: number }[] };
      return rows.reduce((sum, { arrows }) => sum + arrows, 0) === 4 * 30 + 2 * 6;
    });
    tablets[0].close();
    for (const node of [one, again, three]) assert.equal(await node.stop(), 0, node.log());
    const [base, ...others] = [0, 1, 2].map((node) => readArchive(shared.folderOf(node), id));
    assert.ok(base && base.length > 0);
    for (const other of others) assert.deepEqual(other, base);
    const ids = base.filter(({ fact }) => fact.kind === 'arrowsScored').map(({ commandId }) => commandId);
    assert.equal(new Set(ids).size, ids.length, 'no command took effect twice');
  });
});
