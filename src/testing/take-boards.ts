// `npm run screens -- --boards FOLDER [WORD]`: every board, TV view and overlay at three sizes, for looking at; WORD takes only those whose
// name has it. What can be counted is said beside: violations of axe, texts that are cut, faults of layout, the smallest letters.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { previewPath } from '../../ui/tv/preview-address.ts';
import type { View } from '../domain/show/show.ts';
import { findAccessFaults } from './access-faults.ts';
import { openBrowser } from './browser.ts';
import { openDesk } from './desk-client.ts';
import { type GalleryVenue, openGalleryVenue } from './gallery-venue.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { createDataFolder, runAppliance } from './run-appliance.ts';
import { findCutTexts, findUnreachedTexts, smallestLetters } from './screen-letters.ts';

const sizes = {
  tv: { width: 1920, height: 1080 },
  '4k': { width: 3840, height: 2160 },
  phone: { width: 390, height: 844 },
} as const;
type Size = keyof typeof sizes;

interface Scene {
  readonly name: string;
  readonly path: string;
  readonly sizes: readonly Size[];
  /** Nothing is behind it: it lies over a picture. */
  readonly isOverlay?: boolean;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const all = ['tv', '4k', 'phone'] as const;
const large = ['tv', '4k'] as const;

const cutOff = async (page: Page) => {
  await page.context().setOffline(true);
  await page
    .getByText(/old|ago/)
    .first()
    .waitFor();
};

function boardsOf({ open, over, ranking, club, clubName, largest }: GalleryVenue): readonly Scene[] {
  const at = (id: string, rest: string) => `/board/${id}/${rest}`;
  const clubPath = (id: string, name: string) => at(id, `clubs/${encodeURIComponent(name)}`);
  return [
    { name: 'leaderboard', path: at(open.id, 'RM'), sizes: all },
    { name: 'leaderboard-cut-off', path: at(open.id, 'RM'), sizes: ['tv', 'phone'], prepare: cutOff },
    { name: 'leaderboard-real', path: at(ranking, 'RM'), sizes: all },
    { name: 'leaderboard-nothing-shot', path: at(open.id, 'RW'), sizes: all },
    { name: 'leaderboard-largest', path: at(largest, 'RM'), sizes: all },
    { name: 'bracket-8', path: at(open.id, 'events/RM'), sizes: all },
    { name: 'bracket-64', path: at(ranking, 'events/RW'), sizes: all },
    { name: 'bracket-128', path: at(ranking, 'events/RM'), sizes: all },
    { name: 'match', path: at(open.id, 'events/RM/2-1'), sizes: all },
    { name: 'match-not-begun', path: at(ranking, 'events/RM/7-9'), sizes: all },
    { name: 'target', path: at(open.id, 'targets/1'), sizes: all },
    { name: 'clubs', path: at(open.id, 'clubs'), sizes: all },
    { name: 'club', path: clubPath(open.id, open.club), sizes: all },
    { name: 'club-large', path: clubPath(club, clubName), sizes: all },
    { name: 'medals', path: at(over.id, 'medals'), sizes: all },
    { name: 'medals-none', path: at(open.id, 'medals'), sizes: ['tv', 'phone'] },
    { name: 'athlete', path: `/athlete/${open.id}/1`, sizes: ['phone'] },
    { name: 'athlete-real', path: `/athlete/${ranking}/3`, sizes: ['phone'] },
    { name: 'clock', path: `/board/${open.id}?clock`, sizes: all },
  ];
}

function tvViewsOf({ open, over, ranking, largest }: GalleryVenue): readonly Scene[] {
  const scene = (name: string, competition: string, view: View, more: Partial<Scene> = {}): Scene => ({
    ...{ name: `tv-${name}`, path: previewPath({ competition, shows: { kind: 'view', view } }), sizes: large, ...more },
  });
  return [
    { name: 'tv-waiting', path: '/tv', sizes: large },
    scene('leaderboard', open.id, { kind: 'leaderboard', category: 'RM' }),
    scene('leaderboard-real', ranking, { kind: 'leaderboard', category: 'RM' }),
    scene('bracket', open.id, { kind: 'bracket', event: 'RM' }),
    scene('bracket-128', ranking, { kind: 'bracket', event: 'RM' }),
    scene('match', open.id, { kind: 'match', event: 'RM', match: '2/1' }),
    scene('medals', over.id, { kind: 'medals' }),
    scene('targets', open.id, { kind: 'targets' }),
    scene('targets-largest', largest, { kind: 'targets' }),
    scene('schedule', ranking, { kind: 'schedule' }),
    scene('announcements', open.id, { kind: 'announcements' }),
    scene('clock', open.id, { kind: 'clock' }),
    scene('follow', open.id, { kind: 'follow' }),
    scene('cut-off', open.id, { kind: 'medals' }, { prepare: cutOff }),
    scene('frozen', over.id, { kind: 'leaderboard', category: 'RM' }),
    scene('matches', open.id, { kind: 'matches' }),
  ];
}

function overlaysOf({ open }: GalleryVenue): readonly Scene[] {
  const at = (rest: string) => `/overlay/${open.id}/${rest}`;
  const scene = (name: string, path: string): Scene => ({
    name: `overlay-${name}`,
    path,
    sizes: large,
    isOverlay: true,
  });
  return [
    scene('leaderboard', at('leaderboard/RM?top=8')),
    scene('athlete', at('athlete/2')),
    scene('match', at('match/RM/2-1?fields=title,club,arrows,chance')),
  ];
}

async function look(browser: Browser, origin: string, folder: string, scene: Scene): Promise<void> {
  for (const size of scene.sizes) {
    const context = await browser.newContext({ viewport: sizes[size], locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const suffix = size === 'phone' || !scene.path.startsWith('/board') || scene.path.includes('?') ? '' : '?tv=1';
    await page.goto(origin + scene.path + suffix);
    await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
    await page.waitForTimeout(700);
    await scene.prepare?.(page);
    const faults = (await findCutTexts(page)).map((text) => `cut: ${text}`);
    if (size === 'phone') faults.push(...(await findLayoutFaults(page)));
    if (size !== 'phone')
      faults.push(...(await findUnreachedTexts(page)).slice(0, 5).map((text) => `out of sight: ${text}`));
    if (size !== '4k' && !scene.isOverlay) faults.push(...(await findAccessFaults(page)));
    const letters = size === 'phone' ? '' : ` smallest letters ${await smallestLetters(page)}`;
    await page.screenshot({ path: join(folder, `${scene.name}.${size}.png`), fullPage: false });
    console.log(`${scene.name} ${size}${letters}${faults.map((fault) => `\n  ${fault}`).join('')}`);
    await context.close();
  }
}

async function takeBoards(folder: string, word: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const data = createDataFolder();
  const appliance = await runAppliance({ dataFolder: data.path });
  const browser = await openBrowser();
  try {
    const desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
    const venue = await openGalleryVenue(desk);
    const scenes = [...boardsOf(venue), ...tvViewsOf(venue), ...overlaysOf(venue)];
    for (const scene of scenes.filter(({ name }) => name.includes(word)))
      await look(browser, appliance.origin, folder, scene);
  } finally {
    await browser.close();
    await appliance.stop();
    data.remove();
  }
}

const [folder, word = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run screens -- --boards FOLDER [WORD]');
takeBoards(resolve(folder), word).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
