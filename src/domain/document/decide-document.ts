// Whether an interchange file can become a competition: all of it, as one fact, or nothing.

import { type Decision, happened, rejected } from '../decision.ts';
import { findDocumentProblem } from './check-document.ts';
import type { CompetitionDocument } from './document.ts';

export function decideDocument(document: CompetitionDocument): Decision {
  const flaw = findDocumentProblem(document);
  return flaw ? rejected({ code: 'badDocument', ...flaw }) : happened({ kind: 'competitionImported', document });
}
