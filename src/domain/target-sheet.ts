// What the tablet at one butt shows: its archers and their cards. Like the leaderboard, one shape for server and screens.
import { type Competition, endOf, roundOfEntry, scorecardOf } from './competition.ts';
import type { End } from './scorecard.ts';
import { formatTarget } from './target.ts';

export interface SheetArcher {
  readonly entry: number;
  readonly name: string;
  readonly club: string;
  readonly category: string;
  /** `12A`. */
  readonly target: string;
  readonly roundId: string;
  readonly ends: readonly End[];
}

export interface TargetSheet {
  readonly competitionName: string;
  readonly butt: number;
  /** In the order of their letters. */
  readonly archers: readonly SheetArcher[];
}

/** One end of one archer as it now is. */
export interface SheetEnd {
  readonly entry: number;
  readonly end: number;
  readonly arrows: End;
}

/** Undefined where nobody shoots at this butt. */
export function targetSheetOf(state: Competition, butt: number): TargetSheet | undefined {
  const numbers = state.entriesByButt.at(butt);
  if (!numbers?.length) return undefined;
  const archers: SheetArcher[] = [];
  for (const number of numbers) {
    const entry = state.entries.at(number);
    const round = roundOfEntry(state, number);
    if (!entry?.target || !round) continue;
    const { name, club, category, target } = entry;
    const { ends } = scorecardOf(state, number);
    archers.push({ entry: number, name, club, category, target: formatTarget(target), roundId: round.id, ends });
  }
  return { competitionName: state.name, butt, archers };
}

export function sheetEndOf(state: Competition, entry: number, end: number): SheetEnd | undefined {
  const round = roundOfEntry(state, entry);
  return round && { entry, end, arrows: endOf(scorecardOf(state, entry), round, end) };
}
