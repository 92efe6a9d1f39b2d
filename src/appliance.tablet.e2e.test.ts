// The scoring screen in a real browser: it fits every size, a confirmed end is put right, arrows are plotted on the drawn face.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, waitForTypeface } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { Leaderboard } from './wire/api-leaderboards.ts';

const password = 'a long enough password';
const csv =
  'Name;Club;Category;Target\nSiti Rahma;Garuda;RW;1A\nDewi Lestari;Elang;RW;1B\nJo Marsh;Riverside;RW;2A\nAnn Lee;;RW;3A\n';
const phone = { width: 390, height: 844 };

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition: string;
const folder = createDataFolder();
const errors: string[] = [];

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const dates = { from: '2026-05-02', to: '2026-05-03' };
  const created = { name: 'Spring Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  competition = (await desk.createCompetition(created)).id;
  await desk.importCsv(competition, csv);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openTablet(butt: number, size: { readonly width: number; readonly height: number }): Promise<Page> {
  const target = (await desk.targets(competition)).find((each) => each.butt === butt);
  assert.ok(target);
  const page = await (await browser.newContext({ viewport: size, locale: 'en-GB', hasTouch: true })).newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + target.joinPath);
  return page;
}

const key = (page: Page, name: string) => page.getByLabel('Arrow values').getByRole('button', { name, exact: true });

const totals = async () => {
  const { rows } = await desk.request<Leaderboard>('GET', `/api/competitions/${competition}/leaderboards/RW`);
  return Object.fromEntries(rows.map(({ name, total, arrows }) => [name, [total, arrows]]));
};

/** What of the scoring screen lies outside of the window, and keys too small for a glove. */
function findMisfits(): string[] {
  const found: string[] = [];
  const { innerWidth, innerHeight } = window;
  for (const button of document.querySelectorAll('main button')) {
    const { top, left, bottom, right, width, height } = button.getBoundingClientRect();
    const name = button.getAttribute('aria-label') ?? button.textContent ?? '';
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) found.push(`${name} is out of sight`);
    const isKey = button.closest('[data-arrows]') !== null && button.closest('form') !== null;
    if (isKey && !name.startsWith('Arrow ') && Math.min(width, height) < 56)
      found.push(`${name}: ${width} × ${height}`);
  }
  return found;
}

