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
import { growthIn } from '../testing/soak/judge-soak.ts';
import { median } from './statistics.ts';
import { openSide, type TrialPlan, type TrialSide, type TrialSlice } from './trial-side.ts';

export interface FaultTrialOptions {
  readonly minutes: number;
  readonly viewers: number;
  readonly endsPerSecond: number;
  readonly progress: (line: string) => void;
}

export interface FaultTrialResult {
  readonly rounds: number;
  readonly minutes: number;
  readonly without: SideFigures;
  readonly troubled: SideFigures;
  /** Medians of the rounds: with the troubled relay to without one. */
  readonly ratio: { readonly ackP99: number; readonly screenP99: number };
  /** How often the uplink was asked, by what it answered; 0: nothing. */
  readonly answers: Readonly<Record<string, number>>;
  readonly events: number;
  /** Rows of the page elsewhere when it showed the same as the venue's own. */
  readonly equalRows: number;
  readonly secondsUntilEqual: number;
}

export interface SideFigures {
  readonly ackP99: number;
  readonly screenP99: number;
  readonly megabytes: number;
  /** After garbage collection, all threads; and the relay's own. */
  readonly heapMegabytes: number;
  readonly relayHeapMegabytes: number;
  /** Over the second half of the trial, as a share. */
  readonly growth: number;
  readonly heapGrowth: number;
}

const tablets = 60;
const archersPerTablet = 4;
const sliceSeconds = 20;
const settleMs = 3_000;
/** A slice with everything around it. */
const wholeSliceSeconds = 30;
const weatherMs = 3_000;
const equalWithinMs = 20 * 60_000;
const program = resolve(import.meta.dirname, '..', 'main.ts');
const noName = pathToFileURL(resolve(import.meta.dirname, '..', 'testing', 'pusher', 'no-name.ts')).href;

function figuresOf(slices: readonly TrialSlice[]): SideFigures {
  const middle = (pick: (slice: TrialSlice) => number) => Number(median(slices.map(pick)).toFixed(2));
  const growth = (pick: (slice: TrialSlice) => number) => Number(growthIn(slices.map(pick)).toFixed(3));
  return {
    ackP99: middle(({ ackP99 }) => ackP99),
    screenP99: middle(({ screenP99 }) => screenP99),
    megabytes: middle(({ appMegabytes }) => appMegabytes),
    heapMegabytes: middle(({ heapMegabytes }) => heapMegabytes),
    relayHeapMegabytes: middle(({ heaps }) => heaps.relay ?? 0),
    growth: growth(({ appMegabytes }) => appMegabytes),
    heapGrowth: growth(({ heapMegabytes }) => heapMegabytes),
  };
}

/** Both pages until they show the same; how many rows, and after how long. */
async function waitForEqualPages(scope: Scope, { appliance, last }: TrialSide, folder: string, whenOpen: () => void) {
  const competition = last?.made.id ?? '';
  const category = last?.place.categories[0] ?? '';
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

async function runTrial(scope: Scope, options: FaultTrialOptions): Promise<FaultTrialResult> {
  const { minutes, viewers, endsPerSecond, progress } = options;
  const folder = mkdtempSync(join(tmpdir(), 'tenring-faults-'));
  scope.after(() => rmSync(folder, { recursive: true, force: true }));
  const shape = {
    ...{ tablets, archersPerTablet, endsPerSecond, seconds: sliceSeconds },
    ...{ whistleEverySeconds: 0, seed: 1 },
  };
  const plan: TrialPlan = { shape, viewers, settleMs };
  const server = await openPusherServer(scope);
  const nameFile = join(folder, 'names-unknown');
  const weather = createWeather(server, nameFile, weatherMs);
  scope.after(weather.clear);
  const without = await openSide(scope, { folder, name: 'without', plan });
  process.env.NAMES_UNKNOWN_WHILE = nameFile;
  const troubled = await openSide(scope, {
    ...{ folder, name: 'troubled', plan, preloads: [noName], threads: ['relay'] },
    settings: [...pusherFlags(server, 'localhost'), '--pusher-daily', '100000000'],
  });
  const rounds = Math.max(2, Math.round((minutes * 60) / (2 * wholeSliceSeconds)));
  const taken = { without: [] as TrialSlice[], troubled: [] as TrialSlice[] };
  const began = performance.now();

  async function take(which: keyof typeof taken, round: number) {
    const side = which === 'without' ? without : troubled;
    const trouble = troubles[round % troubles.length];
    if (which === 'troubled' && trouble) weather.turn(trouble);
    const slice = await side.slice();
    taken[which].push(slice);
    const { ackP99, screenP99, appMegabytes, heaps } = slice;
    const named = which === 'troubled' ? `${which} by ${JSON.stringify(trouble)}` : which;
    progress(
      `${round + 1} of ${rounds}, ${named}: p99 ${ackP99} and ${screenP99} ms, ${appMegabytes} MB, heaps ${JSON.stringify(heaps)}`,
    );
  }

  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['without', 'troubled'] as const) : (['troubled', 'without'] as const);
    for (const which of order) await take(which, round);
  }
  const seconds = (performance.now() - began) / 1_000;
  // Still in trouble when the pages are opened.
  const equal = await waitForEqualPages(scope, troubled, folder, weather.clear);
  const ratioOf = (key: 'ackP99' | 'screenP99') =>
    Number(median(taken.troubled.map((slice, round) => slice[key] / (taken.without[round]?.[key] ?? 0))).toFixed(3));
  return {
    ...{ rounds, minutes: Math.round(seconds / 6) / 10 },
    ...{ without: figuresOf(taken.without), troubled: figuresOf(taken.troubled) },
    ratio: { ackP99: ratioOf('ackP99'), screenP99: ratioOf('screenP99') },
    ...{ answers: countAnswers(server), events: server.events.length, ...equal },
  };
}
