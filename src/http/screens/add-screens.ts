// /api/screens/:screen, where screens say that they are there, and /api/competitions/:id/screens, where the desk runs them.
import { Type } from 'typebox';
import { codeOfScreen } from '../../domain/show/screen-code.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import {
  PlaylistBodySchema,
  ScreenBodySchema,
  ScreenOrdersSchema,
  ScreenReportSchema,
  ScreensSchema,
  type ScreensView,
} from '../../wire/api-show.ts';
import { createCommandId } from '../../wire/command-id.ts';
import type { App } from '../app.ts';
import { commandErrors } from '../command-errors.ts';
import { errors } from '../documented-errors.ts';
import { CompetitionParams } from '../params.ts';
import type { HttpParts } from '../parts.ts';
import { organiserOnly, organiserSecurity } from '../session-guard.ts';
import { findCompetition, type Submit, type Write } from '../submitting.ts';
import { createPresence, type Presence } from './presence.ts';
import { createExchange, exchangeEveryMs } from './share-presence.ts';

const Id = Type.String({ minLength: 1, maxLength: 64 });
const OneParams = Type.Object({ screen: Id });
const ScreenParams = Type.Object({ id: Type.String({ maxLength: 64 }), screen: Id });
const PlaylistParams = Type.Object({ id: Type.String({ maxLength: 64 }), playlist: Id });

const base = '/api/competitions/:id/screens';
const bodyLimit = 4 * 1024;
const playlistLimit = 64 * 1024;

export function addScreens(app: App, parts: HttpParts, submit: Submit, write: Write): void {
  const presence = createPresence(parts.clock);
  if (parts.shared) keepSharing(app, createExchange(presence, parts.shared, parts.clock));
  addReporting(app, parts, presence);
  addListing(app, parts, presence);
  addRunning(app, parts, presence, submit, write);
  addPlaylists(app, parts, presence, write);
}

function keepSharing(app: App, exchange: () => Promise<void>): void {
  let isExchanging = false;
  const timer = setInterval(() => {
    if (isExchanging) return;
    isExchanging = true;
    // With Redis away the desk says so by itself; the screens of others are old until it is back.
    exchange()
      .catch(() => undefined)
      .finally(() => {
        isExchanging = false;
      });
  }, exchangeEveryMs);
  app.addHook('preClose', async () => clearInterval(timer));
}

/** Of several competitions the one that spoke last has a screen. */
function holderOf(screen: string, { intake }: Pick<HttpParts, 'intake'>): View | undefined {
  let holder: View | undefined;
  let setAt = Number.NEGATIVE_INFINITY;
  for (const view of intake.list()) {
    const held = view.state.show.screens.get(screen);
    if (!held || held.setAt < setAt) continue;
    holder = view;
    setAt = held.setAt;
  }
  return holder;
}

function addReporting(app: App, parts: HttpParts, presence: Presence): void {
  const schema = {
    summary: 'A screen says that it is there, and hears whose it is',
    params: OneParams,
    body: ScreenReportSchema,
    response: { 200: ScreenOrdersSchema, ...errors() },
  };
  app.post('/api/screens/:screen', { schema }, (request, reply) => {
    const { screen } = request.params;
    const wishes = presence.hear(screen, request.body);
    reply.header('cache-control', 'no-store').send({ competition: holderOf(screen, parts)?.id ?? null, ...wishes });
  });

  for (const what of ['identify', 'reload'] as const) {
    const words = { identify: 'Let a screen show its name, large, for some seconds', reload: 'Let a screen load anew' };
    const wish = {
      summary: words[what],
      security: organiserSecurity,
      params: OneParams,
      response: { 204: Type.Null(), ...errors() },
    };
    app.post(
      `/api/screens/:screen/${what}`,
      { schema: wish, onRequest: organiserOnly(parts.access) },
      (request, reply) => {
        presence.wish(request.params.screen, what);
        reply.code(204).send(null);
      },
    );
  }
}

