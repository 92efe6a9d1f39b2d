// Headers of every answer. Never HSTS: not every device trusts this appliance's certificate, and a browser that believed it would be locked out.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostNameOf } from '../kit/host-check.ts';
import type { PusherAddress } from '../relay/account.ts';

/** Of the sockets, without and with TLS. */
export interface SocketPorts {
  readonly port: number;
  readonly securePort: number | undefined;
}

/**
 * CSP's grammar knows no IPv6 addresses: there any host will do, but only these ports. A page that came by http also tries whether this device
 * trusts the other way in.
 */
function socketSources({ protocol, headers, url }: FastifyRequest, { port, securePort }: SocketPorts): string {
  const name = hostNameOf(headers.host ?? '');
  // A tablet's page is kept for a network that is gone, and may then need a machine that took over and was not known when it came.
  const isForever = /^\/tablet(?:[/?]|$)/.test(url);
  const host = name === undefined || name.includes(':') || isForever ? '*' : name;
  const secure = securePort === undefined ? '' : `wss://${host}:${securePort}`;
  if (protocol === 'https') return secure || `wss://${host}:${port}`;
  // A proxy in front may have taken TLS off.
  return `ws://${host}:${port} wss://${host}:${port} ${secure}`.trim();
}

/** What no page of ours uses: a script that got in all the same must not either. */
const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Where browsers take no notice of it, by http on a venue's network, it would only be a warning in the console. */
function isTrustworthy({ protocol, headers }: FastifyRequest): boolean {
  const name = hostNameOf(headers.host ?? '') ?? '';
  return protocol === 'https' || name === 'localhost' || name === '::1' || name.startsWith('127.');
}

const framed = [/^\/tv(?:[/?]|$)/, /^\/api\/competitions\/[^/]+\/prints\/[^/]+\/pdf$/];

/** What a TV shows and a printed page have nothing to press: the desk looks at them in a frame. Nothing else of ours is framed by anybody. */
function framers({ url }: FastifyRequest): 'self' | 'none' {
  return framed.some((path) => path.test(url)) ? 'self' : 'none';
}

/** Where pages go on when the appliance cannot be reached. */
export function relaySource({ key: _, cluster, host, port, tls }: PusherAddress): string {
  const name = host ?? `ws-${cluster ?? 'mt1'}.pusher.com`;
  return `${tls ? 'wss' : 'ws'}://${name}${port === undefined ? '' : `:${port}`}`;
}

/** `relay`: from relaySource; empty without one. `standbys`: `HOST:PORT` of live connections that may take over. */
export function setSecurityHeaders(
  reply: FastifyReply,
  ports: SocketPorts,
  relay: string,
  standbys: readonly string[] = [],
): void {
  const others = standbys.map((each) => `ws://${each} wss://${each}`).join(' ');
  const framedBy = framers(reply.request);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socketSources(reply.request, ports)} ${relay} ${others}`.trim(),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    `frame-ancestors '${framedBy}'`,
  ];
  reply.headers({
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': framedBy === 'self' ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissions,
    ...(isTrustworthy(reply.request) && { 'cross-origin-opener-policy': 'same-origin' }),
  });
}
