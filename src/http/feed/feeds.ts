// All readers of all feeds: how many there may be, who is cut off, what is counted.
import type { Intake } from '../../intake/intake.ts';
import { RefusalError } from '../errors.ts';
import { CompetitionFeed, type FeedPace } from './competition-feed.ts';
import type { StreamSink } from './feed-stream.ts';

export const feedLimits = {
  readers: 200,
  readersPerAddress: 40,
  beatMs: 15_000,
  /** A reader that has taken nothing for so long is cut off. */
  stalledMs: 60_000,
  /** What changed is remembered for so long after the last reader left: one that was cut off comes again. */
  rememberMs: 120_000,
} as const;

export type FeedLimits = { readonly [Key in keyof typeof feedLimits]: number };

export interface FeedStats {
  readonly readers: number;
  readonly events: number;
  /** Cut off because they read nothing. */
  readonly cut: number;
}

export interface Following {
  readonly wants: (board: string) => boolean;
  readonly lastId: string | undefined;
}

export interface Feeds {
  /** Throws RefusalError where there is no room. Returns what gives the place back. */
  enter(address: string): () => void;
  /** Returns what ends it. */
  follow(competition: string, sink: StreamSink, following: Following): () => void;
  stats(): FeedStats;
  close(): void;
}

export const realPace: FeedPace = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

interface Kept {
  readonly feed: CompetitionFeed;
  forget: (() => void) | undefined;
}

export function createFeeds(
  { intake }: { readonly intake: Pick<Intake, 'find' | 'onCommitted'> },
  limits: FeedLimits = feedLimits,
  pace: FeedPace = realPace,
): Feeds {
  const feeds = new Map<string, Kept>();
  const places = new Map<string, number>();
  let [readers, events, cut] = [0, 0, 0];
  let beating: (() => void) | undefined;

  intake.onCommitted((committed) => feeds.get(committed.competition)?.feed.committed(committed));

  function beat(): void {
    for (const [id, { feed }] of feeds) {
      if (!intake.find(id)) {
        feed.close();
        feeds.delete(id);
        continue;
      }
      feed.look();
      for (const stream of feed.streams) {
        if (stream.stalledMs() > limits.stalledMs) {
          cut += 1;
          stream.cut();
          feed.leave(stream);
        } else stream.beat();
      }
    }
    beating = feeds.size > 0 ? pace.after(limits.beatMs, beat) : undefined;
  }

  function keptOf(competition: string): Kept {
    const view = intake.find(competition);
    if (!view) throw new RefusalError('unknownCompetition');
    const known = feeds.get(competition);
    known?.forget?.();
    if (known) return known;
    const world = { pace, find: () => intake.find(competition) };
    const kept: Kept = { feed: new CompetitionFeed(world, view), forget: undefined };
    feeds.set(competition, kept);
    beating ??= pace.after(limits.beatMs, beat);
    return kept;
  }

  return {
    enter(address) {
      const taken = places.get(address) ?? 0;
      if (readers >= limits.readers || taken >= limits.readersPerAddress)
        throw new RefusalError('tooManyRequests', { retryAfterSeconds: '30' }, { retryAfterSeconds: 30 });
      places.set(address, taken + 1);
      readers += 1;
      return () => {
        readers -= 1;
        const left = (places.get(address) ?? 1) - 1;
        if (left > 0) places.set(address, left);
        else places.delete(address);
      };
    },
    follow(competition, sink, { wants, lastId }) {
      const kept = keptOf(competition);
      const stream = kept.feed.follow(sink, wants, lastId);
      return () => {
        events += stream.sent;
        kept.feed.leave(stream);
        if (kept.feed.readers > 0 || feeds.get(competition) !== kept) return;
        kept.forget = pace.after(limits.rememberMs, () => feeds.delete(competition));
      };
    },
    stats() {
      const open = [...feeds.values()].flatMap(({ feed }) => [...feed.streams]);
      return { readers, events: events + open.reduce((sum, { sent }) => sum + sent, 0), cut };
    },
    close() {
      beating?.();
      for (const { feed, forget } of feeds.values()) {
        forget?.();
        feed.close();
      }
      feeds.clear();
    },
  };
}
