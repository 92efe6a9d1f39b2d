// The running leaderboard of one category, as server and screens both make it: the server sends who has which score, whoever shows it
// ranks it with the code below. A score that moves a hundred places is therefore one line on the wire.
import type { Standing } from './card-notes.ts';
import { type Competition, endOf, roundOfCategory, scorecardOf } from './competition.ts';
import type { TieReason } from './event.ts';
import { type RankingScore, rank } from './ranking.ts';
import { countArrows, type Round } from './rounds.ts';
import { type TieBreakCount, tieBreakOf } from './rule-sets.ts';
import { type End, lastEndBegun, type Tally } from './scorecard.ts';
import { formatTarget } from './target.ts';

export interface LeaderboardHead {
  readonly competitionName: string;
  readonly category: string;
  readonly categoryName: string;
  readonly roundName: string;
  readonly roundId: string;
  readonly tieBreak: readonly TieBreakCount[];
  /** Arrows of the whole round. */
  readonly arrows: number;
  /** The round itself where it is an organiser's own. */
  readonly ownRound?: Round;
  /** Ties that a shoot-off or a toss decided. Absent: none. */
  readonly ties?: readonly LeaderboardTie[];
  /** How many go on to the elimination: the line is drawn below them. Absent: no elimination. */
  readonly cut?: number;
}

/** Entries in the order that was decided. */
export interface LeaderboardTie {
  readonly reason: TieReason;
  readonly order: readonly number[];
}

/** One archer's score, as it changes. */
export interface ScoreLine extends RankingScore {
  readonly entry: number;
  readonly arrows: number;
  /** The last end begun, from 1, and its arrows in the order of entry; 0 and none before the first. */
  readonly end: number;
  readonly endArrows: End;
  /** Absent: competing. */
  readonly standing?: Exclude<Standing, 'competing'>;
}

export interface LeaderboardRow extends ScoreLine {
  readonly name: string;
  readonly club: string;
  /** `12A`, or empty. */
  readonly target: string;
}

export interface Leaderboard {
  readonly head: LeaderboardHead;
  readonly rows: readonly LeaderboardRow[];
}

export interface RankedRow extends LeaderboardRow {
  readonly rank: number;
  /** A place that the scores did not give. Absent: they did. */
  readonly decidedBy?: TieReason;
}

function countsOf(tally: Tally, tieBreak: readonly TieBreakCount[]): readonly number[] {
  return tieBreak.map((count) => tally[count]);
}

export function scoreLineOf(state: Competition, entry: number): ScoreLine | undefined {
  const round = roundOfCategory(state, state.entries.at(entry)?.category ?? '');
  if (!round) return undefined;
  const card = scorecardOf(state, entry);
  const end = lastEndBegun(card);
  return {
    entry,
    total: card.tally.total,
    counts: countsOf(card.tally, tieBreakOf(state)),
    arrows: card.tally.arrows,
    end,
    endArrows: end === 0 ? [] : endOf(card, round, end),
  };
}

export function leaderboardRowOf(state: Competition, entryNumber: number): LeaderboardRow | undefined {
  const entry = state.entries.at(entryNumber);
  const line = scoreLineOf(state, entryNumber);
  if (!entry || !line) return undefined;
  return { ...line, name: entry.name, club: entry.club, target: entry.target ? formatTarget(entry.target) : '' };
}

/** Undefined where the competition has no such category. Rows stand in the order of registration. */
export function leaderboardOf(state: Competition, category: string): Leaderboard | undefined {
  const found = state.categories.get(category);
  const round = roundOfCategory(state, category);
  if (!found || !round) return undefined;
  const rows: LeaderboardRow[] = [];
  for (const entry of state.entries.values()) {
    const row = entry.category === category ? leaderboardRowOf(state, entry.number) : undefined;
    if (row) rows.push(row);
  }
  const head = {
    competitionName: state.name,
    category,
    categoryName: found.name,
    roundName: round.name,
    roundId: round.id,
    tieBreak: tieBreakOf(state),
    arrows: countArrows(round),
  };
  return { head, rows };
}

/** Best first; full ties share a rank and stand by number. */
export function rankRows(rows: Iterable<LeaderboardRow>): readonly RankedRow[] {
  const byNumber = [...rows].sort((a, b) => a.entry - b.entry);
  return rank(byNumber).map(({ rank: place, item }) => ({ ...item, rank: place }));
}
