// GET /api/bootstrap: the first thing that every page asks.
import { originOf, originsOf } from '../kit/lan-addresses.ts';
import { BootstrapSchema } from '../wire/api-access.ts';
import type { App } from './app.ts';
import type { HttpParts } from './parts.ts';

/** `secureServer` comes to listen only after the routes are there. */
export function addBootstrap(app: App, parts: HttpParts, secureServer: { readonly port: number | undefined }): void {
  const { config, version, access, live, network, outlets } = parts;

  function secure() {
    if (secureServer.port === undefined || live.securePort === undefined) return null;
    const { root } = network;
    return { port: secureServer.port, realtimePort: live.securePort, fingerprint: root?.fingerprint ?? null };
  }

  function pusher() {
    if (!outlets?.pusher) return null;
    const { key, cluster = null, host = null, port = null, tls } = outlets.pusher;
    return { key, cluster, host, port, tls };
  }

  const schema = { summary: 'What a page needs to know first', response: { 200: BootstrapSchema } };
  app.get('/api/bootstrap', { schema }, (request, reply) => {
    reply.header('cache-control', 'no-store');
    const address = app.server.address();
    const port = address && typeof address === 'object' ? address.port : config.port;
    return {
      version,
      realtimePort: (request.protocol === 'https' ? live.securePort : undefined) ?? live.port,
      passwordSet: access.passwordSet,
      addresses: [...originsOf(config.host, port, network.addresses)],
      goneAddresses: network.goneAddresses.map((gone) => originOf(gone, port)),
      name: network.name ?? null,
      secure: secure(),
      demo: config.demo,
      pusher: pusher(),
    };
  });
}
