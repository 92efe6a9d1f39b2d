// What is asked of a match beside its arrows: who is closer, who shoots first, who is not there.
import { type FormEvent, useState } from 'react';
import { type BySide, type Closest, type Side, sides } from '../../../src/domain/match/match.ts';
import type { MatchView } from '../../../src/wire/api-matches.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { ByHandFields, isSigned, unsigned } from './by-hand.tsx';
import type { MatchFormProps } from './event-part.ts';
import styles from './events.module.css';

export function MeasureForm({ path, names, change, busy, number }: MatchFormProps & { readonly number: number }) {
  const { t } = useText();
  const [closest, setClosest] = useState<Closest>('a');
  const [byHand, setByHand] = useState(unsigned);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (byHand.by.trim() === '') return;
    void change(`${path}/shoot-offs/${number}/closest`, { method: 'PUT', json: { closest, by: byHand.by } });
  };
  return (
    <form className={styles.tie} onSubmit={submit}>
      <Choice
        legend={t('match.measure')}
        name="closest"
        options={[
          ...sides.map((side) => ({ value: side, label: names[side] })),
          { value: 'equal' as const, label: t('match.measure.equal') },
        ]}
        value={closest}
        onChange={setClosest}
      />
      <ByHandFields value={byHand} onChange={setByHand} withoutReason />
      <div>
        <Button type="submit" look="primary" disabled={busy || byHand.by.trim() === ''}>
          {t('match.measure.save')}
        </Button>
      </div>
    </form>
  );
}

export function BeginsForm({ path, names, change, busy }: MatchFormProps) {
  const { t } = useText();
  return (
    <section className={styles.tie} aria-labelledby="begins">
      <h4 id="begins">{t('match.beginner')}</h4>
      <div className={desk.buttons}>
        {sides.map((side) => (
          <Button
            key={side}
            disabled={busy}
            onClick={() => void change(`${path}/begins`, { method: 'PUT', json: { begins: side } })}
          >
            {t('match.beginner.side', { name: names[side] })}
          </Button>
        ))}
      </div>
    </section>
  );
}

type Presence = MatchView['attendance']['a'];
const presences = ['present', 'absent', 'forfeited'] as const satisfies readonly Presence[];

interface AttendanceFormProps extends MatchFormProps {
  readonly attendance: BySide<Presence>;
}

export function AttendanceForm({ path, names, change, busy, attendance }: AttendanceFormProps) {
  const { t } = useText();
  const [side, setSide] = useState<Side>('a');
  const [chosen, setChosen] = useState<Presence>('absent');
  const [byHand, setByHand] = useState(unsigned);
  const missing = sides.filter((each) => attendance[each] !== 'present');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSigned(byHand)) return;
    void change(`${path}/attendance/${side}`, { method: 'PUT', json: { attendance: chosen, ...byHand } });
  };
  return (
    <details className={styles.more} open={missing.length > 0}>
      <summary>{t('events.match.attendance')}</summary>
      {missing.map((each) => (
        <p key={each}>{t('events.match.attendance.is', { name: names[each], attendance: attendance[each] })}</p>
      ))}
      <form onSubmit={submit} className={desk.done}>
        <Select
          label={t('events.match.side')}
          value={side}
          options={sides.map((value) => ({ value, label: names[value] }))}
          onChange={setSide}
        />
        <Select
          label={t('events.match.presence')}
          value={chosen}
          options={presences.map((value) => ({ value, label: t(`events.match.${value}`) }))}
          onChange={setChosen}
        />
        <ByHandFields value={byHand} onChange={setByHand} />
        <div>
          <Button type="submit" disabled={busy || !isSigned(byHand)}>
            {t('events.match.attendance.save')}
          </Button>
        </div>
      </form>
    </details>
  );
}
