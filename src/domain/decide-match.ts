// What is asked of a match: arrows, corrections, rulings, measuring, attendance, who begins.
import type { CommandContext, MatchCommand } from './commands.ts';
import type { Competition } from './competition.ts';
import { type Decision, rejected } from './decision.ts';

export function decideMatch(_state: Competition, _command: MatchCommand, { actor }: CommandContext): Decision {
  return rejected({ code: 'notAllowed', role: actor.role });
}
