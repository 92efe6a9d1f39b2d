// /api/competitions/:id/events/:event/draw and /bracket: the elimination, drawn from the qualification and played.
import { Type } from 'typebox';
import type { CommandContext } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import { ReasonSchema } from '../wire/api-common.ts';
import { DrawChangesSchema, SwapSchema, TeamBodySchema } from '../wire/api-events.ts';
import { BracketSchema } from '../wire/api-matches.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { refusalOf } from './errors.ts';
import { findEvent } from './events.ts';
import { EventParams, TeamParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findShown } from './shown.ts';
import { findCompetition, type Write } from './submitting.ts';
import { bracketViewOf } from './views/matches.ts';

const base = '/api/competitions/:id/events/:event';
const UndrawQuery = Type.Object({ reason: ReasonSchema });

export function addDraws(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const bracket = {
    summary: 'The elimination: who is in which match, scores, who is next, tables of pools',
    params: EventParams,
    response: { 200: BracketSchema, ...errors('unknownCompetition', 'unknownEvent') },
  };
  app.get(`${base}/bracket`, { schema: bracket }, (request, reply) => {
    const found = findShown(parts, request);
    const event = findEvent(found, request.params.event);
    answers.send(reply, `bracket/${found.id}/${event.setup.id}`, [found.at], () =>
      bracketViewOf(found.state, event, found.at),
    );
  });

  const onRequest = organiserOnly(parts.access);
  const draw = {
    summary: 'Draw the elimination from the qualification',
    security: organiserSecurity,
    params: EventParams,
    response: { 201: BracketSchema, ...errors(...commandErrors('drawEvent')) },
  };
  app.post(`${base}/draw`, { schema: draw, onRequest }, async (request, reply) => {
    const { event } = request.params;
    const after = await write(request, { kind: 'drawEvent', event });
    return reply.code(201).send(bracketViewOf(after.state, findEvent(after, event), after.at));
  });

  const undraw = {
    summary: 'Take the draw back before a match has begun',
    security: organiserSecurity,
    params: EventParams,
    querystring: UndrawQuery,
    response: { 204: Type.Null(), ...errors(...commandErrors('undrawEvent')) },
  };
  app.delete(`${base}/draw`, { schema: undraw, onRequest }, async (request, reply) => {
    const { event } = request.params;
    await write(request, { kind: 'undrawEvent', event, reason: request.query.reason });
    return reply.code(204).send(null);
  });

  addPreview(app, parts);
  addChanges(app, parts, write);
}

/** Only the draw is asked of this state, so when and by whom is left open. */
const nobodysCommand: CommandContext = { commandId: '', at: 0, actor: { role: 'organiser' } };

/** Throws RefusalError where a rule is against the draw. */
function drawnFor({ state, at }: View, event: string) {
  const decision = decide(state, { kind: 'drawEvent', event }, nobodysCommand);
  if (decision.kind === 'rejected') throw refusalOf(decision.rejection);
  const drawn = decision.facts.reduce((next, fact) => evolve(next, fact, nobodysCommand), state);
  return bracketViewOf(drawn, findEvent({ state: drawn }, event), at);
}

function addPreview(app: App, parts: HttpParts): void {
  const preview = {
    summary: 'The elimination as it would be drawn now; changes nothing',
    security: organiserSecurity,
    params: EventParams,
    response: { 200: BracketSchema, ...errors(...commandErrors('drawEvent')) },
  };
  const onRequest = organiserOnly(parts.access);
  app.post(`${base}/draw/preview`, { schema: preview, onRequest }, (request, reply) => {
    const { id, event } = request.params;
    reply.header('cache-control', 'no-store').send(drawnFor(findCompetition(parts, id), event));
  });
}

function addChanges(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity };
  const changes = {
    ...common,
    summary: 'What was changed in the draw by hand: places swapped, who shoots for a team',
    params: EventParams,
    response: { 200: DrawChangesSchema, ...errors('unknownCompetition', 'unknownEvent') },
  };
  app.get(`${base}/draw/changes`, { schema: changes, onRequest }, (request, reply) => {
    const { id, event } = request.params;
    const { draw } = findEvent(findCompetition(parts, id), event);
    reply.header('cache-control', 'no-store').send(draw?.changes ?? []);
  });

  const swap = {
    ...common,
    summary: 'Swap two places of the first round, before a match has begun',
    params: EventParams,
    body: SwapSchema,
    response: { 200: BracketSchema, ...errors(...commandErrors('swapInDraw')) },
  };
  app.post(`${base}/draw/swaps`, { schema: swap, onRequest }, async (request) => {
    const { event } = request.params;
    const after = await write(request, { kind: 'swapInDraw', event, ...request.body });
    return bracketViewOf(after.state, findEvent(after, event), after.at);
  });

  const team = {
    ...common,
    summary: 'Say who shoots for a team that is drawn, and in which order: a substitute, or another order',
    params: TeamParams,
    body: TeamBodySchema,
    response: { 200: BracketSchema, ...errors(...commandErrors('changeTeam')) },
  };
  app.put(`${base}/draw/teams/:team`, { schema: team, onRequest }, async (request) => {
    const { event, team: key } = request.params;
    const after = await write(request, { kind: 'changeTeam', event, team: key, ...request.body });
    return bracketViewOf(after.state, findEvent(after, event), after.at);
  });
}
