// `npm run screens`: the pictures in README, of the real program in the middle of its demo.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CompetitionView } from '../wire/api-competitions.ts';
import { openBrowser } from './browser.ts';
import { openDesk } from './desk-client.ts';
import { createDataFolder, runAppliance } from './run-appliance.ts';

const folder = resolve(import.meta.dirname, '..', '..', '.github', 'screens');
const password = 'a long enough password';
const watchedMs = 60_000;
const settledMs = 5_000;

async function openPage(browser: Browser, url: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'no-preference',
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${name}.png`);
}

async function takeScreens(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const data = createDataFolder();
  const appliance = await runAppliance({ dataFolder: data.path, args: ['--demo', '--demo-minutes', '8'] });
  const browser = await openBrowser();
  try {
    const { origin } = appliance;
    const desk = await openDesk(origin, appliance.ready.deskCode, password);
    await new Promise((done) => setTimeout(done, watchedMs));
    const [demo] = await desk.request<readonly CompetitionView[]>('GET', '/api/competitions');
    if (!demo) throw new Error('The demo has no competition');
    const [target] = await desk.targets(demo.id);

    const tv = await openPage(browser, `${origin}/board/${demo.id}/RM?tv=1`, 1920, 1080);
    const phone = await openPage(browser, `${origin}/board/${demo.id}/RW`, 390, 844);
    const tablet = await openPage(browser, origin + (target?.joinPath ?? ''), 800, 1280);
    const athlete = await openPage(browser, `${origin}/athlete/${demo.id}/1`, 390, 844);
    const home = await openPage(browser, origin, 1280, 800);
    const deskPage = await openPage(browser, `${origin}/desk`, 1440, 900);
    await deskPage.getByLabel('Password', { exact: true }).fill(password);
    await deskPage.getByRole('button', { name: 'Log in' }).click();
    await deskPage.getByText(demo.name).first().click();
    await deskPage.getByRole('link', { name: 'Targets' }).first().click();
    await tablet.getByRole('heading', { name: /Target/ }).waitFor();
    await tablet.getByRole('region', { name: 'Arrow values' }).waitFor();
    await new Promise((done) => setTimeout(done, settledMs));
    for (const key of ['0', '9']) await tablet.keyboard.press(key);
    await save(tablet, 'tablet');
    await tv.getByText(/^Page 1 of/).waitFor({ timeout: watchedMs });
    await new Promise((done) => setTimeout(done, 1_000));
    await save(tv, 'board-tv');
    await save(phone, 'board-phone');
    await save(athlete, 'athlete');
    await save(home, 'home');
    await save(deskPage, 'desk');
  } finally {
    await browser.close();
    await appliance.stop();
    data.remove();
  }
}

takeScreens().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
