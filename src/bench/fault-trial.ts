// `npm run bench -- faults`: an uplink that is in trouble for minutes, in every way that there is, and what of it the venue feels: the same load
// in turns on an appliance without a relay and on one whose uplink comes and goes. At the end the page elsewhere has to show what the venue's own
// board shows.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { systemClock } from '../kit/clock.ts';
import { boardRows } from '../testing/board-rows.ts';
import { openBrowser } from '../testing/browser.ts';
import { pusherFlags } from '../testing/pusher/pusher-flags.ts';
import { openPusherServer, type PusherServer } from '../testing/pusher/pusher-server.ts';
import { createWeather, troubles } from '../testing/pusher/uplink-weather.ts';
import { createScope, type Scope } from '../testing/scope.ts';
import { openSide, type Shot, type TrialMemory, type TrialPlan, type TrialSide } from './trial-side.ts';
import { compareTurns, type MemoryFigures, memoryFigures, type TurnPair, type TurnRatio, takeTurns } from './turns.ts';

export interface FaultTrialOptions {
  readonly minutes: number;
  readonly viewers: number;
  readonly progress: (line: string) => void;
}

export interface FaultTrialResult {
  readonly minutes: number;
  readonly saved: TurnRatio;
  readonly screens: TurnRatio;
  readonly memory: { readonly without: MemoryFigures; readonly troubled: MemoryFigures };
  /** How often the uplink was asked, by what it answered; 0: nothing. */
  readonly answers: Readonly<Record<string, number>>;
  readonly events: number;
  /** Rows of the page elsewhere when it showed the same as the venue's own. */
  readonly equalRows: number;
  readonly secondsUntilEqual: number;
}

const shape = { tablets: 60, archersPerTablet: 4, endsPerSecond: 60, seconds: 4, whistleEverySeconds: 0, seed: 1 };
/** Of each competition. */
const pairs = 6;
/** What goes out of the venue has said everything once. */
const settleMs = 3_000;
const weatherMs = 3_000;
const equalWithinMs = 20 * 60_000;
const program = resolve(import.meta.dirname, '..', 'main.ts');
const noName = pathToFileURL(resolve(import.meta.dirname, '..', 'testing', 'pusher', 'no-name.ts')).href;

/** Both pages until they show the same; how many rows, and after how long. */
async function waitForEqualPages(
  scope: Scope,
  { appliance }: TrialSide,
  { made: { id: competition }, place: { categories } }: Shot,
  folder: string,
  whenOpen: () => void,
) {
  const category = categories[0] ?? '';
  const site = join(folder, 'site');
  await promisify(execFile)(process.execPath, [program, 'live-site', competition, site, '--data', appliance.folder]);
  const browser = await openBrowser();
  scope.after(() => browser.close());
  const [away, local] = [await browser.newPage(), await browser.newPage()];
  await local.goto(`${appliance.origin}/board/${competition}/${category}?tv=0`);
  await local.locator('tbody tr').first().waitFor();
  await away.goto(`${pathToFileURL(join(site, 'index.html')).href}#/board/${competition}/${category}?tv=0`);
  whenOpen();
  const began = performance.now();
  for (;;) {
    const [one, other] = [await boardRows(away), await boardRows(local)];
    if (one.length > 0 && isDeepStrictEqual(one, other))
      return { equalRows: one.length, secondsUntilEqual: Math.round((performance.now() - began) / 1_000) };
    if (performance.now() - began > equalWithinMs)
      throw new Error(`The page elsewhere differs: ${one.length} rows, ${other.length} in the venue`);
    await systemClock.sleep(500);
  }
}

function countAnswers({ answers }: PusherServer): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

export async function tryFaults(options: FaultTrialOptions): Promise<FaultTrialResult> {
  const scope = createScope();
  try {
    return await runTrial(scope, options);
  } finally {
    await scope.close();
  }
}

async function openSides(scope: Scope, folder: string, viewers: number, server: PusherServer) {
  const plan: TrialPlan = { shape, turns: pairs + 1, viewers };
  const nameFile = join(folder, 'names-unknown');
  const weather = createWeather(server, nameFile, weatherMs);
  scope.after(weather.clear);
  const without = await openSide(scope, { folder, name: 'without', plan });
  process.env.NAMES_UNKNOWN_WHILE = nameFile;
  const troubled = await openSide(scope, {
    ...{ folder, name: 'troubled', plan, preloads: [noName], threads: ['relay'] },
    settings: [...pusherFlags(server, 'localhost'), '--pusher-daily', '100000000'],
  });
  return { without, troubled, weather };
}

async function runTrial(scope: Scope, { minutes, viewers, progress }: FaultTrialOptions): Promise<FaultTrialResult> {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-faults-'));
  scope.after(() => rmSync(folder, { recursive: true, force: true }));
  const server = await openPusherServer(scope);
  const { without, troubled, weather } = await openSides(scope, folder, viewers, server);
  const taken: TurnPair[] = [];
  const memory = { without: [] as TrialMemory[], troubled: [] as TrialMemory[] };
  const began = performance.now();
  const minutesGone = () => (performance.now() - began) / 60_000;
  let shot: Shot | undefined;
  for (let block = 0; block < 2 || minutesGone() < minutes; block += 1) {
    await without.begin();
    shot = await troubled.begin();
    await systemClock.sleep(settleMs);
    const trouble = troubles[block % troubles.length];
    if (trouble) weather.turn(trouble);
    taken.push(...(await takeTurns(pairs, without.turn, troubled.turn)));
    memory.without.push(await without.memory());
    memory.troubled.push(await troubled.memory());
    const { appMegabytes, heaps } = memory.troubled.at(-1) ?? {};
    progress(
      `${minutesGone().toFixed(1)} min, ${JSON.stringify(trouble)}: screens ${JSON.stringify(compareTurns(taken.slice(-pairs), 'screenP99'))}, ${appMegabytes} MB, heaps ${JSON.stringify(heaps)}`,
    );
  }
  const lasted = minutesGone();
  if (!shot) throw new Error('Nothing was shot');
  // Still in trouble when the pages are opened.
  const equal = await waitForEqualPages(scope, troubled, shot, folder, weather.clear);
  return {
    ...{ minutes: Number(lasted.toFixed(1)), events: server.events.length, answers: countAnswers(server), ...equal },
    saved: compareTurns(taken, 'ackP99'),
    screens: compareTurns(taken, 'screenP99'),
    memory: { without: memoryFigures(memory.without), troubled: memoryFigures(memory.troubled) },
  };
}
