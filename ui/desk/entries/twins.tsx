// Entries that look like one athlete, side by side: made one of them, with what is chosen of each, or left as two.
import { useMemo, useState } from 'react';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import type { ApiFailure } from '../../store/api.ts';
import { recall, remember } from '../../store/remember.ts';
import { useText } from '../../text/text-context.tsx';
import type { AskChange } from './chosen-panels.tsx';
import styles from './entries.module.css';
import { textsOf } from './entry-text.ts';
import { findTwins, type Twins as Pair, twinsKey } from './likely-twins.ts';
import { type Choice, differingFields, mergeOf, usualChoice } from './merge-entries.ts';

interface TwinsProps {
  readonly competition: string;
  readonly entries: readonly DeskEntry[];
  readonly change: AskChange;
}

const shownAtOnce = 20;

export function Twins({ competition, entries, change }: TwinsProps) {
  const { t } = useText();
  const place = `not-twins/${competition}`;
  const [different, setDifferent] = useState(() => new Set(recall(place)?.split(' ')));
  const all = useMemo(() => findTwins(entries), [entries]);
  const open = all.filter((twins) => !different.has(twinsKey(twins)));
  if (open.length === 0) return <Empty title={t('desk.twins.none')}>{t('desk.twins.none.text')}</Empty>;
  const leave = (twins: Pair) => {
    const next = new Set(different).add(twinsKey(twins));
    remember(place, [...next].join(' '));
    setDifferent(next);
  };
  return (
    <ul className={styles.plain}>
      {open.slice(0, shownAtOnce).map((twins) => (
        <li key={twinsKey(twins)} className={styles.pair}>
          <TwinsCard twins={twins} change={change} onDifferent={() => leave(twins)} />
        </li>
      ))}
    </ul>
  );
}

interface TwinsCardProps {
  readonly twins: Pair;
  readonly change: AskChange;
  readonly onDifferent: () => void;
}

function TwinsCard({ twins, change, onDifferent }: TwinsCardProps) {
  const { t } = useText();
  const { one, other, because } = twins;
  const [chosen, setChosen] = useState<Choice | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const choice = chosen ?? usualChoice(twins);
  const kept = choice.keep === 'one' ? one : other;
  const areBoth = one.isWritten && other.isWritten;
  const merge = () => {
    const gone = choice.keep === 'one' ? other : one;
    const reason = t('desk.twins.reason', { number: kept.number });
    setFailure(undefined);
    change(mergeOf(twins, choice, reason), { key: 'desk.told.merged', values: { name: gone.name } }).then((asked) => {
      if (asked.kind === 'failed') setFailure(asked.failure);
    });
  };
  return (
    <section className={styles.panel} aria-label={`${one.name} / ${other.name}`}>
      <h3 className={styles.panelTitle}>{t(`desk.twins.because.${because}`)}</h3>
      <SideBySide twins={twins} choice={choice} onChange={setChosen} />
      {areBoth ? (
        <Banner tone="warn">{t('desk.twins.both')}</Banner>
      ) : kept.isWritten ? (
        <p className={styles.soft}>{t('desk.twins.written', { number: kept.number })}</p>
      ) : null}
      {failure ? <Failure failure={failure} /> : null}
      <div className={styles.bar}>
        {areBoth ? null : (
          <Button look="primary" onClick={merge}>
            {t('desk.twins.merge')}
          </Button>
        )}
        <Button onClick={onDifferent}>{t('desk.twins.different')}</Button>
      </div>
    </section>
  );
}

interface SideBySideProps {
  readonly twins: Pair;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What both say alike stands once; where they differ, one is chosen. */
function SideBySide({ twins, choice, onChange }: SideBySideProps) {
  const { t } = useText();
  const { one, other, because } = twins;
  const isHeld = one.isWritten || other.isWritten;
  const differing = differingFields(twins);
  const [left, right] = [textsOf(one), textsOf(other)];
  const sides = ['one', 'other'] as const;
  const group = twinsKey(twins);
  return (
    <ScrollFrame label={`${t(`desk.twins.because.${because}`)}: ${one.name} / ${other.name}`}>
      <table className={styles.twins}>
        <tbody>
          <tr>
            <th scope="row">{t('desk.entries.column.number')}</th>
            {sides.map((side) => (
              <td key={side}>
                <label>
                  <input
                    type="radio"
                    name={`${group}/keep`}
                    checked={choice.keep === side}
                    disabled={isHeld === true}
                    onChange={() => onChange({ ...choice, keep: side })}
                  />
                  {t('desk.twins.keep', { number: twins[side].number })}
                </label>
              </td>
            ))}
          </tr>
          {(Object.keys(left) as (keyof typeof left)[])
            .filter((field) => left[field] !== '' || right[field] !== '')
            .map((field) => (
              <tr key={field}>
                <th scope="row">{t(`desk.entries.column.${field}`)}</th>
                {sides.map((side) => {
                  const value = (side === 'one' ? left : right)[field];
                  if (!differing.includes(field)) return <td key={side}>{value}</td>;
                  return (
                    <td key={side}>
                      <label>
                        <input
                          type="radio"
                          name={`${group}/${field}`}
                          checked={(choice.from[field] ?? choice.keep) === side}
                          onChange={() => onChange({ ...choice, from: { ...choice.from, [field]: side } })}
                        />
                        {value === '' ? t('desk.twins.empty') : value}
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
