// What the public is told and what it is not: announcements, and results under review.
import { Type } from 'typebox';
import type { Held } from '../../domain/show/show.ts';
import { AnnouncementBodySchema, FreezeBodySchema, ShowSchema } from '../../wire/api-show.ts';
import type { App } from '../app.ts';
import type { CachedAnswers } from '../cached-answers.ts';
import { commandErrors } from '../command-errors.ts';
import { errors } from '../documented-errors.ts';
import { matchIdOf } from '../matches.ts';
import { CategoryParams, CompetitionParams, MatchParams } from '../params.ts';
import type { HttpParts } from '../parts.ts';
import { organiserOnly, organiserSecurity } from '../session-guard.ts';
import { findCompetition, type Write } from '../submitting.ts';
import { showViewOf } from '../views/show.ts';

const AnnouncementParams = Type.Object({
  id: Type.String({ maxLength: 64 }),
  announcement: Type.String({ minLength: 1, maxLength: 64 }),
});
const bodyLimit = 8 * 1024;

export function addShow(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const schema = {
    summary: 'Announcements, and what is under review: everybody but the organiser sees it as it stood',
    params: CompetitionParams,
    response: { 200: ShowSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/show', { schema }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    answers.send(reply, `show/${found.id}`, [found.at], () => showViewOf(found));
  });
  addAnnouncing(app, parts, write);
  addFreezing(app, parts, write);
}

function addAnnouncing(app: App, parts: HttpParts, write: Write): void {
  const url = '/api/competitions/:id/announcements/:announcement';
  const common = { security: organiserSecurity, params: AnnouncementParams };
  const onRequest = organiserOnly(parts.access);
  const put = {
    ...common,
    summary: 'Announce something, or change the announcement',
    body: AnnouncementBodySchema,
    response: { 200: ShowSchema, ...errors(...commandErrors('announce')) },
  };
  app.put(url, { schema: put, bodyLimit, onRequest }, async (request) => {
    const { announcement } = request.params;
    return showViewOf(await write(request, { kind: 'announce', announcement, ...request.body }));
  });

  const withdraw = {
    ...common,
    summary: 'Withdraw an announcement: it is gone at once',
    response: { 204: Type.Null(), ...errors(...commandErrors('withdrawAnnouncement')) },
  };
  app.delete(url, { schema: withdraw, onRequest }, async (request, reply) => {
    await write(request, { kind: 'withdrawAnnouncement', announcement: request.params.announcement });
    return reply.code(204).send(null);
  });
}

function addFreezing(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const freeze = {
    summary: 'Review: everybody but the organiser goes on seeing what there is now',
    security: organiserSecurity,
    body: FreezeBodySchema,
    response: { 200: ShowSchema, ...errors(...commandErrors('freezePublic')) },
  };
  const release = {
    summary: 'The review is over: everybody sees the newest',
    security: organiserSecurity,
    response: { 204: Type.Null(), ...errors(...commandErrors('releasePublic')) },
  };

  const ofCategory = '/api/competitions/:id/categories/:category/frozen';
  const inCategory = { params: CategoryParams };
  const categoryOf = ({ category }: { readonly category: string }): Held => ({ kind: 'category', category });
  app.put(ofCategory, { schema: { ...freeze, ...inCategory }, bodyLimit, onRequest }, async (request) =>
    showViewOf(await write(request, { kind: 'freezePublic', held: categoryOf(request.params), ...request.body })),
  );
  app.delete(ofCategory, { schema: { ...release, ...inCategory }, onRequest }, async (request, reply) => {
    await write(request, { kind: 'releasePublic', held: categoryOf(request.params) });
    return reply.code(204).send(null);
  });

  const ofMatch = '/api/competitions/:id/events/:event/matches/:match/frozen';
  const inMatch = { params: MatchParams };
  const matchOf = ({ event, match }: { readonly event: string; readonly match: string }): Held => ({
    kind: 'match',
    event,
    match: matchIdOf(match),
  });
  app.put(ofMatch, { schema: { ...freeze, ...inMatch }, bodyLimit, onRequest }, async (request) =>
    showViewOf(await write(request, { kind: 'freezePublic', held: matchOf(request.params), ...request.body })),
  );
  app.delete(ofMatch, { schema: { ...release, ...inMatch }, onRequest }, async (request, reply) => {
    await write(request, { kind: 'releasePublic', held: matchOf(request.params) });
    return reply.code(204).send(null);
  });
}
