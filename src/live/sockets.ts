// The listening sockets together: the plain gate, the one by TLS, and those of older certificates for as long as anybody is connected
// there. A frame is encoded once and published at every gate, so that topics do not know by which one a viewer came.
import { createConnectionRoom, type RoomLimits } from '../kit/connection-room.ts';
import { createFanOut } from './fan-out.ts';
import type { LiveOptions } from './messages.ts';
import type { Session, SocketRole } from './session.ts';
import { createGate, type Gate, type GateWorld } from './socket-gate.ts';
import type { SocketPort } from './socket-port.ts';

export interface SocketEvents {
  opened(role: SocketRole, port: SocketPort): Session;
  closed(session: Session): void;
  dropped(): void;
}

export interface Ports {
  readonly port: number;
  /** Absent without TLS. */
  readonly securePort?: number;
}

export type Listening =
  | (Ports & { readonly kind: 'listening' })
  | { readonly kind: 'portTaken'; readonly port: number }
  | { readonly kind: 'certificateRefused'; readonly why: string };

export interface Sockets {
  listen(): Listening;
  /** Newcomers by TLS get what the certificate's files hold now; who is connected stays. Says why where that cannot be. */
  renewCertificate(): string | undefined;
  publish(topic: string, frame: Uint8Array, done: () => void): void;
  recall(topic: string): void;
  /** No more connections; the open ones go on. */
  stopListening(): void;
  /** Ends whatever is open. Must be called before the thread ends, or Node aborts. */
  close(): void;
  readonly framesSent: number;
}

/** About 1.3 ms of writing. */
const socketsPerSlice = 200;

/** A socket costs some 10 KB: what one address can take is nothing to the box, and is more than a venue behind one router needs. */
const usualRoom: RoomLimits = { perAddress: 2_000, inAll: 20_000 };

export function createSockets(options: LiveOptions, events: SocketEvents): Sockets {
  let framesSent = 0;
  const fanOut = createFanOut({
    slice: socketsPerSlice,
    publishTo(cohort, frame) {
      for (const gate of allGates()) gate.publish(cohort, frame);
    },
    defer: setImmediate,
  });
  const world: GateWorld = {
    options,
    fanOut,
    room: createConnectionRoom(options.room ?? usualRoom),
    ...events,
    sent(frames) {
      framesSent += frames;
    },
  };
  const plain = createGate(world);
  let secure: { readonly gate: Gate; readonly port: number } | undefined;
  let older: readonly Gate[] = [];

  const allGates = () => [plain, ...(secure ? [secure.gate] : []), ...older];

  function listenSecurely(port: number): Listening | undefined {
    if (!options.tls) return undefined;
    let gate: Gate;
    try {
      gate = createGate(world, options.tls);
    } catch (error) {
      return { kind: 'certificateRefused', why: String(error) };
    }
    const listening = takeOver(gate, port);
    if (listening === undefined) {
      gate.close();
      return { kind: 'portTaken', port };
    }
    if (secure) older = [...older, secure.gate];
    secure = { gate, port: listening };
    return undefined;
  }

  /** The new gate listens before the old one ends, so that nobody finds the port closed; the system refuses that for a port that it chose. */
  function takeOver(gate: Gate, port: number): number | undefined {
    const beside = gate.listen(port);
    secure?.gate.stopListening();
    if (beside !== undefined || !secure) return beside;
    const after = gate.listen(port);
    if (after === undefined) secure.gate.listen(port);
    return after;
  }

  /** Gates of older certificates that the last one has left. */
  function closeEmptyGates() {
    for (const gate of older) if (gate.socketCount === 0) gate.close();
    older = older.filter(({ socketCount }) => socketCount > 0);
  }

  return {
    listen() {
      const port = plain.listen(options.port);
      if (port === undefined) return { kind: 'portTaken', port: options.port };
      const failure = listenSecurely(options.tls?.port ?? 0);
      return failure ?? { kind: 'listening', port, ...(secure && { securePort: secure.port }) };
    },
    renewCertificate() {
      if (!secure) return undefined;
      const failure = listenSecurely(secure.port);
      closeEmptyGates();
      if (!failure || failure.kind === 'listening') return undefined;
      return failure.kind === 'portTaken' ? `port ${failure.port} is taken` : failure.why;
    },
    publish: fanOut.publish,
    recall: fanOut.recall,
    stopListening() {
      for (const gate of allGates()) gate.stopListening();
    },
    close() {
      for (const gate of allGates()) gate.close();
    },
    get framesSent() {
      return framesSent;
    },
  };
}
