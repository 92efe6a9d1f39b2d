// The sockets as the main thread sees them. `openLive` (live-worker.ts) starts the thread; boards/ and the appliance use this interface.
import type { DeviceCredentials } from '../wire/client-to-server.ts';
import type { CloseName } from '../wire/codes.ts';
import type { CommandFrame, DevicePlace, LiveStats, OutcomeFrame } from './messages.ts';

export interface TopicFrame {
  readonly topic: string;
  readonly epoch: string;
  readonly frame: Uint8Array;
}

export interface LiveListeners {
  /** Decides who a socket is: answer with `greet` or `refuse`. */
  greet(socket: number, credentials: DeviceCredentials): void;
  /** Commands of greeted scoring sockets. Each is answered once with `answer`, in any order. */
  commands(commands: readonly CommandFrame[]): void;
  gone(socket: number): void;
  watched(topic: string): void;
  unwatched(topic: string): void;
  snapshotWanted(topic: string): void;
  published(topic: string, to: number): void;
  /** A new certificate cannot be used: the one before it stays. */
  certificateRefused(why: string): void;
  /** The thread died: a defect. */
  failed(error: Error): void;
}

export interface Live {
  readonly port: number;
  /** Of sockets by TLS; undefined without. */
  readonly securePort: number | undefined;
  greet(socket: number, place: DevicePlace): void;
  refuse(socket: number, close: CloseName): void;
  /** Collects the answers of one turn of the event loop into one message. */
  answer(outcome: OutcomeFrame): void;
  snapshot(frame: TopicFrame & { readonly seq: number }): void;
  noSuchTopic(topic: string): void;
  delta(frame: TopicFrame & { readonly from: number; readonly to: number }): void;
  dismiss(competition: string, device: string, close: CloseName): void;
  /** Newcomers by TLS get what the certificate's files hold now. */
  renewCertificate(): void;
  stats(): LiveStats;
  /** Tells clients, closes sockets, ends the thread. */
  close(): Promise<void>;
}
