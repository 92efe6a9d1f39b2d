// A tablet in a real browser whose appliance dies with an end that was shown as saved and that the standby never got: the page finds the
// standby that took over, sends that end again, goes on, and is loaded again although the appliance that it came from is gone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import {
  createDataFolder,
  endLeftRedis,
  findFreePort,
  type RunningAppliance,
  runAppliance,
} from './testing/run-appliance.ts';
import { runCommand } from './testing/run-command.ts';
import type { StandbyView } from './wire/api-standby.ts';

const password = 'a long enough password';
const csv = 'name,club,category,target\nSiti Rahma,Garuda,RW,1A\n';
const folders = { primary: createDataFolder(), standby: createDataFolder() };
const errors: string[] = [];

let browser: Browser;
let primary: RunningAppliance;
let standby: RunningAppliance;
let desk: DeskClient;
let competition: string;

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never: ${what}`);
}

async function behind(): Promise<number> {
  const { out } = await runCommand(['standby', 'list', '--json', '--data', folders.primary.path]);
  const [only]: readonly StandbyView[] = JSON.parse(out);
  return only?.seenAt ? only.behind : Number.POSITIVE_INFINITY;
}

before(async () => {
  browser = await openBrowser();
  const ports = async () => ({ port: await findFreePort(), realtimePort: await findFreePort() });
  primary = await runAppliance({ dataFolder: folders.primary.path, ...(await ports()), args: ['--mdns', 'off'] });
  desk = await openDesk(primary.origin, primary.ready.deskCode, password);
  const dates = { from: '2026-05-02', to: '2026-05-03' };
  const created = { name: 'Spring Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  competition = (await desk.createCompetition(created)).id;
  await desk.importCsv(competition, csv);
  const code = (await runCommand(['standby', 'code', '--data', folders.primary.path])).out.trim();
  const follow = ['--mdns', 'off', '--follow', primary.origin, '--follow-code', code];
  standby = await runAppliance({ dataFolder: folders.standby.path, ...(await ports()), args: follow });
  await until('it follows', async () => (await behind()) === 0);
});

after(async () => {
  await browser?.close();
  await primary?.kill();
  await standby?.kill();
  for (const { path } of Object.values(folders)) endLeftRedis(path);
  folders.primary.remove();
  folders.standby.remove();
});

async function score(page: Page, end: number, values: readonly string[]): Promise<void> {
  await page.getByText(`End ${end} of 12`).first().waitFor();
  const keys = page.getByLabel('Arrow values');
  for (const name of values) await keys.getByRole('button', { name, exact: true }).tap();
  await page.getByRole('button', { name: /^Confirm/ }).tap();
}

async function total(from: DeskClient): Promise<readonly [number, number]> {
  const { rows } = await from.request<{ rows: { total: number; arrows: number }[] }>(
    'GET',
    `/api/competitions/${competition}/leaderboards/RW`,
  );
  return [rows[0]?.total ?? 0, rows[0]?.arrows ?? 0];
}

test('a page goes on with who took over, and brings what it was told is saved', async () => {
  const [target] = await desk.targets(competition);
  assert.ok(target);
  const context = await browser.newContext({ locale: 'en-GB', hasTouch: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(primary.origin + target.joinPath);
  await score(page, 1, ['9', '9', '9', '9', '9', '9']);
  await until('the first end is there', async () => (await total(desk))[1] === 6);
  await until('on the standby too', async () => (await behind()) === 0);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  standby.process.kill('SIGSTOP');
  await score(page, 2, ['8', '8', '8', '8', '8', '8']);
  await until('the second end is saved', async () => (await total(desk))[1] === 12);
  await score(page, 3, ['7', '7', '7', '7', '7', '7']);
  await until('the third end is saved', async () => (await total(desk))[1] === 18);
  await primary.kill();
  standby.process.kill('SIGCONT');
  await score(page, 4, ['6', '6', '6', '6', '6', '6']);
  const { code, said } = await runCommand(['promote', '--data', folders.standby.path]);
  assert.equal(code, 0, said);

  const answers = () =>
    fetch(`${standby.origin}/api/competitions`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until('it has taken over', answers);
  const there = await openDesk(standby.origin, undefined, password);
  await until('all ends are there', async () => (await total(there))[1] === 24);
  assert.deepEqual(await total(there), [6 * (9 + 8 + 7 + 6), 24]);

  await page.reload();
  await score(page, 5, ['5', '5', '5', '5', '5', '5']);
  await until('the page came back without its appliance', async () => (await total(there))[1] === 30);
  assert.deepEqual(errors, []);
  await context.close();
});
