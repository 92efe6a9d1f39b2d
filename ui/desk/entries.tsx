// Everybody who is registered, with a search. Drawn a part at a time: lists of twelve thousand exist.
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import button from '../parts/button.module.css';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { ScrollFrame } from '../parts/scroll-frame.tsx';
import table from '../parts/table.module.css';
import { useCapped } from '../parts/use-capped.ts';
import { matches } from '../store/search.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';
import { useExpiry } from './use-expiry.ts';

const rowsAtOnce = 200;
const nobody: readonly EntryView[] = [];

export function Entries({
  competition,
  onExpired,
}: {
  readonly competition: CompetitionView;
  readonly onExpired: () => void;
}) {
  const { t } = useText();
  const [typed, setQuery] = useState('');
  const query = useDeferredValue(typed);
  const { data, failure, reload } = useApi<readonly EntryView[]>(
    `/api/competitions/${encodeURIComponent(competition.id)}/entries`,
  );
  useExpiry(failure, onExpired);
  const all = data ?? nobody;
  const found = useMemo(
    () =>
      query.trim() === ''
        ? all
        : all.filter(({ name, club, category, target }) => matches(query, name, club, category, target ?? '')),
    [all, query],
  );
  const { visible, rest, nextStep, showMore } = useCapped(found, rowsAtOnce, query);
  const add = (
    <Link
      href={`/${encodeURIComponent(competition.id)}/import`}
      className={cx(button.button, all.length === 0 && button.primary)}
    >
      {t('desk.entries.add')}
    </Link>
  );
  if (failure) return <Failure failure={failure} onRetry={reload} />;
  if (!data) return <Skeleton rows={10} label={t('app.loading')} />;
  if (all.length === 0) {
    return (
      <Empty title={t('desk.entries.none')} action={add}>
        {t('desk.entries.none.text')}
      </Empty>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.grow}>
          <Field
            label={t('desk.entries.search')}
            type="search"
            value={typed}
            onChange={({ target }) => setQuery(target.value)}
          />
        </div>
        <p className={styles.soft} role="status">
          {t('desk.entries.shown', { shown: found.length, count: all.length })}
        </p>
        {add}
      </div>
      {found.length === 0 ? (
        <Empty title={t('desk.entries.noMatch', { text: query })} />
      ) : (
        <ScrollFrame label={t('desk.tab.entries')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col" className={table.number}>
                  {t('desk.entries.number')}
                </th>
                <th scope="col">{t('desk.entries.name')}</th>
                <th scope="col">{t('desk.entries.club')}</th>
                <th scope="col">{t('desk.entries.category')}</th>
                <th scope="col">{t('desk.entries.target')}</th>
              </tr>
            </thead>
            <tbody>
              {visible.map(({ number, name, club, category, target }) => (
                <tr key={number}>
                  <td className={table.number}>{number}</td>
                  <td className={table.strong}>{name}</td>
                  <td>{club}</td>
                  <td>{category}</td>
                  <td>{target ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rest > 0 ? (
            <div className={table.more}>
              <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
            </div>
          ) : null}
        </ScrollFrame>
      )}
    </>
  );
}
