// A club's long day against the real program: day after day of shooting and matches, with everything around it, and a look at what is left
// of memory every few minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeCompetition } from '../../cli/load-competition.ts';
import { type OwnAppliance, openOwnAppliance } from '../../cli/own-appliance.ts';
import { systemClock } from '../../kit/clock.ts';
import { judgeSoak, type SoakSlice } from './judge-soak.ts';
import { type LeftoversProbe, openLeftoversProbe } from './leftovers.ts';
import type { Leftovers } from './preload.ts';
import { startBystanders } from './soak-bystanders.ts';
import { type DayParts, openDay, type SoakDay, type SoakField, shootDay } from './soak-day.ts';
import { openSampler, type Sampler } from './soak-sample.ts';

export interface SoakOptions {
  readonly tablets: number;
  readonly archersPerTablet: number;
  readonly viewers: number;
  readonly ends: number;
  /** Wall-clock seconds in all. */
  readonly seconds: number;
  /** So many days begin, however long that takes. */
  readonly leastDays?: number;
  readonly sliceSeconds: number;
  /** How much faster than in life, where an archer shoots an end in four minutes. */
  readonly speed: number;
  readonly tell: (words: string) => void;
}

export interface SoakResult {
  readonly slices: readonly SoakSlice[];
  readonly leftovers: Leftovers | undefined;
  readonly days: number;
  readonly commands: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly viewersLost: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

const endSecondsInLife = 240;
const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href;

export async function soak(options: SoakOptions): Promise<SoakResult> {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-soak-'));
  const probe = await openLeftoversProbe(join(folder, 'soak.sock'));
  process.env.SOAK_SOCKET = probe.path;
  try {
    const own = await openOwnAppliance(folder, 'data-', ['--expose-gc', '--import', preload]);
    try {
      return await soakAppliance(own, probe, options);
    } finally {
      await own.close();
    }
  } finally {
    delete process.env.SOAK_SOCKET;
    probe.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soakAppliance(own: OwnAppliance, probe: LeftoversProbe, options: SoakOptions): Promise<SoakResult> {
  const stop = new AbortController();
  const { client, realtimePort } = own;
  const origin = `ws://127.0.0.1:${realtimePort}`;
  const parts: DayParts = { client, realtimeOrigin: origin, clock: systemClock, signal: stop.signal };
  const field: SoakField = { ...options, endSeconds: endSecondsInLife / options.speed };
  const sampler = await openSampler(client, probe, own);
  const days = createDays(field, parts, options.tell);
  try {
    await days.begin();
    const bystanders = startBystanders({ ...parts, day: days.today, speed: options.speed });
    const slicing = takeSlices(sampler, days, options);
    const failed = own.ended.then((words) => Promise.reject(new Error(`The appliance ended by itself: ${words}`)));
    const first = await Promise.race([slicing, days.run(), bystanders.ended, failed]);
    const taken = first ?? (await slicing);
    return { ...taken, ...days.tally(), counts: bystanders.counts, wrong: judgeSoak(taken.slices) };
  } finally {
    stop.abort(new Error('the soak is over'));
    days.close();
    sampler.close();
  }
}

type Taken = Pick<SoakResult, 'slices' | 'leftovers'>;

async function takeSlices(sampler: Sampler, days: Days, options: SoakOptions): Promise<Taken> {
  const { seconds, sliceSeconds, leastDays = 1, tell } = options;
  const slices: SoakSlice[] = [];
  let leftovers: Leftovers | undefined;
  const began = performance.now();
  for (let at = sliceSeconds; at <= seconds || days.tally().days < leastDays; at += sliceSeconds) {
    await systemClock.sleep(Math.max(0, began + at * 1_000 - performance.now()));
    const { load, made } = days.today();
    const { ack, screen } = load.look();
    const { leftovers: left, ...sample } = await sampler.look(made.id);
    leftovers = left;
    // What the look itself held up is not the day's.
    load.forgetLatencies();
    const minutes = Math.round(at / 6) / 10;
    slices.push({ minutes, ack, screen, ...sample, commands: days.tally().commands });
    const heaps = Object.entries(left.heaps)
      .map(([name, bytes]) => `${name} ${(bytes / 1e6).toFixed(1)}`)
      .join(', ');
    tell(
      `${minutes} min: ${sample.appMegabytes} MB, heaps ${heaps} MB, saved ${days.tally().commands}, p99 ${ack.p99} and ${screen.p99} ms`,
    );
  }
  return { slices, leftovers };
}

interface Days {
  begin(): Promise<void>;
  /** Never resolves; rejects when a day cannot go on. */
  run(): Promise<undefined>;
  today(): SoakDay;
  tally(): Pick<SoakResult, 'days' | 'commands' | 'refused' | 'viewersLost'>;
  close(): void;
}

/** Yesterday's competition is kept for a day and deleted then, so that what is kept on purpose does not look like a leak. */
function createDays(field: SoakField, parts: DayParts, tell: SoakOptions['tell']): Days {
  let today: SoakDay | undefined;
  let yesterday: SoakDay | undefined;
  let [number, before, lostBefore] = [0, 0, 0];
  const refused: Record<string, number> = {};

  function current(): SoakDay {
    if (!today) throw new Error('No day has begun');
    return today;
  }

  async function begin(): Promise<void> {
    number += 1;
    today = await openDay(number, field, parts);
  }

  function end(day: SoakDay): void {
    const { saved, refused: codes, viewersLost } = day.load.look();
    before += saved;
    lostBefore += viewersLost;
    for (const [code, count] of Object.entries(codes)) refused[code] = (refused[code] ?? 0) + count;
    day.load.close();
  }

  async function next(): Promise<void> {
    const gone = yesterday;
    yesterday = current();
    end(yesterday);
    await begin();
    if (gone) await removeCompetition(parts.client, gone.made);
  }

  return {
    begin,
    today: current,
    async run() {
      try {
        for (;;) {
          await shootDay(current(), field, parts);
          tell(`Day ${number} is over.`);
          await next();
        }
      } catch (error) {
        if (!parts.signal.aborted) throw error;
        return undefined;
      }
    },
    tally() {
      const { saved, viewersLost, refused: codes } = current().load.look();
      const isEnded = current() === yesterday;
      return {
        days: number,
        commands: before + (isEnded ? 0 : saved),
        refused: isEnded ? refused : { ...refused, ...codes },
        viewersLost: lostBefore + (isEnded ? 0 : viewersLost),
      };
    },
    close: () => today?.load.close(),
  };
}
