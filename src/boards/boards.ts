// Boards: which topics are watched, and what each of them is sent when facts are committed. Encoded once here, fanned out by live/.
import type { Competition } from '../domain/competition.ts';
import type { CommittedFacts, CompetitionView } from '../intake/intake.ts';
import { type Clock, systemClock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import { parseInsideName } from '../wire/topics.ts';
import { type BoardSink, Feed, type FeedWorld, type Pace } from './feed.ts';
import { type Touch, touchesOf } from './touches.ts';
import { WatchedTopics } from './watched-topics.ts';

export interface BoardsOptions {
  readonly live: BoardSink;
  /** The committed state of a competition, at the position of its last commit. */
  find(competition: string): CompetitionView | undefined;
  /** The same as the public may see it; all but devices are shown that. */
  findPublic(competition: string): CompetitionView | undefined;
  readonly clock?: Pick<Clock, 'sleep'>;
  readonly pace?: Pace;
}

export interface Boards {
  /** For intake's onCommitted. */
  committed(committed: CommittedFacts): void;
  /** For the listeners of the same names of live/. */
  watched(topic: string): void;
  unwatched(topic: string): void;
  snapshotWanted(topic: string): void;
  published(topic: string, to: number): void;
  /** The competition was replaced without a commit (a restored backup): whoever watches it is sent the new state. */
  replaced(competition: string): void;
}

export const usualPace: Pace = { gapMs: 10, latestMs: 50 };

/**
 * What only may have changed is looked at once and then no oftener than this: an arrow may move every rank of its category, and hundreds of
 * phones follow an athlete each.
 */
const perhapsGapMs = 1000;

interface Watched {
  readonly outside: WatchedTopics;
  /** What devices see. */
  readonly inside: WatchedTopics;
  epoch: string | undefined;
  /** To be looked at when `isResting` is over. */
  readonly perhaps: Set<Feed>;
  isResting: boolean;
}

export function createBoards({ live, find, findPublic, ...options }: BoardsOptions): Boards {
  const { clock = systemClock, pace = usualPace } = options;
  const inside: FeedWorld = { sink: live, pace, clock, find };
  const outside: FeedWorld = { ...inside, find: findPublic };
  const feeds = new Map<string, Feed>();
  const competitions = new Map<string, Watched>();

  function watch(name: string): Feed {
    const known = feeds.get(name);
    if (known) return known;
    const parsed = parseInsideName(name);
    invariant(parsed, `live/ lets only names of topics through, not ${name}`);
    const { topic, isInside } = parsed;
    const feed = new Feed(name, topic, isInside ? inside : outside);
    feeds.set(name, feed);
    const watched = competitions.get(topic.competition) ?? {
      outside: new WatchedTopics(),
      inside: new WatchedTopics(),
      epoch: undefined,
      perhaps: new Set(),
      isResting: false,
    };
    competitions.set(topic.competition, watched);
    watched[isInside ? 'inside' : 'outside'].add(topic, feed);
    return feed;
  }

  function lookAtPerhaps(competition: string, watched: Watched): void {
    const { perhaps } = watched;
    if (watched.isResting || perhaps.size === 0) return;
    const epoch = find(competition)?.at.epoch ?? '';
    const toSettle = [...perhaps];
    perhaps.clear();
    for (const feed of toSettle) feed.lookAgain(epoch);
    watched.isResting = true;
    clock.sleep(perhapsGapMs).then(() => {
      watched.isResting = false;
      lookAtPerhaps(competition, watched);
    });
  }

  return {
    committed({ competition, epoch, facts, state }) {
      const watched = competitions.get(competition);
      if (!watched) return;
      const touched = new Set<Feed>();
      if (watched.epoch !== epoch) for (const feed of allOf(watched)) touched.add(feed);
      watched.epoch = epoch;
      for (const { fact } of facts) {
        for (const touch of touchesOf(fact, state)) noteTouch(watched, touch, state, touched);
      }
      for (const feed of touched) feed.settle(epoch);
      lookAtPerhaps(competition, watched);
    },
    watched(name) {
      watch(name);
    },
    unwatched(name) {
      const feed = feeds.get(name);
      if (!feed) return;
      feed.close();
      feeds.delete(name);
      const { competition } = feed.topic;
      const watched = competitions.get(competition);
      watched?.perhaps.delete(feed);
      if (!watched) return;
      watched[parseInsideName(name)?.isInside ? 'inside' : 'outside'].remove(feed.topic);
      if (watched.outside.isEmpty && watched.inside.isEmpty) competitions.delete(competition);
    },
    snapshotWanted(name) {
      watch(name).sendSnapshot();
    },
    published(name, to) {
      feeds.get(name)?.published(to);
    },
    replaced(competition) {
      const watched = competitions.get(competition);
      if (!watched) return;
      watched.epoch = undefined;
      for (const feed of allOf(watched)) feed.replaced();
    },
  };
}

function* allOf({ outside, inside }: Watched): Generator<Feed> {
  yield* outside.all();
  yield* inside.all();
}

/** Feeds that it surely concerns go into `touched`, those that it may concern into `perhaps`. */
function noteTouch({ outside, inside, perhaps }: Watched, touch: Touch, state: Competition, touched: Set<Feed>): void {
  for (const topics of [outside, inside]) {
    for (const feed of topics.touchedBy(touch, state)) {
      feed?.touch(touch);
      if (feed) touched.add(feed);
    }
    for (const feed of topics.perhapsTouchedBy(touch, state)) perhaps.add(feed);
  }
}
