// Over https: the appliance makes its own authority, a device that trusts it gets the page by TLS with all that browsers keep for secure pages, and a
// tablet moves over from http with its target. The browser is told to trust the one key; its name is led to this machine, as mDNS would.
import assert from 'node:assert/strict';
import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { Bootstrap } from './wire/api-access.ts';
import type { Leaderboard } from './wire/api-leaderboards.ts';

const name = 'tenring.local';
const csv = 'name,club,category,target\nSiti Rahma,Garuda,RW,1A\n';
const tls = ['--tls', '--tls-port', '0', '--tls-realtime-port', '0'];

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition: string;
let secureOrigin: string;
let root: string;
const folder = createDataFolder();
const errors: string[] = [];

before(async () => {
  appliance = await runAppliance({ dataFolder: folder.path, args: tls });
  secureOrigin = appliance.ready.secureOrigins[0] ?? '';
  root = await (await fetch(`${appliance.origin}/trust/tenring-root.pem`)).text();
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
  const dates = { from: '2026-05-02', to: '2026-05-03' };
  const created = { name: 'Spring Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  competition = (await desk.createCompetition(created)).id;
  await desk.importCsv(competition, csv);
  const publicKey = createPublicKey(readFileSync(join(folder.path, 'tls', 'server.pem'), 'utf8'));
  const mark = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  browser = await openBrowser([
    `--ignore-certificate-errors-spki-list=${mark}`,
    `--host-resolver-rules=MAP ${name} 127.0.0.1`,
  ]);
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

function get(url: string, options: { readonly ca?: string; readonly servername?: string } = {}) {
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const asked = request(url, { ca: root, ...options }, (answer) => {
      let text = '';
      answer.on('data', (bytes) => {
        text += bytes;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    asked.on('error', reject).end();
  });
}

test('whoever trusts the root gets pages, and is told of the sockets by TLS; nobody else does', async () => {
  const answer = await get(`${secureOrigin}/api/bootstrap`);
  assert.equal(answer.status, 200);
  const bootstrap: Bootstrap = JSON.parse(answer.text);
  assert.equal(bootstrap.realtimePort, bootstrap.secure?.realtimePort);
  const plain: Bootstrap = await (await fetch(`${appliance.origin}/api/bootstrap`)).json();
  assert.equal(plain.realtimePort, appliance.ready.realtimePort);
  assert.notEqual(plain.realtimePort, bootstrap.realtimePort);
  await assert.rejects(get(`${secureOrigin}/`, { ca: '' }), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  await assert.rejects(get(`${secureOrigin}/`, { servername: 'bank.example' }), {
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
});

test('the sockets have the same certificate; keys are nobody else’s to read', async () => {
  const { secure }: Bootstrap = await (await fetch(`${appliance.origin}/api/bootstrap`)).json();
  const socket = connect({ host: '127.0.0.1', port: secure?.realtimePort ?? 0, ca: root, servername: name });
  await new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve).once('error', reject);
  });
  const { subjectaltname = '' } = socket.getPeerCertificate();
  socket.destroy();
  for (const each of [`DNS:${name}`, 'DNS:localhost', 'IP Address:127.0.0.1'])
    assert.ok(subjectaltname.includes(each), each);
  for (const file of ['authority.pem', 'server.pem'])
    assert.equal(statSync(join(folder.path, 'tls', file)).mode & 0o777, 0o600);
  assert.ok(!existsSync(join(folder.path, 'tls', 'server.pem.new')));
});

test('certificates of one’s own that cannot be used end the start with a sentence', async () => {
  const file = join(folder.path, 'tls', 'server.pem');
  const other = createDataFolder();
  const start = (cert: string, key: string) =>
    runAppliance({ dataFolder: other.path, args: ['--tls-cert', cert, '--tls-key', key, '--tls-port', '0'] });
  await assert.rejects(
    start(file, join(folder.path, 'none.pem')),
    /\(exit code 65\).*tenring: The key .*none\.pem is not there\./s,
  );
  await assert.rejects(
    start(file, join(folder.path, 'tls', 'authority.pem')),
    /The key .* does not belong to the certificate/,
  );
  other.remove();
});

async function scoreEnd(page: Page, end: number): Promise<void> {
  await page.getByText(`End ${end} of 12`).first().waitFor();
  for (const value of ['10', '9', '9', '8', '8', '7'])
    await page.getByLabel('Arrow values').getByRole('button', { name: value, exact: true }).tap();
}

async function total(): Promise<number | undefined> {
  const { rows } = await desk.request<Leaderboard>('GET', `/api/competitions/${competition}/leaderboards/RW`);
  return rows[0]?.total;
}

test('a tablet moves from http to https with its target, and nothing half typed is left behind', async () => {
  const { joinPath = '' } = (await desk.targets(competition))[0] ?? {};
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', hasTouch: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`http://${name}:${new URL(appliance.origin).port}${joinPath}`);
  await scoreEnd(page, 1);
  assert.equal(await page.evaluate(() => window.isSecureContext), false, 'http under a name is no secure context');

  await page.getByRole('button', { name: 'Settings' }).tap();
  await page.getByText('What works on this device').tap();
  await page.getByText('can be opened when everything typed here is saved').waitFor();
  assert.equal(await page.getByRole('link', { name: /Open the secure page/ }).count(), 0);
  await page.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('button', { name: /^Confirm/ }).tap();
  await page.getByText('End 2 of 12').first().waitFor();
  await page.getByRole('button', { name: 'Settings' }).tap();
  await page.getByRole('link', { name: /Open the secure page/ }).tap();

  await page.waitForURL(`https://${name}:${new URL(secureOrigin).port}/tablet`);
  await page.getByRole('heading', { name: 'Target 1' }).waitFor();
  assert.equal(await page.evaluate(() => window.isSecureContext), true);
  await scoreEnd(page, 2);
  await page.getByRole('button', { name: /^Confirm/ }).tap();
  await page.getByText('End 3 of 12').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  while ((await total()) !== 102) await page.waitForTimeout(50);
  const devices = (await desk.targets(competition)).flatMap((target) => target.devices);
  assert.equal(devices.length, 1, 'for the desk it is the same device');
  await page.reload();
  await page.getByText('End 3 of 12').first().waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('the organiser’s cookie is for TLS only where it came by TLS, and http keeps one of its own', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const httpOrigin = `http://${name}:${new URL(appliance.origin).port}`;
  for (const origin of [`https://${name}:${new URL(secureOrigin).port}`, httpOrigin]) {
    await page.goto(`${origin}/desk`);
    await page.getByLabel('Password').fill('a long enough password');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Competitions' }).waitFor();
    await page.getByText(appliance.origin, { exact: true }).waitFor();
    await page
      .locator('section')
      .getByText(/(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/)
      .first()
      .waitFor();
  }
  const cookies = (await context.cookies()).map((each) => [each.name, each.secure, each.sameSite, each.httpOnly]);
  assert.deepEqual(cookies.sort(), [
    ['__Host-tenring', true, 'Strict', true],
    ['tenring', false, 'Strict', true],
  ]);
  await context.close();
});

test('the desk says when printed codes lead nowhere, until somebody has dealt with it', async () => {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(15_000);
  let goneAddresses: readonly string[] = [];
  await page.route('**/api/bootstrap', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), goneAddresses } });
  });
  const notice = page.getByText(/lead nowhere any more/);
  await page.goto(`${appliance.origin}/desk`);
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Competitions' }).waitFor();
  assert.equal(await notice.count(), 0);
  goneAddresses = ['http://192.168.7.7:8000'];
  await page.reload();
  await page.getByText(/QR codes and links with http:\/\/192\.168\.7\.7:8000 lead nowhere/).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal(await notice.count(), 0);
  await page.reload();
  await page.getByRole('heading', { name: 'Competitions' }).waitFor();
  assert.equal(await notice.count(), 0);
  goneAddresses = ['http://192.168.8.8:8000'];
  await page.reload();
  await notice.waitFor();
  await page.context().close();
});

test('the page about trust works without script', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'fr-FR',
    viewport: { width: 360, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(`${appliance.origin}/trust`);
  await page.getByRole('heading', { name: 'Faire confiance à Tenring sur cet appareil' }).waitFor();
  assert.equal(await page.locator('details[open]').count(), 1);
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Let this device trust Tenring' }).waitFor();
  assert.ok(await page.locator('svg').isVisible());
  await context.close();
});
