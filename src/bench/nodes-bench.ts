// How far each step carries: the same field of tablets and viewers on one box, with a node for viewers, on three nodes, and on three nodes
// with a Redis Cluster. All of them share this machine's cores, so what counts is the CPU of the busiest node, not the latency.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCluster } from '../testing/redis-cluster-for-tests.ts';
import { startTestRedis } from '../testing/redis-for-tests.ts';
import { type RunningAppliance, runAppliance } from '../testing/run-appliance.ts';
import { askProcess } from './ask-process.ts';
import type { FieldPlan, FieldReady } from './loaded-appliance.ts';
import type { LoadShare, NodesLoadPlan, NodesLoadResult } from './nodes-load.ts';
import { median } from './statistics.ts';

export interface NodesBenchOptions {
  readonly seconds: number;
  readonly rounds: number;
  readonly viewers: number;
  readonly progress: (line: string) => void;
}

export interface StepFigures {
  readonly step: string;
  /** Of the node that worked most, and of all nodes; without Redis and the load. */
  readonly busiestCpuSeconds: number;
  readonly allCpuSeconds: number;
  readonly ackP50: number;
  readonly ackP99: number;
  readonly screenP50: number;
  readonly screenP99: number;
}

export interface NodesBenchResult {
  readonly tablets: number;
  readonly viewers: number;
  readonly endsPerSecond: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly steps: readonly StepFigures[];
}

interface Step {
  readonly step: string;
  readonly redis: 'builtIn' | 'one' | 'cluster';
  readonly nodes: number;
  /** Which node takes the tablets of a share, and which its viewers. */
  readonly shares: readonly (readonly [tablets: number, viewers: number])[];
}

const steps: readonly Step[] = [
  { step: 'one box', redis: 'builtIn', nodes: 1, shares: [[0, 0]] },
  { step: 'one node, outside Redis', redis: 'one', nodes: 1, shares: [[0, 0]] },
  { step: 'a node for tablets, one for viewers', redis: 'one', nodes: 2, shares: [[0, 1]] },
  {
    step: 'three nodes',
    redis: 'one',
    nodes: 3,
    shares: [
      [0, 1],
      [1, 2],
      [2, 0],
    ],
  },
  {
    step: 'three nodes, Redis Cluster of three',
    redis: 'cluster',
    nodes: 3,
    shares: [
      [0, 1],
      [1, 2],
      [2, 0],
    ],
  },
];
const [tablets, archersPerTablet, endsPerSecond, boards] = [120, 4, 60, 12];

interface Node {
  readonly pid: number;
  readonly realtimePort: number;
}

/** User and system time, in the kernel's hundredths of a second. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function openRedis(kind: Step['redis']): Promise<{ url: string | undefined; close(): Promise<void> }> {
  if (kind === 'builtIn') return { url: undefined, close: () => Promise.resolve() };
  if (kind === 'one') {
    const redis = await startTestRedis();
    return { url: `unix://${redis.connection.path}`, close: redis.close };
  }
  const cluster = await startTestCluster();
  return { url: cluster.urls.join(','), close: cluster.close };
}

async function knowsAll({ origin }: RunningAppliance, { competition, httpOrigin, categories }: FieldReady) {
  const path = `/api/competitions/${competition}/leaderboards/${categories.at(-1)}`;
  while ((await fetch(origin + path)).headers.get('etag') !== (await fetch(httpOrigin + path)).headers.get('etag'))
    await new Promise((resolve) => setTimeout(resolve, 100));
}

function sharesOf({ shares }: Step, viewers: number, field: FieldReady, nodes: readonly Node[]): readonly LoadShare[] {
  const portOf = (node: number) => nodes[node]?.realtimePort ?? 0;
  return shares.map(([tabletsAt, viewersAt], index) => ({
    tabletsPort: portOf(tabletsAt),
    viewersPort: portOf(viewersAt),
    tablets: field.tablets.filter((_, tablet) => tablet % shares.length === index),
    viewers: Math.floor(viewers / shares.length),
    endsPerSecond: endsPerSecond / shares.length,
  }));
}

async function measure(
  plan: NodesLoadPlan,
  nodes: readonly Node[],
): Promise<NodesLoadResult & { readonly cpu: readonly number[] }> {
  const load = fork(join(import.meta.dirname, 'nodes-load.ts'));
  try {
    await askProcess(load, plan);
    const before = nodes.map(({ pid }) => cpuSecondsOf(pid));
    const result = await askProcess<NodesLoadResult>(load, 'run');
    const cpu = nodes.map(({ pid }, index) => cpuSecondsOf(pid) - (before[index] ?? 0));
    if (result.saved !== result.sent) throw new Error(`${result.sent} ends sent, ${result.saved} saved`);
    return { ...result, cpu };
  } finally {
    load.kill('SIGKILL');
  }
}

async function runStep(step: Step, { seconds, viewers }: NodesBenchOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-nodes-bench-'));
  const redis = await openRedis(step.redis);
  const first = fork(join(import.meta.dirname, 'loaded-appliance.ts'));
  const others: RunningAppliance[] = [];
  try {
    const settings = redis.url === undefined ? {} : { redis: redis.url };
    const plan: FieldPlan = { dataFolder: join(folder, '0'), boards, tablets, archersPerTablet, settings };
    const field = await askProcess<FieldReady>(first, plan);
    for (let node = 1; node < step.nodes; node += 1) {
      const args = ['--redis', redis.url ?? '', '--log-level', 'error'];
      const other = await runAppliance({ dataFolder: join(folder, String(node)), args });
      others.push(other);
      await knowsAll(other, field);
    }
    const nodes: readonly Node[] = [
      { pid: first.pid ?? 0, realtimePort: field.realtimePort },
      ...others.map(({ process: { pid = 0 }, ready: { realtimePort } }) => ({ pid, realtimePort })),
    ];
    const { competition, categories } = field;
    const shares = sharesOf(step, viewers, field, nodes);
    return await measure({ competition, categories, archersPerTablet, seconds, shares }, nodes);
  } finally {
    first.send('stop');
    await once(first, 'exit');
    for (const other of others) await other.kill();
    await redis.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchNodes(options: NodesBenchOptions): Promise<NodesBenchResult> {
  const { seconds, rounds, viewers, progress } = options;
  const runs = new Map<Step, Awaited<ReturnType<typeof runStep>>[]>(steps.map((step) => [step, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [step, results] of runs) {
      progress(`nodes: ${step.step}, round ${round} of ${rounds}`);
      results.push(await runStep(step, options));
    }
  }
  const figures = [...runs].map(([{ step }, results]): StepFigures => {
    const middle = (pick: (run: (typeof results)[number]) => number) => Number(median(results.map(pick)).toFixed(2));
    return {
      step,
      busiestCpuSeconds: middle(({ cpu }) => Math.max(...cpu)),
      allCpuSeconds: middle(({ cpu }) => cpu.reduce((sum, each) => sum + each, 0)),
      ackP50: middle(({ ack }) => ack.p50),
      ackP99: middle(({ ack }) => ack.p99),
      screenP50: middle(({ screen }) => screen.p50),
      screenP99: middle(({ screen }) => screen.p99),
    };
  });
  return { tablets, viewers, endsPerSecond, seconds, rounds, steps: figures };
}
