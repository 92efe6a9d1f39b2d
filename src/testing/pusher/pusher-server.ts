// A Pusher-like server of our own on loopback, for the real `pusher` and `pusher-js`: there is no internet where tests run. Its faults are
// those that an uplink has.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Scope } from '../scope.ts';
import { judgeRequest, type PublishedEvent, type PusherApp, type PusherRequest, readEvents } from './judge-request.ts';
import { createPusherSockets, type PusherSockets } from './pusher-sockets.ts';

/**
 * Of the HTTP side: a status for every request; `hang`: no answer at all; `refuse`: connections are cut; `flap`: by turns as it should be and
 * cut.
 */
export type Fault = 'none' | 'hang' | 'refuse' | 'flap' | { readonly status: number; readonly retryAfter?: number };

export interface PusherServer {
  readonly app: PusherApp;
  readonly port: number;
  readonly sockets: PusherSockets;
  fault: Fault;
  /** By its own clock; undefined: the machine's. */
  nowMs: number | undefined;
  /** Published, in order. */
  readonly events: PublishedEvent[];
  /** Of each request that published something: how many events. */
  readonly batches: number[];
  /** Every request with what it was answered; 0: nothing. */
  readonly answers: { readonly path: string; readonly status: number }[];
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function toRequest({ method = 'GET', url = '/' }: IncomingMessage, body: string): PusherRequest {
  const { pathname, searchParams } = new URL(url, 'http://pusher.test');
  return { method, path: pathname, params: new Map(searchParams), body };
}

export const testApp: PusherApp = { id: '1234', key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' };

export async function openPusherServer(scope: Scope, app: PusherApp = testApp): Promise<PusherServer> {
  const sockets = createPusherSockets(app.key);
  const http = createServer();
  const connections = new Set<Socket>();
  const held = new Set<ServerResponse>();
  let requests = 0;

  function answer(response: ServerResponse, path: string, status: number, body: unknown, retryAfter?: number) {
    server.answers.push({ path, status });
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  /** Whether the request has got what the fault gives. */
  function misbehave(response: ServerResponse, path: string): boolean {
    const { fault } = server;
    if (fault === 'none' || (fault === 'flap' && requests % 2 === 0)) return false;
    if (typeof fault === 'object') answer(response, path, fault.status, 'as a test wants it', fault.retryAfter);
    else server.answers.push({ path, status: 0 });
    if (fault === 'hang') held.add(response);
    if (fault === 'refuse' || fault === 'flap') response.socket?.destroy();
    return true;
  }

  function perform(request: PusherRequest, response: ServerResponse) {
    const { path } = request;
    const refusal = judgeRequest(app, request, server.nowMs ?? Date.now());
    if (refusal) return answer(response, path, refusal.status, refusal.message);
    if (request.method === 'GET') return answer(response, path, 200, channelsOf(request));
    const events = readEvents(request);
    if ('status' in events) return answer(response, path, events.status, events.message);
    server.events.push(...events);
    server.batches.push(events.length);
    for (const event of events) sockets.publish(event);
    return answer(response, path, 200, path.endsWith('/batch_events') ? { batch: events.map(() => ({})) } : {});
  }

  function channelsOf({ params }: PusherRequest) {
    const prefix = params.get('filter_by_prefix') ?? '';
    const counted = params.get('info')?.includes('subscription_count') ?? false;
    const found = [...sockets.occupied()].filter(([channel]) => channel.startsWith(prefix));
    return {
      channels: Object.fromEntries(
        found.map(([channel, count]) => [channel, counted ? { subscription_count: count } : {}]),
      ),
    };
  }

  http.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  http.on('request', async (request, response) => {
    // Pages elsewhere may ask, too.
    const body = await readBody(request);
    requests += 1;
    const asked = toRequest(request, body);
    if (!misbehave(response, asked.path)) perform(asked, response);
  });
  http.on('upgrade', (request, socket, head) => {
    if (server.fault === 'refuse') socket.destroy();
    else sockets.upgrade(request, socket, head);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();

  const server: PusherServer = {
    ...{ app, sockets, events: [], batches: [], answers: [] },
    port: address && typeof address === 'object' ? address.port : 0,
    fault: 'none',
    nowMs: undefined,
    async close() {
      sockets.close();
      for (const socket of connections) socket.destroy();
      if (!http.listening) return;
      http.close();
      await once(http, 'close');
    },
  };
  scope.after(server.close);
  return server;
}
