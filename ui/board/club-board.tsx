// One club: all its archers over the categories, each with the rank there. And the way to it: the clubs of a competition.
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import { Empty } from '../parts/empty.tsx';
import { Fetching } from '../parts/fetching.tsx';
import { pathOf } from '../store/api.ts';
import { type BoardState, movementOfBoard } from '../store/leaderboard-store.ts';
import { matches } from '../store/search.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { AthleteLink } from './athlete-link.tsx';
import { boardKey } from './board-session.ts';
import { BoardShell } from './board-shell.tsx';
import { Average, EndArrows, Rank } from './row-parts.tsx';
import styles from './rows.module.css';
import { Turning } from './turning.tsx';
import { boardSession, useBoardView } from './use-board.ts';
import type { Layout } from './view-options.ts';

interface ClubsProps {
  readonly competition: CompetitionView;
  readonly layout: Layout;
}

export function clubPath(competition: string, club?: string): string {
  const base = `/board/${encodeURIComponent(competition)}/clubs`;
  return club === undefined ? base : `${base}/${encodeURIComponent(club)}`;
}

const entriesRefreshMs = 60_000;

function useEntries({ id }: CompetitionView) {
  return useApi<readonly EntryView[]>(pathOf('competitions', id, 'entries'), entriesRefreshMs);
}

export function ClubIndex({ competition, layout }: ClubsProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const { data, failure, reload } = useEntries(competition);
  const clubs = useMemo(() => countClubs(data ?? []), [data]);
  const found = clubs.filter(({ club }) => matches(query, club));
  return (
    <BoardShell competition={competition} title={t('board.clubs')} layout={layout}>
      <Fetching of={{ data, failure, reload }} />
      {data && clubs.length === 0 ? <Empty title={t('board.clubs.none')} /> : null}
      {clubs.length > 0 && layout !== 'screen' ? (
        <input
          className={styles.search}
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          placeholder={t('board.clubs.search')}
          aria-label={t('board.clubs.search')}
        />
      ) : null}
      <Turning competition={competition.id} layout={layout} columns={2}>
        <ul className={styles.list}>
          {found.map(({ club, archers }) => (
            <li key={club}>
              <Link href={clubPath(competition.id, club)}>
                <span>{club}</span>
                <span className={styles.count}>{t('board.athletes', { count: archers })}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Turning>
      {clubs.length > 0 && found.length === 0 ? <Empty title={t('board.search.none', { text: query })} /> : null}
    </BoardShell>
  );
}

interface ClubCount {
  readonly club: string;
  readonly archers: number;
}

function countClubs(entries: readonly EntryView[]): readonly ClubCount[] {
  const counts = new Map<string, number>();
  for (const { club } of entries) if (club !== '') counts.set(club, (counts.get(club) ?? 0) + 1);
  return Array.from(counts, ([club, archers]) => ({ club, archers })).sort((a, b) => a.club.localeCompare(b.club));
}

/** One connection follows twenty things at most; the clock is one of them. */
const mostCategories = 16;

export function ClubBoard({ competition, club, layout }: ClubsProps & { readonly club: string }) {
  const { t } = useText();
  const { data, failure, reload } = useEntries(competition);
  const own = (data ?? []).filter((entry) => entry.club === club);
  const shot = new Set(own.flatMap(({ category, also = [] }) => [category, ...also]));
  const categories = competition.categories.filter(({ code }) => shot.has(code)).slice(0, mostCategories);
  const boards = useBoards(
    competition.id,
    categories.map(({ code }) => code),
  );
  return (
    <BoardShell competition={competition} title={club} layout={layout}>
      <Fetching of={{ data, failure, reload }} rows={8} />
      {data && own.length === 0 ? (
        <Empty title={t('board.club.missing')}>
          <Link href={clubPath(competition.id)}>{t('board.clubs')}</Link>
        </Empty>
      ) : null}
      <Turning competition={competition.id} layout={layout} columns={2}>
        <div className={styles.groups}>
          {boards.map((board) => (
            <ClubInCategory key={board.head.category} competition={competition.id} club={club} board={board} />
          ))}
        </div>
      </Turning>
    </BoardShell>
  );
}

/** Those that are there, in this order. */
function useBoards(competition: string, categories: readonly string[]): readonly BoardState[] {
  const view = useBoardView();
  const wanted = categories.join('\n');
  useEffect(() => {
    const stops = wanted === '' ? [] : wanted.split('\n').map((code) => boardSession().follow(competition, code));
    return () => {
      for (const stop of stops) stop();
    };
  }, [competition, wanted]);
  return categories.flatMap((code) => view.boards.get(boardKey(competition, code))?.board ?? []);
}

interface ClubInCategoryProps {
  readonly competition: string;
  readonly club: string;
  readonly board: BoardState;
}

function ClubInCategory({ competition, club, board }: ClubInCategoryProps) {
  const { t } = useText();
  const { head } = board;
  const moved = movementOfBoard(board);
  const rows = board.rows.filter((row) => row.club === club);
  if (rows.length === 0) return null;
  return (
    <table className={`${styles.table} ${styles.group}`}>
      <caption>{head.categoryName}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.rank')}</th>
          {/* The head comes again in each column of a TV, and says then whose rank it is. */}
          <th scope="col">
            <span className={styles.onPhone}>{t('board.archer')}</span>
            <span className={styles.onTv}>{head.categoryName}</span>
          </th>
          <th scope="col" className={styles.wide}>
            {t('board.end')}
          </th>
          <th scope="col" className={`${styles.number} ${styles.middle}`}>
            {t('board.average')}
          </th>
          <th scope="col" className={styles.number}>
            {t('board.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entry}>
            <td>
              <span className={styles.rank}>
                <Rank row={row} moved={moved.get(row.entry) ?? 0} />
              </span>
            </td>
            <td>
              <AthleteLink className={styles.name} competition={competition} entry={row.entry} name={row.name} />
              <span className={styles.soft}>{row.target}</span>
              <span className={`${styles.arrows} ${styles.narrow}`}>
                <EndArrows row={row} head={head} />
              </span>
            </td>
            <td className={styles.wide}>
              <EndArrows row={row} head={head} />
            </td>
            <td className={`${styles.number} ${styles.middle}`}>
              <Average row={row} />
            </td>
            <td className={`${styles.number} ${styles.total}`}>{row.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
