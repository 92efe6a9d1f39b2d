// What one client may ask of GraphQL, in one table: a query is free to write, so what it may cost is bounded before it runs. The thread
// that answers it also acknowledges arrows.

export const graphqlLimits = {
  bodyBytes: 16 * 1024,
  /** Of a query's text, so that parsing is bounded too. */
  tokens: 2_000,
  /** Introspection as clients write it is 14 deep; of the schema's own fields nothing is deeper than that. */
  depth: 16,
  /** Values in an answer, estimated before it is made (query-cost.ts). */
  cost: 40_000,
  /** Documents that are kept parsed and validated. */
  keptDocuments: 100,
  requestsPerMinute: 600,
  /** Of `first`. */
  pageSize: 1_000,
  /** Of `first` in a subscription: it is sent again and again. */
  watchedPageSize: 100,
  sockets: 200,
  subscriptionsPerSocket: 20,
  subscriptions: 500,
  /** Subscriptions that one socket may ever begin: what is kept of each, also of a refused one, ends with the socket only. */
  startsPerSocket: 1_000,
  /** For the first message of a new socket. */
  initMs: 10_000,
  /** Without a subscription. */
  idleMs: 60_000,
  /** A peer that has not answered the ping before is gone. */
  pingMs: 20_000,
  /** Between two values of one subscription; the first change after a quiet time leaves at once. */
  pushEveryMs: 100,
  /** Values that leave together, of all subscriptions: with more to send each of them gets fewer. */
  pushesPerTurn: 20,
  /** Sockets that do not answer the closing are cut then. */
  closeMs: 1_000,
} as const;

export type GraphqlLimits = { readonly [Key in keyof typeof graphqlLimits]: number };
