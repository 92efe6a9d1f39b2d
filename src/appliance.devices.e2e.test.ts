// What becomes of ends that wait on a tablet without network while the desk renames and moves it, archives the competition, withdraws it,
// or the appliance comes back without the competition: each in a real browser, by the desk's own forms.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { Leaderboard } from './wire/api-leaderboards.ts';

const password = 'a long enough password';
const csv = ['name,club,category,target', 'Siti Rahma,Garuda,RW,1A', 'Jo Marsh,Riverside,RW,2A', 'Ann Lee,,RW,3A'];
const end = ['x', '9', '8', '7', '6', '5'];

let browser: Browser;
let appliance: RunningAppliance;
let realtimePort: number;
let desk: DeskClient;
let competition: string;
let deskPage: Page;
let tablet: Page;
const folder = createDataFolder();
const errors: string[] = [];

async function openPage(path: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

async function openTablet(butt: number): Promise<Page> {
  const target = (await desk.targets(competition)).find((each) => each.butt === butt);
  const page = await openPage(target?.joinPath ?? assert.fail('no target'), 390, 844);
  await page.getByRole('heading', { name: `Target ${butt}` }).waitFor();
  await page.getByLabel('Arrow values').waitFor();
  return page;
}

async function typeOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  for (const key of [...end, 'Enter']) await page.keyboard.press(key);
  await page.getByText('On this tablet').first().waitFor();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const closed = (method: string) =>
  desk.request(method, `/api/competitions/${competition}/closed`, method === 'PUT' ? {} : undefined);

async function arrowsOf(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await desk.request<Leaderboard>('GET', `/api/competitions/${competition}/leaderboards/RW`);
  return Object.fromEntries(rows.map(({ name, arrows }) => [name, arrows]));
}

before(async () => {
  browser = await openBrowser();
  realtimePort = await findFreePort();
  appliance = await runAppliance({ dataFolder: folder.path, realtimePort });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const dates = { from: '2026-05-02', to: '2026-05-03' };
  const created = { name: 'Spring Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  competition = (await desk.createCompetition(created)).id;
  await desk.importCsv(competition, csv.join('\n'));
  tablet = await openTablet(1);
  deskPage = await openPage('/desk', 1280, 900);
  await deskPage.getByLabel('Password', { exact: true }).fill(password);
  await button(deskPage, 'Log in').click();
  await deskPage.getByRole('link', { name: /Spring Cup/ }).click();
  await deskPage.getByRole('link', { name: 'Targets', exact: true }).click();
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

test('a tablet renamed and moved by the desk delivers what it had typed where it was', async () => {
  await typeOffline(tablet);
  await button(deskPage, /^Change /).click();
  const form = deskPage.getByRole('form', { name: /^Change / });
  await form.getByLabel('Name').fill('Left tablet');
  await form.getByLabel('Target').selectOption('2');
  await form.getByText('Left tablet belongs to target 2 now.').waitFor();
  await form.getByRole('button', { name: 'Save' }).click();
  await button(deskPage, 'Change Left tablet').waitFor();
  assert.deepEqual(await arrowsOf(), { 'Siti Rahma': 0, 'Jo Marsh': 0, 'Ann Lee': 0 });

  await tablet.context().setOffline(false);
  await tablet.getByRole('heading', { name: 'Target 2' }).waitFor();
  await tablet.getByText('Jo Marsh').first().waitFor();
  while ((await arrowsOf())['Siti Rahma'] === 0) await tablet.waitForTimeout(20);
  assert.deepEqual(await arrowsOf(), { 'Siti Rahma': 6, 'Jo Marsh': 0, 'Ann Lee': 0 });
  assert.equal(await tablet.getByRole('alert').count(), 0);
});

test('a competition archived meanwhile says so, keeps what was typed, and takes it once it is reopened', async () => {
  await typeOffline(tablet);
  await closed('PUT');
  await tablet.context().setOffline(false);
  const refused = tablet.getByRole('alert').filter({ hasText: 'This competition is archived' });
  await refused.getByText('nothing can be changed until the organiser reopens it').waitFor();
  assert.match((await refused.innerText()).replaceAll(/\s+/g, ' '), /X 9 8 7 6 5/);
  await tablet.reload();
  await refused.waitFor();
  assert.equal((await arrowsOf())['Jo Marsh'], 0);

  await closed('DELETE');
  await refused.getByRole('button', { name: 'Edit again' }).click();
  await button(tablet, /^Confirm/).click();
  await tablet.getByText('Saved', { exact: true }).waitFor();
  assert.equal((await arrowsOf())['Jo Marsh'], 6);
});

test('a tablet withdrawn by the desk keeps what it had not sent, shows it, and scores no more', async () => {
  await typeOffline(tablet);
  await button(deskPage, 'Withdraw: Left tablet').click();
  await deskPage.getByText('what it has not sent yet stays on it and is shown there').waitFor();
  await deskPage.getByRole('button', { name: 'Withdraw', exact: true }).last().click();
  await button(deskPage, 'Change Left tablet').waitFor({ state: 'detached' });
  await tablet.context().setOffline(false);
  await tablet.getByText('The desk has withdrawn this device.').waitFor();
  await tablet.getByText('Jo Marsh, end 2').waitFor();
  assert.equal((await arrowsOf())['Jo Marsh'], 6);
});

test('on a phone the desk’s open tab is in sight', async () => {
  await deskPage.setViewportSize({ width: 320, height: 700 });
  for (const name of ['Clock', 'Overview']) {
    const tab = deskPage.getByRole('link', { name, exact: true });
    await tab.click();
    await deskPage.waitForURL(name === 'Clock' ? /clock$/ : new RegExp(`${competition}$`));
    await deskPage.reload();
    await tab.waitFor();
    const { x, width } = (await tab.boundingBox()) ?? assert.fail(name);
    assert.ok(x >= 0 && x + width <= 320, `${name} from ${x}, ${width} wide`);
  }
});

test('an appliance that no longer has the competition is told from a withdrawn device; once it is back, what was typed is sent', async () => {
  const other = await openTablet(3);
  await typeOffline(other);
  const port = Number(new URL(appliance.origin).port);
  await appliance.stop();
  const empty = createDataFolder();
  appliance = await runAppliance({ dataFolder: empty.path, port, realtimePort });
  await other.context().setOffline(false);
  await other.getByText('This competition is no longer on the appliance').waitFor();
  await other.getByText('Show it at the desk.').waitFor();
  await other.getByText('Ann Lee, end 1').waitFor();
  await other.reload();
  await other.getByText('This competition is no longer on the appliance').waitFor();

  await appliance.stop();
  empty.remove();
  appliance = await runAppliance({ dataFolder: folder.path, port, realtimePort });
  await button(other, 'Try again').click();
  await other.getByText('Saved', { exact: true }).waitFor();
  desk = await openDesk(appliance.origin, undefined, password);
  assert.deepEqual(await arrowsOf(), { 'Siti Rahma': 6, 'Jo Marsh': 6, 'Ann Lee': 6 });
  assert.deepEqual(errors, []);
});
