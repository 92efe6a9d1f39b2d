// The points of every end as bars, with the average of the complete ones as a line.

import type { AthleteCard } from '../store/athlete-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './chart.module.css';
import { scaleOf } from './chart-scale.ts';

const height = 120;
const gap = 2;
const barWidth = 14;
/** For the numbers below the bars. */
const foot = 16;

export function EndChart({ card }: { readonly card: AthleteCard }) {
  const { t, language } = useText();
  const ends = card.parts.flatMap((part) => part.ends).filter(({ isBlank }) => !isBlank);
  const complete = ends.filter(({ isComplete }) => isComplete);
  const points = ends.map((each) => each.points);
  const average = complete.reduce((sum, each) => sum + each.points, 0) / Math.max(1, complete.length);
  const most = Math.max(1, ...ends.map((each) => each.most));
  const { yOf } = scaleOf({ low: 0, high: most, height });
  // As wide as the round is long: what is still to come stays empty.
  const last = card.parts.at(-1)?.ends.at(-1)?.end ?? 1;
  const width = Math.max(6, last) * (barWidth + gap);
  const labelEvery = last > 15 ? 5 : 1;
  const words = t('follow.ends.chart', { ends: ends.length, best: Math.max(...points), lowest: Math.min(...points) });
  return (
    <section className={styles.chart} aria-labelledby="ends">
      <h3 id="ends">{t('follow.ends')}</h3>
      <svg viewBox={`0 0 ${width} ${height + foot}`} className={styles.drawing} role="img" aria-label={words}>
        {ends.map(({ end, points: value, isComplete }) => (
          <g key={end} transform={`translate(${(end - 1) * (barWidth + gap)} 0)`}>
            <rect
              className={isComplete ? styles.bar : styles.openBar}
              x={0}
              y={yOf(value)}
              width={barWidth}
              height={Math.max(1, height - yOf(value))}
              rx={1.5}
            />
            {labelEvery === 1 && height - yOf(value) > 14 ? (
              <text
                className={isComplete ? styles.onBar : styles.tick}
                x={barWidth / 2}
                y={height - 4}
                textAnchor="middle"
              >
                {value}
              </text>
            ) : null}
            {(end - 1) % labelEvery === 0 ? (
              <text className={styles.tick} x={barWidth / 2} y={height + foot - 4} textAnchor="middle">
                {end}
              </text>
            ) : null}
          </g>
        ))}
        <line className={styles.ground} x1={0} x2={width} y1={height} y2={height} />
        {complete.length > 1 ? (
          <line className={styles.average} x1={0} x2={width} y1={yOf(average)} y2={yOf(average)} />
        ) : null}
      </svg>
      {complete.length > 1 ? (
        <p className={styles.note}>
          {t('follow.ends.average', {
            points: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(average),
          })}
        </p>
      ) : null}
      <details className={styles.details}>
        <summary>{t('follow.table')}</summary>
        <table className={styles.table} aria-labelledby="ends">
          <thead>
            <tr>
              <th scope="col">{t('follow.ends.end')}</th>
              <th scope="col">{t('follow.ends.points')}</th>
              <th scope="col">{t('follow.ends.running')}</th>
            </tr>
          </thead>
          <tbody>
            {ends.map(({ end, points: value, running }) => (
              <tr key={end}>
                <th scope="row">{end}</th>
                <td>{value}</td>
                <td>{running}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
