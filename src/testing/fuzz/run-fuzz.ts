// Runs one kind of input through what reads it. Each case follows from seed, kind and number alone, so that a failure can be had again:
// any answer is good, also a refusal; what is thrown, hangs or stays in memory is not.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRandom } from '../../simulator/random.ts';
import { type Bytes, mutate } from './mutate.ts';

export interface FuzzKind {
  readonly name: string;
  readonly samples: readonly [Bytes, ...Bytes[]];
  /** What came of it, in a word or two: those are counted. Throws when that is a defect. `number` is the case's. */
  take(bytes: Bytes, number: number): string | Promise<string>;
  close?(): Promise<void>;
}

export interface FuzzReport {
  readonly name: string;
  readonly cases: number;
  readonly answers: ReadonlyMap<string, number>;
  /** After a tenth of the cases, and at the end; both after collecting what is garbage. */
  readonly heapBeforeBytes: number;
  readonly heapAfterBytes: number;
  readonly slowestMs: number;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly cases: number;
  /** Told before each case, so that a watcher sees which one hangs. */
  readonly onCase?: (kind: string, number: number) => void;
}

export class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure';
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function heapBytes(): Promise<number> {
  // What was closed is let go of in later turns.
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A number that the kind's name stands for. */
function streamOf(name: string): number {
  return [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
}

export function caseOf({ name, samples }: FuzzKind, seed: number, number: number): Bytes {
  const random = createRandom(seed, streamOf(name), number);
  return mutate(random.pick(samples), random.pick(samples), random);
}

/** Rejects with FuzzFailure. */
export async function runFuzz(kind: FuzzKind, { seed, cases, onCase }: FuzzOptions): Promise<FuzzReport> {
  const answers = new Map<string, number>();
  let [slowestMs, heapBeforeBytes] = [0, 0];
  const warm = Math.floor(cases / 10);
  for (let number = 0; number < cases; number += 1) {
    if (number === warm) heapBeforeBytes = await heapBytes();
    onCase?.(kind.name, number);
    const bytes = caseOf(kind, seed, number);
    const began = performance.now();
    let answer: string;
    try {
      const taken = kind.take(bytes, number);
      answer = typeof taken === 'string' ? taken : await taken;
    } catch (error) {
      const what = `${kind.name}, seed ${seed}, case ${number}`;
      throw new FuzzFailure(`${what}: ${String(error)}\n${Buffer.from(bytes).toString('hex').slice(0, 2_000)}`, {
        cause: error,
      });
    }
    slowestMs = Math.max(slowestMs, performance.now() - began);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
  const heapAfterBytes = await heapBytes();
  return { name: kind.name, cases, answers, heapBeforeBytes, heapAfterBytes, slowestMs };
}
