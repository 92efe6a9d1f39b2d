// What is asked of an event: set-up, draw, schedule. Ties: decide-tie.ts. Match by match: decide-match.ts.

import type {
  ChangeTeam,
  DrawEvent,
  EventCommand,
  MatchCommand,
  RemoveEvent,
  ScheduleMatches,
  SetEvent,
  SwapInDraw,
  UndrawEvent,
  UnscheduleMatches,
} from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { makeDraw } from '../draw/make-draw.ts';
import { whyNotSwapped } from '../draw/swap-places.ts';
import { decideTie } from '../ranking/decide-tie.ts';
import { type OpenTie, type Qualification, qualificationOf } from '../ranking/qualification.ts';
import type { Rejection } from '../rejections.ts';
import { whyNotTeam } from './change-team.ts';
import { whyNotEvent } from './check-event-setup.ts';
import type { Elimination, EventState } from './event.ts';
import { playEvent } from './event-play.ts';
import { whyNotSlots } from './schedule.ts';

export function decideEvent(state: Competition, command: Exclude<EventCommand, MatchCommand>): Decision {
  if (command.kind === 'setEvent') return decideSetup(state, command);
  const event = state.events.get(command.event);
  if (!event) return rejected({ code: 'unknownEvent', event: command.event });
  switch (command.kind) {
    case 'removeEvent':
      return decideRemoval(event, command);
    case 'drawEvent':
      return decideDraw(state, event, command);
    case 'undrawEvent':
      return decideUndraw(state, event, command);
    case 'scheduleMatches':
      return decideSchedule(state, event, command);
    case 'unscheduleMatches':
      return decideUnscheduling(event, command);
    case 'swapInDraw':
      return decideSwap(state, event, command);
    case 'changeTeam':
      return decideTeam(state, event, command);
    default:
      return decideTie(state, command);
  }
}

function decideSetup(state: Competition, { setup }: SetEvent): Decision {
  const wrong = whyNotEvent(state, setup);
  if (wrong) return rejected(wrong);
  if (state.events.get(setup.id)?.draw) return rejected({ code: 'eventIsDrawn', event: setup.id });
  return happened({ kind: 'eventSet', setup: { ...setup, name: setup.name.trim() } });
}

function decideRemoval({ draw }: EventState, { event }: RemoveEvent): Decision {
  return draw ? rejected({ code: 'eventIsDrawn', event }) : happened({ kind: 'eventRemoved', event });
}

function decideDraw(state: Competition, { draw, setup }: EventState, { event }: DrawEvent): Decision {
  if (!setup.elimination) return rejected({ code: 'noElimination', event });
  if (draw) return rejected({ code: 'eventIsDrawn', event });
  const qualification = qualificationOf(state, event);
  if (!qualification) return rejected({ code: 'unknownEvent', event });
  const open = whyNotDrawn(qualification, event);
  if (open) return rejected(open);
  return drawOf(qualification, event, setup.elimination);
}

function drawOf({ rows }: Qualification, event: string, elimination: Elimination): Decision {
  const competitors = rows
    .filter(({ rank, isIn }) => rank !== undefined && isIn === true)
    .map(({ key, name, entries }) => ({ key, name, entries }));
  if (competitors.length < 2) return rejected({ code: 'tooFewToDraw', event, found: competitors.length });
  const matches = makeDraw(elimination, competitors.length);
  return happened({ kind: 'eventDrawn', event, draw: { competitors, matches } });
}

/** A draw stands on a finished qualification in which no place of the bracket is left to chance. */
function whyNotDrawn({ rows, unfinished, openTies }: Qualification, event: string): Rejection | undefined {
  const nameOf = (key: string) => rows.find((row) => row.key === key)?.name ?? key;
  const [first] = unfinished;
  if (first !== undefined)
    return { code: 'cardsNotFinished', event, name: nameOf(first), others: unfinished.length - 1 };
  const namesOf = ({ keys }: OpenTie) => keys.map(nameOf).join(', ');
  const atCut = openTies.find(({ reason }) => reason === 'SO');
  if (atCut) return { code: 'tieAtCut', event, names: namesOf(atCut) };
  const inside = openTies[0];
  return inside && { code: 'tieInBracket', event, names: namesOf(inside) };
}

function decideUndraw(state: Competition, { draw }: EventState, command: UndrawEvent): Decision {
  const { event } = command;
  if (!draw) return rejected({ code: 'eventNotDrawn', event });
  const reason = command.reason.trim();
  if (reason === '') return rejected({ code: 'reasonMissing' });
  const begun = whyNotBeforeAll(state, event);
  if (begun) return rejected(begun);
  return happened({ kind: 'eventUndrawn', event, reason });
}

/** What is possible only before the first match. */
function whyNotBeforeAll(state: Competition, event: string): Rejection | undefined {
  const begun = playEvent(state, event)?.find(({ hasBegun }) => hasBegun);
  return begun && { code: 'matchHasBegun', event, match: begun.drawn.id };
}

/** Who decided a change by hand, and why. */
function signed({ by, reason }: Pick<SwapInDraw, 'by' | 'reason'>): { by: string; reason: string } | Rejection {
  const trimmed = { by: by.trim(), reason: reason.trim() };
  if (trimmed.by === '') return { code: 'judgeMissing' };
  return trimmed.reason === '' ? { code: 'reasonMissing' } : trimmed;
}

function decideSwap(state: Competition, { draw }: EventState, command: SwapInDraw): Decision {
  const { event, one, other } = command;
  if (!draw) return rejected({ code: 'eventNotDrawn', event });
  const by = signed(command);
  if ('code' in by) return rejected(by);
  const wrong = whyNotSwapped(draw.matches, one, other);
  if (wrong) return rejected({ code: 'drawPlaceWrong', ...wrong });
  const begun = whyNotBeforeAll(state, event);
  return begun ? rejected(begun) : happened({ kind: 'drawSwapped', event, one, other, ...by });
}

function decideTeam(state: Competition, found: EventState, command: ChangeTeam): Decision {
  const { event, team, was, entries } = command;
  if (!found.draw) return rejected({ code: 'eventNotDrawn', event });
  const by = signed(command);
  if ('code' in by) return rejected(by);
  const wrong = whyNotTeam(state, found, found.draw, command);
  return wrong ? rejected(wrong) : happened({ kind: 'teamChanged', event, team, was, entries, ...by });
}

function decideUnscheduling({ draw }: EventState, { event, matches }: UnscheduleMatches): Decision {
  if (!draw) return rejected({ code: 'eventNotDrawn', event });
  const [first] = matches;
  if (first === undefined) return rejected({ code: 'slotWrong', match: '', at: '' });
  const unknown = matches.find((match) => !draw.matches.some(({ id }) => id === match));
  if (unknown !== undefined) return rejected({ code: 'unknownMatch', match: unknown });
  return happened({ kind: 'matchesUnscheduled', event, matches });
}

function decideSchedule(state: Competition, { draw }: EventState, { event, slots }: ScheduleMatches): Decision {
  if (!draw) return rejected({ code: 'eventNotDrawn', event });
  const wrong = whyNotSlots(state, event, draw, slots);
  return wrong ? rejected(wrong) : happened({ kind: 'matchesScheduled', event, slots });
}
