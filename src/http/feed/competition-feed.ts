// The feed of one competition: which boards changed since when, told to its readers at most once a while; each board is written out once for
// all of them, and again only if it is another one.
import type { CommittedFacts, CompetitionView } from '../../intake/intake.ts';
import { allBoardsOf, boardsTouchedBy, nameOfBoard, parseBoard, readBoard } from './feed-board.ts';
import { type FeedEvent, FeedStream, type StreamSink } from './feed-stream.ts';

/** Time for the feed; tests bring their own. */
export interface FeedPace {
  readonly now: () => number;
  /** Calls back once; the answer takes that back. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

export interface FeedWorld {
  readonly pace: FeedPace;
  find(): CompetitionView | undefined;
}

/** Between two tellings; the first change after a quiet time is told at once. */
export const tellEveryMs = 500;
/** What is written out may take that share of the thread that acknowledges arrows. */
const shareOfThread = 1 / 20;
/** What a program that was cut off waits before it comes again. */
export const comeAgainMs = 2_000;

interface Written {
  readonly event: FeedEvent;
  /** What of it is not its position: another one only when this is. */
  readonly text: string;
}

export class CompetitionFeed {
  readonly #world: FeedWorld;
  readonly #streams = new Set<FeedStream>();
  /** As it was told last, by name. */
  readonly #written = new Map<string, Written>();
  /** Since `#since` of `#epoch`, by name: when each was last told to be another one. */
  readonly #changedAt = new Map<string, number>();
  #epoch: string;
  #since: number;
  /** Everything up to here is told, or waits in the readers' own lists. */
  #told: number;
  #dirty = new Set<string>();
  #timer: (() => void) | undefined;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(world: FeedWorld, { at }: CompetitionView) {
    this.#world = world;
    this.#epoch = at.epoch;
    this.#since = at.seq;
    this.#told = at.seq;
  }

  get readers(): number {
    return this.#streams.size;
  }

  get streams(): Iterable<FeedStream> {
    return this.#streams;
  }

  /** `lastId`: up to where the reader was told; it hears what changed since, or everything. */
  follow(sink: StreamSink, wants: (board: string) => boolean, lastId: string | undefined): FeedStream {
    this.look();
    const source = {
      eventOf: (board: string) => this.#eventOf(board),
      positionText: () => `${this.#epoch}.${this.#told}`,
      now: this.#world.pace.now,
    };
    const stream = new FeedStream(sink, source, wants);
    this.#streams.add(stream);
    stream.start(this.#boardsSince(lastId), comeAgainMs);
    return stream;
  }

  leave(stream: FeedStream): void {
    this.#streams.delete(stream);
  }

  committed({ facts, state }: Pick<CommittedFacts, 'facts' | 'state'>): void {
    for (const { fact } of facts) {
      for (const board of boardsTouchedBy(fact, state)) this.#dirty.add(nameOfBoard(board));
    }
    if (this.#dirty.size > 0) this.#schedule();
  }

  /** Tells now what is still to be told; everything, where a restored backup has taken the place of what was. */
  look(): void {
    this.#timer?.();
    this.#timer = undefined;
    const { pace } = this.#world;
    const view = this.#world.find();
    if (!view) return;
    const began = pace.now();
    if (view.at.epoch !== this.#epoch) this.#beginAnew(view);
    this.#told = view.at.seq;
    const changed = [...this.#dirty].filter((name) => this.#isNews(view, name));
    this.#dirty = new Set();
    for (const name of changed) this.#changedAt.set(name, view.at.seq);
    if (changed.length > 0) for (const stream of this.#streams) stream.tell(changed);
    this.#notBefore = began + Math.max(tellEveryMs, (pace.now() - began) / shareOfThread);
  }

  /** The competition is there no more. */
  close(): void {
    this.#timer?.();
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
  }

  /** Also what was there before has to be told of: it may be gone. */
  #beginAnew({ at, state }: CompetitionView): void {
    this.#epoch = at.epoch;
    this.#since = at.seq;
    this.#changedAt.clear();
    for (const name of this.#written.keys()) this.#dirty.add(name);
    for (const board of allBoardsOf(state)) this.#dirty.add(nameOfBoard(board));
    this.#written.clear();
  }

  #schedule(): void {
    if (this.#timer) return;
    const { now, after } = this.#world.pace;
    this.#timer = after(Math.max(0, this.#notBefore - now()), () => this.look());
  }

  /** Written out only where somebody wants it. */
  #isNews(view: CompetitionView, name: string): boolean {
    const before = this.#written.get(name);
    this.#written.delete(name);
    if (![...this.#streams].some((stream) => stream.wants(name))) return true;
    const written = this.#write(view, name);
    this.#written.set(name, written);
    return before?.text !== written.text;
  }

  #eventOf(name: string): FeedEvent {
    const view = this.#world.find();
    const known = this.#written.get(name);
    if (known || !view) return known?.event ?? goneEvent(name, { epoch: this.#epoch, seq: this.#told });
    const written = this.#write(view, name);
    this.#written.set(name, written);
    return written.event;
  }

  #write(view: CompetitionView, name: string): Written {
    const board = parseBoard(name);
    const body = board && readBoard(view, board);
    if (!board || !body) return { event: goneEvent(name, view.at), text: '' };
    const head = JSON.stringify({ board: name, position: view.at });
    const data = `${head.slice(0, -1)},${JSON.stringify(body).slice(1)}`;
    return { event: { event: board.kind, data }, text: data.slice(head.length) };
  }

  #boardsSince(lastId: string | undefined): readonly string[] {
    const [, epoch, seq] = /^(.+)\.(\d{1,15})$/.exec(lastId ?? '') ?? [];
    const had = Number(seq);
    if (epoch === this.#epoch && had >= this.#since && had <= this.#told)
      return [...this.#changedAt].flatMap(([name, at]) => (at > had ? [name] : []));
    const view = this.#world.find();
    return view ? allBoardsOf(view.state).map(nameOfBoard) : [];
  }
}

function goneEvent(board: string, position: CompetitionView['at']): FeedEvent {
  return { event: 'gone', data: JSON.stringify({ board, position }) };
}
