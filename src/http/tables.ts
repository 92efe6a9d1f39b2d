// /api/competitions/:id/tables: a competition's lists and scores as spreadsheets, one by one or all together. Names, clubs and results are
// everybody's, as they are on the boards; years of birth and who decided what are the organiser's.
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import type { FileOrder } from '../tables/messages.ts';
import { TablesBusyError } from '../tables/open-tables.ts';
import { extensionOf } from '../tables/write-tables.ts';
import {
  organisersTables,
  type TableFormat,
  type TableLanguage,
  type TableName,
  tableFormats,
  tableLanguages,
  tableNames,
} from '../wire/tables.ts';
import type { App } from './app.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams, TableParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { isOrganiser, organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import { findCompetition } from './submitting.ts';
import { journalEndOf } from './views/competitions.ts';

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const;
/** Errors stay JSON. */
const answered = {
  content: Object.fromEntries(
    Object.values(contentTypes).map((type) => [type.split(';')[0], { schema: { type: 'string', format: 'binary' } }]),
  ),
};
const retryAfterSeconds = 5;

const TablesQuery = Type.Object({
  format: Type.Optional(Type.Enum([...tableFormats], { description: 'xlsx by default' })),
  language: Type.Optional(Type.Enum([...tableLanguages], { description: 'Of the headings; en by default' })),
});
interface TablesQuery {
  readonly format?: TableFormat;
  readonly language?: TableLanguage;
}

export function addTables(app: App, parts: HttpParts): void {
  const onRequest = organiserOnly(parts.access);
  const all = {
    summary: 'Everything as one workbook (xlsx), or as a zip of CSV files (csv)',
    security: organiserSecurity,
    params: CompetitionParams,
    querystring: TablesQuery,
    response: { 200: Type.Unsafe<Readable>(answered), ...errors('unknownCompetition', 'tablesBusy') },
  };
  app.get('/api/competitions/:id/tables', { schema: all, onRequest }, (request, reply) =>
    send(reply, findCompetition(parts, request.params.id), tableNames, request.query),
  );

  const one = {
    summary: 'A list or ranking as a spreadsheet; entries and changes are the organiser’s',
    params: TableParams,
    querystring: TablesQuery,
    response: { 200: Type.Unsafe<Readable>(answered), ...errors('unknownCompetition', 'tablesBusy', 'notLoggedIn') },
  };
  app.get('/api/competitions/:id/tables/:table', { schema: one }, async (request, reply) => {
    const { table } = request.params;
    if (organisersTables.includes(table) && !(await isOrganiser(request, parts.access))) {
      throw new RefusalError('notLoggedIn');
    }
    return send(reply, findShown(parts, request), [table], request.query);
  });

  async function send(reply: FastifyReply, view: View, tables: readonly TableName[], query: TablesQuery) {
    const { format = 'xlsx', language = 'en' } = query;
    const order = () => {
      const { format: kind, version, ...content } = competitionToDocument(view.state);
      const document = { format: kind, version, journal: journalEndOf(view), ...content };
      return { kind: 'write', content: document, tables, format, language } as const;
    };
    const name = tables.length === 1 ? `${view.state.name} ${tables[0]}` : view.state.name;
    return sendFile(reply, parts, order, { name, extension: extensionOf(tables, format) });
  }
}

interface FileName {
  readonly name: string;
  readonly extension: keyof typeof contentTypes;
}

/** While it is made. Rejects with RefusalError while too many are. */
export async function sendFile(
  reply: FastifyReply,
  { tables }: Pick<HttpParts, 'tables'>,
  order: () => FileOrder,
  { name, extension }: FileName,
): Promise<FastifyReply> {
  const pieces = await tables.write(order).catch((error: unknown) => {
    throw error instanceof TablesBusyError ? new RefusalError('tablesBusy', {}, { retryAfterSeconds }) : error;
  });
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', attachment(`${name}.${extension}`))
    .type(contentTypes[extension])
    .send(Readable.from(pieces, { objectMode: false }));
}

/** RFC 6266: its name in UTF-8, and in plain letters for whoever cannot read that. */
function attachment(name: string): string {
  const safe = name.replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, '-');
  const plain = safe
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["%]/g, '');
  const exact = encodeURIComponent(safe).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
