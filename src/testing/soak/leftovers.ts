// Asks the soaked appliance's preload what is left after its garbage was collected.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Leftovers } from './preload.ts';

export interface LeftoversProbe {
  readonly path: string;
  /** Rejects when nobody listens there, or a thread does not answer. */
  look(): Promise<Leftovers>;
  close(): void;
}

/** Threads that work for nobody in the venue have the lowest priority, and this machine may have other things to do. */
const answerMs = 300_000;

export async function openLeftoversProbe(path: string): Promise<LeftoversProbe> {
  rmSync(path, { force: true });
  const connected = Promise.withResolvers<Socket>();
  // The appliance begins once more to take its memory: the last connection is the one that stays.
  let socket: Socket | undefined;
  const server = createServer((each) => {
    socket = each;
    each.on('error', () => each.destroy());
    connected.resolve(each);
  }).listen(path);
  await once(server, 'listening');
  return {
    path,
    async look() {
      await connected.promise;
      if (!socket || socket.destroyed) throw new Error('The appliance does not say what is left');
      const lines = createInterface(socket);
      const answer = once(lines, 'line', { signal: AbortSignal.timeout(answerMs) });
      socket.write('look\n');
      try {
        const [line] = await answer;
        return JSON.parse(String(line));
      } finally {
        lines.close();
      }
    },
    close() {
      socket?.destroy();
      server.close();
    },
  };
}
