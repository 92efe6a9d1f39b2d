// What is asked of one entry's card: scoring, correcting, judging, checking, holding, signing, how the athlete stands. Whatever changes
// arrows or standings may change who stands where in a draw: reseeding.ts.
import type { CardCommand, CommandContext } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, rejected } from '../decision.ts';
import { withReseeding } from '../event/reseeding.ts';
import { decideCheck, decideHold, decideLock, decideRuling, decideStanding, decideUnlock } from './decide-judge.ts';
import { decideCorrection, decideScore } from './decide-score.ts';
import { decideSigning } from './sign-card.ts';

/** What paired devices may ask; the rest is the desk's. */
const scorersMay: ReadonlySet<CardCommand['kind']> = new Set(['scoreArrows', 'correctEnd', 'checkEnd', 'signCard']);

export function decideCard(state: Competition, command: CardCommand, { actor }: CommandContext): Decision {
  const { entry, kind } = command;
  if (actor.role === 'scorer' && !scorersMay.has(kind)) return rejected({ code: 'notAllowed', role: actor.role });
  switch (command.kind) {
    case 'scoreArrows':
      return withReseeding(state, decideScore(state, command, actor), entry);
    case 'correctEnd':
      return withReseeding(state, decideCorrection(state, command, actor), entry);
    case 'ruleOnEnd':
      return withReseeding(state, decideRuling(state, command, actor), entry);
    case 'checkEnd':
      return decideCheck(state, command, actor);
    case 'holdEnd':
      return decideHold(state, command, actor);
    case 'signCard':
      return decideSigning(state, command, actor);
    case 'lockCard':
      return decideLock(state, command, actor);
    case 'unlockCard':
      return decideUnlock(state, command);
    case 'setStanding':
      return withReseeding(state, decideStanding(state, command), entry);
  }
}
