// DELETE /api/competitions/:id: a competition goes for good. Its name has to come along, typed by a person who means it.
import { Type } from 'typebox';
import { RemovalSchema } from '../wire/api-competitions.ts';
import type { App } from './app.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, findCompetition } from './submitting.ts';

const bodyLimit = 4 * 1024;
const retryAfterSeconds = 2;

export function addRemoving(app: App, parts: HttpParts): void {
  const { removal, access } = parts;
  const schema = {
    summary:
      'Delete a competition for good, with everything in it; needs its name, and no other node on the same Redis',
    security: organiserSecurity,
    params: CompetitionParams,
    body: RemovalSchema,
    response: {
      204: Type.Null(),
      ...errors('unknownCompetition', 'nameDiffers', 'sharedRedis', 'journalDown', 'archiveTrouble'),
    },
  };
  const options = { schema, bodyLimit, onRequest: organiserOnly(access) };
  app.delete('/api/competitions/:id', options, async (request, reply) => {
    const { id } = request.params;
    commandIdOf(request);
    if (removal?.wasRemoved(id)) return reply.code(204).send(null);
    const { name } = findCompetition(parts, id).state;
    if (request.body.name.trim() !== name) throw new RefusalError('nameDiffers', { name });
    if (!removal) throw new RefusalError('sharedRedis');
    const outcome = await removal.remove(id);
    if (outcome.kind === 'deferred') throw new RefusalError(outcome.reason, {}, { retryAfterSeconds });
    return reply.code(204).send(null);
  });
}
