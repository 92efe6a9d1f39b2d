// Looking for one archer by name over all categories: whoever is found is followed on a page of their own.
import { useDeferredValue, useId, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import { Failure } from '../parts/failure.tsx';
import { pathOf } from '../store/api.ts';
import { athletePath } from '../store/followed-athletes.ts';
import { matches } from '../store/search.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './find-archer.module.css';

const shownAtOnce = 12;

export function FindArcher({ competition }: { readonly competition: CompetitionView }) {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  // Everybody is fetched only when somebody is looked for.
  const [isAsked, setAsked] = useState(false);
  const query = useDeferredValue(typed).trim();
  const { data, failure, reload } = useApi<readonly EntryView[]>(
    isAsked ? pathOf('competitions', competition.id, 'entries') : undefined,
  );
  const found =
    query === '' || !data ? [] : data.filter(({ name, club, target }) => matches(query, name, club, target ?? ''));
  const rest = found.length - shownAtOnce;
  return (
    <div className={styles.find}>
      <label className={styles.label} htmlFor={id}>
        {t('follow.search')}
        <span className={styles.hidden}> {competition.name}</span>
      </label>
      <input
        id={id}
        className={styles.input}
        type="search"
        autoComplete="off"
        value={typed}
        onFocus={() => setAsked(true)}
        onChange={({ target }) => {
          setAsked(true);
          setTyped(target.value);
        }}
      />
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      {query !== '' && data ? (
        <div role="status">
          {found.length === 0 ? <p className={styles.soft}>{t('follow.search.none', { text: query })}</p> : null}
          <ul className={styles.list}>
            {found.slice(0, shownAtOnce).map(({ number, name, club, category, target }) => (
              <li key={number}>
                <a href={athletePath(competition.id, number)} className={styles.archer}>
                  <strong>{name}</strong>
                  <span className={styles.soft}>{[category, club, target].filter(Boolean).join(' · ')}</span>
                </a>
              </li>
            ))}
          </ul>
          {rest > 0 ? <p className={styles.soft}>{t('follow.search.more', { count: rest })}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
