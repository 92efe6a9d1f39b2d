// What a machine that stands by answers: how far it is, and that it scores nothing. The same address shows the appliance once it took over.
import { Type } from 'typebox';
import type { FollowingStatus } from '../standby/following.ts';
import type { StandbyRole } from '../wire/api-standby.ts';
import { type App, type AppParts, createApp } from './app.ts';
import { isByControlSocket } from './control-connections.ts';
import { type ControlSocket, openControlSocket } from './control-socket.ts';
import { sendRefusal } from './error-answers.ts';
import { RefusalError } from './errors.ts';
import { addRole } from './standbys.ts';

export interface StandbyHttpParts extends AppParts {
  readonly config: AppParts['config'] & { readonly host: string; readonly port: number; readonly dataFolder: string };
  readonly status: () => FollowingStatus;
  readonly nowMs: () => number;
  readonly role: (nonce: string) => StandbyRole;
  /** Resolves when the mark is on disk; what follows comes after the answer. */
  readonly takeOver: () => void;
}

export interface StandbyHttp {
  readonly port: number;
  close(): Promise<void>;
}

const closeWithinMs = 2_000;

export async function createStandbyHttp(parts: StandbyHttpParts): Promise<App> {
  const app = await createApp(parts, { observeRequest: () => undefined });
  addRole(app, parts);
  app.get('/healthz', () => ({ status: 'ok' }));
  app.post('/api/promote', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    if (!isByControlSocket(request)) throw new RefusalError('notLoggedIn');
    parts.takeOver();
    return reply.code(204).send(null);
  });
  app.all('/*', async (request, reply) => {
    const status = parts.status();
    const words = wordsAbout(status, parts.nowMs());
    if (request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/'))
      return reply.code(503).header('refresh', '5').type('text/html; charset=utf-8').send(page(status.primary, words));
    return sendRefusal(reply, new RefusalError('isStandby', { primary: status.primary, state: words }));
  });
  return app;
}

/** Rejects with the system's error when it cannot listen. */
export async function openStandbyHttp(parts: StandbyHttpParts): Promise<StandbyHttp> {
  const app = await createStandbyHttp(parts);
  const { host, port, dataFolder } = parts.config;
  let control: ControlSocket | undefined;
  try {
    await app.listen({ host, port });
    control = await openControlSocket(app, dataFolder);
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = app.server.address();
  return {
    port: address && typeof address === 'object' ? address.port : port,
    async close() {
      const timer = setTimeout(() => app.server.closeAllConnections(), closeWithinMs);
      await control?.close();
      await app.close();
      clearTimeout(timer);
    },
  };
}

/** A clause without a full stop. */
export function wordsAbout({ state, behind, why, wholeAtMs, others, facts }: FollowingStatus, nowMs: number): string {
  const whole = wholeAtMs === undefined ? '' : `, all was here ${Math.round((nowMs - wholeAtMs) / 1_000)} s ago`;
  const words = {
    connecting: 'it looks for it',
    following: behind === 0 ? `all ${facts} facts are here` : `${behind} facts behind${whole}`,
    away: `it cannot be reached (${why ?? ''})${whole}`,
    refused: `it refuses: ${(why ?? '').replace(/\.$/, '')}`,
  }[state];
  const other = others.length === 0 ? '' : `; ${others.join(', ')} has another history there and is followed no more`;
  return `${words}${other}`;
}

function page(primary: string, words: string): string {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const link = `<a href="${escaped(primary)}">${escaped(primary)}</a>`;
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<title>Tenring: standby</title>',
    `<h1>This is the standby of ${link}</h1>`,
    `<p>Scores go to ${link}. State: ${escaped(words)}.</p>`,
    '<p>If that machine is broken, this one takes over: <code>tenring promote</code> on it, in a terminal.</p></html>\n',
  ].join('\n');
}
