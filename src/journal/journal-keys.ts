// The names of the journal's keys. The braces are Redis Cluster's hash tag: all of one competition is in one slot.

export const registryKey = 'tenring:competitions';

/** Password, join secret and one-time codes of nodes that share a Redis. */
export const accessKey = 'tenring:access';

/** Where appends are told: `who seq stream`. */
export const appendsChannel = 'tenring:appends';

export function streamKey(competition: string): string {
  return `{${competition}}:journal`;
}

export function epochKey(competition: string): string {
  return `{${competition}}:epoch`;
}

/** When each node's archive was last there, by group. */
export const archivesKey = 'tenring:archives';

/** Records that an archive would like to borrow. */
export const wishesKey = 'tenring:wishes';

export function lentKey(competition: string, wish: string): string {
  return `{${competition}}:lent:${wish}`;
}

export function shortLivedKey(key: string): string {
  return `tenring:short-lived:${key}`;
}

/** Undefined for a key that is no stream of ours. */
export function competitionOfStream(key: string): string | undefined {
  return /^\{(.*)\}:journal$/s.exec(key)?.[1];
}
