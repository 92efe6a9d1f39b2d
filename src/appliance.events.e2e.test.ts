// Eliminations at the desk, in a real browser and by the keyboard: an event that the entries suggest, a shoot-off for the cut, the draw with
// places swapped, a plan on the grid, every match to the last final with a shoot-off in it, and the ceremony.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './testing/browser.ts';
import { type DeskClient, openDesk } from './testing/desk-client.ts';
import { arrowsFor } from './testing/drawn-event.ts';
import { findLayoutFaults } from './testing/layout-faults.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';
import type { EventView, ScheduleView, TieView } from './wire/api-events.ts';
import type { BracketView, MatchView } from './wire/api-matches.ts';
import type { CeremonyView } from './wire/api-rankings.ts';

const password = 'a long enough password';
const round = {
  name: 'Two ends',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: '122', ends: 2, arrowsPerEnd: 3 }],
};
/** Bayu and Candra are level at the cut. */
const archers: readonly (readonly [name: string, club: string, total: number])[] = [
  ['Adi', 'Elang', 57],
  ['Dewi', 'Elang', 56],
  ['Eko', 'Elang', 55],
  ['Bayu', 'Garuda', 54],
  ['Candra', 'Garuda', 54],
  ['Fajar', 'Garuda', 50],
  ['Gita', 'Garuda', 49],
  ['Hadi', 'Elang', 48],
];

let browser: Browser;
let appliance: RunningAppliance;
let desk: DeskClient;
let page: Page;
let id = '';
const errors: string[] = [];
const folder = createDataFolder();

const ask = <T>(method: string, path: string, body?: unknown) =>
  desk.request<T>(method, `/api/competitions/${id}${path}`, body);
const bracket = (event = 'RM') => ask<BracketView>('GET', `/events/${event}/bracket`);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const link = (name: string) => page.getByRole('link', { name, exact: true });

async function shootQualification(): Promise<void> {
  for (const [index, [, , total]] of archers.entries()) {
    const arrows = arrowsFor(total, 6);
    for (const end of [1, 2])
      await ask('POST', `/entries/${index + 1}/scorecard/arrows`, {
        ...{ end, first: 0, arrows: arrows.slice(3 * end - 3, 3 * end) },
      });
  }
}

before(async () => {
  browser = await openBrowser();
  appliance = await runAppliance({ dataFolder: folder.path });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  id = (
    await desk.createCompetition({
      ...{ name: 'Piala Final', venue: '', from: '2026-05-01', to: '2026-05-02' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    })
  ).id;
  await ask('PUT', '/rounds/two-ends', round);
  await ask('PUT', '/categories/RM', { name: 'Recurve Men', roundId: 'two-ends' });
  await desk.importCsv(id, ['name,club,category', ...archers.map(([name, club]) => `${name},${club},RM`)].join('\n'));
  await shootQualification();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${appliance.origin}/desk#/${id}/events`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button('Log in').click();
});

after(async () => {
  await browser?.close();
  await appliance?.stop();
  folder.remove();
});

/** What axe finds, and what does not fit. */
async function findFaults(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`);
  return [...found, ...(await findLayoutFaults(page))];
}

/** Also on a phone. */
async function looksRight(what: string): Promise<void> {
  assert.deepEqual(await findFaults(), [], what);
  await page.setViewportSize({ width: 390, height: 844 });
  assert.deepEqual(await findLayoutFaults(page), [], `${what} on a phone`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function open(path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${id}/events${path}`);
}

