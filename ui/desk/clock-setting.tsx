// Lines and times of the shooting clock, as a form: proposed by the rounds and the letters, and anybody's to change.
import { useState } from 'react';
import type { ClockTimes } from '../../src/domain/clock/run-clock.ts';
import type { ClockLines, ShootingClock } from '../../src/domain/clock/shooting-clock.ts';
import { Button } from '../parts/button.tsx';
import { lineName } from '../parts/clock-face.tsx';
import { Choice, Field } from '../parts/field.tsx';
import { useText } from '../text/text-context.tsx';
import styles from './clock-desk.module.css';
import {
  limitsOf,
  lineKey,
  linesChoices,
  readSetting,
  type SettingField,
  settingFields,
  type TimeProposal,
  type TypedSetting,
} from './clock-proposal.ts';

export interface ClockSetting extends ClockTimes {
  readonly lines: ClockLines;
  readonly end: number;
}

interface ClockSettingFormProps {
  /** What the clock is, or would first be. */
  readonly present: Omit<ShootingClock, 'phase' | 'line'>;
  readonly proposals: readonly TimeProposal[];
  /** No clock is set yet. */
  readonly isFirst: boolean;
  readonly onSet: (setting: ClockSetting) => void;
}

function typedOf({ end, shootingSeconds, toTheLineSeconds, warningSeconds }: ClockSetting): TypedSetting {
  return {
    end: String(end),
    shootingSeconds: String(shootingSeconds),
    toTheLineSeconds: String(toTheLineSeconds),
    warningSeconds: String(warningSeconds),
  };
}

const labels = {
  end: 'clock.setting.end',
  shootingSeconds: 'clock.setting.shooting',
  toTheLineSeconds: 'clock.setting.toTheLine',
  warningSeconds: 'clock.setting.warning',
} as const;

export function ClockSettingForm({ present, proposals, isFirst, onSet }: ClockSettingFormProps) {
  const text = useText();
  const { t } = text;
  // What nobody has touched follows the clock; what is typed stays until it is set.
  const [touched, setTouched] = useState<Partial<TypedSetting>>({});
  const [chosen, setChosen] = useState<string | undefined>();
  const typed: TypedSetting = { ...typedOf(present), ...touched };
  const key = chosen ?? lineKey(present.lines);
  const choices = linesChoices(present.lines);
  const type = (field: SettingField, value: string) => setTouched((now) => ({ ...now, [field]: value }));
  const read = (field: SettingField) => readSetting(typed, field);

  const set = () => {
    const [end, shootingSeconds, toTheLineSeconds, warningSeconds] = settingFields.map(read);
    const lines = choices.find((each) => each.key === key)?.lines ?? present.lines;
    if (end === undefined || shootingSeconds === undefined) return;
    if (toTheLineSeconds === undefined || warningSeconds === undefined) return;
    onSet({ lines, end, shootingSeconds, toTheLineSeconds, warningSeconds });
    setTouched({});
    setChosen(undefined);
  };
  const nameOf = (lines: ClockLines): string => {
    const [first = '', second] = lines;
    if (second === undefined) return lineName(text, first);
    if (lines.length === 2) return t('clock.setting.lines.then', { first, second });
    return t('clock.setting.lines.each', { lines: lines.join(', ') });
  };
  return (
    <form
      className={styles.setting}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <Choice
        legend={t('clock.setting.lines')}
        name="lines"
        options={choices.map(({ key: value, lines }) => ({ value, label: nameOf(lines) }))}
        value={key}
        onChange={setChosen}
      />
      {proposals.length > 0 ? (
        <div>
          <p className={styles.label}>{t('clock.setting.rounds')}</p>
          <div className={styles.proposals}>
            {proposals.map(({ roundName, seconds }) => (
              <Button key={`${roundName} ${seconds}`} onClick={() => type('shootingSeconds', String(seconds))}>
                {t('clock.setting.round', { round: roundName, seconds })}
              </Button>
            ))}
          </div>
        </div>
      ) : null}
      <div className={styles.fields}>
        {settingFields.map((field) => (
          <Field
            key={field}
            label={t(labels[field])}
            inputMode="numeric"
            autoComplete="off"
            value={typed[field]}
            onChange={({ target }) => type(field, target.value)}
            hint={field === 'end' ? t('clock.setting.end.hint') : undefined}
            error={read(field) === undefined ? t('clock.setting.wrong', limitsOf(typed, field)) : undefined}
          />
        ))}
      </div>
      <div>
        <Button
          type="submit"
          look={isFirst ? 'primary' : 'plain'}
          large
          disabled={settingFields.some((field) => read(field) === undefined)}
        >
          {t('clock.setting.apply')}
        </Button>
      </div>
    </form>
  );
}
