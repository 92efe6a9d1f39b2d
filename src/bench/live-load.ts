// The load of the score-to-screen bench, in a process of its own: 250 tablets that send ends, 1,000 viewers that wait for them.
import type { Latency } from '../simulator/load/latencies.ts';
import type { LoadTablet } from '../simulator/load/load-tablets.ts';
import { openLoad } from '../simulator/load/open-load.ts';

export interface LoadPlan {
  readonly realtimePort: number;
  readonly competition: string;
  readonly categories: readonly string[];
  readonly tablets: readonly LoadTablet[];
  readonly archersPerTablet: number;
  readonly viewers: number;
  readonly endsPerSecond: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly ack: Latency;
  readonly screen: Latency;
  readonly sent: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly unanswered: number;
  /** CPU that the load itself took: near 1 core means that it, not the appliance, was the limit. */
  readonly cpuSeconds: number;
}

async function run(plan: LoadPlan): Promise<LoadResult> {
  const { signal } = new AbortController();
  const load = openLoad({ ...plan, realtimeOrigin: `ws://127.0.0.1:${plan.realtimePort}` });
  await load.ready(signal);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const cpuBefore = process.cpuUsage();
  const { archersPerTablet, endsPerSecond, seconds } = plan;
  const field = { tablets: plan.tablets.length, archersPerTablet, endsPerSecond, seconds };
  await load.run({ ...field, whistleEverySeconds: 0, seed: 1 }, signal);
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ...load.look(), cpuSeconds: (user + system) / 1e6 };
}

process.once('message', (plan: LoadPlan) => {
  run(plan).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
