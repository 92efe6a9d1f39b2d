// Whose clock a tablet shows: of the session that the archers of its target shoot. It works this out itself, so that it is right without a
// network too.

import { nextEnd, scorecardOfEnds } from '../card/scorecard.ts';
import { roundOfArcher, type SheetArcher, type SheetSession, type TargetSheet } from '../card/target-sheet.ts';

type Sheet = Pick<TargetSheet, 'archers' | 'ownRounds' | 'sessions'>;

function nextSessionOf(sheet: Sheet, archer: SheetArcher, sessions: readonly SheetSession[]): SheetSession | undefined {
  const round = roundOfArcher(sheet, archer);
  const end = round && nextEnd(scorecardOfEnds(round, archer.ends), round, new Set(archer.held));
  return end === undefined ? undefined : sessions.find(({ toEnd }) => end <= toEnd);
}

/** The earliest in which somebody still has to shoot, else the last that any of them shot; undefined where there are none. */
export function sessionOfSheet(sheet: Sheet): number | undefined {
  const { archers, sessions = [] } = sheet;
  const ofArcher = (archer: SheetArcher) =>
    sessions.filter(({ categories }) => categories.length === 0 || categories.includes(archer.category));
  const toCome = archers
    .filter(({ standing }) => standing === undefined)
    .flatMap((archer) => nextSessionOf(sheet, archer, ofArcher(archer)) ?? []);
  if (toCome.length > 0) return Math.min(...toCome.map(({ number }) => number));
  const shot = archers.flatMap(ofArcher);
  return shot.length > 0 ? Math.max(...shot.map(({ number }) => number)) : undefined;
}
