// A playlist made at the desk in a real browser: put in order by keys, buttons and the mouse, looked at before it is on air, removed and
// brought back; and a single match chosen for a screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { type BoardVenue, openBoardVenue } from './testing/board-scenes.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { ScreensView } from './wire/api-show.ts';

const password = 'a long enough password';
const folder = createDataFolder();
const errors: string[] = [];
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let venue: BoardVenue;

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  venue = await openBoardVenue(desk);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openScreensDesk(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${appliance.origin}/desk#/${venue.id}/screens`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Playlists' }).waitFor();
  return page;
}

const screens = () => desk.request<ScreensView>('GET', `/api/competitions/${venue.id}/screens`);

/** Lines of the editor, from the top down. */
const order = (page: Page) => page.locator('form ol > li > span:nth-child(2)').allInnerTexts();
const handleOf = (page: Page, view: string) => page.getByRole('button', { name: `drag: ${view}` });

test('a playlist is put in order by keys, buttons and the mouse, and looked at before it is on air', async () => {
  const page = await openScreensDesk();
  await page.getByText('There is no playlist yet').waitFor();
  await page.getByRole('button', { name: 'New playlist' }).click();
  await page.getByText('Nothing is in it yet').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give it a name').waitFor();
  await page.getByText('Add at least one thing to show').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Finals');

  const add = page.getByLabel('Add', { exact: true });
  for (const label of ['Leaderboard: Recurve Men', 'Medal table', 'Schedule']) await add.selectOption({ label });
  await add.selectOption({ label: 'A match: Recurve Men' });
  await page.getByLabel('Match', { exact: true }).selectOption({ label: 'Final 1/1: … – …' });
  const match = 'Match 1/1: Recurve Men';
  assert.deepEqual(await order(page), ['Leaderboard: Recurve Men', 'Medal table', 'Schedule', match]);

  await handleOf(page, 'Schedule').press('ArrowUp');
  await page.getByRole('status').filter({ hasText: 'Schedule is now 2 of 4' }).waitFor({ state: 'attached' });
  assert.deepEqual(await order(page), ['Leaderboard: Recurve Men', 'Schedule', 'Medal table', match]);
  await page.keyboard.press('ArrowUp');
  assert.deepEqual((await order(page))[0], 'Schedule', 'the keyboard stays with the line');
  await page.keyboard.press('ArrowUp');
  assert.deepEqual((await order(page))[0], 'Schedule', 'and nothing is before the first');
  await page.getByRole('button', { name: 'Later: Schedule' }).click();
  assert.deepEqual((await order(page)).slice(0, 2), ['Leaderboard: Recurve Men', 'Schedule']);

  const grip = await handleOf(page, match).boundingBox();
  const first = await page.locator('form ol > li').first().boundingBox();
  assert.ok(grip && first);
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, first.y + 4, { steps: 4 });
  await page.locator('li[data-drop="before"]').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal((await order(page))[3], match, 'Escape leaves it where it was');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, first.y + 4, { steps: 4 });
  await page.locator('li[data-drop="before"]').waitFor();
  await page.mouse.up();
  assert.deepEqual(await order(page), [match, 'Leaderboard: Recurve Men', 'Schedule', 'Medal table']);

  await page.getByRole('button', { name: 'Leave out: Schedule' }).click();
  await page.getByText('Left out: Schedule.').waitFor();
  assert.equal((await order(page)).length, 3);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await order(page), [match, 'Leaderboard: Recurve Men', 'Schedule', 'Medal table']);

  await page.getByRole('button', { name: 'Preview: Leaderboard: Recurve Men' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Recurve Men' }).waitFor();
  await frame.getByRole('row').nth(5).waitFor();
  const { others } = await screens();
  assert.deepEqual(others, [], 'a look is no screen');
  assert.deepEqual(await findAccessFaults(page), []);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await findLayoutFaults(page), [], String(width));
  }

  const seconds = page.getByLabel('Seconds a page: Schedule');
  await seconds.fill('2');
  await page.getByText('A page is shown for 3 to 600 seconds').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  assert.deepEqual((await screens()).playlists, []);
  await seconds.fill('25');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'New playlist' }).waitFor();
  const [saved] = (await screens()).playlists;
  assert.deepEqual(
    saved?.items.map(({ view, seconds: each }) => `${view.kind} ${each}`),
    ['match 20', 'leaderboard 12', 'schedule 25', 'medals 10'],
  );

  const line = page.getByRole('listitem').filter({ hasText: 'Finals' });
  await line.getByRole('button', { name: 'Copy' }).click();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Finals (copy)');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Finals (copy)' }).waitFor();
  await line.first().getByRole('button', { name: 'Remove' }).click();
  await page.getByText('“Finals” was removed.').waitFor();
  assert.deepEqual(
    (await screens()).playlists.map(({ name }) => name),
    ['Finals (copy)'],
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('“Finals” was removed.').waitFor({ state: 'detached' });
  assert.deepEqual(
    (await screens()).playlists.find(({ id }) => id === saved?.id),
    saved,
    'all of it is there again',
  );
  await page.context().close();
  assert.deepEqual(errors, []);
});

test('a single match is chosen for a screen, and looked at from the desk', async () => {
  await desk.request('POST', '/api/screens/hall', { width: 1920, height: 1080, view: null });
  await desk.request('PUT', `/api/competitions/${venue.id}/screens/hall`, {
    ...{ name: 'Hall', shows: { kind: 'automatic' }, isBlank: false },
  });
  const page = await openScreensDesk();
  await page.getByLabel('Shows').selectOption({ label: 'A match: Recurve Men' });
  const matches = page.getByLabel('Match', { exact: true });
  const names = await matches.locator('option', { hasText: '3/1' }).innerText();
  assert.match(names, /^Quarter-final 3\/1: Bo – /);
  await matches.selectOption('3/1');
  await matches.waitFor({ state: 'detached' });
  await page
    .getByLabel('Shows')
    .locator('option:checked', { hasText: 'Match 3/1: Recurve Men' })
    .waitFor({ state: 'attached' });
  const [screen] = (await screens()).screens;
  assert.deepEqual(screen?.shows, { kind: 'view', view: { kind: 'match', event: 'RM', match: '3/1' } });
  await page
    .getByRole('listitem')
    .filter({ has: page.getByLabel('Shows') })
    .getByRole('button', { name: 'Preview' })
    .click();
  await page.frameLocator('iframe').getByText('Bo', { exact: true }).first().waitFor();
  await page.context().close();
  assert.deepEqual(errors, []);
});
