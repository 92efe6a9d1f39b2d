// Where the appliance's preload listens for orders: a socket beside the data folder.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { Order } from './preload.ts';

export interface Orders {
  readonly path: string;
  /** Throws when nobody listens: a fault that does not happen proves nothing. */
  give(order: Order): void;
  close(): void;
}

export async function openOrders(path: string): Promise<Orders> {
  let listener: Socket | undefined;
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    listener = socket;
    // Killed, as a rule.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (listener === socket) listener = undefined;
    });
  }).listen(path);
  await once(server, 'listening');
  return {
    path,
    give: (order) => {
      if (!listener) throw new Error(`The appliance does not listen for orders (${order.kind})`);
      listener.write(`${JSON.stringify(order)}\n`);
    },
    close: () => {
      listener?.destroy();
      server.close();
    },
  };
}
