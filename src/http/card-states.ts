// /api/competitions/:id/cards: where two cards differ, what is not verified, what is not signed. The organiser's: everybody sees cards one
// by one, and boards.
import { Type } from 'typebox';
import { type CardState, cardStatesOf, countCards, isCardShown } from '../domain/card/card-state.ts';
import { formatTarget } from '../domain/target.ts';
import { CardFilterSchema, CardStatesSchema, type CardStateView } from '../wire/api-card-states.ts';
import type { App } from './app.ts';
import { errors } from './documented-errors.ts';
import { pageQuery, readPageQuery, takePage } from './paging.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { remember } from './remember.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition } from './submitting.ts';

const CardsQuery = Type.Object({ ...pageQuery, show: Type.Optional(CardFilterSchema) });

export function addCardStates(app: App, parts: HttpParts): void {
  const schema = {
    summary: 'How far all scorecards are, in the order of entry numbers: what differs, is not verified, is not signed',
    security: organiserSecurity,
    params: CompetitionParams,
    querystring: CardsQuery,
    response: { 200: CardStatesSchema, ...errors('unknownCompetition') },
  };
  const onRequest = organiserOnly(parts.access);
  app.get('/api/competitions/:id/cards', { schema, onRequest }, (request, reply) => {
    const { at, state } = findCompetition(parts, request.params.id);
    const { show = 'all' } = request.query;
    const { limit, after } = readPageQuery(request.query, 1);
    const cards = remember(state, 'cards', cardStatesOf);
    const shown = cards
      .filter(({ entry }) => entry.number > Number(after?.[0] ?? 0))
      .filter((card) => isCardShown(card, show));
    const { rows, next } = takePage(shown, limit, ({ entry }) => [entry.number]);
    const counts = remember(state, 'cards/counts', () => countCards(cards));
    reply
      .header('cache-control', 'no-store')
      .send({ position: at, scoring: state.scoring, counts, cards: rows.map(cardStateViewOf), next });
  });
}

function cardStateViewOf({ entry: { number, name, club, category, target }, ...rest }: CardState): CardStateView {
  return { entry: number, name, club, category, target: target ? formatTarget(target) : null, ...rest };
}
