// The clock of a match by turns in real browsers whose own clocks are years apart: called at the desk by one click, both sides' time on the
// match's tablet, its board and a big screen in the same moment, sides changed by the space bar.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { apartBy, inStepMs, median, openClockDevice, seenSeconds, yearMs } from './testing/clock-device.ts';
import { type MatchVenue, openMatchVenue } from './testing/match-venue.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { MatchClockView } from './wire/api-clock.ts';

let browser: Browser;
let appliance: RunningAppliance;
let venue: MatchVenue;
const folder = createDataFolder();
const errors: string[] = [];

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  venue = await openMatchVenue(appliance);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

function openDevice(path: string, offMs: number, width: number, height: number): Promise<Page> {
  return openClockDevice({ browser, url: appliance.origin + path, offMs, size: { width, height }, errors });
}

async function openClockDesk(): Promise<Page> {
  const page = await openDevice('/desk', 3 * yearMs, 1280, 900);
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: /Piala Uji/ }).click();
  await page.getByRole('link', { name: 'Clock', exact: true }).click();
  return page;
}

async function openTabletMatch(): Promise<Page> {
  const page = await openDevice(venue.joinPath, -2 * yearMs, 390, 844);
  await page.getByRole('button', { name: /Recurve men\b(?! teams)/ }).click();
  return page;
}

const findFaults = (page: Page) => findAccessFaults(page, { rules: 'all', part: 'main' });

/** `20 18`: what both sides have left, as it is on the page. */
const timesOn = async (page: Page) => (await page.getByRole('timer').allTextContents()).slice(-2).join(' ');

function never(text: string): never {
  assert.fail(`${text} was not shown`);
}

/** A short walk to the line, and turns that are over by the space bar alone, however slow the machine is. */
const quick = {
  place: { part: 'end', number: 1 },
  ...{ begins: 'a', turns: 6, turn: 0, timeFor: 'turn', seconds: 90, toTheLineSeconds: 3 },
  usedMs: { a: 0, b: 0 },
  phase: { kind: 'idle' },
};
/** The desk takes two presses within 700 ms for one. */
const betweenPressesMs = 750;

test('a match by turns on every screen of it in step: called, changed, stopped', async (t) => {
  const deskPage = await openClockDesk();
  const tablet = await openTabletMatch();
  const board = await openDevice(`/board/${venue.competition}/events/RM/1-1?tv=1`, yearMs, 1920, 1080);
  const wall = await openDevice(`/board/${venue.competition}?clock`, 0, 1920, 1080);
  await wall.getByRole('button', { name: 'Switch the horn on' }).click();
  await wall.getByRole('button', { name: 'Horn is on' }).waitFor();
  await board.getByRole('heading', { name: 'Adi Nugroho' }).waitFor();
  assert.equal(await board.getByRole('timer').count(), 0, 'nobody is called');

  await venue.ask('PUT', '/events/RM/matches/1-1/clock', quick);
  await deskPage.getByText('Matches shot by turns').click();
  await deskPage.getByRole('button', { name: 'Call both sides: Adi Nugroho – Bayu Wirawan' }).click();
  for (const page of [deskPage, tablet, board, wall]) await page.getByText('To the line', { exact: true }).waitFor();
  await wall.getByText('Shoot', { exact: true }).waitFor();
  assert.equal(await wall.evaluate(() => window.sounds), 1 + 2 + 1);

  // Then the other side, with its whole time.
  await deskPage.locator('h2').first().click();
  await deskPage.keyboard.press(' ');
  await wall.getByText('87', { exact: true }).waitFor();
  const { clock } = await venue.ask<MatchClockView>('GET', '/events/RM/matches/1-1/clock');
  assert.ok(clock?.phase.kind === 'running');
  assert.deepEqual([clock.begins, clock.turn, clock.turns, clock.timeFor, clock.seconds], ['a', 1, 6, 'turn', 90]);
  const seen = await seenSeconds([deskPage, tablet, board, wall]);
  const apart = apartBy(seen, ['89', '88', '87'], clock.phase.startedAt, never);
  t.diagnostic(`the four apart: ${median(apart).toFixed(1)} ms, at most ${Math.max(...apart).toFixed(1)} ms`);
  assert.ok(median(apart) < inStepMs);
  assert.equal(await wall.evaluate(() => window.sounds), 1 + 2 + 1, 'sides change without a sound');

  await deskPage.getByRole('button', { name: 'Stop, Adi Nugroho waits' }).click();
  for (const page of [tablet, board, wall]) {
    await page.getByText('Wait for the start', { exact: true }).waitFor();
    assert.equal(await timesOn(page), '90 90');
  }
  await deskPage.waitForTimeout(betweenPressesMs);
  await deskPage.getByRole('button', { name: 'Start Adi Nugroho' }).click();
  await board.getByText('Shoot', { exact: true }).waitFor();
  await deskPage.keyboard.press('e');
  for (const page of [tablet, board, wall]) await page.getByText('Stop! Leave the line', { exact: true }).waitFor();
  await wall.waitForFunction(() => window.sounds === 1 + 2 + 1 + 5);
  for (const page of [deskPage, board]) assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(errors, []);
});
