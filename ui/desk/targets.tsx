// The targets: QR cards to print and pin up, short codes for when a camera fails, and which devices are there.
import { useEffect, useMemo, useState } from 'react';
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { TargetView } from '../../src/wire/api-targets.ts';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { useCapped } from '../parts/use-capped.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';
import { TargetCard } from './target-card.tsx';
import { buttsInRange, origins } from './targets-print.ts';
import { useExpiry } from './use-expiry.ts';

interface TargetsProps {
  readonly competition: CompetitionView;
  readonly origin: string;
  readonly onExpired: () => void;
}

const cardsAtOnce = 24;
const refreshMs = 8_000;
const none: readonly TargetView[] = [];

export function Targets({ competition, origin, onExpired }: TargetsProps) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [printing, setPrinting] = useState(false);
  const path = `/api/competitions/${encodeURIComponent(competition.id)}/targets`;
  const { data, failure, reload } = useApi<readonly TargetView[]>(path, refreshMs);
  const bootstrap = useApi<Bootstrap>('/api/bootstrap');
  const addresses = origins(bootstrap.data?.addresses ?? [], origin);
  const [chosen, setChosen] = useState<string | undefined>();
  const address = chosen ?? addresses[0] ?? origin;
  useExpiry(failure, onExpired);
  const all = data ?? none;
  const butts = useMemo(() => all.map(({ butt }) => butt), [all]);
  const found = useMemo(() => buttsInRange(all, query), [all, query]);
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
  if (all.length === 0) return <Empty title={t('desk.targets.none')}>{t('desk.targets.none.text')}</Empty>;
  const connected = all.filter(({ devices }) => devices.some(({ online }) => online)).length;
  return (
    <>
      <div className={`${styles.tools} ${styles.screenOnly}`}>
        <div className={styles.grow}>
          <Field
            label={t('desk.targets.search')}
            type="search"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            placeholder="3-12"
          />
        </div>
        {addresses.length > 1 ? (
          <label className={styles.selectField}>
            <span>{t('desk.targets.address')}</span>
            <select value={address} onChange={({ target }) => setChosen(target.value)} className={styles.select}>
              {addresses.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        ) : null}
        <Button look="primary" onClick={() => setPrinting(true)} disabled={found.length === 0}>
          {t('desk.targets.print', { count: found.length })}
        </Button>
      </div>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      <p className={`${styles.soft} ${styles.screenOnly}`} role="status">
        {t('desk.targets.connected', { online: connected, targets: all.length })}
      </p>
      {found.length === 0 ? <Empty title={t('desk.targets.noMatch', { text: query })} /> : null}
      <ul className={styles.targets}>
        {(printing ? found : visible).map((target) => (
          <TargetCard
            key={target.butt}
            competition={competition}
            target={target}
            address={address}
            butts={butts}
            onChanged={reload}
          />
        ))}
      </ul>
      {rest > 0 && !printing ? (
        <div className={`${styles.center} ${styles.screenOnly}`}>
          <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
        </div>
      ) : null}
    </>
  );
}
