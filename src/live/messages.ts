// What the main thread and the live thread say to each other: arrays of these, one postMessage per turn of the event loop. Frames for
// clients are encoded once and sent as bytes; commands arrive decoded.
import type { ScoringCommand } from '../domain/commands.ts';
import type { Position } from '../domain/facts.ts';
import type { Outcome } from '../intake/intake.ts';
import type { RoomLimits } from '../kit/connection-room.ts';
import type { DeviceCredentials } from '../wire/client-to-server.ts';
import type { CloseName } from '../wire/codes.ts';

/** workerData of the live thread. */
export interface LiveOptions {
  readonly host: string;
  readonly port: number;
  /** A second way in, by TLS. */
  readonly tls?: { readonly port: number; readonly keyFile: string; readonly certFile: string } | undefined;
  readonly version: string;
  /** Host names (no port) that an Origin or Host header may carry beside IP addresses, `localhost` and `*.local`. */
  readonly allowedHosts: readonly string[];
  readonly maxTopicsPerSocket: number;
  readonly maxCommandsUnderWay: number;
  readonly backpressureLimitBytes: number;
  /** Of the thread's heap; V8's own where it is not said. */
  readonly heapMegabytes?: number;
  /** Sockets at once; of tests, else as many as a venue needs. */
  readonly room?: RoomLimits;
}

/** Where a scoring device belongs, as the desk has it now. */
export interface DevicePlace {
  readonly butt: number;
  /** Which of two cards it keeps; absent: the first. */
  readonly card?: 'second';
  readonly label?: string;
  /** Where its competition is. */
  readonly at?: Position;
  /** `HOST:PORT` of live connections that may take over. */
  readonly standbys?: readonly string[];
}

export interface CommandFrame {
  readonly socket: number;
  readonly commandId: string;
  readonly command: ScoringCommand;
}

export interface OutcomeFrame {
  readonly socket: number;
  readonly commandId: string;
  readonly outcome: Outcome;
}

export type MainToLive =
  /** Answer to `greet`: who this socket is, or why it must go. */
  | { readonly kind: 'greeted'; readonly socket: number; readonly place: DevicePlace }
  | { readonly kind: 'refused'; readonly socket: number; readonly close: CloseName }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly OutcomeFrame[] }
  /**
   * Answer to `snapshotWanted`, for everybody who waits for the topic. Its `seq` is the `to` of the topic's last delta; where it is not
   * (a new epoch, a topic that came to be), every follower gets it.
   */
  | {
      readonly kind: 'snapshot';
      readonly topic: string;
      readonly epoch: string;
      readonly seq: number;
      readonly frame: Uint8Array;
    }
  /** There is none now. Its followers stay, and get the snapshot if it comes to be. */
  | { readonly kind: 'noSuchTopic'; readonly topic: string }
  | {
      readonly kind: 'delta';
      readonly topic: string;
      readonly epoch: string;
      readonly from: number;
      readonly to: number;
      readonly frame: Uint8Array;
    }
  /** Close all sockets of a device (revoked, moved). */
  | { readonly kind: 'dismiss'; readonly competition: string; readonly device: string; readonly close: CloseName }
  /** The files of the certificate hold another one now. */
  | { readonly kind: 'renewCertificate' }
  | { readonly kind: 'stop' };

export interface LiveStats {
  readonly scoringSockets: number;
  readonly boardSockets: number;
  readonly topics: number;
  readonly framesSent: number;
  readonly framesDropped: number;
  readonly malformedFrames: number;
  readonly resyncs: number;
  /** Devices with a scoring socket now, as `competition/device`. */
  readonly devices: readonly string[];
}

export type LiveToMain =
  | { readonly kind: 'listening'; readonly port: number; readonly securePort?: number }
  | { readonly kind: 'listenFailed'; readonly port: number }
  /** The library does not take it: at the start there are no sockets then, later the certificate before it stays. */
  | { readonly kind: 'certificateRefused'; readonly why: string }
  | { readonly kind: 'greet'; readonly socket: number; readonly credentials: DeviceCredentials }
  | { readonly kind: 'commands'; readonly commands: readonly CommandFrame[] }
  | { readonly kind: 'gone'; readonly socket: number }
  /** The first follower came, or the last one left. Frames of a topic that nobody watches need not be made. */
  | { readonly kind: 'watched'; readonly topic: string }
  | { readonly kind: 'unwatched'; readonly topic: string }
  | { readonly kind: 'snapshotWanted'; readonly topic: string }
  /** A delta is out on every socket: the next frame of the topic may follow. */
  | { readonly kind: 'published'; readonly topic: string; readonly to: number }
  /** About once a second. */
  | { readonly kind: 'stats'; readonly stats: LiveStats };
