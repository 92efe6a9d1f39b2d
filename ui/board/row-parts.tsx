// What both layouts of the board show of an archer: the rank or what stands for it, the last end's arrows, highest first, counts that
// break ties, and the line of the cut.
import { compareArrowValues } from '../../src/domain/arrow-value.ts';
import type { LeaderboardHead } from '../../src/domain/ranking/leaderboard.ts';
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

export function EndArrows({ row, head }: { readonly row: BoardRow; readonly head: LeaderboardHead }) {
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
}

/** Who has no rank is shown with why; a rank that the scores did not give, or of somebody who retired, says so beside it. */
export function Rank({ row }: { readonly row: BoardRow }) {
  const { t } = useText();
  const { rank, decidedBy, standing } = row;
  const why = standing ? (
    <abbr className={rank > 0 ? styles.note : styles.unranked} title={t(`standing.${standing}`)}>
      {standing}
    </abbr>
  ) : null;
  if (rank === 0) return why;
  return (
    <>
      {rank}
      {decidedBy ? (
        <abbr className={styles.note} title={t(`board.decided.${decidedBy}`)}>
          {decidedBy}
        </abbr>
      ) : null}
      {why}
      <Moved row={row} />
    </>
  );
}

/** Stands on the line below the last who goes on. */
export function CutLabel({ line: { goOn, tied } }: { readonly line: CutLine }) {
  const { t } = useText();
  return <span className={styles.cutLabel}>{tied ? t('board.cut.tied', tied) : t('board.cut', { count: goOn })}</span>;
}

/** Places gained or lost with the latest change. */
function Moved({ row }: { readonly row: BoardRow }) {
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
