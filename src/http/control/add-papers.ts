// /api/competitions/:id/papers and /entries/:number/paper: signed paper cards beside those of arrows, and which results are official.
import { Type } from 'typebox';
import { type Competition, notesOf, scorecardOf } from '../../domain/competition.ts';
import { arrowFiguresOf, isOfficial, isReconciled, paperStateOf } from '../../domain/reconcile/paper-card.ts';
import { tieBreakOf } from '../../domain/rule-sets.ts';
import { compareTargets, formatTarget } from '../../domain/target.ts';
import {
  PaperBodySchema,
  PaperSchema,
  PapersSchema,
  type PapersView,
  type PaperView,
  SettlementBodySchema,
  TakeBackQuery,
  WaiverBodySchema,
} from '../../wire/api-papers.ts';
import type { App } from '../app.ts';
import { commandErrors } from '../command-errors.ts';
import { errors } from '../documented-errors.ts';
import { RefusalError } from '../errors.ts';
import { CompetitionParams, EntryParams } from '../params.ts';
import type { HttpParts } from '../parts.ts';
import { remember } from '../remember.ts';
import { organiserOnly, organiserSecurity } from '../session-guard.ts';
import { findCompetition, type Write } from '../submitting.ts';

const bodyLimit = 4 * 1024;
const waiverLimit = 16 * 1024;
const PapersQuery = Type.Object({
  category: Type.Optional(Type.String({ maxLength: 100 })),
  entry: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })),
});

function paperViewOf(state: Competition, entry: number): PaperView {
  const { name = '', club = '', category = '', target } = state.entries.at(entry) ?? {};
  const { count, settled, waived } = notesOf(state, entry).paper ?? {};
  return {
    ...{ entry, name, club, category, target: target ? formatTarget(target) : null },
    state: paperStateOf(state, entry),
    arrows: arrowFiguresOf(state, entry),
    paper: count ?? null,
    counts: scorecardOf(state, entry).byPaper ?? null,
    ...{ settled: settled ?? null, waived: waived ?? null },
  };
}

function entriesOf(state: Competition, category: string): readonly number[] {
  return Array.from(state.rankings.get(category)?.values() ?? [], ({ entry }) => entry);
}

function papersIn(state: Competition, category: string | undefined): readonly PaperView[] {
  if (category === undefined) return [];
  const entries = entriesOf(state, category).flatMap((number) => state.entries.at(number) ?? []);
  return entries
    .toSorted((a, b) => {
      const byTarget =
        a.target && b.target ? compareTargets(a.target, b.target) : Number(!a.target) - Number(!b.target);
      return byTarget || a.number - b.number;
    })
    .map(({ number }) => paperViewOf(state, number));
}

function categoriesIn(state: Competition): PapersView['categories'] {
  return Array.from(state.categories.values(), ({ code, name }) => {
    const entries = entriesOf(state, code);
    return {
      ...{ category: code, name, isOfficial: isOfficial(state, code), cards: entries.length },
      reconciled: entries.filter((entry) => isReconciled(state, entry)).length,
    };
  });
}

export function addPapers(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const schema = {
    summary: 'Which categories are official, and the paper cards of one, or of one entry, beside those of arrows',
    security: organiserSecurity,
    params: CompetitionParams,
    querystring: PapersQuery,
    response: { 200: PapersSchema, ...errors('unknownCompetition', 'unknownEntry', ['unknownCategory', 404]) },
  };
  app.get('/api/competitions/:id/papers', { schema, onRequest }, (request, reply) => {
    const { at, state } = findCompetition(parts, request.params.id);
    const { category, entry } = request.query;
    if (entry !== undefined && !state.entries.at(Number(entry))) throw new RefusalError('unknownEntry', { entry });
    if (category !== undefined && !state.categories.has(category))
      throw new RefusalError('unknownCategory', { category }, { status: 404 });
    reply.header('cache-control', 'no-store').send({
      position: at,
      tieBreak: tieBreakOf(state),
      categories: remember(state, 'papers', categoriesIn),
      papers: entry !== undefined ? [paperViewOf(state, Number(entry))] : papersIn(state, category),
    });
  });
  addPaper(app, parts, write);
}

function addPaper(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity };
  const url = '/api/competitions/:id/entries/:number/paper';

  const count = {
    ...common,
    summary: 'Type the sum and the counts of a signed paper card',
    params: EntryParams,
    body: PaperBodySchema,
    response: { 200: PaperSchema, ...errors(...commandErrors('countPaper')) },
  };
  app.put(url, { schema: count, bodyLimit, onRequest }, async (request) => {
    const entry = Number(request.params.number);
    return paperViewOf((await write(request, { kind: 'countPaper', entry, ...request.body })).state, entry);
  });

  const settle = {
    ...common,
    summary: 'A judge’s signed correction: the paper counts, as far as the arrows carry it',
    params: EntryParams,
    body: SettlementBodySchema,
    response: { 200: PaperSchema, ...errors(...commandErrors('settlePaper')) },
  };
  app.put(`${url}/settlement`, { schema: settle, bodyLimit, onRequest }, async (request) => {
    const entry = Number(request.params.number);
    return paperViewOf((await write(request, { kind: 'settlePaper', entry, ...request.body })).state, entry);
  });

  const takeBack = {
    ...common,
    summary: 'Take back whatever is known of a paper card: what was typed, settled or waived',
    params: EntryParams,
    querystring: TakeBackQuery,
    response: { 200: PaperSchema, ...errors(...commandErrors('takeBackPaper')) },
  };
  app.delete(url, { schema: takeBack, onRequest }, async (request) => {
    const entry = Number(request.params.number);
    return paperViewOf((await write(request, { kind: 'takeBackPaper', entry, ...request.query })).state, entry);
  });

  const waive = {
    ...common,
    summary: 'Cards whose paper is not there count without it, all or nothing',
    params: CompetitionParams,
    body: WaiverBodySchema,
    response: { 200: PapersSchema, ...errors(...commandErrors('waivePaper')) },
  };
  app.post(
    '/api/competitions/:id/papers/waived',
    { schema: waive, bodyLimit: waiverLimit, onRequest },
    async (request) => {
      const { at, state } = await write(request, { kind: 'waivePaper', ...request.body });
      return { position: at, tieBreak: tieBreakOf(state), categories: categoriesIn(state), papers: [] };
    },
  );
}
