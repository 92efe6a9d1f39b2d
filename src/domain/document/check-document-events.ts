// An interchange file's events: set-ups that can be, ties of competitors who are there, and their draws with the cards of their matches.

import type { Competition } from '../competition.ts';
import { whyNotEvent } from '../event/check-event-setup.ts';
import type { EventState, TieDecision } from '../event/event.ts';
import type { Rejection } from '../rejections.ts';
import { findDrawFlaw } from './check-document-draw.ts';
import { findMatchFlaw } from './check-document-matches.ts';
import type { CompetitionDocument, DocumentEvent, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { JsonPath } from './json-pointer.ts';

/** `state` is that of the file itself, whose entries and cards are right. */
export function findEventFlaw({ events }: CompetitionDocument, state: Competition): DocumentFlaw | undefined {
  const twice = findTwice(
    events,
    ({ setup }) => setup.id,
    (index) => ['events', index, 'setup', 'id'],
  );
  return twice ?? firstFlaw(events, (event, index) => findFlaw(event, state, ['events', index]));
}

function findFlaw(event: DocumentEvent, state: Competition, path: JsonPath): DocumentFlaw | undefined {
  const { setup, ties, draw } = event;
  const known = state.events.get(setup.id);
  const rejection = known && whyNotEvent(state, known.setup);
  if (rejection) return flawOfSetup(event, rejection, [...path, 'setup']);
  const tie = firstFlaw(ties, (each, index) => findTieFlaw(each, setup.contest, state, [...path, 'ties', index]));
  if (tie) return tie;
  if (draw && !setup.elimination) return flawAt([...path, 'draw'], 'impossible', draw, 'noElimination');
  return (draw && findDrawFlaw(event, draw, state, [...path, 'draw'])) ?? findMatchFlaw(event, state, path);
}

/** The place that a rejected set-up is about. */
function flawOfSetup({ setup }: DocumentEvent, rejection: Rejection, path: JsonPath): DocumentFlaw {
  const { contest, elimination } = setup;
  switch (rejection.code) {
    case 'unknownCategory':
      return findUnknownCategory(contest, rejection.category, [...path, 'contest']);
    case 'categoryHasEvent':
      return flawAt([...path, 'contest', 'category'], 'twice', rejection.category);
    case 'unknownMatchFormat': {
      const member = elimination?.formatId === rejection.formatId ? 'formatId' : 'finalsFormatId';
      return flawAt([...path, 'elimination', member], 'unknown', rejection.formatId);
    }
    case 'unknownFace':
      return flawAt([...path, 'elimination', 'faceId'], 'unknown', rejection.faceId);
    case 'eventWrong':
      return flawOfProblem(setup, rejection.why, path);
    default:
      return flawAt(path, 'impossible', setup, rejection.code);
  }
}

function findUnknownCategory(contest: EventState['setup']['contest'], category: string, path: JsonPath): DocumentFlaw {
  if (contest.kind === 'individual') return flawAt([...path, 'category'], 'unknown', category);
  const part = contest.parts.findIndex(({ categories }) => categories.includes(category));
  const at = contest.parts[part]?.categories.indexOf(category) ?? 0;
  return flawAt([...path, 'parts', part, 'categories', at], 'unknown', category);
}

const placesOfProblems: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  name: ['name'],
  teamParts: ['contest', 'parts'],
  teamsEach: ['contest', 'teamsEach'],
  teamSize: ['elimination', 'formatId'],
  formatKind: ['elimination', 'formatId'],
  face: ['elimination', 'face'],
  qualifiers: ['elimination', 'qualifiers'],
  chart: ['elimination', 'chart'],
  chartTooSmall: ['elimination', 'chart'],
  placesShot: ['elimination', 'placesShot'],
  tooManyForRoundRobin: ['elimination', 'qualifiers'],
  pools: ['elimination', 'pools'],
  advance: ['elimination', 'advance'],
};

function flawOfProblem(setup: DocumentEvent['setup'], why: string, path: JsonPath): DocumentFlaw {
  const place = placesOfProblems[why] ?? [];
  const found = place.reduce<unknown>(
    (value, member) => Object.entries(value ?? {}).find(([key]) => key === member)?.[1],
    setup,
  );
  return flawAt([...path, ...place], 'impossible', found, why);
}

/** An old decision may be about others than those tied now, or on another face: it only has to be about somebody. */
function findTieFlaw(
  { order, shootOff }: TieDecision,
  contest: EventState['setup']['contest'],
  state: Competition,
  path: JsonPath,
): DocumentFlaw | undefined {
  const unknown = firstFlaw(order, (key, index) =>
    isCompetitor(key, contest, state) ? undefined : flawAt([...path, 'order', index], 'unknown', key),
  );
  const twice = findTwice(
    order,
    (key) => key,
    (index) => [...path, 'order', index],
  );
  return (
    unknown ??
    twice ??
    firstFlaw(shootOff, (round, number) =>
      firstFlaw(round, ({ key }, index) =>
        order.includes(key) ? undefined : flawAt([...path, 'shootOff', number, index, 'key'], 'unknown', key),
      ),
    )
  );
}

/** An entry's number; of teams `CLUB#1`. */
function isCompetitor(key: string, { kind }: EventState['setup']['contest'], state: Competition): boolean {
  return kind === 'individual' ? state.entries.at(Number(key)) !== undefined : /^.+#[1-9]\d*$/s.test(key);
}
