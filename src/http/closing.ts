// /api/competitions/:id/closed: archiving a competition, and taking that back.
import { Type } from 'typebox';
import { strict } from '../wire/api-common.ts';
import { CompetitionSchema } from '../wire/api-competitions.ts';
import type { App } from './app.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import type { Write } from './submitting.ts';
import { competitionViewOf } from './views/competitions.ts';

export function addClosing(app: App, { access }: HttpParts, write: Write): void {
  const onRequest = organiserOnly(access);
  const common = { security: organiserSecurity, params: CompetitionParams };
  const close = {
    ...common,
    summary: 'Archive a competition: it is kept, and nothing in it can be changed until it is reopened',
    body: Type.Object({}, strict),
    response: { 200: CompetitionSchema, ...errors(...commandErrors('closeCompetition')) },
  };
  app.put('/api/competitions/:id/closed', { schema: close, onRequest }, async (request) =>
    competitionViewOf(await write(request, { kind: 'closeCompetition' })),
  );
  const reopen = {
    ...common,
    summary: 'Reopen an archived competition',
    response: { 200: CompetitionSchema, ...errors(...commandErrors('reopenCompetition')) },
  };
  app.delete('/api/competitions/:id/closed', { schema: reopen, onRequest }, async (request) =>
    competitionViewOf(await write(request, { kind: 'reopenCompetition' })),
  );
}
