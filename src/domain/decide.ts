// What a competition answers to a command: the facts that follow from it, or the rule that says no. Pure: time, ids and actor come in.
import type { Command, CommandContext, CreateCompetition, PairDevice } from './commands.ts';
import type { Competition } from './competition.ts';
import { decideImport } from './decide-import.ts';
import { decideCorrection, decideScore } from './decide-score.ts';
import { type Decision, happened, rejected } from './decision.ts';
import { findRuleSet } from './rule-sets.ts';

export function decide(state: Competition | undefined, command: Command, context: CommandContext): Decision {
  if (command.kind === 'createCompetition') {
    return state ? rejected({ code: 'competitionExists' }) : decideCreation(command);
  }
  if (!state) return rejected({ code: 'unknownCompetition' });
  switch (command.kind) {
    case 'scoreArrows':
      return decideScore(state, command, context.actor);
    case 'correctEnd':
      return decideCorrection(state, command, context.actor);
    case 'importEntries':
      return mayOrganise(context) ?? decideImport(state, command);
    case 'pairDevice':
      return mayOrganise(context) ?? decidePairing(state, command);
    case 'revokeDevice':
      if (!state.devices.has(command.device)) return rejected({ code: 'unknownDevice', device: command.device });
      return mayOrganise(context) ?? happened({ kind: 'deviceRevoked', device: command.device });
  }
}

function mayOrganise({ actor }: CommandContext): Decision | undefined {
  return actor.role === 'scorer' ? rejected({ code: 'notAllowed', role: actor.role }) : undefined;
}

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function decideCreation(command: CreateCompetition): Decision {
  const { from, to, ruleSetId } = command;
  const name = command.name.trim();
  if (name === '') return rejected({ code: 'nameMissing' });
  if (!dayPattern.test(from) || !dayPattern.test(to) || to < from) return rejected({ code: 'datesWrong', from, to });
  if (!findRuleSet(ruleSetId)) return rejected({ code: 'unknownRuleSet', ruleSetId });
  const { kind: _, ...rest } = command;
  return happened({ ...rest, kind: 'competitionCreated', name, venue: command.venue.trim() });
}

function decidePairing(state: Competition, command: PairDevice): Decision {
  if (!state.entriesByButt.at(command.butt)?.length) return rejected({ code: 'unknownButt', butt: command.butt });
  return happened({ ...command, kind: 'devicePaired' });
}
