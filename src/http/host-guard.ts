// Who may talk to this appliance: browsers that reached it by a name or address of its own (DNS rebinding, ASVS 3.5), and, for
// whatever changes something, pages that it served itself (cross-site requests). Programs send neither Origin nor Sec-Fetch-Site.
import type { FastifyRequest } from 'fastify';
import { judgeUpgrade } from '../kit/host-check.ts';
import { RefusalError } from './errors.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Throws RefusalError. */
export function checkHost({ headers: { host = '' } }: FastifyRequest, allowedHosts: readonly string[]): void {
  if (judgeUpgrade(host, '', allowedHosts) === 'wrongHost')
    throw new RefusalError('wrongHost', { host: host.slice(0, 100) });
}

/** The page's origin has to be the very host and port of the request; a TLS proxy in front may have changed the scheme. */
export function isOwnOrigin(origin: string, host: string): boolean {
  return /^https?:\/\//i.test(origin) && origin.replace(/^https?:\/\//i, '').toLowerCase() === host.toLowerCase();
}

/** Throws RefusalError. */
export function checkOrigin({ method, headers }: FastifyRequest): void {
  if (harmless.has(method)) return;
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  if (origin !== undefined && !isOwnOrigin(origin, host)) throw new RefusalError('wrongOrigin');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new RefusalError('wrongOrigin');
}
