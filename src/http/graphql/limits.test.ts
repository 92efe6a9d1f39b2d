import assert from 'node:assert/strict';
import test from 'node:test';
import { buildSchema, parse } from 'graphql';
import { codesOf, type GraphqlAnswer, post } from '../../testing/graphql-client.ts';
import { type HttpDesk, openHttpDesk } from '../../testing/http-desk.ts';
import { holdTournament } from '../../testing/tournament-day.ts';
import { createApp } from '../app.ts';
import { addGraphql } from './add-graphql.ts';
import { graphqlLimits } from './limits.ts';
import { costOfDocument, listLengths } from './query-cost.ts';
import { schemaText } from './schema.ts';

const schema = buildSchema(schemaText);

/** The answer was refused before it was made: with this status, and these words in the reason. */
async function refused(desk: HttpDesk, query: string, why: RegExp, variables: object = {}): Promise<void> {
  const answer = await post(desk, query, variables, true);
  const { data, errors } = answer.read<GraphqlAnswer<unknown>>();
  assert.deepEqual([answer.status, data ?? null, codesOf(answer)[0]], [400, null, 'badRequest'], answer.text);
  assert.match(errors?.[0]?.extensions?.details?.why ?? '', why);
}

test('a query that is too deep, too dear, too long or wrong is refused before it is run', async (t) => {
  const desk = await openHttpDesk(t);
  await holdTournament(desk.intake);
  const nested = (depth: number): string => (depth === 0 ? '{ name }' : `{ ofType ${nested(depth - 1)} }`);
  await refused(desk, `{ __type(name: "Entry") ${nested(20)} }`, /depth/);
  const page = 'ranking(category: "RM", first: 1000) { edges { node { name club total rank } } }';
  const many = Array.from({ length: 10 }, (_, index) => `a${index}: ${page}`).join(' ');
  await refused(desk, `{ competition(id: "tournament") { ${many} } }`, /values/);
  const byVariable = `query ($n: Int!) { competition(id: "tournament") {
    entries(first: $n) { edges { node { scorecard { ends { arrows sorted points runningTotal } } } } } } }`;
  await refused(desk, byVariable, /values/, { n: 1_000 });
  assert.deepEqual(codesOf(await post(desk, byVariable, { n: 100 })), [], 'the same for fewer');
  await refused(desk, `{ ${'x '.repeat(graphqlLimits.tokens)} }`, /tokens/);
  await refused(desk, '{ competitions { nothing } }', /nothing/);
  await refused(desk, '{ competitions { id ', /Expected|Syntax/);
  await refused(desk, 'query ($id: ID!) { competition(id: $id) { id } }', /id/);
  await refused(desk, '', /Unknown query/);
});

test('a page has from 1 to 1000 items, after a cursor of its own list', async (t) => {
  const desk = await openHttpDesk(t);
  await holdTournament(desk.intake);
  const cursor = (key: unknown) => `after: "${Buffer.from(JSON.stringify(key)).toString('base64url')}"`;
  const wrong = ['first: 0', 'first: -1', 'first: 1001', 'after: "x"', cursor(['RM']), cursor([1, 2])];
  for (const list of [
    ...wrong.map((page) => `ranking(category: "RM", ${page})`),
    ...wrong.map((page) => `entries(${page})`),
    `ranking(category: "RM", ${cursor(['7'])})`,
    `event(id: "R-mixed") { qualification(${cursor(['Nobody#1'])}) { totalCount } } all: entries`,
  ]) {
    const answer = await post(desk, `{ competition(id: "tournament") { ${list} { totalCount } } }`, {}, true);
    assert.deepEqual([answer.status, codesOf(answer)], [200, ['badRequest']], list);
  }
});

test('several queries at once, other content and bodies over 16 KB are refused, in the same shape', async (t) => {
  const desk = await openHttpDesk(t);
  const query = '{ competitions { id } }';
  const batch = await desk.ask('POST', '/api/graphql', { json: [{ query }, { query }] });
  assert.deepEqual([batch.status, codesOf(batch)], [400, ['badRequest']]);
  const large = await desk.ask('POST', '/api/graphql', { json: { query, variables: { x: 'y'.repeat(17_000) } } });
  assert.deepEqual([large.status, codesOf(large)], [413, ['tooLarge']]);
  const fits = await desk.ask('POST', '/api/graphql', { json: { query, variables: { x: 'y'.repeat(15_000) } } });
  assert.equal(fits.status, 200, 'more than other addresses take');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const other = await desk.ask('POST', '/api/graphql', { body: 'query={competitions{id}}', headers: form });
  assert.deepEqual([other.status, codesOf(other)], [415, ['unsupportedMediaType']]);
  // What a foreign page can send without asking first.
  const simple = await desk.ask('POST', '/api/graphql', { body: query, headers: { 'content-type': 'text/plain' } });
  assert.deepEqual([simple.status, codesOf(simple)], [400, ['badRequest']]);
});

test('a document that is parsed already is no query: nobody would have counted it', async (t) => {
  const desk = await openHttpDesk(t);
  for (const query of ['{ }', 'null', '[]', JSON.stringify(parse('{ competitions { id } }'))]) {
    const answer = await desk.ask('POST', '/api/graphql', { json: { query } });
    assert.deepEqual([answer.status, codesOf(answer)], [400, ['badRequest']], query);
  }
});

