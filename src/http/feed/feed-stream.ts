// One reader of the feed: what it has still to be told, by name, and nothing else. What is written to a reader that does not read waits in
// no queue: the next thing is written when the last one is out, and is then the newest there is.

/** Of Node's response, as far as a stream needs it. */
export interface StreamSink {
  /** False when it should not be written to until `drain`. */
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
  end(): void;
  destroy(): void;
}

export interface FeedEvent {
  /** `leaderboard`, `match`, `clocks`; `gone` for a board that is there no more. */
  readonly event: string;
  /** JSON of one line. */
  readonly data: string;
}

export interface StreamSource {
  eventOf(board: string): FeedEvent;
  /** Up to where everything is told once nothing is pending. */
  positionText(): string;
  now(): number;
}

export function eventText({ event, data }: FeedEvent, id: string | undefined): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
}

export class FeedStream {
  readonly #sink: StreamSink;
  readonly #source: StreamSource;
  readonly wants: (board: string) => boolean;
  readonly #pending = new Set<string>();
  #waitingSince: number | undefined;
  #isOver = false;
  sent = 0;

  constructor(sink: StreamSink, source: StreamSource, wants: (board: string) => boolean) {
    this.#sink = sink;
    this.#source = source;
    this.wants = wants;
  }

  /** Begins with how soon to come again; the boards that are to be told follow. */
  start(boards: Iterable<string>, comeAgainMs: number): void {
    this.#write(`retry: ${comeAgainMs}\n\n`);
    this.tell(boards);
  }

  tell(boards: Iterable<string>): void {
    for (const board of boards) if (this.wants(board)) this.#pending.add(board);
    this.#pump();
  }

  /** So that a connection that is gone is noticed, and one that is there is not taken for gone. */
  beat(): void {
    if (this.#waitingSince === undefined) this.#write(':\n\n');
  }

  /** How long it has not taken anything. */
  stalledMs(): number {
    return this.#waitingSince === undefined ? 0 : this.#source.now() - this.#waitingSince;
  }

  end(): void {
    this.#isOver = true;
    this.#sink.end();
  }

  cut(): void {
    this.#isOver = true;
    this.#sink.destroy();
  }

  #pump(): void {
    while (!this.#isOver && this.#waitingSince === undefined) {
      const [board] = this.#pending;
      if (board === undefined) return;
      this.#pending.delete(board);
      // The id says that everything before it is told: it comes with the last of what was pending.
      const id = this.#pending.size === 0 ? this.#source.positionText() : undefined;
      this.sent += 1;
      this.#write(eventText(this.#source.eventOf(board), id));
    }
  }

  #write(text: string): void {
    if (this.#isOver || this.#sink.write(text)) return;
    this.#waitingSince = this.#source.now();
    this.#sink.once('drain', () => {
      this.#waitingSince = undefined;
      this.#pump();
    });
  }
}
