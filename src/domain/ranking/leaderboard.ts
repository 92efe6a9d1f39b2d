// The running leaderboard of one category, as server and screens both make it: the server sends who has which score, whoever shows it
// ranks it with the code below. A score that moves a hundred places is therefore one line on the wire.
import type { Standing } from '../card/card-notes.ts';
import { type End, lastEndBegun, type Tally } from '../card/scorecard.ts';
import { type Competition, endOf, notesOf, roundOfCategory, roundOfEntry, scorecardOf } from '../competition.ts';
import type { EventState, TieDecision, TieReason } from '../event/event.ts';
import { isOfficial } from '../reconcile/paper-card.ts';
import { countArrows, type Round } from '../rounds/rounds.ts';
import { type TieBreakCount, tieBreakOf } from '../rule-sets.ts';
import { formatTarget } from '../target.ts';
import { decidedTieOf } from './cut-shoot-off.ts';
import { type DecidedTie, type Placeable, rankDecided } from './decided-ranking.ts';
import { individualEventOf } from './event-of-category.ts';
import { type RankingScore, unrankedOf } from './ranking.ts';
import { compareStanding } from './ranking-tree.ts';

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
  /** Whoever retired is without a rank in this event. Absent: the arrows shot keep it. */
  readonly dnfLosesRank?: true;
  /** Every card is compared with its signed paper, or waived by name. Absent: not official (yet). */
  readonly official?: true;
}

/** Entries in the order that was decided. */
export interface LeaderboardTie {
  readonly reason: TieReason;
  readonly order: readonly number[];
  /** How many a shoot-off left level, along the order: `[1, 2]`. Absent: nobody. */
  readonly levels?: readonly number[];
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
  /** From 1, shared by full ties; 0 for who has none: did not start, disqualified, retired by the event's rule. */
  readonly rank: number;
  /** A place that the scores did not give. Absent: they did. */
  readonly decidedBy?: TieReason;
}

function countsOf(tally: Tally, tieBreak: readonly TieBreakCount[]): readonly number[] {
  return tieBreak.map((count) => tally[count]);
}

export function scoreLineOf(state: Competition, entry: number): ScoreLine | undefined {
  const round = roundOfEntry(state, entry);
  if (!round) return undefined;
  const card = scorecardOf(state, entry);
  const { standing } = notesOf(state, entry);
  const end = lastEndBegun(card);
  return {
    entry,
    total: card.tally.total,
    counts: countsOf(card.tally, tieBreakOf(state)),
    arrows: card.tally.arrows,
    end,
    endArrows: end === 0 ? [] : endOf(card, round, end),
    ...(standing !== 'competing' && { standing }),
  };
}

export function leaderboardRowOf(state: Competition, entryNumber: number): LeaderboardRow | undefined {
  const entry = state.entries.at(entryNumber);
  const line = scoreLineOf(state, entryNumber);
  if (!entry || !line) return undefined;
  return { ...line, name: entry.name, club: entry.club, target: entry.target ? formatTarget(entry.target) : '' };
}

/** Undefined where the competition has no such category. */
export function leaderboardHeadOf(state: Competition, category: string): LeaderboardHead | undefined {
  const found = state.categories.get(category);
  const round = roundOfCategory(state, category);
  if (!found || !round) return undefined;
  const event = individualEventOf(state, category);
  const cut = event?.setup.elimination?.qualifiers;
  return {
    competitionName: state.name,
    category,
    categoryName: found.name,
    roundName: round.name,
    roundId: round.id,
    tieBreak: tieBreakOf(state),
    arrows: countArrows(round),
    ...(state.rounds.has(round.id) && { ownRound: round }),
    ...(event && event.ties.length > 0 && { ties: event.ties.map((tie) => leaderboardTieOf(event, tie)) }),
    ...(cut !== undefined && { cut }),
    ...(event && !event.setup.dnfKeepsRank && { dnfLosesRank: true as const }),
    ...(isOfficial(state, category) && { official: true as const }),
  };
}

function leaderboardTieOf(event: EventState, decision: TieDecision): LeaderboardTie {
  const { reason, levels } = decidedTieOf(decision, event.setup.elimination);
  const order = levels.flat().map(Number);
  if (levels.length === order.length) return { reason, order };
  return { reason, order, levels: levels.map((level) => level.length) };
}

/** Undefined where the competition has no such category. Rows stand as their scores have them, best first. */
export function leaderboardOf(state: Competition, category: string): Leaderboard | undefined {
  return leaderboardPageOf(state, category, 0, Number.POSITIVE_INFINITY);
}

/** Some rows of it, from 0: what is before them is not looked at. */
export function leaderboardPageOf(
  state: Competition,
  category: string,
  from: number,
  count: number,
): Leaderboard | undefined {
  const head = leaderboardHeadOf(state, category);
  if (!head) return undefined;
  const scores = state.rankings.get(category)?.slice(from, count) ?? [];
  return { head, rows: scores.map(({ entry }) => leaderboardRowOf(state, entry)).filter((row) => !!row) };
}

function tieDecided({ reason, order, levels }: LeaderboardTie): DecidedTie {
  const keys = order.map(String);
  return { reason, levels: levels?.map((size) => keys.splice(0, size)) ?? keys.map((key) => [key]) };
}

interface PlaceableRow extends Placeable {
  readonly row: LeaderboardRow;
}

/**
 * Best first; full ties share a rank and stand by number, but for the ties that were decided. Those without a rank stand at the end.
 * `dnfLosesRank` as in the head.
 */
export function rankRows(
  rows: Iterable<LeaderboardRow>,
  ties: readonly LeaderboardTie[] = [],
  dnfLosesRank = false,
): readonly RankedRow[] {
  const items = Array.from(rows, (row): PlaceableRow => {
    const unranked = unrankedOf(row.standing ?? 'competing', !dnfLosesRank);
    return { key: String(row.entry), total: row.total, counts: row.counts, unranked, row };
  });
  items.sort((a, b) => compareStanding(a, b) || a.row.entry - b.row.entry);
  return rankDecided(items, ties.map(tieDecided)).map(({ item, rank, decidedBy }) => ({
    ...item.row,
    rank,
    ...(decidedBy && { decidedBy }),
  }));
}
