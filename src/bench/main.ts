// `npm run bench`: the figures in README. `npm run bench -- live` runs one part; `--json` prints data only; `--rounds N`, `--seconds N`. `faults`
// and `slow-viewers` take `--minutes N` and run only when they are named.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FaultTrialResult, tryFaults } from './fault-trial.ts';
import { benchLive, type LiveBenchResult } from './live-bench.ts';
import { benchNodes, type NodesBenchResult } from './nodes-bench.ts';
import { benchRanking, type RankingBenchResult } from './ranking-bench.ts';
import { benchRelay, type RelayBenchResult } from './relay-bench.ts';
import { type SlowViewersResult, trySlowViewers } from './slow-viewers-trial.ts';
import type { MemoryFigures, TurnRatio } from './turns.ts';

const root = resolve(import.meta.dirname, '..', '..');
const parts = ['live', 'ranking', 'relay', 'nodes', 'size'] as const;
const longParts = ['faults', 'slow-viewers'] as const;
type Part = (typeof parts)[number] | (typeof longParts)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    minutes: { type: 'string', default: '12' },
    viewers: { type: 'string', default: '1000' },
  },
});

function progress(line: string) {
  process.stderr.write(`${line}\n`);
}

function ratio(ours: number, theirs: number): string {
  return theirs === 0 ? '-' : `${(ours / theirs).toFixed(2)}x`;
}

function printLive({ boards, endsPerSecond, rounds, tenring, prototype }: LiveBenchResult) {
  console.log(
    `\nScore to screen: 250 tablets, 1,000 viewers, ${boards} boards, ${endsPerSecond} ends/s, medians of ${rounds} rounds`,
  );
  const rows = (['ackP50', 'ackP99', 'screenP50', 'screenP99', 'cpuSeconds', 'megabytes'] as const).map((key) => ({
    figure: key,
    tenring: tenring[key],
    prototype: prototype?.[key] ?? '-',
    ratio: prototype ? ratio(tenring[key], prototype[key]) : '-',
  }));
  console.table(rows);
  console.log(`Redis ${tenring.redisMegabytes} MB. The load itself took ${tenring.loadCpuSeconds} s of CPU.`);
}

function printRanking({ sizes }: RankingBenchResult) {
  console.log('\nOne end in a category: microseconds, and how many times those of the smallest');
  const [smallest] = sizes;
  const shown = (value: number, least: number | undefined) => `${value} (${ratio(value, least ?? 0)})`;
  const rows = sizes.map(({ entries, endMicroseconds, treeMicroseconds, sortMicroseconds }) => ({
    entries,
    'decide and evolve': shown(endMicroseconds, smallest?.endMicroseconds),
    'ranking tree alone': shown(treeMicroseconds, smallest?.treeMicroseconds),
    'sorted anew': shown(sortMicroseconds, smallest?.sortMicroseconds),
  }));
  console.table(rows);
}

function printRelay({ rounds, figures, events }: RelayBenchResult) {
  console.log(`\nWhat the relay costs the venue: 200 ends/s, 20 boards, in turns, medians of ${rounds} rounds`);
  const { without } = figures;
  const rows = Object.entries(figures).map(([way, { ackP99, screenP99, megabytes }]) => ({
    relay: way,
    'ack p99 ms': ackP99,
    'screen p99 ms': screenP99,
    'times without': ratio(screenP99, without.screenP99),
    megabytes,
  }));
  console.table(rows);
  console.log(`Events through: ${events.working} where it works, ${events.failing} where it fails.`);
}

function printTurns(saved: TurnRatio, screens: TurnRatio, memory: Readonly<Record<string, MemoryFigures>>) {
  console.table({ 'saved, p99 ms': saved, 'screens, p99 ms': screens });
  console.table(memory);
}

