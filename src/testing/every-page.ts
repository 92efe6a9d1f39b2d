// What every page has to be looked at in: a running appliance with one competition in the middle of its finals and another in its first
// end, and the states of the pages there, each with the way to it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { waitForTypeface } from './browser.ts';
import { type DeskClient, openDesk } from './desk-client.ts';
import { drawSteps, matchSteps, qualificationSteps, type Step, setUpSteps } from './rest-tournament.ts';
import type { RunningAppliance } from './run-appliance.ts';

export const password = 'a long enough password';

export interface Venue {
  readonly origin: string;
  readonly desk: DeskClient;
  /** Two cards signed, finals drawn, one semi-final shot. */
  readonly finals: string;
  /** Nothing shot yet: Siti 1A, Dewi 1B, two cards kept apart by nobody. */
  readonly opening: string;
  /** Of the opening competition's targets, as the QR code has it. */
  readonly joinPaths: readonly string[];
  readonly finalsJoinPaths: readonly string[];
}

const filled = (text: string, names: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => names[name] ?? braces);

/** The tournament of the HTTP tests as far as it changes something, up to the middle of its finals. */
async function holdFinals(desk: DeskClient): Promise<string> {
  const names: Record<string, string> = {};
  const isChange = ({ operation, csv }: Step) => !operation.startsWith('GET ') && csv === undefined;
  const isOfDevices = ({ operation }: Step) => /join|devices|standbys/.test(operation);
  const isLater = ({ operation }: Step) =>
    /import|password|session$|^DELETE \/api\/competitions\/\{id\}$/.test(operation);
  const steps = [...setUpSteps, ...qualificationSteps, ...drawSteps, ...matchSteps].filter(
    (step) => isChange(step) && !isOfDevices(step) && !isLater(step),
  );
  for (const step of steps) {
    const [method = '', path = ''] = step.operation.split(' ');
    const json = step.json === undefined ? undefined : JSON.parse(filled(JSON.stringify(step.json), names));
    const answer = await desk.request(method, filled(step.url ?? path, names), json);
    if (step.keep) Object.assign(names, step.keep(answer, names));
    // In place of the file that brings him.
    if (step.operation === 'POST /api/competitions/{id}/entries') {
      const entries = [{ name: 'Fajar', club: '', category: 'RM' }];
      await desk.request('POST', `/api/competitions/${names.id}/entries`, { categories: [], entries });
    }
  }
  await desk.request('PUT', `/api/competitions/${names.id}/events/RM/schedule`, {
    slots: [
      { match: '2/1', at: '2026-05-02T13:30', butts: { a: 1, b: 2 } },
      { match: '1/1', at: '2026-05-02T14:30', butts: { a: 1, b: 2 } },
    ],
  });
  return names.id ?? '';
}

const openingCsv =
  'Name;Club;Category;Target\nSiti Rahma;Garuda AC;RW;1A\nDewi Lestari-Kusumawardhani;Perkumpulan Panahan Elang;RW;1B\n' +
  'Jo Marsh;Riverside;CM;2A\nEko;Riverside;CM;2B\nAna;Riverside;CM;2C\nBo;Riverside;CM;2D\n';

