// The shooting clock in real browsers whose own clocks are years apart: set at the desk, shown on a board, a tablet and a phone in the
// same moment, heard where the horn is on, stopped by one key.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAccessFaults } from './testing/access-faults.ts';
import { openBrowser } from './testing/browser.ts';
import {
  apartBy,
  type DeviceOptions,
  inStepMs,
  median,
  openClockDevice,
  seenSeconds,
  yearMs,
} from './testing/clock-device.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { ClockView } from './wire/api-clock.ts';

const password = 'a long enough password';

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let competition = '';
const folder = createDataFolder();
const errors: string[] = [];

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  const { id } = await desk.createCompetition({
    ...{ name: 'Clock Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'indoor', ruleSetId: 'wa-2026' },
  });
  competition = id;
  await desk.importCsv(
    id,
    'name,club,category,target\nAyu,Elang,RM,1A\nRaka,Elang,RM,1B\nSinta,Elang,RM,1C\nTono,Elang,RM,1D\n',
  );
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

function openDevice(path: string, offMs: number, size?: DeviceOptions['size']): Promise<Page> {
  return openClockDevice({ browser, url: appliance.origin + path, offMs, errors, ...(size && { size }) });
}

async function openClockDesk(name = 'Clock Cup'): Promise<Page> {
  const page = await openDevice('/desk', 3 * yearMs, { width: 1280, height: 900 });
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.getByRole('link', { name: 'Clock', exact: true }).click();
  return page;
}

const findFaults = (page: Page, part = 'html') => findAccessFaults(page, { rules: 'all', part });

test('the clock of the desk runs on every screen in step, sounds, and stops everywhere at once', async (t) => {
  const [target] = await desk.targets(competition);
  const deskPage = await openClockDesk();
  const board = await openDevice(`/board/${competition}?clock`, -4 * yearMs);
  await board.getByText('The clock is not set yet').waitFor();
  const tablet = await openDevice(target?.joinPath ?? '', 11 * 3_600_000, { width: 800, height: 1280 });
  await tablet.getByRole('heading', { name: /Target/ }).waitFor();
  assert.equal(await tablet.getByRole('timer').count(), 0, 'nobody is called yet');
  assert.deepEqual(await findFaults(deskPage), []);

  // Four at a butt: two lines; two minutes, as the rules have it for three arrows indoors.
  await deskPage.getByLabel('Seconds to the line').fill('-1');
  assert.equal(await deskPage.getByRole('button', { name: 'Set the clock' }).isDisabled(), true);
  await deskPage.getByLabel('Seconds to the line').fill('4');
  await deskPage.getByRole('button', { name: 'Set the clock' }).click();
  await board.getByText('Wait', { exact: true }).waitFor();
  await board.getByRole('button', { name: 'Switch the horn on' }).click();
  await board.getByRole('button', { name: 'Horn is on' }).waitFor();
  assert.equal(await board.evaluate(() => window.sounds), 1, 'one to try it');

  await deskPage.getByRole('button', { name: 'Call AB' }).waitFor();
  await deskPage.locator('h2').click();
  await deskPage.keyboard.press(' ');
  await tablet.getByRole('timer').waitFor();
  await board.getByText('Shoot', { exact: true }).waitFor();
  await board.getByText('117', { exact: true }).waitFor();
  assert.equal(await board.evaluate(() => window.sounds), 1 + 2 + 1);
  assert.deepEqual(await findFaults(board), []);
  assert.deepEqual(await findFaults(tablet, '[role=timer]'), []);

  const { clock } = await desk.request<ClockView>('GET', `/api/competitions/${competition}/clock`);
  assert.ok(clock?.phase.kind === 'running');
  assert.deepEqual([clock.lines, clock.shootingSeconds, clock.toTheLineSeconds], [['AB', 'CD'], 120, 4]);
  const { startedAt } = clock.phase;
  const seen = await seenSeconds([deskPage, board, tablet]);
  // Without the first: that one shows when the word of the call arrives.
  const due = ['3', '2', '1', '120', '119', '118'];
  const lateness = seen.map((changes) =>
    due.map((text, index) => {
      const change = changes.find((each) => each.text === text && each.atMs > startedAt);
      assert.ok(change, `${text} was shown`);
      return change.atMs - (startedAt + (index + 1) * 1000);
    }),
  );
  for (const [index, name] of ['desk', 'board', 'tablet'].entries()) {
    const late = lateness[index] ?? [];
    t.diagnostic(
      `${name}: off the appliance's second by ${median(late).toFixed(1)} ms, at most ${Math.max(...late.map(Math.abs)).toFixed(1)} ms`,
    );
    assert.ok(Math.abs(median(late)) < inStepMs, name);
  }
  const apart = due.map((_, index) => {
    const moments = lateness.map((late) => late[index] ?? 0);
    return Math.max(...moments) - Math.min(...moments);
  });
  t.diagnostic(`the three apart: ${median(apart).toFixed(1)} ms, at most ${Math.max(...apart).toFixed(1)} ms`);
  assert.ok(median(apart) < inStepMs);

  await deskPage.keyboard.press('e');
  for (const page of [board, deskPage]) await page.getByText('Stop! Leave the line', { exact: true }).waitFor();
  await tablet.getByTitle('Stop! Leave the line').waitFor();
  await board.waitForFunction(() => window.sounds === 1 + 2 + 1 + 5);
  assert.deepEqual(await findFaults(board), []);

  await deskPage.getByRole('button', { name: 'Go on' }).click();
  await board.getByText('Shoot', { exact: true }).waitFor();
  await deskPage.getByRole('button', { name: 'Interrupt' }).waitFor();
  assert.deepEqual(errors, []);
});

test('a clock that is refused is taken back on the desk’s own screen, in words', async () => {
  await desk.request('PUT', `/api/competitions/${competition}/clock`, {
    ...{ lines: ['AB', 'CD'], line: 0, end: 1, toTheLineSeconds: 4, shootingSeconds: 120, warningSeconds: 30 },
    phase: { kind: 'running', startedAt: Date.now() - 5_000 },
  });
  const page = await openClockDesk();
  await page.getByRole('button', { name: 'All have shot' }).waitFor();
  await page.route('**/api/competitions/*/clock', (route) =>
    route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'no', details: {} } } }),
  );
  await page.keyboard.press('p');
  await page.getByText('The clock of the other screens did not change.').waitFor();
  await page.getByText('Shoot', { exact: true }).waitFor();
  await page.unroute('**/api/competitions/*/clock');
  await page.locator('h2').click();
  await page.keyboard.press('p');
  await page.getByText('Interrupted', { exact: true }).waitFor();
  await page.getByText('The clock of the other screens did not change.').waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
});

