// What the way to the internet costs the venue: the same load in turns without a relay, with one that works, and with one whose uplink fails in
// every way, on the same cores.
import { type Fault, openPusherServer, type PusherServer, testApp } from '../testing/pusher/pusher-server.ts';
import { createScope } from '../testing/scope.ts';
import { type LiveBenchOptions, runTenring } from './live-bench.ts';
import { median } from './statistics.ts';

export interface RelayFigures {
  readonly ackP99: number;
  readonly screenP99: number;
  readonly megabytes: number;
}

export type RelayWayIn = 'without' | 'working' | 'failing';

export interface RelayBenchResult {
  readonly rounds: number;
  readonly figures: Readonly<Record<RelayWayIn, RelayFigures>>;
  /** Events that came through, of all rounds. */
  readonly events: Readonly<Record<Exclude<RelayWayIn, 'without'>, number>>;
}

const ways: readonly RelayWayIn[] = ['without', 'working', 'failing'];
const faults: readonly Fault[] = [
  'refuse',
  { status: 500 },
  'none',
  'hang',
  { status: 429 },
  'flap',
  { status: 401 },
  { status: 413 },
];
const faultMs = 2_000;

/** Another one every other second. Returns what ends it. */
function misbehave(server: PusherServer): () => void {
  let turn = 0;
  const timer = setInterval(() => {
    server.fault = faults[turn % faults.length] ?? 'none';
    turn += 1;
  }, faultMs);
  return () => clearInterval(timer);
}

function settingsFor({ port }: PusherServer) {
  const { id, key, secret } = testApp;
  return {
    ...{ pusherAppId: id, pusherKey: key, pusherSecret: secret, pusherHost: '127.0.0.1', pusherPort: port },
    ...{ pusherTls: 'no', pusherDaily: 100_000_000 },
  };
}

async function runWay(way: RelayWayIn, options: LiveBenchOptions): Promise<RelayFigures & { readonly events: number }> {
  const scope = createScope();
  const server = await openPusherServer(scope);
  const behave = way === 'failing' ? misbehave(server) : () => undefined;
  try {
    const { load, usage } = await runTenring(options, way === 'without' ? {} : settingsFor(server));
    if (load.ack.count !== load.sent) throw new Error(`${load.sent} ends sent, ${load.ack.count} acknowledged`);
    const { ack, screen } = load;
    return { ackP99: ack.p99, screenP99: screen.p99, megabytes: usage.appMegabytes, events: server.events.length };
  } finally {
    behave();
    await scope.close();
  }
}

export async function benchRelay(options: LiveBenchOptions): Promise<RelayBenchResult> {
  const runs = { without: [], working: [], failing: [] } as Record<RelayWayIn, Awaited<ReturnType<typeof runWay>>[]>;
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const way of ways) {
      options.progress(`relay: ${way}, round ${round} of ${options.rounds}`);
      runs[way].push(await runWay(way, options));
    }
  }
  const middle = (way: RelayWayIn): RelayFigures => ({
    ackP99: median(runs[way].map(({ ackP99 }) => ackP99)),
    screenP99: median(runs[way].map(({ screenP99 }) => screenP99)),
    megabytes: median(runs[way].map(({ megabytes }) => megabytes)),
  });
  const events = (way: RelayWayIn) => runs[way].reduce((sum, run) => sum + run.events, 0);
  return {
    rounds: options.rounds,
    figures: { without: middle('without'), working: middle('working'), failing: middle('failing') },
    events: { working: events('working'), failing: events('failing') },
  };
}
