// One appliance of a trial that goes on for minutes: the real program in a process of its own, loaded slice after slice. Each slice has a new
// competition and the one before is deleted, so that what is kept on purpose does not look like a leak.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fillCompetition, makeCompetition, removeCompetition } from '../cli/load-competition.ts';
import { type OwnAppliance, openOwnAppliance } from '../cli/own-appliance.ts';
import { systemClock } from '../kit/clock.ts';
import { type Load, type LoadPlace, openLoad } from '../simulator/load/open-load.ts';
import type { LoadShape } from '../simulator/load/plan-ends.ts';
import type { Scope } from '../testing/scope.ts';
import { openLeftoversProbe } from '../testing/soak/leftovers.ts';
import { openSampler, type SoakSample } from '../testing/soak/soak-sample.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

export interface TrialPlan {
  readonly shape: LoadShape;
  readonly viewers: number;
  /** Between the viewers' coming and the load: what goes out of the venue has said everything once. */
  readonly settleMs: number;
}

export interface TrialSlice extends Omit<SoakSample, 'leftovers'> {
  readonly ackP99: number;
  readonly screenP99: number;
  /** By thread, after its garbage was collected. */
  readonly heaps: Readonly<Record<string, number>>;
}

export interface Shot {
  readonly made: CompetitionView;
  readonly place: LoadPlace;
  readonly load: Load;
}

export interface TrialSide {
  readonly appliance: OwnAppliance;
  /** `around`: what else happens, begun before the load; what it returns is called when the load is over, before the look at memory. */
  slice(around?: (shot: Shot) => Promise<() => Promise<void>>): Promise<TrialSlice>;
  /** Of the last slice. */
  readonly last: Shot | undefined;
}

export interface SideOptions {
  readonly folder: string;
  readonly name: string;
  readonly plan: TrialPlan;
  /** Flags of `tenring start`. */
  readonly settings?: readonly string[];
  /** Files that are loaded before the program, in each of its threads. */
  readonly preloads?: readonly string[];
  /** Threads whose heaps are looked at beside those that are always there. */
  readonly threads?: readonly string[];
}

const soakPreload = pathToFileURL(join(import.meta.dirname, '..', 'testing', 'soak', 'preload.ts')).href;
const day = '2026-05-02';
const inMegabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

async function startWith(options: SideOptions, socket: string): Promise<OwnAppliance> {
  const { folder, name, settings = [], preloads = [], threads = [] } = options;
  Object.assign(process.env, { SOAK_SOCKET: socket, SOAK_THREADS: ['archive', 'live', ...threads].join() });
  const imports = [soakPreload, ...preloads].flatMap((file) => ['--import', file]);
  try {
    return await openOwnAppliance(folder, `${name}-`, ['--expose-gc', ...imports], settings);
  } finally {
    delete process.env.SOAK_SOCKET;
    delete process.env.SOAK_THREADS;
  }
}

export async function openSide(scope: Scope, options: SideOptions): Promise<TrialSide> {
  const { folder, name, plan } = options;
  const probe = await openLeftoversProbe(join(folder, `${name}.sock`));
  scope.after(() => probe.close());
  const appliance = await startWith(options, probe.path);
  scope.after(() => appliance.close());
  const sampler = await openSampler(appliance.client, probe, appliance);
  scope.after(() => sampler.close());
  const { signal } = new AbortController();
  const realtimeOrigin = `ws://127.0.0.1:${appliance.realtimePort}`;
  let [number, last] = [0, undefined as Shot | undefined];

  async function begin(): Promise<Shot> {
    number += 1;
    const before = last;
    const made = await makeCompetition(appliance.client, `Trial ${number}`, day);
    const place = { ...(await fillCompetition(appliance.client, made, plan.shape)), realtimeOrigin };
    if (before) await removeCompetition(appliance.client, before.made);
    last = { made, place, load: openLoad({ ...place, viewers: plan.viewers }) };
    return last;
  }

  return {
    appliance,
    get last() {
      return last;
    },
    async slice(around) {
      const shot = await begin();
      const { made, load } = shot;
      try {
        await load.ready(signal);
        const over = await around?.(shot);
        await systemClock.sleep(plan.settleMs);
        load.forgetLatencies();
        await load.run(plan.shape, signal);
        const { ack, screen, sent, saved, viewersLost } = load.look();
        await over?.();
        if (saved !== sent || viewersLost > 0)
          throw new Error(`${sent} ends sent, ${saved} saved, ${viewersLost} viewers cut off`);
        const { leftovers, ...sample } = await sampler.look(made.id);
        const heaps = Object.entries(leftovers.heaps).map(([thread, bytes]) => [thread, inMegabytes(bytes)] as const);
        return { ackP99: ack.p99, screenP99: screen.p99, heaps: Object.fromEntries(heaps), ...sample };
      } finally {
        load.close();
      }
    },
  };
}
