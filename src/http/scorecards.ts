// /api/competitions/:id/entries/:number/scorecard and /standing: one card, and whatever the desk and the judges do to it.
import { Type } from 'typebox';
import { type ScoreSheet, scoreSheetOf } from '../domain/card/score-sheet.ts';
import type { CardCommand } from '../domain/commands.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import {
  AthleteSchema,
  CardRecordSchema,
  CheckEndSchema,
  CorrectEndSchema,
  HoldEndSchema,
  LockCardSchema,
  RuleOnEndSchema,
  ScoreArrowsSchema,
  ScorecardSchema,
  SignCardSchema,
  StandingBodySchema,
} from '../wire/api-cards.ts';
import { ByName, ReasonSchema } from '../wire/api-common.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { EndParams, EntryParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import { findCompetition, type Write } from './submitting.ts';
import { athleteViewOf, cardRecordViewOf, scorecardViewOf } from './views/scorecards.ts';

const base = '/api/competitions/:id/entries/:number';
const bodyLimit = 4 * 1024;
/** An asker is a person: names and reasons say who stands behind it. */
const UnlockQuery = Type.Object({ by: ByName, reason: ReasonSchema });

/** Throws RefusalError. */
function sheetOf({ state }: View, number: string): ScoreSheet {
  const sheet = scoreSheetOf(state, Number(number));
  if (!sheet) throw new RefusalError('unknownEntry', { entry: number });
  return sheet;
}

export function addScorecards(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  addReading(app, parts, answers);
  addScoring(app, parts, write);
  addSigning(app, parts, write);
}

function addReading(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const missing = errors('unknownCompetition', 'unknownEntry');
  const one = {
    summary: 'The scorecard of an entry, with subtotals and the second card’s differences',
    params: EntryParams,
    response: { 200: ScorecardSchema, ...missing },
  };
  app.get(`${base}/scorecard`, { schema: one }, (request, reply) => {
    const { id, number } = request.params;
    const found = findShown(parts, request);
    const sheet = sheetOf(found, number);
    answers.send(reply, `scorecard/${id}/${number}`, [found.at], () => scorecardViewOf(sheet, found.at));
  });

  const athlete = {
    summary:
      'How an athlete goes: the rank after every end, among those who have shot as many, and where arrows struck',
    params: EntryParams,
    response: { 200: AthleteSchema, ...missing },
  };
  app.get(`${base}/sheet`, { schema: athlete }, (request, reply) => {
    const { id, number } = request.params;
    const found = findShown(parts, request);
    const view = athleteViewOf(found, Number(number));
    if (!view) throw new RefusalError('unknownEntry', { entry: number });
    answers.send(reply, `sheet/${id}/${number}`, [found.at], () => view);
  });

  const record = {
    summary: 'The record of a scorecard: who changed what, when and why',
    security: organiserSecurity,
    params: EntryParams,
    response: { 200: CardRecordSchema, ...missing },
  };
  const onRequest = organiserOnly(parts.access);
  app.get(`${base}/scorecard/changes`, { schema: record, onRequest }, (request, reply) => {
    const { id, number } = request.params;
    const found = findCompetition(parts, id);
    reply.header('cache-control', 'no-store').send(cardRecordViewOf(sheetOf(found, number), found.at));
  });
}

/** What routes that change a card have in common. */
function changing(parts: HttpParts, kind: CardCommand['kind'], summary: string) {
  const response = { 200: ScorecardSchema, ...errors(...commandErrors(kind)) };
  return {
    options: { bodyLimit, onRequest: organiserOnly(parts.access) },
    schema: { summary, security: organiserSecurity, response },
  };
}

function cardAfter(found: View, number: string) {
  return scorecardViewOf(sheetOf(found, number), found.at);
}

function addScoring(app: App, parts: HttpParts, write: Write): void {
  const arrows = changing(parts, 'scoreArrows', 'Score arrows into boxes that are still blank');
  const scoring = { ...arrows.schema, params: EntryParams, body: ScoreArrowsSchema };
  app.post(`${base}/scorecard/arrows`, { ...arrows.options, schema: scoring }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'scoreArrows', entry: Number(number), ...request.body }), number);
  });

  const end = changing(parts, 'correctEnd', 'Correct an end that has arrows; `was` is the end as the asker saw it');
  const correcting = { ...end.schema, params: EndParams, body: CorrectEndSchema };
  app.put(`${base}/scorecard/ends/:end`, { ...end.options, schema: correcting }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'correctEnd', ...placeOf(request.params), ...request.body }), number);
  });

  const rulings = changing(parts, 'ruleOnEnd', 'A judge’s ruling on an end');
  const ruling = { ...rulings.schema, params: EndParams, body: RuleOnEndSchema };
  app.post(`${base}/scorecard/ends/:end/rulings`, { ...rulings.options, schema: ruling }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'ruleOnEnd', ...placeOf(request.params), ...request.body }), number);
  });

  const check = changing(parts, 'checkEnd', 'The same end as the second scorer has it');
  const checking = { ...check.schema, params: EndParams, body: CheckEndSchema };
  app.put(`${base}/scorecard/ends/:end/check`, { ...check.options, schema: checking }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'checkEnd', ...placeOf(request.params), ...request.body }), number);
  });

  const hold = changing(parts, 'holdEnd', 'Hold the blank boxes of an end open: they are shot later');
  const holding = { ...hold.schema, params: EndParams, body: HoldEndSchema };
  app.put(`${base}/scorecard/ends/:end/hold`, { ...hold.options, schema: holding }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'holdEnd', ...placeOf(request.params), ...request.body }), number);
  });
}

function placeOf({ number, end }: { readonly number: string; readonly end: string }) {
  return { entry: Number(number), end: Number(end) };
}

function addSigning(app: App, parts: HttpParts, write: Write): void {
  const sign = changing(
    parts,
    'signCard',
    'Sign the card as its athlete or its scorer: the second of the two closes it',
  );
  const signing = { ...sign.schema, params: EntryParams, body: SignCardSchema };
  app.post(`${base}/scorecard/signatures`, { ...sign.options, schema: signing }, async (request) => {
    const { number } = request.params;
    const { strokes = [], ...signature } = request.body;
    const command = { kind: 'signCard', entry: Number(number), ...signature, strokes } as const;
    return cardAfter(await write(request, command), number);
  });

  const lock = changing(parts, 'lockCard', 'Close the card without signatures: nothing is written on it any more');
  const locking = { ...lock.schema, params: EntryParams, body: LockCardSchema };
  app.put(`${base}/scorecard/lock`, { ...lock.options, schema: locking }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'lockCard', entry: Number(number), ...request.body }), number);
  });

  const unlock = changing(parts, 'unlockCard', 'Open a signed card again');
  const unlocking = { ...unlock.schema, params: EntryParams, querystring: UnlockQuery };
  app.delete(`${base}/scorecard/lock`, { ...unlock.options, schema: unlocking }, async (request) => {
    const { number } = request.params;
    const { by, reason } = request.query;
    return cardAfter(await write(request, { kind: 'unlockCard', entry: Number(number), by, reason }), number);
  });

  const standing = changing(parts, 'setStanding', 'Did not start, retired, disqualified, or competing again');
  const setting = { ...standing.schema, params: EntryParams, body: StandingBodySchema };
  app.put(`${base}/standing`, { ...standing.options, schema: setting }, async (request) => {
    const { number } = request.params;
    return cardAfter(await write(request, { kind: 'setStanding', entry: Number(number), ...request.body }), number);
  });
}
