// A whole round of 72 arrows by touch on three tablets, with what happens on a field: the network goes, pages are loaded again without it,
// one tablet is open in two tabs, the appliance is killed. Served from this machine, so that the service worker runs as over https.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ArrowValue } from './domain/arrow-value.ts';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { readArchive } from './testing/read-archive.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const password = 'a long enough password';
const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];
const csv = [
  'name,club,category,target',
  'Siti Rahma,Garuda,RW,1A',
  'Dewi Lestari,Elang,RW,2A',
  'Jo Marsh,Riverside,RW,3A',
  'Ada Kurt,Falcon,CW,4A',
];

interface Tablet {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly entry: number;
  readonly ends: readonly (readonly ArrowValue[])[];
}

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition: string;
let port: number;
const folder = createDataFolder();
const errors: string[] = [];

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path, realtimePort: await findFreePort() });
  port = Number(new URL(appliance.origin).port);
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const dates = { from: '2026-05-02', to: '2026-05-03' };
  const created = { name: 'Spring Cup', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  competition = (await desk.createCompetition(created)).id;
  await desk.importCsv(competition, csv.join('\n'));
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

function watch(page: Page): Page {
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  return page;
}

/** Different arrows for every archer, all values of the face. */
function arrowsOf(seed: number): Tablet['ends'] {
  const values: readonly ArrowValue[] = ['X', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1', 'M'];
  return Array.from({ length: 12 }, (_, end) =>
    Array.from(
      { length: 6 },
      (__, arrow) => values[(seed * 5 + end * 7 + arrow * (1 + (end % 5))) % values.length] ?? 'M',
    ),
  );
}

async function openTablets(): Promise<readonly Tablet[]> {
  const targets = await desk.targets(competition);
  return Promise.all(
    targets.slice(0, sizes.length).map(async ({ joinPath, archers }, index) => {
      const viewport = sizes[index] ?? null;
      const context = await browser.newContext({ viewport, locale: 'en-GB', hasTouch: true });
      const page = watch(await context.newPage());
      await page.goto(appliance.origin + joinPath);
      return { context, page, entry: archers[0]?.entry ?? 0, ends: arrowsOf(index) };
    }),
  );
}

const names: Partial<Record<ArrowValue, string>> = { X: 'X, inner ten', M: 'Miss' };

async function tap(page: Page, arrows: readonly ArrowValue[]): Promise<void> {
  const keys = page.getByLabel('Arrow values');
  for (const value of arrows) await keys.getByRole('button', { name: names[value] ?? value, exact: true }).tap();
}

const confirm = (page: Page) => page.getByRole('button', { name: /^Confirm/ }).tap();

async function score({ page, ends }: Tablet, from: number, to: number): Promise<void> {
  for (let end = from; end <= to; end += 1) {
    await page.getByText(`End ${end} of 12`).first().waitFor();
    await tap(page, ends[end - 1] ?? []);
    await confirm(page);
  }
}

/** Arrows that the appliance has, of all archers. */
async function countArrows(): Promise<number> {
  const { rows } = await desk.request<{ rows: { arrows: number }[] }>(
    'GET',
    `/api/competitions/${competition}/leaderboards/RW`,
  );
  return rows.reduce((sum, { arrows }) => sum + arrows, 0);
}

async function untilArrows(count: number): Promise<void> {
  const patience = AbortSignal.timeout(40_000);
  while ((await countArrows()) !== count) {
    patience.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const each = (tablets: readonly Tablet[], work: (tablet: Tablet) => Promise<unknown>) => Promise.all(tablets.map(work));

/** The page is put away, so that it can be loaded without a network. */
async function untilOfflineReady({ page }: Tablet): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });
}

/** No network: two ends, a page loaded again in the middle of the third, and on. */
async function scoreWithoutNetwork(tablet: Tablet): Promise<void> {
  const { context, page, ends } = tablet;
  await context.setOffline(true);
  await score(tablet, 4, 5);
  await page.getByText('On this tablet', { exact: true }).first().waitFor();
  await tap(page, ends[5]?.slice(0, 4) ?? []);
  await page.reload();
  await page.getByText('End 6 of 12').first().waitFor();
  await page.getByRole('button', { name: 'Arrow 4: ' }).waitFor();
  await tap(page, ends[5]?.slice(4) ?? []);
  await confirm(page);
}

/** Still without a network: the same tablet in a second tab, then in the first one again, which both show what the other has. */
async function scoreInTwoTabs(tablet: Tablet): Promise<void> {
  const first = tablet.page;
  const second = watch(await tablet.context.newPage());
  await second.goto(first.url());
  await first.getByText('Another tab of this tablet').waitFor();
  await score({ ...tablet, page: second }, 7, 7);
  // As a person would: browsers slow down what nobody sees.
  await first.bringToFront();
  await score(tablet, 8, 8);
  await second.getByText('Another tab of this tablet').waitFor();
  assert.equal(await first.getByText('Another tab of this tablet').count(), 0);
  await second.getByText('End 9 of 12').first().waitFor();
}

async function killAndRestart(): Promise<void> {
  const { realtimePort } = appliance.ready;
  await appliance.kill();
  appliance = await runAppliance({ dataFolder: folder.path, port, realtimePort });
  desk = await openDesk(appliance.origin, undefined, password);
}

/** As the archive has it: every arrow with the end and box that it was scored in. */
function archivedCards(): ReadonlyMap<number, readonly (readonly ArrowValue[])[]> {
  const cards = new Map<number, ArrowValue[][]>();
  const commands = new Set<string>();
  for (const { fact, commandId } of readArchive(folder.path, competition)) {
    if (fact.kind !== 'arrowsScored') continue;
    assert.equal(commands.has(commandId), false, 'a command took effect twice');
    commands.add(commandId);
    const card = cards.get(fact.entry) ?? [];
    cards.set(fact.entry, card);
    const end = card[fact.end - 1] ?? [];
    card[fact.end - 1] = end;
    for (const [index, arrow] of fact.arrows.entries()) {
      assert.equal(end[fact.first + index], undefined, 'an arrow was scored twice');
      end[fact.first + index] = arrow;
    }
  }
  return cards;
}

test('a tablet whose storage is full says so, and what is typed is saved all the same', async () => {
  const target = (await desk.targets(competition)).find(({ butt }) => butt === 4);
  assert.ok(target);
  const context = await browser.newContext({ viewport: sizes[2] ?? null, locale: 'en-GB', hasTouch: true });
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = refuse;
    Storage.prototype.setItem = refuse;
  });
  const page = watch(await context.newPage());
  await page.goto(appliance.origin + target.joinPath);
  await page.getByText('End 1 of 12').first().waitFor();
  await tap(page, ['X']);
  await page.getByText('could not store what you typed').waitFor();
  await tap(page, ['9', '8', '7', '6', 'M']);
  await confirm(page);
  await page.getByText('Saved', { exact: true }).first().waitFor();
  const { rows } = await desk.request<{ rows: { total: number; arrows: number }[] }>(
    'GET',
    `/api/competitions/${competition}/leaderboards/CW`,
  );
  assert.deepEqual(
    rows.map(({ total, arrows }) => [total, arrows]),
    [[40, 6]],
  );
  await context.close();
});

