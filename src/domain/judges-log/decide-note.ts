// What judges write into their log: a note or a protest, how it ended, and that it is open again.
import type { CloseNote, NoteCommand, ReopenNote, WriteNote } from '../commands.ts';
import { type Competition, roundOfEntry } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { findMatch } from '../event/decide-match.ts';
import type { Rejection } from '../rejections.ts';
import { countEnds } from '../rounds/rounds.ts';
import { isOneLine } from '../setup/text-check.ts';
import { mostNotes, type NoteAbout } from './judges-log.ts';
import { findNoteProblem, findTextProblem } from './note-check.ts';

export function decideNote(state: Competition, command: NoteCommand): Decision {
  switch (command.kind) {
    case 'writeNote':
      return decideWriting(state, command);
    case 'closeNote':
      return decideEnding(state, command);
    case 'reopenNote':
      return decideReopening(state, command);
  }
}

function decideWriting(state: Competition, { note, sort, about, by, ...rest }: WriteNote): Decision {
  const fee = rest.fee?.trim();
  const text = rest.text.trim();
  const paid = fee === undefined || fee === '' ? {} : { fee };
  if (!isOneLine(by)) return rejected({ code: 'judgeMissing' });
  const why = findNoteProblem({ id: note, text, about, ...paid });
  if (why) return rejected({ code: 'noteWrong', why });
  const before = state.judgesLog.get(note);
  if (before?.ending) return rejected({ code: 'noteIsClosed' });
  if (!before && state.judgesLog.size >= mostNotes) return rejected({ code: 'noteWrong', why: 'tooMany' });
  const unknown = findUnknown(state, about);
  if (unknown) return rejected(unknown);
  return happened({ kind: 'noteWritten', note, sort, about, text, by: by.trim(), ...paid });
}

/** What a note names and is not there. */
function findUnknown(state: Competition, { entry, end, event, match, butt }: NoteAbout): Rejection | undefined {
  if (entry !== undefined) {
    const round = roundOfEntry(state, entry);
    if (!round) return { code: 'unknownEntry', entry };
    const ends = countEnds(round);
    if (end !== undefined && (end < 1 || end > ends)) return { code: 'noSuchEnd', end, ends };
  }
  if (event !== undefined && match !== undefined) {
    const found = findMatch(state, event, match);
    if ('code' in found) return found;
  } else if (event !== undefined && !state.events.has(event)) {
    return { code: 'unknownEvent', event };
  }
  return butt !== undefined && (butt < 1 || !Number.isInteger(butt)) ? { code: 'unknownButt', butt } : undefined;
}

function decideEnding(state: Competition, { note, outcome, by, feeReturned, ...rest }: CloseNote): Decision {
  const found = state.judgesLog.get(note);
  if (!found) return rejected({ code: 'unknownNote', note });
  if (found.ending) return rejected({ code: 'noteIsClosed' });
  if (!isOneLine(by)) return rejected({ code: 'judgeMissing' });
  const text = rest.text.trim();
  if (text === '') return rejected({ code: 'reasonMissing' });
  const why = findTextProblem(text);
  if (why) return rejected({ code: 'noteWrong', why });
  const returned = feeReturned && found.fee !== undefined ? { feeReturned } : {};
  return happened({ kind: 'noteClosed', note, outcome, text, by: by.trim(), ...returned });
}

function decideReopening(state: Competition, { note, by, reason }: ReopenNote): Decision {
  const found = state.judgesLog.get(note);
  if (!found) return rejected({ code: 'unknownNote', note });
  if (!found.ending) return rejected({ code: 'noteIsOpen' });
  if (!isOneLine(by)) return rejected({ code: 'judgeMissing' });
  if (reason.trim() === '') return rejected({ code: 'reasonMissing' });
  return happened({ kind: 'noteReopened', note, by: by.trim(), reason: reason.trim() });
}
