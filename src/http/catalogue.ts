// /api/rounds, /api/faces, /api/rule-sets: what this version knows, the same for every competition; and a competition's own rounds.
import { Type } from 'typebox';
import { matchFormatsOf } from '../domain/match/match-format.ts';
import { faces } from '../domain/rounds/faces.ts';
import { rounds } from '../domain/rounds/rounds.ts';
import { ruleSets } from '../domain/rule-sets.ts';
import { FaceSchema, RoundBodySchema, RoundSchema, RuleSetSchema } from '../wire/api-catalogue.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { CompetitionParams, RoundParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';

/** Fifty distances with a face of their own each. */
const bodyLimit = 64 * 1024;

export function addCatalogue(app: App, answers: CachedAnswers): void {
  const allRounds = { summary: 'The round book', response: { 200: Type.Array(RoundSchema) } };
  app.get('/api/rounds', { schema: allRounds }, (_, reply) => {
    answers.send(reply, 'rounds', [], () => rounds);
  });
  const allFaces = { summary: 'The target faces', response: { 200: Type.Array(FaceSchema) } };
  app.get('/api/faces', { schema: allFaces }, (_, reply) => {
    answers.send(reply, 'faces', [], () => faces);
  });
  const allRuleSets = {
    summary: 'The rule sets by year, with their tie-breaks and match formats',
    response: { 200: Type.Array(RuleSetSchema) },
  };
  app.get('/api/rule-sets', { schema: allRuleSets }, (_, reply) => {
    answers.send(reply, 'rule-sets', [], () =>
      ruleSets.map(({ id, name, tieBreaks }) => ({ id, name, tieBreaks, matchFormats: matchFormatsOf(id) })),
    );
  });
}

export function addOwnRounds(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const list = {
    summary: 'The rounds of the organiser’s own',
    params: CompetitionParams,
    response: { 200: Type.Array(RoundSchema), ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/rounds', { schema: list }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `rounds/${id}`, [at], () => [...state.rounds.values()]);
  });

  const schema = {
    summary: 'Make a round of one’s own, or change it before an arrow is shot in it',
    security: organiserSecurity,
    params: RoundParams,
    body: RoundBodySchema,
    response: { 200: RoundSchema, ...errors(...commandErrors('setRound')) },
  };
  const onRequest = organiserOnly(parts.access);
  app.put('/api/competitions/:id/rounds/:round', { schema, bodyLimit, onRequest }, async (request) => {
    const round = { id: request.params.round, ...request.body };
    const { state } = await write(request, { kind: 'setRound', round });
    return state.rounds.get(round.id) ?? round;
  });
}
