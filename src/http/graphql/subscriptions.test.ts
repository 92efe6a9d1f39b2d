import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import test, { type TestContext } from 'node:test';
import { type GraphqlAnswer, type Message, openSocket } from '../../testing/graphql-client.ts';
import { openHttpDesk } from '../../testing/http-desk.ts';
import { holdTournament } from '../../testing/tournament-day.ts';
import { createApp } from '../app.ts';
import { addGraphql } from './add-graphql.ts';
import { type GraphqlLimits, graphqlLimits } from './limits.ts';

/** A tournament on a port of this machine, and its limits if they are to be others. */
async function listen(t: TestContext, limits: Partial<GraphqlLimits> = {}) {
  const desk = await openHttpDesk(t);
  const { submit } = await holdTournament(desk.intake);
  const app = await createApp(desk.parts, desk.metrics);
  await addGraphql(app, desk.parts, { ...graphqlLimits, ...limits });
  app.get('/elsewhere', (_, reply) => reply.send('answered'));
  await app.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => app.close());
  const address = app.server.address();
  assert.ok(address && typeof address === 'object');
  return { desk, submit, app, port: address.port };
}

const ranking = `subscription ($category: String!, $first: Int! = 3) {
  ranking(competition: "tournament", category: $category, first: $first) {
    position { seq } edges { node { name rank total } } } }`;
const final = `subscription { match(competition: "tournament", event: "RM", match: "1/1") {
  status next b { points } ends { a { arrows } b { arrows points setPoints } } projection { side toWin } } }`;
const unfinished = 'subscription { event(competition: "tournament", event: "BM") { isDrawn seeds { seed } } }';

function dataOf<T>({ type, payload }: Message): T {
  assert.equal(type, 'next', JSON.stringify(payload));
  const { data, errors } = payload as GraphqlAnswer<T>;
  assert.equal(errors, undefined);
  return data;
}

interface RankingData {
  readonly ranking: { readonly edges: readonly { readonly node: { readonly name: string; readonly total: number } }[] };
}

const totalsOf = (message: Message) =>
  dataOf<RankingData>(message).ranking.edges.map(({ node: { name, total } }) => `${name} ${total}`);

test('a ranking: now, and again when an end changed it; a second card says nothing', async (t) => {
  const { port, submit } = await listen(t);
  const client = await openSocket(port);
  client.subscribe('r', ranking, { category: 'BM' });
  assert.deepEqual(totalsOf(await client.next('r')), ['Krisna Putra 48', 'Lukas Tama 48']);
  await submit({ kind: 'checkEnd', entry: 12, end: 1, arrows: ['9', '8', '8'] });
  const change = { was: ['9', '8', '8'], arrows: ['10', '8', '8'], reason: 'read again' } as const;
  await submit({ kind: 'correctEnd', entry: 12, end: 1, ...change });
  assert.deepEqual(totalsOf(await client.next('r')), ['Lukas Tama 49', 'Krisna Putra 48']);
  assert.deepEqual(client.waiting, []);
  client.socket.close();
});

test('a match: each arrow of it, and what the other side needs', async (t) => {
  const { port, submit } = await listen(t);
  const client = await openSocket(port);
  client.subscribe('m', final);
  const { match: before } = dataOf<{ match: Record<string, unknown> }>(await client.next('m'));
  assert.deepEqual(before.projection, { side: 'b', toWin: 28 });
  const arrows = { kind: 'scoreMatch', event: 'RM', match: '1/1', side: 'b', part: 'end', number: 1 } as const;
  await submit({ ...arrows, first: 0, arrows: ['10', '9'] });
  const { match: meanwhile } = dataOf<{ match: Record<string, unknown> }>(await client.next('m'));
  assert.deepEqual(meanwhile.projection, { side: 'b', toWin: 9 });
  await submit({ ...arrows, first: 2, arrows: ['X'] });
  const { match: after } = dataOf<{ match: Record<string, unknown> }>(await client.next('m'));
  assert.deepEqual(after, {
    status: 'end',
    next: 2,
    b: { points: 2 },
    ends: [{ a: { arrows: ['10', '9', '8'] }, b: { arrows: ['10', '9', 'X'], points: 29, setPoints: 2 } }],
    projection: null,
  });
  client.socket.close();
});

