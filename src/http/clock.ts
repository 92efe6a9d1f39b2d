// /api/competitions/:id/scoring and /clock: how many cards are kept, and the shooting clock that the desk runs.
import { ClockBodySchema, ClockSchema, ScoringBodySchema } from '../wire/api-clock.ts';
import { CompetitionSchema } from '../wire/api-competitions.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';
import { competitionViewOf } from './views/competitions.ts';

const bodyLimit = 4 * 1024;

export function addScoringMode(app: App, parts: HttpParts, write: Write): void {
  const schema = {
    summary: 'Say how many cards are kept: one, one that athletes confirm end by end, or two apart',
    security: organiserSecurity,
    params: CompetitionParams,
    body: ScoringBodySchema,
    response: { 200: CompetitionSchema, ...errors(...commandErrors('setScoring')) },
  };
  const options = { schema, bodyLimit, onRequest: organiserOnly(parts.access) };
  app.put('/api/competitions/:id/scoring', options, async (request) =>
    competitionViewOf(await write(request, { kind: 'setScoring', mode: request.body.mode })),
  );
}

export function addClock(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const one = {
    summary: 'The shooting clock as the desk has set it; what it shows at a moment follows from it',
    params: CompetitionParams,
    response: { 200: ClockSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/clock', { schema: one }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `clock/${id}`, [at], () => ({ position: at, clock: state.clock ?? null }));
  });

  const schema = {
    summary: 'Set the shooting clock: call a line, stop it, other lines or times',
    security: organiserSecurity,
    params: CompetitionParams,
    body: ClockBodySchema,
    response: { 200: ClockSchema, ...errors(...commandErrors('setClock')) },
  };
  const options = { schema, bodyLimit, onRequest: organiserOnly(parts.access) };
  app.put('/api/competitions/:id/clock', options, async (request) => {
    const { at, state } = await write(request, { kind: 'setClock', clock: request.body });
    return { position: at, clock: state.clock ?? null };
  });
}
