// GET and POST /api/graphql, and subscriptions by WebSocket at the same address. Everything that mercurius offers beyond that stays off.
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, RouteOptions } from 'fastify';
import { specifiedRules, validate } from 'graphql';
import mercurius, { type IResolvers } from 'mercurius';
import type { App } from '../app.ts';
import { type ErrorCode, errorKinds, RefusalError } from '../errors.ts';
import { isOwnOrigin } from '../host-guard.ts';
import type { HttpParts } from '../parts.ts';
import { contextOf } from './context.ts';
import { graphqlErrorOf, sayError, statusOfError } from './graphql-errors.ts';
import { graphqlPath, isGraphqlUpgrade } from './graphql-path.ts';
import { type GraphqlLimits, graphqlLimits } from './limits.ts';
import { costOfDocument } from './query-cost.ts';
import { competitionResolvers } from './resolve-competition.ts';
import { eventResolvers } from './resolve-event.ts';
import { subscriptionResolvers } from './resolve-subscription.ts';
import { schemaText } from './schema.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { createWatching } from './watch-committed.ts';

export async function addGraphql(app: App, parts: HttpParts, limits: GraphqlLimits = graphqlLimits): Promise<void> {
  // In a scope of its own: its errors have GraphQL's shape, its limits are its own.
  await app.register(async (scope: FastifyInstance) => {
    const sockets = createSockets(limits);
    const watching = createWatching(parts.intake, limits);
    addChecks(scope, sockets);
    scope.addHook('onRoute', describeRoute);
    await addSockets(scope, sockets, limits);
    await addMercurius(scope, parts, { sockets, watching, limits });
    scope.addHook('preClose', async () => {
      watching.close();
      sockets.close();
    });
  });
}

/** The protocol on the sockets; the older one of the same library has no name for what went wrong. */
const protocol = 'graphql-transport-ws';

function addChecks(scope: FastifyInstance, sockets: Sockets): void {
  scope.addHook('onRequest', async ({ raw, headers }, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isGraphqlUpgrade(raw)) return;
    // Host was judged with every request; a socket is a GET, of which no origin is asked elsewhere. It carries the organiser's cookie, also
    // from a page of another port of this machine: so the origin has to be the very page's.
    const { host = '', origin, 'sec-websocket-protocol': protocols = '' } = headers;
    if (origin !== undefined && !isOwnOrigin(origin, host)) throw new RefusalError('wrongOrigin');
    if (!protocols.split(',').some((each) => each.trim() === protocol))
      throw new RefusalError('badRequest', { why: `the socket has to speak ${protocol}` });
    sockets.checkRoom();
  });
  // Nobody reads a connection that was to become a socket and did not.
  scope.addHook('onResponse', async ({ raw }) => {
    if (isGraphqlUpgrade(raw)) raw.socket.destroySoon();
  });
}

async function addSockets(scope: FastifyInstance, sockets: Sockets, { bodyBytes }: GraphqlLimits): Promise<void> {
  await scope.register(websocket, {
    options: { maxPayload: bodyBytes, handleProtocols: () => protocol },
    errorHandler: (_, socket) => socket.terminate(),
    // Nothing is closed here: sockets.ts does it, and cuts those that do not answer.
    preClose: (done) => done(),
  });
  scope.websocketServer.on('connection', (socket) => sockets.add(socket));
}

interface Machinery {
  readonly sockets: Sockets;
  readonly watching: ReturnType<typeof createWatching>;
  readonly limits: GraphqlLimits;
}

