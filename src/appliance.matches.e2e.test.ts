// Matches on a tablet in a real browser: an individual final to its second shoot-off, a team's set arrow by arrow; a board follows both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { type MatchVenue, openMatchVenue } from './testing/match-venue.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { MatchRecordView, MatchView } from './wire/api-matches.ts';

let browser: Browser;
let appliance: RunningAppliance;
let venue: MatchVenue;
let tablet: Page;
let board: Page;
const errors: string[] = [];
const folder = createDataFolder();

async function openPage(path: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

const findFaults = (page: Page) => findAccessFaults(page, { rules: 'all', isInSun: true });

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await tablet.keyboard.press(key);
}

const pointsOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).locator('p').last();
const match = (event: string) => venue.ask<MatchView>('GET', `/events/${event}/matches/1-1`);

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  venue = await openMatchVenue(appliance);
  tablet = await openPage(venue.joinPath, 390, 844);
  board = await openPage(`/board/${venue.competition}/events/RM/1-1`, 1280, 800);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

test('an individual final goes to a second shoot-off, with the judge’s name, and a board follows arrow by arrow', async () => {
  await tablet.getByRole('button', { name: /13:30/ }).click();
  await tablet.getByText('Adi Nugroho is the higher qualifier and chooses.').waitFor();
  assert.deepEqual(await findFaults(tablet), []);
  await tablet.getByRole('button', { name: 'Bayu Wirawan begins' }).click();
  await tablet.getByRole('heading', { name: 'Bayu Wirawan', exact: true }).waitFor();
  await press('X', '9', '8', 'Enter');
  await tablet.getByText('needs 28 to win it, 27 to share it').waitFor();
  assert.deepEqual(await findFaults(tablet), []);
  await press('0', '9', '8', 'Enter');
  await tablet.getByText('Set 2 of 5').waitFor();
  await tablet.getByText('Saved', { exact: true }).nth(1).waitFor();

  // The desk writes the next sets: the tablet goes on where they end.
  for (const end of [2, 3, 4])
    for (const side of ['a', 'b'] as const) await venue.shoot('RM', side, 'end', end, '9', '9', '9');
  await tablet.getByText('Set 5 of 5').waitFor();
  await press('9', '9', '9', 'Enter', '9', '9', '8', 'Enter');
  await tablet.getByRole('heading', { name: 'Bayu Wirawan wins' }).waitFor();
  // Misheard: with the last arrow put right the match is level again.
  await tablet.getByRole('button', { name: 'Correct set 5' }).click();
  await tablet.getByRole('region', { name: 'Arrows of Adi Nugroho' }).getByRole('button').last().click();
  await press('9', 'Enter');
  await tablet.getByText('Shoot-off', { exact: true }).waitFor();

  await tablet.getByRole('button', { name: 'Arrow by arrow' }).click();
  await press('0');
  await board.getByText('Adi Nugroho: 10 to be measured').waitFor();
  await press('0');
  await tablet.getByRole('button', { name: 'Save' }).click();
  await tablet.getByText('Write down who measured.').waitFor();
  assert.deepEqual(await findFaults(tablet), []);
  await tablet.getByText('Equal: shoot again').click();
  await tablet.getByLabel('Name of the judge or the scorer').fill('Sari');
  await tablet.getByRole('button', { name: 'Save' }).click();
  await tablet.getByText('Shoot-off 2').waitFor();
  await press('9', '8', 'Backspace', '9');
  await tablet.getByText('Who is closer to the centre?').waitFor();
  await tablet.getByRole('radio', { name: /Adi Nugroho/ }).check({ force: true });
  await tablet.getByLabel('Name of the judge or the scorer').fill('Sari');
  await tablet.getByRole('button', { name: 'Save' }).click();
  await tablet.getByRole('heading', { name: 'Adi Nugroho wins' }).waitFor();
  await tablet.getByText('6 : 5 after a shoot-off · Adi Nugroho: place 1 · Bayu Wirawan: place 2').waitFor();
  assert.deepEqual(await findFaults(tablet), []);

  await board.getByText('Adi Nugroho wins after a shoot-off').waitFor();
  assert.equal(
    await pointsOf(board, 'Adi Nugroho')
      .innerText()
      .then((text) => text.trim().at(-1)),
    '6',
  );
  assert.deepEqual(await findFaults(board), []);
  const { status, shootOffs } = await match('RM');
  assert.deepEqual({ winner: status?.winner, by: status?.by }, { winner: 'a', by: 'shootOff' });
  assert.deepEqual(
    shootOffs.map(({ arrows, closest }) => [arrows.a, arrows.b, closest]),
    [
      [['10'], ['10'], 'equal'],
      [['9'], ['9'], 'a'],
    ],
  );
  const { changes } = await venue.ask<MatchRecordView>('GET', '/events/RM/matches/1-1/changes');
  assert.deepEqual(
    changes.map(({ kind, by, reason }) => [kind, by, reason]),
    [
      ['corrected', 'Linux, Chrome', 'Wrong key'],
      ['measured', 'Sari', ''],
      ['corrected', 'Linux, Chrome', 'Wrong key'],
      ['measured', 'Sari', ''],
    ],
  );
  assert.deepEqual(errors, []);
});

test('a team’s arrows are on the board one by one, without a network they wait, and nothing is lost or doubled', async () => {
  await tablet.getByRole('button', { name: 'All matches' }).click();
  await board.goto(`${appliance.origin}/board/${venue.competition}/events/RM-team`);
  await board.getByRole('link', { name: /Elang.*Garuda/ }).click();
  await tablet.getByRole('button', { name: /14:00/ }).click();
  await tablet.getByRole('button', { name: 'Elang begins' }).click();
  await press('X', '0', '9');
  await board.getByRole('region', { name: 'Garuda' }).getByText('Shoots now').waitFor();
  await board.getByRole('region', { name: 'Elang' }).getByText('29').waitFor();

  await tablet.context().setOffline(true);
  await press('9', '9', '9', '8', '8', '8', '7', '7', '7');
  await tablet.getByText('Set 2 of 4').waitFor();
  await tablet.getByText('On this tablet').first().waitFor();
  assert.deepEqual((await match('RM-team')).ends[0]?.arrows.b, [null, null, null, null, null, null]);
  await tablet.context().setOffline(false);
  await tablet.getByText('Saved', { exact: true }).nth(1).waitFor();
  const { ends, points } = await match('RM-team');
  assert.deepEqual(
    ends.map(({ arrows }) => arrows),
    [{ a: ['X', '10', '9', '8', '8', '8'], b: ['9', '9', '9', '7', '7', '7'] }],
  );
  assert.deepEqual(points, { a: 2, b: 0 });

  for (const end of [2, 3])
    for (const side of ['a', 'b'] as const)
      await venue.shoot('RM-team', side, 'end', end, ...Array.from({ length: 6 }, () => (side === 'a' ? '9' : '8')));
  await tablet.getByRole('heading', { name: 'Elang wins' }).waitFor();
  await board.getByText('Elang wins').waitFor();
  assert.deepEqual(errors, []);
});
