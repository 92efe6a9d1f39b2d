// One category's leaderboard for one person: a table on a desk, cards on a phone, with search and favourites.
import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { LeaderboardHead } from '../../src/domain/ranking/leaderboard.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { CategoryClock } from '../parts/clock-face.tsx';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { LinkMark } from '../parts/link-mark.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { useCapped } from '../parts/use-capped.ts';
import {
  type BoardRow,
  type BoardState,
  type CutLine,
  cutLineOf,
  movementOfBoard,
} from '../store/leaderboard-store.ts';
import { isAway } from '../store/page-origin.ts';
import { matches } from '../store/search.ts';
import { useClockKeys } from '../store/use-clock-keys.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { AthleteLink } from './athlete-link.tsx';
import styles from './board-list.module.css';
import { useFavourites } from './favourites.ts';
import { MatchLinks } from './match-links.tsx';
import { NewsSwitch } from './news-toasts.tsx';
import { ResultStatus } from './result-status.tsx';
import { Average, CutLabel, countKey, EndArrows, Rank } from './row-parts.tsx';
import { Stale } from './stale.tsx';
import { targetPath } from './target-path.ts';
import { useBoard, useBoardView } from './use-board.ts';
import { orderOf, useGlide } from './use-glide.ts';
import { withLayout } from './view-options.ts';

const rowsAtOnce = 150;

export function BoardList({
  competition,
  category,
}: {
  readonly competition: CompetitionView;
  readonly category: string;
}) {
  const { t } = useText();
  const { link } = useBoardView();
  const followed = useBoard(competition.id, category);
  const search = useSearch();
  const clockKeys = useClockKeys(competition.id, category);
  const board = followed?.board;
  const found = competition.categories.find(({ code }) => code === category);
  useTitle(found?.name ?? category, competition.name);
  return (
    <>
      <PageHeader title={competition.name} subtitle={competition.venue}>
        <CategoryClock store={viewerSession().clocks(competition.id)} keys={clockKeys} />
        <LinkMark state={link} />
        <span className={styles.wide}>
          <ButtonLink href={withLayout(search, 'screen')}>{t('board.tv')}</ButtonLink>
          <ThemePicker />
        </span>
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        <nav className={styles.tabs} aria-label={t('board.categories')}>
          {competition.categories.map(({ code, name }) => (
            <Link
              key={code}
              href={`/board/${encodeURIComponent(competition.id)}/${encodeURIComponent(code)}${search ? `?${search}` : ''}`}
              className={cx(styles.tab, code === category && styles.here)}
              aria-current={code === category ? 'page' : undefined}
              title={name}
            >
              {code}
            </Link>
          ))}
        </nav>
        <MatchLinks competition={competition.id} />
        <Stale />
        {followed?.missing ? (
          <Empty title={t('board.missing')}>{t('board.missing.text')}</Empty>
        ) : board ? (
          <Ranking key={category} competition={competition.id} board={board} />
        ) : (
          <Skeleton rows={10} label={t('app.loading')} />
        )}
      </main>
    </>
  );
}

interface RankingProps {
  readonly competition: string;
  readonly board: BoardState;
}

