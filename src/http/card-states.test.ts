import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { qualificationSteps, setUpSteps } from '../testing/rest-tournament.ts';
import { takeSteps } from '../testing/take-steps.ts';
import type { CardStatesView } from '../wire/api-card-states.ts';

async function scored(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id } = await takeSteps(desk, [...setUpSteps, ...qualificationSteps]);
  const competition = `/api/competitions/${id}`;
  const cards = async (query = '') => (await desk.ask('GET', `${competition}/cards${query}`)).read<CardStatesView>();
  return { desk, competition, cards };
}

test('differences of all cards are found, until they are settled', async (t) => {
  const { desk, competition, cards } = await scored(t);
  assert.deepEqual((await cards('?show=differing')).cards, []);
  await desk.ask('PUT', `${competition}/entries/2/scorecard/ends/1/check`, { json: { arrows: ['9', '8', '9'] } });
  const found = await cards('?show=differing');
  assert.deepEqual(
    found.cards.map(({ entry, name, target, differing, total }) => [entry, name, target, differing, total]),
    [[2, 'Bayu', '1B', [1], 48]],
  );
  assert.deepEqual([found.counts.differing, found.counts.all, found.scoring], [1, 6, 'one']);
  const arrows = { was: ['9', '9', '9'], arrows: ['9', '9', '8'], reason: 'second card; judge Sinta' };
  await desk.ask('PUT', `${competition}/entries/2/scorecard/ends/1`, { json: arrows });
  assert.deepEqual((await cards('?show=differing')).cards, []);
});

test('the list comes in pages, of whatever is shown', async (t) => {
  const { cards } = await scored(t);
  const all = await cards();
  assert.deepEqual([all.next, all.cards.length], [null, 6]);
  const first = await cards('?limit=4');
  const second = await cards(`?limit=4&after=${first.next}`);
  assert.deepEqual([...first.cards, ...second.cards], all.cards);
  const unsigned = await cards('?show=unsigned&limit=1');
  const rest = await cards(`?show=unsigned&limit=100&after=${unsigned.next}`);
  assert.equal(1 + rest.cards.length, all.counts.unsigned);
});

test('the list is the organiser’s, and asks for what there is', async (t) => {
  const { desk, competition } = await scored(t);
  assert.equal((await desk.ask('GET', `${competition}/cards`, { anonymous: true })).code, 'notLoggedIn');
  for (const query of ['?show=everything', '?limit=0', '?after=nonsense']) {
    assert.equal((await desk.ask('GET', `${competition}/cards${query}`)).code, 'badRequest', query);
  }
});