test('an event that the entries suggest is changed, saved, removed and brought back', async () => {
  await page.getByText('No event yet').waitFor();
  await looksRight('suggestions');
  await page.getByRole('listitem').filter({ hasText: 'Individual RM' }).getByRole('link').click();
  await page.getByLabel('Go on from the qualification').fill('4');
  await page.getByLabel('Size of the bracket').selectOption('4');
  await looksRight('the form');
  await button('Save the event').click();
  await page.getByText('The best 4 go on').waitFor();
  const { elimination } = await ask<EventView>('GET', '/events/RM');
  assert.deepEqual(elimination?.system === 'bracket' && [elimination.qualifiers, elimination.chart], [4, 4]);

  await link('All events').click();
  await page.getByText('1 tie to settle').waitFor();
  await button('Remove Recurve Men').click();
  await page.getByText('“Recurve Men” is removed.').waitFor();
  assert.deepEqual(await ask('GET', '/events'), []);
  await button('Undo').click();
  await button('Remove Recurve Men').waitFor();
  assert.deepEqual((await ask<EventView>('GET', '/events/RM')).elimination, elimination);
});

test('a shoot-off for the cut is typed with the keyboard alone, to its second round', async () => {
  await link('Settle the tie').click();
  await page.getByText('Shoot-off for places 4 to 5').waitFor();
  await page.getByText('8 cards are not signed yet.').waitFor();
  await looksRight('the cut');
  await page.getByLabel('Arrow of Bayu').focus();
  await press('9', 'Enter', 'Enter', '9', 'Enter');
  await page.getByText('Level: Bayu, Candra').waitFor();
  assert.equal((await ask<readonly TieView[]>('GET', '/events/RM/ties')).length, 0, 'nothing is saved on the way');
  await press('Enter', '8', 'Enter', 'Enter', 'x', 'Enter');
  await page.getByText('Decided: Candra, Bayu.').waitFor();
  await press('Enter', ...'Sari', 'Enter');
  await page.getByText('Shoot-off: Candra, Bayu (Sari)').waitFor();
  const [tie] = await ask<readonly TieView[]>('GET', '/events/RM/ties');
  assert.deepEqual([tie?.reason, tie?.order, tie?.shootOff.length], ['SO', ['5', '4'], 2]);

  await button('Take it back: Candra, Bayu').click();
  await page.getByLabel('Arrow of Bayu').focus();
  await press('9', 'Enter', ...'31', 'Enter', '9', 'Enter', ...'40');
  await page.getByText('Decided: Bayu, Candra.').waitFor();
  await press('Enter', 'Enter');
  await page.getByText('Shoot-off: Bayu, Candra (Sari)').waitFor();
  await page.getByText('The qualification is finished and no tie is open.').waitFor();
});

test('the draw is seen before it is made; places are swapped by keys and by dragging, with who and why', async () => {
  await link('Go to the draw').click();
  await button('Look at it first').click();
  await page.getByText('So it would be drawn, with 4 in it.').waitFor();
  assert.equal((await bracket()).isDrawn, false);
  await button('Draw').click();
  await button('Swap places…').click();
  await page.getByText('Name and reason come first.').waitFor();
  assert.equal(await button(/Bayu/).count(), 0, 'no place is a button yet');
  await page.getByLabel('Reason').fill('same club');
  await button(/^4 Bayu/).focus();
  await press('Enter');
  await page.getByText('Bayu: choose the place to swap with.').waitFor();
  await button(/^3 Eko/).focus();
  await press('Enter');
  await page.getByText(/^Swapped: match 2\/1, lower place and match 2\/2, upper place/).waitFor();
  const names = async () => (await bracket()).matches.slice(0, 2).map(({ seats: { a, b } }) => `${a.name}-${b.name}`);
  assert.deepEqual(await names(), ['Adi-Eko', 'Bayu-Dewi']);
  await looksRight('the draw');
  await button(/^4 Bayu/).dragTo(button(/^3 Eko/));
  await page
    .getByText(/same club/)
    .nth(1)
    .waitFor();
  assert.deepEqual(await names(), ['Adi-Bayu', 'Eko-Dewi']);
  await button('Take the draw back…').click();
  await page.getByLabel('Reason').fill('once more');
  await button('Take the draw back').click();
  await button('Draw').waitFor();
  assert.equal((await bracket()).isDrawn, false);
  await button('Draw').click();
  await button('Swap places…').waitFor();
  assert.deepEqual(await names(), ['Adi-Bayu', 'Eko-Dewi']);
});

