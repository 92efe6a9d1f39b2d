// What is asked of one entry's card: scoring, correcting, judging, checking, holding, signing, how the athlete stands.
import type { CardCommand, CommandContext } from './commands.ts';
import type { Competition } from './competition.ts';
import { decideCorrection, decideScore } from './decide-score.ts';
import { type Decision, rejected } from './decision.ts';

export function decideCard(state: Competition, command: CardCommand, { actor }: CommandContext): Decision {
  switch (command.kind) {
    case 'scoreArrows':
      return decideScore(state, command, actor);
    case 'correctEnd':
      return decideCorrection(state, command, actor);
    default:
      return rejected({ code: 'notAllowed', role: actor.role });
  }
}
