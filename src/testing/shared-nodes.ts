// Several real appliances on one Redis or one cluster, as a test drives them.
import { join } from 'node:path';
import { openSimulatedTablet, type SimulatedTablet } from '../simulator/simulated-tablet.ts';
import { formatTopic } from '../wire/topics.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import { type RunningAppliance, runAppliance } from './run-appliance.ts';

export interface SharedNodes {
  readonly nodes: readonly RunningAppliance[];
  folderOf(node: number): string;
  at(node: number): RunningAppliance;
  /** A folder that is not there yet is made; one that is goes on. */
  start(node: number): Promise<RunningAppliance>;
  /** For all that still run. */
  kill(): Promise<void>;
}

/** They start at the same time, as after a power cut. */
export async function startNodes(root: string, redis: string, count: number): Promise<SharedNodes> {
  const nodes: RunningAppliance[] = [];
  const folderOf = (node: number) => join(root, `node-${node}`);

  async function start(node: number): Promise<RunningAppliance> {
    const running = await runAppliance({ dataFolder: folderOf(node), args: ['--redis', redis] });
    nodes[node] = running;
    return running;
  }

  async function kill(): Promise<void> {
    await Promise.all(nodes.map((node) => node.kill()));
  }

  function at(node: number): RunningAppliance {
    const running = nodes[node];
    if (!running) throw new Error(`Node ${node} does not run`);
    return running;
  }

  const starts = await Promise.allSettled(Array.from({ length: count }, (_, node) => start(node)));
  const failed = starts.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') {
    await kill();
    throw failed.reason;
  }
  return { nodes, folderOf, at, start, kill };
}

export function tabletAt(
  { ready }: RunningAppliance,
  competition: string,
  { device, token }: { readonly device: string; readonly token: string },
): SimulatedTablet {
  const url = `ws://127.0.0.1:${ready.realtimePort}/scoring`;
  return openSimulatedTablet({ url, credentials: { competition, device, token } });
}

/** A viewer of a leaderboard, who has its first snapshot already asked for. */
export async function viewerAt(
  { ready }: RunningAppliance,
  competition: string,
  category: string,
): Promise<LiveClient> {
  const client = await connectLive(ready.realtimePort, '/board');
  client.hello();
  await client.next('welcome');
  client.send({
    kind: 'subscribe',
    topic: formatTopic({ kind: 'leaderboard', competition, category }),
    since: undefined,
  });
  return client;
}
