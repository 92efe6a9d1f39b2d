// Boards and answers from the relay, by their names: listens to as many channels as a board has parts, and puts them together.
import type { Position } from '../../src/domain/facts.ts';
import { MalformedError } from '../../src/wire/malformed.ts';
import { type Collected, collectPart, nothingCollected } from '../../src/wire/relay/collect-parts.ts';
import { aliveName, relayChannel } from '../../src/wire/relay/relay-channel.ts';
import { dataToPart, type PartContent, type RelayPart } from '../../src/wire/relay/relay-part.ts';
import { type Freshness, nothingFresh, withSign } from './freshness.ts';
import type { Channels } from './pusher-channels.ts';

export interface WholeListener {
  /** `sentAtMs` by the venue's clock. */
  whole(content: PartContent, at: Position, sentAtMs: number): void;
  /** Nothing of it was sent lately. */
  missing(): void;
}

export interface RelayReader {
  /** Returns what stops following. */
  follow(competition: string, name: string, listener: WholeListener): () => void;
  readonly freshness: Freshness;
  close(): void;
}

export interface ReaderWorld {
  readonly channels: Channels;
  now(): number;
  /** Something came: `freshness` is another one. */
  heard(): void;
}

interface Followed {
  readonly listeners: Set<WholeListener>;
  readonly stops: (() => void)[];
  collected: Collected;
  isMissing: boolean;
}

export function createRelayReader({ channels, now, heard }: ReaderWorld): RelayReader {
  const all = new Map<string, Followed>();
  const alive = new Map<string, () => void>();
  let freshness = nothingFresh;

  function hear(data: unknown, isKept: boolean): RelayPart | undefined {
    let part: RelayPart;
    try {
      part = dataToPart(data);
    } catch (error) {
      // Of a later version: the page shows what it understands.
      if (error instanceof MalformedError) return undefined;
      throw error;
    }
    freshness = withSign(freshness, {
      ...{ sentAtMs: part.sentAtMs, heardAtMs: now(), isKept },
      everyMs: everyMsOf(part),
    });
    heard();
    return part;
  }

  function take(followed: Followed, part: RelayPart) {
    const before = followed.collected;
    followed.collected = collectPart(before, part);
    if (followed.collected.whole && followed.collected.whole !== before.whole) {
      followed.isMissing = false;
      for (const listener of followed.listeners) tell(listener, followed);
    }
  }

  function tell(listener: WholeListener, { collected, isMissing }: Followed) {
    if (collected.whole) listener.whole(collected.whole.content, collected.whole.at, collected.sentAtMs);
    else if (isMissing) listener.missing();
  }

  /** The first part tells how many there are. */
  function listenToParts(name: string, followed: Followed) {
    while (followed.stops.length < followed.collected.of) {
      const part = followed.stops.length;
      const stop = channels.listen(relayChannel(name, part), {
        event(data, isKept) {
          const heardPart = hear(data, isKept);
          if (heardPart?.name !== name) return;
          take(followed, heardPart);
          listenToParts(name, followed);
        },
        missed() {
          if (part > 0 || followed.collected.whole) return;
          followed.isMissing = true;
          for (const listener of followed.listeners) listener.missing();
        },
      });
      followed.stops.push(stop);
    }
  }

  function begin(name: string): Followed {
    const followed: Followed = { listeners: new Set(), stops: [], collected: nothingCollected, isMissing: false };
    all.set(name, followed);
    listenToParts(name, followed);
    return followed;
  }

  return {
    follow(competition, name, listener) {
      if (!alive.has(competition))
        alive.set(
          competition,
          channels.listen(relayChannel(aliveName(competition), 0), {
            event: (data, isKept) => void hear(data, isKept),
            missed: heard,
          }),
        );
      const followed = all.get(name) ?? begin(name);
      followed.listeners.add(listener);
      tell(listener, followed);
      return () => {
        followed.listeners.delete(listener);
        if (followed.listeners.size > 0 || all.get(name) !== followed) return;
        all.delete(name);
        for (const stop of followed.stops) stop();
      };
    },
    get freshness() {
      return freshness;
    },
    close() {
      for (const { stops } of all.values()) for (const stop of stops) stop();
      for (const stop of alive.values()) stop();
      all.clear();
      alive.clear();
    },
  };
}

function everyMsOf({ name, content }: RelayPart): number | undefined {
  if (!name.startsWith('alive/') || content.kind !== 'document') return undefined;
  const { value } = content;
  const found = value && typeof value === 'object' && 'everyMs' in value ? value.everyMs : undefined;
  return typeof found === 'number' && found > 0 ? found : undefined;
}