function printFaults({ minutes, saved, screens, memory, ...rest }: FaultTrialResult) {
  console.log(`\nAn uplink in trouble for ${minutes} minutes, in turns with an appliance without a relay`);
  printTurns(saved, screens, memory);
  console.log(
    `What the uplink answered: ${JSON.stringify(rest.answers)}; ${rest.events} events came through. The page elsewhere showed the venue's ${rest.equalRows} rows ${rest.secondsUntilEqual} s after it was opened in the last trouble.`,
  );
}

function printSlowViewers({ minutes, saved, screens, memory, slow }: SlowViewersResult) {
  console.log(`\nHalf of the viewers stop reading, for ${minutes} minutes, in turns with as many who all read`);
  printTurns(saved, screens, memory);
  console.log(`Who reads again, at the worst: ${JSON.stringify(slow)}`);
}

function printNodes({ tablets, viewers, endsPerSecond, rounds, steps }: NodesBenchResult) {
  console.log(
    `\nSeveral nodes on one machine: ${tablets} tablets, ${viewers} viewers, ${endsPerSecond} ends/s, medians of ${rounds} rounds`,
  );
  const [alone] = steps;
  const rows = steps.map(({ step, busiestCpuSeconds, ...others }) => ({
    step,
    'CPU s, busiest node': busiestCpuSeconds,
    'of one box': ratio(busiestCpuSeconds, alone?.busiestCpuSeconds ?? 0),
    ...others,
  }));
  console.table(rows);
}

const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const [minutes, viewers] = [Number(values.minutes), Number(values.viewers)];
const redisServer = process.env.TENRING_REDIS_SERVER ?? 'redis-server';
const common = { rounds, seconds, redisServer, progress };

/** Prints, unless data only are wanted. */
function shown<Result>(result: Result, print: (result: Result) => void): Result {
  if (!values.json) print(result);
  return result;
}

async function runLive(): Promise<Record<string, LiveBenchResult>> {
  const results: Record<string, LiveBenchResult> = {};
  for (const [boards, endsPerSecond] of [
    [20, 200],
    [1, 200],
    [20, 1_000],
  ] as const) {
    const result = await benchLive({ ...common, boards, endsPerSecond });
    if (!result.prototype) progress('live: ../shared/prototype is not here: NOT COMPARED');
    results[`live-${boards}-${endsPerSecond}`] = shown(result, printLive);
  }
  return results;
}

function lookAtSize(): { readonly executableMegabytes: number | undefined } {
  const file = join(root, 'out', 'tenring');
  const executableMegabytes = existsSync(file) ? Number((statSync(file).size / 1e6).toFixed(1)) : undefined;
  return shown({ executableMegabytes }, () =>
    console.log(
      executableMegabytes === undefined
        ? '\nExecutable: not built (npm run package)'
        : `\nExecutable: ${executableMegabytes} MB`,
    ),
  );
}

/** What of the results each part adds. */
const runs: Readonly<Record<Part, () => Promise<Record<string, unknown>>>> = {
  live: runLive,
  ranking: async () => ({ ranking: shown(benchRanking({ rounds, progress }), printRanking) }),
  relay: async () => ({
    relay: shown(await benchRelay({ ...common, boards: 20, endsPerSecond: 200 }), printRelay),
  }),
  faults: async () => ({ faults: shown(await tryFaults({ viewers, minutes, progress }), printFaults) }),
  'slow-viewers': async () => {
    const flooded = Math.floor(viewers / 10);
    return { slowViewers: shown(await trySlowViewers({ viewers, flooded, minutes, progress }), printSlowViewers) };
  },
  nodes: async () => ({ nodes: shown(await benchNodes({ rounds, seconds, viewers, progress }), printNodes) }),
  size: async () => ({ size: lookAtSize() }),
};

async function run() {
  const known = [...parts, ...longParts];
  const unknown = positionals.find((part) => !known.some((each) => each === part));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". Parts: ${known.join(', ')}.`);
  const wanted = positionals.length > 0 ? known.filter((part) => positionals.includes(part)) : parts;
  let results: Record<string, unknown> = {};
  for (const part of wanted) results = { ...results, ...(await runs[part]()) };
  if (values.json) console.log(JSON.stringify(results, null, 2));
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
