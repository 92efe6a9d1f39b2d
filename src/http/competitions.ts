// /api/competitions: what there is, and making another one.
import { Type } from 'typebox';
import { CompetitionSchema, NewCompetitionSchema } from '../wire/api-competitions.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, competitionIdOf, findCompetition, type Submit } from './submitting.ts';
import { competitionViewOf } from './views/competitions.ts';

/** Names of 200 letters in UTF-8. */
const bodyLimit = 4 * 1024;

export function addCompetitions(app: App, parts: HttpParts, answers: CachedAnswers, submit: Submit): void {
  const { intake, access } = parts;

  const list = { summary: 'All competitions', response: { 200: Type.Array(CompetitionSchema) } };
  app.get('/api/competitions', { schema: list }, (_, reply) => {
    const all = intake.list();
    answers.send(
      reply,
      'competitions',
      all.map(({ at }) => at),
      () => all.map(competitionViewOf),
    );
  });

  const one = {
    summary: 'One competition',
    params: CompetitionParams,
    response: { 200: CompetitionSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id', { schema: one }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    answers.send(reply, `competition/${found.id}`, [found.at], () => competitionViewOf(found));
  });

  const schema = {
    summary: 'Create a competition; repeated with the same x-command-id it is created once',
    security: organiserSecurity,
    body: NewCompetitionSchema,
    response: {
      200: CompetitionSchema,
      201: CompetitionSchema,
      ...errors(...commandErrors('createCompetition').filter((code) => code !== 'unknownCompetition')),
    },
  };
  app.post('/api/competitions', { schema, bodyLimit, onRequest: organiserOnly(access) }, async (request, reply) => {
    const commandId = commandIdOf(request);
    const competition = competitionIdOf(commandId);
    const { name, venue, from, to, discipline, ruleSetId } = request.body;
    const command = { kind: 'createCompetition', name, venue, from, to, discipline, ruleSetId } as const;
    const { repeated } = await submit({ competition, command, commandId });
    reply.header('location', `/api/competitions/${competition}`);
    return reply.code(repeated ? 200 : 201).send(competitionViewOf(findCompetition(parts, competition)));
  });
}
