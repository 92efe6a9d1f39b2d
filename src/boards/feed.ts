// One watched topic: what has changed since its last frame, and when the next frame may go. The first change goes at once, the next frame
// when the last one is out on every socket, never later than `latestMs` after the change, even when that answer is late.
import type { Position } from '../domain/facts.ts';
import type { CompetitionView } from '../intake/intake.ts';
import type { Clock } from '../kit/clock.ts';
import type { Live } from '../live/live.ts';
import { type DeltaBody, type SnapshotBody, serverMessageToBytes } from '../wire/server-to-client.ts';
import { formatTopic, type Topic } from '../wire/topics.ts';
import { deltaBodyOf, fingerprintOf, isWhole, snapshotBodyOf } from './board-body.ts';
import type { Touch } from './touches.ts';

export type BoardSink = Pick<Live, 'snapshot' | 'delta' | 'noSuchTopic'>;

export interface Pace {
  /** Frames of a topic are at least this far apart, so that a burst of single facts becomes a few frames. */
  readonly gapMs: number;
  readonly latestMs: number;
}

export interface FeedWorld {
  readonly sink: BoardSink;
  readonly pace: Pace;
  readonly clock: Pick<Clock, 'sleep'>;
  find(competition: string): CompetitionView | undefined;
}

export class Feed {
  /** The topic's own, or of things as they are inside (wire/topics.ts). */
  readonly name: string;
  readonly topic: Topic;
  /** In frames. */
  readonly #wireName: string;
  readonly #world: FeedWorld;
  /** Of the last frame; undefined until somebody asked for a snapshot, and while there is nothing to show. */
  #at: Position | undefined;
  #isAbsent = false;
  #needsSnapshot = false;
  #changed = new Map<number, Set<number> | 'all'>();
  /** Whether a topic that is sent whole looks different now. */
  #news: 'none' | 'perhaps' | 'surely' = 'none';
  /** Of what everybody who follows the topic has; undefined when that is not known. */
  #fingerprint: Uint8Array | undefined;
  /** The `to` of the last delta while it is not out yet. */
  #underWay: number | undefined;
  /** Of the waits that are running; an older one that ends says nothing. */
  #rest: object | undefined;
  #deadline: object | undefined;
  #isClosed = false;

  constructor(name: string, topic: Topic, world: FeedWorld) {
    this.name = name;
    this.topic = topic;
    this.#wireName = formatTopic(topic);
    this.#world = world;
  }

