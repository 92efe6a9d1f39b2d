// Every route × everybody who may ask. The organiser's good request is first made by all others: it is refused and changes nothing, then
// the organiser makes it, so that it was no bad request which was refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { accessFileIn } from '../access/access-file.ts';
import { joinDevices, openRoles, password, type Roles, withDevices } from '../testing/every-role.ts';
import { type Answer, type HttpDesk, openHttpDesk } from '../testing/http-desk.ts';
import { tournament } from '../testing/rest-tournament.ts';
import { routeTable } from '../testing/route-table.ts';
import { routesOf } from '../testing/routes-of.ts';
import { askStep, type Names, takeStep } from '../testing/take-steps.ts';
import type { Joined } from '../wire/api-targets.ts';

/** Read from the built pages or from a package, so only where those were built. */
const maybeThere = /^GET \/(service-worker\.js|tablet\.webmanifest|api\/docs\/swagger-ui)/;
/** Different with every request. */
const volatile = new Set(['GET /metrics']);

/** Of routes with a test of their own, those that later steps need. */
const leavesNames = new Set(['POST /api/join', 'POST /api/standbys']);

const braced = (route: string) => route.replaceAll(/:(\w+)/g, '{$1}');
const kept = (desk: HttpDesk) => readFileSync(accessFileIn(desk.folder), 'utf8');

test('every route has its line in the table, and every line its route', async (t) => {
  const desk = await openHttpDesk(t);
  const routes = routesOf(desk.app).map(braced);
  const optional = Object.keys(routeTable).filter((route) => maybeThere.test(route) && !routes.includes(route));
  assert.deepEqual(
    routes.filter((route) => !route.startsWith('HEAD ')).toSorted(),
    Object.keys(routeTable)
      .filter((route) => !optional.includes(route))
      .toSorted(),
  );
  for (const route of routes.filter((each) => each.startsWith('HEAD ')))
    assert.ok(route.replace('HEAD', 'GET') in routeTable, route);
});

interface Asked {
  readonly role: string;
  readonly answer: Answer;
}

/** The same request by everybody but the organiser. */
async function askAll(
  roles: Roles,
  ask: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [role, headers] of Object.entries(roles)) asked.push({ role, answer: await ask(headers) });
  return asked;
}

function assertRefused(asked: readonly Asked[], operation: string) {
  for (const { role, answer } of asked) {
    assert.deepEqual([answer.status, answer.code], [401, 'notLoggedIn'], `${operation} by ${role}`);
    assert.equal(answer.headers['set-cookie'], undefined);
  }
}

function assertSame(asked: readonly Asked[], operation: string) {
  const [first] = asked;
  for (const { role, answer } of asked) {
    assert.equal(answer.status, first?.answer.status, `${operation} by ${role}`);
    if (!volatile.has(operation)) assert.equal(answer.text, first?.answer.text, `${operation} by ${role}`);
  }
}

test('what is the organiser’s is refused to everybody else and changes nothing; what is everybody’s is the same for all', async (t) => {
  const desk = await openHttpDesk(t);
  let roles = await openRoles(desk);
  const names: Names = {};
  const tried = new Set<string>();
  for (const step of tournament) {
    const { operation } = step;
    const isFor = routeTable[operation];
    if (isFor === 'own' && !leavesNames.has(operation)) continue;
    const before = desk.intake.facts.length;
    const secrets = kept(desk);
    if (isFor === 'organiser' || isFor === 'everybody') {
      tried.add(operation);
      const asked = await askAll(roles, (headers) => askStep(desk, step, names, headers, true));
      (isFor === 'organiser' ? assertRefused : assertSame)(asked, operation);
      assert.equal(desk.intake.facts.length, before, operation);
      assert.equal(kept(desk), secrets, operation);
    }
    const done = await takeStep(desk, step, names);
    if (isFor === 'everybody' && !volatile.has(operation)) {
      const nobody = await askStep(desk, step, names, {}, true);
      assert.equal(nobody.text, done.text, `${operation} by the organiser`);
    }
    if (operation.endsWith('/entries/import')) roles = withDevices(roles, await joinDevices(desk, names.id ?? ''));
  }
  const api = Object.entries(routeTable).filter(([route, isFor]) => isFor !== 'own' && !isPage(route));
  assert.deepEqual(
    api.map(([route]) => route).filter((route) => !tried.has(route)),
    [],
  );
});

const isPage = (route: string) =>
  /^GET \/($|desk|tablet|board|athlete|tv|overlay|trust|service-worker|assets|api\/docs|api\/openapi)/.test(route);

test('pages are the same for everybody', async (t) => {
  const desk = await openHttpDesk(t);
  const roles = await openRoles(desk);
  for (const route of Object.keys(routeTable).filter(isPage)) {
    const url = route.replace('GET ', '').replace(/\*|\{\w+\}/, 'x');
    assertSame(await askAll(roles, (headers) => desk.ask('GET', url, { headers, anonymous: true })), route);
  }
});

