// What an overlay shows: which competition, and there which category, archer, match or clock.
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import type { BracketView } from '../../src/wire/api-matches.ts';
import { Choice } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { labelOfMatch } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import type { OverlayKind } from './overlay-kind.ts';

/** As far as it is chosen. */
export interface KindChoice {
  readonly kind: OverlayKind['kind'];
  readonly competition: string;
  readonly category?: string;
  readonly entry?: number;
  readonly event?: string;
  readonly match?: string;
  readonly clock?: string | undefined;
}

/** Undefined while something is still to be chosen. */
export function kindChosen(choice: KindChoice, competitions: readonly CompetitionView[]): OverlayKind | undefined {
  const { kind, competition, entry, event, match, clock } = choice;
  switch (kind) {
    case 'leaderboard': {
      const found = competitions.find(({ id }) => id === competition);
      const category = choice.category ?? found?.categories[0]?.code;
      return category === undefined ? undefined : { kind, competition, category };
    }
    case 'athlete':
      return entry === undefined ? undefined : { kind, competition, entry };
    case 'match':
      return event === undefined || match === undefined ? undefined : { kind, competition, event, match };
    case 'clock':
      return { kind, competition, clock };
  }
}

interface ChooseProps {
  readonly competitions: readonly CompetitionView[];
  readonly choice: KindChoice;
  readonly onChange: (choice: KindChoice) => void;
}

const kinds: readonly OverlayKind['kind'][] = ['leaderboard', 'athlete', 'match', 'clock'];

export function ChooseKind({ competitions, choice, onChange }: ChooseProps) {
  const { t } = useText();
  const { kind, competition } = choice;
  const found = competitions.find(({ id }) => id === competition);
  return (
    <>
      <Select
        label={t('overlay.competition')}
        value={competition}
        options={competitions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ kind, competition: id })}
      />
      <Choice
        legend={t('overlay.kind')}
        name="kind"
        value={kind}
        options={kinds.map((each) => ({ value: each, label: t(`overlay.kind.${each}`) }))}
        onChange={(next) => onChange({ kind: next, competition })}
      />
      {kind === 'leaderboard' ? (
        <Select
          label={t('overlay.category')}
          value={choice.category ?? found?.categories[0]?.code ?? ''}
          options={(found?.categories ?? []).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          onChange={(category) => onChange({ kind, competition, category })}
        />
      ) : null}
      {kind === 'athlete' ? <ChooseAthlete choice={choice} onChange={onChange} /> : null}
      {kind === 'match' ? <ChooseMatch choice={choice} onChange={onChange} /> : null}
    </>
  );
}

type ChooseOneProps = Omit<ChooseProps, 'competitions'>;

function ChooseAthlete({ choice, onChange }: ChooseOneProps) {
  const { t } = useText();
  const { kind, competition, entry } = choice;
  const { data } = useApi<readonly EntryView[]>(pathOf('competitions', competition, 'entries'));
  return (
    <Select
      label={t('overlay.archer')}
      value={entry === undefined ? '' : String(entry)}
      empty={t('overlay.pick')}
      options={(data ?? []).map(({ number, name, category, club }) => ({
        value: String(number),
        label: [name, category, club].filter(Boolean).join(' · '),
      }))}
      onChange={(number) => onChange({ kind, competition, entry: Number(number) })}
    />
  );
}

function ChooseMatch({ choice, onChange }: ChooseOneProps) {
  const text = useText();
  const { t } = text;
  const { kind, competition, event, match } = choice;
  const { data } = useApi<readonly EventView[]>(pathOf('competitions', competition, 'events'));
  const drawn = (data ?? []).filter(({ isDrawn }) => isDrawn);
  const bracket = useApi<BracketView>(
    event === undefined ? undefined : pathOf('competitions', competition, 'events', event, 'bracket'),
  );
  const matches = (bracket.data?.matches ?? []).filter((each) => each.kind === 'match');
  return (
    <>
      <Select
        label={t('overlay.event')}
        value={event ?? ''}
        empty={t('overlay.pick')}
        options={drawn.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ kind, competition, event: id })}
      />
      {event === undefined ? null : (
        <Select
          label={t('overlay.match')}
          value={match ?? ''}
          empty={t('overlay.pick')}
          options={matches.map((match) => ({ value: match.id, label: labelOfMatch(text, match) }))}
          onChange={(id) => onChange({ kind, competition, event, match: id })}
        />
      )}
    </>
  );
}
