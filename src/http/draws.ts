// /api/competitions/:id/events/:event/draw and /bracket: the elimination, drawn from the qualification and played.
import { Type } from 'typebox';
import { ReasonSchema } from '../wire/api-common.ts';
import { BracketSchema } from '../wire/api-matches.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { findEvent } from './events.ts';
import { EventParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import type { Write } from './submitting.ts';
import { bracketViewOf } from './views/matches.ts';

const base = '/api/competitions/:id/events/:event';
const UndrawQuery = Type.Object({ reason: ReasonSchema });

export function addDraws(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const bracket = {
    summary: 'The elimination: who is in which match, scores, who is next, tables of pools',
    params: EventParams,
    response: { 200: BracketSchema, ...errors('unknownCompetition', 'unknownEvent') },
  };
  app.get(`${base}/bracket`, { schema: bracket }, (request, reply) => {
    const found = findShown(parts, request);
    const event = findEvent(found, request.params.event);
    answers.send(reply, `bracket/${found.id}/${event.setup.id}`, [found.at], () =>
      bracketViewOf(found.state, event, found.at),
    );
  });

  const onRequest = organiserOnly(parts.access);
  const draw = {
    summary: 'Draw the elimination from the qualification',
    security: organiserSecurity,
    params: EventParams,
    response: { 201: BracketSchema, ...errors(...commandErrors('drawEvent')) },
  };
  app.post(`${base}/draw`, { schema: draw, onRequest }, async (request, reply) => {
    const { event } = request.params;
    const after = await write(request, { kind: 'drawEvent', event });
    return reply.code(201).send(bracketViewOf(after.state, findEvent(after, event), after.at));
  });

  const undraw = {
    summary: 'Take the draw back before a match has begun',
    security: organiserSecurity,
    params: EventParams,
    querystring: UndrawQuery,
    response: { 204: Type.Null(), ...errors(...commandErrors('undrawEvent')) },
  };
  app.delete(`${base}/draw`, { schema: undraw, onRequest }, async (request, reply) => {
    const { event } = request.params;
    await write(request, { kind: 'undrawEvent', event, reason: request.query.reason });
    return reply.code(204).send(null);
  });
}
