// /api/competitions/:id/records: the table of records and personal bests, as JSON or as a spreadsheet's file.
import { readRecords } from '../entries-import/read-records.ts';
import { RecordsSchema } from '../wire/api-setup.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors, fileErrors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { listBodyLimit as bodyLimit, listTypes, readList } from './read-list.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';

export async function addRecords(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): Promise<void> {
  const list = {
    summary: 'The table of records and personal bests',
    params: CompetitionParams,
    response: { 200: RecordsSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/records', { schema: list }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `records/${id}`, [at], () => state.records);
  });
  // In a scope of its own: the only address that takes a table as a file and as JSON.
  await app.register(async (scope) => addReplacing(scope as App, parts, write));
}

function addReplacing(scope: App, parts: HttpParts, write: Write): void {
  scope.addContentTypeParser(listTypes, { parseAs: 'buffer', bodyLimit }, async (_: unknown, body: Buffer) => {
    const { records, problem } = readRecords(await readList(parts, body));
    if (problem) throw new RefusalError(problem.code, problem.details);
    return records;
  });
  const schema = {
    summary:
      'The whole table, in place of the one before; CSV or XLSX needs the headings kind, category, round, name, club, total, x',
    consumes: ['application/json', ...listTypes],
    security: organiserSecurity,
    params: CompetitionParams,
    body: RecordsSchema,
    response: { 200: RecordsSchema, ...errors(...commandErrors('setRecords'), ...fileErrors, 'tablesBusy') },
  };
  const onRequest = organiserOnly(parts.access);
  scope.put('/api/competitions/:id/records', { schema, bodyLimit, onRequest }, async (request) => {
    const { state } = await write(request, { kind: 'setRecords', records: request.body });
    return state.records;
  });
}
