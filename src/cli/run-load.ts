// One load test against an appliance that answers: its competition, the load, the figures.
import type { Clock } from '../kit/clock.ts';
import type { LoadFigures } from '../simulator/load/load-figures.ts';
import { type Load, type LoadPlace, openLoad } from '../simulator/load/open-load.ts';
import { whistlesIn } from '../simulator/load/plan-ends.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { CommandError } from './command-error.ts';
import { fillCompetition, makeCompetition, removeCompetition } from './load-competition.ts';
import { type LoadMeter, openLoadMeter } from './load-meter.ts';
import type { LoadtestPlan } from './loadtest-plan.ts';
import { say } from './output.ts';
import { whileWaiting } from './progress.ts';
import { today } from './units.ts';

export interface TriedAppliance {
  readonly client: ApplianceClient;
  /** `ws://host:port` */
  readonly realtimeOrigin: string;
  /** Of the test's own one, which goes with everything in it. */
  readonly folder: string | undefined;
}

export interface RunOptions {
  readonly plan: LoadtestPlan;
  readonly name: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Every second. */
  readonly show: (elapsedMs: number, figures: LoadFigures) => void;
}

const connectMs = 60_000;
const showEveryMs = 1_000;

/** Rejects with CommandError, or with the signal's reason. In an appliance of somebody else's no competition is left. */
export async function runLoad(tried: TriedAppliance, options: RunOptions): Promise<LoadFigures> {
  const { client, folder, realtimeOrigin } = tried;
  const made = await makeCompetition(client, options.name, today());
  try {
    const filling = fillCompetition(client, made, options.plan.shape);
    const competition = await whileWaiting('Making a competition and joining its tablets', filling);
    return await measure(tried, { ...competition, realtimeOrigin }, options);
  } finally {
    if (folder === undefined && !(await removeCompetition(client, made)))
      say(`"${made.name}" is archived there: nothing can be deleted where several nodes share a Redis.`);
  }
}

async function measure(tried: TriedAppliance, place: LoadPlace, options: RunOptions): Promise<LoadFigures> {
  const { plan, clock, signal } = options;
  const load = openLoad({ ...place, viewers: plan.viewers, clock });
  let meter: LoadMeter | undefined;
  try {
    await whileWaiting('Connecting tablets and viewers', connect(load, plan, signal));
    meter = await openLoadMeter({ client: tried.client, folder: tried.folder, clock });
    await watched(load, meter, tried, options);
    await meter.look();
    return figuresOf(load, meter, tried, plan);
  } finally {
    load.close();
    await meter?.close();
  }
}

async function connect(load: Load, { shape, viewers }: LoadtestPlan, signal: AbortSignal): Promise<void> {
  try {
    await load.ready(AbortSignal.any([signal, AbortSignal.timeout(connectMs)]));
  } catch (error) {
    if (signal.aborted) throw error;
    const { tabletsConnected, viewersConnected } = load.look();
    const words = `Within ${connectMs / 1_000} s only ${tabletsConnected} of ${shape.tablets} tablets and ${viewersConnected} of ${viewers} viewers could connect.`;
    throw new CommandError('failed', words, { cause: error });
  }
}

async function watched(load: Load, meter: LoadMeter, tried: TriedAppliance, options: RunOptions): Promise<void> {
  const { plan, signal, show } = options;
  const began = performance.now();
  const timer = setInterval(() => show(performance.now() - began, figuresOf(load, meter, tried, plan)), showEveryMs);
  try {
    await load.run(plan.shape, signal);
  } finally {
    clearInterval(timer);
  }
}

function figuresOf(load: Load, meter: LoadMeter, tried: TriedAppliance, { shape, viewers }: LoadtestPlan): LoadFigures {
  const { tablets, archersPerTablet, endsPerSecond, seconds } = shape;
  return {
    field: { tablets, archersPerTablet, viewers, endsPerSecond, seconds, whistles: whistlesIn(shape).length },
    isShared: tried.folder !== undefined,
    ...load.look(),
    ...meter.reading,
  };
}
