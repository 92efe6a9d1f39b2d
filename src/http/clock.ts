// How many cards are kept, and the shooting clocks that the desk runs: of sessions, the competition's own, of matches.
import { clockOfMatch, clocksInOrder, lineClockOf } from '../domain/clock/kept-clock.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import {
  ClockBodySchema,
  ClockSchema,
  ClocksSchema,
  MatchClockBodySchema,
  MatchClockSchema,
  ScoringBodySchema,
} from '../wire/api-clock.ts';
import { CompetitionSchema } from '../wire/api-competitions.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { findMatch, matchIdOf } from './matches.ts';
import { CompetitionParams, MatchParams, SessionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';
import { competitionViewOf } from './views/competitions.ts';

const bodyLimit = 4 * 1024;

export function addScoringMode(app: App, parts: HttpParts, write: Write): void {
  const schema = {
    summary: 'Say how many cards are kept: one, one that athletes confirm end by end, or two apart',
    security: organiserSecurity,
    params: CompetitionParams,
    body: ScoringBodySchema,
    response: { 200: CompetitionSchema, ...errors(...commandErrors('setScoring')) },
  };
  const options = { schema, bodyLimit, onRequest: organiserOnly(parts.access) };
  app.put('/api/competitions/:id/scoring', options, async (request) =>
    competitionViewOf(await write(request, { kind: 'setScoring', mode: request.body.mode })),
  );
}

export function addClocks(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const all = {
    summary: 'The shooting clocks that the desk has set: of sessions, the competition’s own, of matches',
    params: CompetitionParams,
    response: { 200: ClocksSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/clocks', { schema: all }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    answers.send(reply, `clocks/${id}`, [at], () => ({ position: at, clocks: clocksInOrder(state.clocks) }));
  });
  addOwnClock(app, parts, answers, write);
  addSessionClock(app, parts, answers, write);
  addMatchClock(app, parts, answers, write);
}

function clockViewOf({ at, state }: View, session: number) {
  return { position: at, clock: lineClockOf(state.clocks, session) ?? null };
}

/** What routes that set a clock have in common. */
function setting(parts: HttpParts) {
  return { bodyLimit, onRequest: organiserOnly(parts.access) };
}

function addOwnClock(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const one = {
    summary: 'The shooting clock as the desk has set it; what it shows at a moment follows from it. Of no session',
    params: CompetitionParams,
    response: { 200: ClockSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/clock', { schema: one }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    answers.send(reply, `clock/${found.id}`, [found.at], () => clockViewOf(found, 0));
  });

  const schema = {
    summary: 'Set the shooting clock: call a line, stop it, other lines or times',
    security: organiserSecurity,
    params: CompetitionParams,
    body: ClockBodySchema,
    response: { 200: ClockSchema, ...errors(...commandErrors('setClock')) },
  };
  app.put('/api/competitions/:id/clock', { ...setting(parts), schema }, async (request) =>
    clockViewOf(await write(request, { kind: 'setClock', clock: request.body }), 0),
  );
}

function addSessionClock(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const url = '/api/competitions/:id/sessions/:session/clock';
  const one = {
    summary: 'The shooting clock of a session',
    params: SessionParams,
    response: { 200: ClockSchema, ...errors('unknownCompetition', 'unknownSession') },
  };
  app.get(url, { schema: one }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    const session = Number(request.params.session);
    if (!found.state.sessions.some(({ number }) => number === session))
      throw new RefusalError('unknownSession', { session: String(session) });
    answers.send(reply, `clock/${found.id}/${session}`, [found.at], () => clockViewOf(found, session));
  });

  const schema = {
    summary: 'Set the shooting clock of a session',
    security: organiserSecurity,
    params: SessionParams,
    body: ClockBodySchema,
    response: { 200: ClockSchema, ...errors(...commandErrors('setClock')) },
  };
  app.put(url, { ...setting(parts), schema }, async (request) => {
    const session = Number(request.params.session);
    return clockViewOf(await write(request, { kind: 'setClock', session, clock: request.body }), session);
  });
}

function addMatchClock(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const url = '/api/competitions/:id/events/:event/matches/:match/clock';
  const viewOf = ({ at, state }: View, event: string, match: string) => ({
    position: at,
    clock: clockOfMatch(state.clocks, event, match) ?? null,
  });
  const one = {
    summary: 'The clock of a match whose sides shoot by turns; null where none was called',
    params: MatchParams,
    response: { 200: MatchClockSchema, ...errors('unknownCompetition', 'unknownEvent', 'unknownMatch') },
  };
  app.get(url, { schema: one }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    const [{ setup }, { drawn }] = findMatch(found, request.params);
    answers.send(reply, `matchClock/${found.id}/${setup.id}/${drawn.id}`, [found.at], () =>
      viewOf(found, setup.id, drawn.id),
    );
  });

  const schema = {
    summary: 'Set the clock of a match: call both sides, change sides, stop it',
    security: organiserSecurity,
    params: MatchParams,
    body: MatchClockBodySchema,
    response: { 200: MatchClockSchema, ...errors(...commandErrors('setMatchClock')) },
  };
  app.put(url, { ...setting(parts), schema }, async (request) => {
    const { event } = request.params;
    const match = matchIdOf(request.params.match);
    return viewOf(await write(request, { kind: 'setMatchClock', event, match, clock: request.body }), event, match);
  });
}
