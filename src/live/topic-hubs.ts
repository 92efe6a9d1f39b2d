// Topics in the live thread: who follows what, and how each gets a base (a snapshot, or the deltas it missed) before the first delta that
// is published to all. No uWebSockets.js in here, so that every order of events can be tried.
//
// A follower is, per topic,
//   live     subscribed: what is published reaches it, without a gap
//   waiting  for a snapshot, or for the topic to come to be; nothing is published to it
//   behind   its network is slower than the topic: it gets a snapshot, not the backlog, when its socket has drained
import type { Position } from '../domain/facts.ts';
import { type DeltaBody, serverMessageToBytes } from '../wire/server-to-client.ts';
import { formatTopic, type Topic } from '../wire/topics.ts';
import { DeltaRing, type RingLimits, usualRingLimits } from './delta-ring.ts';
import type { MainToLive } from './messages.ts';
import type { SocketPort } from './socket-port.ts';

export type FollowState = 'live' | 'waiting' | 'behind';

export interface Follower {
  readonly port: SocketPort;
  /** Kept by TopicHubs. */
  readonly topics: Map<string, FollowState>;
}

export interface HubWorld {
  /** To every socket that joined the topic, soon; `done` is called when it is out. */
  publish(topic: string, frame: Uint8Array, done: () => void): void;
  /** What was published and is not out yet is of no use any more. */
  recall(topic: string): void;
  /** The delta up to `to` is out, or of no use. */
  published(topic: string, to: number): void;
  watched(topic: string): void;
  unwatched(topic: string): void;
  snapshotWanted(topic: string): void;
}

type SnapshotMessage = Extract<MainToLive, { kind: 'snapshot' }>;
type DeltaMessage = Extract<MainToLive, { kind: 'delta' }>;

interface Hub {
  /** The topic's own, or of things as they are inside (wire/topics.ts). */
  readonly name: string;
  readonly topic: Topic;
  readonly followers: Set<Follower>;
  /** Since the first snapshot kept: what leads from it, or from any point since, to `at`. */
  readonly ring: DeltaRing;
  /** Of the last frame; undefined until there is a snapshot. */
  at: Position | undefined;
  snapshot: { readonly seq: number; readonly frame: Uint8Array } | undefined;
  isAsked: boolean;
  isAbsent: boolean;
  emptySweeps: number;
}

/** A socket with no more than this waiting counts as drained: what one turn corks together may still be on its way out. */
const settledBytes = 16 * 1024;
/** A topic is kept for this many sweeps (seconds) after its last follower left: a reload takes up where it was. */
const sweepsUntilUnwatched = 15;

export class TopicHubs {
  readonly #world: HubWorld;
  readonly #limits: RingLimits;
  readonly #hubs = new Map<string, Hub>();
  #resyncs = 0;

  constructor(world: HubWorld, limits: RingLimits = usualRingLimits) {
    this.#world = world;
    this.#limits = limits;
  }

  get count(): number {
    return this.#hubs.size;
  }

  /** Snapshots given because a client was too slow, or because the position was lost. */
  get resyncs(): number {
    return this.#resyncs;
  }

  /**
   * Every subscription is answered: by the deltas since `since`, by one empty delta when there are none (so that a client knows that it
   * is up to date), by a snapshot, or by a notice that there is no such topic (yet: a snapshot comes when there is). Following again is
   * asking again.
   */
  follow(follower: Follower, name: string, topic: Topic, since: Position | undefined): void {
    const hub = this.#hubs.get(name) ?? this.#open(name, topic);
    hub.emptySweeps = 0;
    hub.followers.add(follower);
    this.#pause(hub, follower, 'waiting');
    if (!this.#catchUp(hub, follower, since)) this.#giveBase(hub, follower);
  }

  unfollow(follower: Follower, name: string): void {
    const hub = this.#hubs.get(name);
    if (!hub?.followers.delete(follower)) return;
    if (follower.topics.get(name) === 'live') follower.port.leave(name);
    follower.topics.delete(name);
  }

  gone(follower: Follower): void {
    for (const name of [...follower.topics.keys()]) this.unfollow(follower, name);
  }

  snapshot({ topic, epoch, seq, frame }: SnapshotMessage): void {
    const hub = this.#hubs.get(topic);
    if (!hub) return;
    const continues = hub.at?.epoch === epoch && hub.at.seq === seq;
    if (!continues) {
      hub.ring.clear();
      this.#world.recall(topic);
    }
    hub.at = { epoch, seq };
    hub.snapshot = { seq, frame };
    hub.isAsked = false;
    hub.isAbsent = false;
    for (const follower of hub.followers) {
      const state = follower.topics.get(topic);
      if (state === 'waiting') this.#giveBase(hub, follower);
      else if (state === 'live' && !continues) this.#giveAgain(hub, follower);
    }
  }

  delta({ topic, epoch, from, to, frame }: DeltaMessage): void {
    const hub = this.#hubs.get(topic);
    // Without a position nobody is live, and the snapshot on its way holds what this delta says.
    if (!hub?.at) {
      this.#world.published(topic, to);
    } else if (hub.at.epoch !== epoch || hub.at.seq !== from) {
      this.#startAgain(hub);
      this.#world.published(topic, to);
    } else {
      hub.at = { epoch, seq: to };
      hub.ring.push({ from, to, frame });
      this.#world.publish(topic, frame, () => this.#world.published(topic, to));
    }
  }

  noSuchTopic(name: string): void {
    const hub = this.#hubs.get(name);
    if (!hub) return;
    forget(hub);
    this.#world.recall(name);
    hub.isAsked = false;
    hub.isAbsent = true;
    for (const follower of hub.followers) {
      if (follower.topics.get(name) === 'behind') continue;
      this.#pause(hub, follower, 'waiting');
      this.#giveBase(hub, follower);
    }
  }

  /** A frame for this follower was dropped: it gets nothing more until it has drained. */
  lag(follower: Follower): void {
    for (const [name, state] of follower.topics) {
      const hub = this.#hubs.get(name);
      if (hub && state === 'live') this.#pause(hub, follower, 'behind');
    }
  }

  /** Its socket took some bytes: as many topics as it can take now get their snapshot. */
  drained(follower: Follower): void {
    for (const [name, state] of follower.topics) {
      const hub = this.#hubs.get(name);
      if (state !== 'behind' || !hub) continue;
      if (follower.port.backlogBytes() > settledBytes) return;
      this.#giveAgain(hub, follower);
    }
  }

  /** About once a second: topics that nobody followed for a while are forgotten. */
  sweep(): void {
    for (const hub of this.#hubs.values()) {
      hub.emptySweeps = hub.followers.size === 0 ? hub.emptySweeps + 1 : 0;
      if (hub.emptySweeps <= sweepsUntilUnwatched) continue;
      this.#hubs.delete(hub.name);
      this.#world.unwatched(hub.name);
    }
  }

  #open(name: string, topic: Topic): Hub {
    const hub: Hub = {
      name,
      topic,
      followers: new Set(),
      ring: new DeltaRing(this.#limits),
      at: undefined,
      snapshot: undefined,
      isAsked: false,
      isAbsent: false,
      emptySweeps: 0,
    };
    this.#hubs.set(name, hub);
    this.#world.watched(name);
    return hub;
  }

  #pause(hub: Hub, follower: Follower, state: 'waiting' | 'behind'): void {
    if (follower.topics.get(hub.name) === 'live') follower.port.leave(hub.name);
    follower.topics.set(hub.name, state);
  }

