// One connection to Redis, tamed: no queue while offline, nothing sent twice, a time limit on every command, and an answer for every
// command even when the connection dies (ioredis 6 leaves those promises open: redis/ioredis#2193). Replies are bytes.
import { Command, Redis } from 'ioredis';
import { backoffMs } from '../kit/backoff.ts';
import type { Log } from '../kit/log.ts';
import { JournalUnavailableError } from './journal.ts';

export type ServerTarget = { readonly path: string } | { readonly url: string };

/** Plain data, so that a worker thread can be told where Redis is. Of a cluster some of the servers are enough: they know the others. */
export type RedisTarget = ServerTarget | { readonly cluster: readonly string[] };

export type Reply = Buffer | number | null | readonly Reply[];
export type Word = string | number | Buffer;

/** Redis answered, and the answer is an error. `code` is its first word: OOM, NOSCRIPT, NOGROUP… */
export class RedisReplyError extends JournalUnavailableError {
  readonly code: string;
  /** In Redis's own words. */
  readonly reply: string;

  constructor(message: string) {
    const code = /^[A-Z]+/.exec(message)?.[0] ?? 'ERR';
    // ioredis hangs the whole command on its error, batches and passwords included: only the message is kept.
    super(sentences[code] ?? `Redis refused: ${message.slice(0, 200)}`, { cause: new Error(message.slice(0, 2_000)) });
    this.code = code;
    this.reply = message.slice(0, 2_000);
  }
}

const sentences: Readonly<Record<string, string>> = {
  OOM: 'Redis is full: it takes no new facts until there is memory again',
  MISCONF: 'Redis cannot write to its disk',
  READONLY: 'This Redis is a replica: it takes no writes',
  LOADING: 'Redis is still loading what it has on disk',
  BUSY: 'Redis is busy with a script',
  CLUSTERDOWN: 'The Redis Cluster does not take anything while a part of it is missing',
  MOVED: 'This Redis is a part of a cluster: give it as one (--redis redis://HOST:PORT,HOST:PORT)',
  NOAUTH: 'Redis asks for a password',
  WRONGPASS: 'Redis does not accept the user or the password',
  NOPERM: 'Redis does not allow this user to do what is needed',
};

export interface ConnectionOptions<Target = RedisTarget> {
  readonly target: Target;
  /** Shown by CLIENT LIST; no spaces. */
  readonly name: string;
  readonly log: Log;
  readonly commandTimeoutMs?: number;
}

export interface Subscriber {
  readonly message: (text: string) => void;
  /** From now on messages are heard; those of before were not. Again after each loss of the connection. */
  readonly listening: () => void;
}

export interface RedisConnection {
  readonly state: 'up' | 'down';
  onState(listener: (state: 'up' | 'down') => void): void;
  /** Resolves when commands can be sent; throws JournalUnavailableError after the time. */
  ready(timeoutMs: number): Promise<void>;
  /** `extraMs` is what a blocking command may wait on top. Throws JournalUnavailableError; then whether it took effect is unknown. */
  call(command: readonly [string, ...Word[]], extraMs?: number): Promise<Reply>;
  /** Makes this a connection for listening only. */
  listen(channel: string, subscriber: Subscriber): void;
  close(): void;
}

const reconnect = { firstMs: 50, limitMs: 1_000 };

