// Results away from the venue, with the whole appliance, a Pusher-like server and real browsers: the page from a disk, and a board on the venue's
// network that loses its appliance.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { boardRows } from './testing/board-rows.ts';
import { openBrowser } from './testing/browser.ts';
import { type MatchVenue, openMatchVenue } from './testing/match-venue.ts';
import { pusherFlags } from './testing/pusher/pusher-flags.ts';
import { openPusherServer, type PusherServer, testApp } from './testing/pusher/pusher-server.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import { createScope, type Scope } from './testing/scope.ts';

const program = resolve(import.meta.dirname, 'main.ts');
const patience = { timeout: 20_000 };

interface Rig {
  readonly pusher: PusherServer;
  readonly appliance: RunningAppliance;
  readonly venue: MatchVenue;
  readonly folder: string;
  readonly ports: { readonly port: number; readonly realtimePort: number };
  openPage(): Promise<Page>;
}

async function openRig(t: Scope): Promise<Rig> {
  const pusher = await openPusherServer(t);
  const data = createDataFolder();
  t.after(() => data.remove());
  const ports = { port: await findFreePort(), realtimePort: await findFreePort() };
  const appliance = await runAppliance({ dataFolder: data.path, ...ports, args: pusherFlags(pusher) });
  t.after(() => appliance.stop());
  const venue = await openMatchVenue(appliance);
  const browser = await openBrowser();
  t.after(() => browser.close());
  return {
    ...{ pusher, appliance, venue, ports, folder: data.path },
    async openPage() {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1_280, height: 900 } });
      return context.newPage();
    },
  };
}

async function writeSite(t: Scope, { folder, venue }: Rig): Promise<string> {
  const site = join(mkdtempSync(join(tmpdir(), 'tenring-site-')), 'live here');
  t.after(() => rmSync(resolve(site, '..'), { recursive: true, force: true }));
  const run = promisify(execFile);
  await run(process.execPath, [program, 'live-site', venue.competition, site, '--data', folder]);
  return site;
}

const scope = createScope();
let rig: Rig;
let site: string;
before(async () => {
  rig = await openRig(scope);
  site = await writeSite(scope, rig);
});
after(() => scope.close());

test('the page opened from a disk shows what the venue’s own board shows, also after the uplink’s troubles', async (t) => {
  const { pusher, appliance, venue } = rig;
  const index = pathToFileURL(join(site, 'index.html')).href;
  assert.ok(!readdirSync(site).some((name) => readFileSync(join(site, name)).includes(testApp.secret)));

  const away = await rig.openPage();
  const errors: string[] = [];
  away.on('pageerror', (error) => errors.push(String(error)));
  await away.goto(index);
  await away.getByText('Adi Nugroho').waitFor(patience);
  await away.getByText('Live from the venue').waitFor(patience);

  const local = await rig.openPage();
  await local.goto(`${appliance.origin}/board/${venue.competition}/RM?tv=0`);
  await local.getByText('Adi Nugroho').waitFor(patience);

  let was = ['8', '8', '8'];
  for (const [fault, last] of [
    ['refuse', '7'],
    [{ status: 500 }, '6'],
    ['flap', '5'],
  ] as const) {
    const requests = pusher.answers.length;
    pusher.fault = fault;
    const arrows = ['8', '8', last];
    await venue.ask('PUT', '/entries/6/scorecard/ends/1', { was, arrows, reason: 'x' });
    was = arrows;
    await t.waitFor(() => assert.ok(pusher.answers.length > requests), patience);
  }
  pusher.fault = 'none';
  await venue.shoot('RM', 'a', 'end', 1, '10', '10', '9');
  await t.waitFor(async () => assert.deepEqual(await boardRows(away), await boardRows(local)), { timeout: 40_000 });
  assert.equal((await boardRows(away)).length, 6);

  await venue.ask('PUT', '/announcements/lunch', { text: 'Lunch until one', place: 'everywhere' });
  await venue.ask('PUT', '/announcements/hall', { text: 'Only for the hall', place: 'screens' });
  await venue.ask('PUT', '/categories/RM/frozen', { by: 'Hakim', reason: 'A protest about an arrow' });
  await away.getByText('Lunch until one').waitFor(patience);
  await away.getByText(/under review\. What you see/).waitFor(patience);
  await venue.ask('DELETE', '/categories/RM/frozen');
  await venue.ask('DELETE', '/announcements/lunch');
  await away.getByText(/under review\. What you see/).waitFor({ state: 'detached', ...patience });
  await away.getByText('Lunch until one').waitFor({ state: 'detached', ...patience });
  const sent = pusher.events.map(({ data }) => data.replace(/"b":"([^"]+)"/g, (_, text: string) => atob(text))).join();
  assert.doesNotMatch(sent, /Only for the hall|Hakim|protest/);

  await away.locator(`a[href$="/events/RM"]`).first().click();
  await away.locator('li a', { hasText: 'Adi Nugroho' }).first().click();
  await away.getByText('29', { exact: true }).first().waitFor(patience);
  assert.deepEqual(errors, []);
  await away.context().close();
});

