// A scorecard as everybody may see it, and its record, which names judges and devices and is the organiser's.

import { athleteSheetOf } from '../../domain/card/athlete-sheet.ts';
import type { ScoreSheet } from '../../domain/card/score-sheet.ts';
import type { Position } from '../../domain/facts.ts';
import { formatTarget } from '../../domain/target.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { AthleteView, CardRecordView, ScorecardView } from '../../wire/api-cards.ts';

export function scorecardViewOf(sheet: ScoreSheet, position: Position): ScorecardView {
  const { entry, lock, changes: _, signatures, nextEnd, ends, distances, sessions, ...rest } = sheet;
  return {
    position,
    entry: entry.number,
    name: entry.name,
    club: entry.club,
    category: entry.category,
    ...rest,
    signed: [...signatures.keys()].sort(),
    isLocked: lock !== undefined,
    nextEnd: nextEnd ?? null,
    distances: distances.map(({ distance: { metres, faceId }, ...part }) => ({ ...part, metres, faceId })),
    sessions: sessions.map(({ session: { name, day }, ...part }) => ({ ...part, name, day })),
    ends: ends.map(({ held, checked, ...end }) => ({ ...end, held: held ?? null, checked: checked ?? null })),
  };
}

/** What follows one athlete; undefined for an entry that nobody is. */
export function athleteViewOf({ state, at }: View, entryNumber: number): AthleteView | undefined {
  const entry = state.entries.at(entryNumber);
  const sheet = athleteSheetOf(state, entryNumber);
  if (!entry || !sheet) return undefined;
  const { name, club, category, target } = entry;
  const { categoryName, ranks, hits } = sheet;
  return {
    ...{ position: at, entry: entryNumber, name, club, category, categoryName },
    target: target ? formatTarget(target) : null,
    ranks,
    hits,
  };
}

export function cardRecordViewOf({ lock, signatures, changes }: ScoreSheet, position: Position): CardRecordView {
  return {
    position,
    lock: lock ?? null,
    signatures: Array.from(signatures, ([as, signature]) => ({ as, ...signature })),
    changes: changes.map(({ end, was, now, ruling, standing, ...change }) => ({
      ...change,
      end: end ?? null,
      was: was ?? null,
      now: now ?? null,
      ruling: ruling ?? null,
      standing: standing ?? null,
    })),
  };
}
