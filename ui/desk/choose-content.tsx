// What a screen or a line of a playlist shows, to choose: views in one list, a single match by two steps, because there are many.
import { useState } from 'react';
import type { ScreenContent } from '../../src/domain/show/show.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import { Select } from '../parts/select.tsx';
import { useText } from '../text/text-context.tsx';
import { MatchSelect } from './match-select.tsx';
import { optionsOfViews, wordsOfView } from './view-words.ts';

interface ChooseContentProps {
  readonly label: string;
  readonly competition: CompetitionView;
  readonly events: readonly EventView[];
  /** What can be chosen before the views. */
  readonly first: readonly { readonly shows: ScreenContent; readonly words: string }[];
  /** Undefined where nothing is chosen yet. */
  readonly chosen: ScreenContent | undefined;
  readonly onChoose: (shows: ScreenContent) => void;
}

const matchOf = 'match of ';

export function ChooseContent({ label, competition, events, first, chosen, onChoose }: ChooseContentProps) {
  const text = useText();
  const { t } = text;
  const [event, setEvent] = useState<string | undefined>();
  const choices = [
    ...first,
    ...optionsOfViews(text, competition, events).map(({ view, words }) => ({
      ...{ shows: { kind: 'view', view } as const, words },
    })),
  ];
  const value = chosen === undefined ? '' : JSON.stringify(chosen);
  const isKnown = choices.some(({ shows }) => JSON.stringify(shows) === value);
  const wordsOfOther =
    chosen?.kind === 'view'
      ? wordsOfView(text, competition, events, chosen.view)
      : t(chosen === undefined ? 'desk.review.choose' : 'desk.screens.playlistGone');
  const choose = (next: string) => {
    const shows = choices.find((choice) => JSON.stringify(choice.shows) === next)?.shows;
    setEvent(next.startsWith(matchOf) ? next.slice(matchOf.length) : undefined);
    if (shows) onChoose(shows);
  };
  return (
    <>
      <Select
        label={label}
        value={event === undefined ? value : matchOf + event}
        options={[
          ...(isKnown ? [] : [{ value, label: wordsOfOther }]),
          ...choices.map(({ shows, words }) => ({ value: JSON.stringify(shows), label: words })),
          ...events
            .filter(({ isDrawn }) => isDrawn)
            .map(({ id, name }) => ({ value: matchOf + id, label: t('desk.review.matchOf', { event: name }) })),
        ]}
        onChange={choose}
      />
      {event === undefined ? null : (
        <MatchSelect
          {...{ competition: competition.id, event, value: '' }}
          onChange={(match) => {
            if (match === '') return;
            setEvent(undefined);
            onChoose({ kind: 'view', view: { kind: 'match', event, match } });
          }}
        />
      )}
    </>
  );
}