test('everything is in sight without scrolling, and keys are large enough for gloves, at every size', async () => {
  const page = await openTablet(1, phone);
  await key(page, '9').waitFor();
  await waitForTypeface(page);
  assert.equal(await page.locator('form[data-end] [data-arrows] button').count(), 6 + 12);
  for (const size of [phone, { width: 320, height: 568 }, { width: 800, height: 1280 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    assert.deepEqual(await page.evaluate(findMisfits), [], `${size.width} × ${size.height}`);
  }
  await page.setViewportSize({ width: 320, height: 400 });
  assert.ok((await page.evaluate(findMisfits)).includes('Miss is out of sight'), 'what does not fit is found');
  await page.context().close();
});

test('archers by turns: taps, the end highest first, totals, and an end of somebody else put right at once', async () => {
  const page = await openTablet(1, phone);
  await waitForTypeface(page);
  for (const value of ['8', 'X, inner ten', '9', '10', 'Miss', '9']) await key(page, value).tap();
  const sorted = page.getByRole('region', { name: 'Highest first' });
  assert.deepEqual((await sorted.locator('p').nth(1).innerText()).match(/X|M|\d+/g), ['X', '10', '9', '9', '8', 'M']);
  assert.equal(await page.getByRole('button', { name: 'Arrow 1: 8' }).count(), 1);
  await page.getByText('6/72').waitFor();
  await page.getByRole('button', { name: 'Undo' }).tap();
  await key(page, '7').tap();
  await page.getByRole('button', { name: 'Confirm, then B' }).tap();
  await page.getByRole('heading', { name: 'Dewi Lestari' }).waitFor();

  await page.getByRole('button', { name: 'Correct A, end 1' }).tap();
  await page.setViewportSize({ width: 320, height: 568 });
  assert.deepEqual(await page.evaluate(findMisfits), [], 'a correction fits the smallest phone');
  await page.getByRole('button', { name: 'Arrow 5: M' }).tap();
  await key(page, '6').tap();
  await page.getByText('Arrow misread').tap();
  await page.getByRole('button', { name: 'Save the correction' }).tap();
  await page.getByRole('heading', { name: 'Dewi Lestari' }).waitFor();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  assert.deepEqual(await totals(), {
    'Siti Rahma': [50, 6],
    'Dewi Lestari': [0, 0],
    'Jo Marsh': [0, 0],
    'Ann Lee': [0, 0],
  });
  await page.context().close();
});

test('two fingers type two arrows, also while both are down; a finger that slides off its key types none', async () => {
  const page = await openTablet(2, phone);
  const fingers = await page.context().newCDPSession(page);
  const placeOf = async (name: string) => {
    const box = await key(page, name).boundingBox();
    assert.ok(box);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...down: readonly { x: number; y: number; id: number }[]
  ) => fingers.send('Input.dispatchTouchEvent', { type, touchPoints: [...down] });
  const nine = { ...(await placeOf('9')), id: 1 };
  const eight = { ...(await placeOf('8')), id: 2 };
  await touch('touchStart', nine);
  await touch('touchStart', nine, eight);
  await touch('touchEnd', nine);
  await page.getByRole('button', { name: 'Arrow 1: 9' }).waitFor();
  await touch('touchEnd', eight);
  await page.getByRole('button', { name: 'Arrow 2: 8' }).waitFor();
  const seven = { ...(await placeOf('7')), id: 1 };
  await touch('touchStart', seven);
  await touch('touchMove', { ...seven, x: seven.x + 150 });
  await touch('touchEnd');
  await key(page, '6').click();
  await page.getByRole('button', { name: 'Arrow 3: 6' }).waitFor();
  await key(page, '5').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Arrow 4: 5' }).waitFor();
  await page.getByText('4/72').waitFor();
  assert.equal(await page.getByRole('button', { name: /Arrow \d: 7/ }).count(), 0);
  await page.context().close();
});

test('one archer after the other is remembered on the tablet', async () => {
  const page = await openTablet(1, phone);
  await page.getByRole('button', { name: 'Settings' }).tap();
  await page.getByText('One archer after the other').tap();
  await page.getByRole('button', { name: 'Close' }).tap();
  await page.reload();
  await page.getByRole('button', { name: 'B Dewi Lestari' }).tap();
  for (let tap = 0; tap < 6; tap += 1) await key(page, '9').tap();
  await page.getByRole('button', { name: 'Confirm end' }).tap();
  await page.getByText('End 2 of 12').waitFor();
  await page.getByRole('heading', { name: 'Dewi Lestari' }).waitFor();
  await page.context().close();
});

test('arrows plotted on the drawn face have the value of their ring, survive a reload, and are shown with the card', async () => {
  const page = await openTablet(2, phone);
  await page.getByRole('button', { name: 'Plot on the target face' }).tap();
  const square = page.locator('[data-plot]');
  const at = async (across: number, down: number): Promise<[number, number]> => {
    const box = (await square.boundingBox()) ?? assert.fail('nothing to plot on');
    // The drawing reaches 1.14 radii from its centre.
    return [box.x + (box.width / 2) * (1 + across / 1.14), box.y + (box.height / 2) * (1 + down / 1.14)];
  };
  for (const [across, down] of [
    [0, 0],
    [0.15, 0],
    [0, -0.55],
    [-1.1, -1.1],
  ] as const) {
    await page.touchscreen.tap(...(await at(across, down)));
  }
  await page.getByRole('button', { name: 'Arrow 4: M' }).waitFor();
  await page.mouse.move(...(await at(0.9, 0)));
  await page.mouse.down();
  await page.mouse.move(...(await at(0.35, 0.1)));
  assert.equal(await square.getByRole('status').innerText(), '7');
  await page.mouse.up();
  await page.mouse.move(...(await at(0, 0)));
  await page.mouse.down();
  await page.mouse.move(2, 2);
  await page.mouse.up();
  const boxes = page.getByLabel('Arrows of end 1').getByRole('button');
  assert.deepEqual(await boxes.allInnerTexts(), ['X', '9', '5', 'M', '7', ''], 'let go beside the face types nothing');

  await page.reload();
  await page.touchscreen.tap(...(await at(0.05, 0.75)));
  assert.deepEqual(await boxes.allInnerTexts(), ['X', '9', '5', 'M', '7', '3']);
  await page.getByRole('button', { name: 'Arrow 2: 9' }).tap();
  await page.getByRole('button', { name: 'Type on the keypad' }).tap();
  await key(page, '10').tap();
  await page.getByRole('button', { name: /^Confirm/ }).tap();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  assert.deepEqual((await totals())['Jo Marsh'], [35, 6]);
  await page.getByRole('button', { name: 'Card of Jo Marsh' }).tap();
  await page.getByRole('img', { name: /^6 plotted arrows/ }).waitFor();
  await page.context().close();
});

test('a tablet that the desk moves shows its new target, without a hand on it', async () => {
  const page = await openTablet(3, phone);
  await page.getByRole('heading', { name: 'Target 3' }).waitFor();
  const here = (await desk.targets(competition)).flatMap(({ devices }) => devices);
  const device = here.find(({ butt }) => butt === 3)?.id ?? assert.fail('no device');
  await desk.request('PATCH', `/api/competitions/${competition}/devices/${device}`, { butt: 1 });
  await page.getByRole('heading', { name: 'Target 1' }).waitFor();
  await page.getByRole('button', { name: 'A Siti Rahma' }).waitFor();
  assert.deepEqual(errors, []);
});
