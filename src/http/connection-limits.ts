// What one may hold without sending a whole request: connections by the thousand, a header that never ends (slow-loris), an answer that is
// never read. For every server that the routes are on.
import type { Server } from 'node:http';
import { createConnectionRoom, type RoomLimits } from '../kit/connection-room.ts';

/** Browsers open six at most: a hundred and more phones behind one router. */
export const usualRoom: RoomLimits = { perAddress: 1_000, inAll: 10_000 };

/** Of Node's server, as it is made. Connections are looked through that often: a time-out is noticed no later. */
export const serverTimes = { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 } as const;

/** Without a byte in either direction: a peer that asked and does not read is cut. */
export const silenceMs = 120_000;

/** Newcomers without a place are cut without a word: an answer would cost more than they did. */
export function limitConnections(server: Pick<Server, 'on'>, limits: RoomLimits = usualRoom): void {
  const room = createConnectionRoom(limits);
  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    if (!room.enter(remoteAddress)) {
      socket.destroy();
      return;
    }
    socket.once('close', () => room.leave(remoteAddress));
  });
}
