// WebSockets for many clients in one process: generator and appliance may share their cores, and the runtime's own take half as much
// again (40,000 frames over 200 sockets: 0.70 s of processor, these 0.48 s).
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
