// Archiving a competition: everything in it is kept, and nothing can be changed until it is reopened.
import type { CloseCompetition, ReopenCompetition } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';

export function decideClosing(
  { isClosed }: Pick<Competition, 'isClosed'>,
  { kind }: CloseCompetition | ReopenCompetition,
): Decision {
  if (kind === 'closeCompetition')
    return isClosed ? rejected({ code: 'competitionIsClosed' }) : happened({ kind: 'competitionClosed' });
  return isClosed ? happened({ kind: 'competitionReopened' }) : rejected({ code: 'competitionIsOpen' });
}
