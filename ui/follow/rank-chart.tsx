// The rank after every end as a line; the first place is at the top.
import type { RankAfterEnd } from '../../src/domain/card/athlete-sheet.ts';
import { useText } from '../text/text-context.tsx';
import styles from './chart.module.css';
import { scaleOf } from './chart-scale.ts';

const width = 240;
const height = 110;
const side = 26;
const rim = 10;

export function RankChart({ ranks }: { readonly ranks: readonly RankAfterEnd[] }) {
  const { t } = useText();
  const [first, last] = [ranks[0], ranks.at(-1)];
  // One point is no line.
  if (!first || !last || ranks.length < 2) return null;
  const places = ranks.map(({ rank }) => rank);
  const best = Math.min(...places);
  const worst = Math.max(...places, best + 1);
  const { yOf } = scaleOf({ low: worst, high: best, height });
  const xOf = (index: number) => side + (index * (width - 2 * side)) / (ranks.length - 1);
  const line = ranks.map(({ rank }, index) => `${xOf(index)},${yOf(rank)}`).join(' ');
  const words = t('follow.ranks.chart', { first: first.end, last: last.end, best, now: last.rank });
  return (
    <section className={styles.chart} aria-labelledby="ranks">
      <h3 id="ranks">{t('follow.ranks')}</h3>
      <svg
        viewBox={`0 ${-rim} ${width} ${height + 2 * rim + 10}`}
        className={styles.drawing}
        role="img"
        aria-label={words}
      >
        {[...new Set([best, worst])].map((rank) => (
          <g key={rank}>
            <line className={styles.grid} x1={side} x2={width - side} y1={yOf(rank)} y2={yOf(rank)} />
            <text className={styles.tick} x={side - 6} y={yOf(rank) + 3.5} textAnchor="end">
              {rank}
            </text>
          </g>
        ))}
        <polyline className={styles.line} points={line} />
        {ranks.map(({ end, rank }, index) => (
          <circle key={end} className={styles.dot} cx={xOf(index)} cy={yOf(rank)} r={end === last.end ? 4.5 : 2.2} />
        ))}
        <text className={styles.strong} x={width - side + 8} y={yOf(last.rank) + 4}>
          {last.rank}
        </text>
        {[first, last].map(({ end }, index) => (
          <text
            key={end}
            className={styles.tick}
            x={index === 0 ? side : width - side}
            y={height + rim + 8}
            textAnchor="middle"
          >
            {end}
          </text>
        ))}
      </svg>
      <details className={styles.details}>
        <summary>{t('follow.table')}</summary>
        <table className={styles.table} aria-labelledby="ranks">
          <thead>
            <tr>
              <th scope="col">{t('follow.ends.end')}</th>
              <th scope="col">{t('follow.ranks.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map(({ end, rank, of }) => (
              <tr key={end}>
                <th scope="row">{end}</th>
                <td>
                  {rank} / {of}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
