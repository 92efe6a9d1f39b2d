// How many cards the competition keeps. Takes effect at once, on every tablet.
import { useState } from 'react';
import { type ScoringMode, scoringModes } from '../../src/domain/card/card-notes.ts';
import { Failure } from '../parts/failure.tsx';
import { Choice } from '../parts/field.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../store/api.ts';
import { useText } from '../text/text-context.tsx';
import { useExpiry } from './use-expiry.ts';

interface ScoringModeProps {
  readonly competition: string;
  readonly mode: ScoringMode;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

export function ScoringModeChoice({ competition, mode, onChanged, onExpired }: ScoringModeProps) {
  const { t } = useText();
  const [asked, setAsked] = useState<ScoringMode | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  useExpiry(failure, onExpired);
  const choose = (chosen: ScoringMode) => {
    setAsked(chosen);
    setFailure(undefined);
    callApi(pathOf('competitions', competition, 'scoring'), { method: 'PUT', json: { mode: chosen } })
      .then(onChanged, (error: unknown) => setFailure(toFailure(error)))
      .finally(() => setAsked(undefined));
  };
  return (
    <>
      <Choice
        legend={t('desk.cards.mode')}
        name="scoring"
        options={scoringModes.map((value) => ({
          value,
          label: t(`desk.cards.mode.${value}`),
          text: t(`desk.cards.mode.${value}.text`),
        }))}
        value={asked ?? mode}
        onChange={choose}
        hint={t('desk.cards.mode.hint')}
      />
      {failure ? <Failure failure={failure} /> : null}
    </>
  );
}
