// The states of a match on a tablet, from its first arrow to its winner, and what gets in the way.
import type { Page } from 'playwright-core';
import { drawMatches, type MatchVenue } from './match-venue.ts';
import { button, plot, press, type SceneTablet, type TabletScene } from './tablet-scenes.ts';

type Prepare = (page: Page, venue: MatchVenue, tablet: SceneTablet) => Promise<unknown>;

/** In the individual final, or the teams', where nobody has said who begins. */
function at(event: 'RM' | 'RM-team', prepare: Prepare): TabletScene['prepare'] {
  return async (tablet) => {
    const venue = await drawMatches(tablet.desk);
    await tablet.open(venue.joinPath);
    const { page } = tablet;
    await button(page, event === 'RM' ? /13:30/ : /14:00/).click();
    await page.getByText('Who shoots first?').first().waitFor();
    return prepare(page, venue, tablet);
  };
}

const together = (page: Page) => button(page, 'Both shoot at the same time').click();

/** Five sets that leave it level. */
async function toShootOff(venue: MatchVenue): Promise<void> {
  for (const number of [1, 2, 3, 4, 5])
    for (const side of ['a', 'b'] as const) await venue.shoot('RM', side, 'end', number, '9', '9', '9');
}

export const matchScenes: readonly TabletScene[] = [
  {
    name: 'match: a set half typed',
    prepare: at('RM', async (page) => {
      await together(page);
      await press(page, 'x', '9', '8', 'Enter', '9', '7');
      await page
        .getByText(/to win it/)
        .first()
        .waitFor();
    }),
  },
  {
    name: 'match: arrow by arrow',
    prepare: at('RM', async (page) => {
      await button(page, 'Bayu Wirawan begins').click();
      await button(page, 'Arrow by arrow').click();
      await press(page, '9', '8');
      await page.getByText('Saved', { exact: true }).first().waitFor();
    }),
  },
  {
    name: 'match: plotting',
    prepare: at('RM', async (page) => {
      await together(page);
      await button(page, 'Plot on the target face').click();
      await plot(page, [0, 0], [0.16, 0]);
    }),
  },
  {
    name: 'match: a team',
    prepare: at('RM-team', async (page) => {
      await together(page);
      await press(page, 'x', '9', '8', '8');
    }),
  },
  {
    name: 'match: a shoot-off',
    prepare: at('RM', async (page, venue) => {
      await together(page);
      await toShootOff(venue);
      await page.getByText('Shoot-off', { exact: true }).first().waitFor();
      await press(page, '9');
    }),
  },
  {
    name: 'match: measuring',
    prepare: at('RM', async (page, venue) => {
      await together(page);
      await toShootOff(venue);
      await page.getByText('Shoot-off', { exact: true }).first().waitFor();
      for (const side of ['a', 'b'] as const) await venue.shoot('RM', side, 'shootOff', 1, '10');
      await page.getByText('Who is closer to the centre?').waitFor();
      await button(page, 'Save').click();
    }),
  },
  {
    name: 'match: correcting',
    prepare: at('RM', async (page, venue) => {
      await together(page);
      for (const side of ['a', 'b'] as const) await venue.shoot('RM', side, 'end', 1, '9', '9', '8');
      await button(page, 'Correct set 1').click();
    }),
  },
  {
    name: 'match: won',
    prepare: at('RM', async (page, venue) => {
      await together(page);
      for (const number of [1, 2, 3]) {
        await venue.shoot('RM', 'a', 'end', number, '10', '9', '9');
        await venue.shoot('RM', 'b', 'end', number, '9', '9', '8');
      }
      await page.getByRole('heading', { name: 'Adi Nugroho wins' }).waitFor();
    }),
  },
  {
    name: 'match: not accepted',
    prepare: at('RM', async (page, venue) => {
      await together(page);
      await page.context().setOffline(true);
      await press(page, 'x', '9', '8', 'Enter');
      await page.getByText('On this tablet').first().waitFor();
      await venue.shoot('RM', 'a', 'end', 1, '7', '7', '7');
      await page.context().setOffline(false);
      await page.getByText('An entry for this match was not accepted').waitFor();
    }),
  },
  {
    name: 'match: taken back meanwhile',
    prepare: at('RM', async (page, venue) => {
      await together(page);
      await page.context().setOffline(true);
      await press(page, '9', '8', '7', 'Enter');
      await page.getByText('On this tablet').first().waitFor();
      await venue.ask('DELETE', '/events/RM/draw?reason=ties');
      await page.context().setOffline(false);
      await page.getByText('Write it down and show it at the desk before you discard it.').waitFor();
    }),
  },
  {
    name: 'match: nobody shoots here any more',
    async prepare({ page, desk, open }) {
      const venue = await drawMatches(desk);
      const slot = { match: '1/1', at: '2026-05-02T13:30', butts: { a: 7, b: 7 } };
      await venue.ask('PUT', '/events/RM/schedule', { slots: [slot] });
      const target = (await desk.targets(venue.competition)).find(({ butt }) => butt === 7);
      await open(target?.joinPath ?? '');
      await button(page, /13:30/).waitFor();
      await venue.ask('DELETE', '/events/RM/draw?reason=ties');
      await page.getByText('Nobody shoots at target 7').waitFor();
    },
  },
  {
    name: 'match: clock',
    prepare: at('RM', async (page, venue) => {
      await button(page, 'Adi Nugroho begins').click();
      await venue.ask('PUT', '/events/RM/matches/1-1/clock', {
        ...{ place: { part: 'end', number: 1 }, begins: 'a', turns: 6, turn: 0, timeFor: 'turn', seconds: 20 },
        ...{ toTheLineSeconds: 10, usedMs: { a: 0, b: 0 }, phase: { kind: 'running', startedAt: Date.now() - 5_000 } },
      });
      await page.getByRole('timer').first().waitFor();
    }),
  },
];
