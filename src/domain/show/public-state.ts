// The competition as the public may see it: what a judge has frozen stands as it stood. The one place that knows; whoever shows a state to
// people who are not of the organiser's takes it from here.
import { type CardNotes, noNotes } from '../card/card-notes.ts';
import { emptyScorecard } from '../card/scorecard.ts';
import { type Competition, categoriesOf } from '../competition.ts';
import type { EventState } from '../event/event.ts';
import { treeScoreOf } from '../ranking/ranking-index.ts';
import { RankingTree } from '../ranking/ranking-tree.ts';
import { entriesIn } from './frozen.ts';
import type { Frozen, FrozenCard, FrozenMatch, Show } from './show.ts';

const publicStates = new WeakMap<Competition, Competition>();
/** By what is frozen, then by the event: what follows from a match is worked out once for each state of its event. */
const publicEvents = new WeakMap<Show['frozen'], WeakMap<EventState, EventState>>();

/** The state itself while nothing is frozen. */
export function publicOf(state: Competition): Competition {
  if (state.show.frozen.size === 0) return state;
  const known = publicStates.get(state);
  if (known) return known;
  const made = withFrozenCards(withFrozenMatches(state));
  publicStates.set(state, made);
  return made;
}

function isOfMatch(frozen: Frozen): frozen is FrozenMatch {
  return frozen.held.kind === 'match';
}

function withFrozenMatches(state: Competition): Competition {
  const byEvent = Map.groupBy([...state.show.frozen.values()].filter(isOfMatch), ({ held }) => held.event);
  if (byEvent.size === 0) return state;
  const made = publicEvents.get(state.show.frozen) ?? new WeakMap<EventState, EventState>();
  publicEvents.set(state.show.frozen, made);
  const events = new Map(state.events);
  for (const [id, frozen] of byEvent) {
    const event = events.get(id);
    if (!event) continue;
    const shown = made.get(event) ?? withCards(event, frozen);
    made.set(event, shown);
    events.set(id, shown);
  }
  return { ...state, events };
}

function withCards(event: EventState, frozen: readonly FrozenMatch[]): EventState {
  const cards = new Map(event.cards);
  for (const { held, card } of frozen) {
    if (card) cards.set(held.match, card);
    else cards.delete(held.match);
  }
  return { ...event, cards };
}

/** Entries whose card is another one now than it was, with what the public sees instead. Who froze first is believed. */
function hiddenCards(state: Competition): ReadonlyMap<number, FrozenCard | undefined> {
  const hidden = new Map<number, FrozenCard | undefined>();
  const seen = new Set<number>();
  for (const frozen of state.show.frozen.values()) {
    if (isOfMatch(frozen)) continue;
    for (const entry of entriesIn(state, frozen.held.category)) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      const card = frozen.cards.get(entry);
      if (!isAsItWas(state, entry, card)) hidden.set(entry, card);
    }
  }
  return hidden;
}

function isAsItWas({ scorecards, notes }: Competition, entry: number, card: FrozenCard | undefined): boolean {
  const { standing, hits } = notes.at(entry) ?? noNotes;
  const was = card ?? { scorecard: emptyScorecard, standing: 'competing', hits: noNotes.hits };
  return (scorecards.at(entry) ?? emptyScorecard) === was.scorecard && standing === was.standing && hits === was.hits;
}

/** More than so many, and a category is sorted anew. */
const fewMoves = 100;

function withFrozenCards(state: Competition): Competition {
  const hidden = hiddenCards(state);
  if (hidden.size === 0) return state;
  const scorecards = [...hidden].map(([entry, card]) => [entry, card?.scorecard ?? emptyScorecard] as const);
  const shown: Competition = {
    ...state,
    scorecards: state.scorecards.withAll(scorecards),
    notes: state.notes.withAll([...hidden].map(([entry, card]) => [entry, notesShown(state, entry, card)] as const)),
  };
  return { ...shown, rankings: rankingsShown(state, shown, [...hidden.keys()]) };
}

function notesShown(state: Competition, entry: number, card: FrozenCard | undefined): CardNotes {
  const notes = state.notes.at(entry) ?? noNotes;
  return { ...notes, standing: card?.standing ?? 'competing', hits: card?.hits ?? noNotes.hits };
}

function rankingsShown(live: Competition, shown: Competition, hidden: readonly number[]): Competition['rankings'] {
  const rankings = new Map(live.rankings);
  const moves = new Map<string, number[]>();
  for (const number of hidden) {
    const entry = live.entries.at(number);
    for (const category of new Set(entry ? categoriesOf(entry) : []))
      moves.set(category, [...(moves.get(category) ?? []), number]);
  }
  for (const [category, numbers] of moves) {
    let tree = rankings.get(category) ?? RankingTree.empty;
    if (numbers.length > fewMoves) {
      tree = RankingTree.from([...tree.values()].map(({ entry }) => treeScoreOf(shown, entry, category)));
    } else {
      for (const number of numbers)
        tree = tree.without(treeScoreOf(live, number, category)).with(treeScoreOf(shown, number, category));
    }
    rankings.set(category, tree);
  }
  return rankings;
}