  /**
   * A snapshot at the topic's position, the `to` of its last delta, so that all who follow it have one position whenever they came. What is
   * pending is in it already, and comes once more with the next delta: deltas say how things are, so that changes nothing.
   * In another epoch everybody gets the snapshot; where there is nothing to show, a note that there is not.
   */
  sendSnapshot(): void {
    this.#needsSnapshot = false;
    const view = this.#view();
    const body = this.#body();
    this.#isAbsent = !body;
    if (!view || !body) {
      this.#forget();
      this.#world.sink.noSuchTopic(this.name);
      return;
    }
    if (this.#at?.epoch !== view.at.epoch) this.#forget();
    if (!this.#at) this.#fingerprint = fingerprintOf(body);
    this.#at ??= view.at;
    const frame = serverMessageToBytes({ kind: 'snapshot', topic: this.#wireName, at: this.#at, body });
    this.#world.sink.snapshot({ topic: this.name, ...this.#at, frame });
  }

  /** Takes note of a change; `settle` comes when all of a commit are noted. */
  touch(touch: Touch): void {
    if (this.#isAbsent) {
      this.#needsSnapshot = true;
    } else if (isWhole(this.topic)) {
      this.#news = 'surely';
    } else if (!('entry' in touch)) {
      this.#needsSnapshot = true;
    } else if (touch.kind !== 'end') {
      this.#changed.set(touch.entry.number, 'all');
    } else {
      const ends = this.#changed.get(touch.entry.number) ?? new Set();
      if (ends !== 'all') this.#changed.set(touch.entry.number, ends.add(touch.end));
    }
  }

  settle(epoch: string): void {
    const isWatched = this.#isAbsent || this.#at !== undefined;
    if (!isWatched) {
      // The first snapshot is still to be asked for, and will hold it all.
      this.#forget();
    } else if (this.#needsSnapshot || (this.#at && this.#at.epoch !== epoch)) {
      const isStillAbsent = this.#isAbsent && !this.#body();
      this.#forget();
      if (!isStillAbsent) this.sendSnapshot();
    } else {
      this.#sendWhenDue();
    }
  }

  /** It may look different, and is sent only if it does. */
  lookAgain(epoch: string): void {
    if (this.#isAbsent) this.#needsSnapshot = true;
    else if (!isWhole(this.topic)) this.#needsSnapshot ||= this.#hasOtherHead();
    else if (this.#news === 'none') this.#news = 'perhaps';
    this.settle(epoch);
  }

  /** The whole competition is another one. */
  replaced(): void {
    this.#needsSnapshot = true;
    this.settle('');
  }

  published(to: number): void {
    if (this.#underWay !== undefined && to >= this.#underWay) this.#underWay = undefined;
    this.#sendWhenDue();
  }

  close(): void {
    this.#isClosed = true;
  }

  #view(): CompetitionView | undefined {
    return this.#world.find(this.topic.competition);
  }

  #body(): SnapshotBody | undefined {
    const view = this.#view();
    return view && snapshotBodyOf(this.topic, view.state);
  }

  get #hasNews(): boolean {
    return this.#changed.size > 0 || this.#news !== 'none';
  }

  #forget(): void {
    this.#at = undefined;
    this.#fingerprint = undefined;
    this.#needsSnapshot = false;
    this.#noteSent();
  }

  #noteSent(): void {
    this.#changed = new Map();
    this.#news = 'none';
  }

  #sendWhenDue(): void {
    if (this.#isClosed || !this.#hasNews) return;
    if (this.#underWay === undefined && this.#rest === undefined) this.#sendDelta();
    else if (this.#deadline === undefined) this.#startDeadline();
  }

  #startDeadline(): void {
    const deadline = {};
    this.#deadline = deadline;
    this.#world.clock.sleep(this.#world.pace.latestMs).then(() => {
      if (this.#deadline !== deadline || this.#isClosed) return;
      this.#deadline = undefined;
      if (this.#hasNews) this.#sendDelta();
    });
  }

  #startRest(): void {
    const { gapMs } = this.#world.pace;
    if (gapMs === 0) return;
    const rest = {};
    this.#rest = rest;
    this.#world.clock.sleep(gapMs).then(() => {
      if (this.#rest !== rest) return;
      this.#rest = undefined;
      this.#sendWhenDue();
    });
  }

  #sendDelta(): void {
    const view = this.#view();
    if (!this.#at || view?.at.epoch !== this.#at.epoch) {
      this.sendSnapshot();
      return;
    }
    const body = deltaBodyOf(this.topic, view.state, this.#changed);
    if (!body) {
      this.sendSnapshot();
      return;
    }
    const isNews = this.#isNews(body);
    this.#noteSent();
    this.#deadline = undefined;
    if (!isNews) return;
    const { epoch, seq: from } = this.#at;
    const to = view.at.seq;
    this.#at = view.at;
    this.#underWay = to;
    this.#startRest();
    const frame = serverMessageToBytes({ kind: 'delta', topic: this.#wireName, epoch, from, to, body });
    this.#world.sink.delta({ topic: this.name, epoch, from, to, frame });
  }

  /**
   * What was surely touched is sent even when it looks the same: who caused it waits to see this position. Of the rest, only what looks
   * different from what was sent last.
   */
  #isNews(body: DeltaBody): boolean {
    if (body.kind !== 'whole') return true;
    const before = this.#fingerprint;
    this.#fingerprint = fingerprintOf(body.whole);
    return this.#news === 'surely' || !isSame(before, this.#fingerprint);
  }

  #hasOtherHead(): boolean {
    const body = this.#body();
    return !body || !isSame(this.#fingerprint, fingerprintOf(body));
  }
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one?.length === other?.length && (one?.every((byte, index) => byte === other?.[index]) ?? true);
}
