// What a screen can show, in words and as a list to choose from.
import { plainViews, type View } from '../../src/domain/show/show.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import type { Translator } from '../text/translator.ts';

type About = Pick<CompetitionView, 'categories'>;
type Events = readonly Pick<EventView, 'id' | 'name' | 'isDrawn'>[];

export function wordsOfView({ t }: Translator, { categories }: About, events: Events, view: View): string {
  switch (view.kind) {
    case 'leaderboard': {
      const name = categories.find(({ code }) => code === view.category)?.name ?? view.category;
      return t('desk.view.leaderboard', { category: name });
    }
    case 'bracket':
    case 'match': {
      const event = events.find(({ id }) => id === view.event)?.name ?? view.event;
      return view.kind === 'bracket'
        ? t('desk.view.bracket', { event })
        : t('desk.view.match', { event, match: view.match });
    }
    default:
      return t(`desk.view.${view.kind}`);
  }
}

/** All but single matches, of which there are many: the match's own page has them. */
export function optionsOfViews(text: Translator, competition: About, events: Events) {
  const views: readonly View[] = [
    ...competition.categories.map(({ code }): View => ({ kind: 'leaderboard', category: code })),
    ...events.filter(({ isDrawn }) => isDrawn).map(({ id }): View => ({ kind: 'bracket', event: id })),
    ...plainViews.map((kind): View => ({ kind })),
  ];
  return views.map((view) => ({ view, words: wordsOfView(text, competition, events, view) }));
}
