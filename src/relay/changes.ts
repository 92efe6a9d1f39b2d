// The main thread's side of everything that goes out: which boards have changed since they were asked for, and each of them whole when they are.
// A commit costs one step in a list here; all else happens in turns of its own, when the relay's thread asks.
import { setImmediate } from 'node:timers/promises';
import { snapshotBodyOf } from '../boards/board-body.ts';
import { touchesOf } from '../boards/touches.ts';
import type { ShowSheet } from '../domain/show/show-sheet.ts';
import type { CommittedFacts, CompetitionView, Intake } from '../intake/intake.ts';
import type { Clock } from '../kit/clock.ts';
import { serverMessageToBytes } from '../wire/server-to-client.ts';
import { parseTopic } from '../wire/topics.ts';
import { elapsedMs } from './elapsed.ts';
import type { Whole, WholeContent } from './messages.ts';
import { allNames, namesTouchedBy } from './relayed-names.ts';

/** An answer of the HTTP interface, made without asking it. `list`: its long list, '' where it is one itself. */
export interface RelayedAnswer {
  readonly value: unknown;
  readonly list: string | undefined;
}

export interface ChangesParts {
  readonly intake: Pick<Intake, 'find' | 'list'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Undefined where there is nothing at that address. */
  answerAt(address: string, view: CompetitionView): RelayedAnswer | undefined;
  /** Of the names that go out; all by default. */
  readonly wants?: (name: string) => boolean;
}

export interface Changes {
  /** For intake's onCommitted. */
  committed(committed: CommittedFacts): void;
  /** The competition is another one, or is to be sent for the first time. */
  replaced(competition: string): void;
  /** What has changed, at most so many, those that wait longest first. */
  take(most: number): Promise<readonly Whole[]>;
  /** Names that were taken before and are no more; forgotten with the answer. */
  gone(): readonly string[];
}

/** More than this many facts wait for nobody to ask: what they touch is worked out then. */
const mostUnread = 500;
/** A board of thousands takes the main thread longer: it is sent less often, so that all boards together use a few thousandths of its time. */
const restPerRowMs = 2;
const leastRestMs = 900;
const medalsRestMs = 10_000;

/** What takes the main thread longer, or is looked at seldom, is made less often. */
function restOf(name: string, { state }: CompetitionView): number {
  if (name.includes('/medals?')) return medalsRestMs;
  const rows = name.startsWith('leaderboard/') || name.endsWith('/entries') ? state.entryCount : 0;
  return Math.max(leastRestMs, rows * restPerRowMs);
}

/** Which screens the venue has, and what is for them, is nobody's elsewhere. */
function showElsewhere({ announcements, underReview }: ShowSheet): ShowSheet {
  const forAll = announcements.filter(({ place }) => place === 'everywhere');
  return { screens: [], playlists: [], announcements: forAll, underReview };
}

interface Taken {
  readonly competition: string;
  readonly atMs: number;
  readonly restMs: number;
}

function isRested(taken: Taken | undefined, nowMs: number): boolean {
  return !taken || elapsedMs(nowMs, taken.atMs) >= taken.restMs;
}

export function createChanges({ intake, clock, answerAt, wants = () => true }: ChangesParts): Changes {
  const dirty = new Map<string, string>();
  const known = new Map<string, Taken>();
  let unread: CommittedFacts[] = [];
  let unreadFacts = 0;
  const missing = new Set<string>();

  function mark(competition: string, names: readonly string[]) {
    for (const name of names) if (wants(name)) dirty.set(name, competition);
  }

  function read() {
    for (const { competition, facts, state } of unread) {
      for (const { fact } of facts) {
        for (const touch of touchesOf(fact, state)) mark(competition, namesTouchedBy(competition, touch, state));
      }
    }
    unread = [];
    unreadFacts = 0;
  }

  function replaced(competition: string) {
    const view = intake.find(competition);
    for (const [name, each] of known) if (each.competition === competition) dirty.set(name, competition);
    if (view && !view.state.isClosed) mark(competition, allNames(competition, view.state));
  }

  function contentOf(name: string, view: CompetitionView): WholeContent | undefined {
    if (name.startsWith('/')) {
      const answer = answerAt(name, view);
      return answer && { kind: 'document', json: JSON.stringify(answer.value), list: answer.list };
    }
    const topic = parseTopic(name);
    const found = topic && snapshotBodyOf(topic, view.state);
    if (!found) return undefined;
    const body = found.kind === 'show' ? { ...found, show: showElsewhere(found.show) } : found;
    const frame = serverMessageToBytes({ kind: 'snapshot', topic: name, at: view.at, body });
    // A copy: the encoder's own bytes are a view of a pool.
    return { kind: 'board', frame: new Uint8Array(frame) };
  }

  function takeOne(name: string, competition: string): Whole | undefined {
    dirty.delete(name);
    const view = intake.find(competition);
    const content = view && contentOf(name, view);
    if (!view || !content) {
      if (known.delete(name)) missing.add(name);
      return undefined;
    }
    known.set(name, { competition, atMs: clock.now(), restMs: restOf(name, view) });
    missing.delete(name);
    return { competition, name, at: view.at, content };
  }

  for (const { id } of intake.list()) replaced(id);

  return {
    replaced,
    committed(committed) {
      unread.push(committed);
      unreadFacts += committed.facts.length;
      if (unreadFacts > mostUnread) read();
    },
    async take(most) {
      read();
      const nowMs = clock.now();
      const due = [...dirty].filter(([name]) => isRested(known.get(name), nowMs)).slice(0, most);
      const wholes: Whole[] = [];
      for (const [name, competition] of due) {
        const whole = takeOne(name, competition);
        if (whole) wholes.push(whole);
        await setImmediate();
      }
      return wholes;
    },
    gone() {
      const names = [...missing];
      missing.clear();
      return names;
    },
  };
}
