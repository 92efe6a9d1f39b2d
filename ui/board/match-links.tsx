// The way from the rankings to the other boards: the matches of each event that is drawn, medals, clubs.
import { Link } from 'wouter';
import type { EventView } from '../../src/wire/api-events.ts';
import { isAway } from '../store/page-origin.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './match-links.module.css';

const refreshMs = 30_000;

export function MatchLinks({ competition }: { readonly competition: string }) {
  const { t } = useText();
  const { data } = useApi<readonly EventView[]>(
    `/api/competitions/${encodeURIComponent(competition)}/events`,
    refreshMs,
  );
  const drawn = data?.filter(({ isDrawn }) => isDrawn) ?? [];
  const base = `/board/${encodeURIComponent(competition)}`;
  return (
    <nav className={styles.links} aria-label={t('board.others')}>
      {drawn.map(({ id, name }) => (
        <Link key={id} className={styles.link} href={eventPath(competition, id)}>
          {t('match.board.watch', { event: name })}
        </Link>
      ))}
      {drawn.length > 0 && !isAway() ? (
        <Link className={styles.link} href={`${base}/medals`}>
          {t('board.medals')}
        </Link>
      ) : null}
      {isAway() ? null : (
        <Link className={styles.link} href={`${base}/clubs`}>
          {t('board.clubs')}
        </Link>
      )}
    </nav>
  );
}

export function eventPath(competition: string, event: string): string {
  return `/board/${encodeURIComponent(competition)}/events/${encodeURIComponent(event)}`;
}

/** `3/1` is `3-1` in addresses, as in those of the API. */
export function matchPath(competition: string, event: string, match: string): string {
  return `${eventPath(competition, event)}/${encodeURIComponent(match.replace('/', '-'))}`;
}
