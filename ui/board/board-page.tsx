// Addresses of the boards: all competitions, one competition (its categories, or all in turn on a big screen), one category.
import { useEffect, useState } from 'react';
import { Route, Switch, useSearch } from 'wouter';
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { BigScreen } from './big-screen.tsx';
import { BoardList } from './board-list.tsx';
import styles from './board-page.module.css';
import { CompetitionIndex } from './competition-index.tsx';
import { type Layout, layoutOf } from './view-options.ts';
import { WallClock } from './wall-clock.tsx';

export function BoardPage() {
  return (
    <Switch>
      <Route path="/board/:competition/:category">
        {({ competition, category }) => <OneCompetition id={competition} category={category} />}
      </Route>
      <Route path="/board/:competition">
        {({ competition }) => <OneCompetition id={competition} category={undefined} />}
      </Route>
      <Route>
        <CompetitionIndex />
      </Route>
    </Switch>
  );
}

function useLayout(): Layout {
  const search = useSearch();
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const onResize = () => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return layoutOf(search, size.width, size.height);
}

const competitionRefreshMs = 30_000;

function OneCompetition({ id, category }: { readonly id: string; readonly category: string | undefined }) {
  const { t } = useText();
  const layout = useLayout();
  const bootstrap = useApi<Bootstrap>('/api/bootstrap');
  const { data, failure, reload } = useApi<CompetitionView>(
    `/api/competitions/${encodeURIComponent(id)}`,
    competitionRefreshMs,
  );
  if (!data) {
    return (
      <>
        <PageHeader title={t('board.title')} />
        <main id="content" className={styles.main}>
          {failure?.status === 404 ? (
            <Empty title={t('rejection.unknownCompetition')}>
              <a href="/board">{t('board.title')}</a>
            </Empty>
          ) : failure ? (
            <Failure failure={failure} onRetry={reload} />
          ) : (
            <Skeleton rows={8} label={t('app.loading')} />
          )}
        </main>
      </>
    );
  }
  const origin = bootstrap.data?.addresses[0] ?? window.location.origin;
  if (layout === 'clock') return <WallClock competition={data} />;
  if (layout === 'screen')
    return <BigScreen competition={data} only={category} origin={origin} demo={bootstrap.data?.demo ?? false} />;
  const first = category ?? (data.categories.length === 1 ? data.categories[0]?.code : undefined);
  return first === undefined ? <CompetitionIndex only={data} /> : <BoardList competition={data} category={first} />;
}
