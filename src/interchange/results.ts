// Everything that follows from an interchange file, computed without a server: rankings, qualifications, matches, pool tables, final
// rankings, medals. Members are named as in the answers over HTTP, and null is what is open or not there.
import type { Competition } from '../domain/competition.ts';
import type { CompetitionDocument, DocumentJournal } from '../domain/document/document.ts';
import { documentToCompetition } from '../domain/document/document-to-competition.ts';
import type { EventState } from '../domain/event/event.ts';
import { poolTablesOf } from '../domain/event/event-play.ts';
import { type FinalRow, finalRankingOf, type MedalRow, medalTableOf } from '../domain/event/final-ranking.ts';
import {
  categoryQualificationOf,
  type OpenTie,
  type QualificationRow,
  qualificationOf,
} from '../domain/ranking/qualification.ts';
import { type RecordFlag, recordFlagsOf } from '../domain/ranking/record-flags.ts';
import { isOfficial } from '../domain/reconcile/paper-card.ts';
import type { TieBreakCount } from '../domain/rule-sets.ts';
import { formatTarget } from '../domain/target.ts';
import { type MatchResult, matchResultsOf } from './match-results.ts';

export const resultsFormat = 'tenring-results';
export const resultsVersion = 1;

type Nullable<T, K extends keyof T> = Omit<T, K> & { readonly [Key in K]: NonNullable<T[Key]> | null };

/** Best first. A rank is null for who is without one, `isIn` where nobody goes on or that is still open. */
export type RankedResult = Nullable<QualificationRow, 'rank' | 'rankByScore' | 'decidedBy' | 'isIn'>;

export interface QualificationResult {
  readonly tieBreak: readonly TieBreakCount[];
  /** How many go on. */
  readonly cut: number | null;
  readonly rows: readonly RankedResult[];
  readonly openTies: readonly OpenTie[];
  /** Keys of those whose cards are neither complete nor given up. */
  readonly unfinished: readonly string[];
}

export type CategoryRow = RankedResult & {
  readonly entry: number;
  readonly target: string | null;
  /** Records and personal bests that this total beats or equals. */
  readonly records: readonly RecordFlag[];
};

export interface CategoryResult extends Omit<QualificationResult, 'rows'> {
  readonly category: string;
  readonly name: string;
  readonly roundId: string;
  /** Every card is compared with its signed paper, or waived by name. */
  readonly isOfficial: boolean;
  readonly rows: readonly CategoryRow[];
}

export interface PoolResult {
  readonly pool: string;
  readonly rows: readonly {
    readonly place: number;
    readonly seed: number;
    readonly name: string;
    readonly matches: number;
    readonly won: number;
    readonly pointsFor: number;
    readonly pointsAgainst: number;
    readonly total: number;
  }[];
}

export interface EventResult {
  readonly event: string;
  readonly name: string;
  readonly contest: 'individual' | 'team' | 'mixed';
  /** Null where an event is ranked only. */
  readonly system: 'bracket' | 'doubleElimination' | 'roundRobin' | 'pools' | null;
  readonly isDrawn: boolean;
  readonly qualification: QualificationResult;
  readonly matches: readonly MatchResult[];
  readonly pools: readonly PoolResult[];
  /** Best first; a place is null while it is open. */
  readonly finalRanking: readonly Nullable<FinalRow, 'place' | 'medal' | 'qualificationRank'>[];
}

export interface Results extends Pick<Competition, 'name' | 'venue' | 'from' | 'to' | 'discipline' | 'ruleSetId'> {
  readonly format: typeof resultsFormat;
  readonly version: typeof resultsVersion;
  /** How far the journal was; null for a file that no appliance made. */
  readonly journal: DocumentJournal | null;
  readonly categories: readonly CategoryResult[];
  readonly events: readonly EventResult[];
  readonly medals: { readonly club: readonly MedalRow[]; readonly country: readonly MedalRow[] };
}

/** Of a document that was checked (findDocumentProblem). */
export function resultsOf(document: CompetitionDocument): Results {
  return resultsOfState(documentToCompetition(document), document.journal ?? null);
}

export function resultsOfState(state: Competition, journal: DocumentJournal | null): Results {
  const { name, venue, from, to, discipline, ruleSetId } = state;
  return {
    ...{
      format: resultsFormat,
      version: resultsVersion,
      journal,
      name,
      venue,
      from,
      to,
      discipline,
      ruleSetId,
    },
    categories: [...state.categories.keys()].flatMap((code) => categoryResultOf(state, code)),
    events: [...state.events.values()].map((event) => eventResultOf(state, event)),
    medals: { club: medalTableOf(state, 'club'), country: medalTableOf(state, 'country') },
  };
}

function categoryResultOf(state: Competition, code: string): readonly CategoryResult[] {
  const category = state.categories.get(code);
  const found = categoryQualificationOf(state, code);
  if (!category || !found) return [];
  const { tieBreak, cut, openTies, unfinished } = found;
  const rows = found.rows.map((row): CategoryRow => {
    const entry = Number(row.key);
    const target = state.entries.at(entry)?.target;
    return {
      entry,
      target: target ? formatTarget(target) : null,
      ...rankedResultOf(row),
      records: recordFlagsOf(state, entry),
    };
  });
  const { name, roundId } = category;
  const about = { category: code, name, roundId, isOfficial: isOfficial(state, code) };
  return [{ ...about, tieBreak, cut: cut ?? null, rows, openTies, unfinished }];
}

function rankedResultOf(row: QualificationRow): RankedResult {
  const { rank, rankByScore, decidedBy, isIn, ...rest } = row;
  const open = { rank: rank ?? null, rankByScore: rankByScore ?? null, decidedBy: decidedBy ?? null };
  return { ...rest, ...open, isIn: isIn ?? null };
}

function qualificationResultOf(state: Competition, event: string): QualificationResult {
  const found = qualificationOf(state, event);
  const { tieBreak = [], cut = null, rows = [], openTies = [], unfinished = [] } = found ?? {};
  return { tieBreak, cut, rows: rows.map(rankedResultOf), openTies, unfinished };
}

function eventResultOf(state: Competition, { setup, draw }: EventState): EventResult {
  const { id, name, contest, elimination } = setup;
  const nameOf = (seed: number) => draw?.competitors[seed - 1]?.name ?? '';
  return {
    event: id,
    name,
    contest: contest.kind,
    system: elimination?.system ?? null,
    isDrawn: draw !== undefined,
    qualification: qualificationResultOf(state, id),
    matches: matchResultsOf(state, id),
    pools: Array.from(poolTablesOf(state, id), ([pool, rows]) => ({
      pool,
      rows: rows.map(({ place, seed, matches, won, pointsFor, pointsAgainst, total }) => {
        return { place, seed, name: nameOf(seed), matches, won, pointsFor, pointsAgainst, total };
      }),
    })),
    finalRanking: (finalRankingOf(state, id) ?? []).map(({ place, medal, qualificationRank, ...row }) => ({
      ...row,
      place: place ?? null,
      medal: medal ?? null,
      qualificationRank: qualificationRank ?? null,
    })),
  };
}
