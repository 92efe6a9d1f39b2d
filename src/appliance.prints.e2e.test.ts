// On paper, with the whole appliance: by the command, and at the desk in a real browser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { exitCodes } from './config/exit-codes.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const password = 'a long enough password';
const main = resolve(import.meta.dirname, 'main.ts');
const folder = createDataFolder();
const file = (name: string) => join(folder.path, name);

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: file('data'), realtimePort: await findFreePort() });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const { id } = await desk.createCompetition({
    ...{ name: 'Paper Cup', venue: 'Meadow', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  await desk.importCsv(id, 'name,club,category,target\nÁnh Nguyệt,Elang,RM,1A\nЮлия,Elang,RW,1B\n');
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

function print(...args: readonly string[]) {
  const whole = [main, 'print', ...args, '--data', file('data')];
  const { status, stdout, stderr } = spawnSync(process.execPath, whole, { encoding: 'utf8', timeout: 60_000 });
  return { code: status, out: stdout, said: stderr };
}

const textOf = (pdf: Uint8Array) => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });

test('by the command: a file, which replaces none, and nothing where the document is unknown', () => {
  const made = print('paper', 'listByName', '-o', file('list.pdf'), '--language', 'fr', 'en', '--json');
  assert.equal(made.code, exitCodes.ok, made.said);
  assert.equal(JSON.parse(made.out).bytes, readFileSync(file('list.pdf')).length);
  assert.match(textOf(readFileSync(file('list.pdf'))), /Ánh Nguyệt +1A +Elang[\s\S]*Юлия +1B/);
  writeFileSync(file('mine.pdf'), 'mine');
  const refused = print('paper', 'medals', '-o', file('mine.pdf'));
  assert.deepEqual([refused.code, readFileSync(file('mine.pdf'), 'utf8')], [exitCodes.fileExists, 'mine']);
  const unknown = print('paper', 'novel', '-o', file('novel.pdf'));
  assert.equal(unknown.code, exitCodes.usage);
  assert.match(unknown.said, /one of scorecards, listByTarget/);
  assert.ok(!existsSync(file('novel.pdf')));
});

test('at the desk: a document is chosen, made, and opened', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${appliance.origin}/desk`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: /Paper Cup/ }).click();
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await page.getByLabel('Document').selectOption('Target numbers');
  await page.getByRole('button', { name: 'Make the PDF' }).click();
  const link = page.getByRole('link', { name: 'Open the PDF' });
  await link.waitFor();
  const answer = await context.request.get(`${appliance.origin}${await link.getAttribute('href')}`);
  assert.equal(answer.status(), 200);
  assert.match(textOf(await answer.body()), /Paper Cup[\s\S]*Ánh Nguyệt[\s\S]*Scan to score/);
});
