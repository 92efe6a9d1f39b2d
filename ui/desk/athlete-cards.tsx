// A small card for each archer with the code of the page on which a phone follows the scores: to print, cut out and hand over.
import { useEffect, useMemo, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { Qr } from '../parts/qr.tsx';
import { useCapped } from '../parts/use-capped.ts';
import { pathOf } from '../store/api.ts';
import { athletePath } from '../store/followed-athletes.ts';
import { matches } from '../store/search.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './athlete-cards.module.css';
import desk from './desk.module.css';
import { useExpiry } from './use-expiry.ts';

interface AthleteCardsProps {
  readonly competition: CompetitionView;
  /** Of this appliance, as phones reach it. */
  readonly origin: string;
  readonly onExpired: () => void;
}

const cardsAtOnce = 48;
const nobody: readonly EntryView[] = [];

export function AthleteCards({ competition, origin, onExpired }: AthleteCardsProps) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [printing, setPrinting] = useState(false);
  const { data, failure, reload } = useApi<readonly EntryView[]>(pathOf('competitions', competition.id, 'entries'));
  useExpiry(failure, onExpired);
  const all = data ?? nobody;
  const found = useMemo(
    () => all.filter(({ name, club, category, target }) => matches(query, name, club, category, target ?? '')),
    [all, query],
  );
  const { visible, rest, nextStep, showMore } = useCapped(found, cardsAtOnce, query);

  useEffect(() => {
    if (!printing) return undefined;
    const finish = () => setPrinting(false);
    window.addEventListener('afterprint', finish);
    // The cards have to be on the page before the browser takes its picture.
    const timer = setTimeout(() => window.print(), 50);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', finish);
    };
  }, [printing]);

  if (!data)
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton rows={4} label={t('app.loading')} />;
  if (all.length === 0) return <Empty title={t('desk.entries.none')}>{t('desk.entries.none.text')}</Empty>;
  return (
    <>
      <div className={desk.screenOnly}>
        <h3>{t('follow.cards')}</h3>
        <p className={desk.soft}>{t('follow.cards.text')}</p>
        <div className={desk.tools}>
          <div className={desk.grow}>
            <Field
              label={t('follow.cards.search')}
              type="search"
              value={query}
              onChange={({ target }) => setQuery(target.value)}
            />
          </div>
          <Button look="primary" onClick={() => setPrinting(true)} disabled={found.length === 0}>
            {t('follow.cards.print', { count: found.length })}
          </Button>
        </div>
      </div>
      {found.length === 0 ? <Empty title={t('desk.entries.noMatch', { text: query })} /> : null}
      <ul className={styles.cards}>
        {(printing ? found : visible).map((entry) => (
          <AthleteCard key={entry.number} entry={entry} competition={competition} origin={origin} />
        ))}
      </ul>
      {rest > 0 && !printing ? (
        <div className={`${desk.center} ${desk.screenOnly}`}>
          <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
        </div>
      ) : null}
    </>
  );
}

interface AthleteCardProps {
  readonly entry: EntryView;
  readonly competition: CompetitionView;
  readonly origin: string;
}

function AthleteCard({ entry, competition, origin }: AthleteCardProps) {
  const { t } = useText();
  const { number, name, club, category, target } = entry;
  const link = origin + athletePath(competition.id, number);
  return (
    <li className={styles.card}>
      <a className={styles.qr} href={link} target="_blank" rel="noreferrer">
        <Qr text={link} label={t('follow.code.text', { name })} />
      </a>
      <div className={styles.words}>
        <strong className={styles.name}>{name}</strong>
        <span className={styles.facts}>{[target, category, club].filter(Boolean).join(' · ')}</span>
        <span className={styles.scan}>{t('follow.cards.scan')}</span>
        <span className={styles.facts}>{competition.name}</span>
      </div>
    </li>
  );
}
