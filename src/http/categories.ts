// /api/competitions/:id/categories and /sessions: how a competition is divided.
import { Type } from 'typebox';
import { CategorySchema, type CategoryView } from '../wire/api-competitions.ts';
import { CategoryBodySchema, SessionsSchema } from '../wire/api-setup.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CategoryParams, CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';
import { categoryViewsOf } from './views/competitions.ts';

const bodyLimit = 4 * 1024;
const sessionsBodyLimit = 256 * 1024;

type State = Parameters<typeof categoryViewsOf>[0];

/** Throws RefusalError. */
function categoryOf(state: State, code: string): CategoryView {
  const found = categoryViewsOf(state).find((category) => category.code === code);
  if (!found) throw new RefusalError('unknownCategory', { category: code }, { status: 404 });
  return found;
}

export function addCategories(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const list = {
    summary: 'The categories',
    params: CompetitionParams,
    response: { 200: Type.Array(CategorySchema), ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/categories', { schema: list }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `categories/${id}`, [at], () => categoryViewsOf(state));
  });

  const one = {
    summary: 'One category',
    params: CategoryParams,
    response: { 200: CategorySchema, ...errors('unknownCompetition', ['unknownCategory', 404]) },
  };
  app.get('/api/competitions/:id/categories/:category', { schema: one }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    const category = categoryOf(state, request.params.category);
    answers.send(reply, `category/${id}/${category.code}`, [at], () => category);
  });

  const schema = {
    summary: 'Make a category, rename it, or give it another round before an arrow is shot in it',
    security: organiserSecurity,
    params: CategoryParams,
    body: CategoryBodySchema,
    response: { 200: CategorySchema, ...errors(...commandErrors('setCategories')) },
  };
  const onRequest = organiserOnly(parts.access);
  app.put('/api/competitions/:id/categories/:category', { schema, bodyLimit, onRequest }, async (request) => {
    const code = request.params.category;
    const { state } = await write(request, { kind: 'setCategories', categories: [{ code, ...request.body }] });
    return categoryOf(state, code);
  });
}

export function addSessions(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const list = {
    summary: 'The sessions: which ends are shot when',
    params: CompetitionParams,
    response: { 200: SessionsSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/sessions', { schema: list }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `sessions/${id}`, [at], () => state.sessions);
  });

  const schema = {
    summary: 'All sessions, in place of those before',
    security: organiserSecurity,
    params: CompetitionParams,
    body: SessionsSchema,
    response: { 200: SessionsSchema, ...errors(...commandErrors('setSessions')) },
  };
  const options = { schema, bodyLimit: sessionsBodyLimit, onRequest: organiserOnly(parts.access) };
  app.put('/api/competitions/:id/sessions', options, async (request) => {
    const { state } = await write(request, { kind: 'setSessions', sessions: request.body });
    return state.sessions;
  });
}
