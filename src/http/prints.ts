// /api/competitions/:id/prints: a document is ordered, looked after, and fetched as a PDF once it is done.
import { Type } from 'typebox';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { originsOf } from '../kit/lan-addresses.ts';
import type { PrintOrder } from '../printing/print-document.ts';
import type { Print } from '../printing/printer.ts';
import { type PrintOrderBody, PrintOrderSchema, PrintSchema, type PrintView } from '../wire/api-prints.ts';
import type { App } from './app.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CompetitionParams, PrintParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition } from './submitting.ts';
import { journalEndOf } from './views/competitions.ts';
import { joinPathsOf } from './views/targets.ts';

const base = '/api/competitions/:id/prints';
const bodyLimit = 4 * 1024;
const retryAfterSeconds = 5;
/** Errors stay JSON. */
const answered = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } };

export function addPrints(app: App, parts: HttpParts): void {
  const { printer } = parts;
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity };
  const missing = errors('unknownCompetition', 'unknownPrint');

  function find({ id, print }: { readonly id: string; readonly print: string }): Print {
    findCompetition(parts, id);
    const found = printer.find(id, print);
    if (!found) throw new RefusalError('unknownPrint', { print });
    return found;
  }

  const order = {
    ...common,
    summary: 'Order a document on paper; its PDF is made while others go on',
    params: CompetitionParams,
    body: PrintOrderSchema,
    response: {
      202: PrintSchema,
      ...errors(
        'unknownCompetition',
        'unknownCategory',
        'unknownSession',
        'unknownEvent',
        'unknownMatch',
        'printerBusy',
      ),
    },
  };
  app.post(base, { schema: order, bodyLimit, onRequest }, async (request, reply) => {
    const { id } = request.params;
    checkOrder(parts, id, request.body);
    const print = printer.start(id, () => orderOf(app, parts, id, request.body));
    if (!print) throw new RefusalError('printerBusy', {}, { retryAfterSeconds });
    return reply.code(202).header('location', `/api/competitions/${id}/prints/${print.id}`).send(printViewOf(print));
  });

  const one = {
    ...common,
    summary: 'How far it is; one that nobody asks for within a minute is given up',
    params: PrintParams,
    response: { 200: PrintSchema, ...missing },
  };
  app.get(`${base}/:print`, { schema: one, onRequest }, (request, reply) => {
    reply.header('cache-control', 'no-store').send(printViewOf(find(request.params)));
  });

  const pdf = {
    ...common,
    summary: 'The PDF',
    params: PrintParams,
    response: { 200: Type.Unsafe<Buffer>(answered), ...missing, ...errors('printNotReady') },
  };
  app.get(`${base}/:print/pdf`, { schema: pdf, onRequest }, (request, reply) => {
    const { state } = find(request.params);
    if (state.kind !== 'done') throw new RefusalError('printNotReady');
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="${request.params.id}.pdf"`)
      .type('application/pdf')
      .send(Buffer.from(state.pdf.buffer, state.pdf.byteOffset, state.pdf.byteLength));
  });

  const cancel = {
    ...common,
    summary: 'It is not wanted any more',
    params: PrintParams,
    response: { 204: Type.Null(), ...missing },
  };
  app.delete(`${base}/:print`, { schema: cancel, onRequest }, (request, reply) => {
    printer.cancel(find(request.params).id);
    reply.code(204).send(null);
  });
}

/** Throws RefusalError. */
function checkOrder(parts: HttpParts, id: string, { category, session, event, match }: PrintOrderBody): void {
  const { state } = findCompetition(parts, id);
  if (category !== undefined && !state.categories.has(category)) {
    throw new RefusalError('unknownCategory', { category });
  }
  if (session !== undefined && !state.sessions.some(({ number }) => number === session)) {
    throw new RefusalError('unknownSession', { session: String(session) });
  }
  const found = event === undefined ? undefined : state.events.get(event);
  if (event !== undefined && !found) throw new RefusalError('unknownEvent', { event });
  if (match !== undefined && !found?.draw?.matches.some((drawn) => drawn.id === match)) {
    throw new RefusalError('unknownMatch', { match });
  }
}

/** When its turn comes, so that it shows how things stand then. Undefined: the competition is deleted meanwhile. */
function orderOf(app: App, parts: HttpParts, id: string, body: PrintOrderBody): PrintOrder | undefined {
  const view = parts.intake.find(id);
  if (!view) return undefined;
  const { document, address = ownAddress(app, parts), paper = 'a4', languages = [], ...options } = body;
  const { format, version, ...content } = competitionToDocument(view.state);
  return {
    document,
    options: { ...options, paper, languages: languages.length > 0 ? languages : ['en'] },
    competition: id,
    content: { format, version, journal: journalEndOf(view), ...content },
    address,
    at: parts.clock.now(),
    joinPaths: joinPathsOf(view, (butt) => parts.access.joinKey({ competition: id, butt })),
  };
}

function ownAddress(app: App, { config, network }: HttpParts): string {
  const address = app.server.address();
  const port = address && typeof address === 'object' ? address.port : config.port;
  return originsOf(config.host, port, network.addresses)[0] ?? '';
}

function printViewOf({ id, state }: Print): PrintView {
  const [pages, of] = state.kind === 'working' && state.of > 0 ? [state.pages, state.of] : [0, null];
  return { id, state: state.kind, pages, of, bytes: state.kind === 'done' ? state.pdf.byteLength : null };
}
