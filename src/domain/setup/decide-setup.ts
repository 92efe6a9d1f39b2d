// The rules of setting a competition up: rounds of the organiser's own, categories, sessions, the table of records, how many cards are
// kept. What has been shot in stays what it is.

import type { SetCategories, SetRound, SetupCommand } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { Entry } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { findRoundProblem } from '../rounds/round-check.ts';
import { findRound } from '../rounds/rounds.ts';
import type { Category } from './categories.ts';
import { findCategoryProblem } from './category-check.ts';
import { findFurtherProblem } from './entry-check.ts';
import { findRecordProblem } from './record-check.ts';
import { findSessionProblem } from './session-check.ts';

export function decideSetup(state: Competition, command: SetupCommand): Decision {
  switch (command.kind) {
    case 'setRound':
      return decideRound(state, command);
    case 'setCategories':
      return decideCategories(state, command);
    case 'setSessions': {
      const problem = findSessionProblem(state, command.sessions);
      if (problem) return rejected({ code: 'sessionWrong', ...problem });
      return happened({ kind: 'sessionsSet', sessions: command.sessions });
    }
    case 'setRecords': {
      const problem = findRecordProblem(state, command.records);
      if (problem) return rejected({ code: 'recordWrong', ...problem });
      return happened({ kind: 'recordsSet', records: command.records });
    }
    case 'setScoring':
      return happened({ kind: 'scoringSet', mode: command.mode });
  }
}

function decideRound(state: Competition, { round }: SetRound): Decision {
  const roundId = round.id;
  if (findRound(roundId)) return rejected({ code: 'roundTaken', roundId });
  const why = findRoundProblem(round);
  if (why) return rejected({ code: 'roundWrong', roundId, why });
  const isShotIn = (entry: Entry) => state.categories.get(entry.category)?.roundId === roundId;
  if (state.rounds.has(roundId) && isBegun(state, isShotIn)) return rejected({ code: 'roundInUse', roundId });
  const changed = { ...state, rounds: new Map(state.rounds).set(roundId, round) };
  return orSessionsWrong(changed) ?? happened({ kind: 'roundsAdded', rounds: [{ ...round, name: round.name.trim() }] });
}

/** Whether any of these entries has arrows on its card, or a second scorer's, or boxes held open: all of them name ends of the round. */
function isBegun(state: Competition, isMeant: (entry: Entry) => boolean): boolean {
  for (const entry of state.entries.values()) {
    if (!isMeant(entry)) continue;
    const notes = state.notes.at(entry.number);
    if (state.scorecards.at(entry.number) || notes?.checks.size || notes?.held.size) return true;
  }
  return false;
}

/** Sessions name ends: a shorter round may leave them without. */
function orSessionsWrong(changed: Competition): Decision | undefined {
  const problem = findSessionProblem(changed, changed.sessions);
  return problem && rejected({ code: 'sessionWrong', ...problem });
}

function decideCategories(state: Competition, { categories }: SetCategories): Decision {
  if (categories.length === 0) return rejected({ code: 'nothingToImport' });
  const given = new Map(categories.map((category) => [category.code, { ...category, name: category.name.trim() }]));
  for (const category of categories) {
    const problem = findCategoryProblem(state, category);
    if (problem) return rejected(problem);
  }
  // Two categories of one code: nobody can say which is meant.
  const twice = categories.find(
    (category, index) => categories.findIndex(({ code }) => code === category.code) < index,
  );
  if (twice) return rejected({ code: 'categoryWrong', category: twice.code });
  const changed = { ...state, categories: new Map([...state.categories, ...given]) };
  const problem = findBegunCategory(state, given) ?? findOtherRound(changed);
  return problem
    ? rejected(problem)
    : (orSessionsWrong(changed) ?? happened({ kind: 'categoriesAdded', categories: [...given.values()] }));
}

function findBegunCategory(state: Competition, given: ReadonlyMap<string, Category>): Rejection | undefined {
  for (const { code, roundId } of given.values()) {
    const before = state.categories.get(code);
    if (!before || before.roundId === roundId) continue;
    if (isBegun(state, (entry) => entry.category === code)) return { code: 'categoryInUse', category: code };
  }
  return undefined;
}

/** A card that counts in several categories needs the same round in all of them. */
function findOtherRound(state: Competition): Rejection | undefined {
  for (const entry of state.entries.values()) {
    const problem = findFurtherProblem(state, entry);
    if (problem) return problem;
  }
  return undefined;
}
