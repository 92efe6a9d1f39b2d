// Waiting times that double up to a limit, with jitter so that many who lost the same thing do not come back at once.

export interface BackoffOptions {
  readonly firstMs: number;
  readonly limitMs: number;
  /** 0 to 1; injected by tests. */
  readonly random?: () => number;
}

/** The wait before attempt `attempt` (from 0): between half and all of the doubled time. */
export function backoffMs(attempt: number, { firstMs, limitMs, random = Math.random }: BackoffOptions): number {
  const full = Math.min(limitMs, firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(full / 2 + (full / 2) * random());
}
