// Where the plotted arrows struck: a drawing for each face of the round.
import { DrawnFace } from '../parts/drawn-face.tsx';
import { canPlot } from '../parts/plot-geometry.ts';
import type { AthleteCard } from '../store/athlete-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './chart.module.css';

export function HitDrawings({ card }: { readonly card: AthleteCard }) {
  const { t } = useText();
  const drawn = card.hits.filter(({ face }) => canPlot(face));
  if (drawn.length === 0) return null;
  return (
    <section className={styles.chart} aria-labelledby="hits">
      <h3 id="hits">{t('follow.hits')}</h3>
      {drawn.map(({ face, hits }) => {
        const words = t('follow.hits.face', { face: face.name, count: hits.length });
        return (
          <figure key={face.id} className={styles.figure}>
            <div className={styles.face}>
              <DrawnFace face={face} arrows={hits.map((hit) => ({ hit }))} label={words} />
            </div>
            <figcaption className={styles.note}>{words}</figcaption>
          </figure>
        );
      })}
    </section>
  );
}
