// Leaderboards and what changes in them ⇄ proto/live.proto. A word that only a newer appliance knows is left out: the page reads on, and
// loads itself again when it may.
import type {
  Leaderboard,
  LeaderboardHead,
  LeaderboardRow,
  LeaderboardTie,
  ScoreLine,
} from '../domain/ranking/leaderboard.ts';
import { isTieBreakCount } from '../domain/rule-sets.ts';
import { endToBytes } from './arrows.ts';
import type { tenring } from './gen/live.js';
import { roundToWire, wireToRound } from './round-record.ts';
import { count, list, present, standingOf, text, wholeEnd } from './wire-fields.ts';

type WireScore = tenring.live.ScoreLine.$Properties;
type WireRow = tenring.live.LeaderboardRow.$Properties;
type WireLeaderboard = tenring.live.Leaderboard.$Properties;
type WireTie = tenring.live.Tie.$Properties;

export function scoreToWire(line: ScoreLine): WireScore {
  const { entry, total, counts, arrows, end, endArrows, standing } = line;
  const score = { entry, total, counts: [...counts], arrows, end, endArrows: endToBytes(endArrows) };
  return standing ? { ...score, standing } : score;
}

export function rowToWire(row: LeaderboardRow): WireRow {
  return { name: row.name, club: row.club, target: row.target, score: scoreToWire(row) };
}

function tieToWire({ reason, order, levels = [] }: LeaderboardTie): WireTie {
  return { reason, order: [...order], levels: [...levels] };
}

export function leaderboardToWire({ head, rows }: Leaderboard): WireLeaderboard {
  const { tieBreak, ownRound, ties = [], ...rest } = head;
  return {
    ...rest,
    tieBreak: [...tieBreak],
    rows: rows.map(rowToWire),
    ties: ties.map(tieToWire),
    ...(ownRound && { ownRound: roundToWire(ownRound) }),
  };
}

export function wireToScore(score: WireScore): ScoreLine {
  const { entry, total, counts, arrows, end, endArrows, standing } = score;
  return {
    entry: count(entry),
    total: count(total),
    counts: list(counts),
    arrows: count(arrows),
    end: count(end),
    endArrows: wholeEnd(endArrows),
    ...present('standing', standingOf(standing)),
  };
}

export function wireToRow({ name, club, target, score }: WireRow): LeaderboardRow {
  return { ...wireToScore(score ?? {}), name: text(name), club: text(club), target: text(target) };
}

function wireToTies(wire: readonly WireTie[]): readonly LeaderboardTie[] {
  return wire.flatMap(({ reason, order, levels }): readonly LeaderboardTie[] => {
    if (reason !== 'SO' && reason !== 'CT') return [];
    return [{ reason, order: list(order), ...(levels?.length && { levels }) }];
  });
}

export function wireToLeaderboard(wire: WireLeaderboard): Leaderboard {
  const ties = wireToTies(list(wire.ties));
  const head: LeaderboardHead = {
    competitionName: text(wire.competitionName),
    category: text(wire.category),
    categoryName: text(wire.categoryName),
    roundName: text(wire.roundName),
    roundId: text(wire.roundId),
    tieBreak: list(wire.tieBreak).filter(isTieBreakCount),
    arrows: count(wire.arrows),
    ...(wire.ownRound && { ownRound: wireToRound(wire.ownRound) }),
    ...(ties.length > 0 && { ties }),
    ...(wire.cut && { cut: wire.cut }),
    ...(wire.dnfLosesRank && { dnfLosesRank: true as const }),
    ...(wire.official && { official: true as const }),
  };
  return { head, rows: list(wire.rows).map(wireToRow) };
}
