// On paper, with the whole appliance: by the command, and at the desk in a real browser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { exitCodes } from './config/exit-codes.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { dotOfPng } from './testing/rest-tournament.ts';
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
  assert.match(unknown.said, /one of scorecards, matchCards, listByTarget/);
  assert.ok(!existsSync(file('novel.pdf')));
});

async function openPrints(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${appliance.origin}/desk`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: /Paper Cup/ }).click();
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await page.getByLabel('Document').waitFor();
  return page;
}

async function textOfPrint(page: Page, document: string): Promise<string> {
  await page.getByLabel('Document').selectOption(document);
  await page.getByRole('button', { name: 'Make the PDF' }).click();
  const frame = page.getByTitle(`${document}, as it will be printed`);
  await frame.waitFor({ state: 'attached' });
  const link = page.getByRole('link', { name: 'Open the PDF' });
  const path = await link.getAttribute('href');
  assert.equal(await frame.getAttribute('src'), path);
  const answer = await page.request.get(`${appliance.origin}${path}`);
  assert.equal(answer.status(), 200);
  assert.equal(answer.headers()['x-frame-options'], 'SAMEORIGIN');
  return textOf(await answer.body());
}

async function findFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('at the desk: a document is chosen, made, looked at, and opened', async () => {
  const page = await openPrints();
  assert.match(await textOfPrint(page, 'Target numbers'), /Paper Cup[\s\S]*Ánh Nguyệt[\s\S]*Scan to score/);
  await page.getByLabel('Document').selectOption('Brackets');
  await page.getByRole('button', { name: 'Make the PDF' }).click();
  await page.getByText('No event is drawn yet').waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test('at the desk: officials, the logo and the text of certificates are given, refused and printed', async () => {
  const page = await openPrints();
  await page.getByLabel('A line each: name; function').fill('Sinta Dewi; Chair of the judges\nBudi');
  await page.getByRole('button', { name: 'Save the officials' }).click();
  await page.getByText('Line 2 of the officials does not fit').waitFor();
  await page.getByLabel('A line each: name; function').fill('Sinta Dewi; Chair of the judges\nBudi; Judge');
  await page.getByRole('button', { name: 'Save the officials' }).click();
  await page.getByText('Line 2 of the officials does not fit').waitFor({ state: 'detached' });
  const dot = Buffer.from(dotOfPng, 'base64');
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: dot.subarray(40) });
  await page.getByText('This file is no picture').waitFor();
  await page.getByLabel('Choose a picture').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: dot });
  await page.getByRole('img', { name: 'The logo' }).waitFor();
  await page.getByLabel('Text', { exact: true }).fill('{name} from {club}: {places}');
  await page.getByRole('button', { name: 'Save the text' }).click();
  await page.getByText('nothing is known that could stand for “places”').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('{name} from {club}: {place}');
  await page.getByRole('button', { name: 'Save the text' }).click();
  await page.getByRole('button', { name: 'Take the usual text again' }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const book = await textOfPrint(page, 'Result book (everything)');
  assert.match(
    book,
    /Paper Cup[\s\S]*Result book[\s\S]*Contents[\s\S]*Chair of the judges +Sinta Dewi[\s\S]*Ánh Nguyệt/,
  );
  assert.match(book, /Journal of \d+ facts/);
});

test('at the desk: on a phone nothing is cut, and an address leads to its document', async () => {
  const page = await openPrints({ width: 390, height: 844 });
  await page.goto(`${page.url()}/certificates`);
  await page.getByLabel('For whom').waitFor();
  assert.equal(await page.getByLabel('Document').inputValue(), 'certificates');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, String(width));
  assert.deepEqual(await findFaults(page), []);
});