test('an event: when it is drawn; its subscription ends when it is removed', async (t) => {
  const { port, submit } = await listen(t);
  const client = await openSocket(port);
  client.subscribe('e', unfinished);
  assert.deepEqual(dataOf(await client.next('e')), { event: { isDrawn: false, seeds: [] } });
  await submit({ kind: 'recordToss', event: 'BM', order: ['12', '11'], by: 'Hakim' });
  assert.equal((await client.next('e')).type, 'next');
  await submit({ kind: 'drawEvent', event: 'BM' });
  assert.deepEqual(dataOf(await client.next('e')), { event: { isDrawn: true, seeds: [{ seed: 1 }, { seed: 2 }] } });
  await submit({ kind: 'undrawEvent', event: 'BM', reason: 'rain' });
  await client.next('e');
  await submit({ kind: 'removeEvent', event: 'BM' });
  assert.equal((await client.next('e')).type, 'complete');
  client.socket.close();
});

test('announcements and reviews: now, and again when there is another one or one less', async (t) => {
  const { port, submit } = await listen(t);
  const client = await openSocket(port);
  client.subscribe(
    's',
    'subscription { show(competition: "tournament") { announcements { text } underReview { category event match } } }',
  );
  assert.deepEqual(dataOf(await client.next('s')), { show: { announcements: [], underReview: [] } });
  await submit({ kind: 'announce', announcement: 'lunch', text: 'Lunch at noon', place: 'everywhere' });
  const announcements = [{ text: 'Lunch at noon' }];
  assert.deepEqual(dataOf(await client.next('s')), { show: { announcements, underReview: [] } });
  const held = { kind: 'match', event: 'RM', match: '1/1' } as const;
  await submit({ kind: 'freezePublic', held, by: 'Hakim', reason: 'A protest' });
  const underReview = [{ category: null, event: 'RM', match: '1/1' }];
  assert.deepEqual(dataOf(await client.next('s')), { show: { announcements, underReview } });
  await submit({ kind: 'correctEnd', entry: 11, end: 1, was: ['9', '8', '8'], arrows: ['9', '9', '9'], reason: '…' });
  await submit({ kind: 'releasePublic', held });
  assert.deepEqual(dataOf(await client.next('s')), { show: { announcements, underReview: [] } });
  assert.deepEqual(client.waiting, []);
  client.socket.close();
});

test('a burst of ends is few values, and the last of them is the newest', async (t) => {
  const { port, submit } = await listen(t);
  const client = await openSocket(port);
  client.subscribe('r', ranking, { category: 'BM' });
  await client.next('r');
  let was = ['9', '8', '8'] as const;
  for (let turn = 0; turn < 20; turn += 1) {
    const arrows = turn % 2 === 0 ? (['9', '9', '8'] as const) : (['9', '8', '8'] as const);
    await submit({ kind: 'correctEnd', entry: 11, end: 1, was, arrows, reason: 'again' });
    was = arrows as never;
  }
  await submit({ kind: 'correctEnd', entry: 11, end: 1, was, arrows: ['10', '10', '10'], reason: 'last' });
  let values = 0;
  for (let newest = ''; newest !== 'Krisna Putra 53'; values += 1) newest = totalsOf(await client.next('r'))[0] ?? '';
  assert.ok(values < 21, `${values} values for 21 corrections`);
  assert.deepEqual(client.waiting, []);
  client.socket.close();
});