function Ranking({ competition, board }: RankingProps) {
  const { head, rows } = board;
  const { t } = useText();
  const [typed, setQuery] = useState('');
  const query = useDeferredValue(typed);
  const { favourites, toggle } = useFavourites(competition);
  const list = useRef<HTMLTableSectionElement>(null);
  const found = useMemo(
    () => (query.trim() === '' ? rows : rows.filter(({ name, club }) => matches(query, name, club))),
    [rows, query],
  );
  const mine = rows.filter(({ entry }) => favourites.has(entry));
  const { visible, rest, nextStep, showMore } = useCapped(found, rowsAtOnce, query);
  useGlide(list, orderOf(visible));
  // Among those that a search has found, a line would part the wrong ones.
  const cut = found === rows ? cutLineOf(board) : undefined;
  const moved = movementOfBoard(board);
  const line = (row: BoardRow, glide: boolean) => (
    <Row
      key={row.entry}
      competition={competition}
      row={row}
      head={head}
      glide={glide}
      moved={moved.get(row.entry) ?? 0}
      cut={glide && cut?.below === row.entry ? cut : undefined}
      isFavourite={favourites.has(row.entry)}
      onFavourite={toggle}
    />
  );
  return (
    <>
      <div className={styles.head}>
        <div>
          <h2 className={styles.category}>{head.categoryName}</h2>
          <p className={styles.round}>
            {head.roundName} · {t('board.athletes', { count: rows.length })}
            <ResultStatus board={board} />
          </p>
        </div>
        <input
          className={styles.search}
          type="search"
          value={typed}
          onChange={({ target }) => setQuery(target.value)}
          placeholder={t('board.search')}
          aria-label={t('board.search')}
        />
      </div>
      {rows.length === 0 ? <Empty title={t('board.empty')} /> : null}
      {mine.length > 0 && query === '' ? (
        <section aria-labelledby="favourites" className={styles.mine}>
          <h3 id="favourites" className={styles.section}>
            {t('board.favourites')}
          </h3>
          <NewsSwitch />
          <table className={styles.table} aria-labelledby="favourites">
            <tbody className={styles.list}>{mine.map((row) => line(row, false))}</tbody>
          </table>
        </section>
      ) : null}
      {rows.length > 0 ? (
        <table className={styles.table} aria-label={`${head.categoryName}, ${head.roundName}`}>
          <thead className={styles.sticky}>
            <tr className={styles.headings}>
              <th scope="col">{t('board.rank')}</th>
              <th scope="col">{t('board.archer')}</th>
              <th scope="col" className={styles.columnTarget}>
                {t('board.target')}
              </th>
              <th scope="col">{t('board.end')}</th>
              <th scope="col" className={styles.right}>
                {t('board.average')}
              </th>
              <th scope="col" className={styles.right}>
                {t('board.arrows')}
              </th>
              <th scope="col" className={styles.counts}>
                {head.tieBreak.map((count) => (
                  <span key={count}>{t(countKey(count, head))}</span>
                ))}
              </th>
              <th scope="col" className={styles.right}>
                {t('board.total')}
              </th>
              <th>
                <span className={styles.hidden}>{t('board.favourites')}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={list} className={styles.list}>
            {visible.map((row) => line(row, true))}
          </tbody>
        </table>
      ) : null}
      {found.length === 0 && rows.length > 0 ? <Empty title={t('board.search.none', { text: query })} /> : null}
      {rest > 0 ? (
        <div className={styles.more}>
          <Button onClick={showMore}>{t('board.more', { count: nextStep })}</Button>
        </div>
      ) : null}
    </>
  );
}

/** `12A` leads to target 12. */
function TargetLink({ competition, target }: { readonly competition: string; readonly target: string }) {
  const butt = Number.parseInt(target, 10);
  if (isAway() || !(butt > 0)) return <>{target}</>;
  return (
    <Link className={styles.plainLink} href={targetPath(competition, butt)}>
      {target}
    </Link>
  );
}

interface RowProps {
  readonly competition: string;
  readonly row: BoardRow;
  readonly head: LeaderboardHead;
  readonly glide: boolean;
  readonly moved: number;
  readonly cut: CutLine | undefined;
  readonly isFavourite: boolean;
  readonly onFavourite: (entry: number) => void;
}

/** Drawn again only when something of it is another. */
const Row = memo(function Row({ competition, row, head, glide, moved, cut, isFavourite, onFavourite }: RowProps) {
  const { t } = useText();
  return (
    <tr
      className={cx(styles.row, isFavourite && styles.favourite, cut && styles.cut)}
      {...(glide ? { 'data-glide': row.entry } : {})}
    >
      <td className={styles.rank}>
        <Rank row={row} moved={moved} />
      </td>
      <td className={styles.archer}>
        <AthleteLink className={styles.name} competition={competition} entry={row.entry} name={row.name} />
        <span className={styles.club}>{row.club}</span>
      </td>
      <td className={styles.target}>
        <TargetLink competition={competition} target={row.target} />
      </td>
      <td className={styles.end}>
        {row.end > 0 ? (
          <EndArrows row={row} head={head} />
        ) : row.standing ? null : (
          <span className={styles.soft}>{t('board.noArrows')}</span>
        )}
      </td>
      <td className={styles.average}>
        <span className={styles.hidden}>{t('board.average')} </span>
        <Average row={row} />
      </td>
      <td className={styles.arrows}>
        {row.arrows}
        <span className={styles.soft}>/{head.arrows}</span>
      </td>
      <td className={styles.counts}>
        {head.tieBreak.map((count, index) => (
          <span key={count}>
            <span className={styles.countName}>{t(countKey(count, head))} </span>
            {row.counts[index] ?? 0}
          </span>
        ))}
      </td>
      <td className={styles.total}>
        {row.total}
        {cut ? (
          <span className={styles.cutLabel}>
            <CutLabel line={cut} />
          </span>
        ) : null}
      </td>
      <td className={styles.pin}>
        <button
          type="button"
          className={cx(styles.star, isFavourite && styles.starred)}
          aria-pressed={isFavourite}
          aria-label={t(isFavourite ? 'board.unfavourite' : 'board.favourite', { name: row.name })}
          onClick={() => onFavourite(row.entry)}
        >
          <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path
              d="M12 2.8l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4L12 17.2l-5.7 3.1 1.2-6.4L2.8 9.5l6.4-.8z"
              fill={isFavourite ? 'var(--ring-gold)' : 'none'}
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      </td>
    </tr>
  );
});
