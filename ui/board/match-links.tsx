// The way from the rankings to the matches: one link for each event that is drawn.
import { Link } from 'wouter';
import type { EventView } from '../../src/wire/api-events.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './match-links.module.css';

const refreshMs = 30_000;

/** Nothing while no event is drawn. */
export function MatchLinks({ competition }: { readonly competition: string }) {
  const { t } = useText();
  const { data } = useApi<readonly EventView[]>(
    `/api/competitions/${encodeURIComponent(competition)}/events`,
    refreshMs,
  );
  const drawn = data?.filter(({ isDrawn }) => isDrawn) ?? [];
  if (drawn.length === 0) return null;
  return (
    <nav className={styles.links} aria-label={t('match.board.title')}>
      {drawn.map(({ id, name }) => (
        <Link key={id} className={styles.link} href={eventPath(competition, id)}>
          {t('match.board.watch', { event: name })}
        </Link>
      ))}
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
