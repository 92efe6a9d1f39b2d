// Screens, announcements and reviews over HTTP.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HttpDesk, openHttpDesk } from '../../testing/http-desk.ts';
import type { Scope } from '../../testing/scope.ts';
import type { AthleteView } from '../../wire/api-cards.ts';
import type { Leaderboard } from '../../wire/api-leaderboards.ts';
import type { ScreenOrders, ScreensView, ShowView } from '../../wire/api-show.ts';

const csv = 'name,club,category,target\nAyu,Elang,RM,1A\nRaka,Elang,RM,1B\n';
const report = { width: 1920, height: 1080, view: null };
const automatic = { name: 'Hall', shows: { kind: 'automatic' }, isBlank: false };

async function setUp(t: Scope) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, csv);
  return { desk, id, at: `/api/competitions/${id}` };
}

const say = async (desk: HttpDesk, screen: string) =>
  (await desk.ask('POST', `/api/screens/${screen}`, { json: report, anonymous: true })).read<ScreenOrders>();
const listed = async (desk: HttpDesk, at: string) => (await desk.ask('GET', `${at}/screens`)).read<ScreensView>();

test('a screen that says it is there waits for the desk, which takes it, also from another competition', async (t) => {
  const { desk, id, at } = await setUp(t);
  assert.deepEqual(await say(desk, 'tv1'), { competition: null, identifyAt: null, reloadAt: null });
  const [waiting] = (await listed(desk, at)).others;
  assert.deepEqual([waiting?.id, waiting?.seen?.width, waiting?.competition], ['tv1', 1920, null]);
  await desk.ask('PUT', `${at}/screens/tv1`, { json: automatic });
  assert.equal((await say(desk, 'tv1')).competition, id);

  const other = await desk.createCompetition();
  const elsewhere = `/api/competitions/${other}`;
  assert.equal((await listed(desk, elsewhere)).others[0]?.competition?.id, id);
  desk.clock.time += 1_000;
  await desk.ask('PUT', `${elsewhere}/screens/tv1`, { json: automatic });
  assert.equal((await say(desk, 'tv1')).competition, other);
  assert.deepEqual((await listed(desk, at)).screens, []);
  await desk.ask('DELETE', `${elsewhere}/screens/tv1`);
  assert.equal((await say(desk, 'tv1')).competition, null);
});

test('an archived competition keeps its screens until another takes them', async (t) => {
  const { desk, id, at } = await setUp(t);
  await desk.ask('PUT', `${at}/screens/tv1`, { json: automatic });
  await desk.ask('PUT', `${at}/closed`, { json: {} });
  assert.equal((await say(desk, 'tv1')).competition, id);
  const other = await desk.createCompetition();
  desk.clock.time += 1_000;
  await desk.ask('PUT', `/api/competitions/${other}/screens/tv1`, { json: automatic });
  assert.equal((await say(desk, 'tv1')).competition, other);
});

test('a screen hears that it is to show its name or load anew, and silence is seen', async (t) => {
  const { desk, at } = await setUp(t);
  await desk.ask('POST', '/api/screens/tv1/identify');
  assert.equal((await say(desk, 'tv1')).identifyAt, null, 'of a screen that was not there nothing is wanted');
  await desk.ask('POST', '/api/screens/tv1/identify');
  await desk.ask('POST', '/api/screens/tv1/reload');
  const { identifyAt, reloadAt } = await say(desk, 'tv1');
  assert.deepEqual([identifyAt, reloadAt], [desk.clock.now(), desk.clock.now()]);
  await desk.ask('PUT', `${at}/screens/tv1`, { json: automatic });
  assert.equal((await listed(desk, at)).screens[0]?.seen?.isThere, true);
  desk.clock.time += 11_000;
  assert.equal((await listed(desk, at)).screens[0]?.seen?.isThere, false);
});

test('who invents screens pushes out the oldest only', async (t) => {
  const { desk, at } = await setUp(t);
  for (let number = 0; number < 510; number += 1) await say(desk, `tv${number}`);
  const { others } = await listed(desk, at);
  assert.deepEqual([others.length, others[0]?.id], [500, 'tv10']);
});

