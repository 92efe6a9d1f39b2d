// What every layout of a board shows of an archer: the rank or what stands for it, places gained or lost, the last end's arrows, highest
// first, the average arrow, counts that break ties, and the line of the cut.
import { memo } from 'react';
import { compareArrowValues } from '../../src/domain/arrow-value.ts';
import type { LeaderboardHead } from '../../src/domain/ranking/leaderboard.ts';
import { averageArrowOf } from '../../src/domain/ranking/movement.ts';
import { faceOfEnd, findRound } from '../../src/domain/rounds/rounds.ts';
import type { TieBreakCount } from '../../src/domain/rule-sets.ts';
import { Arrow } from '../parts/arrow.tsx';
import type { BoardRow, CutLine } from '../store/leaderboard-store.ts';
import type { MessageKey } from '../text/en.ts';
import { useText } from '../text/text-context.tsx';
import styles from './row-parts.module.css';

/** Tens count the Xs only where the face has Xs to count. */
export function countKey(count: TieBreakCount, { tieBreak }: LeaderboardHead): MessageKey {
  return count === 'ten' && !tieBreak.includes('x') ? 'board.count.ten.plain' : `board.count.${count}`;
}

/** Drawn again only for another row: a change of one archer leaves the others as they are. */
export const EndArrows = memo(function EndArrows({
  row,
  head,
}: {
  readonly row: BoardRow;
  readonly head: LeaderboardHead;
}) {
  const { t } = useText();
  if (row.end === 0) return null;
  const round = head.ownRound ?? findRound(head.roundId);
  const face = round && faceOfEnd(round, row.end);
  const arrows = row.endArrows
    .map((value, box) => ({ value, box, fresh: row.fresh.includes(box) }))
    .sort(
      (a, b) =>
        (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0) ||
        (a.value && b.value ? compareArrowValues(a.value, b.value) : 0),
    );
  return (
    <span className={styles.arrows}>
      <span className={styles.hidden}>{t('board.endNumber', { end: row.end })}: </span>
      {arrows.map(({ value, box, fresh }) => (
        <Arrow key={`${row.end}-${box}-${value ?? ''}`} value={value} face={face} fresh={fresh} />
      ))}
    </span>
  );
});

/** Who has no rank is shown with why; a rank that the scores did not give, or of somebody who retired, says so beside it. */
export function Rank({ row, moved }: { readonly row: BoardRow; readonly moved: number }) {
  const { t } = useText();
  const { rank, decidedBy, standing, arrows, total } = row;
  const why = standing ? (
    <abbr className={rank > 0 ? styles.note : styles.unranked} title={t(`standing.${standing}`)}>
      {standing}
    </abbr>
  ) : null;
  if (rank === 0) return why;
  // All would be first before anything is shot.
  if (arrows === 0 && total === 0 && !standing) return <span className={styles.unranked}>–</span>;
  return (
    <>
      {rank}
      {decidedBy ? (
        <abbr className={styles.note} title={t(`board.decided.${decidedBy}`)}>
          {decidedBy}
        </abbr>
      ) : null}
      {why}
      <Moved places={moved} />
    </>
  );
}

/** Stands on the line below the last who goes on. */
export function CutLabel({ line: { goOn, tied } }: { readonly line: CutLine }) {
  const { t } = useText();
  return <span className={styles.cutLabel}>{tied ? t('board.cut.tied', tied) : t('board.cut', { count: goOn })}</span>;
}

/** Places gained or lost since the last end. */
function Moved({ places }: { readonly places: number }) {
  const { t } = useText();
  if (places === 0) return null;
  const count = Math.abs(places);
  return (
    <span
      className={places > 0 ? styles.up : styles.down}
      role="img"
      aria-label={t(places > 0 ? 'board.moved.up' : 'board.moved.down', { count })}
    >
      <span aria-hidden="true">
        {places > 0 ? '▲' : '▼'}
        {count}
      </span>
    </span>
  );
}

/** Two digits after the point, as archers speak of it. */
export function Average({ row }: { readonly row: BoardRow }) {
  const average = averageArrowOf(row);
  const { language } = useText();
  if (average === undefined) return null;
  return <>{average.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</>;
}
