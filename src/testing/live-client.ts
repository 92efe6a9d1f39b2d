// A `ws` client that speaks the wire contract, for tests of the sockets.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import WebSocket from 'ws';
import {
  type ClientMessage,
  clientMessageToBytes,
  type DeviceCredentials,
  protocolVersion,
} from '../wire/client-to-server.ts';
import { bytesToServerMessage, type ServerMessage } from '../wire/server-to-client.ts';

type Kind = ServerMessage['kind'];
type MessageOf<K extends Kind> = Extract<ServerMessage, { kind: K }>;

export interface LiveClient {
  readonly socket: WebSocket;
  send(message: ClientMessage): void;
  sendBytes(bytes: Uint8Array): void;
  hello(credentials?: DeviceCredentials): void;
  /** The next message, which must be of this kind. */
  next<K extends Kind>(kind: K): Promise<MessageOf<K>>;
  /** Messages that came and were not asked for yet. */
  unread(): ServerMessage[];
  /** Code and reason of the close. */
  closed(): Promise<{ readonly code: number; readonly reason: string }>;
  close(): void;
}

export type Headers = Readonly<Record<string, string>>;

/** Resolves when the socket is open. `ca`: by TLS, trusting this authority (PEM). */
export async function connectLive(
  port: number,
  path: '/scoring' | '/board',
  headers: Headers = {},
  ca?: string,
): Promise<LiveClient> {
  const url = `${ca === undefined ? 'ws' : 'wss'}://127.0.0.1:${port}${path}`;
  const socket = new WebSocket(url, { headers, perMessageDeflate: false, ...(ca !== undefined && { ca }) });
  const arrived: ServerMessage[] = [];
  let wake: (() => void) | undefined;
  socket.on('message', (bytes: Buffer) => {
    arrived.push(bytesToServerMessage(bytes));
    wake?.();
  });
  const closing = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString() });
      wake?.();
    });
  });
  await once(socket, 'open');

  async function arrival(): Promise<ServerMessage> {
    for (;;) {
      const message = arrived.shift();
      if (message) return message;
      assert.equal(socket.readyState, WebSocket.OPEN, 'the socket closed instead of saying something');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    socket,
    send: (message) => socket.send(clientMessageToBytes(message)),
    sendBytes: (bytes) => socket.send(bytes),
    hello: (credentials) =>
      socket.send(clientMessageToBytes({ kind: 'hello', protocol: protocolVersion, credentials })),
    async next(kind) {
      const message = await arrival();
      assert.equal(message.kind, kind, JSON.stringify(message));
      return message as MessageOf<typeof kind>;
    },
    unread: () => arrived,
    closed: () => closing,
    close: () => socket.close(),
  };
}

/** The HTTP status with which an upgrade is refused. */
export async function refusedUpgrade(port: number, path: string, headers: Headers): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  socket.on('error', () => {
    // The refusal; its status comes with unexpected-response.
  });
  const [, response] = await once(socket, 'unexpected-response');
  socket.terminate();
  return response.statusCode;
}
