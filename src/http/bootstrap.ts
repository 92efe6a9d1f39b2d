// GET /api/bootstrap: the first thing that every page asks.
import { originsOf } from '../kit/lan-addresses.ts';
import { BootstrapSchema } from '../wire/api-access.ts';
import type { App } from './app.ts';
import type { HttpParts } from './parts.ts';

export function addBootstrap(app: App, { config, version, access, live }: HttpParts): void {
  const schema = { summary: 'What a page needs to know first', response: { 200: BootstrapSchema } };
  app.get('/api/bootstrap', { schema }, (_, reply) => {
    reply.header('cache-control', 'no-store');
    const address = app.server.address();
    const port = address && typeof address === 'object' ? address.port : config.port;
    return {
      version,
      realtimePort: live.port,
      passwordSet: access.passwordSet,
      addresses: [...originsOf(config.host, port)],
      demo: config.demo,
    };
  });
}
