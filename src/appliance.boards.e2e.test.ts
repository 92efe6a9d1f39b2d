// Boards and overlays of the real program in a real browser, with names as long as they come: what each shows, that nothing is cut off on a
// TV, a phone or the smallest phone, and that screen readers can read it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults, waitForStillness } from './testing/access-faults.ts';
import { type BoardVenue, openBoardVenue, shootMatch } from './testing/board-scenes.ts';
import { openBrowser, waitForTypeface } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import { findCutTexts, findUnreachedTexts } from './testing/screen-letters.ts';

const errors: string[] = [];
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let venue: BoardVenue;
const folder = createDataFolder();

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
  venue = await openBoardVenue(desk);
  for (const [match, winner] of [
    ['3-1', 'a'],
    ['3-2', 'b'],
    ['3-3', 'a'],
    ['3-4', 'a'],
  ] as const)
    await shootMatch(desk, venue.id, match, winner);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

const phone = { width: 390, height: 844 };
const tv = { width: 1920, height: 1080 };

async function openPage(path: string, viewport = phone): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(appliance.origin + path);
  return page;
}

const boards = () => {
  const board = `/board/${venue.id}`;
  return {
    leaderboard: [`${board}/RM`, 'Bo'],
    'a category that nobody has shot': [`${board}/RW`, 'Rina'],
    clubs: [`${board}/clubs`, 'Riverside'],
    club: [`${board}/clubs/${encodeURIComponent(venue.club)}`, 'Raka Wijaya 20'],
    medals: [`${board}/medals`, 'No medals yet'],
    target: [`${board}/targets/1`, 'Muhammad Rizky Pratama Putra'],
    matches: [`${board}/events/RM`, 'Semi-final'],
    match: [`${board}/events/RM/2-1`, 'Chance to win'],
  } as const;
};

/** What is put together in another way there. */
const onTvOtherwise = new Set(['leaderboard', 'matches', 'match']);

test('every board fits a phone, the smallest phone and a TV, from either side, and can be read out', async () => {
  for (const [name, [path, words]] of Object.entries(boards())) {
    const page = await openPage(path);
    await page.getByText(words).first().waitFor();
    assert.deepEqual(await findAccessFaults(page), [], name);
    for (const [dir, width] of [
      ['ltr', 390],
      ['ltr', 320],
      ['rtl', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate((value) => document.documentElement.setAttribute('dir', value), dir);
      assert.deepEqual(await findLayoutFaults(page), [], `${name}, ${width}, ${dir}`);
    }
    await page.goto(`${appliance.origin}${path}?tv=1`);
    await page.setViewportSize(tv);
    await page.getByText(words).first().waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    assert.deepEqual(await findLayoutFaults(page), [], `${name} on a TV`);
    assert.deepEqual(await findCutTexts(page), [], `${name} on a TV`);
    assert.deepEqual(await findUnreachedTexts(page), [], `${name} on a TV`);
    if (onTvOtherwise.has(name)) assert.deepEqual(await findAccessFaults(page), [], `${name} on a TV, dark`);
    await page.context().close();
  }
  assert.deepEqual(errors, []);
});

test('names on a TV are written large: letters of 34 pixels where they fit, never under 28', async () => {
  const page = await openPage(`/board/${venue.id}/RM?tv=1`, tv);
  await page.getByText('Bartholomew').waitFor();
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('tbody td:nth-child(2) > span:first-child')].map(
      (each) => [each.textContent?.length ?? 0, Number.parseFloat(getComputedStyle(each).fontSize)] as const,
    ),
  );
  assert.ok(sizes.length >= 8);
  for (const [length, px] of sizes)
    assert.ok(px >= (length > 40 ? 28 : length > 33 ? 33 : length > 26 ? 38 : 45), `${length}: ${px}`);
  await page.context().close();
});

test('who moved is said with a number, and moves on with the next arrow', async () => {
  const page = await openPage(`/board/${venue.id}/RM`);
  await page.getByRole('img', { name: 'up 3 places' }).first().waitFor();
  assert.ok((await page.getByText(/^▲3$/).count()) > 0);
  await page.context().close();
});

