// Boards: which topics are watched, and what each of them is sent when facts are committed. Encoded once here, fanned out by live/.
import { type Competition, categoriesOf } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import type { CommittedFacts, CompetitionView } from '../intake/intake.ts';
import { type Clock, systemClock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import { parseTopic, type Topic } from '../wire/topics.ts';
import { type BoardSink, Feed, type FeedWorld, type Pace } from './feed.ts';
import { type Touch, touchesOf } from './touches.ts';

export interface BoardsOptions {
  readonly live: BoardSink;
  /** The committed state of a competition, at the position of its last commit. */
  find(competition: string): CompetitionView | undefined;
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

/** The watched topics of one competition, by what facts name. */
interface Watched {
  readonly leaderboards: Map<string, Feed>;
  readonly sheets: Map<number, Feed>;
  epoch: string | undefined;
}

function* feedsOf({ leaderboards, sheets }: Watched): Generator<Feed> {
  yield* leaderboards.values();
  yield* sheets.values();
}

function* feedsTouchedBy(touch: Touch, watched: Watched, state: Competition): Generator<Feed | undefined> {
  const { leaderboards, sheets } = watched;
  switch (touch.kind) {
    case 'everything':
      return yield* feedsOf(watched);
    case 'allHeads':
      return yield* leaderboards.values();
    case 'head':
      return yield leaderboards.get(touch.category);
    case 'category':
      yield leaderboards.get(touch.category);
      for (const [butt, sheet] of sheets) {
        const entries = state.entriesByButt.at(butt) ?? [];
        if (entries.some((entry) => state.entries.at(entry)?.category === touch.category)) yield sheet;
      }
      return;
    case 'end':
    case 'entry':
      for (const category of categoriesOf(touch.entry)) yield leaderboards.get(category);
      return yield sheetOf(touch.entry, watched);
    case 'card':
      return yield sheetOf(touch.entry, watched);
  }
}

function sheetOf({ target }: Entry, { sheets }: Watched): Feed | undefined {
  return target && sheets.get(target.butt);
}

export function createBoards({ live, find, clock = systemClock, pace = usualPace }: BoardsOptions): Boards {
  const world: FeedWorld = { sink: live, pace, clock, find };
  const feeds = new Map<string, Feed>();
  const competitions = new Map<string, Watched>();

  function watch(name: string): Feed {
    const known = feeds.get(name);
    if (known) return known;
    const topic = parseTopic(name);
    invariant(topic, `live/ lets only names of topics through, not ${name}`);
    const feed = new Feed(name, topic, world);
    feeds.set(name, feed);
    addTo(competitions, topic, feed);
    return feed;
  }

  return {
    committed({ competition, epoch, facts, state }) {
      const watched = competitions.get(competition);
      if (!watched) return;
      const touched = new Set<Feed>();
      if (watched.epoch !== epoch) for (const feed of feedsOf(watched)) touched.add(feed);
      watched.epoch = epoch;
      for (const { fact } of facts) {
        for (const touch of touchesOf(fact, state)) {
          for (const feed of feedsTouchedBy(touch, watched, state)) {
            feed?.touch(touch);
            if (feed) touched.add(feed);
          }
        }
      }
      for (const feed of touched) feed.settle(epoch);
    },
    watched(name) {
      watch(name);
    },
    unwatched(name) {
      const feed = feeds.get(name);
      if (!feed) return;
      feed.close();
      feeds.delete(name);
      removeFrom(competitions, feed.topic);
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
      for (const feed of feedsOf(watched)) feed.replaced();
    },
  };
}

function addTo(competitions: Map<string, Watched>, topic: Topic, feed: Feed): void {
  const watched = competitions.get(topic.competition) ?? {
    leaderboards: new Map(),
    sheets: new Map(),
    epoch: undefined,
  };
  competitions.set(topic.competition, watched);
  if (topic.kind === 'leaderboard') watched.leaderboards.set(topic.category, feed);
  else watched.sheets.set(topic.butt, feed);
}

function removeFrom(competitions: Map<string, Watched>, topic: Topic): void {
  const watched = competitions.get(topic.competition);
  if (!watched) return;
  if (topic.kind === 'leaderboard') watched.leaderboards.delete(topic.category);
  else watched.sheets.delete(topic.butt);
  if (watched.leaderboards.size + watched.sheets.size === 0) competitions.delete(topic.competition);
}
