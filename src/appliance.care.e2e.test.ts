// What keeps the appliance itself safe, as the organiser meets it at the desk: the last backup, one to take along, a stick that is missing, a
// certificate that ends. The faults are put into the appliance's answer: real ones take minutes or years.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { checkBackup } from './backup/read-backup.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { StatusView } from './wire/api-status.ts';

const password = 'a long enough password';
let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition = '';
const folder = createDataFolder();

before(async () => {
  appliance = await runAppliance({ dataFolder: folder.path, args: ['--mdns', 'off'] });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const day = '2026-05-02';
  ({ id: competition } = await desk.createCompetition({
    ...{ name: 'Spring Cup', venue: '', from: day, to: day },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  }));
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

type Changed = Partial<Pick<StatusView, 'backup' | 'certificate'>>;

/** The desk, logged in. What `world.changed` holds takes the place of what the appliance says. */
async function openPage(locale: string): Promise<{ readonly page: Page; readonly world: { changed: Changed } }> {
  const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 } });
  const [name = '', value = ''] = desk.cookie().split('=');
  await context.addCookies([{ name, value, url: appliance.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const world: { changed: Changed } = { changed: {} };
  await page.route('**/api/status', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), ...world.changed } });
  });
  return { page, world };
}

const threeHoursAgo = () => Date.now() - 3 * 3_600_000;
const stickMissing = (): Changed => ({
  backup: { lastAt: threeHoursAgo(), lastFile: null, nextAt: 5, trouble: { kind: 'missing', message: 'not there' } },
});

test('a backup is taken at the desk, whole, and its age is shown', async () => {
  const { page } = await openPage('en-GB');
  await page.goto(`${appliance.origin}/desk`);
  await page.getByText('No backup since Tenring was started.').waitFor();
  await page.getByText(/start Tenring with --backup-to/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a backup' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^tenring-\d{8}-\d{6}\.tenring$/);
  const { manifest } = await checkBackup(await download.path());
  assert.deepEqual(
    manifest.competitions.map(({ id, name }) => [id, name]),
    [[competition, 'Spring Cup']],
  );
  await page.reload();
  await page.getByText('Last backup: 1 minute ago.').waitFor();
  await page.context().close();
});

test('a stick that is missing is told on every page of the desk, can be hidden, and is forgotten when it is back', async () => {
  const { page, world } = await openPage('en-GB');
  const notice = page.getByText('No backup can be made: the stick or folder is not there.');
  await page.goto(`${appliance.origin}/desk`);
  await page.getByRole('heading', { name: 'Backups' }).waitFor();
  assert.equal(await notice.count(), 0);
  world.changed = stickMissing();
  await page.goto(`${appliance.origin}/desk#/${competition}`);
  await page.reload();
  await notice.waitFor();
  await page.getByText('backups go on by themselves. Last backup: 3 hours ago.').waitFor();
  await page.getByRole('button', { name: 'Hide' }).click();
  assert.equal(await notice.count(), 0);
  await page.reload();
  await notice.waitFor();
  world.changed = {};
  await page.reload();
  await page.getByRole('heading', { name: 'Spring Cup' }).waitFor();
  assert.equal(await notice.count(), 0);
  await page.context().close();
});

test('a certificate that ends, and a backup that fails otherwise, in the words of the page', async () => {
  const { page, world } = await openPage('fr-FR');
  const message = 'the archive is behind';
  world.changed = {
    backup: { lastAt: null, lastFile: null, nextAt: 5, trouble: { kind: 'failed', message } },
    certificate: { validTo: Date.UTC(2036, 4, 5, 12), trouble: { kind: 'authorityEnds', message } },
  };
  await page.goto(`${appliance.origin}/desk`);
  await page.getByText('Ce à quoi les appareils font confiance prend fin le 5 mai 2036.').waitFor();
  await page.getByText(`Tenring indique : ${message}. Aucune sauvegarde`).waitFor();
  await page.getByText('Les appareils peuvent faire confiance à ce boîtier jusqu’au 5 mai 2036.').waitFor();
  const { TENRING_PICTURES: pictures } = process.env;
  if (pictures) await page.screenshot({ path: `${pictures}/care.png`, fullPage: true });
  await page.context().close();
});
