// The load of the nodes bench, in a process of its own: tablets at some nodes, viewers at others, all in one competition.
import type { Latency } from '../simulator/load/latencies.ts';
import type { LoadTablet } from '../simulator/load/load-tablets.ts';
import { openLoad } from '../simulator/load/open-load.ts';

/** A share of the load: whose tablets score at one node and whose viewers watch at one, which may be another. */
export interface LoadShare {
  readonly tabletsPort: number;
  readonly viewersPort: number;
  readonly tablets: readonly LoadTablet[];
  readonly viewers: number;
  readonly endsPerSecond: number;
}

export interface NodesLoadPlan {
  readonly competition: string;
  readonly categories: readonly string[];
  readonly archersPerTablet: number;
  readonly seconds: number;
  readonly shares: readonly LoadShare[];
}

export interface NodesLoadResult {
  /** The worst of the shares. */
  readonly ack: Latency;
  readonly screen: Latency;
  readonly sent: number;
  readonly saved: number;
}

const never = new AbortController().signal;

const originOf = (port: number) => `ws://127.0.0.1:${port}`;

function slowest(latencies: readonly Latency[]): Latency {
  const [first, ...others] = latencies;
  if (!first) throw new Error('There is no share of the load');
  return others.reduce((worst, each) => (each.p99 > worst.p99 ? each : worst), first);
}

async function prepare({ competition, categories, archersPerTablet, seconds, shares }: NodesLoadPlan) {
  const loads = shares.map(({ tabletsPort, viewersPort, tablets, viewers, endsPerSecond }) => {
    const origins = { realtimeOrigin: originOf(tabletsPort), viewersOrigin: originOf(viewersPort) };
    const load = openLoad({ ...origins, competition, categories, tablets, viewers });
    const shape = {
      tablets: tablets.length,
      archersPerTablet,
      endsPerSecond,
      seconds,
      whistleEverySeconds: 0,
      seed: 1,
    };
    return { load, shape };
  });
  for (const { load } of loads) await load.ready(never);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return loads;
}

/** Says that it is ready, runs when it is told to, and says what it saw. */
async function run(plan: NodesLoadPlan): Promise<void> {
  const loads = await prepare(plan);
  process.once('message', () => {
    void Promise.all(loads.map(({ load, shape }) => load.run(shape, never))).then(() => {
      const looks = loads.map(({ load }) => load.look());
      const result: NodesLoadResult = {
        ack: slowest(looks.map(({ ack }) => ack)),
        screen: slowest(looks.map(({ screen }) => screen)),
        sent: looks.reduce((sum, { sent }) => sum + sent, 0),
        saved: looks.reduce((sum, { saved }) => sum + saved, 0),
      };
      process.send?.(result, () => process.exit(0));
    });
  });
  process.send?.('ready');
}

process.once('message', (plan: NodesLoadPlan) => {
  run(plan).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
