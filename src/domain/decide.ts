// What a competition answers to a command: the facts that follow from it, or the rule that says no. Pure: time, ids and actor come in.

import { decideCard } from './card/decide-card.ts';
import { decideClock, decideMatchClock } from './clock/decide-clock.ts';
import type { Command, CommandContext, CreateCompetition, ImportCompetition } from './commands.ts';
import type { Competition } from './competition.ts';
import { type Decision, happened, rejected } from './decision.ts';
import { decideDocument } from './document/decide-document.ts';
import { decideEvent } from './event/decide-event.ts';
import { decideMatch } from './event/decide-match.ts';
import { decideNote } from './judges-log/decide-note.ts';
import { isDay } from './local-time.ts';
import { decidePaper } from './paper/decide-paper.ts';
import { decideReconciling } from './reconcile/decide-reconciling.ts';
import { findRuleSet } from './rule-sets.ts';
import { decideClosing } from './setup/decide-closing.ts';
import { decideDevice } from './setup/decide-device.ts';
import { decideEntries } from './setup/decide-entries.ts';
import { decideImport } from './setup/decide-import.ts';
import { decideSetup } from './setup/decide-setup.ts';
import { decideShow } from './show/decide-show.ts';

export function decide(state: Competition | undefined, command: Command, context: CommandContext): Decision {
  if (command.kind === 'createCompetition' || command.kind === 'importCompetition') {
    if (state) return rejected({ code: 'competitionExists' });
    return mayOrganise(context) ?? decideBeginning(command);
  }
  if (!state) return rejected({ code: 'unknownCompetition' });
  if (command.kind === 'closeCompetition' || command.kind === 'reopenCompetition')
    return mayOrganise(context) ?? decideClosing(state, command);
  if (state.isClosed) return rejected({ code: 'competitionIsClosed' });
  switch (command.kind) {
    case 'importEntries':
      return mayOrganise(context) ?? decideImport(state, command);
    case 'changeEntries':
    case 'withdrawEntries':
    case 'restoreEntries':
    case 'checkInEntries':
    case 'inspectEquipment':
      return mayOrganise(context) ?? decideEntries(state, command);
    case 'pairDevice':
    case 'revokeDevice':
    case 'changeDevice':
      return mayOrganise(context) ?? decideDevice(state, command);
    case 'setRound':
    case 'setCategories':
    case 'setSessions':
    case 'setRecords':
    case 'setScoring':
      return mayOrganise(context) ?? decideSetup(state, command);
    case 'setScreen':
    case 'releaseScreen':
    case 'setPlaylist':
    case 'removePlaylist':
    case 'announce':
    case 'withdrawAnnouncement':
    case 'freezePublic':
    case 'releasePublic':
      return mayOrganise(context) ?? decideShow(state, command, context);
    case 'setOfficials':
    case 'setCertificate':
    case 'setLogo':
      return mayOrganise(context) ?? decidePaper(command);
    case 'writeNote':
    case 'closeNote':
    case 'reopenNote':
      return mayOrganise(context) ?? decideNote(state, command);
    case 'countPaper':
    case 'settlePaper':
    case 'waivePaper':
    case 'takeBackPaper':
      return mayOrganise(context) ?? decideReconciling(state, command);
    case 'setClock':
      return mayOrganise(context) ?? decideClock(state, command, context);
    case 'setMatchClock':
      return mayOrganise(context) ?? decideMatchClock(state, command, context);
    case 'scoreArrows':
    case 'correctEnd':
    case 'ruleOnEnd':
    case 'checkEnd':
    case 'holdEnd':
    case 'signCard':
    case 'lockCard':
    case 'unlockCard':
    case 'setStanding':
      return decideCard(state, command, context);
    case 'scoreMatch':
    case 'correctMatch':
    case 'ruleOnMatch':
    case 'measureShootOff':
    case 'setMatchAttendance':
    case 'chooseBeginner':
      return decideMatch(state, command, context);
    default:
      return mayOrganise(context) ?? decideEvent(state, command);
  }
}

function decideBeginning(command: CreateCompetition | ImportCompetition): Decision {
  return command.kind === 'createCompetition' ? decideCreation(command) : decideDocument(command.document);
}

function mayOrganise({ actor }: CommandContext): Decision | undefined {
  return actor.role === 'scorer' ? rejected({ code: 'notAllowed', role: actor.role }) : undefined;
}

function decideCreation(command: CreateCompetition): Decision {
  const { from, to, ruleSetId } = command;
  const name = command.name.trim();
  if (name === '') return rejected({ code: 'nameMissing' });
  if (!isDay(from) || !isDay(to) || to < from) return rejected({ code: 'datesWrong', from, to });
  if (!findRuleSet(ruleSetId)) return rejected({ code: 'unknownRuleSet', ruleSetId });
  const { kind: _, ...rest } = command;
  return happened({ ...rest, kind: 'competitionCreated', name, venue: command.venue.trim() });
}