test('who unsubscribes gets nothing more and makes room; the others go on', async (t) => {
  const { port, submit } = await listen(t, { subscriptionsPerSocket: 2 });
  const client = await openSocket(port);
  client.subscribe('gone', ranking, { category: 'BM' });
  client.subscribe('stays', ranking, { category: 'BM' });
  await Promise.all([client.next('gone'), client.next('stays')]);
  client.send({ id: 'gone', type: 'complete' });
  assert.equal((await client.next('gone')).type, 'complete');
  client.subscribe('other', ranking, { category: 'RW' });
  assert.equal(totalsOf(await client.next('other'))[0], 'Gita Laras 58');
  await submit({ kind: 'correctEnd', entry: 11, end: 1, was: ['9', '8', '8'], arrows: ['9', '9', '9'], reason: '…' });
  await client.next('stays');
  assert.deepEqual(client.waiting, []);
  client.socket.close();
});

/** The code of the error that a subscription is answered with. */
function refusalIn({ type, payload }: Message): string | undefined {
  assert.equal(type, 'error', JSON.stringify(payload));
  return (payload as GraphqlAnswer<never>['errors'])?.[0]?.extensions?.code;
}

test('what is not there, wrong, too deep or too much is refused in words, and the socket stays', async (t) => {
  const { port } = await listen(t, { subscriptionsPerSocket: 1 });
  const client = await openSocket(port);
  const asked: readonly (readonly [string, string, object?])[] = [
    ['unknownCategory', ranking, { category: 'none' }],
    ['unknownCompetition', 'subscription { event(competition: "none", event: "RM") { id } }'],
    ['unknownEvent', 'subscription { event(competition: "tournament", event: "none") { id } }'],
    ['unknownMatch', 'subscription { match(competition: "tournament", event: "RM", match: "9/9") { id } }'],
    ['badRequest', ranking, { category: 'RM', first: 101 }],
    ['badRequest', 'subscription { event(competition: "tournament", event: "RM") { nothing } }'],
    [
      'badRequest',
      `subscription { event(competition: "tournament", event: "RM") { ${Array.from(
        { length: 9 },
        (_, index) => `a${index}: matches { ends { number a { arrows points } b { arrows points } } }`,
      ).join(' ')} } }`,
    ],
  ];
  for (const [index, [code, query, variables]] of asked.entries()) {
    client.subscribe(`${index}`, query, variables);
    assert.equal(refusalIn(await client.next(`${index}`)), code, query.slice(0, 90));
  }
  const deep =
    'subscription { event(competition: "tournament", event: "RM") { a: __typename } } fragment A on Event { ...A }';
  client.subscribe('deep', deep);
  assert.equal((await client.next('deep')).type, 'error');
  client.subscribe('query', '{ competitions { id } }');
  assert.equal((await client.next('query')).type, 'error', 'queries are asked by GET and POST');
  client.subscribe('one', ranking, { category: 'BM' });
  await client.next('one');
  client.subscribe('two', ranking, { category: 'BM' });
  assert.equal(refusalIn(await client.next('two')), 'tooManyRequests');
  client.socket.close();
});

test('what is the organiser’s stays so on a socket', async (t) => {
  const { port, desk } = await listen(t);
  const query = 'subscription { match(competition: "tournament", event: "RM", match: "2/1") { id changes { by } } }';
  const login = await desk.logIn();
  const cookie = String(login.headers['set-cookie']).split(';')[0] ?? '';
  const [open, organiser] = [await openSocket(port), await openSocket(port, { headers: { cookie } })];
  for (const client of [open, organiser]) client.subscribe('m', query);
  const refused = (await open.next('m')).payload as GraphqlAnswer<object>;
  assert.deepEqual(refused.data, { match: { id: '2/1', changes: null } });
  assert.equal(refused.errors?.[0]?.extensions?.code, 'notLoggedIn');
  assert.deepEqual(dataOf(await organiser.next('m')), { match: { id: '2/1', changes: [{ by: 'Hakim' }] } });
  for (const client of [open, organiser]) client.socket.close();
});

/** The status with which a socket was not opened. */
async function upgradeStatus(port: number, headers: Record<string, string>): Promise<number | undefined> {
  const asked = request({
    host: '127.0.0.1',
    port,
    path: '/api/graphql',
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-protocol': 'graphql-transport-ws',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      ...headers,
    },
  });
  asked.end();
  const answer = await Promise.race([once(asked, 'response'), once(asked, 'upgrade')]);
  answer[0].socket.destroy();
  return answer[0].statusCode;
}

