// A Redis Cluster behind the interface of one connection: a tamed connection to each master, and each command to the one that has its
// key. ioredis's own cluster client would send commands again by itself, and leave those open whose server dies.
import { withoutNews } from '../kit/log.ts';
import { addressOf, type ClusterMap, hostOf, readClusterMap, readRedirection, urlOf } from './cluster-map.ts';
import { hashSlot, keyOf } from './hash-slot.ts';
import { JournalUnavailableError } from './journal.ts';
import {
  type ConnectionOptions,
  openConnection,
  type RedisConnection,
  RedisReplyError,
  type Reply,
  type Subscriber,
  type Word,
} from './redis-connection.ts';

type ClusterTarget = { readonly cluster: readonly string[] };
type Command = readonly [string, ...Word[]];

/** Slots move while they are asked for, one redirection each; more is a cluster that is not of one mind. */
const mostRedirections = 5;
const lookAgainMs = 500;
const connectMs = 2_000;

export function openCluster({
  target,
  name,
  log,
  commandTimeoutMs,
}: ConnectionOptions<ClusterTarget>): RedisConnection {
  const servers = new Map<string, RedisConnection>();
  /** Whoever listens can ask nothing on the same connection. */
  const ears = new Map<string, RedisConnection>();
  const wereUp = new Set<string>();
  const listeners: ((state: 'up' | 'down') => void)[] = [];
  const subscriptions: { readonly channel: string; readonly subscriber: Subscriber }[] = [];
  let map: ClusterMap | undefined;
  let state: 'up' | 'down' = 'down';
  let lastError = 'no server of the cluster has answered yet';
  let looking: Promise<void> | undefined;
  let nextLook: NodeJS.Timeout | undefined;
  let closed = false;

  function open(address: string): RedisConnection {
    const url = urlOf(address, target.cluster[0] ?? '');
    return openConnection({
      target: { url },
      name,
      log: withoutNews(log),
      ...(commandTimeoutMs && { commandTimeoutMs }),
    });
  }

  function connectionTo(address: string): RedisConnection {
    const known = servers.get(address);
    if (known) return known;
    const server = open(address);
    servers.set(address, server);
    server.onState((now) => {
      judge();
      if (now === 'up') wereUp.add(address);
      // It may come back, or another one may have its slots now.
      else if (!closed) void look();
    });
    return server;
  }

  /** At every master: a message comes from each of them, and goes on coming when one is gone. */
  function listenAt(address: string) {
    if (subscriptions.length === 0 || ears.has(address)) return;
    const ear = open(address);
    ears.set(address, ear);
    for (const { channel, subscriber } of subscriptions) ear.listen(channel, subscriber);
  }

  /** Up as long as some of the slots can be reached: the others' commands fail by themselves. */
  function judge() {
    const isUp = !closed && map?.masters.some((address) => servers.get(address)?.state === 'up');
    const next = isUp ? 'up' : 'down';
    if (next === state) return;
    state = next;
    if (!closed)
      log.info({ connection: name, state, error: isUp ? undefined : lastError }, `Redis Cluster is ${state}`);
    for (const listener of listeners) listener(state);
  }

  /** Asks one server after the other how the slots are shared out, until one knows. */
  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
      clearTimeout(nextLook);
      const isWhole = map?.masters.every((address) => servers.get(address)?.state === 'up');
      if (!closed && !isWhole) nextLook = setTimeout(() => void look(), lookAgainMs);
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    const known = [...(map?.masters ?? []), ...target.cluster.map(addressOf)];
    const up = known.filter((address) => servers.get(address)?.state === 'up');
    for (const address of new Set([...up, ...known])) {
      if (closed) return;
      try {
        const server = connectionTo(address);
        await server.ready(connectMs);
        const found = readClusterMap(await server.call(['cluster', 'SLOTS']), hostOf(address));
        if (found.masters.length === 0) throw new JournalUnavailableError('its cluster has no slots yet');
        accept(found);
        return;
      } catch (error) {
        if (!(error instanceof JournalUnavailableError)) throw error;
        lastError = `${address}: ${error.message}`;
      }
    }
  }

  function accept(found: ClusterMap) {
    if (closed) return;
    map = found;
    for (const address of found.masters) {
      connectionTo(address);
      listenAt(address);
    }
    for (const connections of [servers, ears]) {
      for (const [address, connection] of connections) {
        if (found.masters.includes(address)) continue;
        connections.delete(address);
        wereUp.delete(address);
        connection.close();
      }
    }
    judge();
  }

  function anyServer(): string | undefined {
    return map?.masters.find((address) => servers.get(address)?.state === 'up');
  }

  function homeOf(command: Command): string {
    const key = keyOf(command);
    const address = key === undefined ? anyServer() : map?.masterOf(hashSlot(key));
    if (address === undefined) throw new JournalUnavailableError(`Redis Cluster cannot be reached: ${lastError}`);
    return address;
  }

  async function callAt(address: string, command: Command, extraMs: number, isAsked: boolean): Promise<Reply> {
    const server = connectionTo(address);
    // For one that was lost nobody waits.
    if (!wereUp.has(address)) await server.ready(connectMs);
    // Both leave in one turn: nothing comes between them.
    const asking = isAsked ? server.call(['asking']) : undefined;
    const answer = server.call(command, extraMs);
    const [reply] = await Promise.all([answer, asking]);
    return reply;
  }

  async function call(command: Command, extraMs = 0): Promise<Reply> {
    if (closed) throw new JournalUnavailableError('The connection to Redis is closed');
    if (!map) await look();
    let address = homeOf(command);
    let isAsked = false;
    for (let redirections = 0; ; redirections += 1) {
      try {
        return await callAt(address, command, extraMs, isAsked);
      } catch (error) {
        const next = error instanceof RedisReplyError ? readRedirection(error.reply, hostOf(address)) : undefined;
        // Where the slot is not, nothing was done: sending it on is safe. After anything else it is for whoever asked to find out.
        if (isSharedOutAnew(error)) void look();
        if (!next || redirections === mostRedirections) throw error;
        ({ address } = next);
        isAsked = next.kind === 'ASK';
      }
    }
  }

  function ready(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (state === 'up') return resolve();
      const timer = setTimeout(() => {
        reject(new JournalUnavailableError(`Redis Cluster cannot be reached: ${lastError}`));
      }, timeoutMs);
      listeners.push((now) => {
        if (now === 'down') return;
        clearTimeout(timer);
        resolve();
      });
    });
  }

  void look();
  return {
    get state() {
      return state;
    },
    onState: (listener) => {
      listeners.push(listener);
    },
    ready,
    call,
    listen(channel, subscriber) {
      subscriptions.push({ channel, subscriber });
      for (const ear of ears.values()) ear.listen(channel, subscriber);
      for (const address of map?.masters ?? []) listenAt(address);
    },
    close() {
      if (closed) return;
      closed = true;
      clearTimeout(nextLook);
      for (const connection of [...servers.values(), ...ears.values()]) connection.close();
      judge();
    },
  };
}

/** The slots may be elsewhere than believed. */
function isSharedOutAnew(error: unknown): boolean {
  return !(error instanceof RedisReplyError) || ['MOVED', 'CLUSTERDOWN', 'READONLY'].includes(error.code);
}