test('what is wrong is refused in words and changes nothing', async (t) => {
  const { desk, at } = await setUp(t);
  const facts = desk.intake.facts.length;
  const put = async (path: string, json: unknown) => (await desk.ask('PUT', at + path, { json })).code;
  assert.equal(await put('/screens/tv1', { ...automatic, name: '' }), 'screenWrong');
  assert.equal(
    await put('/screens/tv1', { ...automatic, shows: { kind: 'playlist', playlist: 'x' } }),
    'unknownPlaylist',
  );
  assert.equal(await put('/playlists/p', { name: 'P', items: [] }), 'playlistWrong');
  assert.equal(await put('/announcements/a', { text: 'x'.repeat(301), place: 'everywhere' }), 'announcementWrong');
  assert.equal(await put('/categories/XX/frozen', { by: 'Sari', reason: '' }), 'unknownCategory');
  assert.equal((await desk.ask('DELETE', `${at}/categories/RM/frozen`)).code, 'notFrozen');
  assert.equal((await desk.ask('DELETE', `${at}/announcements/a`)).code, 'unknownAnnouncement');
  assert.equal((await desk.ask('DELETE', `${at}/screens/tv1`)).code, 'unknownScreen');
  assert.equal(desk.intake.facts.length, facts);
});

test('during a review everybody but the organiser sees what there was, by every way, with an ETag of its own', async (t) => {
  const { desk, id, at } = await setUp(t);
  const shoot = (end: number) =>
    desk.ask('POST', `${at}/entries/1/scorecard/arrows`, { json: { end, first: 0, arrows: Array(6).fill('9') } });
  await shoot(1);
  await desk.ask('PUT', `${at}/categories/RM/frozen`, { json: { by: 'Sari', reason: 'line call' } });
  await shoot(2);
  const board = (anonymous: boolean, headers = {}) => desk.ask('GET', `${at}/leaderboards/RM`, { anonymous, headers });
  const totalIn = (answer: Awaited<ReturnType<typeof board>>) => answer.read<Leaderboard>().rows[0]?.total;
  const [seen, known] = [await board(true), await board(false)];
  assert.deepEqual([totalIn(seen), totalIn(known), totalIn(await board(true))], [54, 108, 54]);
  assert.notEqual(seen.headers.etag, known.headers.etag);
  assert.equal((await board(true, { 'if-none-match': String(known.headers.etag) })).status, 200);

  for (const path of [`${at}/rankings/RM`, `${at}/entries/1/scorecard`]) {
    const [shown, live] = [await desk.ask('GET', path, { anonymous: true }), await desk.ask('GET', path)];
    assert.ok(shown.text.includes('54') && !shown.text.includes('108'), path);
    assert.ok(live.text.includes('108'), path);
  }
  const sheet = (await desk.ask('GET', `${at}/entries/1/sheet`, { anonymous: true })).read<AthleteView>();
  assert.deepEqual(
    sheet.ranks.map(({ end }) => end),
    [1],
  );
  const query = `{ competition(id: "${id}") { category(code: "RM") { ranking { edges { node { total } } } } } }`;
  const graphql = await desk.ask('POST', '/api/graphql', { json: { query }, anonymous: true });
  assert.ok(!graphql.text.includes('108'), graphql.text);
  const feed = await desk.ask('GET', `${at}/feed?once=true`, { anonymous: true });
  assert.ok(!feed.text.includes('"total":108'), feed.text.slice(0, 500));
  const told = (await desk.ask('GET', `${at}/show`, { anonymous: true })).read<ShowView>();
  assert.deepEqual(told.underReview, [{ held: { kind: 'category', category: 'RM' }, at: desk.clock.now() }]);

  desk.world.redisUp = false;
  assert.equal(totalIn(await board(false)), 54, 'where nobody can be told apart, everybody is the public');
  desk.world.redisUp = true;
  await desk.ask('DELETE', `${at}/categories/RM/frozen`);
  assert.equal(totalIn(await board(true)), 108);
});
