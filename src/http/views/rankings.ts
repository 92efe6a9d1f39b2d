// Rankings page by page: of a category while it is shot, of an event's qualification, and at the end. A page by total costs no more than
// its rows and those down to the cut; the other rankings are made once per state, whatever page is asked.
import type { Competition } from '../../domain/competition.ts';
import { notesOf } from '../../domain/competition.ts';
import { type FinalRow, type MedalRow, medalTableOf } from '../../domain/event/final-ranking.ts';
import type { Position } from '../../domain/facts.ts';
import { individualEventOf } from '../../domain/ranking/event-of-category.ts';
import { type Qualification, type QualificationRow, qualificationOf } from '../../domain/ranking/qualification.ts';
import { qualificationPageOf } from '../../domain/ranking/qualification-page.ts';
import { recordFlagsOf } from '../../domain/ranking/record-flags.ts';
import { type RunningBasis, type RunningRow, runningRankingOf } from '../../domain/ranking/running-ranking.ts';
import { tieBreakOf } from '../../domain/rule-sets.ts';
import { formatTarget } from '../../domain/target.ts';
import type { FinalRankingView, MedalTableView, QualificationView, RankingView } from '../../wire/api-rankings.ts';
import { encodeCursor, type PageAsked, pageAfter, rowIsGone } from '../paging.ts';
import { remember } from '../remember.ts';

type RankingRowView = RankingView['rows'][number];

function athleteOf(state: Competition, number: number) {
  const { name = '', club = '', country = '', target } = state.entries.at(number) ?? {};
  return { entry: number, name, club, country, target: target ? formatTarget(target) : null };
}

/** Undefined for a category that the competition does not have. Throws RefusalError for a cursor of nobody. */
export function rankingViewOf(
  state: Competition,
  position: Position,
  category: string,
  basis: RunningBasis,
  page: PageAsked,
): RankingView | undefined {
  const head = { position, category, basis, tieBreak: tieBreakOf(state) };
  if (basis === 'total') {
    const found = qualificationPageOf(state, category, entryOf(page), page.limit);
    if (found === 'gone') throw rowIsGone();
    if (!found) return undefined;
    const { rows, size, from, cut = null } = found;
    const last = from + rows.length < size ? rows.at(-1) : undefined;
    const next = last ? encodeCursor([Number(last.key)]) : null;
    return { ...head, cut, ends: [], size, rows: rows.map((row) => rowByTotal(state, row)), next };
  }
  const running = remember(state, `http/ranking/${category}/${basis}`, () => runningRankingOf(state, category, basis));
  if (!running) return undefined;
  const { rows, next } = pageAfter(running.rows, page, ({ entry }) => [entry]);
  const size = running.rows.length;
  const cut = individualEventOf(state, category)?.setup.elimination?.qualifiers ?? null;
  return { ...head, cut, ends: running.ends, size, rows: rows.map((row) => rowByArrows(state, row)), next };
}

function entryOf({ after }: PageAsked): number | undefined {
  return after === undefined ? undefined : Number(after[0]);
}

function rowByTotal(state: Competition, row: QualificationRow): RankingRowView {
  const { key, rank, rankByScore, total, counts, arrows, standing, decidedBy, isIn } = row;
  return {
    ...athleteOf(state, Number(key)),
    ...{ rank: rank ?? null, rankByScore: rankByScore ?? null, total, counts, arrows, standing },
    ...{ decidedBy: decidedBy ?? null, isIn: isIn ?? null, moved: null, records: recordFlagsOf(state, Number(key)) },
  };
}

/** A ranking of the day: nobody is in or out by it. */
function rowByArrows(state: Competition, row: RunningRow): RankingRowView {
  const { entry, total, counts, arrows, moved } = row;
  const rank = row.rank ?? null;
  const { standing } = notesOf(state, entry);
  return {
    ...athleteOf(state, entry),
    ...{ rank, rankByScore: rank, total, counts, arrows, standing },
    ...{ decidedBy: null, isIn: null, moved: moved ?? null, records: recordFlagsOf(state, entry) },
  };
}

/** Undefined for an event that the competition does not have. */
export function qualificationViewOf(
  state: Competition,
  position: Position,
  event: string,
  page: PageAsked,
): QualificationView | undefined {
  const found = remember(state, `http/qualification/${event}`, () => qualificationOf(state, event));
  if (!found) return undefined;
  const { rows, next } = pageAfter(found.rows, page, ({ key }) => [key]);
  return { ...qualificationHeadOf(found, position), rows: rows.map((row) => qualificationRowOf(state, row)), next };
}

function qualificationHeadOf({ tieBreak, cut, rows, openTies, unfinished }: Qualification, position: Position) {
  return { position, tieBreak, cut: cut ?? null, size: rows.length, openTies, unfinished };
}

function qualificationRowOf(state: Competition, row: QualificationRow): QualificationView['rows'][number] {
  const { rank, rankByScore, decidedBy, isIn, ...rest } = row;
  const [entry, ...others] = row.entries;
  return {
    ...rest,
    ...{ rank: rank ?? null, rankByScore: rankByScore ?? null, decidedBy: decidedBy ?? null, isIn: isIn ?? null },
    records: entry === undefined || others.length > 0 ? [] : recordFlagsOf(state, entry),
  };
}

export function finalRankingViewOf(rows: readonly FinalRow[], position: Position): FinalRankingView {
  return {
    position,
    rows: rows.map(({ place, medal, qualificationRank, ...row }) => ({
      ...row,
      place: place ?? null,
      medal: medal ?? null,
      qualificationRank: qualificationRank ?? null,
    })),
  };
}

export function medalTableViewOf(state: Competition, position: Position, of: 'club' | 'country'): MedalTableView {
  const rows: readonly MedalRow[] = medalTableOf(state, of);
  return { position, of, rows };
}
