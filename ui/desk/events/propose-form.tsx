// A plan for all matches of an event by the rules: phase by phase, nobody twice at a time, the final alone and last.
import { type FormEvent, useState } from 'react';
import type { SlotsView } from '../../../src/wire/api-events.ts';
import type { BracketView } from '../../../src/wire/api-matches.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import type { ShowDeskProps } from '../use-change.ts';
import styles from './events.module.css';
import type { PlanStep } from './plan-grid.ts';

interface ProposeFormProps extends Pick<ShowDeskProps, 'competition'> {
  readonly brackets: readonly BracketView[];
  readonly busy: boolean;
  readonly onTake: (step: PlanStep) => void;
}

const numbers = ['minutesPerMatch', 'minutesBetweenPhases', 'firstButt', 'butts'] as const;

export function ProposeForm({ competition, brackets, busy, onTake }: ProposeFormProps) {
  const { t } = useText();
  const [chosen, setEvent] = useState('');
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [plan, setPlan] = useState({
    start: `${competition.to}T09:00`,
    ...{ minutesPerMatch: '20', minutesBetweenPhases: '10', firstButt: '1', butts: '8' },
  });
  const [medalsAlone, setMedalsAlone] = useState(false);
  const [buttsPerMatch, setButtsPerMatch] = useState<'1' | '2'>('2');
  const event = brackets.find((bracket) => bracket.event === chosen)?.event ?? brackets[0]?.event ?? '';
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    setFailure(undefined);
    const asked = Object.fromEntries(numbers.map((name) => [name, Number(plan[name])]));
    callApi<SlotsView>(pathOf('competitions', competition.id, 'events', event, 'schedule', 'propose'), {
      method: 'POST',
      json: { ...asked, start: plan.start, buttsPerMatch: Number(buttsPerMatch), medalsAlone },
    }).then(
      ({ slots }) => onTake({ event, slots, removed: [] }),
      (error: unknown) => setFailure(toFailure(error)),
    );
  };
  return (
    <details className={styles.more} open={brackets.every(({ matches }) => matches.every(({ slot }) => slot === null))}>
      <summary>{t('events.propose')}</summary>
      <form onSubmit={submit} className={desk.done}>
        <p className={desk.soft}>{t('events.propose.text')}</p>
        <div className={desk.pair}>
          <Select
            label={t('events.column.event')}
            value={event}
            options={brackets.map((bracket) => ({ value: bracket.event, label: bracket.name }))}
            onChange={setEvent}
          />
          <Field
            label={t('events.propose.start')}
            type="datetime-local"
            value={plan.start}
            required
            onChange={({ target }) => setPlan({ ...plan, start: target.value })}
          />
          {numbers.map((name) => (
            <Field
              key={name}
              label={t(`events.propose.${name}`)}
              type="number"
              min={name === 'minutesBetweenPhases' ? 0 : 1}
              value={plan[name]}
              required
              onChange={({ target }) => setPlan({ ...plan, [name]: target.value })}
            />
          ))}
        </div>
        <Choice
          legend={t('events.propose.perMatch')}
          name="perMatch"
          options={(['2', '1'] as const).map((value) => ({ value, label: t(`events.propose.perMatch.${value}`) }))}
          value={buttsPerMatch}
          onChange={setButtsPerMatch}
        />
        <label className={desk.check}>
          <input type="checkbox" checked={medalsAlone} onChange={({ target }) => setMedalsAlone(target.checked)} />
          {t('events.propose.medalsAlone')}
        </label>
        {failure ? <Failure failure={failure} /> : null}
        <div>
          <Button type="submit" look="primary" disabled={busy}>
            {t('events.propose.do')}
          </Button>
        </div>
      </form>
    </details>
  );
}
