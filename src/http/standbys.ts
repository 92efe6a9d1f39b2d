// /api/standbys: machines that follow this one, ready to take over (src/standby/README.md).
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  StandbyCodeSchema,
  StandbyPlaceSchema,
  StandbyRequestSchema,
  StandbyRoleSchema,
  StandbysSchema,
  SyncAnswerSchema,
  SyncRequestSchema,
} from '../wire/api-standby.ts';
import type { App } from './app.ts';
import { addressOf } from './control-connections.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';

/** Number and hash of a thousand competitions. */
const syncBodyLimit = 200_000;
const rateLimit = { max: 60, timeWindow: 5 * 60_000 };

function standbysOf({ standbys }: HttpParts) {
  if (!standbys) throw new RefusalError('noStandbys');
  return standbys;
}

function tokenOf({ headers: { authorization = '' } }: FastifyRequest): string {
  return /^Bearer ([\w-]{20,100})$/.exec(authorization)?.[1] ?? '';
}

export function addStandbys(app: App, parts: HttpParts): void {
  addForOrganiser(app, parts);
  addForStandbys(app, parts);
  addRole(app, parts);
}

function addForOrganiser(app: App, parts: HttpParts): void {
  const onRequest = organiserOnly(parts.access);
  const security = organiserSecurity;
  const list = {
    summary: 'Which machines follow this one, and how far they are',
    security,
    response: { 200: StandbysSchema, ...errors('noStandbys') },
  };
  app.get('/api/standbys', { schema: list, onRequest }, (_, reply) => {
    reply.header('cache-control', 'no-store');
    return { standbys: [...standbysOf(parts).list()] };
  });

  const code = {
    summary: 'A code by which one machine gets a place as a standby',
    security,
    response: { 201: StandbyCodeSchema, ...errors('noStandbys') },
  };
  app.post('/api/standbys/code', { schema: code, onRequest }, async (_, reply) =>
    reply.code(201).send(await standbysOf(parts).createCode()),
  );

  const remove = {
    summary: 'A machine may follow no more',
    security,
    params: Type.Object({ standby: Type.String({ maxLength: 64 }) }),
    response: { 204: Type.Null(), ...errors('noStandbys', 'unknownStandby') },
  };
  app.delete('/api/standbys/:standby', { schema: remove, onRequest }, async (request, reply) => {
    const { standby } = request.params;
    if (!standbysOf(parts).forget(standby)) throw new RefusalError('unknownStandby', { standby });
    return reply.code(204).send(null);
  });
}

function addForStandbys(app: App, parts: HttpParts): void {
  const pair = {
    summary: 'For a standby: a place, by the code',
    body: StandbyRequestSchema,
    response: { 201: StandbyPlaceSchema, ...errors('noStandbys', 'wrongCode', 'tooManyTries', 'tooManyRequests') },
  };
  app.post('/api/standbys', { schema: pair, config: { rateLimit } }, async (request, reply) => {
    const pairing = await standbysOf(parts).pair(request.body, addressOf(request));
    if (pairing.kind === 'wrongCode') throw new RefusalError('wrongCode');
    if (pairing.kind === 'tooManyTries') {
      const { retryAfterSeconds } = pairing;
      throw new RefusalError('tooManyTries', { retryAfterSeconds: String(retryAfterSeconds) }, { retryAfterSeconds });
    }
    const { id, sealed } = pairing;
    return reply.code(201).send({ id, version: parts.version, sealed });
  });

  const sync = {
    summary: 'For a standby: the records that it does not have; waits for some where there are none',
    body: SyncRequestSchema,
    response: { 200: SyncAnswerSchema, ...errors('noStandbys', 'notAStandby', 'journalDown') },
  };
  app.post('/api/standbys/sync', { schema: sync, bodyLimit: syncBodyLimit }, async (request, reply) => {
    const answer = await standbysOf(parts).sync(tokenOf(request), request.body, request.ip);
    if (!answer) throw new RefusalError('notAStandby');
    reply.header('cache-control', 'no-store');
    return answer;
  });

  const takeover = {
    summary: 'From a standby that took over: this appliance stops',
    body: Type.Object({ by: Type.String({ maxLength: 200, description: 'Origin of the one that took over' }) }),
    response: { 204: Type.Null(), ...errors('noStandbys', 'notAStandby') },
  };
  app.post('/api/standbys/takeover', { schema: takeover }, async (request, reply) => {
    if (!standbysOf(parts).takenOver(tokenOf(request), request.body.by)) throw new RefusalError('notAStandby');
    return reply.code(204).send(null);
  });
}

/** Also of a standby that still follows (standby-http.ts). */
export function addRole(app: App, { role }: Pick<HttpParts, 'role'>): void {
  const schema = {
    summary: 'For the primary of a standby: does it follow still, or has it taken over?',
    querystring: Type.Object({ nonce: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    response: { 200: StandbyRoleSchema, ...errors('notFound') },
  };
  app.get('/api/standbys/role', { schema }, (request, reply) => {
    if (!role) throw new RefusalError('notFound');
    reply.header('cache-control', 'no-store');
    return role(request.query.nonce);
  });
}
