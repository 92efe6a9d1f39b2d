// The entries' page on the real appliance in a real browser, with twelve thousand entries: keyboard only, and what is changed shows at once
// on a tablet and on a board.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { EntryView } from './wire/api-entries.ts';
import type { DeskEntries, DeskEntry } from './wire/api-entry-changes.ts';

const password = 'a long enough password';
const first = [
  ['Siti Rahma', 'Garuda', 'RW', '1A'],
  ['Dewi Lestari', 'Elang', 'RW', '1B'],
  ['Rahma Siti', 'Elang', 'RW', ''],
  ['Åsa Öberg', 'Riverside', 'CW', '2A'],
].map(([name = '', club = '', category = '', target = '']) => ({ name, club, category, ...(target && { target }) }));
const many = Array.from({ length: 11_996 }, (_, index) => ({
  ...{ name: `Archer ${String(index).padStart(5, '0')}`, club: `Club ${index % 90}`, category: 'RM' },
}));
const categories = [
  { code: 'RW', name: 'Recurve Women', roundId: 'wa720-70' },
  { code: 'RM', name: 'Recurve Men', roundId: 'wa720-70' },
  { code: 'CW', name: 'Compound Women', roundId: 'wa720-50-compound' },
];

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let id = '';
const folder = createDataFolder();

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  id = (
    await desk.createCompetition({
      ...{ name: 'Nationals', venue: '', from: '2026-05-01', to: '2026-05-01' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    })
  ).id;
  await desk.request('POST', `/api/competitions/${id}/entries`, { categories, entries: [...first, ...many] });
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

/** Undefined for nobody. */
async function entryOf(number: number): Promise<EntryView | undefined> {
  const answer = await fetch(`${appliance.origin}/api/competitions/${id}/entries/${number}`);
  return answer.ok ? ((await answer.json()) as EntryView) : undefined;
}

/** With what only the organiser sees. */
async function notedOf(number: number): Promise<DeskEntry | undefined> {
  const { entries } = await desk.request<DeskEntries>('GET', `/api/competitions/${id}/entries/details`);
  return entries.find((each) => each.number === number);
}

async function openPage(path: string, viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
  const at = desk.cookie().indexOf('=');
  const [name, value] = [desk.cookie().slice(0, at), desk.cookie().slice(at + 1)];
  await context.addCookies([{ name, value, url: appliance.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refusal is an answer: the browser notes it all the same.
    if (message.type() === 'error' && !message.text().includes('409')) errors.push(message.text());
  });
  await page.goto(appliance.origin + path);
  return { page, errors };
}

const openEntries = (view = '', viewport?: { readonly width: number; readonly height: number }) =>
  openPage(`/desk#/${id}/entries${view}`, viewport);

/** In the line that says what was done last. */
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

async function findFaults(page: Page): Promise<readonly string[]> {
  const rules = { 'color-contrast-enhanced': { enabled: true } };
  const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
  return [
    ...violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`),
    ...(await findLayoutFaults(page)),
  ];
}

test('of twelve thousand only what is in sight is drawn; search and order are the whole list’s', async () => {
  const { page, errors } = await openEntries();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await page.getByText('12,000 of 12,000 entries').waitFor();
  assert.ok((await grid.getByRole('row').count()) < 80);
  await page.keyboard.press('/');
  await page.keyboard.type('00777');
  await grid.getByText('Archer 00777').waitFor();
  assert.equal(await grid.getByRole('row').count(), 2);
  await page.getByLabel(/^Search by name/).fill('');
  await page.getByRole('button', { name: 'Name' }).click();
  await page.getByRole('button', { name: 'Name' }).click();
  await grid.getByRole('row').nth(1).getByText('Siti Rahma').waitFor();
  await grid.focus();
  await page.keyboard.press('End');
  await grid.getByText('Archer 00000').waitFor();
  await page.getByRole('combobox', { name: 'Target', exact: true }).selectOption('with');
  await page.getByText(/^3 of 12,?000 entries/).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(errors, []);
});

test('by keyboard alone: open, change, take back; what is refused stands beside its field and nothing is lost', async () => {
  const { page, errors } = await openEntries();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  const board = await openPage(`/board/${id}/RW`);
  await board.page.getByText('Siti Rahma').waitFor();
  const [target] = await desk.targets(id);
  const tablet = await openPage(target?.joinPath ?? '');
  await tablet.page.getByText('Siti Rahma').first().waitFor();

  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Siti Rahmawati');
  await page.getByRole('textbox', { name: /^Target/ }).fill('1B');
  await page.keyboard.press('Enter');
  await page.getByText('Target 1B is already taken by Dewi Lestari.').waitFor();
  assert.equal(await name.inputValue(), 'Siti Rahmawati');
  await page.getByRole('textbox', { name: /^Target/ }).fill('2b');
  await page.keyboard.press('Enter');
  await told(page, 'Siti Rahmawati is changed.');
  await board.page.getByText('Siti Rahmawati').waitFor();
  // On another target now: off this tablet's sheet.
  await tablet.page.getByText('Siti Rahma').first().waitFor({ state: 'detached' });
  assert.equal((await entryOf(1))?.target, '2B');

  await page.keyboard.press('Control+z');
  await told(page, 'Taken back: Siti Rahmawati is changed.');
  await tablet.page.getByText('Siti Rahma').first().waitFor();
  assert.deepEqual([(await entryOf(1))?.name, (await entryOf(1))?.target], ['Siti Rahma', '1A']);
  assert.deepEqual([errors, board.errors, tablet.errors], [[], [], []]);
});

test('late entries, line after line, with a free target beside their category', async () => {
  const { page, errors } = await openEntries();
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  await page.keyboard.type('Fitri Ayu');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Elang');
  await page.keyboard.press('Tab');
  await page.keyboard.type('cw');
  await page.getByText('2B is free: type + to take it').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('+');
  await page.keyboard.press('Enter');
  await told(page, 'Fitri Ayu is added.');
  // The next line has the club and the category already, and the keyboard.
  await page.keyboard.type('Gita Ayu');
  await page.keyboard.press('Enter');
  await told(page, 'Gita Ayu is added.');
  await page.keyboard.press('Enter');
  await page.getByText('A name is missing.').waitFor();
  await page.keyboard.press('Escape');
  const [fitri, gita] = [await entryOf(12_001), await entryOf(12_002)];
  assert.deepEqual([fitri?.name, fitri?.target, fitri?.category], ['Fitri Ayu', '2B', 'CW']);
  assert.deepEqual([gita?.name, gita?.club, gita?.target], ['Gita Ayu', 'Elang', null]);
  assert.deepEqual(errors, []);
});

test('several at once: chosen with Shift, changed, withdrawn, and all of it taken back', async () => {
  const { page, errors } = await openEntries();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await page.getByLabel(/^Search by name/).fill('Archer 0000');
  await page.getByText(/^12 of/).waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 chosen').waitFor();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('textbox', { name: 'Country' }).fill('INA');
  await page.getByRole('button', { name: 'Change 3 entries' }).click();
  await told(page, '3 entries are changed.');
  assert.deepEqual([(await entryOf(5))?.country, (await entryOf(8))?.country], ['INA', undefined]);
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByLabel('Reason').fill('bus');
  await page.getByLabel('Reason').press('Enter');
  await told(page, '3 entries are withdrawn.');
  await page.getByText('Withdrawn (3)').waitFor();
  assert.equal(await entryOf(5), undefined);
  await page.getByText('Last changes (2)').click();
  await page.getByRole('button', { name: 'Undo: 3 entries are withdrawn.' }).click();
  await told(page, 'Taken back: 3 entries are withdrawn.');
  await page.getByRole('button', { name: 'Undo: 3 entries are changed.' }).click();
  await told(page, 'Taken back: 3 entries are changed.');
  assert.deepEqual([(await entryOf(5))?.name, (await entryOf(5))?.country], ['Archer 00000', undefined]);
  assert.deepEqual(errors, []);
});

test('the door: a scanned code checks in, a name finds, and equipment is noted by whom', async () => {
  const { page, errors } = await openEntries('/check-in', { width: 390, height: 844 });
  await page.getByRole('status').filter({ hasText: /^0 of/ }).waitFor();
  await page.keyboard.type(`${appliance.origin}/athlete/${id}/2`);
  await page.keyboard.press('Enter');
  await told(page, 'Dewi Lestari is here.');
  await page.getByRole('status').filter({ hasText: /^1 of/ }).waitFor();
  await page.keyboard.type('asa');
  await page.getByRole('button', { name: 'Check in: Åsa Öberg' }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: /^2 of/ }).waitFor();
  assert.ok((await notedOf(4))?.checkedInAt);

  await page.getByRole('link', { name: 'Equipment' }).click();
  await page.getByLabel('Number, name or scanned code').fill('2');
  await page.getByRole('button', { name: 'Not passed: Dewi Lestari' }).click();
  await page.getByText('Say first who looks at the equipment.').waitFor();
  await page.getByLabel('Who looks').fill('Rina');
  await page.getByLabel('Remark').fill('No aperture');
  await page.getByRole('button', { name: 'Not passed: Dewi Lestari' }).click();
  await page.getByText(/1 not passed$/).waitFor();
  const { inspection } = (await notedOf(2)) ?? {};
  assert.deepEqual([inspection?.result, inspection?.by, inspection?.remark], ['failed', 'Rina', 'No aperture']);
  assert.deepEqual(errors, []);
});

test('two entries of one athlete become one, with what is chosen of each, and two again', async () => {
  const { page, errors } = await openEntries('/twins');
  const pair = page.getByRole('region', { name: 'Siti Rahma / Rahma Siti', exact: true });
  await pair.getByText('The same name in another order').waitFor();
  await pair.locator('tr', { hasText: 'Club' }).getByRole('radio', { name: 'Elang' }).check();
  await pair.getByRole('button', { name: 'Make one of them' }).click();
  await page.getByText('No two entries look like one athlete').waitFor();
  const kept = await entryOf(1);
  assert.deepEqual([kept?.club, kept?.target, await entryOf(3)], ['Elang', '1A', undefined]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await pair.waitFor();
  assert.deepEqual([(await entryOf(1))?.club, (await entryOf(3))?.name], ['Garuda', 'Rahma Siti']);
  assert.deepEqual(errors, []);
});

test('who changes what somebody else has changed meanwhile is told, and goes on from what is there', async () => {
  const { page } = await openEntries();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await grid.getByRole('button', { name: 'Åsa Öberg' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Asa Oberg');
  const { number: _, ...was } = (await entryOf(4)) ?? assert.fail();
  await desk.request('PATCH', `/api/competitions/${id}/entries`, {
    changes: [{ entry: 4, was, now: { ...was, club: 'Northside' } }],
  });
  await name.press('Enter');
  await page.getByText('Somebody else has changed Åsa Öberg meanwhile.').waitFor();
  assert.equal(await name.inputValue(), 'Asa Oberg');
  await page.getByRole('button', { name: 'Take it as it is now' }).click();
  await page.locator('form').getByText('This was typed before').waitFor({ state: 'detached' });
  assert.equal(await name.inputValue(), 'Åsa Öberg');
  assert.equal(await page.locator('form').getByLabel(/^Club/).inputValue(), 'Northside');
});
