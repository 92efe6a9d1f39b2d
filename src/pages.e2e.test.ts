// Every page in every state that a person meets: with a screen reader (axe: WCAG 2.2 A and AA, and AAA contrast where the sun shines),
// light and dark, on a phone and on a desk, from left to right and from right to left, down to 320 px, in every language.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import { openScene, openVenue, type Scene, scenes, type Venue } from './testing/every-page.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

let browser: Browser;
let appliance: RunningAppliance;
let venue: Venue;
const folder = createDataFolder();
/** Pictures of every page for somebody to look at, where this names a folder; and only scenes with these words. */
const { TENRING_PICTURES: pictures, TENRING_SCENES: wanted = '' } = process.env;

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path, realtimePort: await findFreePort() });
  venue = await openVenue(appliance);
  if (pictures) mkdirSync(pictures, { recursive: true });
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

const sizes = {
  phone: { width: 390, height: 844 },
  smallest: { width: 320, height: 568 },
  standing: { width: 800, height: 1280 },
  lying: { width: 1280, height: 800 },
} as const;
type Size = keyof typeof sizes;

const languages = ['id', 'fr'] as const;
const namesOfMessages = /\b(app|board|tablet|desk|match|cards|clock|follow|offline|join|devices)\.[a-z]+\b/;

interface Look {
  readonly size: Size;
  readonly theme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  readonly language?: string;
}

async function show(page: Page, scene: Scene, { size, theme, dir, language = 'en' }: Look): Promise<void> {
  await page.setViewportSize(scene.isTv ? { width: 1920, height: 1080 } : sizes[size]);
  await page.evaluate(
    ([nextTheme, nextDir]) => {
      document.documentElement.dataset.theme = nextTheme;
      document.documentElement.dir = nextDir;
    },
    [theme, dir] as const,
  );
  if (!pictures) return;
  const name = `${scene.name.replaceAll(/\W+/g, '-')}.${size}.${theme}.${dir}.${language}.png`;
  await page.screenshot({ path: join(pictures, name) });
}

/** What browsers of 2021 (Chrome 90, Safari 14.1) do not have, taken away before a page begins. */
const browserOf2021 = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'with', 'toSorted', 'toReversed', 'toSpliced'])
    delete Array.prototype[name];
  for (const name of ['at', 'isWellFormed']) delete String.prototype[name];
  for (const name of ['hasOwn', 'groupBy']) delete Object[name];
  for (const name of ['union', 'difference', 'intersection', 'isSubsetOf']) delete Set.prototype[name];
  delete Map.groupBy; delete Promise.withResolvers; delete Array.fromAsync;
  for (const name of ['structuredClone', 'BroadcastChannel', 'scheduler', 'reportError']) delete globalThis[name];
  delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.close;
  delete Crypto.prototype.randomUUID;
  delete AbortSignal.timeout; delete AbortSignal.any;
  for (const name of ['wakeLock', 'locks', 'storage', 'serviceWorker', 'vibrate']) delete Navigator.prototype[name];
`;

const looks = [
  ['phone', 'light'],
  ['lying', 'dark'],
] as const;

for (const scene of scenes.filter(({ name }) => name.includes(wanted))) {
  test(`${scene.name}: for screen readers, in the sun, in a dark hall, from either side`, async () => {
    const { context, page, errors } = await openScene(browser, venue, scene);
    for (const [size, theme] of looks) {
      await show(page, scene, { size, theme, dir: 'ltr' });
      assert.deepEqual(await findAccessFaults(page, { isInSun: scene.isScoring ?? false }), [], `${size}, ${theme}`);
    }
    for (const dir of ['ltr', 'rtl'] as const) {
      for (const size of ['smallest', 'phone', 'standing', 'lying'] as const) {
        await show(page, scene, { size, theme: 'light', dir });
        assert.deepEqual(await findLayoutFaults(page), [], `${size}, ${dir}`);
      }
    }
    assert.deepEqual(errors, []);
    await context.close();
  });

  test(`${scene.name}: in other languages, in a browser of 2021, on the smallest phone`, async () => {
    const { context, page, errors } = await openScene(browser, venue, scene, browserOf2021);
    for (const language of scene.isOffline ? [] : languages) {
      await show(page, scene, { size: 'smallest', theme: 'light', dir: 'ltr' });
      await page.evaluate((code) => localStorage.setItem('tenring.language', code), language);
      await page.reload();
      await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
      await page.locator('main').first().waitFor();
      await show(page, scene, { size: 'smallest', theme: 'light', dir: 'ltr', language });
      assert.deepEqual(await findLayoutFaults(page), [], language);
      // A message that is missing shows as its name.
      assert.doesNotMatch(await page.locator('body').innerText(), namesOfMessages, language);
    }
    assert.deepEqual(errors, []);
    await context.close();
  });
}
