// The desk's first page: all competitions of this box.
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import button from '../parts/button.module.css';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { useApi } from '../store/use-api.ts';
import { formatDays } from '../text/dates.ts';
import { useText } from '../text/text-context.tsx';
import closing from './closing.module.css';
import styles from './desk.module.css';
import { useExpiry } from './use-expiry.ts';

export function CompetitionList({ onExpired }: { readonly onExpired: () => void }) {
  const { t } = useText();
  const { data, failure, reload } = useApi<readonly CompetitionView[]>('/api/competitions');
  useExpiry(failure, onExpired);
  const open = data?.filter(({ isClosed }) => !isClosed) ?? [];
  const archived = data?.filter(({ isClosed }) => isClosed) ?? [];
  const create = (
    <Link href="/new" className={cx(button.button, button.primary)}>
      {t('desk.create')}
    </Link>
  );
  return (
    <>
      <div className={styles.heading}>
        <h2 className={styles.title}>{t('desk.competitions')}</h2>
        {data && data.length > 0 ? create : null}
      </div>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      {!data && !failure ? <Skeleton rows={3} label={t('app.loading')} /> : null}
      {data?.length === 0 ? (
        <Empty title={t('desk.competitions.none')} action={create}>
          {t('desk.competitions.none.text')}
        </Empty>
      ) : null}
      <Cards competitions={open} />
      {archived.length > 0 ? (
        <details className={closing.archived}>
          <summary>{t('desk.closing.list', { count: archived.length })}</summary>
          <Cards competitions={archived} />
        </details>
      ) : null}
    </>
  );
}

function Cards({ competitions }: { readonly competitions: readonly CompetitionView[] }) {
  const { t, language } = useText();
  return (
    <ul className={styles.cards}>
      {competitions.map(({ id, name, venue, from, to, discipline, entryCount }) => (
        <li key={id}>
          <Link href={`/${encodeURIComponent(id)}`} className={styles.card}>
            <span className={styles.cardTitle}>{name}</span>
            <span className={styles.soft}>{[venue, formatDays(language, from, to)].filter(Boolean).join(' · ')}</span>
            <span className={styles.soft}>
              {t(`discipline.${discipline}`)} · {t('board.athletes', { count: entryCount })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
