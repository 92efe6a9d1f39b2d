// What goes otherwise on a tablet's matches, in a real browser: a draw that is taken back while an end waits, a bye, sides that are not
// known yet, and arrows that are plotted on the face.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type MatchVenue, openMatchVenue } from './testing/match-venue.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { MatchView } from './wire/api-matches.ts';

let browser: Browser;
let appliance: RunningAppliance;
let venue: MatchVenue;
let tablet: Page;
const errors: string[] = [];
const folder = createDataFolder();

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await tablet.keyboard.press(key);
}

/** In shares of the face's drawing from its centre. */
async function plot(...places: readonly (readonly [number, number])[]): Promise<void> {
  for (const [x, y] of places) {
    const box = (await tablet.locator('[data-plot]').boundingBox()) ?? assert.fail('no face');
    const half = Math.min(box.width, box.height) / 2;
    await tablet.mouse.click(box.x + box.width / 2 + half * x, box.y + box.height / 2 + half * y);
  }
}

const match = (id: string) => venue.ask<MatchView>('GET', `/events/RM/matches/${id}`);

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  venue = await openMatchVenue(appliance);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  tablet = await context.newPage();
  tablet.setDefaultTimeout(20_000);
  tablet.on('pageerror', (error) => errors.push(error.message));
  await tablet.goto(appliance.origin + venue.joinPath);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

test('an end of a match whose draw is taken back meanwhile is shown until a person has settled it', async () => {
  await tablet.getByRole('button', { name: /13:30/ }).click();
  await tablet.getByRole('button', { name: 'Both shoot at the same time' }).click();
  await tablet.context().setOffline(true);
  await press('9', '8', '7', 'Enter');
  await tablet.getByText('On this tablet').first().waitFor();
  await venue.ask('DELETE', '/events/RM/draw?reason=ties');
  await tablet.context().setOffline(false);

  const orphan = tablet.getByRole('alert').filter({ hasText: 'RM 1/1, left side, end 1: 9 8 7' });
  await orphan.getByText('Write it down and show it at the desk before you discard it.').waitFor();
  await orphan.getByText('The matches of “RM” are not drawn yet.').waitFor();
  await tablet.reload();
  await orphan.waitFor();
  await orphan.getByRole('button', { name: 'Discard' }).click();
  await orphan.waitFor({ state: 'detached' });
  await tablet.reload();
  await tablet.getByRole('button', { name: /14:00/ }).waitFor();
  assert.equal(await orphan.count(), 0);
});

const drawOfThree = {
  ...{ name: 'Recurve men', contest: { kind: 'individual', category: 'RM' }, dnfKeepsRank: true },
  elimination: {
    ...{ system: 'bracket', chart: 4, placesShot: 2, qualifiers: 3, formatId: 'set-individual' },
    ...{ faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' },
  },
};
const semiFinal = { ...{ match: '2/2', at: '2026-05-02T12:20' }, butts: { a: 1, b: 1 } };
const finale = { ...{ match: '1/1', at: '2026-05-02T12:40' }, butts: { a: 1, b: 1 } };

async function setAttendance(attendance: 'present' | 'absent'): Promise<void> {
  for (const side of ['a', 'b'])
    await venue.ask('PUT', `/events/RM/matches/2-2/attendance/${side}`, { attendance, by: 'Sari', reason: '' });
}

test('a match that waits for its sides says so, and when nobody comes to it that it is a bye', async () => {
  await venue.ask('PUT', '/events/RM', drawOfThree);
  await venue.ask('POST', '/events/RM/draw', {});
  await venue.ask('PUT', '/events/RM/schedule', { slots: [semiFinal, finale] });

  await tablet.getByRole('button', { name: /12:40/ }).click();
  await tablet.getByText('It is not known yet who shoots here').waitFor();
  await tablet.getByText('As soon as the matches before it are over, the names appear here.').waitFor();
  await press('9', '9', '9', 'Enter');
  assert.equal(await tablet.locator('form[data-end]').count(), 0);

  await setAttendance('absent');
  await tablet.getByText('Adi Nugroho has a bye. Nothing is shot.').waitFor();
  await press('9', '9', '9', 'Enter');
  assert.equal(await tablet.locator('form[data-end]').count(), 0);
  // They came after all, and one wins: the final is shot.
  await setAttendance('present');
  for (const end of [1, 2, 3])
    for (const [side, value] of Object.entries({ a: '9', b: '8' }))
      await venue.ask('POST', '/events/RM/matches/2-2/arrows', {
        ...{ side, part: 'end', number: end, first: 0 },
        arrows: [value, value, value],
      });
  await tablet.getByText('Adi Nugroho is the higher qualifier and chooses.').waitFor();
  assert.deepEqual((await match('1-1')).ends, []);
});

test('arrows are plotted on the face, end by end and arrow by arrow, and kept with the match', async () => {
  await tablet.getByRole('button', { name: 'Both shoot at the same time' }).click();
  await tablet.getByRole('button', { name: 'Plot on the target face' }).click();
  await plot([0, 0], [0.16, 0], [0.01, 0.16]);
  const boxes = tablet.getByRole('region', { name: 'Arrows of Adi Nugroho' });
  await boxes.getByRole('button', { name: 'Arrow 1: X' }).waitFor();
  await tablet.getByRole('button', { name: /^Confirm/ }).click();
  await tablet.getByRole('button', { name: 'Arrow by arrow' }).click();
  await plot([-0.3, 0.3]);
  await tablet.getByText('Saved', { exact: true }).nth(1).waitFor();
  const { ends, hits } = await match('1-1');
  assert.deepEqual(
    [ends[0]?.arrows.a, ends[0]?.arrows.b.slice(1)],
    [
      ['X', '9', '9'],
      [null, null],
    ],
  );
  assert.deepEqual(
    hits.map(({ side, part, number, hits: plotted }) => [side, part, number, plotted.map((hit) => hit !== null)]),
    [
      ['a', 'end', 1, [true, true, true]],
      ['b', 'end', 1, [true, false, false]],
    ],
  );
  assert.ok((hits[0]?.hits[1]?.x ?? 0) > 100 && Math.abs(hits[0]?.hits[1]?.y ?? 99) < 20);

  // Taken back, the arrow's place goes with it.
  await press('Backspace');
  while ((await match('1-1')).ends[0]?.arrows.b[0] !== null) await tablet.waitForTimeout(20);
  await venue.shoot('RM', 'b', 'end', 1, '9', '9', '9');
  assert.deepEqual(
    (await match('1-1')).hits.map(({ side }) => side),
    ['a'],
  );
  assert.deepEqual(errors, []);
});
