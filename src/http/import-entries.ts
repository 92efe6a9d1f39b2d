// /api/competitions/:id/entries/preview and /import: entries from a spreadsheet's file; preview first, then all or nothing.

import { type EntriesPreview, type ImportChoices, previewEntries } from '../entries-import/preview-entries.ts';
import {
  ImportPreviewSchema,
  type ImportQuery,
  ImportQuerySchema,
  type ListImported,
  ListImportedSchema,
} from '../wire/api-import.ts';
import { type ImportField, importFields } from '../wire/import-fields.ts';
import type { App } from './app.ts';
import { commandErrors } from './command-errors.ts';
import { errors, fileErrors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { listBodyLimit as bodyLimit, listTypes, readList } from './read-list.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, findCompetition, type Submit } from './submitting.ts';

/** In a scope of its own: the only addresses that take files, and they take nothing else. */
export async function addImportEntries(app: App, parts: HttpParts, submit: Submit): Promise<void> {
  await app.register(async (scope) => addImport(scope as App, parts, submit));
}

const ofImport = ['importHasProblems', 'importChangedMeanwhile', 'tablesBusy'] as const;

function addImport(scope: App, parts: HttpParts, submit: Submit): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(listTypes, { parseAs: 'buffer', bodyLimit }, (_, body, done) => done(null, body));
  const onRequest = organiserOnly(parts.access);
  const common = {
    security: organiserSecurity,
    consumes: listTypes,
    params: CompetitionParams,
    querystring: ImportQuerySchema,
  };

  async function previewOf(id: string, body: unknown, query: ImportQuery): Promise<EntriesPreview> {
    findCompetition(parts, id);
    const choices = choicesOf(query);
    const file = await readList(parts, body instanceof Uint8Array ? body : new Uint8Array(), query.sheet);
    // After the reading, so that it is of now.
    return previewEntries(file, findCompetition(parts, id).state, choices);
  }

  const preview = {
    ...common,
    summary: 'What importing this list would do, line by line',
    response: { 200: ImportPreviewSchema, ...errors('unknownCompetition', 'tablesBusy') },
  };
  scope.post(
    '/api/competitions/:id/entries/preview',
    { schema: preview, bodyLimit, onRequest },
    async (request, reply) => {
      const { preview: shown } = await previewOf(request.params.id, request.body, request.query);
      return reply.header('cache-control', 'no-store').send(shown);
    },
  );

  const imported = {
    ...common,
    summary: 'Import this list, changing the entries that it has already: all of it, or nothing',
    response: {
      200: ListImportedSchema,
      ...errors(...commandErrors('importEntries'), ...commandErrors('changeEntries'), ...fileErrors, ...ofImport),
    },
  };
  scope.post('/api/competitions/:id/entries/import', { schema: imported, bodyLimit, onRequest }, async (request) => {
    const { id } = request.params;
    const commandId = commandIdOf(request);
    const planned = await previewOf(id, request.body, request.query);
    const { command, preview: shown } = planned;
    const isAnother = request.query.plan !== undefined && request.query.plan !== shown.plan;
    if (!command || isAnother) {
      if (await wasImported(submit, id, commandId)) return { ...nothingDone, imported: shown.rows.length };
      const refusal = refusalOf(shown, isAnother);
      if (refusal) throw refusal;
    }
    if (command) await submit({ competition: id, command, commandId });
    return doneBy(command);
  });
}

const nothingDone: ListImported = { imported: 0, categories: 0, changed: 0, withdrawn: 0 };

function doneBy(command: EntriesPreview['command']): ListImported {
  if (!command) return nothingDone;
  const categories = command.categories?.length ?? 0;
  if (command.kind === 'importEntries') return { ...nothingDone, imported: command.entries.length, categories };
  const { added = [], changes, withdrawn } = command;
  return {
    ...{ imported: added.length, categories, changed: changes.length },
    withdrawn: withdrawn?.entries.length ?? 0,
  };
}

/** Throws RefusalError. */
function choicesOf({ assignTargets, columns, leave, asNew, withdraw, reason }: ImportQuery): ImportChoices {
  return {
    assignTargets: assignTargets === 'true',
    ...(columns === undefined ? {} : { fields: columns.split(',').map(fieldOf) }),
    leave: numbersOf(leave),
    asNew: numbersOf(asNew),
    withdraw: numbersOf(withdraw),
    ...(reason === undefined ? {} : { reason }),
  };
}

function fieldOf(name: string): ImportField | undefined {
  const field = importFields.find((each) => each === name);
  if (name !== '' && !field) throw new RefusalError('badRequest', { why: `${name} is no meaning of a column` });
  return field;
}

const mostNumbers = 20_000;

/** `3,7,20-40`. Throws RefusalError. */
function numbersOf(text = ''): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const part of text.split(',').filter(Boolean)) {
    const [from = 0, to = from] = part.split('-').map(Number);
    if (to - from > mostNumbers || numbers.size > mostNumbers) {
      throw new RefusalError('badRequest', { why: `${part} are too many lines` });
    }
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return numbers;
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

/** Undefined where all is well and there is nothing to do. */
function refusalOf(preview: EntriesPreview['preview'], isAnother: boolean): RefusalError | undefined {
  const { fileProblem, bad } = preview;
  if (fileProblem) return new RefusalError(fileProblem.code, fileProblem.details, { more: { preview } });
  if (bad > 0) return new RefusalError('importHasProblems', { bad: String(bad) }, { more: { preview } });
  return isAnother ? new RefusalError('importChangedMeanwhile', {}, { more: { preview } }) : undefined;
}
