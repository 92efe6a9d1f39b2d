// Rounds of the organiser's own, categories, sessions, records.
import type { SetupCommand } from './commands.ts';
import type { Competition } from './competition.ts';
import { type Decision, rejected } from './decision.ts';

export function decideSetup(_state: Competition, command: SetupCommand): Decision {
  return rejected({ code: 'notAllowed', role: command.kind });
}
