// Spreadsheets in a real browser: an Excel file is dropped, a column given its meaning, the list imported; it comes again with changes, and the entries
// are taken along as the file that it can be read from.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { readXlsx } from './tables/read-xlsx.ts';
import { writeXlsx } from './tables/write-xlsx.ts';
import { waitForStillness } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const password = 'a long enough password';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let id = '';
const errors: string[] = [];
const folder = createDataFolder();

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  id = (
    await desk.createCompetition({
      ...{ name: 'Piala Merapi', venue: '', from: '2026-05-01', to: '2026-05-01' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    })
  ).id;
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openPage(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await context.request.post(`${appliance.origin}/api/session`, {
    data: { password },
    headers: { origin: appliance.origin },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

const columns = ['Peserta', 'Klub', 'Kelas', 'Bantalan', 'Lisensi pelatih'];

function workbook(rows: readonly (readonly (string | null)[])[]): Buffer {
  return Buffer.concat([...writeXlsx([{ title: 'Daftar', columns, rows }])]);
}

/** As a person drags a file from a folder. */
async function drop(page: Page, bytes: Buffer, name = 'peserta.xlsx'): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ base64, file, type }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], file, { type }));
      return data;
    },
    { base64: bytes.toString('base64'), file: name, type: xlsxType },
  );
  await page
    .getByRole('region', { name: 'Drop an Excel or CSV file here' })
    .dispatchEvent('drop', { dataTransfer: transfer });
}

/** What axe finds, and what does not fit a small screen or a phone. */
async function findFaults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    await waitForStillness(page);
    found.push(...(await findLayoutFaults(page)).map((fault) => `${viewport.width} ${fault}`));
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  return [...found, ...violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)];
}

const entries = () =>
  desk.request<readonly { name: string; club: string; category: string; target: string | null }[]>(
    'GET',
    `/api/competitions/${id}/entries`,
  );
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a workbook is dropped, its columns get their meaning, and it is imported', async () => {
  const page = await openPage(`/desk#/${id}/import`);
  await drop(
    page,
    workbook([
      ['Siti Rahma', 'Garuda', 'RW', '1A', null],
      ['Dewi Lestari', 'Elang', 'RW', '1B', null],
      ['Jo Marsh', 'Riverside', 'Longbow', '2A', null],
    ]),
  );
  await page.getByText('! 1 line has a problem').waitFor();
  await page.getByText('Kelas: “Longbow” is no category.', { exact: false }).waitFor();
  assert.equal(await button(page, /^Import/).isDisabled(), true);

  await page.getByText('Columns: 4 of 5 used').click();
  await page.getByLabel('Lisensi pelatih').selectOption('Licence');
  await page.getByText('Columns: 5 of 5 used').waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByLabel('Lisensi pelatih').selectOption('Not used');
  await page.getByText('Columns: 4 of 5 used').waitFor();

  await page.getByLabel('What to do with line 4, Jo Marsh').selectOption('Leave out');
  await page.getByText('1 left out').waitFor();
  await button(page, 'Import 2 entries').click();
  await page.getByText('2 entries were imported.').waitFor();
  assert.deepEqual(
    (await entries()).map(({ name, target }) => [name, target]),
    [
      ['Siti Rahma', '1A'],
      ['Dewi Lestari', '1B'],
    ],
  );
});

test('the list comes again: what changed is seen, chosen, and done; who is gone is withdrawn', async () => {
  const page = await openPage(`/desk#/${id}/import`);
  await drop(page, workbook([['Siti Rahma', 'Garuda Merapi', 'RW', '1A', null]]));
  await page.getByText('Club: Garuda → Garuda Merapi').waitFor();
  await page.getByText('1 entry is not in this list').click();
  await page.getByLabel('Dewi Lestari · Elang · RW').check();
  await button(page, 'Import 2 entries').waitFor();
  assert.deepEqual(await findFaults(page), []);
  // Somebody at another desk is faster: what was looked at is not done blindly.
  await desk.importCsv(id, 'name,club,category,target\nJo Marsh,Riverside,RW,3A\n');
  await desk.importCsv(id, 'name,club,category,target\nSiti Rahma,Garuda,RW,4A\n');
  await button(page, 'Import 2 entries').click();
  await page.getByText('The entries were changed meanwhile.', { exact: false }).waitFor();
  await page.getByText('2 entries are not in this list').waitFor();
  assert.equal((await entries()).length, 3);

  await button(page, 'Import 2 entries').click();
  await page.getByText('1 was changed. 1 was withdrawn.', { exact: false }).waitFor();
  assert.deepEqual(
    (await entries()).map(({ name, club, target }) => [name, club, target]),
    [
      ['Siti Rahma', 'Garuda Merapi', '1A'],
      ['Jo Marsh', 'Riverside', '3A'],
    ],
  );
});

test('what a column meant is remembered, by its heading', async () => {
  const page = await openPage(`/desk#/${id}/import`);
  const list = Buffer.concat([...writeXlsx([{ title: 'x', columns: ['Orang', 'Kelas'], rows: [['Kartika', 'RW']] }])]);
  await drop(page, list);
  await page.getByText('A column is missing', { exact: false }).waitFor();
  await page.getByLabel('Orang').selectOption('Name');
  await page.getByText('1 new', { exact: true }).waitFor();
  await button(page, 'Take another file').click();
  await drop(page, list);
  await page.getByText('1 new', { exact: true }).waitFor();
});

test('what is no list is said in words', async () => {
  const page = await openPage(`/desk#/${id}/import`);
  await drop(page, Buffer.from('PK\x03\x04 not a zip'));
  await page.getByText('The file is damaged.', { exact: false }).waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test('the entries are taken along, and are the list that was read', async () => {
  const page = await openPage(`/desk#/${id}/exports`);
  await page.getByRole('link', { name: 'Entries as Excel' }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Entries as Excel' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'Piala Merapi entries.xlsx');
  const { rows } = readXlsx(readFileSync(await download.path()));
  assert.deepEqual(
    rows.slice(1).map(({ fields }) => fields.slice(0, 3)),
    [
      ['1', 'Siti Rahma', 'Garuda Merapi'],
      ['3', 'Jo Marsh', 'Riverside'],
    ],
  );
  const [site] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Result pages' }).click(),
  ]);
  assert.equal(site.suggestedFilename(), 'Piala Merapi.zip');
  assert.deepEqual(errors, []);
});