test('a favourite’s match is told of in the page, until it is closed or turned off', async () => {
  const page = await openPage(`/board/${venue.id}/RM`);
  const brackets = () => page.waitForResponse((answer) => answer.url().endsWith('/bracket') && answer.status() < 400);
  const first = brackets();
  await page.getByRole('button', { name: 'Keep Bo at the top' }).click();
  await first;
  await shootMatch(desk, venue.id, '2-1', 'a', 1);
  const toast = page.getByRole('status').getByText('Bo shoots now against Putu');
  // It stays for as long as it is pointed at.
  await toast.hover();
  assert.deepEqual(await findAccessFaults(page), []);
  await page.getByRole('button', { name: 'Close' }).click();
  await toast.waitFor({ state: 'detached' });
  await page.getByLabel('Tell me here what my archers do').uncheck();
  await page.getByRole('button', { name: 'No longer keep Bo at the top' }).first().click();
  assert.equal(await page.getByText('shoots now').count(), 0);
  await page.context().close();
  assert.deepEqual(errors, []);
});

test('the bracket is a chart where it is wanted, and on a TV always', async () => {
  const page = await openPage(`/board/${venue.id}/events/RM`);
  await page.getByRole('button', { name: 'Bracket' }).click();
  await page.getByRole('heading', { name: 'Quarter-final' }).waitFor();
  assert.deepEqual(await findLayoutFaults(page), []);
  await page.goto(`${appliance.origin}/board/${venue.id}/events/RM?tv=1`);
  await page.getByRole('heading', { name: 'Match for bronze' }).waitFor();
  await page.context().close();
});

test('the medal table of a phone leaves room for the names of clubs, and says the medals to who cannot see them', async () => {
  const page = await openPage(`/board/${venue.id}/clubs`);
  const medals = { gold: 10, silver: 11, bronze: 12 };
  const rows = [{ place: 1, name: venue.club, ...medals }];
  await page.route('**/medals?of=club', (route) => route.fulfill({ json: { position: { epoch: 'e', seq: 1 }, rows } }));
  await page.goto(`${appliance.origin}/board/${venue.id}/medals`);
  const name = page.getByRole('link', { name: venue.club });
  await name.waitFor();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const box = await name.evaluate((link) => link.closest('td')?.clientWidth ?? 0);
    assert.ok(box > width / 4, `${box} px for a name on ${width} px`);
    assert.deepEqual(await findLayoutFaults(page), []);
  }
  for (const medal of ['Gold', 'Silver', 'Bronze']) await page.getByRole('columnheader', { name: medal }).waitFor();
  assert.deepEqual(await findAccessFaults(page), []);
  await page.context().close();
  assert.deepEqual(errors, []);
});

/** Archers whose names are whole in the window. */
/** Which page it says, and whose names are on it: in one look, since the appliance's time may turn it at any moment. */
const lookAtPage = (page: Page) =>
  page.evaluate(() => {
    const inSight = [...document.querySelectorAll('tbody a')].filter((link) => {
      const { left, right, top, bottom } = link.getBoundingClientRect();
      return left >= 0 && right <= window.innerWidth && top >= 0 && bottom <= window.innerHeight;
    });
    const number = /Page (\d) of/.exec(document.body.innerText)?.[1];
    return { number, names: inSight.map((link) => link.textContent ?? '') };
  });