function viewOf(view: View, parts: HttpParts, presence: Presence): ScreensView {
  const { id, at, state } = view;
  const seenOf = (screen: string) => {
    const seen = presence.seen(screen);
    return seen ? { at: seen.at, isThere: presence.isThere(seen), ...seen.report } : null;
  };
  const own = [...state.show.screens.values()].filter((screen) => holderOf(screen.id, parts)?.id === id);
  const ownIds = new Set(own.map((screen) => screen.id));
  const others = presence.present().filter((screen) => !ownIds.has(screen));
  return {
    position: at,
    screens: own.map(({ id: screen, name, shows, isBlank }) => ({
      ...{ id: screen, code: codeOfScreen(screen), name, shows, isBlank },
      seen: seenOf(screen),
    })),
    others: others.map((screen) => {
      const holder = holderOf(screen, parts);
      return {
        ...{ id: screen, code: codeOfScreen(screen), seen: seenOf(screen) },
        competition: holder ? { id: holder.id, name: holder.state.name } : null,
      };
    }),
    playlists: [...state.show.playlists.values()],
  };
}

function addListing(app: App, parts: HttpParts, presence: Presence): void {
  const schema = {
    summary: 'The screens of a competition with what they show, and those that it could take; its playlists',
    security: organiserSecurity,
    params: CompetitionParams,
    response: { 200: ScreensSchema, ...errors('unknownCompetition') },
  };
  app.get(base, { schema, onRequest: organiserOnly(parts.access) }, (request, reply) => {
    const found = findCompetition(parts, request.params.id);
    reply.header('cache-control', 'no-store').send(viewOf(found, parts, presence));
  });
}

function addRunning(app: App, parts: HttpParts, presence: Presence, submit: Submit, write: Write): void {
  const common = { security: organiserSecurity, params: ScreenParams };
  const onRequest = organiserOnly(parts.access);
  const put = {
    ...common,
    summary: 'Take a screen, also from another competition, or say what it shows',
    body: ScreenBodySchema,
    response: { 200: ScreensSchema, ...errors(...commandErrors('setScreen')) },
  };
  app.put(`${base}/:screen`, { schema: put, bodyLimit, onRequest }, async (request) => {
    const { id, screen } = request.params;
    const before = holderOf(screen, parts);
    const after = await write(request, { kind: 'setScreen', screen, ...request.body });
    // An archived competition cannot let go; this one spoke later, which is enough.
    if (before && before.id !== id && !before.state.isClosed) {
      const command = { kind: 'releaseScreen', screen } as const;
      await submit({ competition: before.id, command, commandId: createCommandId() });
    }
    return viewOf(after, parts, presence);
  });

  const release = {
    ...common,
    summary: 'Let go of a screen: it shows its code again',
    response: { 204: Type.Null(), ...errors(...commandErrors('releaseScreen')) },
  };
  app.delete(`${base}/:screen`, { schema: release, onRequest }, async (request, reply) => {
    await write(request, { kind: 'releaseScreen', screen: request.params.screen });
    return reply.code(204).send(null);
  });
}

function addPlaylists(app: App, parts: HttpParts, presence: Presence, write: Write): void {
  const url = '/api/competitions/:id/playlists/:playlist';
  const common = { security: organiserSecurity, params: PlaylistParams };
  const onRequest = organiserOnly(parts.access);
  const put = {
    ...common,
    summary: 'Make a playlist, or change it: its screens follow at once',
    body: PlaylistBodySchema,
    response: { 200: ScreensSchema, ...errors(...commandErrors('setPlaylist')) },
  };
  app.put(url, { schema: put, bodyLimit: playlistLimit, onRequest }, async (request) => {
    const playlist = { id: request.params.playlist, ...request.body };
    return viewOf(await write(request, { kind: 'setPlaylist', playlist }), parts, presence);
  });

  const remove = {
    ...common,
    summary: 'Remove a playlist: its screens show what goes on',
    response: { 204: Type.Null(), ...errors(...commandErrors('removePlaylist')) },
  };
  app.delete(url, { schema: remove, onRequest }, async (request, reply) => {
    await write(request, { kind: 'removePlaylist', playlist: request.params.playlist });
    return reply.code(204).send(null);
  });
}
