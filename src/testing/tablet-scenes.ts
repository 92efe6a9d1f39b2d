// The states of a tablet that come and go: cards kept apart, confirmed and signed, plotted arrows, and what gets in the way. Each has a
// competition of its own, so that none finds what another has left. Those of matches are in match-scenes.ts.
import type { Page } from 'playwright-core';
import type { DeskClient } from './desk-client.ts';

export interface TabletScene {
  readonly name: string;
  /** Leaves what there is to be seen, on a page that has loaded nothing yet. */
  prepare(tablet: SceneTablet): Promise<unknown>;
}

export interface SceneTablet {
  readonly page: Page;
  readonly desk: DeskClient;
  open(path: string): Promise<unknown>;
}

const round = {
  name: 'Two ends',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: '122', ends: 2, arrowsPerEnd: 3 }],
};
const archers = [
  'Ayu Kartika,Elang,CLUB,1A',
  'Bima Satria,Elang,CLUB,1B',
  'Citra,Garuda,CLUB,2A',
  'Dewi,Garuda,CLUB,2B',
];

export interface Cup {
  readonly id: string;
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  joinPath(butt: number): Promise<string>;
}

export async function openCup(desk: DeskClient, mode: 'one' | 'confirmed' | 'two' = 'one'): Promise<Cup> {
  const { id } = await desk.createCompetition({
    ...{ name: 'Club Cup', venue: '', from: '2026-05-01', to: '2026-05-01' },
    ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  const ask: Cup['ask'] = (method, path, body) => desk.request(method, `/api/competitions/${id}${path}`, body);
  await ask('PUT', '/rounds/two-ends', round);
  await ask('PUT', '/categories/CLUB', { name: 'Club', roundId: 'two-ends' });
  await desk.importCsv(id, `name,club,category,target\n${archers.join('\n')}\n`);
  await ask('PUT', '/scoring', { mode });
  return {
    ...{ id, ask },
    joinPath: async (butt) => (await desk.targets(id)).find((each) => each.butt === butt)?.joinPath ?? '',
  };
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** In shares of the face's drawing from its centre. */
export async function plot(page: Page, ...places: readonly (readonly [number, number])[]): Promise<void> {
  await page.locator('[data-plot]').waitFor();
  for (const [x, y] of places) {
    const box = await page.locator('[data-plot]').boundingBox();
    if (!box) throw new Error('no face');
    const half = Math.min(box.width, box.height) / 2;
    await page.mouse.click(box.x + box.width / 2 + half * x, box.y + box.height / 2 + half * y);
  }
}

/** What the page fetches after its first words. What it needs for these comes by other requests than a page's own fetch. */
export async function withholdParts(page: Page): Promise<void> {
  await page.route(/assets\/part-/, (route) =>
    route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  );
}

type Prepare = (tablet: SceneTablet, cup: Cup) => Promise<unknown>;

/** At target 1 of a new competition, its archers on the screen. */
function at(mode: 'one' | 'confirmed' | 'two', prepare: Prepare): TabletScene['prepare'] {
  return async (tablet) => {
    const cup = await openCup(tablet.desk, mode);
    await tablet.open(await cup.joinPath(1));
    await tablet.page
      .getByText('Ayu Kartika')
      .or(button(tablet.page, /^First card/))
      .first()
      .waitFor();
    return prepare(tablet, cup);
  };
}

const end = (page: Page, number: number) => page.getByText(`End ${number} of 2`).waitFor();

/** Both of the archers' ends, of the first card. */
async function shootRound(page: Page): Promise<void> {
  await end(page, 1);
  await press(page, 'x', '9', '8', 'Enter', '9', '8', '7', 'Enter');
  await end(page, 2);
  await press(page, 'x', 'x', '9', 'Enter', '7', '6', 'm', 'Enter');
}

const checkEnd = (cup: Cup, number: number, ...arrows: readonly string[]) =>
  cup.ask('PUT', `/entries/1/scorecard/ends/${number}/check`, { arrows });

/** The tablet has the first card; an arrow of the second is another. */
async function letCardsDiffer(page: Page, cup: Cup): Promise<void> {
  await button(page, /^First card/).click();
  await end(page, 1);
  await press(page, '0', '9', '9', 'Enter');
  await checkEnd(cup, 1, '10', '9', '8');
  await button(page, /^A/).first().click();
}

export const cardScenes: readonly TabletScene[] = [
  { name: 'which card', prepare: at('two', ({ page }) => button(page, /^Second card/).waitFor()) },
  {
    name: 'cards that differ',
    prepare: at('two', async ({ page }, cup) => {
      await letCardsDiffer(page, cup);
      await page.getByText('The cards differ in end 1').waitFor();
    }),
  },
  {
    name: 'cards compared',
    prepare: at('two', async ({ page }, cup) => {
      await letCardsDiffer(page, cup);
      await button(page, 'Compare').click();
      await page.getByRole('heading', { name: /The two cards of Ayu/ }).waitFor();
    }),
  },
  {
    name: 'the athlete is asked',
    prepare: at('confirmed', async ({ page }) => {
      await end(page, 1);
      await press(page, '9', '9', '7', 'Enter');
      await page.getByRole('heading', { name: /is this right/ }).waitFor();
    }),
  },
  {
    name: 'ends to confirm',
    prepare: at('confirmed', async ({ page }) => {
      await end(page, 1);
      await press(page, '9', '9', '7', 'Enter');
      await button(page, 'Ask later').click();
      await button(page, /^A/).first().click();
      await page.getByText('One end is not confirmed yet').waitFor();
    }),
  },
  {
    name: 'signing',
    prepare: at('one', async ({ page }) => {
      await shootRound(page);
      await button(page, /^A/).first().click();
      await button(page, 'Sign as athlete').waitFor();
      const pad = await page.getByRole('img').first().boundingBox();
      if (!pad) throw new Error('no pad');
      await page.mouse.move(pad.x + 20, pad.y + 40);
      await page.mouse.down();
      for (let step = 0; step < 12; step += 1)
        await page.mouse.move(pad.x + 20 + step * 10, pad.y + 40 + (step % 3) * 12);
      await page.mouse.up();
    }),
  },
  {
    name: 'correcting',
    prepare: at('one', async ({ page }) => {
      await end(page, 1);
      await press(page, 'x', '9', '8', 'Enter');
      await button(page, /^Correct/).click();
      await press(page, '7');
    }),
  },
  {
    name: 'the whole card',
    prepare: at('one', async ({ page }) => {
      await shootRound(page);
      await button(page, /^A/).first().click();
      await button(page, 'Card of Ayu Kartika').click();
      await page.getByRole('table').waitFor();
    }),
  },
  {
    name: 'plotting',
    prepare: at('one', async ({ page }) => {
      await button(page, 'Plot on the target face').click();
      await plot(page, [0, 0], [0.16, 0.1]);
    }),
  },
  {
    name: 'storage is full',
    prepare: at('one', async ({ page }) => {
      await page.evaluate(() => {
        const full = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.put = full;
        IDBObjectStore.prototype.add = full;
        Storage.prototype.setItem = full;
      });
      await press(page, 'x', '9');
      await page.getByText(/could not store what you typed/).waitFor();
    }),
  },
  {
    name: 'another tab sends',
    prepare: at('one', async ({ page }, cup) => {
      const other = await page.context().newPage();
      await other.goto(new URL(await cup.joinPath(1), page.url()).href);
      await other.getByText('Ayu Kartika').first().waitFor();
      await other.keyboard.press('9');
      await page.getByText(/another tab/i).waitFor();
    }),
  },
  {
    name: 'archived',
    prepare: at('one', async ({ page }, cup) => {
      await end(page, 1);
      await cup.ask('PUT', '/closed', {});
      await press(page, 'x', '9', '8', 'Enter');
      await page.getByText('This competition is archived').waitFor();
    }),
  },
  {
    name: 'another target scanned',
    prepare: at('one', async ({ page, open }, cup) => {
      await end(page, 1);
      await page.context().setOffline(true);
      await press(page, 'x', '9', '8', 'Enter');
      await page.getByText('On this tablet').first().waitFor();
      // The network comes back, the connection not yet: not of the page that is left either.
      await page.goto('about:blank');
      await page.route('**/api/bootstrap', (route) => route.abort());
      await page.context().setOffline(false);
      await open(await cup.joinPath(2));
      await button(page, /Stay|Move/)
        .first()
        .waitFor();
    }),
  },
  {
    name: 'a wrong QR code',
    async prepare({ page, desk, open }) {
      const cup = await openCup(desk);
      await open(`/tablet#join=${cup.id}.1.AAAAAAAAAAAAAAAA`);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a part that did not come',
    prepare: at('one', async ({ page, open }) => {
      await withholdParts(page);
      await open('/tablet');
      await button(page, 'Settings').click();
      await page.getByText('This part of the page has not arrived yet').first().waitFor();
    }),
  },
  {
    name: 'a clock that warns, without a network',
    prepare: at('one', async ({ page }, cup) => {
      await end(page, 1);
      await cup.ask('PUT', '/clock', {
        ...{ lines: ['AB', 'CD'], line: 0, end: 1, toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 },
        phase: { kind: 'running', startedAt: Date.now() - 105_000 },
      });
      await page.getByRole('timer').first().waitFor();
      await page.context().setOffline(true);
      await page.getByText('Offline', { exact: true }).waitFor();
    }),
  },
];
