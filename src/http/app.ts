// The Fastify instance with what holds for every request: limits, checks, headers, errors in one shape. Routes are added by others.
import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger, { type SwaggerTransform } from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify } from 'fastify';
import { Type } from 'typebox';
import type { Standbys } from '../standby/standbys.ts';
import { limitConnections, serverTimes, silenceMs } from './connection-limits.ts';
import { addressOf, isByControlSocket } from './control-connections.ts';
import { commonErrors } from './documented-errors.ts';
import { sendError, sendRefusal } from './error-answers.ts';
import { RefusalError } from './errors.ts';
import { isGraphqlUpgrade } from './graphql/graphql-path.ts';
import { checkHost, checkOrigin } from './host-guard.ts';
import type { Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';
import { relaySource, type SocketPorts, setSecurityHeaders } from './security-headers.ts';

const bodyLimitBytes = 1024;
/** A phone on bad Wi-Fi may take long over an import; nobody may take for ever. */
const requestTimeoutMs = 60_000;

/** What holds for every request needs no more than this. */
export type AppParts = Pick<HttpParts, 'version' | 'log' | 'connections' | 'outlets'> & {
  readonly config: Pick<HttpParts['config'], 'allowedHosts'>;
  readonly live: SocketPorts;
  readonly standbys?: Pick<Standbys, 'liveAddresses'> | undefined;
};

export async function createApp(parts: AppParts, metrics: Pick<Metrics, 'observeRequest'>) {
  const { config, version, live, log, connections, outlets } = parts;
  const relay = outlets?.pusher ? relaySource(outlets.pusher) : '';
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    http: { shouldUpgradeCallback: isGraphqlUpgrade, ...serverTimes },
    requestTimeout: requestTimeoutMs,
    connectionTimeout: silenceMs,
    // What is asked for is what is taken: no text for a number, nothing filled in.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    frameworkErrors: (error, _, reply) => {
      sendError(reply, error, log);
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  limitConnections(app.server, connections);
  // Answers are what the schemas say: tests hold every one to them. Nothing is left out or made to fit on the way.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));

  app.setErrorHandler((error, _, reply) => sendError(reply, error, log));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/');
    if (!wantsPage) return sendRefusal(reply, new RefusalError('notFound'));
    const page =
      '<!doctype html><meta charset="utf-8"><title>Tenring</title><p>There is nothing at this address. <a href="/">Tenring</a>\n';
    return reply.code(404).type('text/html; charset=utf-8').send(page);
  });
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, live, relay, parts.standbys?.liveAddresses());
    // No browser can reach the control socket.
    if (isByControlSocket(request)) return;
    checkHost(request, config.allowedHosts);
    checkOrigin(request);
  });
  app.addHook('onResponse', async (request, reply) => {
    metrics.observeRequest(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode);
  });
  await app.register(fastifyCookie);
  await app.register(fastifyRateLimit, {
    global: false,
    keyGenerator: addressOf,
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.ceil(ttl / 1_000);
      return new RefusalError(
        'tooManyRequests',
        { retryAfterSeconds: String(seconds) },
        { retryAfterSeconds: seconds },
      );
    },
  });
  await app.register(fastifySwagger, {
    transform: describeRoute,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tenring',
        version,
        description:
          'Whatever changes a competition becomes a fact in its journal. Reads come from memory, with the journal’s position as ETag. ' +
          'Every error is `{error: {code, message, details}}`. Whatever changes something takes an `x-command-id` of 32 hex digits: ' +
          'sent again with the same id it takes effect once.',
      },
      components: { securitySchemes: { organiser: { type: 'apiKey', in: 'cookie', name: 'tenring' } } },
    },
  });
  return app;
}

/** What no route says for itself: the errors that any of its kind may answer, and the header that makes a command safe to repeat. */
function describeRoute({ schema, url, route }: Parameters<SwaggerTransform>[0]): ReturnType<SwaggerTransform> {
  const kind = {
    organiser: schema.security !== undefined,
    body: [route.method].flat().some((method) => method !== 'GET'),
  };
  const response = { ...Object(schema.response), ...commonErrors(kind) };
  const headers = kind.organiser && kind.body ? { headers: CommandHeaders } : {};
  return { url, schema: { ...schema, ...headers, response } };
}

const CommandHeaders = Type.Object({
  'x-command-id': Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{32}$',
      description: 'Made by the client: sent again with the same id it takes effect once',
    }),
  ),
});

export type App = Awaited<ReturnType<typeof createApp>>;
