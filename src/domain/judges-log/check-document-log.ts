// An interchange file's judges' log. What a note is about need not be there any more.
import type { CompetitionDocument, DocumentFlaw } from '../document/document.ts';
import { findTwice, firstFlaw, flawAt } from '../document/document-flaw.ts';
import { findNoteProblem, findTextProblem } from './note-check.ts';

export function findLogFlaw({ judgesLog = [] }: CompetitionDocument): DocumentFlaw | undefined {
  return (
    firstFlaw(judgesLog, (note, index) => {
      const why = findNoteProblem(note) ?? (note.ending && findTextProblem(note.ending.text));
      return why && flawAt(['judgesLog', index], 'impossible', note.text, why);
    }) ??
    findTwice(
      judgesLog,
      ({ id }) => id,
      (index) => ['judgesLog', index, 'id'],
    )
  );
}
