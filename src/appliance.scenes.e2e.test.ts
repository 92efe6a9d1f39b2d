// The states of a tablet that come and go (testing/tablet-scenes.ts, match-scenes.ts) on the real appliance: with a screen reader (axe, contrast
// for the sun), on a phone and a lying tablet, light and dark, from either side. TENRING_PICTURES names a folder for pictures of each.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser, waitForTypeface } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { matchScenes } from './testing/match-scenes.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import { button, cardScenes, openCup, press, type TabletScene, withholdParts } from './testing/tablet-scenes.ts';

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
const folder = createDataFolder();
const { TENRING_PICTURES: pictures, TENRING_SCENES: wanted = '' } = process.env;

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
  if (pictures) mkdirSync(pictures, { recursive: true });
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

const sizes = {
  phone: { width: 390, height: 844 },
  smallest: { width: 320, height: 640 },
  standing: { width: 800, height: 1280 },
  lying: { width: 1280, height: 800 },
} as const;

/** Every size and theme has its turn, each state in two of them. */
const looks = [
  ['phone', 'light'],
  ['lying', 'dark'],
] as const;

async function turn(page: Page, size: keyof typeof sizes, theme: string, dir: string): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await page.evaluate(
    ([nextTheme, nextDir]) => {
      document.documentElement.dataset.theme = nextTheme;
      document.documentElement.dir = nextDir ?? '';
    },
    [theme, dir] as const,
  );
}

async function takePictures(page: Page, { name }: TabletScene): Promise<void> {
  for (const size of ['phone', 'smallest', 'standing', 'lying'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await turn(page, size, theme, 'ltr');
      const file = `${name.replaceAll(/\W+/g, '-')}.${size}.${theme}.png`;
      await page.screenshot({ path: join(pictures ?? '', file) });
    }
  }
}

async function openTablet(errors: string[]): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: 'en-GB', reducedMotion: 'reduce', viewport: sizes.phone },
    // As by plain http.
    serviceWorkers: 'block',
  });
  // As at a second visit: the typeface comes at once.
  await context.addInitScript(() => {
    if (window.origin !== 'null') localStorage.setItem('tenring.typeface', 'here');
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', ({ message }) => errors.push(message));
  return page;
}

async function openScene({ prepare }: TabletScene, errors: string[]): Promise<Page> {
  const page = await openTablet(errors);
  const open = async (path: string) => {
    // With another fragment alone the page would stay.
    await page.goto('about:blank');
    await page.goto(appliance.origin + path);
  };
  await prepare({ page, desk, open });
  await waitForTypeface(page);
  return page;
}

const scenes = [...cardScenes, ...matchScenes].filter(({ name }) => name.includes(wanted));

for (const [index, scene] of scenes.entries()) {
  test(`a tablet: ${scene.name}`, async () => {
    const errors: string[] = [];
    const page = await openScene(scene, errors);
    const [size, theme] = looks[index % looks.length] ?? ['phone', 'light'];
    await turn(page, size, theme, 'ltr');
    assert.deepEqual(await findAccessFaults(page, { isInSun: true }), [], `${size}, ${theme}`);
    for (const [each, dir] of [
      ['smallest', 'ltr'],
      ['phone', 'rtl'],
      ['lying', 'rtl'],
    ] as const) {
      await turn(page, each, 'light', dir);
      assert.deepEqual(await findLayoutFaults(page), [], `${each}, ${dir}`);
    }
    if (pictures) await takePictures(page, scene);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

/** Every file of what comes later is here. */
function waitForParts(page: Page): Promise<unknown> {
  return page.waitForFunction(() => {
    const named = [...document.querySelectorAll<HTMLMetaElement>('meta[name^="part:"]')];
    const files = named.flatMap(({ content }) => content.split(' '));
    const here = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    return files.length > 0 && files.every((file) => here.includes(file));
  });
}

test('by plain http every screen is there once the network is gone', async () => {
  const errors: string[] = [];
  const page = await openTablet(errors);
  const cup = await openCup(desk);
  await page.goto(appliance.origin + (await cup.joinPath(1)));
  await page.getByText('End 1 of 2').waitFor();
  await waitForParts(page);
  await page.context().setOffline(true);
  await button(page, 'Settings').click();
  await page.getByLabel('Drawn target face').check({ force: true });
  await button(page, 'Close').click();
  await page.locator('[data-plot]').waitFor();
  await button(page, 'Card of Ayu Kartika').click();
  await page.getByRole('table').waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a screen that has not arrived is said to be missing, comes when the network does, and what was typed stays', async () => {
  const errors: string[] = [];
  const page = await openTablet(errors);
  await withholdParts(page);
  const cup = await openCup(desk);
  await page.goto(appliance.origin + (await cup.joinPath(1)));
  await page.getByText('End 1 of 2').waitFor();
  await press(page, 'x', '9');
  await button(page, 'Settings').click();
  await page.getByText('This part of the page has not arrived yet').waitFor();
  assert.equal(await page.getByLabel('Drawn target face').count(), 0);
  await page.unroute(/assets\/part-/);
  await button(page, 'Try now').click();
  await page.getByLabel('Drawn target face').waitFor({ state: 'attached' });
  await button(page, 'Close').click();
  const boxes = page.getByRole('region', { name: 'Arrows of end 1' });
  assert.deepEqual(
    (await boxes.getByRole('button').allInnerTexts()).map((text) => text.trim()),
    ['X', '9', ''],
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});
