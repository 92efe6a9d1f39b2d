// A club's morning in a real browser: the desk sets up a competition, a tablet joins a target and scores, a board shows it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { openDesk } from './testing/desk-client.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const password = 'a long enough password';
const csv =
  'Name;Klub;Kategori;Target\nSiti Rahma;Garuda AC;RW;1A\nDewi Lestari;Elang AC;RW;1B\nJo Marsh;Riverside;CM;2A\n';

let browser: Browser;
let appliance: RunningAppliance;
const folder = createDataFolder();

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path, realtimePort: await findFreePort() });
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openPage(path: string, size = { width: 1280, height: 800 }): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(appliance.origin + path);
  return { page, errors };
}

test('the desk: one-time code, password, a new competition, a list pasted, target codes to print', async () => {
  const { page, errors } = await openPage('/desk');
  await page.getByLabel('One-time code').fill(appliance.ready.deskCode ?? '');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page
    .getByRole('link', { name: 'New competition' })
    .or(page.getByRole('button', { name: 'New competition' }))
    .first()
    .click();
  await page.getByLabel('Name', { exact: true }).fill('Spring Cup');
  await page.getByRole('button', { name: 'Create the competition' }).click();
  await page
    .getByRole('link', { name: /Import/ })
    .first()
    .click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'entries.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('3 new', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Import 3 entries' }).click();
  await page.getByText('3 entries were imported.').waitFor();
  await page.getByRole('link', { name: 'Targets' }).first().click();
  await page.getByRole('img', { name: 'QR code that joins target 1' }).waitFor();
  await page.getByRole('img', { name: 'QR code that joins target 2' }).waitFor();
  assert.deepEqual(errors, []);
});

test('a tablet joins by its target code, scores an end, and a board shows it', async () => {
  const desk = await openDesk(appliance.origin, undefined, password);
  const [competition] = await desk.request<{ id: string }[]>('GET', '/api/competitions');
  assert.ok(competition);
  const [first] = await desk.targets(competition.id);
  assert.ok(first);
  const board = await openPage(`/board/${competition.id}/RW`);
  await board.page.getByText('Siti Rahma').waitFor();

  const tablet = await openPage(first.joinPath, { width: 800, height: 1280 });
  await tablet.page.getByRole('heading', { name: 'Target 1' }).waitFor();
  await tablet.page.getByLabel('Arrow values').waitFor();
  for (const key of ['x', '0', '9', '9', '8', 'm']) await tablet.page.keyboard.press(key);
  await tablet.page.getByRole('button', { name: /^Confirm/ }).click();
  await tablet.page.getByText('Saved', { exact: true }).first().waitFor();

  const row = board.page.locator('tr, li').filter({ hasText: 'Siti Rahma' }).first();
  await row.getByText('46').first().waitFor();
  const leaderboard = await desk.request<{ rows: { name: string; total: number; arrows: number; rank: number }[] }>(
    'GET',
    `/api/competitions/${competition.id}/leaderboards/RW`,
  );
  assert.deepEqual(
    leaderboard.rows.map(({ name, total, arrows, rank }) => ({ name, total, arrows, rank })),
    [
      { name: 'Siti Rahma', total: 46, arrows: 6, rank: 1 },
      { name: 'Dewi Lestari', total: 0, arrows: 0, rank: 2 },
    ],
  );

  await tablet.page.getByRole('button', { name: /Siti Rahma/ }).click();
  await tablet.page.getByRole('button', { name: 'Correct end 1' }).click();
  await tablet.page.getByRole('button', { name: 'Arrow 6: M' }).click();
  await tablet.page.getByRole('button', { name: '7', exact: true }).click();
  await tablet.page.getByText('Arrow misread').click();
  await tablet.page.getByRole('button', { name: 'Save the correction' }).click();
  await row.getByText('53').first().waitFor();
  assert.deepEqual([...tablet.errors, ...board.errors], []);

  await tablet.page.reload();
  await tablet.page.getByRole('heading', { name: 'Target 1' }).waitFor();
  await tablet.page.getByText('53').first().waitFor();
});

test('a tablet keeps what is typed while the appliance is away, and it arrives once afterwards', async () => {
  const desk = await openDesk(appliance.origin, undefined, password);
  const [competition] = await desk.request<{ id: string }[]>('GET', '/api/competitions');
  assert.ok(competition);
  const [, second] = await desk.targets(competition.id);
  assert.ok(second);
  const { page } = await openPage(second.joinPath, { width: 800, height: 1280 });
  await page.getByRole('heading', { name: 'Target 2' }).waitFor();
  await page.getByLabel('Arrow values').waitFor();
  const port = Number(new URL(appliance.origin).port);
  const { realtimePort } = appliance.ready;
  await page.keyboard.press('x');
  await appliance.kill();
  for (const key of ['0', '9', '9', '8', '8']) await page.keyboard.press(key);
  await page.getByRole('button', { name: /^Confirm/ }).click();
  await page.getByText('On this tablet', { exact: true }).first().waitFor();
  appliance = await runAppliance({ dataFolder: folder.path, port, realtimePort });
  await page.getByText('Saved', { exact: true }).first().waitFor({ timeout: 40_000 });
  const again = await openDesk(appliance.origin, undefined, password);
  const { rows } = await again.request<{ rows: { name: string; total: number; arrows: number }[] }>(
    'GET',
    `/api/competitions/${competition.id}/leaderboards/CM`,
  );
  assert.deepEqual(
    rows.map(({ total, arrows }) => [total, arrows]),
    [[54, 6]],
  );
});

test('every page can be used with a screen reader and read in the sun (axe: WCAG 2.2 A, AA, and AAA contrast)', async () => {
  const desk = await openDesk(appliance.origin, undefined, password);
  const [competition] = await desk.request<{ id: string }[]>('GET', '/api/competitions');
  assert.ok(competition);
  const [first] = await desk.targets(competition.id);
  assert.ok(first);
  const phone = { width: 390, height: 844 };
  const screens = [
    ['/', phone, 'Watch the results'],
    ['/desk', undefined, 'Log in to the desk'],
    ['/board', phone, 'Choose a category'],
    [`/board/${competition.id}/RW`, phone, 'Siti Rahma'],
    [`/board/${competition.id}/RW?tv=1`, { width: 1920, height: 1080 }, 'Siti Rahma'],
    [first.joinPath, phone, 'Siti Rahma'],
  ] as const;
  for (const [path, size, words] of screens) {
    const { page } = await openPage(path, size);
    await page.getByText(words).first().waitFor();
    assert.deepEqual(await findAccessFaults(page, { isInSun: true }), [], path);
    await page.context().close();
  }
});
