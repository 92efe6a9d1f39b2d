import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { codesOf, type GraphqlAnswer, post, read } from '../../testing/graphql-client.ts';
import { openHttpDesk } from '../../testing/http-desk.ts';
import { newEntry, score } from '../../testing/small-competition.ts';
import { holdTournament } from '../../testing/tournament-day.ts';

async function openTournament(t: TestContext) {
  const desk = await openHttpDesk(t);
  return { desk, ...(await holdTournament(desk.intake)) };
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageFields = (node: string) =>
  `{ totalCount edges { cursor node { ${node} } } pageInfo { hasNextPage endCursor } }`;

/** Fields of a competition that are pages, `$first` and `$after` put in. */
const pages = {
  entries: `entries(first: $first, after: $after) ${pageFields('number name club category')}`,
  filtered: `entries(first: $first, after: $after, category: "RM", club: "Garuda") ${pageFields('number name')}`,
  ranking: `ranking(category: "RM", first: $first, after: $after) ${pageFields('key rank total decidedBy isIn')}`,
  running: `runningRanking(category: "RM", basis: total, first: $first, after: $after) ${pageFields('entry rank')}`,
  qualification: `event(id: "RW") { qualification(first: $first, after: $after) ${pageFields('key rank')} }`,
  final: `event(id: "RM") { finalRanking(first: $first, after: $after) ${pageFields('key place medal')} }`,
};

test('pages of one, two and five come to the whole list, for every list that has pages', async (t) => {
  const { desk } = await openTournament(t);
  for (const [name, field] of Object.entries(pages)) {
    const query = `query ($first: Int!, $after: String) { competition(id: "tournament") { ${field} } }`;
    const pageOf = async (first: number, after: string | null): Promise<Page> => {
      const { competition } = await read<{ competition: Record<string, Page & Record<string, Page>> }>(desk, query, {
        first,
        after,
      });
      const [page] = Object.values(competition);
      assert.ok(page);
      return 'edges' in page ? page : (Object.values(page as Record<string, Page>)[0] ?? assert.fail());
    };
    const whole = await pageOf(1_000, null);
    assert.ok(whole.edges.length >= 2, name);
    assert.deepEqual([whole.totalCount, whole.pageInfo.hasNextPage], [whole.edges.length, false], name);
    for (const first of [1, 2, 5]) {
      const edges: unknown[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await pageOf(first, after);
        assert.ok(page.edges.length <= first);
        assert.equal(page.totalCount, whole.totalCount);
        edges.push(...page.edges);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      assert.deepEqual(edges, whole.edges, `${name} by ${first}`);
    }
  }
});

test('a page goes on after the same archer although the ranking changed in between', async (t) => {
  const { desk, submit } = await openTournament(t);
  await submit({
    kind: 'importEntries',
    categories: [],
    entries: [newEntry('Made Surya', 'BM', '5C'), newEntry('Nyoman Adi', 'BM', '5D')],
  });
  await submit(score(13, 1, 0, '7', '7', '7'));
  const query = `query ($after: String) { competition(id: "tournament") {
    ranking(category: "BM", first: 2, after: $after) { edges { node { name } } pageInfo { endCursor } } } }`;
  const names = (page: { competition: { ranking: Page } }) =>
    page.competition.ranking.edges.map(({ node }) => (node as { name: string }).name);
  const first = await read<{ competition: { ranking: Page } }>(desk, query);
  assert.deepEqual(names(first), ['Krisna Putra', 'Lukas Tama']);
  // Nyoman, last, is put before everybody.
  await submit(score(14, 1, 0, 'X', 'X', 'X'));
  await submit(score(14, 2, 0, 'X', 'X', 'X'));
  const second = await read<{ competition: { ranking: Page } }>(desk, query, {
    after: first.competition.ranking.pageInfo.endCursor,
  });
  assert.deepEqual(names(second), ['Made Surya'], 'nobody twice');
});

test('what is worked out here: seats, seeds, scores and who goes on', async (t) => {
  const { desk } = await openTournament(t);
  const { competition } = await read<{ competition: Record<string, unknown> }>(
    desk,
    `{ competition(id: "tournament") {
      name position { epoch seq }
      ranking(category: "RM") { cut unfinished edges { node { key rank rankByScore decidedBy isIn standing } } }
      event(id: "RM") {
        seeds { seed competitor { name } }
        semi: match(id: "2/1") { status wonBy winner a { seed points } b { seed points } shootOffs { closest begins a { arrows points } } }
        final: match(id: "1/1") { status next a { competitor { name } } projection { side toWin toDraw ifWon } slot { at buttA } }
      }
      none: event(id: "none") { id }
    } missing: competition(id: "none") { id } }`,
  );
  const event = competition.event as Record<string, unknown>;
  assert.deepEqual(competition.position, { epoch: 'e1', seq: desk.intake.facts.length });
  assert.equal(competition.none, null);
  assert.deepEqual(competition.ranking, {
    cut: 4,
    unfinished: 0,
    edges: [
      ['1', 1, 1, null, true, 'competing'],
      ['2', 2, 2, null, true, 'competing'],
      ['3', 3, 3, null, true, 'competing'],
      ['4', 4, 4, 'SO', true, 'competing'],
      ['5', 5, 4, 'SO', false, 'competing'],
      ['6', 6, 6, null, false, 'DNF'],
    ].map(([key, rank, rankByScore, decidedBy, isIn, standing]) => ({
      node: { key, rank, rankByScore, decidedBy, isIn, standing },
    })),
  });
  assert.deepEqual(
    (event.seeds as { competitor: { name: string } }[]).map(({ competitor }) => competitor.name),
    ['Adi Pranata', 'Bayu Lesmana', 'Cahya Utama', 'Danu Wijaya'],
  );
  assert.deepEqual(event.semi, {
    status: 'over',
    wonBy: 'shootOff',
    winner: 'a',
    a: { seed: 1, points: 6 },
    b: { seed: 4, points: 5 },
    shootOffs: [{ closest: 'a', begins: 'b', a: { arrows: ['10'], points: 10 } }],
  });
  assert.deepEqual(event.final, {
    status: 'end',
    next: 1,
    a: { competitor: { name: 'Adi Pranata' } },
    projection: { side: 'b', toWin: 28, toDraw: 27, ifWon: 'goesOn' },
    slot: { at: '2026-05-02T15:00', buttA: 1 },
  });
});

test('what names judges, devices and years of birth is the organiser’s; the rest of the answer comes', async (t) => {
  const { desk } = await openTournament(t);
  const query = `{ competition(id: "tournament") {
    entry(number: 3) { name bornIn scorecard { isLocked lock { by } changes { kind by role device reason } } }
    event(id: "RM") { ties { reason by at } match(id: "2/1") { changes { kind by } } } } }`;
  const open = await post(desk, query, {}, true);
  const answer = open.read<GraphqlAnswer<{ competition: { entry: { name: string; scorecard: object } } }>>();
  assert.equal(open.status, 200);
  assert.deepEqual(
    answer.errors?.map(({ path, extensions }) => `${path?.slice(1).join('.')} ${extensions?.code}`).sort(),
    [
      'entry.bornIn notLoggedIn',
      'entry.scorecard.changes notLoggedIn',
      'entry.scorecard.lock notLoggedIn',
      'event.match.changes notLoggedIn',
      'event.ties.0.at notLoggedIn',
      'event.ties.0.by notLoggedIn',
    ],
  );
  assert.equal(answer.data.competition.entry.name, 'Cahya Utama');
  assert.deepEqual(answer.data.competition.entry.scorecard, { isLocked: false, lock: null, changes: null });
  assert.doesNotMatch(open.text, /Hakim|tablet-1/);

  await desk.logIn();
  const full = await post(desk, query);
  assert.deepEqual(codesOf(full), []);
  assert.match(full.text, /Hakim/);
  assert.match(full.text, /tablet-1/);
});

test('GET and POST, never kept by anybody in between; no page to write queries in, no writing', async (t) => {
  const { desk } = await openTournament(t);
  const got = await desk.ask('GET', `/api/graphql?query=${encodeURIComponent('{ competitions { id } }')}`);
  assert.deepEqual(got.read(), { data: { competitions: [{ id: 'tournament' }] } });
  assert.equal(got.headers['cache-control'], 'no-store');
  const byGet = 'query ($id: ID!) { competition(id: $id) { name } }';
  const asked = `query=${encodeURIComponent(byGet)}&variables=${encodeURIComponent('{"id":"tournament"}')}`;
  assert.deepEqual((await desk.ask('GET', `/api/graphql?${asked}`)).read(), {
    data: { competition: { name: 'Piala Uji' } },
  });
  assert.equal((await desk.ask('GET', '/graphiql')).status, 404);
  assert.deepEqual(codesOf(await post(desk, 'mutation { anything }')), ['badRequest']);
  const subscription = 'subscription { event(competition: "tournament", event: "RM") { id } }';
  assert.ok(codesOf(await post(desk, subscription)).length > 0, 'a subscription needs a socket');
});

test('introspection as clients ask for it fits into the limits, and says what things are', async (t) => {
  const desk = await openHttpDesk(t);
  const answer = await post(desk, getIntrospectionQuery({ schemaDescription: true }), {}, true);
  assert.deepEqual([answer.status, codesOf(answer)], [200, []], answer.text.slice(0, 300));
  const { __schema } = answer.read<GraphqlAnswer<{ __schema: { description: string; types: object[] } }>>().data;
  assert.match(__schema.description, /no mutations/);
  assert.ok(__schema.types.length > 40);
});