test('a plan is proposed, a match is moved by keys, a clash is said, and undo brings it back', async () => {
  await open('/-/plan');
  await page.getByLabel('Targets at hand').fill('4');
  await button('Plan it so').click();
  await page.getByText(/^Without a place/).waitFor({ state: 'detached' });
  const slotOf = async (match: string) =>
    (await ask<ScheduleView>('GET', '/schedule')).slots.find((slot) => slot.match === match);
  const before = await slotOf('2/2');
  assert.deepEqual(before?.butts, { a: 3, b: 4 });
  assert.equal(await page.getByText(/clash/).count(), 0);
  await page
    .getByRole('button', { name: /^RM 2\/2/ })
    .first()
    .focus();
  await press('Enter');
  await page.getByText('RM 2/2 · Semi-final: choose its place.').waitFor();
  await looksRight('the plan');
  await button('Put it at 2026-05-02 10:00 on target 3').focus();
  await press('Enter');
  await page.getByText(/RM 1\/1 · Final begins before RM 2\/2 · Semi-final is over/).waitFor();
  assert.equal((await slotOf('2/2'))?.at, '2026-05-02T10:00');
  await button('Undo').click();
  await page
    .getByText(/begins before/)
    .first()
    .waitFor({ state: 'detached' });
  assert.deepEqual(await slotOf('2/2'), before);
  await page
    .getByRole('button', { name: /^RM 2\/2/ })
    .first()
    .click();
  await page.getByLabel('Both sides on one target').check();
  await button('Put it at 2026-05-02 09:00 on target 4').click();
  await waitForButts('2/2', { a: 4, b: 4 });
});

/** Waits for the appliance, which answers in its time. */
async function waitForButts(match: string, butts: { readonly a: number; readonly b: number }): Promise<void> {
  await page.waitForFunction(
    async ([path, name, a, b]) => {
      const { slots } = (await (await fetch(String(path))).json()) as ScheduleView;
      const slot = slots.find((each) => each.match === name);
      return slot?.butts.a === a && slot?.butts.b === b;
    },
    [`/api/competitions/${id}/schedule`, match, butts.a, butts.b] as const,
  );
}

const scored = (a: number, b: number) => page.getByRole('status').filter({ hasText: new RegExp(`${a} : ${b}`) });

/** Both sides of the end that comes, from its first field on. */
async function typeEnd(a: string, b: string): Promise<void> {
  await press(...a, 'Enter', ...b, 'Enter');
}

