// Which server of a Redis Cluster has which slots, as CLUSTER SLOTS says.
import type { Reply } from './redis-connection.ts';
import { listOf, numberOf, textOf } from './redis-replies.ts';

export interface ClusterMap {
  /** Addresses (`host:port`) of all masters that have slots. */
  readonly masters: readonly string[];
  /** Undefined for a slot that nobody has. */
  masterOf(slot: number): string | undefined;
}

/** `asked` is the host that answered: a server that does not know its own address leaves it out. */
export function readClusterMap(reply: Reply, asked: string): ClusterMap {
  const ranges = listOf(reply).map((range) => {
    const [first, last, master] = listOf(range);
    const [host, port] = listOf(master);
    const name = Buffer.isBuffer(host) ? textOf(host) : '';
    return { first: numberOf(first), last: numberOf(last), address: `${name || asked}:${numberOf(port)}` };
  });
  return {
    masters: [...new Set(ranges.map(({ address }) => address))],
    masterOf: (slot) => ranges.find(({ first, last }) => slot >= first && slot <= last)?.address,
  };
}

export interface Redirection {
  readonly kind: 'MOVED' | 'ASK';
  readonly address: string;
}

/** `MOVED 3999 127.0.0.1:6381`; the host is empty where it is the one that was asked. */
export function readRedirection(message: string, asked: string): Redirection | undefined {
  const [, kind, host, port] = /^(MOVED|ASK) \d+ (.*):(\d+)$/.exec(message) ?? [];
  if (kind !== 'MOVED' && kind !== 'ASK') return undefined;
  return { kind, address: `${host || asked}:${port}` };
}

export function hostOf(address: string): string {
  return address.slice(0, address.lastIndexOf(':'));
}

/** `redis://user:password@host:port/…` → `host:port`. */
export function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname.replace(/^\[(.*)\]$/, '$1')}:${port || '6379'}`;
}

/** Of the same kind, and with the same user and password, as the one that was given. */
export function urlOf(address: string, given: string): string {
  const { protocol, username, password } = new URL(given);
  const user = username || password ? `${username}:${password}@` : '';
  const host = hostOf(address);
  return `${protocol}//${user}${host.includes(':') ? `[${host}]` : host}${address.slice(host.length)}`;
}
