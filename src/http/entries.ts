// /api/competitions/:id/entries: the list, whole or page by page, one entry, and registering some. From a file: import-entries.ts; changing them: entry-changes.ts.
import { type Static, Type } from 'typebox';
import { EntryPageSchema, EntrySchema, NewEntriesSchema } from '../wire/api-entries.ts';
import { ImportedSchema } from '../wire/api-import.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { newEntryOf } from './entry-body.ts';
import { RefusalError } from './errors.ts';
import { type PageQuery, pageQuery, readPageQuery, takePage } from './paging.ts';
import { CompetitionParams, EntryParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { commandIdOf, findCompetition, type Submit } from './submitting.ts';
import { type EntryFilter, entryViewOf, entryViewsOf, filteredEntries } from './views/entries.ts';

const bodyLimit = 8 * 1024 * 1024;

const ListQuery = Type.Object({
  ...pageQuery,
  category: Type.Optional(Type.String({ maxLength: 100, description: 'Also those whose card counts in it' })),
  club: Type.Optional(Type.String({ maxLength: 200 })),
  butt: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$' })),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name or club' })),
});
type ListQuery = Static<typeof ListQuery>;

export function addEntries(app: App, parts: HttpParts, answers: CachedAnswers, submit: Submit): void {
  addReading(app, parts, answers);
  addRegistering(app, parts, submit);
}

function addReading(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const list = {
    summary: 'The entries: all of them, or with limit or after page by page',
    params: CompetitionParams,
    querystring: ListQuery,
    response: { 200: Type.Union([Type.Array(EntrySchema), EntryPageSchema]), ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/entries', { schema: list }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    const { limit, after, ...filter } = request.query;
    const isFiltered = Object.keys(filter).length > 0;
    const key = `entries/${id}/${isFiltered || limit || after ? new URLSearchParams(request.query) : ''}`;
    const make = () => {
      if (limit === undefined && after === undefined)
        return isFiltered ? Array.from(filteredEntries(state, filterOf(filter)), entryViewOf) : entryViewsOf(state);
      const page = readPageQuery(request.query, 1);
      const { rows, next } = takePage(
        filteredEntries(state, filterOf(filter), Number(page.after?.[0] ?? 0)),
        page.limit,
        ({ number }) => [number],
      );
      return { position: at, entries: rows.map(entryViewOf), next };
    };
    answers.send(reply, key, [at], make);
  });

  const one = {
    summary: 'One entry',
    params: EntryParams,
    response: { 200: EntrySchema, ...errors('unknownCompetition', 'unknownEntry') },
  };
  app.get('/api/competitions/:id/entries/:number', { schema: one }, (request, reply) => {
    const { id, number } = request.params;
    const { at, state } = findCompetition(parts, id);
    const entry = state.entries.at(Number(number));
    if (!entry) throw new RefusalError('unknownEntry', { entry: number });
    answers.send(reply, `entry/${id}/${number}`, [at], () => entryViewOf(entry));
  });
}

function filterOf({ butt, ...filter }: Omit<ListQuery, keyof PageQuery>): EntryFilter {
  return butt === undefined ? filter : { ...filter, butt: Number(butt) };
}

function addRegistering(app: App, parts: HttpParts, submit: Submit): void {
  const schema = {
    summary: 'Register entries: all of them, or none',
    security: organiserSecurity,
    params: CompetitionParams,
    body: NewEntriesSchema,
    response: { 201: ImportedSchema, ...errors(...commandErrors('importEntries')) },
  };
  const options = { schema, bodyLimit, onRequest: organiserOnly(parts.access) };
  app.post('/api/competitions/:id/entries', options, async (request, reply) => {
    const { categories, entries } = request.body;
    const command = { kind: 'importEntries', categories, entries: entries.map(newEntryOf) } as const;
    await submit({ competition: request.params.id, command, commandId: commandIdOf(request) });
    return reply.code(201).send({ imported: entries.length, categories: categories.length });
  });
}