test('HEAD tells nobody what GET would not', async (t) => {
  const desk = await openHttpDesk(t);
  const roles = await openRoles(desk);
  const id = await desk.createCompetition();
  const routes = Object.entries(routeTable).filter(
    ([route, isFor]) => route.startsWith('GET ') && isFor === 'organiser',
  );
  assert.ok(routes.length > 5);
  for (const [route] of routes) {
    const url = route
      .replace('GET ', '')
      .replace('{id}', id)
      .replaceAll(/\{\w+\}/g, '1');
    for (const { role, answer } of await askAll(roles, (headers) =>
      desk.ask('HEAD', url, { headers, anonymous: true }),
    ))
      assert.equal(answer.status, 401, `${route} by ${role}`);
  }
});

test('who one is: the organiser by a session, everybody else a viewer', async (t) => {
  const desk = await openHttpDesk(t);
  const roles = await openRoles(desk);
  const asked = await askAll(roles, (headers) => desk.ask('GET', '/api/session', { headers, anonymous: true }));
  for (const { role, answer } of asked) assert.equal(answer.read<{ role: string }>().role, 'viewer', role);
  assert.equal((await desk.ask('GET', '/api/session')).read<{ role: string }>().role, 'organiser');
});

test('a password is changed by the organiser only, and logging out ends nobody else’s session', async (t) => {
  const desk = await openHttpDesk(t);
  const roles = await openRoles(desk);
  const before = kept(desk);
  const json = { password: 'of somebody else', current: password };
  const change = await askAll(roles, (headers) => desk.ask('PUT', '/api/password', { json, headers, anonymous: true }));
  assertRefused(change, 'PUT /api/password');
  assert.equal(kept(desk), before);
  await askAll(roles, (headers) => desk.ask('DELETE', '/api/session', { headers, anonymous: true }));
  assert.equal((await desk.ask('GET', '/api/session')).read<{ role: string }>().role, 'organiser');
});

test('a log-in takes the password, whoever brings it; a device’s token is none', async (t) => {
  const desk = await openHttpDesk(t);
  const open = await openRoles(desk);
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name;category;target\nA;RM;1A\nB;RM;2A\n');
  const devices = await joinDevices(desk, id);
  const roles = withDevices(open, devices);
  const ask = (word: string) => (headers: Readonly<Record<string, string>>) =>
    desk.ask('POST', '/api/session', { json: { password: word }, headers, anonymous: true });
  for (const { role, answer } of await askAll(roles, ask(devices.here.token))) {
    assert.deepEqual([answer.status, answer.code], [401, 'wrongPassword'], role);
    assert.equal(answer.headers['set-cookie'], undefined, role);
  }
  for (const { role, answer } of await askAll(roles, ask(password))) assert.equal(answer.status, 200, role);
});

test('a target is joined by its own key or by a device of its own, whoever asks', async (t) => {
  const desk = await openHttpDesk(t);
  const open = await openRoles(desk);
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name;category;target\nA;RM;1A\nB;RM;2A\n');
  const devices = await joinDevices(desk, id);
  const roles = withDevices(open, devices);
  const before = desk.intake.facts.length;
  const join = (json: object, headers = {}) => desk.ask('POST', '/api/join', { json: { label: '', ...json }, headers });
  const key = (competition: string, butt: number) => desk.access.joinKey({ competition, butt });
  for (const [what, json, code] of [
    ['a made-up key', { key: { competition: id, butt: 1, key: 'a'.repeat(16) } }, 'wrongCode'],
    ['the key of another target', { key: { competition: id, butt: 1, key: key(id, 2) } }, 'wrongCode'],
    ['the key of another competition', { key: { competition: id, butt: 1, key: key('other', 1) } }, 'wrongCode'],
    ['a made-up code', { code: 'AAAAAA' }, 'wrongCode'],
    ['a revoked device', { competition: id, ...devices.revoked }, 'deviceRevoked'],
    [
      'a device with another’s token',
      { competition: id, device: devices.here.device, token: devices.elsewhere.token },
      'deviceRevoked',
    ],
    ['a device of another competition', { ...devices.here, competition: 'other' }, 'deviceRevoked'],
    ['nothing', { competition: id }, 'deviceRevoked'],
  ] as const) {
    for (const { role, answer } of await askAll(roles, (headers) => join(json, headers)))
      assert.deepEqual([answer.code, desk.intake.facts.length], [code, before], `${what} by ${role}`);
    const organiser = await join(json);
    assert.deepEqual([organiser.code, desk.intake.facts.length], [code, before], `${what} by the organiser`);
  }
  const own = (await join({ competition: id, ...devices.here })).read<Joined>();
  assert.deepEqual([own.device, own.butt], [devices.here.device, 1]);
  // With another's id it becomes a device of its own.
  const stolen = await join({
    key: { competition: id, butt: 1, key: key(id, 1) },
    device: devices.elsewhere.device,
    token: 'guessed',
  });
  assert.notEqual(stolen.read<Joined>().device, devices.elsewhere.device);
});