async function addMercurius(
  scope: FastifyInstance,
  parts: HttpParts,
  { sockets, watching, limits }: Machinery,
): Promise<void> {
  const { log } = parts;
  const max = limits.requestsPerMinute;
  await scope.register(mercurius, {
    schema: schemaText,
    resolvers: {
      ...competitionResolvers,
      ...eventResolvers,
      ...subscriptionResolvers(watching, sockets),
    } as IResolvers,
    path: graphqlPath,
    graphiql: false,
    allowBatchedQueries: false,
    queryDepth: limits.depth,
    cache: limits.keptDocuments,
    graphql: { parseOptions: { maxTokens: limits.tokens } },
    context: (request) => contextOf(request, parts),
    additionalRouteOptions: {
      bodyLimit: limits.bodyBytes,
      config: { rateLimit: { max, timeWindow: 60_000 } },
    },
    errorFormatter: ({ data, errors }) => ({
      statusCode: 200,
      response: { data: data ?? null, errors: errors.flatMap((error) => sayError(error, log)) as never },
    }),
    errorHandler: (error, _, reply) => sendGraphqlError(reply, error, parts),
    subscription: {
      context: (socket, request) => ({ ...contextOf(request, parts), socket: sockets.readyStateOf(socket) }),
      fullWsTransport: false,
    },
  });

  scope.graphql.addHook('preParsing', async (_, source) => refuseTree(source));
  scope.graphql.addHook('preExecution', (schema, document, _, variables) =>
    checkCost(limits, costOfDocument(schema, document, variables ?? {}, limits.pageSize)),
  );
  // Mercurius executes subscriptions as they come, and writes down what is thrown here itself.
  scope.graphql.addHook('preSubscriptionExecution', async (schema, document) => {
    try {
      const [wrong] = validate(schema, document, specifiedRules, { maxErrors: 1 });
      if (wrong) throw new RefusalError('badRequest', { why: wrong.message });
      checkCost(limits, costOfDocument(schema, document, undefined, limits.watchedPageSize));
    } catch (error) {
      throw error instanceof RefusalError ? graphqlErrorOf(error) : error;
    }
  });
}

/**
 * Mercurius takes a parsed document as JSON for a query, too: then nobody has counted its tokens, and validation trips over whatever is no
 * document. No query is JSON. Throws RefusalError.
 */
function refuseTree(source: string): void {
  try {
    JSON.parse(source);
  } catch {
    return;
  }
  throw new RefusalError('badRequest', { why: 'a query is written in GraphQL, not in JSON' });
}

/** Throws RefusalError. */
function checkCost({ cost: most }: GraphqlLimits, cost: number): void {
  if (cost > most)
    throw new RefusalError('badRequest', {
      why: `the answer may hold ${cost} values, more than ${most}: ask for less`,
    });
}

async function sendGraphqlError(reply: FastifyReply, error: unknown, { log }: Pick<HttpParts, 'log'>): Promise<void> {
  const errors = sayError(error, log);
  if (error instanceof RefusalError && error.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(error.retryAfterSeconds));
  await reply
    .code(statusOfError(error))
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ errors });
}

/** Before a query is run: of the document, of the request, of this appliance. */
const refusals: readonly ErrorCode[] = [
  ...(['badRequest', 'wrongOrigin', 'tooLarge', 'unsupportedMediaType', 'wrongHost', 'tooManyRequests'] as const),
  ...(['internal', 'unavailable'] as const),
];

/** What the description of the interface says; mercurius's own schema would make texts of the numbers in paths. */
function describeRoute(route: RouteOptions): void {
  if (route.url !== graphqlPath) return;
  const shape = { type: 'object', properties: { data: {}, errors: { type: 'array' } } };
  const answers = [
    [200, 'data, and errors of single fields, as GraphQL has them'] as const,
    ...refusals.map((code) => [errorKinds[code].status, `errors with ${code} in extensions.code`] as const),
  ];
  route.schema = {
    ...route.schema,
    summary: route.method === 'GET' ? 'A GraphQL query; as a WebSocket: subscriptions' : 'A GraphQL query',
    description: 'Introspection gives the schema with its descriptions.',
    response: Object.fromEntries(answers.map(([status, description]) => [status, { ...shape, description }])),
  };
}
