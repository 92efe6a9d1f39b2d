// What is asked about ties of a qualification: a toss, a shoot-off for the cut, taking a decision back (WA Book 3, 12.5; RULES 1.5, 1.6).
// Only ties that are open can be decided, and only once the cards of those tied are finished.
import type { RecordShootOff, RecordToss, ReopenTie } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { EventState, MatchCard, TieReason } from '../event/event.ts';
import type { Rejection } from '../rejections.ts';
import { pointsOf } from '../rounds/faces.ts';
import { faultOfShootOff, orderOfShootOff, shootOffRulesOf } from './cut-shoot-off.ts';
import { type OpenTie, type Qualification, qualificationOf } from './qualification.ts';

export type TieCommand = RecordToss | RecordShootOff | ReopenTie;

export function decideTie(state: Competition, command: TieCommand): Decision {
  const event = state.events.get(command.event);
  const qualification = qualificationOf(state, command.event);
  if (!event || !qualification) return rejected({ code: 'unknownEvent', event: command.event });
  switch (command.kind) {
    case 'recordToss':
      return decideToss(event, qualification, command);
    case 'recordShootOff':
      return decideShootOff(event, qualification, command);
    case 'reopenTie':
      return decideReopening(event, command);
  }
}

/** Exactly these, each once. */
function isAbout(tied: readonly string[], named: readonly string[]): boolean {
  return named.length === tied.length && tied.every((key) => named.includes(key));
}

function namesOf({ rows }: Qualification, keys: readonly string[]): readonly string[] {
  return rows.filter(({ key }) => keys.includes(key)).map(({ name }) => name);
}

interface Undecided {
  readonly reason: TieReason;
  readonly keys: readonly string[];
  readonly by: string;
}

/** The tie that a decision is about, or the rule against it. */
function openTieOf(
  { draw, setup }: EventState,
  qualification: Qualification,
  { reason, keys, by }: Undecided,
): OpenTie | Rejection {
  if (draw) return { code: 'eventIsDrawn', event: setup.id };
  if (by.trim() === '') return { code: 'judgeMissing' };
  const tie = qualification.openTies.find((each) => each.reason === reason && isAbout(each.keys, keys));
  if (!tie) return { code: 'noSuchTie', event: setup.id };
  const [name, ...others] = namesOf(
    qualification,
    qualification.unfinished.filter((key) => keys.includes(key)),
  );
  return name === undefined ? tie : { code: 'cardsNotFinished', event: setup.id, name, others: others.length };
}

function decideToss(event: EventState, qualification: Qualification, { order, by }: RecordToss): Decision {
  const tie = openTieOf(event, qualification, { reason: 'CT', keys: order, by });
  if ('code' in tie) return rejected(tie);
  return happened({
    kind: 'tieDecided',
    event: event.setup.id,
    reason: 'CT',
    order,
    shootOff: [],
    by: by.trim(),
  });
}

function decideShootOff(event: EventState, qualification: Qualification, { rounds, by }: RecordShootOff): Decision {
  const rules = shootOffRulesOf(event.setup);
  if (!rules) return rejected({ code: 'noElimination', event: event.setup.id });
  const keys = rounds[0]?.map(({ key }) => key) ?? [];
  if (keys.length === 0) return rejected({ code: 'shootOffWrong', round: 1, why: 'noShots' });
  const tie = openTieOf(event, qualification, { reason: 'SO', keys, by });
  if ('code' in tie) return rejected(tie);
  const fault = faultOfShootOff(tie.keys, rounds, rules);
  if (fault) return rejected({ code: 'shootOffWrong', ...fault });
  const levels = orderOfShootOff(rounds, (value) => pointsOf(rules.face, value) ?? 0);
  const level = levelAtCut(levels, tie.from, qualification.cut ?? 0);
  if (level) return rejected({ code: 'tieNotDecided', names: namesOf(qualification, level).join(', ') });
  return happened({
    kind: 'tieDecided',
    event: event.setup.id,
    reason: 'SO',
    order: levels.flat(),
    shootOff: rounds,
    by: by.trim(),
  });
}

/** Those whom the cut would part although they are level. */
function levelAtCut(levels: readonly (readonly string[])[], from: number, cut: number): readonly string[] | undefined {
  let place = from;
  for (const level of levels) {
    const last = place + level.length - 1;
    if (place <= cut && last > cut) return level;
    place = last + 1;
  }
  return undefined;
}

function decideReopening(event: EventState, { order }: ReopenTie): Decision {
  const { id } = event.setup;
  const begun = [...event.cards].find(([, card]) => hasBegun(card));
  if (begun) return rejected({ code: 'matchHasBegun', event: id, match: begun[0] });
  if (event.draw) return rejected({ code: 'eventIsDrawn', event: id });
  const decided = event.ties.find((tie) => isAbout(tie.order, order));
  if (!decided) return rejected({ code: 'noSuchTie', event: id });
  return happened({ kind: 'tieReopened', event: id, order: decided.order });
}

function hasBegun({ ends, shootOffs, attendance }: MatchCard): boolean {
  return ends.length > 0 || shootOffs.length > 0 || attendance.a !== 'present' || attendance.b !== 'present';
}
