// The shooting clocks on one screen: what the desk has set, heard by their topics, and the appliance's time, asked for again and again on the
// same connection. What is shown at a moment is worked out from the two (domain/clock), so that all screens show the same.
import {
  clockKey,
  clockToShow,
  type KeptClock,
  type KeptFace,
  keptFaceAt,
  lineClockKey,
  matchClockKey,
  nextKeptFaceChange,
  sinceKeptSignal,
} from '../../src/domain/clock/kept-clock.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { ServerMessage, SnapshotBody } from '../../src/wire/server-to-client.ts';
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

export type ClockTopic = Extract<Topic, { readonly kind: 'clock' | 'matchClock' | 'clocks' }>;

/** Where no time is known yet there is no face: a wrong second is worse than none. */
export interface ShownClock {
  readonly kept: KeptClock;
  readonly shown: KeptFace;
  /** Until it looks different, or another one is shown, unless something is set; undefined while all stand still. */
  readonly changesInMs: number | undefined;
  /** Since the line was called, began or had to stop. For sounds: one that would come late is none. */
  readonly sinceSignalMs: number;
}

export interface ClockStore {
  /** Those that are set: the same array until something is set or heard. */
  readonly clocks: () => readonly KeptClock[];
  /** Of several the one that goes (clockToShow). `keys`: only these, the first before the others. */
  readonly shown: (keys?: readonly string[]) => ShownClock | undefined;
  /** By the appliance's clock, whole milliseconds; undefined while it is not known. */
  readonly now: () => number | undefined;
  /** Half of the round trip that the time comes from. */
  readonly errorMs: () => number | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shown until the appliance says something else of this clock: what this screen is just setting. Undefined: it was refused. */
  expect(key: string, clock: KeptClock | undefined): void;
  /** The connection is live, or the page is looked at again: ask what time it is. */
  ask(): void;
  answer(message: TimeAnswer): void;
  /** Stops following and asking. */
  close(): void;
}

function clocksIn(topic: ClockTopic, body: SnapshotBody): readonly KeptClock[] {
  if (body.kind === 'clocks') return body.clocks;
  if (body.kind === 'clock' && topic.kind === 'clock')
    return [{ of: 'lines', session: topic.session, clock: body.clock }];
  if (body.kind !== 'matchClock' || topic.kind !== 'matchClock') return [];
  return [{ of: 'match', event: topic.event, match: topic.match, clock: body.clock }];
}

/** Whether a topic speaks of a clock: what it does not tell any more is gone. */
function isOf(topic: ClockTopic, key: string): boolean {
  if (topic.kind === 'clocks') return true;
  return key === (topic.kind === 'clock' ? lineClockKey(topic.session) : matchClockKey(topic.event, topic.match));
}

const isSame = (a: KeptClock | undefined, b: KeptClock | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** A few close together, of which the shortest counts; then now and then, because clocks drift. */
const firstAsksMs = [0, 60, 150, 300, 600, 1_000];
const askAgainMs = 15_000;

export function createClockStore(source: ClockSource, topics: readonly ClockTopic[], world: ClockWorld): ClockStore {
  const time = createApplianceTime(world.localMs);
  const listeners = new Set<() => void>();
  let heard: ReadonlyMap<string, KeptClock> = new Map();
  const expected = new Map<string, KeptClock>();
  let clocks: readonly KeptClock[] = [];
  let cancels: (() => void)[] = [];

  function changed() {
    clocks = [...new Map([...heard, ...expected]).values()];
    for (const listener of listeners) listener();
  }

  function hear(topic: ClockTopic, told: readonly KeptClock[]) {
    const before = heard;
    const others = [...before].filter(([key]) => !isOf(topic, key));
    heard = new Map([...others, ...told.map((each) => [clockKey(each), each] as const)]);
    for (const key of expected.keys()) {
      if (isOf(topic, key) && !isSame(heard.get(key), before.get(key))) expected.delete(key);
    }
    changed();
  }

  const unfollows = topics.map((topic) =>
    source.follow(topic, {
      snapshot: (body) => hear(topic, clocksIn(topic, body)),
      delta(body) {
        if (body.kind === 'whole') hear(topic, clocksIn(topic, body.whole));
      },
      missing: () => hear(topic, []),
    }),
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

  /** Without keys in the order of the topics. */
  function among(keys: readonly string[] | undefined): readonly KeptClock[] {
    if (keys) return keys.flatMap((key) => clocks.filter((each) => clockKey(each) === key));
    return topics.flatMap((topic) => clocks.filter((each) => isOf(topic, clockKey(each))));
  }

  function shown(keys?: readonly string[]): ShownClock | undefined {
    const at = time.now();
    const choice = among(keys);
    const kept = at === undefined ? undefined : clockToShow(choice, at);
    if (!kept || at === undefined) return undefined;
    const changes = choice.map((each) => nextKeptFaceChange(each, at)).filter((next) => next !== undefined);
    return {
      kept,
      shown: keptFaceAt(kept, at),
      changesInMs: changes.length === 0 ? undefined : Math.min(...changes) - at,
      sinceSignalMs: sinceKeptSignal(kept, at),
    };
  }

  return {
    clocks: () => clocks,
    shown,
    now,
    errorMs: () => time.fit?.errorMs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    expect(key, next) {
      if (next) expected.set(key, next);
      else expected.delete(key);
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
      for (const unfollow of unfollows) unfollow();
      listeners.clear();
    },
  };
}
