// Paper cards and the judges' log over HTTP: what the desk sees of them, and where else they show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../../testing/http-desk.ts';
import { qualificationSteps, setUpSteps } from '../../testing/rest-tournament.ts';
import { takeSteps } from '../../testing/take-steps.ts';
import type { CompetitionView } from '../../wire/api-competitions.ts';
import type { NotesView } from '../../wire/api-judges-log.ts';
import type { Leaderboard } from '../../wire/api-leaderboards.ts';
import type { PapersView } from '../../wire/api-papers.ts';

/** Everybody's card is waived, and so official. */
async function openScored(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id } = await takeSteps(desk, [...setUpSteps, ...qualificationSteps]);
  const url = `/api/competitions/${id}`;
  const papers = async (query = '?category=RM') => (await desk.ask('GET', `${url}/papers${query}`)).read<PapersView>();
  return { desk, url, papers };
}

test('official stands at the category and on the board, and goes when a card changes', async (t) => {
  const { desk, url, papers } = await openScored(t);
  const isOfficial = async () => {
    const { categories } = (await desk.ask('GET', url)).read<CompetitionView>();
    const board = (await desk.ask('GET', `${url}/leaderboards/RM`)).read<Leaderboard>();
    return [categories[0]?.isOfficial, board.head.official ?? false, (await papers()).categories[0]?.isOfficial];
  };
  assert.deepEqual(await isOfficial(), [true, true, true]);
  const corrected = { was: ['9', '9', '9'], arrows: ['9', '9', '8'], reason: 'misheard' };
  assert.equal((await desk.ask('PUT', `${url}/entries/2/scorecard/ends/1`, { json: corrected })).status, 200);
  assert.deepEqual(await isOfficial(), [false, false, false]);
  assert.deepEqual(
    (await papers()).papers.map(({ entry, state }) => [entry, state]),
    [
      [1, 'waived'],
      [2, 'missing'],
      [3, 'waived'],
      [4, 'waived'],
      [5, 'waived'],
      [6, 'notNeeded'],
    ],
  );
});

test('what is settled by the paper is the result, with arrows as they are', async (t) => {
  const { desk, url, papers } = await openScored(t);
  const paper = { total: 30, counts: [0, 0] };
  await desk.ask('PUT', `${url}/entries/5/paper`, { json: { ...paper, by: 'Rina' } });
  const typed = (await papers('?entry=5')).papers[0];
  assert.deepEqual(
    [typed?.state, typed?.arrows.total, typed?.paper?.total, typed?.paper?.by],
    ['differs', 45, 30, 'Rina'],
  );
  const json = { arrows: typed?.arrows, paper, by: 'Sari', reason: 'added wrong' };
  const stale = await desk.ask('PUT', `${url}/entries/5/paper/settlement`, {
    json: { ...json, paper: { total: 31, counts: [0, 0] } },
  });
  assert.deepEqual([stale.status, stale.code], [409, 'paperChanged']);
  assert.equal((await desk.ask('PUT', `${url}/entries/5/paper/settlement`, { json })).status, 200);
  const settled = (await papers('?entry=5')).papers[0];
  assert.deepEqual([settled?.state, settled?.counts, settled?.settled?.by], ['settled', paper, 'Sari']);
  const { rows } = (await desk.ask('GET', `${url}/leaderboards/RM`)).read<Leaderboard>();
  assert.deepEqual(
    rows.filter(({ entry }) => entry === 5).map(({ total, arrows }) => [total, arrows]),
    [[30, 6]],
  );
});

test('what nobody has is refused, and the lists are the organiser’s', async (t) => {
  const { desk, url } = await openScored(t);
  assert.equal((await desk.ask('GET', `${url}/papers?category=XX`)).code, 'unknownCategory');
  assert.equal((await desk.ask('GET', `${url}/papers?entry=99`)).code, 'unknownEntry');
  for (const path of ['papers', 'notes', 'control'])
    assert.equal((await desk.ask('GET', `${url}/${path}`, { anonymous: true })).code, 'notLoggedIn', path);
});

test('the log tells the newest first, with whom it is about', async (t) => {
  const { desk, url } = await openScored(t);
  await desk.ask('PUT', `${url}/notes/n2`, { json: { sort: 'note', about: { butt: 3 }, text: 'Wind', by: 'Sari' } });
  const { notes } = (await desk.ask('GET', `${url}/notes`)).read<NotesView>();
  assert.deepEqual(
    notes.map(({ id, name, target, ending }) => [id, name, target, ending === undefined]),
    [
      ['n2', null, null, true],
      ['p1', 'Bayu', '1B', true],
    ],
  );
});
