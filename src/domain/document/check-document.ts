// Whether an interchange file of the right structure means a competition: everything that it names is there, nothing twice, every arrow
// possible, every draw without a circle. Style is not judged here: whatever this program has exported it takes back.

import { roundById } from '../competition.ts';
import { findLogFlaw } from '../judges-log/check-document-log.ts';
import { isDay } from '../local-time.ts';
import { findPaperFlaw } from '../paper/paper-document.ts';
import { findRuleSet } from '../rule-sets.ts';
import { findSessionProblem, type SessionProblem } from '../setup/session-check.ts';
import { findShowFlaw } from '../show/check-document-show.ts';
import { findCardFlaw } from './check-document-cards.ts';
import { findClockFlaw, findMatchClockFlaw } from './check-document-clocks.ts';
import { findEntryFlaw } from './check-document-entries.ts';
import { findEventFlaw } from './check-document-events.ts';
import { findRoundFlaw } from './check-document-rounds.ts';
import type { CompetitionDocument, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import { type KnownInDocument, knownInDocument } from './document-known.ts';
import { documentToCompetition } from './document-to-competition.ts';

/** The first in the order in which a competition is made: set-up, entries, cards, events. Undefined for a file that may be imported. */
export function findDocumentProblem(document: CompetitionDocument): DocumentFlaw | undefined {
  const setup = findSetupFlaw(document);
  if (setup) return setup;
  const known = knownInDocument(document);
  return (
    findSessionFlaw(document, known) ??
    findRecordFlaw(document, known) ??
    findEntryFlaw(document, known) ??
    findCardFlaw(document, known) ??
    (document.events.length > 0 ? findEventFlaw(document, documentToCompetition(document)) : undefined) ??
    findMatchClockFlaw(document) ??
    findShowFlaw(document, known) ??
    findLogFlaw(document) ??
    findPaperFlaw(document)
  );
}

function findSetupFlaw(document: CompetitionDocument): DocumentFlaw | undefined {
  const { name, from, to, ruleSetId } = document;
  if (name.trim() === '') return flawAt(['name'], 'impossible', name);
  if (!isDay(from)) return flawAt(['from'], 'impossible', from);
  if (!isDay(to) || to < from) return flawAt(['to'], 'impossible', to);
  if (!findRuleSet(ruleSetId)) return flawAt(['ruleSetId'], 'unknown', ruleSetId);
  return findClockFlaw(document) ?? findRoundFlaw(document) ?? findCategoryFlaw(document);
}

function findCategoryFlaw(document: CompetitionDocument): DocumentFlaw | undefined {
  const { categories } = document;
  const known = knownInDocument(document);
  const flaw = firstFlaw(categories, ({ code, roundId }, index) => {
    if (code.trim() === '') return flawAt(['categories', index, 'code'], 'impossible', code);
    return roundById(known, roundId) ? undefined : flawAt(['categories', index, 'roundId'], 'unknown', roundId);
  });
  return (
    flaw ??
    findTwice(
      categories,
      ({ code }) => code,
      (index) => ['categories', index, 'code'],
    )
  );
}

/** The member that each problem is about. */
const sessionMembers: Readonly<Record<SessionProblem, string>> = {
  number: 'number',
  name: 'name',
  day: 'day',
  start: 'start',
  order: 'day',
  unknownCategory: 'categories',
  categoryTwice: 'categories',
  ends: 'toEnd',
  overlap: 'fromEnd',
};

function findSessionFlaw({ sessions }: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  return firstFlaw(sessions, (session, index) => {
    const why = findSessionProblem(known, sessions.slice(0, index + 1))?.why;
    if (!why) return undefined;
    const member = sessionMembers[why] as keyof typeof session;
    if (why === 'unknownCategory') {
      const at = session.categories.findIndex((code) => !known.categories.has(code));
      return flawAt(['sessions', index, 'categories', at], 'unknown', session.categories[at]);
    }
    return flawAt(['sessions', index, member], why === 'categoryTwice' ? 'twice' : 'impossible', session[member], why);
  });
}

/** Totals are not judged: a table may be older than its round. */
function findRecordFlaw({ records }: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  return firstFlaw(records, ({ category, roundId }, index) => {
    if (category !== '' && !known.categories.has(category))
      return flawAt(['records', index, 'category'], 'unknown', category);
    return roundById(known, roundId) ? undefined : flawAt(['records', index, 'roundId'], 'unknown', roundId);
  });
}
