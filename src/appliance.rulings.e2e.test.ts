// What judges and the organiser decide, as tablets and boards show it in a real browser: a face of the club's own, an end held open, a
// signed card, who did not start, a tie at the cut and its shoot-off.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const face = {
  id: 'club-60',
  name: 'Club face',
  diameterCm: 60,
  spots: 1,
  zones: [
    { value: '5', points: 5, colour: 'gold', diameterCm: 12 },
    { value: '3', points: 3, colour: 'red', diameterCm: 30 },
  ],
};
const round = {
  name: 'Club evening',
  discipline: 'outdoor',
  distances: [{ metres: 12, faceId: face.id, face, ends: 2, arrowsPerEnd: 2 }],
};
const event = {
  name: 'Club champion',
  contest: { kind: 'individual', category: 'CLUB' },
  dnfKeepsRank: true,
  elimination: {
    ...{ system: 'bracket', chart: 2, placesShot: 2, qualifiers: 2 },
    ...{ formatId: 'set-individual', faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' },
  },
};
const csv =
  'name,club,category,target\nAyu,Elang,CLUB,1A\nRaka,Elang,CLUB,1B\nSinta,Elang,CLUB,1C\nTono,Elang,CLUB,1D\n';
const judge = { by: 'Sari', reason: 'seen' };

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let base = '';
const folder = createDataFolder();

const ask = (method: string, path: string, body: unknown) => desk.request(method, `${base}${path}`, body);
const shoot = (entry: number, end: number, ...arrows: readonly string[]) =>
  ask('POST', `/entries/${entry}/scorecard/arrows`, { end, first: 0, arrows });

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
  const { id } = await desk.createCompetition({
    ...{ name: 'Club Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  base = `/api/competitions/${id}`;
  await ask('PUT', '/rounds/club-12', round);
  await ask('PUT', '/categories/CLUB', { name: 'Club', roundId: 'club-12' });
  await desk.importCsv(id, csv);
  await ask('PUT', '/events/CLUB', event);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

async function openPage(path: string, errors: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1100 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(appliance.origin + path);
  return page;
}

const findFaults = (page: Page) => findAccessFaults(page, { rules: 'all', isInSun: true });

test('a tablet types on the club’s face, goes past an end that is held open, and is closed for a signed card', async () => {
  const errors: string[] = [];
  const [target] = await desk.targets(base.split('/').at(-1) ?? '');
  const page = await openPage(target?.joinPath ?? '', errors);
  const keypad = page.getByRole('region', { name: 'Arrow values' });
  await keypad.waitFor();
  assert.deepEqual(await keypad.getByRole('button').allInnerTexts(), ['5', '3', 'M']);

  await shoot(1, 1, '5');
  await ask('PUT', '/entries/1/scorecard/ends/1/hold', { cause: 'bouncer', ...judge });
  await page.getByText('End 2 of 2').waitFor();
  await page.getByRole('button', { name: 'Make up end 1' }).click();
  await page.getByText('This end was kept open.').waitFor();
  for (const key of ['3', 'Enter']) await page.keyboard.press(key);
  await page.getByText('To make up').waitFor({ state: 'detached' });

  await ask('PUT', '/entries/3/standing', { standing: 'DNS', ...judge });
  await page.getByRole('button', { name: /Sinta/ }).click();
  await page.getByRole('heading', { name: 'Sinta did not start' }).waitFor();
  assert.equal(await keypad.count(), 0);

  for (const end of [1, 2]) await shoot(2, end, '5', '3');
  await ask('PUT', '/entries/2/scorecard/lock', { by: 'Sari' });
  await page.getByRole('button', { name: /Raka/ }).click();
  await page.getByRole('heading', { name: 'The scorecard of Raka is signed' }).waitFor();
  assert.equal(await keypad.count(), 0);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(errors, []);
});

test('a board draws the line of the cut, says that a shoot-off is due, and what it decided', async () => {
  const errors: string[] = [];
  const page = await openPage(`/board/${base.split('/').at(-1)}/CLUB`, errors);
  await page.getByRole('row', { name: /^DNS/ }).waitFor();
  await shoot(1, 2, '5', '5');
  for (const end of [1, 2]) await shoot(4, end, '5', '3');
  await page.getByText('Shoot-off: 2 for 1 place').waitFor();
  const shot = (key: string, arrow: string) => ({ key, arrows: [arrow], distancesMm: [] });
  await ask('POST', '/events/CLUB/ties', { reason: 'SO', rounds: [[shot('4', '9'), shot('2', '8')]], by: 'Sari' });
  await page.getByText('2 go on').waitFor();
  const ranks = await page.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.textContent ?? ''));
  assert.deepEqual(
    // How far each has moved is another test's.
    ranks.map((text) => text.replace(/Elang.*/, '').replace(/[▲▼]\d+/, '')),
    ['1Ayu', '2SOTono', '3SORaka', 'DNSSinta'],
  );
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(errors, []);
});
