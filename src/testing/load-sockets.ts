// The other side of the sockets that a load opens: what it hears, and what the appliance says.
import type { OpenSocket, SocketListeners } from '../simulator/simulated-tablet.ts';
import { bytesToClientMessage, type ClientMessage } from '../wire/client-to-server.ts';
import { type ServerMessage, serverMessageToBytes } from '../wire/server-to-client.ts';

export interface LoadSocketSide {
  readonly listeners: SocketListeners;
  readonly heard: ClientMessage[];
  isClosed: boolean;
  say(message: ServerMessage): void;
}

export function createLoadSockets(): { readonly sockets: LoadSocketSide[]; readonly openSocket: OpenSocket } {
  const sockets: LoadSocketSide[] = [];
  return {
    sockets,
    openSocket: (_, listeners) => {
      const socket: LoadSocketSide = {
        listeners,
        heard: [],
        isClosed: false,
        say: (message) => listeners.heard(serverMessageToBytes(message)),
      };
      sockets.push(socket);
      return {
        send: (bytes) => socket.heard.push(bytesToClientMessage(bytes)),
        close: () => {
          socket.isClosed = true;
          listeners.closed(1005);
        },
      };
    },
  };
}
