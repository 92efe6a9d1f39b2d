// One open socket as sessions and topics use it: uWebSockets.js behind a few verbs. After the socket has closed, they do nothing.
import type { CloseName } from '../wire/codes.ts';

export interface SocketPort {
  /** False when the frame was dropped because too much is waiting already. */
  send(frame: Uint8Array): boolean;
  /** Bytes that the network has not taken yet. */
  backlogBytes(): number;
  /** What `run` sends leaves in as few packets as possible. */
  together(run: () => void): void;
  /** From now on it gets what is published on the topic. */
  join(topic: string): void;
  leave(topic: string): void;
  close(name: CloseName): void;
  /** Without a word: for a socket that takes no more bytes. */
  cut(): void;
}