  /** The position is lost (a gap or an epoch without a snapshot): everybody waits for a new one. */
  #startAgain(hub: Hub): void {
    forget(hub);
    this.#world.recall(hub.name);
    for (const follower of hub.followers) {
      if (follower.topics.get(hub.name) === 'live') this.#resyncs += 1;
      this.#pause(hub, follower, 'waiting');
    }
    this.#ask(hub);
  }

  #ask(hub: Hub): void {
    if (hub.isAsked) return;
    hub.isAsked = true;
    this.#world.snapshotWanted(hub.name);
  }

  /** True when the deltas kept lead from `since` to now, and were given. */
  #catchUp(hub: Hub, follower: Follower, since: Position | undefined): boolean {
    if (!hub.at || since?.epoch !== hub.at.epoch) return false;
    const frames = since.seq === hub.at.seq ? [emptyDelta(hub, hub.at)] : hub.ring.since(since.seq);
    if (!frames) return false;
    this.#give(hub, follower, frames);
    return true;
  }

  #giveAgain(hub: Hub, follower: Follower): void {
    this.#resyncs += 1;
    this.#pause(hub, follower, 'waiting');
    this.#giveBase(hub, follower);
  }

  /**
   * The snapshot kept and the deltas since, while they are cheaper than a new snapshot, which is asked for otherwise; or the notice that
   * there is no such topic now.
   */
  #giveBase(hub: Hub, follower: Follower): void {
    const frames = hub.isAbsent ? [missingNotice(formatTopic(hub.topic))] : baseOf(hub);
    if (frames) this.#give(hub, follower, frames);
    else this.#ask(hub);
  }

  #give(hub: Hub, follower: Follower, frames: readonly Uint8Array[]): void {
    const { port } = follower;
    if (port.backlogBytes() > settledBytes) {
      this.#pause(hub, follower, 'behind');
      return;
    }
    let isTaken = true;
    port.together(() => {
      isTaken = frames.every((frame) => port.send(frame));
    });
    if (!isTaken) {
      this.#pause(hub, follower, 'behind');
    } else if (!hub.isAbsent) {
      follower.topics.set(hub.name, 'live');
      port.join(hub.name);
    }
  }
}

function forget(hub: Hub): void {
  hub.at = undefined;
  hub.snapshot = undefined;
  hub.ring.clear();
}

function baseOf({ at, snapshot, ring }: Hub): readonly Uint8Array[] | undefined {
  if (!at || !snapshot) return undefined;
  if (snapshot.seq === at.seq) return [snapshot.frame];
  const deltas = ring.since(snapshot.seq);
  const bytes = deltas?.reduce((sum, frame) => sum + frame.length, 0) ?? Number.POSITIVE_INFINITY;
  return deltas && bytes <= snapshot.frame.length ? [snapshot.frame, ...deltas] : undefined;
}

function emptyDelta({ topic }: Hub, at: Position): Uint8Array {
  const body = emptyBodyOf(topic);
  return serverMessageToBytes({
    kind: 'delta',
    topic: formatTopic(topic),
    epoch: at.epoch,
    from: at.seq,
    to: at.seq,
    body,
  });
}

function emptyBodyOf({ kind }: Topic): DeltaBody {
  if (kind === 'leaderboard') return { kind, scores: [], rows: [] };
  return kind === 'target' ? { kind: 'targetSheet', ends: [], archers: [] } : { kind: 'nothing' };
}

export function missingNotice(topic: string): Uint8Array {
  return serverMessageToBytes({ kind: 'notice', code: 'noSuchTopic', topic });
}
