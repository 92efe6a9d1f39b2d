// /api/competitions/:id/site: results as static pages in a zip, as they are published (publish/): for a club's site that somebody looks after by hand.
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import { leaderboardOf } from '../domain/ranking/leaderboard.ts';
import { currentAnnouncements } from '../domain/show/rotation.ts';
import { showSheetOf } from '../domain/show/show-sheet.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import { publicViewOf } from '../intake/public-intake.ts';
import type { KnownCompetition } from '../publish/competition-files.ts';
import { type TableLanguage, tableLanguages } from '../wire/tables.ts';
import type { App } from './app.ts';
import { errors } from './documented-errors.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition } from './submitting.ts';
import { sendFile } from './tables.ts';
import { competitionViewOf } from './views/competitions.ts';
import { bracketViewOf } from './views/matches.ts';

const SiteQuery = Type.Object({
  language: Type.Optional(Type.Enum([...tableLanguages], { description: 'Of the pages; en by default' })),
});
const answered = { content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } };

export function addSite(app: App, parts: HttpParts): void {
  const schema = {
    summary: 'Results as static pages in a zip, as the public sees them',
    security: organiserSecurity,
    params: CompetitionParams,
    querystring: SiteQuery,
    response: { 200: Type.Unsafe<Readable>(answered), ...errors('unknownCompetition', 'tablesBusy') },
  };
  const onRequest = organiserOnly(parts.access);
  app.get('/api/competitions/:id/site', { schema, onRequest }, async (request, reply) => {
    const view = publicViewOf(findCompetition(parts, request.params.id));
    const { language = 'en' }: { readonly language?: TableLanguage } = request.query;
    const order = () => ({ kind: 'site', known: knownOf(view, parts.clock.now()), language }) as const;
    return sendFile(reply, parts, order, { name: view.state.name, extension: 'zip' });
  });
}

/** What is published of it. */
function knownOf(view: View, now: number): KnownCompetition {
  const { state, at } = view;
  const boards = [...state.categories.keys()].flatMap((code) => {
    const board = leaderboardOf(state, code);
    return board ? [[code, board] as const] : [];
  });
  const show = showSheetOf(state);
  return {
    about: competitionViewOf(view),
    boards: new Map(boards),
    brackets: [...state.events.values()].filter(({ draw }) => draw).map((event) => bracketViewOf(state, event, at)),
    announcements: currentAnnouncements(show, now, 'elsewhere'),
    underReview: show.underReview,
  };
}
