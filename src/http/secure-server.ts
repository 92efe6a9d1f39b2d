// The same routes over https. Node's server, not a second Fastify: one set of routes, limits and hooks answers at every way in.
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { ServerCertificate } from '../network/server-certificate.ts';
import type { App } from './app.ts';
import { limitConnections, serverTimes, silenceMs } from './connection-limits.ts';
import { isGraphqlUpgrade } from './graphql/graphql-path.ts';
import type { HttpParts } from './parts.ts';

export interface SecureServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Of the http server too. */
const closeWithinMs = 3_000;

const pairOf = ({ key, cert }: ServerCertificate) => ({ key, cert });

/** Undefined without TLS. Rejects with the system's error when it cannot listen. */
export async function openSecureServer(app: App, parts: HttpParts): Promise<SecureServer | undefined> {
  const { config, network } = parts;
  if (!config.tls || !network.certificate) return undefined;
  const server = createServer(
    {
      ...pairOf(network.certificate),
      ...serverTimes,
      requestTimeout: app.server.requestTimeout,
      shouldUpgradeCallback: isGraphqlUpgrade,
    },
    (request, response) => app.routing(request, response),
  );
  server.setTimeout(silenceMs);
  limitConnections(server, parts.connections);
  // GraphQL's sockets wait for their upgrades at the http server.
  server.on('upgrade', (...upgrade) => void app.server.emit('upgrade', ...upgrade));
  // Newcomers get the new one; who is connected stays.
  network.onCertificate(() => {
    if (network.certificate) server.setSecureContext(pairOf(network.certificate));
  });
  server.listen(config.tls.port, config.host);
  await once(server, 'listening');
  return { port: portOf(server, config.tls.port), close: () => closeServer(server) };
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return address && typeof address === 'object' ? address.port : asked;
}

async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), closeWithinMs);
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await closed;
  clearTimeout(timer);
}
