// /api/competitions/:id/events/:event/matches/:match: one match, and whatever scorers and judges do to it.
import type { MatchCommand } from '../domain/commands.ts';
import type { EventState } from '../domain/event/event.ts';
import { type PlayedMatch, playEvent } from '../domain/event/event-play.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import {
  AttendanceBodySchema,
  BeginsSchema,
  CorrectMatchSchema,
  MatchRecordSchema,
  MatchSchema,
  MeasureSchema,
  RuleOnMatchSchema,
  ScoreMatchSchema,
} from '../wire/api-matches.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { findEvent } from './events.ts';
import { MatchEndParams, MatchParams, MatchSideParams, ShootOffParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import { findCompetition, type Write } from './submitting.ts';
import { matchRecordViewOf, matchViewOf } from './views/matches.ts';

const base = '/api/competitions/:id/events/:event/matches/:match';
const bodyLimit = 4 * 1024;

interface MatchAddress {
  readonly id: string;
  readonly event: string;
  readonly match: string;
}

/** `3-1` is `3/1`: a slash in an address is a trap for proxies. Written as %2F it is taken too. */
export function matchIdOf(address: string): string {
  return address.replace('-', '/');
}

function placeOf({ event, match }: Pick<MatchAddress, 'event' | 'match'>) {
  return { event, match: matchIdOf(match) };
}

/** Throws RefusalError. */
export function findMatch(found: View, address: Pick<MatchAddress, 'event' | 'match'>): [EventState, PlayedMatch] {
  const { event, match } = placeOf(address);
  const state = findEvent(found, event);
  const played = playEvent(found.state, event)?.find(({ drawn }) => drawn.id === match);
  if (!played) throw new RefusalError('unknownMatch', { match });
  return [state, played];
}

/** Throws RefusalError. */
function viewOf(found: View, address: Pick<MatchAddress, 'event' | 'match'>) {
  const [event, played] = findMatch(found, address);
  const view = matchViewOf(found.state, event, played, found.at);
  if (!view) throw new RefusalError('unknownMatchFormat', { formatId: played.drawn.formatId });
  return view;
}

export function addMatches(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  addReading(app, parts, answers);
  addScoring(app, parts, write);
  addShootOffs(app, parts, write);
  addPresence(app, parts, write);
}

function addReading(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const missing = errors('unknownCompetition', 'unknownEvent', 'unknownMatch', 'unknownMatchFormat');
  const one = {
    summary: 'One match: sides, score, what comes next, what is needed to win',
    params: MatchParams,
    response: { 200: MatchSchema, ...missing },
  };
  app.get(base, { schema: one }, (request, reply) => {
    const { id, event, match } = request.params;
    const found = findShown(parts, request);
    const view = viewOf(found, request.params);
    answers.send(reply, `match/${id}/${event}/${match}`, [found.at], () => view);
  });

  const record = {
    summary: 'The record of a match: who changed what, when and why',
    security: organiserSecurity,
    params: MatchParams,
    response: { 200: MatchRecordSchema, ...errors('unknownCompetition', 'unknownEvent', 'unknownMatch') },
  };
  app.get(`${base}/changes`, { schema: record, onRequest: organiserOnly(parts.access) }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    const [, played] = findMatch(found, request.params);
    reply.header('cache-control', 'no-store').send(matchRecordViewOf(played, found.at));
  });
}

/** What routes that change a match have in common. */
function changing(parts: HttpParts, kind: MatchCommand['kind'], summary: string) {
  const response = { 200: MatchSchema, ...errors(...commandErrors(kind), 'unknownMatchFormat') };
  return {
    options: { bodyLimit, onRequest: organiserOnly(parts.access) },
    schema: { summary, security: organiserSecurity, response },
  };
}

function addScoring(app: App, parts: HttpParts, write: Write): void {
  const arrows = changing(parts, 'scoreMatch', 'Score arrows of one side into boxes that are still blank');
  const scoring = { ...arrows.schema, params: MatchParams, body: ScoreMatchSchema };
  app.post(`${base}/arrows`, { ...arrows.options, schema: scoring }, async (request) => {
    const command = { kind: 'scoreMatch', ...placeOf(request.params), ...request.body } as const;
    return viewOf(await write(request, command), request.params);
  });

  const end = changing(parts, 'correctMatch', 'Correct an end of one side; `was` is the end as the asker saw it');
  const correcting = { ...end.schema, params: MatchEndParams, body: CorrectMatchSchema };
  for (const [path, part] of [
    ['ends', 'end'],
    ['shoot-offs', 'shootOff'],
  ] as const) {
    app.put(`${base}/${path}/:number/:side`, { ...end.options, schema: correcting }, async (request) => {
      const { number, side } = request.params;
      const place = { ...placeOf(request.params), side, part, number: Number(number) };
      return viewOf(await write(request, { kind: 'correctMatch', ...place, ...request.body }), request.params);
    });
  }

  const rulings = changing(parts, 'ruleOnMatch', 'A judge’s ruling on an end of one side');
  const ruling = { ...rulings.schema, params: MatchParams, body: RuleOnMatchSchema };
  app.post(`${base}/rulings`, { ...rulings.options, schema: ruling }, async (request) => {
    const command = { kind: 'ruleOnMatch', ...placeOf(request.params), ...request.body } as const;
    return viewOf(await write(request, command), request.params);
  });
}

function addShootOffs(app: App, parts: HttpParts, write: Write): void {
  const closest = changing(parts, 'measureShootOff', 'Say who was closer to the centre in a level shoot-off');
  const measuring = { ...closest.schema, params: ShootOffParams, body: MeasureSchema };
  app.put(`${base}/shoot-offs/:number/closest`, { ...closest.options, schema: measuring }, async (request) => {
    const place = { ...placeOf(request.params), number: Number(request.params.number) };
    return viewOf(await write(request, { kind: 'measureShootOff', ...place, ...request.body }), request.params);
  });
}

function addPresence(app: App, parts: HttpParts, write: Write): void {
  const attendance = changing(parts, 'setMatchAttendance', 'Say that a side is absent, gave up, or is there after all');
  const attending = { ...attendance.schema, params: MatchSideParams, body: AttendanceBodySchema };
  app.put(`${base}/attendance/:side`, { ...attendance.options, schema: attending }, async (request) => {
    const place = { ...placeOf(request.params), side: request.params.side };
    return viewOf(await write(request, { kind: 'setMatchAttendance', ...place, ...request.body }), request.params);
  });

  const begins = changing(parts, 'chooseBeginner', 'Say which side begins: the higher qualifier chooses (11.1.4.1)');
  const beginning = { ...begins.schema, params: MatchParams, body: BeginsSchema };
  app.put(`${base}/begins`, { ...begins.options, schema: beginning }, async (request) => {
    const command = { kind: 'chooseBeginner', ...placeOf(request.params), ...request.body } as const;
    return viewOf(await write(request, command), request.params);
  });
}