test('a club that is longer than a TV turns its pages, and no line is cut', async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 220 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${appliance.origin}/board/${venue.id}/clubs/${encodeURIComponent(venue.club)}?tv=1`);
  // Of both categories.
  for (const name of ['Rina', 'Raka Wijaya 20']) await page.getByText(name).waitFor({ state: 'attached' });
  await page.getByText(/^Page \d of \d$/).waitFor();
  await waitForTypeface(page);
  const all = await page.locator('tbody a').allTextContents();
  const pages = Number((await page.getByText(/^Page/).innerText()).split(' ').at(-1));
  assert.ok(all.length >= 6 && pages >= 2 && pages < all.length, `${all.length} archers on ${pages} pages`);
  const first = await lookAtPage(page);
  assert.ok(first.names.length > 0 && first.names.length < all.length);
  assert.deepEqual(await findUnreachedTexts(page), []);
  // The others are on pages beside this one, whole, and none is below.
  const heights = await page
    .locator('tbody a')
    .evaluateAll((links) =>
      links.map((link) => [link.getBoundingClientRect().top >= 0, link.getBoundingClientRect().bottom <= innerHeight]),
    );
  assert.ok(heights.flat().every(Boolean));
  // Pages turn by the appliance's time: where this page's own has run ahead of it, the next answer turns back.
  let next = first;
  for (let step = 0; step < 40 && next.number === first.number; step += 1) {
    await page.clock.fastForward(5_000);
    next = await lookAtPage(page);
  }
  assert.ok(next.number !== undefined && next.number !== first.number);
  assert.notDeepEqual(next.names, first.names);
  await context.close();
});

test('overlays are transparent, follow the scores, and show nothing rather than an error', async () => {
  const overlay = `/overlay/${venue.id}`;
  const page = await openPage(`${overlay}/leaderboard/RM?top=3&position=top-right&ink=ffee00&fields=club,moved`, tv);
  await page.getByText('Bo', { exact: true }).waitFor();
  await waitForStillness(page);
  const look = () =>
    page.evaluate(() => {
      const card = document.querySelector('section');
      const box = card?.getBoundingClientRect();
      return {
        grounds: [document.documentElement, document.body].map((each) => getComputedStyle(each).backgroundColor),
        ink: card ? getComputedStyle(card).color : '',
        fromRight: box ? Math.round(1920 - box.right) : 0,
        top: box ? Math.round(box.top) : 0,
        rows: document.querySelectorAll('[data-glide]').length,
      };
    });
  const transparent = 'rgba(0, 0, 0, 0)';
  assert.deepEqual(await look(), {
    ...{ grounds: [transparent, transparent], ink: 'rgb(255, 238, 0)' },
    ...{ fromRight: 64, top: 64, rows: 3 },
  });
  assert.deepEqual(await findCutTexts(page), []);

  await page.goto(`${appliance.origin}${overlay}/match/RM/2-2?fields=title,arrows,chance`);
  await page.getByText('Raka Wijaya 20').waitFor();
  await desk.request('POST', `/api/competitions/${venue.id}/events/RM/matches/2-2/arrows`, {
    ...{ side: 'a', part: 'end', number: 1, first: 0, arrows: ['M', '3'] },
  });
  await page.locator('section').getByText('3', { exact: true }).waitFor();

  for (const path of [
    `${overlay}/leaderboard/XX`,
    `${overlay}/athlete/999`,
    `${overlay}/match/RM/9-9`,
    '/overlay/nowhere/clock',
    `${overlay}/a/b/c`,
  ]) {
    await page.goto(`${appliance.origin}${path}?size=nonsense`);
    await page.locator('#root').waitFor({ state: 'attached' });
    assert.equal((await page.locator('body').innerText()).trim(), '', path);
  }
  await page.context().close();
  assert.deepEqual(errors, []);
});

test('an overlay tells its age only where the address asks for it, and goes on when the connection is back', async () => {
  const page = await openPage(`/overlay/${venue.id}/athlete/1?age=1&lang=id`, tv);
  await page.getByText('Muhammad Rizky Pratama Putra').waitFor();
  const silent = await openPage(`/overlay/${venue.id}/athlete/1`, tv);
  await silent.getByText('Muhammad Rizky Pratama Putra').waitFor();
  for (const each of [page, silent]) await each.context().setOffline(true);
  await page.getByText(/^Hasil .* lalu$/).waitFor();
  assert.equal(await silent.getByText('Muhammad Rizky Pratama Putra').count(), 1, 'what was there stays');
  assert.doesNotMatch(await silent.locator('body').innerText(), /old|connection/);
  for (const each of [page, silent]) await each.context().setOffline(false);
  await page.getByText(/^Hasil .* lalu$/).waitFor({ state: 'detached' });
  for (const each of [page, silent]) await each.context().close();
});

test('the page that builds an address shows the overlay as it will be, and reads an address back', async () => {
  const page = await openPage('/overlay', { width: 1280, height: 900 });
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('Recurve Men').waitFor();
  assert.deepEqual(await findAccessFaults(page), []);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await findLayoutFaults(page), [], String(width));
  }
  await page.getByLabel('One archer').check();
  await page.getByLabel('Archer', { exact: true }).selectOption('2');
  await preview.getByText('Siti Nurhaliza').waitFor();
  await page.getByLabel('Places gained or lost').check();
  assert.match(
    await page.getByLabel('Address for your mixer').inputValue(),
    new RegExp(`/overlay/${venue.id}/athlete/2\\?fields=title,club,arrows,moved$`),
  );
  const paste = page.getByLabel('Change an address that you have');
  await paste.fill(`http://anywhere/overlay/${venue.id}/match/RM/2-1?size=150&ink=purple`);
  await page.getByText('which does not count: ink').waitFor();
  assert.match(await page.getByLabel('Address for your mixer').inputValue(), /match\/RM\/2-1\?size=150$/);
  await paste.fill('nonsense');
  await page.getByText('This is no overlay’s address.').waitFor();
  await page.context().close();
  assert.deepEqual(errors, []);
});
