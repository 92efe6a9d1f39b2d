// How facts change what is known of paper cards, and what counts by them.
import type { FactOrigin } from '../actor.ts';
import { scorecardOfEnds } from '../card/scorecard.ts';
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { ReconcileFact } from '../facts.ts';
import { tieBreakOf } from '../rule-sets.ts';
import { withFigures } from './paper-card.ts';
import type { PaperNotes } from './paper-notes.ts';

export function evolveReconciling(state: Competition, fact: ReconcileFact, { at, actor }: FactOrigin): Competition {
  const origin = { at, actor };
  switch (fact.kind) {
    case 'paperCounted': {
      const { entry, total, counts, by } = fact;
      return withPaper(withoutFigures(state, entry), entry, { count: { ...origin, total, counts, by } });
    }
    case 'paperSettled': {
      const { entry, was, now, by, reason } = fact;
      const { count } = notesOf(state, entry).paper ?? {};
      const settled = { ...origin, was, now, by, reason };
      const noted = withPaper(state, entry, { ...(count && { count }), settled });
      const card = withFigures(scorecardOf(state, entry), tieBreakOf(state), now);
      return { ...noted, scorecards: noted.scorecards.with(entry, card) };
    }
    case 'paperWaived': {
      const waived = { ...origin, by: fact.by, reason: fact.reason };
      return fact.entries.reduce((next, entry) => withPaper(next, entry, { waived }), state);
    }
    case 'paperTakenBack':
      return withPaper(withoutFigures(state, fact.entry), fact.entry, undefined);
  }
}

function withPaper(state: Competition, entry: number, paper: PaperNotes | undefined): Competition {
  if (!state.entries.at(entry)) return state;
  const { paper: _, ...rest } = notesOf(state, entry);
  return { ...state, notes: state.notes.with(entry, paper ? { ...rest, paper } : rest) };
}

/** What the arrows give counts again. */
function withoutFigures(state: Competition, entry: number): Competition {
  const card = scorecardOf(state, entry);
  const round = card.byPaper ? roundOfEntry(state, entry) : undefined;
  if (!round) return state;
  return { ...state, scorecards: state.scorecards.with(entry, scorecardOfEnds(round, card.ends)) };
}
