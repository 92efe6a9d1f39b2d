// What both layouts of the board show of an archer: the last end's arrows, highest first, and counts that break ties.
import { compareArrowValues } from '../../src/domain/arrow-value.ts';
import type { LeaderboardHead } from '../../src/domain/leaderboard.ts';
import { faceOfEnd, findRound } from '../../src/domain/rounds.ts';
import type { TieBreakCount } from '../../src/domain/rule-sets.ts';
import { Arrow } from '../parts/arrow.tsx';
import type { BoardRow } from '../store/leaderboard-store.ts';
import type { MessageKey } from '../text/en.ts';
import { useText } from '../text/text-context.tsx';
import styles from './row-parts.module.css';

/** Tens count the Xs only where the face has Xs to count. */
export function countKey(count: TieBreakCount, { tieBreak }: LeaderboardHead): MessageKey {
  return count === 'ten' && !tieBreak.includes('x') ? 'board.count.ten.plain' : `board.count.${count}`;
}

export function EndArrows({ row, head }: { readonly row: BoardRow; readonly head: LeaderboardHead }) {
  const { t } = useText();
  if (row.end === 0) return null;
  const round = findRound(head.roundId);
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
}

/** Places gained or lost with the latest change. */
export function Moved({ row }: { readonly row: BoardRow }) {
  const { t } = useText();
  if (row.moved === 0) return null;
  const words = t(row.moved > 0 ? 'board.moved.up' : 'board.moved.down', { count: Math.abs(row.moved) });
  return (
    <span
      className={row.moved > 0 ? styles.up : styles.down}
      role="img"
      aria-label={words}
      key={`${row.arrows}-${row.moved}`}
    >
      {row.moved > 0 ? '▲' : '▼'}
    </span>
  );
}