test('matches are typed to the last final: sets, an absence, a correction, a shoot-off that is measured', async () => {
  await open('/RM/2-1');
  await page.getByLabel('Arrows of Adi').focus();
  await typeEnd('999', '888');
  await scored(2, 0).waitFor();
  await page.getByRole('form', { name: 'Set 2 of 5' }).waitFor();
  await typeEnd('999', '888');
  await scored(4, 0).waitFor();
  await page.getByRole('form', { name: 'Set 3 of 5' }).waitFor();
  await looksRight('a match');
  await typeEnd('xx', '888');
  await page.getByLabel('Arrows of Bayu').waitFor({ state: 'detached' });
  await press('9', 'Enter');
  await page.getByText('Adi wins').waitFor();
  await button('Correct Adi, Set 1 of 5').click();
  await page.getByRole('form', { name: 'Correct Adi, Set 1 of 5' }).getByLabel('Arrows of Adi').fill('10 9 9');
  const correction = page.getByRole('form', { name: 'Correct Adi, Set 1 of 5' });
  await correction.getByLabel('Reason').fill('line call');
  await button('Save the correction').click();
  await page.getByText('Adi, end 1: 9 9 9 became 10 9 9').waitFor();

  await button('Correct Bayu, Set 2 of 5').click();
  await page.getByLabel('What is it?').selectOption('outOfTime');
  await page.getByLabel('How many arrows').fill('1');
  await page.getByText('After the ruling: M 8 8.').waitFor();
  await page.getByRole('form', { name: 'Correct Bayu, Set 2 of 5' }).getByLabel('Reason').fill('after the signal');
  await button('Save the correction').click();
  await page.getByText('Bayu, end 2, ruled: 8 8 8 became M 8 8').waitFor();

  await open('/RM/2-2');
  await page.getByText('A side is not there').click();
  await page.getByLabel('Side', { exact: true }).selectOption('b');
  await page.getByLabel('Reason').fill('left');
  await button('Save').click();
  await page.getByText('Eko wins').waitFor();

  await open('/RM/1-2');
  await page.getByLabel('Arrows of Bayu').focus();
  for (const set of [1, 2, 3]) {
    await page.getByRole('form', { name: `Set ${set} of 5` }).waitFor();
    await typeEnd('999', '777');
  }
  await page.getByText('Bayu wins').waitFor();

  await open('/RM/1-1');
  await page.getByLabel('Arrows of Adi').focus();
  for (const set of [1, 2, 3, 4, 5]) {
    await page.getByRole('form', { name: `Set ${set} of 5` }).waitFor();
    await typeEnd('999', '999');
  }
  await page.getByRole('form', { name: 'Shoot-off' }).waitFor();
  await typeEnd('x', 'x');
  await page.getByText('Who is closer to the centre?').waitFor();
  await page.getByRole('radio', { name: 'Eko' }).check();
  await button('Save').first().click();
  await page.getByText('Eko wins').waitFor();
  const final = await ask<MatchView>('GET', '/events/RM/matches/1-1');
  assert.deepEqual([final.winner, final.shootOffs[0]?.closest], ['b', 'b']);
  await link('Back to the draw').click();
  await page.getByText('Done', { exact: true }).waitFor();
  assert.equal(await button('Swap places…').count(), 0, 'nothing is changed by hand any more');
});

test('medals are read out from bronze to gold', async () => {
  await open('/-/ceremonies');
  await page.getByText(/^Decided/).waitFor();
  const { ceremonies } = await ask<CeremonyView>('GET', '/ceremonies');
  assert.deepEqual(
    ceremonies[0]?.rows.map(({ medal, name, club }) => `${medal} ${name} ${club}`),
    ['bronze Bayu Garuda', 'silver Adi Elang', 'gold Eko Elang'],
  );
  const shown = await page
    .getByRole('listitem')
    .filter({ hasText: /^(Bronze|Silver|Gold)/ })
    .allInnerTexts();
  assert.deepEqual(
    shown.map((text) => text.split(/\s+/).slice(0, 2).join(' ')),
    ['Bronze Bayu', 'Silver Adi', 'Gold Eko'],
  );
  await looksRight('the ceremony');
  assert.deepEqual(errors, []);
});

test('a team’s substitute comes in between its draw and its match', async () => {
  const team = {
    name: 'Clubs',
    contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'club', teamsEach: 1 },
    dnfKeepsRank: true,
    elimination: {
      ...{ system: 'bracket', qualifiers: 2, chart: 2, placesShot: 2, formatId: 'set-team', faceId: '122' },
      ...{ losers: 'byPhase', whenLevel: 'firstEnd' },
    },
  };
  await ask('PUT', '/events/T', team);
  await ask('POST', '/events/T/draw');
  await open('/T/teams');
  await button('Change Elang').click();
  await page.getByLabel('Archer 3').selectOption({ label: 'Hadi · RM' });
  await page.getByLabel('Archer 1').selectOption({ label: 'Hadi · RM' });
  await page.getByLabel('Reason').fill('ill');
  await looksRight('teams');
  await button('Save the team').click();
  await button('Save the team').waitFor({ state: 'detached' });
  const { competitors } = await bracket('T');
  assert.deepEqual(competitors.find(({ key }) => key === 'Elang#1')?.entries, [8, 2, 1]);
  assert.deepEqual(errors, []);
});