export async function openVenue({ origin, ready }: RunningAppliance): Promise<Venue> {
  const desk = await openDesk(origin, ready.deskCode, password);
  const finals = await holdFinals(desk);
  const days = { from: '2026-05-01', to: '2026-05-01' };
  const { id: opening } = await desk.createCompetition({
    ...{ name: 'Spring Cup', venue: 'Meadow', ...days, discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  await desk.importCsv(opening, openingCsv);
  await desk.join((await desk.joinCode(opening, 2)).code, 'The old tablet of the youth club');
  const pathsOf = async (id: string) => (await desk.targets(id)).map(({ joinPath }) => joinPath);
  return { origin, desk, finals, opening, joinPaths: await pathsOf(opening), finalsJoinPaths: await pathsOf(finals) };
}

export interface Scene {
  readonly name: string;
  path(venue: Venue): string;
  /** Of the desk: logs in first. */
  readonly isDesk?: boolean;
  /** Keeps its connection to the appliance cut. */
  readonly isOffline?: boolean;
  /** Of the scoring screen, which is read in the sun. */
  readonly isScoring?: boolean;
  /** A fixed picture for a TV. */
  readonly isTv?: boolean;
  /** Goes on from the loaded page; waits until what is to be seen is there. */
  prepare(page: Page, venue: Venue): Promise<unknown>;
}

const sees = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();

async function joined(page: Page): Promise<void> {
  await page.getByLabel('Arrow values').waitFor();
  await page.getByText('Siti Rahma').first().waitFor();
}

async function typed(page: Page, keys: string): Promise<void> {
  await joined(page);
  for (const key of keys) await page.keyboard.press(key);
}

const at = (path: string) => () => path;

const desk = (name: string, path: Scene['path'], prepare: Scene['prepare']): Scene => ({
  ...{ name: `desk: ${name}`, path: (venue) => `/desk#${path(venue)}`, isDesk: true, prepare },
});

const scoring = (name: string, path: Scene['path'], prepare: Scene['prepare'], more: Partial<Scene> = {}): Scene => ({
  ...{ name: `tablet: ${name}`, path, isScoring: true, prepare, ...more },
});

const first: Scene['path'] = ({ joinPaths }) => joinPaths[0] ?? '';
const second: Scene['path'] = ({ joinPaths }) => joinPaths[1] ?? '';
const finalsFirst: Scene['path'] = ({ finalsJoinPaths }) => finalsJoinPaths[0] ?? '';
const finalsSecond: Scene['path'] = ({ finalsJoinPaths }) => finalsJoinPaths[1] ?? '';

export const scenes: readonly Scene[] = [
  { name: 'home', path: at('/'), prepare: sees('Watch the results') },
  { name: 'boards: competitions', path: at('/board'), prepare: sees('Spring Cup') },
  { name: 'boards: categories', path: ({ opening }) => `/board/${opening}`, prepare: sees(/Choose a category|RW/) },
  { name: 'boards: list', path: ({ finals }) => `/board/${finals}/RM`, prepare: sees('Adi') },
  { name: 'boards: big screen', path: ({ finals }) => `/board/${finals}/RM?tv=1`, isTv: true, prepare: sees('Adi') },
  { name: 'boards: nothing there', path: at('/board/nowhere/RM'), prepare: (page) => page.locator('main').waitFor() },
  { name: 'boards: matches', path: ({ finals }) => `/board/${finals}/events/RM`, prepare: sees('Adi') },
  { name: 'boards: a match', path: ({ finals }) => `/board/${finals}/events/RM/2-1`, prepare: sees('Adi') },
  {
    ...{ name: 'boards: clock', path: ({ finals }: Venue) => `/board/${finals}?clock`, isTv: true },
    prepare: (page) => page.getByRole('timer').or(page.getByText('AB')).first().waitFor(),
  },
  { name: 'a TV that waits', path: at('/tv'), isTv: true, prepare: sees('Take this screen at the desk') },
  { name: 'one athlete', path: ({ finals }) => `/athlete/${finals}/4`, prepare: sees('Dewi') },
  { name: 'desk: log in', path: at('/desk'), prepare: sees('Log in to the desk') },
  desk('competitions', at('/'), sees('Spring Cup')),
  desk('new competition', at('/new'), sees('Create the competition')),
  desk('overview', ({ opening }) => `/${opening}`, sees('What comes next')),
  desk('entries', ({ opening }) => `/${opening}/entries`, sees('Siti Rahma')),
  desk(
    'a new entry',
    ({ opening }) => `/${opening}/entries`,
    async (page) => {
      await page.getByRole('button', { name: 'New entry' }).click();
      await page
        .getByRole('form')
        .getByRole('combobox', { name: /^Category/ })
        .fill('CM');
      await page.getByRole('textbox', { name: /^Target/ }).fill('2');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('A name is missing.').waitFor();
    },
  ),
  desk(
    'entries chosen',
    ({ opening }) => `/${opening}/entries`,
    async (page) => {
      await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
      await page.getByRole('button', { name: 'Change', exact: true }).click();
      await page.getByText('What is left empty stays as it is.').waitFor();
    },
  ),
  desk(
    'check-in',
    ({ opening }) => `/${opening}/entries/check-in`,
    async (page) => {
      await page.getByLabel('Number, name or scanned code').fill('river');
      await page.getByRole('button', { name: 'Check in: Jo Marsh' }).waitFor();
    },
  ),
  desk('equipment', ({ opening }) => `/${opening}/entries/equipment`, sees('Who looks')),
  desk('duplicates', ({ opening }) => `/${opening}/entries/twins`, sees('No two entries look like one athlete')),
  desk('import', ({ opening }) => `/${opening}/import`, sees('Drop an Excel or CSV file here')),
  desk('eliminations', ({ opening }) => `/${opening}/events`, sees('Suggested by your entries')),
  desk(
    'eliminations: a new event',
    ({ opening }) => `/${opening}/events/-/new`,
    async (page) => {
      await page.getByRole('radio', { name: 'Mixed team' }).check();
      await page.getByRole('radio', { name: /^Pools/ }).check();
      await page.getByText('More rules').click();
    },
  ),
  desk('eliminations: the cut', ({ finals }) => `/${finals}/events/RM/cut`, sees('Ties that were decided')),
  desk('eliminations: the draw', ({ finals }) => `/${finals}/events/RM/draw`, sees('Match for bronze')),
  desk('eliminations: a match', ({ finals }) => `/${finals}/events/RM/2-1`, sees('Record of this match')),
  desk(
    'eliminations: the plan',
    ({ finals }) => `/${finals}/events/-/plan`,
    async (page) => {
      await page.getByText('Propose a plan').click();
      await page
        .getByRole('button', { name: /^RM 1.1/ })
        .first()
        .click();
      await page.getByLabel('Both sides on one target').waitFor();
    },
  ),
  desk('cards', ({ finals }) => `/${finals}/cards`, sees('Adi')),
  desk('control room', ({ opening }) => `/${opening}/control`, sees('Siti Rahma')),
  desk('a target in the control room', ({ finals }) => `/${finals}/control/1`, sees('Add a note or protest')),
  desk('paper cards', ({ finals }) => `/${finals}/papers`, sees('Adi')),
  desk('judges’ log', ({ finals }) => `/${finals}/log`, sees('Called wrong')),
  desk('prints', ({ finals }) => `/${finals}/prints`, sees('Make the PDF')),
  desk('exports', ({ finals }) => `/${finals}/exports`, sees('Excel workbook')),
  desk('athletes', ({ finals }) => `/${finals}/athletes`, sees('Adi')),
  desk('a card', ({ finals }) => `/${finals}/cards/4`, sees('Dewi')),
  desk(
    'clock',
    ({ finals }) => `/${finals}/clock`,
    (page) => page.getByRole('button').nth(4).waitFor(),
  ),
  desk('screens', ({ finals }) => `/${finals}/screens`, sees('Freeze for the public')),
  desk(
    'targets',
    ({ opening }) => `/${opening}/targets`,
    async (page) => {
      await page.getByRole('button', { name: 'Change', exact: false }).first().click();
      await page.getByLabel('Name', { exact: true }).waitFor();
    },
  ),
  { name: 'tablet: joining', path: at('/tablet'), prepare: sees('Which target is this?') },
  {
    ...{ name: 'tablet: a wrong code', path: at('/tablet') },
    async prepare(page) {
      await page.getByLabel('Short code').fill('abc-234');
      await page.getByRole('button', { name: 'Join the target' }).click();
      await page.getByText('There is no code ABC234').waitFor();
    },
  },
  scoring('nothing typed', first, joined),
  scoring('typing', first, (page) => typed(page, 'x98')),
  scoring('a full end', first, (page) => typed(page, 'x0987m')),
  scoring('settings', first, async (page) => {
    await joined(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  }),
  scoring('offline', first, sees(/No connection/), { isOffline: true }),
  scoring('four archers', second, sees('Jo Marsh')),
  scoring('signed', finalsSecond, async (page) => {
    await page
      .getByRole('tab', { name: 'Scorecards' })
      .or(page.getByRole('button', { name: 'Scorecards' }))
      .click();
    await page.getByText('Dewi').first().click();
    await page
      .getByText(/signed/i)
      .first()
      .waitFor();
  }),
  scoring('matches', finalsFirst, sees('Adi')),
  scoring('a match: who begins', finalsFirst, async (page) => {
    await page.getByText('14:30').click();
    await page.getByRole('button', { name: 'Dewi begins' }).waitFor();
  }),
  scoring('a match', finalsFirst, async (page) => {
    await page.getByText('14:30').click();
    const begins = page.getByRole('button', { name: 'Dewi begins' });
    const key = page.getByRole('button', { name: '9', exact: true }).first();
    await begins.or(key).waitFor();
    if (await begins.isVisible()) await begins.click();
    await key.waitFor();
  }),
  scoring('not accepted', first, async (page, venue) => {
    await typed(page, '998877');
    const card = `/api/competitions/${venue.opening}/entries/1/scorecard`;
    const { ends } = await venue.desk.request<{ ends: { arrows: (string | null)[] }[] }>('GET', card);
    const end = ends.filter(({ arrows }) => arrows.every((arrow) => arrow !== null)).length + 1;
    await page
      .getByRole('heading', { name: `End ${end} of 12` })
      .or(page.getByText(`End ${end} of 12`))
      .first()
      .waitFor();
    // Cut off, so that the tablet does not hear of it before it has confirmed its own.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /^Confirm/ }).click();
    await venue.desk.request('POST', `${card}/arrows`, { end, first: 0, arrows: ['X', 'X', 'X', '9', '9', 'M'] });
    await page.context().setOffline(false);
    await page.getByText('was not accepted').waitFor();
  }),
  scoring('withdrawn', second, async (page, { desk, opening }) => {
    await page.getByText('Jo Marsh').first().waitFor();
    const [, target] = await desk.targets(opening);
    const here = target?.devices.filter(({ revoked }) => !revoked) ?? [];
    for (const { id } of here) await desk.request('DELETE', `/api/competitions/${opening}/devices/${id}`);
    await page.getByText('This device no longer belongs to a target').waitFor();
  }),
];

/** In a context of its own, so that every tablet is a new one. */
export async function openScene(browser: Browser, venue: Venue, scene: Scene, ...scripts: readonly string[]) {
  const context = await browser.newContext({
    ...{ locale: 'en-GB', reducedMotion: 'reduce' },
    viewport: scene.isTv ? { width: 1920, height: 1080 } : { width: 390, height: 844 },
  });
  // As at a second visit: the typeface comes at once.
  await context.addInitScript({ content: "localStorage.setItem('tenring.typeface', 'here')" });
  for (const content of scripts) await context.addInitScript({ content });
  if (scene.isDesk) await logIn(context, venue);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(venue.origin + scene.path(venue));
  if (scene.isOffline) {
    await joined(page);
    await context.setOffline(true);
    await context.newCDPSession(page).then((cdp) => cdp.send('Network.enable'));
  }
  await scene.prepare(page, venue);
  await waitForTypeface(page);
  return { context, page, errors };
}

async function logIn(context: BrowserContext, { origin }: Venue): Promise<void> {
  await context.request.post(`${origin}/api/session`, { data: { password }, headers: { origin } });
}
