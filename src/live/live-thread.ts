// The live thread: workerData is LiveOptions, the port carries batches of MainToLive in and of LiveToMain out.
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../kit/invariant.ts';
import { runLive } from './live-core.ts';
import type { LiveOptions, LiveToMain, MainToLive } from './messages.ts';

const port = parentPort;
invariant(port, 'the live thread is started as a worker');
const core = runLive(
  workerData as LiveOptions,
  (messages: readonly LiveToMain[]) => port.postMessage(messages),
  () => port.close(),
);
port.on('message', (messages: readonly MainToLive[]) => core.take(messages));
// After a defect too: with sockets still open, Node would abort the whole process instead of reporting it.
process.on('exit', core.closeSockets);
