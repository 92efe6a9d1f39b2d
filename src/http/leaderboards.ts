// GET /api/competitions/:id/leaderboards/:category
import { LeaderboardSchema } from '../wire/api-leaderboards.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import { CategoryParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { findShown } from './shown.ts';
import { leaderboardViewOf } from './views/leaderboards.ts';

export function addLeaderboards(app: App, parts: HttpParts, answers: CachedAnswers): void {
  const schema = {
    summary: 'The running leaderboard of a category',
    params: CategoryParams,
    response: { 200: LeaderboardSchema, ...errors('unknownCompetition', ['unknownCategory', 404]) },
  };
  app.get('/api/competitions/:id/leaderboards/:category', { schema }, (request, reply) => {
    const { category } = request.params;
    const found = findShown(parts, request);
    if (!found.state.categories.has(category)) throw new RefusalError('unknownCategory', { category }, { status: 404 });
    answers.send(reply, `leaderboard/${found.id}/${category}`, [found.at], () => leaderboardViewOf(found, category));
  });
}
