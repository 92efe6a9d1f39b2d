// A competition is archived at the desk in a real browser: lists no longer have it, its board stays, and it comes back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { CompetitionView } from './wire/api-competitions.ts';

const password = 'a long enough password';
const folder = createDataFolder();
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let id = '';

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  ({ id } = await desk.createCompetition({
    ...{ name: 'Spring Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  }));
  await desk.importCsv(id, 'name,club,category,target\nAyu,Elang,RM,1A\n');
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

const seen = async () => (await desk.request<CompetitionView>('GET', `/api/competitions/${id}`)).isClosed;

async function faultsOf(page: Page): Promise<readonly string[]> {
  return [...(await findAccessFaults(page)), ...(await findLayoutFaults(page))];
}

test('archived after a second look, out of the lists, reopened', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${appliance.origin}/desk`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('Spring Cup').click();

  await page.getByRole('button', { name: 'Archive this competition' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  assert.equal(await seen(), false, 'a first look archives nothing');
  await page.getByRole('button', { name: 'Archive this competition' }).click();
  await page.getByText('Tablets can no longer score in it').waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await page.getByRole('button', { name: 'Archive it' }).click();
  await page.getByText('This competition is archived').waitFor();
  assert.equal(await seen(), true);
  assert.equal(await page.getByRole('button', { name: 'Archive this competition' }).count(), 0);
  assert.deepEqual(await faultsOf(page), []);

  await page.getByRole('link', { name: 'Competitions' }).first().click();
  const link = page.getByRole('link', { name: /Spring Cup/ });
  await page.getByText('Archived (1)').waitFor();
  assert.equal(await link.isVisible(), false);
  const home = await context.newPage();
  const listed = home.waitForResponse(/\/api\/competitions$/);
  await home.goto(appliance.origin);
  await listed;
  assert.equal(await home.getByText('Spring Cup').count(), 0);
  await home.goto(`${appliance.origin}/board/${id}/RM`);
  await home.getByText('Ayu').first().waitFor();

  await page.getByText('Archived (1)').click();
  assert.deepEqual(await faultsOf(page), []);
  await link.click();
  await page.getByRole('button', { name: 'Reopen it' }).click();
  await page.getByRole('button', { name: 'Archive this competition' }).waitFor();
  assert.equal(await seen(), false);
});