function never(text: string): never {
  assert.fail(`${text} was not shown`);
}

test('two sessions run apart: each on the tablets of its archers, both at the desk', async (t) => {
  const { id } = await desk.createCompetition({
    ...{ name: 'Two Sessions', venue: '', from: '2026-05-02', to: '2026-05-02' },
    ...{ discipline: 'indoor', ruleSetId: 'wa-2026' },
  });
  await desk.importCsv(id, 'name,club,category,target\nAyu,Elang,RM,1A\nRaka,Elang,RM,1B\nSinta,Elang,CM,2A\n');
  const session = (number: number, name: string, category: string) => ({
    ...{ number, name, day: '2026-05-02', start: '', categories: [category], fromEnd: 1, toEnd: 20 },
  });
  const sessions = [session(1, 'Recurve', 'RM'), session(2, 'Compound', 'CM')];
  await desk.request('PUT', `/api/competitions/${id}/sessions`, sessions);
  const [first, second] = await desk.targets(id);
  const deskPage = await openClockDesk('Two Sessions');
  const recurve = await openDevice(first?.joinPath ?? '', yearMs, { width: 390, height: 844 });
  const compound = await openDevice(second?.joinPath ?? '', -yearMs, { width: 1280, height: 800 });
  const wall = await openDevice(`/board/${id}?clock=2`, 0);
  await wall.getByText('The clock is not set yet').waitFor();

  await deskPage.getByRole('button', { name: 'Set the clock' }).click();
  await deskPage.getByRole('button', { name: 'Call all archers' }).click();
  await recurve.getByRole('timer').waitFor();
  await deskPage.getByRole('button', { name: /^Compound/ }).click();
  await deskPage.getByLabel('Seconds to the line').fill('4');
  await deskPage.getByRole('button', { name: 'Set the clock' }).click();
  await wall.getByText('Wait', { exact: true }).waitFor();
  assert.equal(await compound.getByRole('timer').count(), 0, 'the other session is not theirs');
  assert.deepEqual(await findFaults(deskPage), []);

  await deskPage.getByRole('button', { name: 'Call all archers' }).click();
  await compound.getByRole('timer').waitFor();
  await wall.getByText('118', { exact: true }).waitFor();
  const read = async (number: number) => {
    const { clock } = await desk.request<ClockView>('GET', `/api/competitions/${id}/sessions/${number}/clock`);
    assert.ok(clock?.phase.kind === 'running');
    return clock.phase.startedAt;
  };
  const [startedFirst, startedSecond] = [await read(1), await read(2)];
  const apart = apartBy(await seenSeconds([compound, wall]), ['2', '1', '120', '119', '118'], startedSecond, never);
  t.diagnostic(`tablet and wall apart: ${median(apart).toFixed(1)} ms, at most ${Math.max(...apart).toFixed(1)} ms`);
  assert.ok(median(apart) < inStepMs);
  const [ofRecurve = []] = await seenSeconds([recurve]);
  const last = ofRecurve.at(-1);
  assert.ok(last);
  const due = 130 - Math.floor((last.atMs - startedFirst + inStepMs) / 1000);
  assert.equal(Number(last.text), due > 120 ? due - 120 : due, 'the first session counts from its own call');

  await deskPage.keyboard.press('e');
  await wall.getByText('Stop! Leave the line', { exact: true }).waitFor();
  await compound.getByTitle('Stop! Leave the line').waitFor();
  assert.equal(await recurve.getByTitle('Stop! Leave the line').count(), 0, 'the other session shoots on');
  assert.deepEqual(errors, []);
});
