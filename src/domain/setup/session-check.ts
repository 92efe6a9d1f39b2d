// What the sessions of a competition must be: numbered as they are shot, on its days, over ends that its rounds have, and no end of a
// category in two of them. For commands and for files alike.
import { type Competition, roundOfCategory } from '../competition.ts';
import { isDay, isTimeOfDay } from '../local-time.ts';
import { countEnds } from '../rounds/rounds.ts';
import type { Session } from './sessions.ts';
import { isOneLine } from './text-check.ts';

/** Why a session cannot be; English key words, for texts that are complete. */
export const sessionProblems = [
  'number',
  'name',
  'day',
  'start',
  'order',
  'unknownCategory',
  'categoryTwice',
  'ends',
  'overlap',
] as const;
export type SessionProblem = (typeof sessionProblems)[number];

export interface FoundSession {
  readonly session: number;
  readonly why: SessionProblem;
}

type Known = Pick<Competition, 'from' | 'to' | 'rounds' | 'categories'>;

/** The first thing wrong with any of them. */
export function findSessionProblem(state: Known, sessions: readonly Session[]): FoundSession | undefined {
  for (const [index, session] of sessions.entries()) {
    const why = findProblem(state, session, sessions.slice(0, index));
    if (why) return { session: session.number, why };
  }
  return undefined;
}

function findProblem(state: Known, session: Session, earlier: readonly Session[]): SessionProblem | undefined {
  const { number, name, day, start, categories } = session;
  const before = earlier.at(-1);
  if (number !== earlier.length + 1) return 'number';
  if (!isOneLine(name)) return 'name';
  if (!isDay(day) || day < state.from || day > state.to) return 'day';
  if (start !== '' && !isTimeOfDay(start)) return 'start';
  if (before && startsBefore(session, before)) return 'order';
  if (categories.some((code) => !state.categories.has(code))) return 'unknownCategory';
  if (new Set(categories).size < categories.length) return 'categoryTwice';
  if (!isRangeOfEnds(state, session)) return 'ends';
  return earlier.some((other) => isShotTwice(session, other)) ? 'overlap' : undefined;
}

/** A session without a time may be at any of its day. */
function startsBefore(session: Session, before: Session): boolean {
  if (session.day !== before.day) return session.day < before.day;
  return session.start !== '' && session.start < before.start;
}

/** For each category that is named; a session for all reaches as far as the longest round. */
function isRangeOfEnds(state: Known, { categories, fromEnd, toEnd }: Session): boolean {
  if (!Number.isInteger(fromEnd) || !Number.isInteger(toEnd) || fromEnd < 1 || toEnd < fromEnd) return false;
  const endsOf = (code: string) => {
    const round = roundOfCategory(state, code);
    return round ? countEnds(round) : 0;
  };
  if (categories.length > 0) return categories.every((code) => toEnd <= endsOf(code));
  return toEnd <= Math.max(0, ...[...state.categories.keys()].map(endsOf));
}

function isShotTwice(a: Session, b: Session): boolean {
  const forAll = a.categories.length === 0 || b.categories.length === 0;
  const shared = forAll || a.categories.some((code) => b.categories.includes(code));
  return shared && a.fromEnd <= b.toEnd && b.fromEnd <= a.toEnd;
}
