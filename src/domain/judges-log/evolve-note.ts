// How facts change the judges' log. The journal has what a note said before, and why it was opened again.
import type { FactOrigin } from '../actor.ts';
import type { Competition } from '../competition.ts';
import type { NoteFact } from '../facts.ts';
import type { JudgeNote } from './judges-log.ts';

export function evolveNote(state: Competition, fact: NoteFact, { at, actor }: FactOrigin): Competition {
  const before = state.judgesLog.get(fact.note);
  switch (fact.kind) {
    case 'noteWritten': {
      const { note: id, sort, about, text, by, fee } = fact;
      const first = before ? { at: before.at, actor: before.actor } : { at, actor };
      return withNote(state, { ...first, id, sort, about, text, by, ...(fee !== undefined && { fee }) });
    }
    case 'noteClosed': {
      const { outcome, text, by, feeReturned } = fact;
      const ending = { at, actor, outcome, text, by, ...(feeReturned && { feeReturned }) };
      return before ? withNote(state, { ...before, ending }) : state;
    }
    case 'noteReopened': {
      if (!before) return state;
      const { ending: _, ...open } = before;
      return withNote(state, open);
    }
  }
}

function withNote(state: Competition, note: JudgeNote): Competition {
  return { ...state, judgesLog: new Map(state.judgesLog).set(note.id, note) };
}
