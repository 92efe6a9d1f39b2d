import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

test('a competition is deleted by the organiser who gives its name, and by nobody else', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  const path = `/api/competitions/${id}`;
  const stranger = await desk.ask('DELETE', path, { json: { name: 'Piala Uji' }, anonymous: true });
  assert.equal(stranger.code, 'notLoggedIn');
  for (const name of ['', 'piala uji', 'Piala']) {
    const wrong = await desk.ask('DELETE', path, { json: { name } });
    assert.deepEqual([wrong.status, wrong.code], [422, 'nameDiffers'], name);
  }
  desk.intake.defer = 'journalDown';
  assert.equal((await desk.ask('DELETE', path, { json: { name: 'Piala Uji' } })).code, 'journalDown');
  desk.intake.defer = undefined;
  assert.equal((await desk.ask('DELETE', path, { json: { name: ' Piala Uji ' } })).status, 204);
  assert.equal((await desk.ask('GET', path)).code, 'unknownCompetition');
  assert.equal((await desk.ask('DELETE', path, { json: { name: 'Piala Uji' } })).status, 204, 'asked again');
});

test('with a Redis that other nodes may share nothing is deleted', async (t) => {
  const desk = await openHttpDesk(t, { removal: undefined });
  await desk.logIn();
  const id = await desk.createCompetition();
  const answer = await desk.ask('DELETE', `/api/competitions/${id}`, { json: { name: 'Piala Uji' } });
  assert.deepEqual([answer.status, answer.code], [409, 'sharedRedis']);
  assert.equal((await desk.ask('GET', `/api/competitions/${id}`)).status, 200);
});

test('archived: refused is what would change it, and reopening what is open', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const path = `/api/competitions/${await desk.createCompetition()}`;
  assert.equal((await desk.ask('DELETE', `${path}/closed`)).code, 'competitionIsOpen');
  assert.equal((await desk.ask('PUT', `${path}/closed`, { json: {} })).read<CompetitionView>().isClosed, true);
  const refused = await desk.ask('PUT', `${path}/scoring`, { json: { mode: 'two' } });
  assert.deepEqual([refused.status, refused.code], [409, 'competitionIsClosed']);
  assert.equal((await desk.ask('DELETE', `${path}/closed`)).read<CompetitionView>().isClosed, false);
});
