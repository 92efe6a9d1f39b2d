// What a table of records and personal bests must be: totals that its rounds allow, and no record twice. For commands and for files alike.
import { type Competition, roundById } from '../competition.ts';
import { countArrows, faceOf, maximumScore, type Round } from '../rounds/rounds.ts';
import type { RecordMark } from './records.ts';
import { isOneLine } from './text-check.ts';

/** Why a line of the table cannot be; English key words, for texts that are complete. */
export const recordProblems = [
  'tooMany',
  'kind',
  'unknownCategory',
  'unknownRound',
  'name',
  'club',
  'total',
  'x',
  'twice',
] as const;
export type RecordProblem = (typeof recordProblems)[number];

export interface FoundRecord {
  /** From 1. */
  readonly line: number;
  readonly why: RecordProblem;
}

/** The table is one fact, which the journal holds in one piece. */
export const mostRecords = 5_000;
const longestKind = 20;
export const personalBest = 'PB';

type Known = Pick<Competition, 'rounds' | 'categories'>;

/** The first thing wrong with any of its lines. */
export function findRecordProblem(state: Known, records: readonly RecordMark[]): FoundRecord | undefined {
  if (records.length > mostRecords) return { line: mostRecords + 1, why: 'tooMany' };
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const why = findProblem(state, record);
    if (why) return { line: index + 1, why };
    const { kind, category, roundId, name, club } = record;
    const key = JSON.stringify([kind, category, roundId, name, club]);
    if (seen.has(key)) return { line: index + 1, why: 'twice' };
    seen.add(key);
  }
  return undefined;
}

function findProblem(state: Known, record: RecordMark): RecordProblem | undefined {
  const { kind, category, roundId, name, club, total, x } = record;
  const isPersonal = kind === personalBest;
  if (!isOneLine(kind, longestKind)) return 'kind';
  if (!(state.categories.has(category) || (isPersonal && category === ''))) return 'unknownCategory';
  const round = roundById(state, roundId);
  if (!round) return 'unknownRound';
  if (isPersonal ? !isOneLine(name) : name !== '') return 'name';
  if (club !== '' && !(isPersonal && isOneLine(club))) return 'club';
  if (!Number.isInteger(total) || total < 1 || total > maximumScore(round)) return 'total';
  if (x !== undefined && !(Number.isInteger(x) && x >= 0 && x <= mostXs(round))) return 'x';
  return undefined;
}

/** Arrows at distances whose face has an X. */
function mostXs(round: Round): number {
  const distances = round.distances.filter((distance) => faceOf(distance)?.zones.some(({ value }) => value === 'X'));
  return countArrows({ ...round, distances });
}
