// The WebSocket side of a Pusher-like server: protocol 7 as publicly described, public and cache channels.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PublishedEvent } from './judge-request.ts';

export interface PusherSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  publish(event: PublishedEvent): void;
  /** Channels that somebody is subscribed to, with how many are. */
  occupied(): ReadonlyMap<string, number>;
  /** What a cache channel would give a newcomer. */
  cached(channel: string): PublishedEvent | undefined;
  /** As when the last event is older than Pusher keeps it. */
  forget(channel: string): void;
  /** Ends all connections with a code of the protocol: 4000 never again, 4100 later, 4200 at once. */
  closeAll(code: number): void;
  readonly connections: number;
  close(): void;
}

const activityTimeoutSeconds = 120;
const isCacheChannel = (channel: string) => /^(?:private-|presence-|private-encrypted-)?cache-/.test(channel);

interface Frame {
  readonly event?: unknown;
  readonly data?: unknown;
}

export function createPusherSockets(key: string): PusherSockets {
  const server = new WebSocketServer({ noServer: true });
  const subscribers = new Map<string, Set<WebSocket>>();
  const last = new Map<string, PublishedEvent>();
  let sockets = 0;

  function say(socket: WebSocket, event: string, data: unknown, channel?: string) {
    // Data of the protocol's own events is JSON within JSON.
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    socket.send(JSON.stringify({ event, data: text, ...(channel !== undefined && { channel }) }));
  }

  function subscribe(socket: WebSocket, channel: string) {
    const all = subscribers.get(channel) ?? new Set();
    subscribers.set(channel, all.add(socket));
    say(socket, 'pusher_internal:subscription_succeeded', {}, channel);
    if (!isCacheChannel(channel)) return;
    const kept = last.get(channel);
    if (kept) say(socket, kept.name, kept.data, channel);
    else say(socket, 'pusher:cache_miss', '', channel);
  }

  function unsubscribe(socket: WebSocket, channel: string) {
    const all = subscribers.get(channel);
    all?.delete(socket);
    if (all?.size === 0) subscribers.delete(channel);
  }

  function take(socket: WebSocket, { event, data }: Frame) {
    const channel = data && typeof data === 'object' && 'channel' in data ? String(data.channel) : '';
    if (event === 'pusher:ping') say(socket, 'pusher:pong', {});
    else if (event === 'pusher:subscribe') subscribe(socket, channel);
    else if (event === 'pusher:unsubscribe') unsubscribe(socket, channel);
    else if (event !== 'pusher:pong') say(socket, 'pusher:error', { code: null, message: `Unknown event ${event}` });
  }

  function greet(socket: WebSocket, { url }: IncomingMessage) {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://pusher.test');
    if (pathname !== `/app/${key}`) return refuse(socket, 4001, 'Application does not exist');
    if (searchParams.get('protocol') !== '7') return refuse(socket, 4007, 'Unsupported protocol version');
    say(socket, 'pusher:connection_established', {
      socket_id: `${sockets}.${sockets + 1}`,
      activity_timeout: activityTimeoutSeconds,
    });
  }

  function refuse(socket: WebSocket, code: number, message: string) {
    say(socket, 'pusher:error', { code, message });
    socket.close(code, message);
  }

  server.on('connection', (socket, request) => {
    sockets += 1;
    socket.on('message', (bytes) => take(socket, JSON.parse(String(bytes))));
    socket.on('close', () => {
      for (const channel of [...subscribers.keys()]) unsubscribe(socket, channel);
    });
    greet(socket, request);
  });

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (open) => server.emit('connection', open, request)),
    publish(event) {
      if (isCacheChannel(event.channel)) last.set(event.channel, event);
      for (const socket of subscribers.get(event.channel) ?? []) say(socket, event.name, event.data, event.channel);
    },
    occupied: () => new Map([...subscribers].map(([channel, all]) => [channel, all.size])),
    cached: (channel) => last.get(channel),
    forget: (channel) => void last.delete(channel),
    closeAll(code) {
      for (const socket of server.clients) socket.close(code);
    },
    get connections() {
      return server.clients.size;
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
