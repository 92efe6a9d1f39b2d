// A club's web space for tests: takes PUT with a name and a password, as WebDAV servers do, and gives what it has.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Scope } from './scope.ts';

export interface WebSpace {
  readonly url: string;
  readonly files: Map<string, string>;
  /** Names in the order in which they were put. */
  readonly puts: string[];
  /** Given to every request instead of an answer of its own; undefined: works. */
  status: number | undefined;
}

export async function openWebSpace(scope: Scope, user: string, password: string): Promise<WebSpace> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const name = decodeURIComponent((request.url ?? '').replace('/results/', ''));
    if (space.status !== undefined) return response.writeHead(space.status).end();
    if (request.headers.authorization !== wanted) return response.writeHead(401).end('who are you?');
    if (request.method !== 'PUT') return response.writeHead(405).end();
    const isNew = !space.files.has(name);
    space.files.set(name, Buffer.concat(chunks).toString());
    space.puts.push(name);
    return response.writeHead(isNew ? 201 : 204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  scope.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const space: WebSpace = {
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/results`,
    ...{ files: new Map(), puts: [], status: undefined },
  };
  return space;
}
