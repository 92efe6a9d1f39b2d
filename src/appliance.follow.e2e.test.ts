// An archer followed on a phone in a real browser: found by name, live while the tablet scores, read without seeing the charts, remembered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const password = 'a long enough password';
const errors: string[] = [];
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let phone: BrowserContext;
let competition = '';
const folder = createDataFolder();

const shoot = (entry: number, end: number, ...arrows: readonly string[]) =>
  desk.request('POST', `/api/competitions/${competition}/entries/${entry}/scorecard/arrows`, { end, first: 0, arrows });

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const { id } = await desk.createCompetition({
    ...{ name: 'Follow Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  competition = id;
  await desk.importCsv(
    id,
    'name,club,category,target\nAyu Lestari,Elang,RM,1A\nRaka Wijaya,Elang,RM,1B\nNo Target,Elang,RM,\n',
  );
  await shoot(1, 1, '9', '9', '9', '9', '9', '9');
  await shoot(2, 1, 'X', '10', '9', '8', '7', 'M');
  phone = await browser.newContext({ viewport: { width: 320, height: 568 }, locale: 'en-GB' });
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openPage(path: string, context = phone): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

/** AA, and AAA for contrast, in both themes. */
async function findFaults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const faults = await findAccessFaults(page, { rules: 'all', isInSun: true });
    found.push(...faults.map((fault) => `${theme} ${fault}`));
  }
  return found;
}

const figure = (page: Page, name: string) => page.locator('dl div').filter({ hasText: name }).locator('dd').innerText();

test('whoever is found by name is followed live, with everything in words and numbers too', async () => {
  const page = await openPage('/board');
  await page.getByLabel(/Find an archer/).fill('raka');
  await page.getByRole('link', { name: /Raka Wijaya/ }).click();
  await page.getByRole('heading', { name: 'Raka Wijaya' }).waitFor();
  assert.match(await figure(page, 'Total'), /^44$/);
  assert.match(await figure(page, 'Rank'), /^2\s+of 2 after end 1$/);
  assert.match(await figure(page, 'Average arrow'), /^7\.33$/);
  assert.equal(await page.getByRole('img', { name: /^Rank from end/ }).count(), 0, 'one end is no line yet');

  await shoot(2, 2, '10', '10', '10', '10', '10', '10');
  await desk.request('POST', `/api/competitions/${competition}/entries/1/scorecard/arrows`, {
    ...{ end: 2, first: 0, arrows: ['8', '8', '8', '8', '8', '8'] },
    hits: [{ x: 0, y: -250 }, { x: 240, y: 0 }, { x: -260, y: 30 }, null, { x: 10, y: 255 }, { x: 180, y: 180 }],
  });
  await page.getByText('of 2 after end 2').waitFor();
  await page.getByRole('img', { name: 'Rank from end 1 to end 2: the best 1, now 1' }).waitFor();
  await page.getByRole('img', { name: 'Points of each end, 2 ends: the best 60, the lowest 44' }).waitFor();
  const ends = page.getByRole('region', { name: 'Ends' });
  await ends.getByText('As a table').click();
  const rows = await ends.getByRole('row').allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.split(/\s+/).join(' ')),
    ['End Points Total', '1 44 44', '2 60 104'],
  );
  const values = page.getByRole('table', { name: 'Arrows by value' });
  assert.match(await values.getByRole('row', { name: /^10/ }).innerText(), /7\s+58%/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, 'nothing is cut off');
  assert.deepEqual(await findFaults(page), []);

  await page.goto(`${appliance.origin}/athlete`);
  await page.getByRole('link', { name: /Raka Wijaya/ }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(errors, []);
});

test('somebody without a target or an arrow has a page, nobody has one that says so', async () => {
  const page = await openPage(`/athlete/${competition}/3`);
  await page.getByRole('heading', { name: 'No arrows yet' }).waitFor();
  await page.getByRole('heading', { name: 'No Target' }).waitFor();
  for (const path of [`/athlete/${competition}/99`, `/athlete/${competition}/x`, '/athlete/nowhere/1']) {
    await page.goto(appliance.origin + path);
    await page.getByRole('heading', { name: 'There is no such archer' }).waitFor();
  }
  assert.deepEqual(errors, []);
});

test('without a connection the phone says how old its card is, and catches up', async () => {
  const page = await openPage(`/athlete/${competition}/1`);
  await page.getByText('of 2 after end 2').waitFor();
  const drawing = page.getByRole('img', { name: 'Face 122 cm: 5 arrows plotted' });
  await drawing.waitFor();
  // Eleven rings and the arrows.
  assert.equal(await drawing.locator('circle').count(), 11 + 5);
  assert.deepEqual(await findFaults(page), []);
  await phone.setOffline(true);
  await page.getByText(/These results are .* old/).waitFor();
  await shoot(1, 3, 'X', 'X', 'X', 'X', 'X', 'X');
  assert.equal(await figure(page, 'Total'), '102');
  await phone.setOffline(false);
  await page.locator('dd', { hasText: /^162$/ }).waitFor();
  await page.getByText(/These results are .* old/).waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
});

test('the desk prints a card for each archer whose code leads to the same page', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await openPage('/desk', context);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: /Follow Cup/ }).click();
  await page.getByRole('link', { name: 'Archers’ codes' }).click();
  await page.getByRole('button', { name: 'Print 3 cards' }).waitFor();
  await page.getByLabel('Name, club, category or target').fill('1b');
  await page.getByRole('button', { name: 'Print 1 card', exact: true }).waitFor();
  const href = await page.getByRole('link', { name: /follows Raka Wijaya/ }).getAttribute('href');
  assert.match(href ?? '', new RegExp(`^http://.+/athlete/${competition}/2$`));
  assert.deepEqual(await findFaults(page), []);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: /Print/ }).isVisible(), false);
  assert.equal(await page.getByText('Scan to follow my scores').isVisible(), true);
  assert.deepEqual(errors, []);
});
