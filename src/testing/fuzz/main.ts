// npm run fuzz: a million inputs that nobody would send. `--seed N` repeats a run, `--cases N` makes it longer or shorter, `--only WORD`
// takes the kinds with the word in their name.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { shares } from './all-kinds.ts';
import { type FuzzReport, runFuzz } from './run-fuzz.ts';
import type { WatcherData } from './watcher.ts';

const million = 1_000_000;
const hangsAfterMs = 30_000;
/** More than compiled code and caches that fill up once. */
const heapMayGrowBytes = 24 * 1024 * 1024;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, cases: { type: 'string' }, only: { type: 'string', default: '' } },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const all = Number(values.cases ?? million);

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function describe({ name, cases, answers, heapBeforeBytes, heapAfterBytes, slowestMs }: FuzzReport): string {
  const most = [...answers].sort(([, a], [, b]) => b - a);
  const lines = most.slice(0, 12).map(([answer, count]) => `${String(count).padStart(10)}  ${answer}`);
  const rest = most.slice(12).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) lines.push(`${String(rest).padStart(10)}  in ${most.length - 12} other ways`);
  const heap = `heap ${megabytes(heapBeforeBytes)} → ${megabytes(heapAfterBytes)}`;
  return `${name}: ${cases} cases, ${heap}, slowest ${slowestMs.toFixed(0)} ms\n${lines.join('\n')}`;
}

const shared = new Int32Array(new SharedArrayBuffer(8));
const names: string[] = [];

async function run(): Promise<boolean> {
  console.log(`seed ${seed}`);
  let [cases, isFlat] = [0, true];
  for (const { open, cases: share } of shares) {
    const kind = await open();
    try {
      if (!kind.name.includes(values.only)) continue;
      const index = names.push(kind.name) - 1;
      Atomics.store(shared, 0, index);
      const onCase = (_: string, number: number) => void Atomics.store(shared, 1, number);
      const report = await runFuzz(kind, { seed, cases: Math.ceil((share * all) / million), onCase });
      console.log(describe(report));
      cases += report.cases;
      if (report.heapAfterBytes - report.heapBeforeBytes > heapMayGrowBytes) {
        console.log('  the heap is not flat');
        isFlat = false;
      }
    } finally {
      await kind.close?.();
    }
  }
  console.log(`${cases} cases: no crash, no hang${isFlat ? ', nothing kept' : ''}`);
  return isFlat;
}

const data: WatcherData = { shared, names, seed, hangsAfterMs };
const watcher = new Worker(new URL('./watcher.ts', import.meta.url), { workerData: data });
try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await watcher.terminate();
}
