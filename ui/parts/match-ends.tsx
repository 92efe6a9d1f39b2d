// The sets, ends and shoot-offs of a match side by side: a row for each side, a column for each end. On the tablet and on boards.
import type { ReactNode } from 'react';
import type { End } from '../../src/domain/card/scorecard.ts';
import {
  arrowPoints,
  type BySide,
  type Closest,
  type Side,
  type SidePoints,
  sides,
} from '../../src/domain/match/match.ts';
import type { MatchPlace } from '../../src/domain/match/match-scoring.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import type { Play } from '../store/match-store.ts';
import { useText } from '../text/text-context.tsx';
import { Arrow } from './arrow.tsx';
import { cx } from './cx.ts';
import styles from './match-ends.module.css';
import { ScrollFrame } from './scroll-frame.tsx';

interface Column {
  readonly place: MatchPlace;
  readonly arrows: BySide<End>;
  readonly points: SidePoints;
  readonly setPoints: SidePoints | undefined;
  readonly counts: boolean;
  readonly begins: Side | undefined;
  readonly closest: Closest | undefined;
}

const hasArrows = ({ a, b }: BySide<End>) => [...a, ...b].some((arrow) => arrow !== null);

function columnsOf({ match, score, beginners }: Play): readonly Column[] {
  const counted = score.ends.filter(({ counts }) => counts).length;
  const ends = match.ends.map((arrows, index): Column => {
    const { points = { a: 0, b: 0 }, setPoints, counts = false } = score.ends[index] ?? {};
    const begins = beginners[index];
    return { place: { part: 'end', number: index + 1 }, arrows, points, setPoints, counts, begins, closest: undefined };
  });
  const shootOffs = match.shootOffs.map(({ arrows, closest }, index): Column => {
    const points = { a: arrowPoints(match, arrows.a), b: arrowPoints(match, arrows.b) };
    const begins = beginners[counted + index];
    const place: MatchPlace = { part: 'shootOff', number: index + 1 };
    return { place, arrows, points, setPoints: undefined, counts: true, begins, closest };
  });
  return [...ends, ...shootOffs].filter(({ arrows }) => hasArrows(arrows));
}

interface MatchEndsProps {
  readonly play: Play;
  readonly names: BySide<string>;
  /** With every arrow, where there is room for it. */
  readonly withArrows?: boolean;
  /** Below the points of a side in an end: how far it is on its way. */
  readonly mark?: (side: Side, place: MatchPlace) => ReactNode;
}

/** Nothing while no arrow is written. */
export function MatchEnds({ play, names, withArrows = false, mark }: MatchEndsProps) {
  const { t } = useText();
  const columns = columnsOf(play);
  if (columns.length === 0) return null;
  const isSets = play.match.format.system === 'set';
  return (
    <ScrollFrame label={t('match.score')} className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{t('match.score')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t(isSets ? 'match.set' : 'match.end')}
            </th>
            {columns.map(({ place }) => (
              <th key={`${place.part}/${place.number}`} scope="col">
                {place.part === 'end' ? place.number : <abbr title={t('match.shootOff')}>SO</abbr>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => (
            <tr key={side}>
              <th scope="row" className={styles.name}>
                {names[side]}
              </th>
              {columns.map((column) => (
                <Cell
                  key={`${column.place.part}/${column.place.number}`}
                  {...{ play, side, column, withArrows }}
                  mark={mark?.(side, column.place)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

interface CellProps {
  readonly play: Play;
  readonly side: Side;
  readonly column: Column;
  readonly withArrows: boolean;
  readonly mark: ReactNode;
}

function Cell({ play, side, column, withArrows, mark }: CellProps) {
  const { t } = useText();
  const { arrows, points, setPoints, counts, begins, closest } = column;
  const face = faceOf(play.match);
  const isShot = arrows[side].some((arrow) => arrow !== null);
  return (
    <td className={cx(styles.cell, setPoints?.[side] === 2 && styles.won, !counts && styles.void)}>
      {withArrows ? (
        <span className={styles.arrows}>
          {arrows[side].map((value, box) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
            <Arrow key={box} value={value} face={face} />
          ))}
        </span>
      ) : null}
      <span className={styles.points}>
        {begins === side ? (
          <abbr className={styles.begins} title={t('match.begins')}>
            ▸
          </abbr>
        ) : null}
        {isShot ? points[side] : '–'}
        {closest === side ? (
          <abbr className={styles.closest} title={t('match.closest')}>
            +
          </abbr>
        ) : null}
      </span>
      {setPoints ? (
        <span className={styles.setPoints}>
          <span className={styles.hidden}>{t('match.setPoints')} </span>
          {setPoints[side]}
        </span>
      ) : null}
      {mark}
    </td>
  );
}