test('a page of another site, or one that reached us by another’s name, opens no socket', async (t) => {
  const { port } = await listen(t, { sockets: 1 });
  assert.equal(await upgradeStatus(port, { origin: 'http://evil.example' }), 403);
  assert.equal(await upgradeStatus(port, { origin: 'null' }), 403);
  // The browser sends the organiser's cookie along from there: ports are one site to it.
  assert.equal(await upgradeStatus(port, { origin: `http://127.0.0.1:${port + 1}` }), 403);
  assert.equal(await upgradeStatus(port, { origin: 'http://192.168.1.99:8000' }), 403);
  assert.equal(await upgradeStatus(port, { host: 'evil.example' }), 421);
  assert.equal(await upgradeStatus(port, { 'sec-websocket-protocol': 'chat' }), 400);
  const own = await openSocket(port, { headers: { origin: `http://127.0.0.1:${port}` } });
  assert.equal(await upgradeStatus(port, {}), 429, 'there is room for one only');
  own.socket.close();
  await own.closed;
  const next = await openSocket(port);
  next.socket.close();
});

test('elsewhere, and for another protocol, a wish to upgrade is not heard: the request is answered as it is', async (t) => {
  const { port } = await listen(t);
  const statusOf = async (path: string, upgrade: string) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { connection: 'Upgrade', upgrade } });
    asked.end();
    const [answer] = await once(asked, 'response');
    answer.resume();
    return answer.statusCode;
  };
  assert.equal(await statusOf('/elsewhere', 'websocket'), 200);
  assert.equal(await statusOf('/elsewhere', 'h2c'), 200);
  assert.equal(await statusOf('/api/graphql?query={__typename}', 'h2c'), 200);
});

test('a socket that says nothing is closed, and so is one that wants nothing', async (t) => {
  const silent = await listen(t, { initMs: 20 });
  assert.equal(await (await openSocket(silent.port, {}, false)).closed, 4408);
  const { port } = await listen(t, { idleMs: 20, pingMs: 20 });
  assert.equal(await (await openSocket(port)).closed, 1001);
});

test('a peer that does not answer pings is cut, one that does stays', async (t) => {
  const { port } = await listen(t, { pingMs: 100 });
  const dead = await openSocket(port, { autoPong: false });
  const alive = await openSocket(port);
  assert.equal(await dead.closed, 1006, 'nobody is there to say goodbye to');
  await once(alive.socket, 'ping');
  await once(alive.socket, 'ping');
  assert.equal(alive.socket.readyState, alive.socket.OPEN);
  alive.socket.close();
});

test('two subscriptions of one name close the socket, as the protocol has it', async (t) => {
  const { port } = await listen(t);
  const client = await openSocket(port);
  client.subscribe('r', ranking, { category: 'BM' });
  await client.next('r');
  client.subscribe('r', ranking, { category: 'RM' });
  assert.equal(await client.closed, 4409);
});

test('a message over the limit closes the socket, and so do too many subscriptions begun', async (t) => {
  const { port } = await listen(t, { startsPerSocket: 3 });
  const large = await openSocket(port);
  large.subscribe('l', `${ranking}${' '.repeat(17_000)}`, { category: 'BM' });
  assert.equal(await large.closed, 1009);
  const many = await openSocket(port);
  for (let index = 0; index < 3; index += 1) {
    many.subscribe(`${index}`, ranking, { category: 'none' });
    await many.next(`${index}`);
  }
  many.subscribe('more', ranking, { category: 'BM' });
  assert.equal(await many.closed, 1008);
});

test('closing ends open subscriptions, also of a client that does not answer', async (t) => {
  const { port, app } = await listen(t, { closeMs: 50 });
  const polite = await openSocket(port);
  const hung = await openSocket(port);
  for (const client of [polite, hung]) {
    client.subscribe('r', ranking, { category: 'BM' });
    await client.next('r');
  }
  hung.socket.pause();
  await app.close();
  assert.equal(await polite.closed, 1001);
  hung.socket.terminate();
});
