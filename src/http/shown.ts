// What of a competition is answered to whom: while a judge holds something back, only the organiser reads it as it is.
import type { FastifyRequest } from 'fastify';
import { AccessUnavailableError } from '../access/access.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import { publicViewOf } from '../intake/public-intake.ts';
import type { App } from './app.ts';
import type { HttpParts } from './parts.ts';
import { isOrganiser } from './session-guard.ts';
import { findCompetition } from './submitting.ts';

const readingLive = new WeakSet<FastifyRequest>();

function competitionIn({ params }: FastifyRequest): string | undefined {
  return params && typeof params === 'object' && 'id' in params && typeof params.id === 'string'
    ? params.id
    : undefined;
}

/** Who asks is looked up only where it makes a difference. */
export function addShown(app: App, { intake, access }: Pick<HttpParts, 'intake' | 'access'>): void {
  app.addHook('onRequest', async (request) => {
    const id = request.method === 'GET' || request.method === 'HEAD' ? competitionIn(request) : undefined;
    if (id === undefined || (intake.find(id)?.state.show.frozen.size ?? 0) === 0) return;
    try {
      if (await isOrganiser(request, access)) readingLive.add(request);
    } catch (error) {
      // Nobody can be told apart then, and everybody is answered as the public is.
      if (!(error instanceof AccessUnavailableError)) throw error;
    }
  });
}

/** Whether the answer is another one than the public's. */
export function isReadingLive(request: FastifyRequest): boolean {
  return readingLive.has(request);
}

/** For answers to everybody. Throws RefusalError. */
export function findShown(parts: Pick<HttpParts, 'intake'>, request: FastifyRequest): View {
  const found = findCompetition(parts, competitionIn(request) ?? '');
  return isReadingLive(request) ? found : publicViewOf(found);
}
