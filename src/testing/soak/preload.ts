// Loaded into the soaked appliance before its own code, into each of its threads: collects garbage and counts what is left when the soak
// asks. Nothing of it is in the program that is shipped.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { BroadcastChannel, isMainThread, threadName } from 'node:worker_threads';

/** Threads that are there all day. Those of backups come and go; of a relay there is one where it is asked after. */
const { SOAK_SOCKET: path, SOAK_THREADS = 'archive,live' } = process.env;
const threads = SOAK_THREADS.split(',');

export interface Leftovers {
  /** Bytes of each heap after its garbage was collected: `main` and the threads. */
  readonly heaps: Readonly<Record<string, number>>;
  /** Bytes outside of the main thread's heap. */
  readonly buffers: number;
  /** How many open handles and requests of which kind. */
  readonly handles: Readonly<Record<string, number>>;
}

interface ThreadHeap {
  readonly thread: string;
  readonly bytes: number;
}

const questions = new BroadcastChannel('soak-questions');
const answers = new BroadcastChannel('soak-answers');

function collected(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  return process.memoryUsage();
}

function countHandles(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** A thread may be long in answering, on a busy machine; leftovers.ts waits so long and no longer. */
async function look(): Promise<Leftovers> {
  const found = new Map<string, number>();
  const complete = Promise.withResolvers<void>();
  answers.onmessage = ({ data }: { readonly data: unknown }) => {
    const { thread, bytes } = data as ThreadHeap;
    if (threads.includes(thread)) found.set(thread, bytes);
    if (threads.every((name) => found.has(name))) complete.resolve();
  };
  answers.unref();
  questions.postMessage('look');
  const { heapUsed, external } = collected();
  await complete.promise;
  return {
    heaps: { main: heapUsed, ...Object.fromEntries(found) },
    buffers: external,
    handles: countHandles(),
  };
}

// They must not keep a thread from ending.
questions.unref();
answers.unref();

if (path !== undefined && isMainThread) {
  const socket = connect(path);
  socket.unref();
  createInterface(socket).on('line', () => {
    void look().then((leftovers) => socket.write(`${JSON.stringify(leftovers)}\n`));
  });
} else if (path !== undefined) {
  questions.onmessage = () => {
    const answer: ThreadHeap = { thread: threadName ?? '', bytes: collected().heapUsed };
    answers.postMessage(answer);
  };
  questions.unref();
}
