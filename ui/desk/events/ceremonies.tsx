// The medal ceremonies in their order, to be read out: bronze, silver, gold, with names and clubs. Live, until everything is decided.
import type { CeremonyView } from '../../../src/wire/api-rankings.ts';
import { cx } from '../../parts/cx.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import type { ShowDeskProps } from '../use-change.ts';
import styles from './events.module.css';

type Ceremony = CeremonyView['ceremonies'][number];

const refreshMs = 4_000;

export function Ceremonies({ competition }: ShowDeskProps) {
  const { t } = useText();
  const { data, failure, reload } = useApi<CeremonyView>(
    pathOf('competitions', competition.id, 'ceremonies'),
    refreshMs,
  );
  if (!data) return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  if (data.ceremonies.length === 0) return <Empty title={t('events.none')}>{t('events.none.text')}</Empty>;
  return (
    <>
      <p className={desk.soft}>{t('events.ceremony.text')}</p>
      <ol className={styles.ceremonies}>
        {data.ceremonies.map((ceremony) => (
          <li key={ceremony.event}>
            <OneCeremony ceremony={ceremony} />
          </li>
        ))}
      </ol>
    </>
  );
}

function OneCeremony({ ceremony }: { readonly ceremony: Ceremony }) {
  const { t } = useText();
  const { event, eventName, at, rows, isDecided } = ceremony;
  return (
    <section aria-labelledby={`ceremony-${event}`} className={cx(styles.tie, isDecided && styles.ceremonyDone)}>
      <h3 id={`ceremony-${event}`}>{eventName}</h3>
      <p className={desk.soft}>
        {isDecided ? t('events.ceremony.decided') : t('events.ceremony.open')}
        {at ? ` · ${t('events.ceremony.at', { time: at.replace('T', ' ') })}` : ''}
      </p>
      <ul className={styles.medals}>
        {rows.map(({ key, medal, name, club, country, archers }) => (
          <li key={key}>
            <span className={cx(styles.medal, medal === 'gold' && styles.gold)}>{t(`events.medal.${medal}`)}</span>
            <span>
              <strong>{name}</strong>
              <span className={styles.small}>
                {[archers.length > 1 ? archers.join(', ') : '', club === name ? '' : club, country]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