test('a board on the venue’s network goes on over the relay while its appliance cannot be reached, and comes back', async (t) => {
  const { appliance, venue, pusher } = rig;
  const page = await rig.openPage();
  // Only this page loses its appliance, and gets it back: everything between the two goes through here.
  let isCut = false;
  const cuts = new Set<() => void>();
  await page.route(`${appliance.origin}/**`, (route) => (isCut ? route.abort() : route.continue()));
  await page.routeWebSocket(new RegExp(`:${rig.ports.realtimePort}/`), (socket) => {
    if (isCut) return void socket.close();
    const server = socket.connectToServer();
    cuts.add(() => {
      void socket.close();
      void server.close();
    });
  });
  let codeCame = false;
  page.on('response', async (answer) => {
    if (answer.url().endsWith('.js')) codeCame ||= (await answer.text()).includes('pusher_internal');
  });
  const relayed = () => page.getByText('These results come over the internet');

  await page.goto(`${appliance.origin}/board/${venue.competition}/RM?tv=0`);
  await page.getByText('Adi Nugroho').waitFor(patience);
  assert.ok(!codeCame, 'not with the first words');
  await t.waitFor(() => assert.ok(codeCame), patience);
  await t.waitFor(() =>
    assert.equal(pusher.sockets.connections, 0, 'nothing is asked of Pusher while the appliance is there'),
  );

  isCut = true;
  for (const cut of cuts) cut();
  await relayed().waitFor(patience);
  assert.equal(pusher.sockets.connections, 1);
  await venue.ask('PUT', '/entries/6/scorecard/ends/1', {
    was: ['8', '8', '5'],
    arrows: ['8', '8', '7'],
    reason: 'x',
  });
  await page.locator('tbody tr', { hasText: 'Fajar Hidayat' }).getByText('23', { exact: true }).waitFor(patience);

  isCut = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await relayed().waitFor({ state: 'detached', ...patience });
  await t.waitFor(() => assert.equal(pusher.sockets.connections, 0), patience);
  await venue.ask('PUT', '/entries/6/scorecard/ends/1', {
    was: ['8', '8', '7'],
    arrows: ['8', '8', '6'],
    reason: 'x',
  });
  await page.locator('tbody tr', { hasText: 'Fajar Hidayat' }).getByText('22', { exact: true }).waitFor(patience);
  assert.equal(await page.locator('tbody tr', { hasText: 'Fajar Hidayat' }).count(), 1);
});

test('the page says how old what it shows is when the venue is silent', async (t) => {
  await t.waitFor(() => assert.ok(rig.pusher.events.length > 3), patience);
  await rig.appliance.stop();
  const page = await rig.openPage();
  await page.clock.install({ time: Date.now() + 20 * 60_000 });
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  await page.getByText('Adi Nugroho').waitFor(patience);
  await page.getByText(/Nothing has been heard from the venue for (19|20|21) minutes/).waitFor(patience);
});