test('72 arrows on each of three tablets, through everything, are in the archive once and as they were typed', async () => {
  const tablets = await openTablets();
  await each(tablets, (tablet) => score(tablet, 1, 3));
  await untilArrows(54);
  await each(tablets, untilOfflineReady);

  await each(tablets, scoreWithoutNetwork);
  const [first, ...others] = tablets;
  assert.ok(first);
  await Promise.all([scoreInTwoTabs(first), each(others, (tablet) => score(tablet, 7, 8))]);
  assert.equal(await countArrows(), 54, 'nothing came through meanwhile');
  await each(tablets, ({ context }) => context.setOffline(false));
  await untilArrows(144);

  const scoring = each(tablets, (tablet) => score(tablet, 9, 11));
  await untilArrows(162);
  await killAndRestart();
  await scoring;
  await each(tablets, (tablet) => score(tablet, 12, 12));
  await untilArrows(216);
  await each(tablets, async ({ page }) => {
    await page.getByText('Saved', { exact: true }).first().waitFor();
    assert.equal(await page.getByText('On this tablet', { exact: true }).count(), 0);
  });

  await browser.close();
  assert.equal(await appliance.stop(), 0, appliance.log());
  const cards = archivedCards();
  for (const { entry, ends } of tablets) assert.deepEqual(cards.get(entry), ends, `entry ${entry}`);
  assert.deepEqual(errors, []);
});
