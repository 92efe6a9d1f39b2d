// Addresses of the boards: all competitions, one competition (its categories, or all in turn on a big screen), one category.
import { type ReactNode, useEffect, useState } from 'react';
import { Route, Switch, useSearch } from 'wouter';
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { isAway } from '../store/page-origin.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { BigScreen } from './big-screen.tsx';
import { BoardList } from './board-list.tsx';
import styles from './board-page.module.css';
import { ClubBoard } from './club-board.tsx';
import { CompetitionIndex } from './competition-index.tsx';
import { MatchPage } from './match-page.tsx';
import { NewsToasts } from './news-toasts.tsx';
import { ShowBands } from './show-bands.tsx';
import { SpecialBoard, specialBoardOf } from './special-board.tsx';
import { TargetBoard } from './target-board.tsx';
import { clockOf, type Layout, layoutOf } from './view-options.ts';
import { WallClock } from './wall-clock.tsx';

export function BoardPage() {
  return (
    <Switch>
      <Route path="/board/:competition/events/:event/:match?">
        {({ competition, event, match }) => (
          <OneCompetition id={competition}>
            {(found, { layout }) => <MatchPage competition={found} event={event} match={match} layout={layout} />}
          </OneCompetition>
        )}
      </Route>
      <Route path="/board/:competition/clubs/:club">
        {({ competition, club }) => (
          <OneCompetition id={competition}>
            {(found, { layout }) => <ClubBoard competition={found} club={club} layout={layout} />}
          </OneCompetition>
        )}
      </Route>
      <Route path="/board/:competition/targets/:butt">
        {({ competition, butt }) => (
          <OneCompetition id={competition}>
            {(found, { layout }) => <TargetBoard competition={found} butt={Number(butt)} layout={layout} />}
          </OneCompetition>
        )}
      </Route>
      <Route path="/board/:competition/:category?">
        {({ competition, category }) => (
          <OneCompetition id={competition}>
            {(found, how) => <Rankings {...{ found, category, ...how }} />}
          </OneCompetition>
        )}
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

interface How {
  readonly layout: Layout;
  readonly origin: string;
  readonly demo: boolean;
}

interface OneCompetitionProps {
  readonly id: string;
  readonly children: (competition: CompetitionView, how: How) => ReactNode;
}

function OneCompetition({ id, children }: OneCompetitionProps) {
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
          ) : failure && isAway() ? (
            <Empty title={t('relay.none')}>{t('relay.none.text')}</Empty>
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
  return (
    <>
      {layout === 'list' ? <ShowBands competition={data} /> : null}
      {children(data, { layout, origin, demo: bootstrap.data?.demo ?? false })}
      {layout === 'list' && !isAway() ? <NewsToasts competition={data} /> : null}
    </>
  );
}

interface RankingsProps extends How {
  readonly found: CompetitionView;
  readonly category: string | undefined;
}

function Rankings({ found, category, layout, origin, demo }: RankingsProps) {
  const search = useSearch();
  if (layout === 'clock') return <WallClock competition={found} clock={clockOf(search)} />;
  const special = specialBoardOf(found, category);
  if (special) return <SpecialBoard name={special} competition={found} layout={layout} />;
  if (layout === 'screen') return <BigScreen competition={found} only={category} origin={origin} demo={demo} />;
  const first = category ?? (found.categories.length === 1 ? found.categories[0]?.code : undefined);
  return first === undefined ? <CompetitionIndex only={found} /> : <BoardList competition={found} category={first} />;
}
