// One match of an event to choose, by its round and by who shoots it.
import type { BracketView } from '../../src/wire/api-matches.ts';
import { Select } from '../parts/select.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { labelOfMatch } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';

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
        ...matches.map((match) => ({ value: match.id, label: labelOfMatch(text, match) })),
      ]}
      onChange={onChange}
    />
  );
}
