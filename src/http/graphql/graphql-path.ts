// Where GraphQL is, for whoever has to know it before a request is routed.
import type { IncomingMessage } from 'node:http';

export const graphqlPath = '/api/graphql';

/** Whether a request is to become a socket: others that ask for an upgrade, as some clients do for HTTP/2, are answered as they are. */
export function isGraphqlUpgrade({ method, url = '', headers }: IncomingMessage): boolean {
  const [path] = url.split('?', 1);
  return method === 'GET' && path === graphqlPath && headers.upgrade?.toLowerCase() === 'websocket';
}
