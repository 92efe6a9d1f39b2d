// Loaded into the soaked appliance before its own code, into each of its threads: collects garbage and counts what is left when the soak
// asks. Nothing of it is in the program that is shipped.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/** Bytes of each thread's heap after its garbage was collected, the main thread first; buffers outside of heaps. */
export interface Leftovers {
  readonly heaps: readonly number[];
  readonly buffers: number;
  /** How many open handles and requests of which kind. */
  readonly handles: Readonly<Record<string, number>>;
}

interface ThreadHeap {
  readonly thread: number;
  readonly bytes: number;
}

const answerMs = 500;
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

async function look(): Promise<Leftovers> {
  const threads: ThreadHeap[] = [];
  answers.onmessage = ({ data }: { readonly data: unknown }) => threads.push(data as ThreadHeap);
  answers.unref();
  questions.postMessage('look');
  const { heapUsed, external } = collected();
  await new Promise((resolve) => setTimeout(resolve, answerMs));
  const others = threads.sort((a, b) => a.thread - b.thread).map(({ bytes }) => bytes);
  return { heaps: [heapUsed, ...others], buffers: external, handles: countHandles() };
}

// They must not keep a thread from ending.
questions.unref();
answers.unref();

const { SOAK_SOCKET: path } = process.env;
if (path !== undefined && isMainThread) {
  const socket = connect(path);
  socket.unref();
  createInterface(socket).on('line', () => {
    void look().then((leftovers) => socket.write(`${JSON.stringify(leftovers)}\n`));
  });
} else if (path !== undefined) {
  questions.onmessage = () => {
    const answer: ThreadHeap = { thread: threadId, bytes: collected().heapUsed };
    answers.postMessage(answer);
  };
  questions.unref();
}
