// The board on a TV: big type, no hands. Pages turn by themselves when rows do not fit, categories when the whole competition is shown.
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import type { LeaderboardHead } from '../../src/domain/ranking/leaderboard.ts';
import { findRound } from '../../src/domain/rounds/rounds.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { CategoryClock } from '../parts/clock-face.tsx';
import { cx } from '../parts/cx.ts';
import { Empty } from '../parts/empty.tsx';
import { LinkMark } from '../parts/link-mark.tsx';
import { Logo } from '../parts/logo.tsx';
import { Qr } from '../parts/qr.tsx';
import { Rings } from '../parts/rings.tsx';
import { useAwake } from '../parts/use-awake.ts';
import {
  type BoardRow,
  type BoardState,
  type CutLine,
  cutLineOf,
  movementOfBoard,
} from '../store/leaderboard-store.ts';
import { isAway, shareableAddress } from '../store/page-origin.ts';
import { useClockKeys } from '../store/use-clock-keys.ts';
import { useLostAge } from '../store/use-lost-age.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import styles from './big-screen.module.css';
import { ResultStatus } from './result-status.tsx';
import { Average, CutLabel, countKey, EndArrows, Rank } from './row-parts.tsx';
import { useBoard, useBoardView } from './use-board.ts';
import { orderOf, useGlide } from './use-glide.ts';
import { type TurnTime, usePage } from './use-page.ts';
import { slideMs, slidesOf, withLayout } from './view-options.ts';

interface BigScreenProps {
  readonly competition: CompetitionView;
  /** One category, or all in turn. */
  readonly only: string | undefined;
  readonly origin: string;
  readonly demo: boolean;
  /** Where a playlist turns the pages. */
  readonly turned?: TurnTime;
}

