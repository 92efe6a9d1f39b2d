// Two TVs and the desk in real browsers: taken, told what to show, announced to, held back from during a review, and there again by
// themselves after the appliance was killed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { Leaderboard } from './wire/api-leaderboards.ts';
import type { ScreensView } from './wire/api-show.ts';

const password = 'a long enough password';

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition = '';
let ports = { port: 0, realtimePort: 0 };
const folder = createDataFolder();

before(async () => {
  browser = await openBrowser();
  ports = { port: await findFreePort(), realtimePort: await findFreePort() };
  appliance = await runAppliance({ dataFolder: folder.path, ...ports });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const { id } = await desk.createCompetition({
    ...{ name: 'Screen Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  competition = id;
  await desk.importCsv(id, 'name,club,category,target\nAyu,Elang,RM,1A\nRaka,Elang,RM,1B\n');
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openTv(path = '/tv'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.goto(appliance.origin + path);
  return page;
}

async function openScreensDesk(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${appliance.origin}/desk`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: /Screen Cup/ }).click();
  await page.getByRole('link', { name: 'Screens', exact: true }).click();
  return page;
}

const findFaults = (page: Page) => findAccessFaults(page, { rules: 'all' });

async function score(end: number, ...arrows: readonly string[]): Promise<void> {
  const path = `/api/competitions/${competition}/entries/1/scorecard/arrows`;
  await desk.request('POST', path, { end, first: 0, arrows });
}

/** What anybody is answered who is not logged in. */
async function publicTotal(): Promise<number | undefined> {
  const answer = await fetch(`${appliance.origin}/api/competitions/${competition}/leaderboards/RM`);
  const { rows } = (await answer.json()) as Leaderboard;
  return rows.find(({ entry }) => entry === 1)?.total;
}

test('TVs are taken and run from the desk, see announcements and reviews, and come back by themselves', async (t) => {
  const [hall, bar, deskPage] = [await openTv(), await openTv('/tv/Bar'), await openScreensDesk()];
  const code = await hall.getByRole('heading', { name: /^[A-Z2-9]{4}$/ }).innerText();
  assert.notEqual(code, await bar.getByRole('heading', { name: /^[A-Z2-9]{4}$/ }).innerText());
  assert.deepEqual(await findFaults(hall), []);

  const waiting = deskPage.getByRole('listitem').filter({ hasText: 'Waits to be taken' });
  await waiting.nth(1).waitFor();
  assert.deepEqual(await findFaults(deskPage), []);
  await waiting.filter({ hasText: code }).getByRole('button', { name: 'Take' }).click();
  await waiting.nth(1).waitFor({ state: 'detached' });
  await waiting.getByRole('button', { name: 'Take' }).click();
  await waiting.waitFor({ state: 'detached' });
  // By itself: what goes on.
  for (const tv of [hall, bar])
    await tv
      .getByText(/Ayu|Follow on your phone/)
      .first()
      .waitFor();

  const rows = deskPage.getByRole('listitem').filter({ has: deskPage.getByLabel('Name of the screen') });
  const hallRow = rows.filter({ hasText: code });
  await hallRow.getByLabel('Name of the screen').fill('Main hall');
  await hallRow.getByLabel('Name of the screen').press('Enter');
  await hallRow.getByRole('button', { name: 'Which one is it?' }).click();
  await hall.getByRole('status').filter({ hasText: 'Main hall' }).waitFor();
  assert.equal(await bar.getByText('Main hall').count(), 0);
  for (const row of await rows.all()) await row.getByLabel('Shows').selectOption({ label: 'Leaderboard: Recurve Men' });
  for (const tv of [hall, bar]) await tv.getByRole('cell', { name: 'Raka' }).or(tv.getByText('Raka')).first().waitFor();
  await hallRow.getByText('Leaderboard: Recurve Men').first().waitFor();

  await deskPage.getByLabel('Text').fill('x'.repeat(301));
  await deskPage.getByRole('button', { name: 'Announce', exact: true }).click();
  await deskPage.getByText(/more than 300 letters/).waitFor();
  await deskPage.getByLabel('Text').fill('Lunch until 13:30');
  await deskPage.getByRole('button', { name: 'Announce', exact: true }).click();
  for (const tv of [hall, bar]) await tv.getByRole('status').filter({ hasText: 'Lunch until 13:30' }).waitFor();
  await deskPage.getByRole('button', { name: 'Withdraw' }).click();
  for (const tv of [hall, bar]) await tv.getByText('Lunch until 13:30').waitFor({ state: 'detached' });

  await score(1, 'X', '10', '9', '9', '8', '8');
  await hall.getByText('54', { exact: true }).first().waitFor();
  await deskPage.getByRole('combobox', { name: /^What/ }).selectOption({ label: 'Recurve Men' });
  await deskPage.getByLabel('Judge').fill('Sari');
  await deskPage.getByRole('button', { name: 'Freeze for the public' }).click();
  await hall.getByText(/under review/).waitFor();
  await score(2, '9', '9', '9', '9', '9', '9');
  const late = await openTv('/tv/bar');
  await late.getByText(/under review/).waitFor();
  await late.getByText('54', { exact: true }).first().waitFor();
  assert.equal(await late.getByText('108', { exact: true }).count(), 0);
  assert.equal(await publicTotal(), 54);
  const seen = await desk.request<Leaderboard>('GET', `/api/competitions/${competition}/leaderboards/RM`);
  assert.equal(seen.rows.find(({ entry }) => entry === 1)?.total, 108, 'the organiser sees how it is');

  await appliance.kill();
  appliance = await runAppliance({ dataFolder: folder.path, ...ports });
  await desk.request('POST', '/api/session', { password });
  assert.equal(await publicTotal(), 54, 'after a restart too');
  await hall.reload();
  await hall.getByText(/under review/).waitFor();
  await hall.getByText('54', { exact: true }).first().waitFor();
  const held = `/api/competitions/${competition}/categories/RM/frozen`;
  await desk.request('DELETE', held);
  for (const tv of [hall, bar]) await tv.getByText('108', { exact: true }).first().waitFor();
  assert.equal(await publicTotal(), 108);
  await t.waitFor(
    async () => {
      const { screens } = await desk.request<ScreensView>('GET', `/api/competitions/${competition}/screens`);
      assert.deepEqual(screens.map(({ name, seen: there }) => [name, there?.isThere]).sort(), [
        ['Main hall', true],
        [screens.find(({ id }) => id === 'bar')?.name, true],
      ]);
    },
    { timeout: 20_000 },
  );
});
