// The control room on the real appliance: simulated tablets that shoot, one of them late, one real tablet that is told something; the
// judges' log; paper cards until a category is official.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openTablets, type Tablets } from './simulator/load/load-tablets.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { ControlRoomView } from './wire/api-control.ts';
import type { Leaderboard } from './wire/api-leaderboards.ts';

const password = 'a long enough password';
const butts = 6;
const letters = ['A', 'B', 'C', 'D'];
const csv = Array.from({ length: butts }, (_, index) =>
  letters.map((letter) => `Archer ${index + 1}${letter},Elang,CLUB,${index + 1}${letter}\n`).join(''),
).join('');
const round = {
  name: 'Two ends',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: '122', ends: 2, arrowsPerEnd: 6 }],
};

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let tablets: Tablets;
let id = '';
const errors: string[] = [];
const folder = createDataFolder();

const ask = <T>(method: string, path: string, body?: unknown) =>
  desk.request<T>(method, `/api/competitions/${id}${path}`, body);

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
  await desk.importCsv(id, `name,club,category,target\n${csv}`);
  tablets = await simulateTablets();
});

after(async () => {
  tablets?.close();
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

/** At every butt but the first, where a real one is. */
async function simulateTablets(): Promise<Tablets> {
  const open = [];
  for (const { butt, archers } of (await desk.targets(id)).slice(1)) {
    const { device, token } = await desk.join((await desk.joinCode(id, butt)).code, `Tablet ${butt}`);
    open.push({ credentials: { competition: id, device, token }, butt, entries: archers.map(({ entry }) => entry) });
  }
  const url = `ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`;
  const opened = openTablets({ url, tablets: open, onSent: () => undefined, onAnswer: () => undefined });
  await opened.ready(AbortSignal.timeout(20_000));
  return opened;
}

async function openPage(path: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
  await context.request.post(`${appliance.origin}/api/session`, {
    data: { password },
    headers: { origin: appliance.origin },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** What axe finds, and what does not fit a phone, a large screen and a small one. */
async function findFaults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    found.push(...(await findLayoutFaults(page)).map((fault) => `${viewport.width} ${fault}`));
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  return [...found, ...violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)];
}

test('the room shows where the field is, whom it waits for, and which target is opened by its number', async () => {
  const page = await openPage(`/desk#/${id}/control`);
  await page.getByText('Nobody has shot yet.').waitFor();
  await page.getByText('Nobody is waited for').waitFor();
  for (let tablet = 0; tablet < butts - 1; tablet += 1)
    for (let archer = 0; archer < 4; archer += 1) if (tablet !== 1 || archer !== 1) tablets.sendNext(tablet, archer);
  const waiting = page.getByRole('region', { name: /^Waiting for/ });
  await waiting.getByRole('link', { name: /3B.*end 1/ }).waitFor();
  await page.getByText('Field at end 1: 19 of 24 have shot it').waitFor();
  // Target 1 has shot nothing, and 3B alone of target 3.
  await waiting.getByRole('link', { name: /1ABCD.*end 1/ }).waitFor();
  assert.equal(await waiting.getByRole('link').count(), 2);
  tablets.sendNext(1, 1);
  await waiting.getByRole('link', { name: /3B/ }).waitFor({ state: 'detached' });

  await page.getByText('Behind: 1').click();
  await page.getByRole('link', { name: /^1 / }).waitFor();
  assert.equal(await page.getByRole('list', { name: 'Targets' }).getByRole('listitem').count(), 1);
  await page.getByText('All 6').click();
  const before = await ask<ControlRoomView>('GET', '/control');
  assert.deepEqual(
    before.targets.map(({ tablets: here }) => here.map(({ online }) => online)),
    [[], [true], [true], [true], [true], [true]],
  );
  assert.deepEqual(await findFaults(page), []);

  await page.getByLabel('Target or archer').fill('4C');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Target 4' }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Target 4' }).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'target-4');
  await page.getByLabel('Target or archer').fill('');

  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a message appears on the tablet and is confirmed there; one to a tablet that is off waits for it', async () => {
  const target = (await desk.targets(id)).find(({ butt }) => butt === 1);
  const tablet = await openPage(target?.joinPath ?? '', { width: 800, height: 1280 });
  await tablet.getByLabel('Arrow values').waitFor();
  const page = await openPage(`/desk#/${id}/control/1`);
  await page.getByText('● Connected').waitFor();
  await page.getByLabel('Message to this tablet').fill('Please send your scorer to the desk');
  await page.keyboard.press('Enter');
  const told = tablet.getByText('Please send your scorer to the desk');
  await told.waitFor();
  await page.getByText('on the tablet, not confirmed yet').waitFor();
  await button(tablet, 'Seen').click();
  await told.waitFor({ state: 'detached' });
  await page.getByText(/confirmed at/).waitFor();

  await tablet.context().setOffline(true);
  await button(page, 'Ask for the missing scores').click();
  await page.getByText(/Please enter end 1 of A, B, C, D/).waitFor();
  await page.getByText('waits until the tablet is there').waitFor();
  assert.equal(await tablet.getByText(/Please enter end 1/).count(), 0);
  await tablet.context().setOffline(false);
  await tablet.getByText(/Please enter end 1/).waitFor();
  assert.deepEqual(errors, []);
  await tablet.context().close();
  await page.context().close();
});

