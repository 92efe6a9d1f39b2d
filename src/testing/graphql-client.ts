// GraphQL as a client speaks it: queries by injected requests, subscriptions by a real socket (graphql-transport-ws).
import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import type { Answer, HttpDesk } from './http-desk.ts';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly details?: Readonly<Record<string, string>> };
}

export interface GraphqlAnswer<T> {
  readonly data: T;
  readonly errors?: readonly GraphqlError[];
}

export function post(desk: HttpDesk, query: string, variables: object = {}, anonymous = false): Promise<Answer> {
  return desk.ask('POST', '/api/graphql', { json: { query, variables }, anonymous });
}

/** Nobody's session; every error is the test's. */
export async function read<T>(desk: HttpDesk, query: string, variables: object = {}): Promise<T> {
  const { data, errors } = (await post(desk, query, variables, true)).read<GraphqlAnswer<T>>();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export function codesOf(answer: Answer): readonly (string | undefined)[] {
  return (answer.read<GraphqlAnswer<unknown>>().errors ?? []).map(({ extensions }) => extensions?.code);
}

export interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

export interface GraphqlSocket {
  readonly socket: WebSocket;
  send(message: object): void;
  subscribe(id: string, query: string, variables?: object): void;
  /** Waits for one that has not been taken yet. */
  next(id?: string): Promise<Message>;
  /** What has come and was not taken. */
  readonly waiting: readonly Message[];
  /** The close code. */
  readonly closed: Promise<number>;
}

/** `ready`: after the greeting; else the socket is only open. */
export async function openSocket(port: number, options: ClientOptions = {}, ready = true): Promise<GraphqlSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/graphql`, 'graphql-transport-ws', options);
  const waiting: Message[] = [];
  const closed = once(socket, 'close').then(([code]) => Number(code));
  socket.on('message', (data) => {
    waiting.push(JSON.parse(String(data)));
    socket.emit('taken-up');
  });
  await once(socket, 'open');
  const client: GraphqlSocket = {
    socket,
    waiting,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    subscribe: (id, query, variables) =>
      client.send({ id, type: 'subscribe', payload: { query, ...(variables && { variables }) } }),
    async next(id) {
      for (;;) {
        const index = waiting.findIndex((message) => message.id === id);
        const [message] = index < 0 ? [] : waiting.splice(index, 1);
        if (message) return message;
        await once(socket, 'taken-up');
      }
    },
  };
  if (!ready) return client;
  client.send({ type: 'connection_init' });
  await client.next();
  return client;
}
