// Starts the live thread and speaks with it: the main thread's side of messages.ts.
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../kit/installation.ts';
import type { Live, LiveListeners } from './live.ts';
import type { LiveOptions, LiveStats, LiveToMain, MainToLive } from './messages.ts';
import { createTurnOutbox } from './turn-outbox.ts';

export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} cannot be listened on: it is taken, or not allowed`);
    this.port = port;
  }
}

/** The library does not take the certificate or its key, though Node does. */
export class CertificateRefusedError extends Error {
  override readonly name = 'CertificateRefusedError';
}

const everyAddress = new Set(['0.0.0.0', '::']);

const noStats: LiveStats = {
  scoringSockets: 0,
  boardSockets: 0,
  topics: 0,
  framesSent: 0,
  framesDropped: 0,
  malformedFrames: 0,
  resyncs: 0,
  devices: [],
};

/**
 * Resolves when the sockets listen; rejects with PortTakenError or CertificateRefusedError. Listeners are called only in later turns of the event loop, so what
 * they need may be made from the result, in the turn in which it comes.
 */
export async function openLive(options: LiveOptions, listeners: LiveListeners): Promise<Live> {
  for (const port of [options.port, options.tls?.port ?? 0]) if (port !== 0) await requireFreePort(options.host, port);
  return startThread(options, listeners);
}

/** Asks whether anybody answers there. Listening there for a moment would not do: a killed appliance's connections hold the port a while. */
async function requireFreePort(host: string, port: number): Promise<void> {
  const socket = connect({ port, host: everyAddress.has(host) ? '127.0.0.1' : host, timeout: 1_000 });
  const isTaken = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('timeout', () => resolve(false));
  });
  socket.destroy();
  if (isTaken) throw new PortTakenError(port);
}

function startThread(options: LiveOptions, listeners: LiveListeners): Promise<Live> {
  const worker = new Worker(workerFile('live'), {
    workerData: options,
    name: 'live',
    ...(options.heapMegabytes && { resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes } }),
  });
  const { promise, resolve, reject } = Promise.withResolvers<Live>();
  const ended = Promise.withResolvers<void>();
  let isExpectedToEnd = false;
  let hasStarted = false;
  let lastStats = noStats;

  function post(messages: readonly MainToLive[]) {
    worker.postMessage(messages);
  }

  const outbox = createTurnOutbox<MainToLive>((messages) => post(answersFirst(messages)));

  function fail(error: Error) {
    isExpectedToEnd = true;
    if (hasStarted) listeners.failed(error);
    else reject(error);
  }

  function giveUp(error: Error) {
    isExpectedToEnd = true;
    post([{ kind: 'stop' }]);
    ended.promise.then(() => reject(error));
  }

  function takeOne(message: LiveToMain) {
    switch (message.kind) {
      case 'listening':
        hasStarted = true;
        resolve(createLive(message.port, message.securePort));
        return;
      case 'listenFailed':
        giveUp(new PortTakenError(message.port));
        return;
      case 'certificateRefused':
        if (hasStarted) listeners.certificateRefused(message.why);
        else giveUp(new CertificateRefusedError(message.why));
        return;
      case 'greet':
        listeners.greet(message.socket, message.credentials);
        return;
      case 'commands':
        listeners.commands(message.commands);
        return;
      case 'gone':
        listeners.gone(message.socket);
        return;
      case 'watched':
        listeners.watched(message.topic);
        return;
      case 'unwatched':
        listeners.unwatched(message.topic);
        return;
      case 'snapshotWanted':
        listeners.snapshotWanted(message.topic);
        return;
      case 'published':
        listeners.published(message.topic, message.to);
        return;
      case 'stats':
        lastStats = message.stats;
    }
  }

  worker.on('message', (messages: readonly LiveToMain[]) => {
    for (const message of messages) takeOne(message);
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => {
    if (!isExpectedToEnd) fail(new Error(`The live thread ended by itself (${code})`));
    ended.resolve();
  });

  function createLive(port: number, securePort: number | undefined): Live {
    return {
      port,
      securePort,
      greet: (socket, place) => outbox.push({ kind: 'greeted', socket, place }),
      refuse: (socket, close) => outbox.push({ kind: 'refused', socket, close }),
      answer: (outcome) => outbox.push({ kind: 'outcomes', outcomes: [outcome] }),
      snapshot: (frame) => outbox.push({ kind: 'snapshot', ...frame, frame: ownBytes(frame.frame) }),
      noSuchTopic: (topic) => outbox.push({ kind: 'noSuchTopic', topic }),
      delta: (frame) => outbox.push({ kind: 'delta', ...frame, frame: ownBytes(frame.frame) }),
      dismiss: (competition, device, close) => outbox.push({ kind: 'dismiss', competition, device, close }),
      renewCertificate: () => outbox.push({ kind: 'renewCertificate' }),
      stats: () => lastStats,
      async close() {
        if (!isExpectedToEnd) {
          isExpectedToEnd = true;
          outbox.flush();
          post([{ kind: 'stop' }]);
        }
        await ended.promise;
      },
    };
  }

  return promise;
}

/** One message with all answers, before the rest: they go out before the fan-out of what they caused. */
function answersFirst(messages: readonly MainToLive[]): readonly MainToLive[] {
  const outcomes = messages.flatMap((message) => (message.kind === 'outcomes' ? message.outcomes : []));
  if (outcomes.length === 0) return messages;
  return [{ kind: 'outcomes', outcomes }, ...messages.filter(({ kind }) => kind !== 'outcomes')];
}

/** Encoded frames are views of protobufjs' 64 KB pool, which postMessage would copy whole. */
function ownBytes(frame: Uint8Array): Uint8Array {
  return frame.byteLength === frame.buffer.byteLength ? frame : new Uint8Array(frame);
}
