// What the desk and the judges do with paper cards: type them, settle a difference, let a card count without one, take any of it back.
import type { CountPaper, ReconcileCommand, SettlePaper, TakeBackPaper, WaivePaper } from '../commands.ts';
import { type Competition, notesOf, roundOfEntry } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { withReseeding } from '../event/reseeding.ts';
import type { Entry } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { countArrows, maximumScore } from '../rounds/rounds.ts';
import { tieBreakOf } from '../rule-sets.ts';
import { arrowFiguresOf, paperStateOf, sameFigures, whatCounts } from './paper-card.ts';

/** Cards that can be waived at once. */
export const mostWaived = 500;

/** Why a paper card cannot be that; English key words, for texts that are complete. */
export const paperProblems = ['open', 'sum', 'counts', 'nothingShot'] as const;
export type PaperProblem = (typeof paperProblems)[number];

export function decideReconciling(state: Competition, command: ReconcileCommand): Decision {
  switch (command.kind) {
    case 'countPaper':
      return decideCount(state, command);
    case 'settlePaper':
      return decideSettlement(state, command);
    case 'waivePaper':
      return decideWaiver(state, command);
    case 'takeBackPaper':
      return decideTakingBack(state, command);
  }
}

function findMissing({ by, reason }: { readonly by: string; readonly reason: string }): Rejection | undefined {
  if (by.trim() === '') return { code: 'judgeMissing' };
  return reason.trim() === '' ? { code: 'reasonMissing' } : undefined;
}

function decideCount(state: Competition, { entry, total, counts, by }: CountPaper): Decision {
  const athlete = state.entries.at(entry);
  if (!athlete) return rejected({ code: 'unknownEntry', entry });
  if (by.trim() === '') return rejected({ code: 'judgeMissing' });
  const why = findImpossible(state, athlete, { total, counts });
  if (why) return rejected({ code: 'paperWrong', name: athlete.name, why });
  const counted = { kind: 'paperCounted', entry, total, counts, by: by.trim() } as const;
  return withReseeding(state, happened(counted), entry);
}

function findImpossible(
  state: Competition,
  { number }: Entry,
  { total, counts }: Pick<CountPaper, 'total' | 'counts'>,
): PaperProblem | undefined {
  const found = paperStateOf(state, number);
  if (found === 'open') return 'open';
  if (found === 'notNeeded') return 'nothingShot';
  const round = roundOfEntry(state, number);
  if (!round || total > maximumScore(round) || !isCount(total)) return 'sum';
  const arrows = countArrows(round);
  const fits = counts.length === tieBreakOf(state).length && counts.every((each) => isCount(each) && each <= arrows);
  return fits ? undefined : 'counts';
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function decideSettlement(state: Competition, { entry, arrows, paper, by, reason }: SettlePaper): Decision {
  const athlete = state.entries.at(entry);
  if (!athlete) return rejected({ code: 'unknownEntry', entry });
  const { name } = athlete;
  const missing = findMissing({ by, reason });
  if (missing) return rejected(missing);
  const count = notesOf(state, entry).paper?.count;
  if (!count) return rejected({ code: 'paperMissing', name });
  const was = arrowFiguresOf(state, entry);
  if (!sameFigures(was, arrows) || !sameFigures(count, paper)) return rejected({ code: 'paperChanged', name });
  if (paperStateOf(state, entry) !== 'differs') return rejected({ code: 'paperAgrees', name });
  const now = whatCounts(was, count);
  const settled = { kind: 'paperSettled', entry, was, now, by: by.trim(), reason: reason.trim() } as const;
  return withReseeding(state, happened(settled), entry);
}

/** All or nothing. What differs is settled, never waived. */
function decideWaiver(state: Competition, { entries, by, reason }: WaivePaper): Decision {
  const missing = findMissing({ by, reason });
  if (missing) return rejected(missing);
  const waived = [...new Set(entries)];
  if (waived.length === 0 || waived.length > mostWaived) return rejected({ code: 'nothingToWaive' });
  for (const entry of waived) {
    const athlete = state.entries.at(entry);
    if (!athlete) return rejected({ code: 'unknownEntry', entry });
    const found = paperStateOf(state, entry);
    if (found === 'differs') return rejected({ code: 'paperDiffers', name: athlete.name });
    if (found === 'open') return rejected({ code: 'paperWrong', name: athlete.name, why: 'open' });
    if (found !== 'missing') return rejected({ code: 'paperAgrees', name: athlete.name });
  }
  return happened({ kind: 'paperWaived', entries: waived, by: by.trim(), reason: reason.trim() });
}

function decideTakingBack(state: Competition, { entry, by, reason }: TakeBackPaper): Decision {
  const athlete = state.entries.at(entry);
  if (!athlete) return rejected({ code: 'unknownEntry', entry });
  if (!notesOf(state, entry).paper) return rejected({ code: 'paperMissing', name: athlete.name });
  const missing = findMissing({ by, reason });
  if (missing) return rejected(missing);
  const taken = { kind: 'paperTakenBack', entry, by: by.trim(), reason: reason.trim() } as const;
  return withReseeding(state, happened(taken), entry);
}
