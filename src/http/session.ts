// /api/session and /api/password: the organiser's log-in.
import { Type } from 'typebox';
import type { Credentials } from '../access/access.ts';
import { type Login, LoginSchema, NewPasswordSchema, SessionSchema } from '../wire/api-access.ts';
import type { App } from './app.ts';
import { addressOf, isByControlSocket } from './control-connections.ts';
import { errors } from './documented-errors.ts';
import { RefusalError, refusalOf } from './errors.ts';
import type { HttpParts } from './parts.ts';
import {
  clearSessionCookie,
  isOrganiser,
  organiserOnly,
  organiserSecurity,
  sessionTokenOf,
  setSessionCookie,
} from './session-guard.ts';

/** Wrong tries are counted by access/; this only bounds the work. */
const rateLimit = { max: 120, timeWindow: 5 * 60_000 };

const triesErrors = ['wrongPassword', 'tooManyTries', 'tooManyRequests'] as const;

/** Throws RefusalError. */
function credentialsOf({ code, password }: Login): Credentials {
  if (code !== undefined && password === undefined) return { code };
  if (password !== undefined && code === undefined) return { password };
  throw new RefusalError('badRequest', { why: 'either code or password' });
}

export function addSession(app: App, { access }: HttpParts): void {
  app.get(
    '/api/session',
    { schema: { summary: 'Who I am', response: { 200: SessionSchema, ...errors('unavailable') } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const role = (await isOrganiser(request, access)) ? 'organiser' : 'viewer';
      return { role, passwordSet: access.passwordSet } as const;
    },
  );

  const logIn = {
    summary: 'Log in with the one-time code or the password; sets the cookie',
    body: LoginSchema,
    response: { 200: SessionSchema, ...errors(...triesErrors, 'wrongCode', 'passwordExists', 'unavailable') },
  };
  app.post('/api/session', { schema: logIn, config: { rateLimit } }, async (request, reply) => {
    const answer = await access.logIn(credentialsOf(request.body), addressOf(request));
    if (answer.kind === 'refused') throw refusalOf(answer.refusal);
    setSessionCookie(reply, answer.token);
    reply.header('cache-control', 'no-store');
    return { role: 'organiser', passwordSet: access.passwordSet } as const;
  });

  app.delete(
    '/api/session',
    { schema: { summary: 'Log out', response: { 204: Type.Null(), ...errors('unavailable') } } },
    async (request, reply) => {
      const token = sessionTokenOf(request);
      if (token !== undefined) await access.logOut(token);
      clearSessionCookie(reply);
      return reply.code(204).send(null);
    },
  );

  const newPassword = {
    summary: 'Set the password, or change it; ends all other sessions',
    security: organiserSecurity,
    body: NewPasswordSchema,
    response: { 204: Type.Null(), ...errors(...triesErrors, 'passwordTooShort', 'passwordExists') },
  };
  const onRequest = organiserOnly(access);
  app.put('/api/password', { schema: newPassword, onRequest, config: { rateLimit } }, async (request, reply) => {
    const { password, current } = request.body;
    const refusal = isByControlSocket(request)
      ? await access.resetPassword(password)
      : await access.setPassword(sessionTokenOf(request) ?? '', password, current, addressOf(request));
    if (refusal) throw refusalOf(refusal);
    return reply.code(204).send(null);
  });
}
