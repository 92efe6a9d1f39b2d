// Headers of every answer. Never HSTS: this name on this network has no certificate, and a browser that believed it would be locked out.
import type { FastifyReply } from 'fastify';
import { hostNameOf } from '../kit/host-check.ts';

/** CSP's grammar knows no IPv6 addresses: there any host will do, but only this port. */
function socketSources(host: string, realtimePort: number): string {
  const name = hostNameOf(host);
  const source = `${name === undefined || name.includes(':') ? '*' : name}:${realtimePort}`;
  return `ws://${source} wss://${source}`;
}

export function setSecurityHeaders(reply: FastifyReply, realtimePort: number): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socketSources(reply.request.headers.host ?? '', realtimePort)}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  reply.headers({
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
}
