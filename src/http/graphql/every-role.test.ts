// Every operation of GraphQL, and every field that is the organiser's, × everybody who may ask.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { buildSchema, isObjectType } from 'graphql';
import { openRoles, type Roles } from '../../testing/every-role.ts';
import { codesOf, type GraphqlAnswer, openSocket } from '../../testing/graphql-client.ts';
import { openHttpDesk } from '../../testing/http-desk.ts';
import { holdTournament } from '../../testing/tournament-day.ts';
import { schemaText } from './schema.ts';

const schema = buildSchema(schemaText);
const inTournament = (query: string) => `{ competition(id: "tournament") { ${query} } }`;
const inCard = (query: string) => inTournament(`entry(number: 1) { scorecard { ${query} } }`);

/** A query of each field that is the organiser's only, in which it has a value for the organiser. */
const organiserFields: Readonly<Record<string, string>> = {
  'Entry.bornIn': inTournament('entry(number: 1) { bornIn }'),
  'Scorecard.lock': inCard('lock { at }'),
  'Scorecard.signatures': inCard('signatures { name }'),
  'Scorecard.changes': inCard('changes { at }'),
  'Match.changes': inTournament('event(id: "RM") { match(id: "2/1") { changes { at } } }'),
  'TieDecision.at': inTournament('event(id: "RM") { ties { at } }'),
  'TieDecision.by': inTournament('event(id: "RM") { ties { by } }'),
};

/** What everybody may ask, one of each operation. */
const queries: Readonly<Record<string, string>> = {
  competitions: '{ competitions { id name } }',
  competition: inTournament('name entries { edges { node { name club } } }'),
};
const subscriptions: Readonly<Record<string, string>> = {
  ranking: 'ranking(competition: "tournament", category: "RM") { edges { node { total } } }',
  match: 'match(competition: "tournament", event: "RM", match: "2/1") { id winner }',
  event: 'event(competition: "tournament", event: "RM") { name }',
  show: 'show(competition: "tournament") { announcements { text } }',
};

async function open(t: TestContext) {
  const desk = await openHttpDesk(t);
  const roles = await openRoles(desk);
  await holdTournament(desk.intake);
  const facts = desk.intake.facts.length;
  t.after(() => assert.equal(desk.intake.facts.length, facts, 'reading changes nothing'));
  const post = (query: string, headers: Roles['nobody']) =>
    desk.ask('POST', '/api/graphql', { json: { query }, headers, anonymous: true });
  return { desk, roles, post };
}

test('the tables name every operation, and every field that the schema calls the organiser’s', () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const marked = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ description }) => /organiser only/.test(description ?? ''))
      .map(({ name }) => `${type.name}.${name}`),
  );
  assert.deepEqual(marked.toSorted(), Object.keys(organiserFields).toSorted());
  assert.deepEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted(), Object.keys(queries).toSorted());
  const watched = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
  assert.deepEqual(watched.toSorted(), Object.keys(subscriptions).toSorted());
  assert.equal(schema.getMutationType(), undefined);
});

test('what everybody may ask is the same for all, and there is nothing to change', async (t) => {
  const { roles, post, desk } = await open(t);
  for (const query of Object.values(queries)) {
    const organiser = await desk.ask('POST', '/api/graphql', { json: { query } });
    assert.deepEqual(codesOf(organiser), []);
    for (const [role, headers] of Object.entries(roles))
      assert.equal((await post(query, headers)).text, organiser.text, `${query} by ${role}`);
  }
  for (const [role, headers] of Object.entries({ ...roles, organiser: { cookie: desk.cookie() } }))
    assert.deepEqual(codesOf(await post('mutation { competitions { id } }', headers)), ['badRequest'], role);
});

test('what is the organiser’s is an error in its place for everybody else', async (t) => {
  const { roles, post, desk } = await open(t);
  for (const [field, query] of Object.entries(organiserFields)) {
    const organiser = await desk.ask('POST', '/api/graphql', { json: { query } });
    assert.deepEqual(codesOf(organiser), [], field);
    for (const [role, headers] of Object.entries(roles)) {
      const answer = await post(query, headers);
      const codes = codesOf(answer);
      assert.ok(
        codes.length > 0 && codes.every((code) => code === 'notLoggedIn'),
        `${field} by ${role} ${answer.text}`,
      );
      const name = field.split('.')[1] ?? '';
      assert.match(answer.text, new RegExp(`"${name}":null`), `${field} by ${role}`);
    }
  }
});

test('subscriptions: by everybody, and what is the organiser’s in them by nobody else', async (t) => {
  const { roles, desk } = await open(t);
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const address = desk.app.server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const secret = 'match(competition: "tournament", event: "RM", match: "2/1") { changes { at } }';
  for (const [role, headers] of Object.entries({ ...roles, organiser: { cookie: desk.cookie() } })) {
    const client = await openSocket(port, { headers });
    for (const [name, query] of Object.entries({ ...subscriptions, secret }))
      client.subscribe(name, `subscription { ${query} }`);
    for (const name of Object.keys(subscriptions)) {
      const { payload } = await client.next(name);
      assert.equal((payload as GraphqlAnswer<object>).errors?.length ?? 0, 0, `${name} by ${role}`);
    }
    const { payload } = await client.next('secret');
    const { errors, data } = payload as GraphqlAnswer<{ match: { changes: object[] | null } }>;
    const isOrganiser = role === 'organiser';
    assert.equal(errors?.[0]?.extensions?.code, isOrganiser ? undefined : 'notLoggedIn', role);
    assert.equal(data.match.changes !== null, isOrganiser, role);
    client.socket.terminate();
  }
});
