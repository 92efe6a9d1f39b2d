// The shooting clock on one screen: what the desk has set, heard by its topic, and the appliance's time, asked for again and again on the
// same connection. What is shown at a moment is worked out from the two (domain/clock), so that all screens show the same.
import {
  type ClockFace,
  clockFaceAt,
  nextFaceChange,
  type ShootingClock,
  sinceClockSignal,
} from '../../src/domain/clock/shooting-clock.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
import type { Topic } from '../../src/wire/topics.ts';
import type { TopicListener } from '../link/link.ts';
import { createApplianceTime } from './appliance-time.ts';

export interface ClockWorld {
  /** A clock that never jumps. */
  localMs(): number;
  /** Returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** What a clock needs of the page's one connection. */
export interface ClockSource {
  follow(topic: Topic, listener: TopicListener): () => void;
  /** False when not live. */
  send(message: ClientMessage): boolean;
}

export type TimeAnswer = Extract<ServerMessage, { kind: 'time' }>;

/** Where no time is known yet there is no face: a wrong second is worse than none. */
export interface ShownClock {
  readonly clock: ShootingClock;
  readonly face: ClockFace;
  /** Until it looks different, unless something is set; undefined while it stands still. */
  readonly changesInMs: number | undefined;
  /** Since the line was called, began or had to stop. For sounds: one that would come late is none. */
  readonly sinceSignalMs: number;
}

export interface ClockStore {
  /** The same object until something is set or heard. */
  readonly clock: () => ShootingClock | undefined;
  readonly shown: () => ShownClock | undefined;
  /** By the appliance's clock, whole milliseconds; undefined while it is not known. */
  readonly now: () => number | undefined;
  /** Half of the round trip that the time comes from. */
  readonly errorMs: () => number | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shown until the appliance says something else: what this screen is just setting. Undefined: it was refused, back to what was heard. */
  expect(clock: ShootingClock | undefined): void;
  /** The connection is live, or the page is looked at again: ask what time it is. */
  ask(): void;
  answer(message: TimeAnswer): void;
  /** Stops following and asking. */
  close(): void;
}

/** A few close together, of which the shortest counts; then now and then, because clocks drift. */
const firstAsksMs = [0, 60, 150, 300, 600, 1_000];
const askAgainMs = 15_000;

export function createClockStore(source: ClockSource, competition: string, world: ClockWorld): ClockStore {
  const time = createApplianceTime(world.localMs);
  const listeners = new Set<() => void>();
  let clock: ShootingClock | undefined;
  let heard: ShootingClock | undefined;
  let cancels: (() => void)[] = [];

  function changed() {
    for (const listener of listeners) listener();
  }

  function set(next: ShootingClock | undefined) {
    heard = next;
    clock = next;
    changed();
  }

  const unfollow = source.follow(
    { kind: 'clock', competition, session: 0 },
    {
      snapshot(body) {
        if (body.kind === 'clock') set(body.clock);
      },
      delta(body) {
        if (body.kind === 'whole' && body.whole.kind === 'clock') set(body.whole.clock);
      },
      missing: () => set(undefined),
    },
  );

  function askOnce() {
    source.send({ kind: 'time', clientTimeMs: world.localMs() });
  }

  function askNowAndThen() {
    cancels = [
      world.after(askAgainMs, () => {
        askOnce();
        askNowAndThen();
      }),
    ];
  }

  function stopAsking() {
    for (const cancel of cancels) cancel();
    cancels = [];
  }

  function now() {
    const ms = time.now();
    return ms === undefined ? undefined : Math.round(ms);
  }

  function shown(): ShownClock | undefined {
    const at = time.now();
    if (!clock || at === undefined) return undefined;
    const next = nextFaceChange(clock, at);
    return {
      clock,
      face: clockFaceAt(clock, at),
      changesInMs: next === undefined ? undefined : next - at,
      sinceSignalMs: sinceClockSignal(clock, at),
    };
  }

  return {
    clock: () => clock,
    shown,
    now,
    errorMs: () => time.fit?.errorMs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    expect(next) {
      clock = next ?? heard;
      changed();
    },
    ask() {
      stopAsking();
      const asks = firstAsksMs.map((wait) => world.after(wait, askOnce));
      askNowAndThen();
      cancels = [...asks, ...cancels];
    },
    answer({ clientTimeMs, serverTimeMs }) {
      const isFirst = time.fit === undefined;
      time.learn({ sentMs: clientTimeMs, serverMs: serverTimeMs, heardMs: world.localMs() });
      if (isFirst) changed();
    },
    close() {
      stopAsking();
      unfollow();
      listeners.clear();
    },
  };
}
