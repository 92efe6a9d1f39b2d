// The watched topics of one competition, by what facts name, and which of them a touch concerns: surely, or only perhaps.
import { lineClockKey, matchClockKey } from '../domain/clock/kept-clock.ts';
import { type Competition, categoriesOf } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import type { Topic } from '../wire/topics.ts';
import type { Feed } from './feed.ts';
import type { Touch } from './touches.ts';

type OfOneClock =
  | { readonly kind: 'clock'; readonly session: number }
  | { readonly kind: 'matchClock'; readonly event: string; readonly match: string };

function keyOf(about: OfOneClock): string {
  return about.kind === 'clock' ? lineClockKey(about.session) : matchClockKey(about.event, about.match);
}

export class WatchedTopics {
  readonly #leaderboards = new Map<string, Feed>();
  readonly #sheets = new Map<number, Feed>();
  /** By event, then by match. */
  readonly #matches = new Map<string, Map<string, Feed>>();
  readonly #athletes = new Map<number, Feed>();
  /** By the key of the clock. */
  readonly #clocks = new Map<string, Feed>();
  #allClocks: Feed | undefined;
  #show: Feed | undefined;

  add(topic: Topic, feed: Feed): void {
    switch (topic.kind) {
      case 'leaderboard':
        this.#leaderboards.set(topic.category, feed);
        return;
      case 'target':
        this.#sheets.set(topic.butt, feed);
        return;
      case 'match': {
        const ofEvent = this.#matches.get(topic.event) ?? new Map<string, Feed>();
        this.#matches.set(topic.event, ofEvent.set(topic.match, feed));
        return;
      }
      case 'athlete':
        this.#athletes.set(topic.entry, feed);
        return;
      case 'clock':
      case 'matchClock':
        this.#clocks.set(keyOf(topic), feed);
        return;
      case 'clocks':
        this.#allClocks = feed;
        return;
      case 'show':
        this.#show = feed;
    }
  }

  remove(topic: Topic): void {
    switch (topic.kind) {
      case 'leaderboard':
        this.#leaderboards.delete(topic.category);
        return;
      case 'target':
        this.#sheets.delete(topic.butt);
        return;
      case 'match': {
        const ofEvent = this.#matches.get(topic.event);
        ofEvent?.delete(topic.match);
        if (ofEvent?.size === 0) this.#matches.delete(topic.event);
        return;
      }
      case 'athlete':
        this.#athletes.delete(topic.entry);
        return;
      case 'clock':
      case 'matchClock':
        this.#clocks.delete(keyOf(topic));
        return;
      case 'clocks':
        this.#allClocks = undefined;
        return;
      case 'show':
        this.#show = undefined;
    }
  }

  get isEmpty(): boolean {
    return this.all().next().done === true;
  }

  *all(): Generator<Feed> {
    yield* this.#leaderboards.values();
    yield* this.#sheets.values();
    yield* this.#everyMatch();
    yield* this.#athletes.values();
    yield* this.#everyClock();
    if (this.#show) yield this.#show;
  }

  /** Those that look different now. */
  *touchedBy(touch: Touch, state: Competition): Generator<Feed | undefined> {
    switch (touch.kind) {
      case 'everything':
        return yield* this.all();
      case 'allHeads':
        return yield* this.#leaderboards.values();
      case 'head':
        return yield this.#leaderboards.get(touch.category);
      case 'category':
        yield this.#leaderboards.get(touch.category);
        return yield* this.#sheetsOf(touch.category, state);
      case 'end':
      case 'entry':
        for (const category of categoriesOf(touch.entry)) yield this.#leaderboards.get(category);
        return yield* this.#cardsOf(touch.entry);
      case 'card':
        return yield* this.#cardsOf(touch.entry);
      case 'sheet':
        return yield this.#sheets.get(touch.butt);
      case 'allSheets':
        return yield* this.#sheets.values();
      case 'match':
        return yield this.#matches.get(touch.event)?.get(touch.match);
      case 'event':
        return yield* this.#matches.get(touch.event)?.values() ?? [];
      case 'clock':
      case 'matchClock':
        yield this.#clocks.get(keyOf(touch));
        return yield this.#allClocks;
      case 'allClocks':
        return yield* this.#everyClock();
      case 'show':
        return yield this.#show;
    }
  }

  /**
   * Those that may look different now: the ranks of others, the matches into which a winner or a loser goes, the sheets that list them (a
   * match with nobody in it is not listed), the form of who stands in a match, and the show.
   */
  *perhapsTouchedBy(touch: Touch, state: Competition): Generator<Feed> {
    switch (touch.kind) {
      case 'allHeads':
        return yield* this.#athletes.values();
      case 'head':
      case 'category':
        return yield* this.#athletesOf([touch.category], state);
      case 'end':
      case 'entry':
        yield* this.#athletesOf(categoriesOf(touch.entry), state);
        return yield* this.#everyMatch();
      case 'match':
        yield* this.#matches.get(touch.event)?.values() ?? [];
        return yield* this.#sheetsOfEvent(touch.event, state);
      case 'everything':
      case 'card':
      case 'sheet':
      case 'allSheets':
      case 'event':
      case 'clock':
      case 'matchClock':
      case 'show':
        return;
      case 'allClocks':
        // With a match goes what was held back of it.
        if (this.#show) yield this.#show;
        return;
    }
  }

  *#everyMatch(): Generator<Feed> {
    for (const ofEvent of this.#matches.values()) yield* ofEvent.values();
  }

  *#everyClock(): Generator<Feed> {
    yield* this.#clocks.values();
    if (this.#allClocks) yield this.#allClocks;
  }

  *#cardsOf({ number, target }: Entry): Generator<Feed | undefined> {
    if (target) yield this.#sheets.get(target.butt);
    yield this.#athletes.get(number);
  }

  *#sheetsOf(category: string, state: Competition): Generator<Feed> {
    for (const [butt, sheet] of this.#sheets) {
      const entries = state.entriesByButt.at(butt) ?? [];
      if (entries.some((entry) => state.entries.at(entry)?.category === category)) yield sheet;
    }
  }

  *#athletesOf(categories: readonly string[], state: Competition): Generator<Feed> {
    for (const [number, athlete] of this.#athletes) {
      const category = state.entries.at(number)?.category;
      if (category !== undefined && categories.includes(category)) yield athlete;
    }
  }

  *#sheetsOfEvent(event: string, state: Competition): Generator<Feed> {
    const slots = [...(state.events.get(event)?.schedule.values() ?? [])];
    for (const butt of new Set(slots.flatMap(({ butts }) => [butts.a, butts.b]))) {
      const sheet = this.#sheets.get(butt);
      if (sheet) yield sheet;
    }
  }
}
