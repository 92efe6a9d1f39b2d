// A whole competition as one file: /api/competitions/:id/export gives it, /api/competitions/import makes a competition of it.
import type { FastifyReply } from 'fastify';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import type { CompetitionDocument } from '../domain/document/document.ts';
import { readDocument } from '../interchange/read-document.ts';
import { CompetitionSchema } from '../wire/api-competitions.ts';
import { DocumentSchema } from '../wire/document-schema.ts';
import type { App } from './app.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, competitionIdOf, findCompetition, type Submit } from './submitting.ts';
import { competitionViewOf, journalEndOf } from './views/competitions.ts';

/** Twelve thousand cards with their records are about a third of it. */
const bodyLimit = 64 * 1024 * 1024;

export async function addInterchange(app: App, parts: HttpParts, submit: Submit): Promise<void> {
  const exported = {
    summary: 'The whole competition as one interchange file; devices and passwords are not in it',
    security: organiserSecurity,
    params: CompetitionParams,
    response: { 200: DocumentSchema, ...errors('unknownCompetition') },
  };
  const onRequest = organiserOnly(parts.access);
  app.get('/api/competitions/:id/export', { schema: exported, onRequest }, (request, reply) => {
    const view = findCompetition(parts, request.params.id);
    const { id, state } = view;
    reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${id}.json"`);
    const { format, version, ...document } = competitionToDocument(state);
    sendDocument(reply, { format, version, journal: journalEndOf(view), ...document });
  });
  // In a scope of its own: the text is read by the format's own reader, which says where a broken file breaks.
  await app.register(async (scope) => addImport(scope as App, parts, submit));
}

function sendDocument(reply: FastifyReply, document: CompetitionDocument): void {
  reply.type('application/json; charset=utf-8').send(Buffer.from(JSON.stringify(document)));
}

function addImport(scope: App, parts: HttpParts, submit: Submit): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_, body, done) => done(null, body));
  const schema = {
    summary: 'A competition from an interchange file; repeated with the same x-command-id it is made once',
    consumes: ['application/json'],
    security: organiserSecurity,
    response: {
      200: CompetitionSchema,
      201: CompetitionSchema,
      ...errors(...commandErrors('importCompetition').filter((code) => code !== 'unknownCompetition')),
    },
  };
  const onRequest = organiserOnly(parts.access);
  scope.post('/api/competitions/import', { schema, bodyLimit, onRequest }, async (request, reply) => {
    const commandId = commandIdOf(request);
    const read = readDocument(typeof request.body === 'string' ? request.body : '');
    if (read.kind === 'flaw') throw new RefusalError('badDocument', { ...read.flaw });
    const competition = competitionIdOf(commandId);
    const command = { kind: 'importCompetition', document: read.document } as const;
    const { repeated } = await submit({ competition, command, commandId });
    reply.header('location', `/api/competitions/${competition}`);
    return reply.code(repeated ? 200 : 201).send(competitionViewOf(findCompetition(parts, competition)));
  });
}
