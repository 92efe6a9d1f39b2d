// A scorecard as everybody may see it, and its record, which names judges and devices and is the organiser's.

import type { ScoreSheet } from '../../domain/card/score-sheet.ts';
import type { Position } from '../../domain/facts.ts';
import type { CardRecordView, ScorecardView } from '../../wire/api-cards.ts';

export function scorecardViewOf(sheet: ScoreSheet, position: Position): ScorecardView {
  const { entry, lock, changes: _, nextEnd, ends, distances, sessions, ...rest } = sheet;
  return {
    position,
    entry: entry.number,
    name: entry.name,
    club: entry.club,
    category: entry.category,
    ...rest,
    isLocked: lock !== undefined,
    nextEnd: nextEnd ?? null,
    distances: distances.map(({ distance: { metres, faceId }, ...part }) => ({ ...part, metres, faceId })),
    sessions: sessions.map(({ session: { name, day }, ...part }) => ({ ...part, name, day })),
    ends: ends.map(({ held, checked, ...end }) => ({ ...end, held: held ?? null, checked: checked ?? null })),
  };
}

export function cardRecordViewOf({ lock, changes }: ScoreSheet, position: Position): CardRecordView {
  return {
    position,
    lock: lock ?? null,
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
