// One match of an event to choose, by its round and by who shoots it.
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';
import { Select } from '../parts/select.tsx';
import { pathOf } from '../store/api.ts';
import { nameOfMatch } from '../store/match-store.ts';
import { useApi } from '../store/use-api.ts';
import { wordsOfName } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';

interface MatchSelectProps {
  readonly competition: string;
  readonly event: string;
  /** Empty while none is chosen. */
  readonly value: string;
  readonly onChange: (match: string) => void;
}

export function MatchSelect({ competition, event, value, onChange }: MatchSelectProps) {
  const text = useText();
  const { t } = text;
  const bracket = useApi<BracketView>(pathOf('competitions', competition, 'events', event, 'bracket')).data;
  const matches = (bracket?.matches ?? []).filter(({ kind }) => kind === 'match');
  return (
    <Select
      label={t('desk.review.match')}
      value={value}
      options={[
        { value: '', label: t('desk.review.choose') },
        ...matches.map((match) => ({ value: match.id, label: wordsOfMatch(text, match) })),
      ]}
      onChange={onChange}
    />
  );
}

function wordsOfMatch(text: Translator, { id, level, topPlace, seats }: MatchInBracketView): string {
  const sides = [seats.a, seats.b].map(({ name }) => name ?? '…').join(' – ');
  return `${wordsOfName(text, nameOfMatch(id, level, topPlace))} ${id}: ${sides}`;
}
