// What is asked of an event: set-up, ties, draw, schedule. Match by match: decide-match.ts.
import type { EventCommand, MatchCommand } from './commands.ts';
import type { Competition } from './competition.ts';
import { type Decision, rejected } from './decision.ts';

export function decideEvent(_state: Competition, command: Exclude<EventCommand, MatchCommand>): Decision {
  return rejected({ code: 'notAllowed', role: command.kind });
}
