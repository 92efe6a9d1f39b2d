// /api/competitions/:id/events: what medals are given for, how it is set up, and the ties that somebody has to decide.
import { Type } from 'typebox';
import type { EventState } from '../domain/event/event.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import { EventBodySchema, EventSchema, EventStagesSchema, TieBodySchema, TieSchema } from '../wire/api-events.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams, EventParams, TieParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import { findCompetition, type Write } from './submitting.ts';
import { eventStagesViewOf, eventViewOf, tieIdOf, tieViewsOf } from './views/events.ts';

const base = '/api/competitions/:id/events';
const bodyLimit = 64 * 1024;
const missing = errors('unknownCompetition', 'unknownEvent');

/** Throws RefusalError. */
export function findEvent({ state }: Pick<View, 'state'>, id: string): EventState {
  const event = state.events.get(id);
  if (!event) throw new RefusalError('unknownEvent', { event: id });
  return event;
}

export function addEvents(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  addReading(app, parts, answers);
  addSetup(app, parts, write);
  addTies(app, parts, write);
}

function addReading(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const list = {
    summary: 'The events',
    params: CompetitionParams,
    response: { 200: Type.Array(EventSchema), ...errors('unknownCompetition') },
  };
  app.get(base, { schema: list }, (request, reply) => {
    const { id, at, state } = findShown(parts, request);
    answers.send(reply, `events/${id}`, [at], () => [...state.events.values()].map(eventViewOf));
  });

  const one = { summary: 'One event', params: EventParams, response: { 200: EventSchema, ...missing } };
  app.get(`${base}/:event`, { schema: one }, (request, reply) => {
    const found = findShown(parts, request);
    const event = findEvent(found, request.params.event);
    answers.send(reply, `event/${found.id}/${event.setup.id}`, [found.at], () => eventViewOf(event));
  });
}

function addSetup(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity, params: EventParams };

  const stages = {
    summary: 'How far each event is, and events that the entries ask for',
    security: organiserSecurity,
    params: CompetitionParams,
    response: { 200: EventStagesSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/event-stages', { schema: stages, onRequest }, (request, reply) => {
    const { at, state } = findCompetition(parts, request.params.id);
    reply.header('cache-control', 'no-store').send(eventStagesViewOf(state, at));
  });

  const put = {
    ...common,
    summary: 'Make an event, or change it before its draw',
    body: EventBodySchema,
    response: { 200: EventSchema, ...errors(...commandErrors('setEvent')) },
  };
  app.put(`${base}/:event`, { schema: put, bodyLimit, onRequest }, async (request) => {
    const { event } = request.params;
    const setup = { id: event, ...request.body, elimination: request.body.elimination ?? undefined };
    return eventViewOf(findEvent(await write(request, { kind: 'setEvent', setup }), event));
  });

  const remove = {
    ...common,
    summary: 'Remove an event that is not drawn',
    response: { 204: Type.Null(), ...errors(...commandErrors('removeEvent')) },
  };
  app.delete(`${base}/:event`, { schema: remove, onRequest }, async (request, reply) => {
    await write(request, { kind: 'removeEvent', event: request.params.event });
    return reply.code(204).send(null);
  });
}

function addTies(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity };

  const list = {
    ...common,
    summary: 'The ties that were decided, by whom and how',
    params: EventParams,
    response: { 200: Type.Array(TieSchema), ...missing },
  };
  app.get(`${base}/:event/ties`, { schema: list, onRequest }, (request, reply) => {
    const event = findEvent(findCompetition(parts, request.params.id), request.params.event);
    reply.header('cache-control', 'no-store').send([...tieViewsOf(event)]);
  });

  const decide = {
    ...common,
    summary: 'Decide an open tie: by a toss for bracket places (CT), or by a shoot-off for the cut (SO)',
    params: EventParams,
    body: TieBodySchema,
    response: {
      201: Type.Array(TieSchema),
      ...errors(...commandErrors('recordToss'), ...commandErrors('recordShootOff')),
    },
  };
  app.post(`${base}/:event/ties`, { schema: decide, bodyLimit, onRequest }, async (request, reply) => {
    const { event } = request.params;
    const { by, ...tie } = request.body;
    const after = await write(
      request,
      tie.reason === 'CT'
        ? { kind: 'recordToss', event, order: tie.order, by }
        : { kind: 'recordShootOff', event, rounds: tie.rounds, by },
    );
    return reply.code(201).send([...tieViewsOf(findEvent(after, event))]);
  });

  const reopen = {
    ...common,
    summary: 'Take the decision of a tie back',
    params: TieParams,
    response: { 204: Type.Null(), ...errors(...commandErrors('reopenTie')) },
  };
  app.delete(`${base}/:event/ties/:tie`, { schema: reopen, onRequest }, async (request, reply) => {
    const { id, event, tie } = request.params;
    const found = findEvent(findCompetition(parts, id), event).ties.find((each) => tieIdOf(each) === tie);
    // Gone already: a request that is repeated with its command id has to come out as it did the first time.
    await write(request, { kind: 'reopenTie', event, order: found?.order ?? [] });
    return reply.code(204).send(null);
  });
}
