// How many arrows of each value, as a table whose rows are bars in the colours of the rings.
import { Arrow } from '../parts/arrow.tsx';
import type { AthleteCard } from '../store/athlete-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './chart.module.css';

export function ValueChart({ card }: { readonly card: AthleteCard }) {
  const { t, language } = useText();
  const most = Math.max(1, ...card.values.map(({ count }) => count));
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <section className={styles.chart} aria-labelledby="values">
      <h3 id="values">{t('follow.values')}</h3>
      <table className={styles.values} aria-labelledby="values">
        <thead className={styles.hidden}>
          <tr>
            <th scope="col">{t('follow.values.value')}</th>
            <th scope="col">{t('follow.values.count')}</th>
            <th scope="col">{t('follow.values.share')}</th>
          </tr>
        </thead>
        <tbody>
          {card.values.map(({ value, face, count }) => (
            <tr key={value}>
              <th scope="row">
                <Arrow value={value} face={face} />
              </th>
              <td className={styles.barCell}>
                <div>
                  <span className={styles.valueBar} style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
                  <span className={styles.count}>{count}</span>
                </div>
              </td>
              <td className={styles.share}>{percent.format(count / Math.max(1, card.tally.arrows))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
