// /api/competitions/:id/schedule: when and where matches are shot; a proposal, and the plan itself event by event.
import { playEvent } from '../domain/event/event-play.ts';
import { proposeSchedule } from '../domain/event/schedule.ts';
import { PlanSchema, ScheduleSchema, SlotsSchema, UnscheduleSchema } from '../wire/api-events.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { findEvent } from './events.ts';
import { CompetitionParams, EventParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import { findCompetition, type Write } from './submitting.ts';
import { scheduleViewOf } from './views/schedule.ts';

const bodyLimit = 128 * 1024;

export function addSchedule(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const all = {
    summary: 'All matches that have a place, in order of time',
    params: CompetitionParams,
    response: { 200: ScheduleSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/schedule', { schema: all }, (request, reply) => {
    const { id, at, state } = findShown(parts, request);
    answers.send(reply, `schedule/${id}`, [at], () => scheduleViewOf(state, at));
  });

  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity, params: EventParams };
  const put = {
    ...common,
    summary: 'Give matches of an event their places; those not named stay as they are',
    body: SlotsSchema,
    response: { 200: SlotsSchema, ...errors(...commandErrors('scheduleMatches')) },
  };
  app.put('/api/competitions/:id/events/:event/schedule', { schema: put, bodyLimit, onRequest }, async (request) => {
    const { event } = request.params;
    const after = await write(request, { kind: 'scheduleMatches', event, slots: request.body.slots });
    return { slots: [...findEvent(after, event).schedule.values()] };
  });

  const remove = {
    ...common,
    summary: 'Take the places of these matches away',
    body: UnscheduleSchema,
    response: { 200: SlotsSchema, ...errors(...commandErrors('unscheduleMatches')) },
  };
  const removed = '/api/competitions/:id/events/:event/schedule/removed';
  app.post(removed, { schema: remove, bodyLimit, onRequest }, async (request) => {
    const { event } = request.params;
    const after = await write(request, { kind: 'unscheduleMatches', event, matches: request.body.matches });
    return { slots: [...findEvent(after, event).schedule.values()] };
  });

  const propose = {
    ...common,
    summary: 'Places for all matches of an event, phase by phase; changes nothing',
    body: PlanSchema,
    response: {
      200: SlotsSchema,
      ...errors('unknownCompetition', 'unknownEvent', 'eventNotDrawn', 'slotWrong'),
    },
  };
  const url = '/api/competitions/:id/events/:event/schedule/propose';
  app.post(url, { schema: propose, bodyLimit, onRequest }, (request, reply) => {
    const { id, event } = request.params;
    const found = findCompetition(parts, id);
    if (!findEvent(found, event).draw) throw new RefusalError('eventNotDrawn', { event });
    const slots = proposeSchedule(playEvent(found.state, event) ?? [], request.body);
    if (!slots) throw new RefusalError('slotWrong', { match: '', at: request.body.start });
    reply.header('cache-control', 'no-store').send({ slots });
  });
}
