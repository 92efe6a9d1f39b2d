// The organiser's cookie: who has it may change things, and who comes by the control socket.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../access/access.ts';
import { isByControlSocket } from './control-connections.ts';
import { RefusalError } from './errors.ts';

export const cookieName = 'tenring';
/**
 * Over https. Cookies know no ports: with one name for both, a browser that has the secure one would silently drop what http sets, and http
 * could set what https reads. This prefix keeps them apart (RFC 6265bis, 4.1.3.2).
 */
export const secureCookieName = '__Host-tenring';
/** The server ends sessions; the cookie only has to outlast them. */
const cookieMaxAgeSeconds = 30 * 24 * 3600;

const isSecure = ({ protocol }: FastifyRequest) => protocol === 'https';
const nameFor = (request: FastifyRequest) => (isSecure(request) ? secureCookieName : cookieName);
const optionsFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) }) as const;

export function setSessionCookie(reply: FastifyReply, token: string): void {
  const { request } = reply;
  reply.setCookie(nameFor(request), token, { ...optionsFor(request), maxAge: cookieMaxAgeSeconds });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(nameFor(reply.request), optionsFor(reply.request));
}

export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)];
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