test('a protest is entered at a card, decided in the log, and stands at the card', async () => {
  const page = await openPage(`/desk#/${id}/cards/5`);
  await page.getByRole('link', { name: 'Add a note or protest' }).click();
  await page.getByRole('radio', { name: 'Protest' }).last().check();
  await page.getByLabel(/^End/).fill('1');
  await page.getByLabel('What happened').fill('The line was called wrong');
  await page.getByLabel('Who protests').fill('Team Elang');
  await page.getByLabel(/^Fee paid/).fill('USD 100');
  await button(page, 'Put it in the log').click();
  await page.getByText('It is in the log.').waitFor();
  await button(page, 'Decide').click();
  await page.getByLabel('What is decided').fill('Upheld: line cutter');
  await page.getByLabel('Judge', { exact: true }).fill('Sari');
  await page.getByRole('checkbox', { name: /USD 100/ }).check();
  assert.deepEqual(await findFaults(page), []);
  await button(page, 'Decide').click();
  await page.getByText('✓ decided').waitFor();
  await page.getByText(/the fee was returned/).waitFor();
  await page.getByRole('link', { name: /2A · Archer 2A · End 1/ }).click();
  await page.getByText('decided: Upheld: line cutter').waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('paper cards are typed by the keyboard alone, a difference is settled, the rest waived: then it is official', async () => {
  for (let entry = 1; entry <= 24; entry += 1) {
    const { ends } = await ask<{ ends: readonly { isComplete: boolean }[] }>('GET', `/entries/${entry}/scorecard`);
    for (const [index, { isComplete }] of ends.entries())
      if (!isComplete)
        await ask('POST', `/entries/${entry}/scorecard/arrows`, {
          ...{ end: index + 1, first: 0, arrows: ['X', '10', '9', '9', '8', '8'] },
        });
  }
  const board = () => ask<Leaderboard>('GET', '/leaderboards/CLUB');
  const first = (await board()).rows.find(({ entry }) => entry === 1);
  assert.deepEqual([first?.total, first?.counts], [108, [2, 4]]);
  const page = await openPage(`/desk#/${id}/papers`);
  await page.getByText('Not official yet: 24 paper cards are to be typed.').waitFor();
  await page.getByLabel('Who types').fill('Rina');
  await page.getByLabel('Sum', { exact: true }).focus();
  for (const key of ['1', '0', '8', 'Enter', '2', 'Enter', '4', 'Enter']) await page.keyboard.press(key);
  await page.getByText('Archer 1A: paper and arrows agree.').waitFor();
  for (const key of ['1', '0', '0', 'Enter', '2', 'Enter', '4', 'Enter']) await page.keyboard.press(key);
  await page.getByText('Archer 1B: the paper differs.').waitFor();
  assert.equal((await board()).rows.find(({ entry }) => entry === 2)?.total, 108, 'nothing counts yet but the arrows');

  await button(page, 'Settle the card of Archer 1B').click();
  await page.getByText(/Arrows: 108 · 2 X · 4 10\. Paper: 100 · 2 X · 4 10\..*: 100 · 2 X · 4 10\./).waitFor();
  await page.getByLabel('Judge', { exact: true }).fill('Sari');
  await page.getByLabel('Why').fill('added wrong, signed');
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press('Enter');
  await page.getByText('✓ settled').waitFor();
  const settled = await board();
  assert.deepEqual([settled.rows.find(({ entry }) => entry === 2)?.total, settled.head.official], [100, undefined]);

  await button(page, 'Waive 22 missing cards').click();
  await page.getByLabel('Judge', { exact: true }).fill('Sari');
  await page.getByLabel('Why').fill('rain');
  await page.keyboard.press('Enter');
  await page.getByText('This category is official. A card that changes takes that back.').waitFor();
  assert.equal((await board()).head.official, true);
  assert.deepEqual(await findFaults(page), []);

  await ask('PUT', '/entries/3/scorecard/ends/1', {
    ...{ was: ['X', '10', '9', '9', '8', '8'], arrows: ['X', '10', '9', '9', '8', '7'], reason: 'misheard' },
  });
  await page.getByText('Not official yet: 1 paper card is to be typed.').waitFor();
  assert.equal((await board()).head.official, undefined);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a whole paper card of 72 arrows is typed without the mouse, with its sum, and Enter opens the next', async () => {
  await desk.importCsv(id, 'name,club,category,target\nRina,Elang,RM,20A\nWayan,Elang,RM,20B\n');
  const page = await openPage(`/desk#/${id}/papers`);
  await page.getByLabel('Who types').fill('Rina');
  // As a scanner types what the code on the paper says.
  await page.goto(`${appliance.origin}/desk#/${id}/cards/25`);
  await page.getByText('End 1 of 12').waitFor();
  await page.getByLabel('Arrows').focus();
  let keys = 0;
  const type = async (text: string) => {
    for (const key of [...text, 'Enter']) await page.keyboard.press(key);
    keys += text.length + 1;
  };
  for (let end = 1; end <= 12; end += 1) {
    await type(end === 1 ? 'x09987' : '099887');
    await type(end === 1 ? '53' : '51');
    await page.getByText(end === 12 ? 'The whole card is typed.' : `End ${end + 1} of 12`).waitFor();
  }
  await page.getByLabel('Sum', { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('form')?.textContent?.includes('Sum'));
  for (const figure of ['614', '1', '13']) await type(figure);
  await page.getByText('Rina: paper and arrows agree.').waitFor();
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '20B');
  await type('');
  await page.getByRole('heading', { name: 'Wayan' }).waitFor();
  // 72 arrows, 12 totals of two digits, three figures, and an Enter after each: at two keys a second 68 seconds, at three 45.
  assert.ok(keys <= 140, `${keys} keys`);
  const card = await ask<{ tally: { total: number }; isComplete: boolean }>('GET', '/entries/25/scorecard');
  assert.deepEqual([card.tally.total, card.isComplete], [614, true]);
  assert.deepEqual(errors, []);
  await page.context().close();
});
