// The ways by which a page that only looks hears of boards: the socket on the venue's network, or the relay on the internet. One interface.
import type { Position } from '../../src/domain/facts.ts';
import type { PusherAddress } from '../../src/wire/api-access.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { DeltaBody, SnapshotBody } from '../../src/wire/server-to-client.ts';
import type { Topic } from '../../src/wire/topics.ts';
import type { LinkState } from '../link/link-state.ts';

export interface TransportListener {
  /** `sentAtMs`, of the relay only: by the venue's clock. */
  snapshot(body: SnapshotBody, at: Position, sentAtMs?: number): void;
  delta(body: DeltaBody, at: Position): void;
  /** There is nothing with this name. */
  missing(): void;
}

/** An answer of the HTTP interface, followed: it comes again when it is another one. */
export interface AnswerListener {
  answer(value: unknown): void;
  missing(): void;
}

export interface ViewerTransport {
  start(): void;
  stop(): void;
  /** Something makes success likely. */
  nudge(): void;
  /** The network has gone: do not wait to notice it. */
  distrust(): void;
  /** Returns what stops following. */
  follow(topic: Topic, listener: TransportListener): () => void;
  /** False when not live, and where nothing can be said. */
  send(message: ClientMessage): boolean;
  readonly state: LinkState;
  /** Milliseconds since 1970, by this device: what is shown was true then. */
  readonly heardAt: number | undefined;
}

export interface RelayTransport extends ViewerTransport {
  followAnswer(competition: string, address: string, listener: AnswerListener): () => void;
}

export type OpenRelay = (address: PusherAddress, changed: () => void) => RelayTransport;
