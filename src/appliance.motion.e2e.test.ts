// What moves on a board, in a real browser: who changes places glides there, new arrows light up in the colour of their ring, nothing else
// moves; and nothing at all for people who asked for less motion.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

interface Glide {
  /** Number of the entry. */
  readonly row: string;
  /** Pixels above its new place; negative from below. */
  readonly fromPx: number;
}

interface Flash {
  readonly arrow: string;
  readonly colour: string;
  readonly ms: number;
}

declare global {
  interface Window {
    glides: Glide[];
    flashes: Flash[];
  }
}

const folder = createDataFolder();
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition = '';

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
  const { id } = await desk.createCompetition({
    ...{ name: 'Motion Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  competition = id;
  await desk.importCsv(id, 'name,club,category\nAyu,Elang,RM\nBima,Elang,RM\nCitra,Elang,RM\nDewi,Elang,RM\n');
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

/** Run in the page: keeps what begins to move. */
function watchMotion(): void {
  window.glides = [];
  window.flashes = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, options) {
    const [first] = Array.isArray(frames) ? frames : [];
    const fromPx = Number(/translateY\((-?[\d.]+)px\)/.exec(String(first?.transform))?.[1]);
    if (this instanceof HTMLElement) window.glides.push({ row: this.dataset.glide ?? '', fromPx });
    return animate.call(this, frames, options);
  };
  document.addEventListener('animationstart', ({ target, pseudoElement }) => {
    if (!(target instanceof HTMLElement) || pseudoElement !== '::after') return;
    const { borderTopColor, animationDuration } = getComputedStyle(target, '::after');
    const ms = Number.parseFloat(animationDuration) * (animationDuration.endsWith('ms') ? 1 : 1_000);
    window.flashes.push({ arrow: target.textContent ?? '', colour: borderTopColor, ms });
  });
}

async function openBoard(path: string, reducedMotion: 'reduce' | 'no-preference'): Promise<Page> {
  const viewport = { width: 1920, height: 1080 };
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.addInitScript(watchMotion);
  await page.goto(`${appliance.origin}/board/${competition}/RM${path}`);
  await page.getByText('Dewi').first().waitFor();
  return page;
}

function score(entry: number, end: number, ...arrows: readonly string[]): Promise<unknown> {
  const path = `/api/competitions/${competition}/entries/${entry}/scorecard/arrows`;
  return desk.request('POST', path, { end, first: 0, arrows });
}

const order = (page: Page) =>
  page.locator('[data-glide]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.glide));

async function waitForOrder(page: Page, wanted: readonly number[]): Promise<void> {
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll<HTMLElement>('[data-glide]')].map(({ dataset }) => dataset.glide).join() === text,
    wanted.join(),
  );
}

test('who changes places glides there, new arrows light up in the colour of their ring, nothing else moves', async (t) => {
  await score(1, 1, '9', '9', '9', '9', '9', '9');
  await score(2, 1, '8', '8', '8', '8', '8', '8');
  await score(3, 1, '7', '7', '7', '7', '7', '7');
  const tv = await openBoard('?tv=1', 'no-preference');
  const list = await openBoard('?tv=0', 'no-preference');
  const still = await openBoard('?tv=1', 'reduce');
  for (const page of [tv, list, still]) {
    await waitForOrder(page, [1, 2, 3, 4]);
    await page.evaluate(() => {
      window.glides = [];
      window.flashes = [];
    });
  }
  await score(3, 2, 'X', '8', '6', '3', '2', 'M');
  for (const page of [tv, list, still]) await waitForOrder(page, [3, 1, 2, 4]);
  const tokens = await tv.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colours = ['gold', 'red', 'blue', 'black', 'white'].map((name) => {
      probe.style.color = `var(--${name === 'white' ? 'line-strong' : `ring-${name}`})`;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return colours;
  });
  const [golden, reddish, bluish, blackish, edge] = tokens;
  for (const page of [tv, list]) {
    const glides = await page.evaluate(() => window.glides);
    // In the list a row may grow by its first arrows, and moves those below it.
    const moved = glides.map(({ row }) => row).filter((row) => row !== '4' || page === tv);
    assert.deepEqual(moved.sort(), ['1', '2', '3'], 'the last one stays and does not move');
    for (const { row, fromPx } of glides.filter((glide) => glide.row !== '4'))
      assert.equal(fromPx > 0, row === '3', `${row} from ${fromPx}`);
    await t.waitFor(async () => assert.equal((await page.evaluate(() => window.flashes)).length, 6));
    const flashes = await page.evaluate(() => window.flashes);
    assert.deepEqual(
      flashes.map(({ arrow, colour }) => [arrow, colour]),
      [
        ['X', golden],
        ['8', reddish],
        ['6', bluish],
        ['3', blackish],
        ['2', edge],
        ['M', edge],
      ],
    );
    for (const { ms } of flashes) assert.ok(ms >= 500, 'long enough to be seen');
  }
  assert.deepEqual(await still.evaluate(() => window.glides), []);
  for (const { ms } of await still.evaluate(() => window.flashes)) assert.ok(ms < 1, `${ms} ms of motion`);
  assert.deepEqual(await order(still), await order(tv));
  for (const page of [tv, list, still]) await page.context().close();
});
