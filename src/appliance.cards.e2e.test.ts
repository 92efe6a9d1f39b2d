// Double scoring on the real appliance in real browsers: two tablets that keep the same arrows apart, a difference settled between them,
// two signatures, and the desk that opens the card again; and one tablet that is handed to the athlete.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { CardRecordView, ScorecardView } from './wire/api-cards.ts';

const password = 'a long enough password';
const csv = 'name,club,category,target\nAyu,Elang,CLUB,1A\nBima,Elang,CLUB,2A\nCitra,Elang,CLUB,3A\n';
const round = {
  name: 'Two ends',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: '122', ends: 2, arrowsPerEnd: 3 }],
};

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let id = '';
const errors: string[] = [];
const folder = createDataFolder();

const ask = <T>(method: string, path: string, body?: unknown) =>
  desk.request<T>(method, `/api/competitions/${id}${path}`, body);
const cardOf = (entry: number) => ask<ScorecardView>('GET', `/entries/${entry}/scorecard`);

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  id = (
    await desk.createCompetition({
      ...{ name: 'Club Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    })
  ).id;
  await ask('PUT', '/rounds/two-ends', round);
  await ask('PUT', '/categories/CLUB', { name: 'Club', roundId: 'two-ends' });
  await desk.importCsv(id, csv);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openPage(path: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

async function openTablet(butt: number, viewport = { width: 800, height: 1280 }): Promise<Page> {
  const target = (await desk.targets(id)).find((each) => each.butt === butt);
  return openPage(target?.joinPath ?? '', viewport);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** What axe finds, and what does not fit; on the tablet contrast of 7:1. */
async function findFaults(page: Page): Promise<readonly string[]> {
  return [...(await findAccessFaults(page, { rules: 'all', isInSun: true })), ...(await findLayoutFaults(page))];
}

async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('two tablets differ, settle it, sign; the desk opens the card again', async () => {
  await ask('PUT', '/scoring', { mode: 'two' });
  const [first, second] = [await openTablet(1), await openTablet(1, { width: 390, height: 844 })];
  await button(first, /^First card/).click();
  await button(second, /^Second card/).click();
  await first.getByText('End 1 of 2').waitFor();
  await second.getByText('End 1 of 2').waitFor();

  await type(first, '0', '9', '9', 'Enter');
  await first.getByText('End 2 of 2').waitFor();
  await second.waitForTimeout(300);
  assert.equal(await second.getByText('End 1 of 2').count(), 1, 'the second card is at its own end');
  assert.doesNotMatch(await second.locator('main').innerText(), /28/, 'and shows nothing of the first');

  await type(second, '0', '9', '8', 'Enter');
  await first.getByText('The cards differ in end 1: 9 here, 8 there').waitFor();
  await second.getByText('The cards differ in end 1: 8 here, 9 there').waitFor();
  assert.deepEqual((await cardOf(1)).ends[0]?.differences, [{ box: 2, card: '9', check: '8' }]);

  await button(second, 'Compare').click();
  await second.getByRole('heading', { name: 'The two cards of Ayu differ in one end' }).waitFor();
  assert.deepEqual(await findFaults(second), []);
  await button(second, 'Correct end 1 here').click();
  await second.getByRole('button', { name: /^Arrow 3/ }).click();
  await type(second, '9', 'Enter');
  for (const page of [first, second]) await page.getByText(/The cards differ/).waitFor({ state: 'detached' });

  await type(first, 'X', '9', '8', 'Enter');
  await first.getByText('End 2 is not on the second card yet.').waitFor();
  assert.equal(await button(first, 'Sign as athlete').count(), 0);
  await type(second, '9', 'X', '8', 'Enter');
  await button(first, 'Sign as athlete').waitFor();
  assert.deepEqual(await findFaults(first), []);
  await sign(first);
  await first.getByRole('heading', { name: 'The scorecard of Ayu is signed' }).waitFor();
  await second.getByRole('heading', { name: 'The scorecard of Ayu is signed' }).waitFor();

  const signed = await cardOf(1);
  assert.deepEqual([signed.isLocked, signed.isVerified, signed.tally.total], [true, true, 55]);
  await openAgain();
  await first.getByRole('heading', { name: 'The scorecard of Ayu is signed' }).waitFor({ state: 'detached' });
  await button(first, 'Sign as athlete').waitFor();
  const reopened = await cardOf(1);
  assert.deepEqual([reopened.isLocked, reopened.signed], [false, []]);
  assert.deepEqual(errors, []);
  await first.context().close();
  await second.context().close();
});

/** The athlete by name and hand, the scorer by name alone. */
async function sign(page: Page): Promise<void> {
  const athlete = page.locator('form', { has: button(page, 'Sign as athlete') });
  const pad = await athlete.getByRole('img').boundingBox();
  assert.ok(pad);
  await page.mouse.move(pad.x + 20, pad.y + 40);
  await page.mouse.down();
  for (let step = 0; step < 12; step += 1) await page.mouse.move(pad.x + 20 + step * 10, pad.y + 40 + (step % 3) * 12);
  await page.mouse.up();
  await button(page, 'Sign as athlete').click();
  await page.getByText('The athlete has signed').waitFor();
  const scorer = page.locator('form', { has: button(page, 'Sign as scorer') });
  await scorer.getByRole('textbox').fill('Wayan');
  await button(page, 'Sign as scorer').click();
}

async function openAgain(): Promise<void> {
  const page = await openPage('/desk', { width: 1280, height: 800 });
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Log in').click();
  await page.getByRole('link', { name: /Club Cup/ }).click();
  await page.getByRole('link', { name: 'Scorecards' }).click();
  await page.getByRole('radio', { name: /^All/ }).check();
  await page.getByRole('link', { name: 'Open the card of Ayu' }).click();
  await page.getByText(/^Athlete:\s*Ayu/).waitFor();
  await page.getByText(/^Scorer:\s*Wayan/).waitFor();
  await page.getByRole('img', { name: 'Signature of Ayu' }).waitFor();
  await page.getByLabel('Judge, by name').fill('Sari');
  await page.getByLabel('Why').fill('end 2 misread');
  await button(page, 'Open again').click();
  await page.getByText('Opened again by Sari: end 2 misread').waitFor();
  await page.context().close();
}

test('the athlete says no, the end is corrected, the athlete says yes', async (t) => {
  await ask('PUT', '/scoring', { mode: 'confirmed' });
  const page = await openTablet(2, { width: 390, height: 844 });
  await page.getByText('End 1 of 2').waitFor();
  await type(page, '9', '9', '7', 'Enter');
  await page.getByRole('heading', { name: 'Bima, is this right?' }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await type(page, '5', '5', '5');
  await button(page, 'No, correct it').click();
  await page.getByRole('button', { name: /^Arrow 3/ }).click();
  await type(page, '8', 'Enter');
  await page.getByRole('heading', { name: 'Bima, is this right?' }).waitFor();
  await button(page, 'Yes, this is right').click();
  await page.getByText('End 2 of 2').waitFor();
  await type(page, 'X', 'X', 'X', 'Enter');
  await button(page, 'Ask later').click();
  await page.getByText('The athlete has not confirmed end 2 yet.').waitFor();
  await button(page, 'Ask the athlete').click();
  await button(page, 'Yes, this is right').click();
  await button(page, 'Sign as athlete').waitFor();
  // The page goes on before its answer has arrived.
  const { ends, isVerified } = await t.waitFor(
    async () => {
      const card = await cardOf(2);
      assert.ok(card.isVerified);
      return card;
    },
    { timeout: 10_000 },
  );
  assert.deepEqual(
    [ends[0]?.arrows, ends[0]?.isConfirmed, ends[1]?.arrows, isVerified],
    [['9', '9', '8'], true, ['X', 'X', 'X'], true],
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a paper card is typed at the desk by the keyboard alone; the judge settles what differs', async () => {
  await ask('PUT', '/scoring', { mode: 'two' });
  const page = await openPage(`/desk#/${id}/cards/2`, { width: 1280, height: 800 });
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Log in').click();
  await page.getByText('Type the paper card').waitFor();
  await page.getByText('End 1 of 2').waitFor();
  assert.equal(await page.getByText('hidden').count(), 2, 'the first card waits for the second');
  await page.getByLabel('Arrows').focus();
  await page.keyboard.type('998');
  await page.keyboard.press('Enter');
  await page.keyboard.type('27');
  await page.keyboard.press('Enter');
  await page.getByText('The arrows add up to 26, the paper says 27.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('End 1 saved: both cards agree.').waitFor();
  await page.keyboard.type('x 10 x');
  await page.keyboard.press('Enter');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await page.getByText('End 2 saved: the cards differ.').waitFor();
  await page.getByText('The whole second card is typed.').waitFor();

  await page.getByRole('link', { name: 'All scorecards' }).click();
  await page.getByRole('radio', { name: 'Cards differ: 1' }).waitFor();
  await page.getByRole('link', { name: 'Open the card of Bima' }).click();
  await button(page, 'Correct end 2').click();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole('radio', { name: /As on the second card/ }).check();
  await page.getByLabel('Judge', { exact: true }).fill('Sari');
  await button(page, 'Settle').click();
  await page.getByRole('heading', { name: 'Settle end 2' }).waitFor({ state: 'detached' });
  const { ends, isVerified } = await cardOf(2);
  assert.deepEqual([ends[1]?.arrows, isVerified], [['X', '10', 'X'], true]);
  const { changes } = await ask<CardRecordView>('GET', '/entries/2/scorecard/changes');
  assert.match(changes.at(-1)?.reason ?? '', /Sari/);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the next end of a paper card is typed while the last is on its way; one that fails comes back as it was typed', async () => {
  const page = await openPage(`/desk#/${id}/cards/3`, { width: 1280, height: 800 });
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Log in').click();
  await page.getByText('End 1 of 2').waitFor();
  const arrived = Promise.withResolvers<Route>();
  await page.route('**/ends/1/check', (route) => arrived.resolve(route), { times: 1 });
  await page.getByLabel('Arrows').focus();
  await type(page, '9', '9', '8', 'Enter', '2', '6', 'Enter');
  const underWay = await arrived.promise;
  await type(page, 'x', 'x');
  await page.getByText('End 2 of 2').waitFor();
  assert.equal(await page.getByText('End 1 of 2').isVisible(), false);

  await underWay.abort();
  await page.getByText('End 1 of 2').waitFor();
  await type(page, '9', 'Enter', '2', '9', 'Enter');
  await page.getByText(/^End 2 saved/).waitFor();
  assert.deepEqual(
    [await page.getByLabel('Arrows').inputValue(), await page.getByLabel('End total on the paper').inputValue()],
    ['998', '26'],
  );
  assert.equal((await cardOf(3)).ends[0]?.checked, null);
  await type(page, 'Enter');
  await page.getByText(/^End 1 saved/).waitFor();
  await page.getByText('The whole second card is typed.').waitFor();
  assert.deepEqual(
    (await cardOf(3)).ends.map(({ checked }) => checked),
    [
      ['9', '9', '8'],
      ['X', 'X', '9'],
    ],
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});
