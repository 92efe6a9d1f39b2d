// Keeps each category's ranking tree in step with the facts, so that one end costs log n and not n log n. What is in a tree follows from
// cards, standings and events alone: `rankedAnew` gives the same trees.
import { type Competition, categoriesOf, notesOf, scorecardOf } from '../competition.ts';
import type { EventSetup } from '../event/event.ts';
import type { Entry, Fact } from '../facts.ts';
import { tieBreakOf } from '../rule-sets.ts';
import { individualEventOf } from './event-of-category.ts';
import { type RankingScore, unrankedOf } from './ranking.ts';
import { RankingTree, type TreeScore } from './ranking-tree.ts';

/** Total and tie-break counts of an entry's card as it is. */
export function rankingScoreOf(state: Competition, entry: number): RankingScore {
  const { tally } = scorecardOf(state, entry);
  return { total: tally.total, counts: tieBreakOf(state).map((count) => tally[count]) };
}

/** What an entry stands with in a category's tree. */
export function treeScoreOf(state: Competition, entry: number, category: string): TreeScore {
  return { entry, unranked: unrankedIn(state, entry, category), ...rankingScoreOf(state, entry) };
}

function unrankedIn(state: Competition, entry: number, category: string): number {
  const { standing } = notesOf(state, entry);
  // Only here is the event asked, so that an end costs no look at the events.
  const dnfKeepsRank = standing === 'DNF' ? keepsRank(state, category) : true;
  return unrankedOf(standing, dnfKeepsRank);
}

/** Where no event says otherwise, who retired keeps the rank of the arrows shot. */
function keepsRank(state: Competition, category: string): boolean {
  return individualEventOf(state, category)?.setup.dnfKeepsRank ?? true;
}

/** `after` with the rankings that follow from it; `before` is the state that the fact came upon. */
export function withRankings(before: Competition, after: Competition, fact: Fact): Competition {
  switch (fact.kind) {
    case 'arrowsScored':
    case 'endCorrected':
    case 'endRuled':
    case 'standingSet':
    case 'paperCounted':
    case 'paperSettled':
    case 'paperTakenBack':
      return withEntryMoved(before, after, fact.entry);
    case 'entriesRegistered':
    case 'entriesChanged':
    case 'entriesRestored':
      return withEntriesRanked(
        before,
        after,
        fact.entries.map(({ number }) => number),
      );
    case 'entriesWithdrawn':
      return withEntriesRanked(before, after, fact.entries);
    case 'eventSet':
      return withEventChanged(before, after, [before.events.get(fact.setup.id)?.setup, fact.setup]);
    case 'eventRemoved':
      return withEventChanged(before, after, [before.events.get(fact.event)?.setup]);
    default:
      return after;
  }
}

function withEntryMoved(before: Competition, after: Competition, number: number): Competition {
  const entry = after.entries.at(number);
  if (!entry) return after;
  const rankings = new Map(after.rankings);
  for (const category of new Set(categoriesOf(entry))) {
    const tree = rankings.get(category) ?? RankingTree.empty;
    const without = tree.without(treeScoreOf(before, number, category));
    rankings.set(category, without.with(treeScoreOf(after, number, category)));
  }
  return { ...after, rankings };
}

/** Entries that are new, others than they were, or gone. */
function withEntriesRanked(before: Competition, after: Competition, numbers: readonly number[]): Competition {
  const rankings = new Map(after.rankings);
  const scores = new Map<string, TreeScore[]>();
  for (const number of new Set(numbers)) {
    const [old, entry] = [before.entries.at(number), after.entries.at(number)];
    for (const category of old ? categoriesOf(old) : []) {
      const without = rankings.get(category)?.without(treeScoreOf(before, number, category));
      if (without && without.size > 0) rankings.set(category, without);
      else rankings.delete(category);
    }
    if (entry) addScores(scores, after, entry);
  }
  for (const [category, each] of scores)
    rankings.set(category, (rankings.get(category) ?? RankingTree.empty).withAll(each));
  return { ...after, rankings };
}

/** Whether the retired keep their rank is the event's to say. */
function withEventChanged(
  before: Competition,
  after: Competition,
  setups: readonly (EventSetup | undefined)[],
): Competition {
  const rankings = new Map(after.rankings);
  for (const setup of setups) {
    if (setup?.contest.kind !== 'individual') continue;
    const { category } = setup.contest;
    const tree = rankings.get(category);
    if (!tree || keepsRank(before, category) === keepsRank(after, category)) continue;
    rankings.set(
      category,
      RankingTree.from([...tree.values()].map(({ entry }) => treeScoreOf(after, entry, category))),
    );
  }
  return { ...after, rankings };
}

function addScores(scores: Map<string, TreeScore[]>, state: Competition, entry: Entry): void {
  for (const category of new Set(categoriesOf(entry))) {
    const score = treeScoreOf(state, entry.number, category);
    const known = scores.get(category);
    if (known) known.push(score);
    else scores.set(category, [score]);
  }
}

/** All rankings anew, for a state that was not folded fact by fact. */
export function rankedAnew(state: Competition): Competition {
  const scores = new Map<string, TreeScore[]>();
  for (const entry of state.entries.values()) addScores(scores, state, entry);
  const rankings = new Map([...scores].map(([category, each]) => [category, RankingTree.from(each)] as const));
  return { ...state, rankings };
}
