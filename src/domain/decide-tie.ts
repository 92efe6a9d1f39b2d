// What is asked of a tie at a bracket place: a toss, a shoot-off, or taking one of them back.
import type { RecordShootOff, RecordToss, ReopenTie } from './commands.ts';
import type { Competition } from './competition.ts';
import { type Decision, rejected } from './decision.ts';

export function decideTie(_state: Competition, command: RecordToss | RecordShootOff | ReopenTie): Decision {
  return rejected({ code: 'noSuchTie', event: command.event });
}
