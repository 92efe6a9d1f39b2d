import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejectionCodes } from '../domain/rejections.ts';
import { type Description, documentedCodes, type Operation } from '../testing/described-answers.ts';
import { type HttpDesk, openHttpDesk } from '../testing/http-desk.ts';
import { tournament } from '../testing/rest-tournament.ts';
import { routesOf } from '../testing/routes-of.ts';
import { takeSteps } from '../testing/take-steps.ts';
import { deviceRejections } from './command-errors.ts';
import { errorKinds } from './errors.ts';

/** Has a schema and tests of its own. */
const others = new Set(['/api/graphql']);

async function describe(desk: HttpDesk): Promise<Description> {
  return (await desk.ask('GET', '/api/openapi.json')).read<Description>();
}

function operationsOf({ paths }: Description): ReadonlyMap<string, Operation> {
  return new Map(
    Object.entries(paths)
      .filter(([path]) => !others.has(path))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
      ),
  );
}

test('every operation answers a good request as described, in one small tournament', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  await takeSteps(desk, tournament);
  const operations = operationsOf(await describe(desk));
  const asked = new Set(tournament.map(({ operation }) => operation));
  assert.deepEqual([...asked].sort(), [...operations.keys()].sort());
});

const pages = /^GET \/($|desk|tablet|board|athlete|tv|overlay|trust|service-worker\.js|assets|api\/docs|api\/openapi)/;

test('every route is described but pages, files and the description itself', async (t) => {
  const desk = await openHttpDesk(t);
  const description = await describe(desk);
  const routes = routesOf(desk.app)
    .filter((route) => !route.startsWith('HEAD ') && !pages.test(route))
    .map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
  assert.ok(routes.includes('PUT /api/competitions/{id}/entries/{number}/scorecard/ends/{end}'));
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(routes.toSorted(), described.toSorted());
});

test('every operation has a summary, and what changes something needs the organiser', async (t) => {
  const desk = await openHttpDesk(t);
  const description = await describe(desk);
  assert.equal(description.info.version, '9.9.9');
  const open = new Set(['POST /api/session', 'DELETE /api/session', 'POST /api/join', 'POST /api/screens/{screen}']);
  open.add('POST /api/competitions/{id}/devices/{device}/report');
  const byStandbys = /^POST \/api\/standbys(?:$|\/sync|\/takeover)/;
  for (const [name, { summary, security }] of operationsOf(description)) {
    assert.ok(summary, name);
    if (name.startsWith('GET ') || open.has(name) || byStandbys.test(name)) continue;
    assert.deepEqual(security, [{ organiser: [] }], name);
  }
});

test('what is said to need the organiser does, and nothing happens without', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  const before = desk.intake.facts.length;
  for (const [name, { security }] of operationsOf(await describe(desk))) {
    const [method = '', path = ''] = name.split(' ');
    const url = path.replace('{id}', id).replaceAll(/\{(\w+)\}/g, '1');
    const json = method === 'GET' ? {} : { json: {} };
    const answer = await desk.ask(method as 'GET', url, { ...json, anonymous: true });
    if (security) assert.deepEqual([answer.status, answer.code], [401, 'notLoggedIn'], name);
    else assert.notEqual(answer.code, 'notLoggedIn', name);
  }
  assert.equal(desk.intake.facts.length, before);
});

test('every documented code exists, and every rejection that the desk can meet is documented', async (t) => {
  const desk = await openHttpDesk(t);
  const documented = new Set<string>();
  for (const [name, operation] of operationsOf(await describe(desk))) {
    for (const status of Object.keys(operation.responses)) {
      for (const code of documentedCodes(operation, status)) {
        assert.ok(code in errorKinds, `${name} ${code}`);
        documented.add(code);
      }
    }
  }
  // What a machine that stands by answers to everything is in no description.
  const elsewhere = new Set<string>([...deviceRejections, 'isStandby']);
  assert.deepEqual(
    Object.keys(errorKinds).filter((code) => !documented.has(code) && !elsewhere.has(code)),
    [],
  );
  assert.ok(deviceRejections.every((code) => rejectionCodes.includes(code)));
});