test('a page of another site and another host’s name are refused here as elsewhere', async (t) => {
  const desk = await openHttpDesk(t);
  const json = { query: '{ competitions { id } }' };
  const foreign = await desk.ask('POST', '/api/graphql', { json, headers: { origin: 'http://evil.example' } });
  assert.deepEqual([foreign.status, codesOf(foreign)], [403, ['wrongOrigin']]);
  const rebound = await desk.ask('POST', '/api/graphql', { json, headers: { host: 'evil.example' } });
  assert.deepEqual([rebound.status, codesOf(rebound)], [421, ['wrongHost']]);
});

test('too many requests of one address are asked to wait', async (t) => {
  const desk = await openHttpDesk(t);
  const app = await createApp(desk.parts, desk.metrics);
  t.after(() => app.close());
  await addGraphql(app, desk.parts, { ...graphqlLimits, requestsPerMinute: 2 });
  const ask = (remoteAddress: string) =>
    app.inject({
      method: 'GET',
      url: '/api/graphql?query={__typename}',
      headers: { host: 'localhost' },
      remoteAddress,
    });
  const statuses = [];
  for (const _ of [1, 2, 3]) statuses.push((await ask('192.168.1.20')).statusCode);
  assert.deepEqual(statuses, [200, 200, 429]);
  assert.ok((await ask('192.168.1.20')).headers['retry-after']);
  assert.equal((await ask('192.168.1.21')).statusCode, 200);
});

test('a defect is told without its insides, and a line in the log', async (t) => {
  const broken = () => {
    throw new Error('the insides');
  };
  const intake = { list: broken, find: broken, submit: broken, onCommitted: () => undefined };
  const desk = await openHttpDesk(t, { intake });
  const answer = await post(desk, '{ competitions { id } }', {}, true);
  assert.deepEqual(codesOf(answer), ['internal']);
  assert.doesNotMatch(answer.text, /insides/);
  assert.deepEqual(desk.world.logged, ['a GraphQL field failed']);
});

test('who is organiser cannot be known while sessions cannot be looked up: that field only', async (t) => {
  const desk = await openHttpDesk(t);
  await holdTournament(desk.intake);
  await desk.logIn();
  desk.world.redisUp = false;
  const answer = await post(desk, '{ competition(id: "tournament") { entry(number: 1) { name bornIn } } }');
  assert.deepEqual(codesOf(answer), ['unavailable']);
  assert.deepEqual(answer.read<GraphqlAnswer<object>>().data, {
    competition: { entry: { name: 'Adi Pranata', bornIn: null } },
  });
});

test('what a query may cost: pages by their length, fragments wherever they are spread, the dearest operation', () => {
  const costOf = (query: string, variables: object = {}) =>
    costOfDocument(schema, parse(query), { ...variables }, 1_000);
  assert.equal(costOf('{ competition(id: "x") { id name } }'), 3);
  const entries = (page: string) => `competition(id: "x") { entries${page} { totalCount edges { node { name } } } }`;
  // competition, entries, totalCount, edges; then node and name of each.
  assert.equal(costOf(`{ ${entries('(first: 7)')} }`), 4 + 2 * 7);
  assert.equal(costOf(`{ ${entries('')} }`), 4 + 2 * 100, 'as long as the schema says');
  const byVariable = `query ($n: Int! = 5) { ${entries('(first: $n)')} }`;
  assert.equal(costOf(byVariable), 4 + 2 * 5);
  assert.equal(costOf(byVariable, { n: 9 }), 4 + 2 * 9);
  assert.equal(
    costOfDocument(schema, parse(byVariable), undefined, 100),
    4 + 2 * 100,
    'not known: as long as it may be',
  );
  assert.equal(costOf(`{ ${entries('(first: 99999)')} }`), 4 + 2 * 1_000, 'longer ones are refused anyhow');
  const spread = `{ a: ${entries('(first: 7)')} ...Again ... on Query { b: ${entries('(first: 7)')} } }
    fragment Again on Query { c: ${entries('(first: 7)')} }`;
  assert.equal(costOf(spread), 3 * (4 + 2 * 7));
  assert.equal(costOf(`query A { competitions { id } } query B { ${entries('(first: 50)')} }`), 4 + 2 * 50);
});

test('fragments of fragments are gone through once, however often they are spread', () => {
  const levels = Array.from({ length: 40 }, (_, level) => {
    const below = level === 39 ? 'id name' : `...F${level + 1} ...F${level + 1}`;
    return `fragment F${level} on Competition { ${below} }`;
  });
  const query = `{ competition(id: "x") { ...F0 } } ${levels.join(' ')}`;
  assert.equal(costOfDocument(schema, parse(query), {}, 1_000), 1 + 2 ** 40);
});

test('lengths of lists are of fields that there are', () => {
  for (const place of Object.keys(listLengths)) {
    const [type = '', field = ''] = place.split('.');
    const found = schema.getType(type);
    assert.ok(found && 'getFields' in found && field in found.getFields(), place);
  }
});