/** To one server; `openRedis` knows clusters too. */
export function openConnection({
  target,
  name,
  log,
  commandTimeoutMs = 5_000,
}: ConnectionOptions<ServerTarget>): RedisConnection {
  const client = createClient(target, name);
  const listeners: ((state: 'up' | 'down') => void)[] = [];
  /** How to fail each command that waits for its reply. */
  const waiting = new Set<(error: Error) => void>();
  let state: 'up' | 'down' = 'down';
  let lastError = 'not connected yet';
  let closed = false;

  function become(next: 'up' | 'down') {
    if (state === next) return;
    state = next;
    if (!closed)
      log.info({ connection: name, state, error: next === 'down' ? lastError : undefined }, `Redis is ${next}`);
    for (const listener of listeners) listener(next);
  }

  function failAll(why: string) {
    for (const fail of [...waiting]) fail(new JournalUnavailableError(why));
  }

  client.on('error', (error: Error) => {
    lastError = error.message;
  });
  client.on('ready', () => {
    lastError = 'the connection was lost';
    become('up');
  });
  client.on('close', () => {
    become('down');
    failAll('The connection to Redis was lost before the answer came');
  });
  client.on('end', () => {
    failAll('The connection to Redis is closed');
  });

  function ready(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (client.status === 'ready') return resolve();
      const timer = setTimeout(() => give(`Redis cannot be reached: ${lastError}`), timeoutMs);
      function settle() {
        clearTimeout(timer);
        client.off('ready', done);
        client.off('end', gone);
      }
      function give(why: string) {
        settle();
        reject(new JournalUnavailableError(why));
      }
      function done() {
        settle();
        resolve();
      }
      function gone() {
        give('The connection to Redis is closed');
      }
      client.once('ready', done);
      client.once('end', gone);
      if (client.status === 'end') gone();
    });
  }

  function call([command, ...words]: readonly [string, ...Word[]], extraMs = 0): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const limitMs = commandTimeoutMs + extraMs;
      const timer = setTimeout(() => {
        lastError = `no answer to ${command} in ${limitMs} ms`;
        fail(new JournalUnavailableError(`Redis did not answer in ${limitMs} ms`));
        // What else is on this connection comes after the silent command: begin afresh.
        become('down');
        failAll(`Redis did not answer in ${limitMs} ms`);
        client.disconnect(true);
      }, limitMs);
      function settle() {
        clearTimeout(timer);
        waiting.delete(fail);
      }
      function fail(error: Error) {
        settle();
        reject(error);
      }
      waiting.add(fail);
      const sent = new Command(command, [...words], { replyEncoding: null });
      client.sendCommand(sent);
      sent.promise.then(
        (reply: Reply) => {
          settle();
          resolve(reply);
        },
        (error: unknown) => {
          fail(toFault(error, lastError));
        },
      );
    });
  }

  function listen(channel: string, { message, listening }: Subscriber) {
    function subscribe() {
      client.subscribe(channel).then(listening, (error: unknown) => {
        lastError = `cannot listen: ${error instanceof Error ? error.message : String(error)}`;
        // Nobody else would try again.
        if (!closed) client.disconnect(true);
      });
    }
    client.on('message', (_channel: string, text: string) => message(text));
    client.on('ready', subscribe);
    if (client.status === 'ready') subscribe();
  }

  return {
    get state() {
      return state;
    },
    onState: (listener) => {
      listeners.push(listener);
    },
    ready,
    call,
    listen,
    close() {
      if (closed) return;
      closed = true;
      client.disconnect();
      failAll('The connection to Redis is closed');
    },
  };
}

function createClient(target: ServerTarget, connectionName: string): Redis {
  const options = {
    protocol: 2 as const,
    connectionName,
    disableClientInfo: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: null,
    connectTimeout: 5_000,
    // A timer of this length stays behind when the socket is gone already, and holds up the end of a thread.
    disconnectTimeout: 300,
    retryStrategy: (attempt: number) => backoffMs(attempt - 1, reconnect),
  };
  return 'path' in target ? new Redis({ ...options, path: target.path }) : new Redis(target.url, options);
}

function toFault(error: unknown, lastError: string): Error {
  if (!(error instanceof Error)) return new JournalUnavailableError(String(error));
  if (error.name === 'ReplyError' || 'command' in error) return new RedisReplyError(error.message);
  // ioredis's word for "not connected" is about its own options.
  const why = error.message.startsWith("Stream isn't writeable") ? lastError : error.message;
  return new JournalUnavailableError(`Redis cannot be reached: ${why}`);
}
