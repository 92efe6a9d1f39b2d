// Short-lived state (sessions, pairing codes, rate limits): keys with a time to live, evictable, shared by nodes, worth nothing after a
// restart. In Redis beside the journal; a twin in memory for tests.

export interface ShortLivedStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Adds one and returns the new count; the time to live starts with the first. */
  increment(key: string, ttlSeconds: number): Promise<number>;
}
