// /api/competitions/:id/entries/preview and /import: entries from a spreadsheet's file; preview first, then all or nothing.
import { Type } from 'typebox';
import { type EntriesPreview, previewEntries } from '../entries-import/preview-entries.ts';
import { ImportedSchema, ImportPreviewSchema } from '../wire/api-import.ts';
import type { App } from './app.ts';
import { commandErrors } from './command-errors.ts';
import { errors, fileErrors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, findCompetition, type Submit } from './submitting.ts';

const bodyLimit = 8 * 1024 * 1024;
/** What browsers on various systems call a CSV file. */
const listTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

const AssignQuery = Type.Object({
  assignTargets: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
});

/** In a scope of its own: the only addresses that take files, and they take nothing else. */
export async function addImportEntries(app: App, parts: HttpParts, submit: Submit): Promise<void> {
  await app.register(async (scope) => addImport(scope as App, parts, submit));
}

function addImport(scope: App, parts: HttpParts, submit: Submit): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(listTypes, { parseAs: 'buffer', bodyLimit }, (_, body, done) => done(null, body));
  const onRequest = organiserOnly(parts.access);
  const common = {
    security: organiserSecurity,
    consumes: listTypes,
    params: CompetitionParams,
    querystring: AssignQuery,
  };

  function previewOf(id: string, body: unknown, assignTargets: boolean): EntriesPreview {
    const bytes = body instanceof Uint8Array ? body : new Uint8Array();
    return previewEntries(bytes, findCompetition(parts, id).state, { assignTargets });
  }

  const preview = {
    ...common,
    summary: 'What importing this list would do, line by line',
    response: { 200: ImportPreviewSchema, ...errors('unknownCompetition') },
  };
  scope.post('/api/competitions/:id/entries/preview', { schema: preview, bodyLimit, onRequest }, (request, reply) => {
    const { preview: shown } = previewOf(request.params.id, request.body, request.query.assignTargets === 'true');
    reply.header('cache-control', 'no-store').send(shown);
  });

  const imported = {
    ...common,
    summary: 'Import this list: all of it, or nothing',
    response: { 200: ImportedSchema, ...errors(...commandErrors('importEntries'), ...fileErrors, 'importHasProblems') },
  };
  scope.post('/api/competitions/:id/entries/import', { schema: imported, bodyLimit, onRequest }, async (request) => {
    const { id } = request.params;
    const commandId = commandIdOf(request);
    const { preview: shown, command } = previewOf(id, request.body, request.query.assignTargets === 'true');
    if (!command) {
      if (!(await wasImported(submit, id, commandId))) throw importRefusal(shown);
      return { imported: shown.rows.length, categories: 0 };
    }
    await submit({ competition: id, command, commandId });
    return { imported: command.entries.length, categories: command.categories.length };
  });
}

/** A request whose answer was lost comes again with its id, and finds its own entries registered. Rejects with RefusalError. */
async function wasImported(submit: Submit, competition: string, commandId: string): Promise<boolean> {
  const command = { kind: 'importEntries', categories: [], entries: [] } as const;
  try {
    return (await submit({ competition, command, commandId })).repeated;
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'nothingToImport') return false;
    throw error;
  }
}

function importRefusal(preview: EntriesPreview['preview']): RefusalError {
  const { fileProblem, bad } = preview;
  return fileProblem
    ? new RefusalError(fileProblem.code, fileProblem.details, { more: { preview } })
    : new RefusalError('importHasProblems', { bad: String(bad) }, { more: { preview } });
}
