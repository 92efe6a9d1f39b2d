// Rankings: /api/competitions/:id/rankings/:category while it is shot, an event's qualification and final ranking, and medals.
import { Type } from 'typebox';
import { ceremoniesOf } from '../domain/event/ceremony.ts';
import { finalRankingOf } from '../domain/event/final-ranking.ts';
import { runningBases } from '../domain/ranking/running-ranking.ts';
import {
  CeremonySchema,
  FinalRankingSchema,
  MedalTableSchema,
  QualificationSchema,
  RankingSchema,
} from '../wire/api-rankings.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { findEvent } from './events.ts';
import { pageQuery, readPageQuery } from './paging.ts';
import { CategoryParams, CompetitionParams, EventParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { findShown } from './shown.ts';
import { finalRankingViewOf, medalTableViewOf, qualificationViewOf, rankingViewOf } from './views/rankings.ts';

const RankingQuery = Type.Object({ ...pageQuery, basis: Type.Optional(Type.Enum([...runningBases])) });
const PageQuery = Type.Object(pageQuery);
const MedalQuery = Type.Object({ of: Type.Optional(Type.Enum(['club', 'country'])) });

export function addRankings(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const ranking = {
    summary: 'The ranking of a category: by total, by the average arrow, or after the ends that all have shot',
    params: CategoryParams,
    querystring: RankingQuery,
    response: { 200: RankingSchema, ...errors('unknownCompetition', ['unknownCategory', 404]) },
  };
  app.get('/api/competitions/:id/rankings/:category', { schema: ranking }, (request, reply) => {
    const { id, category } = request.params;
    const { basis = 'total' } = request.query;
    const { at, state } = findShown(parts, request);
    if (!state.categories.has(category)) throw new RefusalError('unknownCategory', { category }, { status: 404 });
    const page = readPageQuery(request.query, 1);
    const key = `ranking/${id}/${category}/${basis}/${page.limit}/${request.query.after ?? ''}`;
    answers.send(reply, key, [at], () => rankingViewOf(state, at, category, basis, page));
  });

  addEventRankings(app, parts, answers);

  const medals = {
    summary: 'The medal table of clubs or countries',
    params: CompetitionParams,
    querystring: MedalQuery,
    response: { 200: MedalTableSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/medals', { schema: medals }, (request, reply) => {
    const { id, at, state } = findShown(parts, request);
    const { of = 'club' } = request.query;
    answers.send(reply, `medals/${id}/${of}`, [at], () => medalTableViewOf(state, at, of));
  });

  const ceremonies = {
    summary: 'The medal ceremonies in their order, bronze first, with the names to be read out',
    params: CompetitionParams,
    response: { 200: CeremonySchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/ceremonies', { schema: ceremonies }, (request, reply) => {
    const { id, at, state } = findShown(parts, request);
    answers.send(reply, `ceremonies/${id}`, [at], () => ({
      position: at,
      ceremonies: ceremoniesOf(state).map((each) => ({ ...each, at: each.at ?? null })),
    }));
  });
}

function addEventRankings(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const missing = errors('unknownCompetition', 'unknownEvent');
  const qualification = {
    summary: 'The qualification of an event: who is in, by which count or decision, and which ties are open',
    params: EventParams,
    querystring: PageQuery,
    response: { 200: QualificationSchema, ...missing },
  };
  app.get('/api/competitions/:id/events/:event/qualification', { schema: qualification }, (request, reply) => {
    const found = findShown(parts, request);
    const event = findEvent(found, request.params.event).setup.id;
    const page = readPageQuery(request.query, 1);
    const key = `qualification/${found.id}/${event}/${page.limit}/${request.query.after ?? ''}`;
    answers.send(reply, key, [found.at], () => qualificationViewOf(found.state, found.at, event, page));
  });

  const final = {
    summary: 'The final ranking of an event, and its medals',
    params: EventParams,
    response: { 200: FinalRankingSchema, ...missing },
  };
  app.get('/api/competitions/:id/events/:event/final-ranking', { schema: final }, (request, reply) => {
    const found = findShown(parts, request);
    const event = findEvent(found, request.params.event).setup.id;
    answers.send(reply, `final-ranking/${found.id}/${event}`, [found.at], () =>
      finalRankingViewOf(finalRankingOf(found.state, event) ?? [], found.at),
    );
  });
}
