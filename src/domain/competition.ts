// A competition's state, and the plain questions to it. How facts change it is in evolve.ts.
import type { FactOrigin } from './actor.ts';
import { type CardNotes, noNotes, type ScoringMode } from './card/card-notes.ts';
import { blankEnd, emptyScorecard, type Scorecard } from './card/scorecard.ts';
import { ChunkedList } from './chunked-list.ts';
import type { KeptClocks } from './clock/kept-clock.ts';
import type { EventState } from './event/event.ts';
import type { Entry } from './facts.ts';
import { emptyLog, type JudgesLog } from './judges-log/judges-log.ts';
import { emptyPaper, type Paper } from './paper/paper.ts';
import type { RankingTree } from './ranking/ranking-tree.ts';
import { type Discipline, distanceOfEnd, findRound, type Round } from './rounds/rounds.ts';
import type { Arrivals } from './setup/arrivals.ts';
import type { Category } from './setup/categories.ts';
import type { RecordMark } from './setup/records.ts';
import type { Session } from './setup/sessions.ts';
import { emptyShow, type Show } from './show/show.ts';

export interface Device {
  readonly id: string;
  readonly butt: number;
  readonly tokenHash: string;
  readonly label: string;
  /** Which of two cards it keeps; absent: the first. */
  readonly card?: 'second';
  /** Where it was before it was moved: what it typed there and could not send yet is still for there. */
  readonly former?: readonly number[];
  readonly revoked: boolean;
}

export interface Withdrawn extends FactOrigin {
  /** As it was. */
  readonly entry: Entry;
  readonly reason: string;
}

export interface Competition {
  readonly name: string;
  readonly venue: string;
  readonly from: string;
  readonly to: string;
  readonly discipline: Discipline;
  readonly ruleSetId: string;
  /** Archived: it can be looked at, and reopened. */
  readonly isClosed: boolean;
  /** The organiser's own, by id; the catalogue's are everywhere. */
  readonly rounds: ReadonlyMap<string, Round>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly sessions: readonly Session[];
  readonly records: readonly RecordMark[];
  /** By entry number. */
  readonly entries: ChunkedList<Entry>;
  /** By entry number; missing while no arrow is scored. */
  readonly scorecards: ChunkedList<Scorecard>;
  /** By entry number; missing while there is nothing to note. */
  readonly notes: ChunkedList<CardNotes>;
  /** Entry numbers by butt, in the order of their letters. */
  readonly entriesByButt: ChunkedList<readonly number[]>;
  /** The highest number that was ever given. */
  readonly entryCount: number;
  /** By entry number: who is not among the entries any more. */
  readonly withdrawn: ReadonlyMap<number, Withdrawn>;
  /** By entry number; missing while nothing is noted. */
  readonly arrivals: Arrivals;
  /** By category: its entries in the order of their scores. Follows from the rest. */
  readonly rankings: ReadonlyMap<string, RankingTree>;
  readonly events: ReadonlyMap<string, EventState>;
  readonly devices: ReadonlyMap<string, Device>;
  readonly scoring: ScoringMode;
  /** Those that the desk has set. */
  readonly clocks: KeptClocks;
  readonly show: Show;
  readonly judgesLog: JudgesLog;
  /** What only printed pages have. */
  readonly paper: Paper;
}

export function emptyCompetition(
  details: Pick<Competition, 'name' | 'venue' | 'from' | 'to' | 'discipline' | 'ruleSetId'>,
): Competition {
  return {
    ...details,
    isClosed: false,
    rounds: new Map(),
    categories: new Map(),
    sessions: [],
    records: [],
    entries: ChunkedList.empty(),
    scorecards: ChunkedList.empty(),
    notes: ChunkedList.empty(),
    entriesByButt: ChunkedList.empty(),
    entryCount: 0,
    withdrawn: new Map(),
    arrivals: ChunkedList.empty(),
    rankings: new Map(),
    events: new Map(),
    devices: new Map(),
    scoring: 'one',
    clocks: new Map(),
    show: emptyShow,
    judgesLog: emptyLog,
    paper: emptyPaper,
  };
}

/** How many are registered and not withdrawn. */
export function countEntries({ entryCount, withdrawn }: Pick<Competition, 'entryCount' | 'withdrawn'>): number {
  return entryCount - withdrawn.size;
}

/** By number. */
export function withdrawnInOrder({ withdrawn }: Pick<Competition, 'withdrawn'>): readonly Withdrawn[] {
  return [...withdrawn.values()].sort((a, b) => a.entry.number - b.entry.number);
}

export function scorecardOf(state: Competition, entry: number): Scorecard {
  return state.scorecards.at(entry) ?? emptyScorecard;
}

export function notesOf(state: Competition, entry: number): CardNotes {
  return state.notes.at(entry) ?? noNotes;
}

/** One of the competition's own or of the catalogue. */
export function roundById(state: Pick<Competition, 'rounds'>, id: string): Round | undefined {
  return state.rounds.get(id) ?? findRound(id);
}

export function roundOfCategory(state: Pick<Competition, 'rounds' | 'categories'>, code: string): Round | undefined {
  return roundById(state, state.categories.get(code)?.roundId ?? '');
}

export function roundOfEntry(state: Competition, entry: number): Round | undefined {
  return roundOfCategory(state, state.entries.at(entry)?.category ?? '');
}

/** The categories in which an entry is ranked: its own, and those that its card counts in too. */
export function categoriesOf({ category, also = [] }: Pick<Entry, 'category' | 'also'>): readonly string[] {
  return [category, ...also];
}

/** The end (from 1) of a card, blank where nothing is scored yet. */
export function endOf(card: Scorecard, round: Round, end: number): Scorecard['ends'][number] {
  return card.ends[end - 1] ?? blankEnd(distanceOfEnd(round, end)?.arrowsPerEnd ?? 0);
}
