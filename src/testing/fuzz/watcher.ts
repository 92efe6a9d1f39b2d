// A thread beside the fuzzing one: when the case under way does not change for a while, that one hangs, and can be told from outside only.
import { writeSync } from 'node:fs';
import { kill } from 'node:process';
import { workerData } from 'node:worker_threads';

const { shared, names, seed, hangsAfterMs } = workerData as WatcherData;

export interface WatcherData {
  /** Kind's index, number of the case. */
  readonly shared: Int32Array<SharedArrayBuffer>;
  readonly names: readonly string[];
  readonly seed: number;
  readonly hangsAfterMs: number;
}

let [seen, since] = ['', performance.now()];
setInterval(() => {
  const [kind, number] = [Atomics.load(shared, 0), Atomics.load(shared, 1)];
  const now = `${kind} ${number}`;
  if (now !== seen) [seen, since] = [now, performance.now()];
  if (performance.now() - since < hangsAfterMs) return;
  // By itself: the stream of the process writes in the thread that hangs.
  writeSync(2, `\n${names[kind] ?? `kind ${kind}`}, seed ${seed}, case ${number}: hangs\n`);
  kill(process.pid, 'SIGKILL');
}, 1_000);
