// One appliance of a trial that goes on for minutes: the real program in a process of its own, loaded turn after turn. After some turns there is a
// new competition and the one before is deleted, so that what is kept on purpose does not look like a leak.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fillCompetition, makeCompetition, removeCompetition } from '../cli/load-competition.ts';
import { type OwnAppliance, openOwnAppliance } from '../cli/own-appliance.ts';
import { invariant } from '../kit/invariant.ts';
import { type Load, type LoadPlace, openLoad } from '../simulator/load/open-load.ts';
import { type LoadShape, mostEndsOfOne } from '../simulator/load/plan-ends.ts';
import type { Scope } from '../testing/scope.ts';
import { openLeftoversProbe } from '../testing/soak/leftovers.ts';
import { openSampler, type SoakSample } from '../testing/soak/soak-sample.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

export interface TrialPlan {
  /** Of one turn. */
  readonly shape: LoadShape;
  /** Of one competition. */
  readonly turns: number;
  readonly viewers: number;
}

export interface TrialTurn {
  readonly ackP99: number;
  readonly screenP99: number;
}

export interface TrialMemory extends Omit<SoakSample, 'leftovers'> {
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
  /** A new competition with its tablets and viewers there; the one before is gone. */
  begin(): Promise<Shot>;
  /** Rejects where anything sent was not saved. */
  turn(): Promise<TrialTurn>;
  memory(): Promise<TrialMemory>;
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

  scope.after(() => last?.load.close());

  function current(): Shot {
    invariant(last, 'a competition was begun');
    return last;
  }

  return {
    appliance,
    async begin() {
      number += 1;
      const before = last;
      before?.load.close();
      const made = await makeCompetition(appliance.client, `Trial ${number}`, day);
      const filled = await fillCompetition(appliance.client, made, plan.shape, mostEndsOfOne(plan.shape) * plan.turns);
      if (before) await removeCompetition(appliance.client, before.made);
      const place = { ...filled, realtimeOrigin };
      last = { made, place, load: openLoad({ ...place, viewers: plan.viewers }) };
      await last.load.ready(signal);
      return last;
    },
    async turn() {
      const { load } = current();
      load.forgetLatencies();
      await load.run(plan.shape, signal);
      const { ack, screen, sent, saved, viewersLost } = load.look();
      if (saved !== sent || viewersLost > 0)
        throw new Error(`${sent} ends sent, ${saved} saved, ${viewersLost} viewers cut off`);
      return { ackP99: ack.p99, screenP99: screen.p99 };
    },
    async memory() {
      const { leftovers, ...sample } = await sampler.look(current().made.id);
      const heaps = Object.entries(leftovers.heaps).map(([thread, bytes]) => [thread, inMegabytes(bytes)] as const);
      return { heaps: Object.fromEntries(heaps), ...sample };
    },
  };
}
