// The organiser's cookie: who has it may change things, and who comes by the control socket.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../access/access.ts';
import { isByControlSocket } from './control-connections.ts';
import { RefusalError } from './errors.ts';

export const cookieName = 'tenring';
/** The server ends sessions; the cookie only has to outlast them. */
const cookieMaxAgeSeconds = 30 * 24 * 3600;

/** Not `secure`: on a venue's network this is plain http. */
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, { ...cookieOptions, maxAge: cookieMaxAgeSeconds });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName, cookieOptions);
}

export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName];
}

/** Throws AccessUnavailableError. */
export async function isOrganiser(request: FastifyRequest, access: Access): Promise<boolean> {
  if (isByControlSocket(request)) return true;
  const token = sessionTokenOf(request);
  return token !== undefined && (await access.isLoggedIn(token));
}

/** For a route's onRequest, so that nobody else's body is even read. */
export function organiserOnly(access: Access) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!(await isOrganiser(request, access))) throw new RefusalError('notLoggedIn');
  };
}

/** What the description of the interface says about such a route. */
export const organiserSecurity = [{ organiser: [] as string[] }];