export function BigScreen({ competition, only, origin, demo, turned }: BigScreenProps) {
  const { t } = useText();
  const search = useSearch();
  const codes = only ? [only] : competition.categories.filter(({ entries }) => entries > 0).map(({ code }) => code);
  const [turn, setTurn] = useState({ category: 0, page: 0 });
  const [fit, setFit] = useState(10);
  const category = codes[turn.category % Math.max(1, codes.length)];
  const next = codes.length > 1 ? codes[(turn.category + 1) % codes.length] : undefined;
  const board = useBoard(competition.id, category);
  const clockKeys = useClockKeys(competition.id, category);
  // Followed ahead, so that the next category is there when its turn comes.
  useBoard(competition.id, next);
  const rows = board?.board?.rows ?? [];
  const slides = slidesOf(rows.length, fit);
  const turnedPage = usePage(competition.id, slides.length, { turn: turned });
  const slide = slides[turned ? turnedPage : turn.page % slides.length] ?? {
    page: 1,
    pages: 1,
    from: 0,
    to: 0,
  };
  const stayMs = slideMs(slide.to - slide.from);
  const turns = !turned && (slides.length > 1 || codes.length > 1);
  const address = shareableAddress(origin, `/board/${encodeURIComponent(competition.id)}`);
  useTitle(competition.name, t('board.title'));
  useAwake();

  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn begins a new wait.
  useEffect(() => {
    if (!turns) return undefined;
    const timer = setTimeout(() => {
      setTurn(({ category: at, page }) =>
        page + 1 < slides.length
          ? { category: at, page: page + 1 }
          : { category: (at + 1) % Math.max(1, codes.length), page: 0 },
      );
    }, stayMs);
    return () => clearTimeout(timer);
  }, [turns, turn, slides.length, codes.length, stayMs]);

  useEffect(() => {
    document.documentElement.dataset.screen = 'big';
    return () => {
      delete document.documentElement.dataset.screen;
    };
  }, []);

  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <Logo size={64} />
        <div className={styles.titles}>
          <p className={styles.competition}>
            {competition.name}
            {demo ? <span className={styles.demo}>{t('board.demo')}</span> : null}
          </p>
          <h1 className={styles.category}>
            {board?.board?.head.categoryName ??
              competition.categories.find(({ code }) => code === category)?.name ??
              ''}
          </h1>
        </div>
        <div className={styles.clock}>
          <CategoryClock store={viewerSession().clocks(competition.id)} keys={clockKeys} />
        </div>
        <div className={styles.facts}>
          <p>
            {board?.board?.head.roundName ?? ''}
            {board?.board ? <ResultStatus board={board.board} /> : null}
          </p>
          <p className={styles.page}>
            {slides.length > 1 ? t('board.page', { page: slide.page, pages: slide.pages }) : ''}
          </p>
        </div>
      </header>
      <Rings thick />
      <main id="content" className={styles.main}>
        {board?.missing ? (
          <Empty title={t('board.missing')} />
        ) : codes.length === 0 ? (
          <Empty title={t('board.noCategories')}>{t('board.noCategories.text')}</Empty>
        ) : board?.board ? (
          <Screenful
            key={`${category}/${slide.page}`}
            board={board.board}
            from={slide.from}
            to={slide.to}
            fit={fit}
            onFit={setFit}
          />
        ) : null}
      </main>
      {turns ? (
        <div
          key={`${turn.category}/${turn.page}`}
          className={styles.progress}
          style={{ animationDuration: `${stayMs}ms` }}
          aria-hidden="true"
        />
      ) : null}
      <footer className={styles.foot}>
        {/* A TV says itself when it is cut off, and has nothing to press. */}
        {turned ? null : (
          <>
            <Connection />
            <a className={styles.leave} href={withLayout(search, 'list')}>
              {t('board.list')}
            </a>
          </>
        )}
        {address === undefined ? null : (
          <div className={styles.follow}>
            <p>
              <strong>{t('board.follow')}</strong>
              <br />
              {isAway() ? '' : origin.replace(/^https?:\/\//, '')}
            </p>
            <div className={styles.qr}>
              <Qr text={address} label={t('board.follow')} />
            </div>
          </div>
        )}
      </footer>
    </div>
  );
}

function Connection() {
  const text = useText();
  const { link } = useBoardView();
  const age = useLostAge();
  if (age === undefined) return <LinkMark state={link} />;
  return (
    <p className={styles.stale} role="status">
      {text.t('link.stale', { age: sentenceOfAge(text, age) })}
    </p>
  );
}

/** Rows share the height that there is; none is lower than this. */
const leastRowRem = 3.3;

interface ScreenfulProps {
  readonly fit: number;
  readonly board: BoardState;
  readonly from: number;
  readonly to: number;
  readonly onFit: (rows: number) => void;
}

function Screenful({ board, from, to, fit, onFit }: ScreenfulProps) {
  const { t } = useText();
  const { head } = board;
  const rows = board.rows.slice(from, to);
  const cut = cutLineOf(board);
  const moved = movementOfBoard(board);
  const boxes = boxesOfEnd(head);
  const list = useRef<HTMLTableSectionElement>(null);
  useGlide(list, orderOf(rows), fit);

  useLayoutEffect(() => {
    const measure = () => {
      if (!list.current) return;
      const remPx = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);
      onFit(Math.max(1, Math.floor(list.current.clientHeight / (leastRowRem * remPx))));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [onFit]);

  return (
    <table className={styles.table} aria-label={head.categoryName} data-boxes={boxes}>
      <thead className={styles.heads}>
        <tr className={cx(styles.line, styles.headings)}>
          <th scope="col">{t('board.rank.short')}</th>
          <th scope="col">{t('board.archer')}</th>
          <th scope="col">{t('board.end')}</th>
          <th scope="col" className={styles.right}>
            {t('board.average')}
          </th>
          <th scope="col" className={styles.counts}>
            {head.tieBreak.map((count) => (
              <span key={count}>{t(countKey(count, head))}</span>
            ))}
          </th>
          <th scope="col" className={styles.right}>
            {t('board.total')}
          </th>
        </tr>
      </thead>
      <tbody ref={list} className={styles.list}>
        {rows.map((row) => (
          <ScreenRow
            key={row.entry}
            row={row}
            head={head}
            moved={moved.get(row.entry) ?? 0}
            cut={cut?.below === row.entry ? cut : undefined}
            height={`${100 / fit}%`}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ScreenRowProps {
  readonly row: BoardRow;
  readonly head: LeaderboardHead;
  readonly moved: number;
  readonly cut: CutLine | undefined;
  readonly height: string;
}

/** How wide the arrows of an end are: the column is as wide as the longest end of the round. */
function boxesOfEnd({ ownRound, roundId }: LeaderboardHead): number {
  const distances = (ownRound ?? findRound(roundId))?.distances ?? [];
  const most = distances.reduce((boxes, { arrowsPerEnd }) => Math.max(boxes, arrowsPerEnd), 0);
  return most === 0 ? 6 : Math.min(most, 7);
}

/** The longer a name is, the smaller it is written: it is never cut off. */
function lengthOfName(name: string): string | undefined {
  if (name.length > 40) return styles.longest;
  if (name.length > 33) return styles.longer;
  return name.length > 26 ? styles.long : undefined;
}

/** Drawn again only when something of it is another. */
const ScreenRow = memo(function ScreenRow({ row, head, moved, cut, height }: ScreenRowProps) {
  return (
    <tr className={cx(styles.line, cut && styles.cut)} data-glide={row.entry} style={{ height }}>
      <td className={styles.rank}>
        <Rank row={row} moved={moved} />
      </td>
      <td className={styles.archer}>
        <span className={cx(styles.name, lengthOfName(row.name))}>{row.name}</span>
        <span className={styles.club}>
          {row.target ? <strong className={styles.target}>{row.target}</strong> : null}
          {row.club}
        </span>
      </td>
      <td className={styles.end}>
        <EndArrows row={row} head={head} />
      </td>
      <td className={styles.average}>
        <Average row={row} />
        <span className={styles.shot}>
          {row.arrows}/{head.arrows}
        </span>
      </td>
      <td className={styles.counts}>
        {head.tieBreak.map((count, index) => (
          <span key={count}>{row.counts[index] ?? 0}</span>
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
    </tr>
  );
});
