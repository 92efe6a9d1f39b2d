// WebSockets for many clients in one process: a runtime's own costs the generator several times as much, and generator and appliance
// may share their cores.
import WebSocket from 'ws';
import type { OpenSocket } from '../simulated-tablet.ts';

/** As simulated-tablet.ts wants it. */
export const openLoadSocket: OpenSocket = (url, { opened, heard, closed }) => {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  let isOpen = false;
  socket.on('open', () => {
    isOpen = true;
    opened();
  });
  // Frames are binary and whole: never an array of parts.
  socket.on('message', (bytes) => heard(bytes as Buffer));
  // A close follows.
  socket.on('error', () => socket.terminate());
  socket.on('close', closed);
  return {
    send: (bytes) => {
      if (isOpen) socket.send(bytes);
    },
    close: () => socket.close(),
  };
};
