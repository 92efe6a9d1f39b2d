// The scorecard: every end with its arrows, highest first, its points and the total so far; a line for each distance.
import { lengthOf } from '../../src/domain/rounds/round.ts';
import { type Distance, faceOf } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import type { AthleteCard, CardPart, EndLine } from '../store/athlete-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './follow.module.css';

export function CardTable({ card }: { readonly card: AthleteCard }) {
  const { t } = useText();
  return (
    <section aria-labelledby="card" className={styles.cardSection}>
      <h3 id="card">{t('follow.card')}</h3>
      <table className={styles.card} aria-labelledby="card">
        <thead>
          <tr>
            <th scope="col">{t('follow.ends.end')}</th>
            <th scope="col">{t('follow.ends.arrows')}</th>
            <th scope="col" className={styles.number}>
              {t('follow.ends.points')}
            </th>
            <th scope="col" className={styles.number}>
              {t('follow.ends.running')}
            </th>
          </tr>
        </thead>
        {card.parts.map((part) => (
          <PartRows key={part.ends[0]?.end} part={part} isOnly={card.parts.length === 1} />
        ))}
      </table>
    </section>
  );
}

function PartRows({ part, isOnly }: { readonly part: CardPart; readonly isOnly: boolean }) {
  const { t } = useText();
  const place = usePlace(part.distance);
  return (
    <tbody>
      {isOnly ? null : (
        <tr className={styles.part}>
          <th scope="rowgroup" colSpan={4}>
            {place === '' ? part.tally.total : t('follow.card.part', { place, points: part.tally.total })}
          </th>
        </tr>
      )}
      {part.ends.map((line) => (
        <EndRow key={line.end} line={line} distance={part.distance} />
      ))}
    </tbody>
  );
}

function EndRow({ line, distance }: { readonly line: EndLine; readonly distance: Distance }) {
  const { t } = useText();
  const { end, arrows, points, running, isBlank } = line;
  return (
    <tr>
      <th scope="row">{end}</th>
      <td>
        {isBlank ? (
          <span className={styles.blank}>
            <span aria-hidden="true">–</span>
            <span className={styles.hidden}>{t('follow.card.blank')}</span>
          </span>
        ) : (
          <span className={styles.arrows}>
            {arrows.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
              <Arrow key={index} value={value} face={faceOf(distance)} />
            ))}
          </span>
        )}
      </td>
      <td className={styles.number}>{isBlank ? '' : points}</td>
      <td className={styles.number}>{isBlank ? '' : running}</td>
    </tr>
  );
}

/** `70 m`; empty for a course, whose distances the round does not know. */
function usePlace(distance: Distance): string {
  const { t } = useText();
  if (distance.nominal) return '';
  const { amount, unit } = lengthOf(distance);
  return unit === 'yard' ? t('tablet.distance.yards', { yards: amount }) : t('tablet.distance', { metres: amount });
}
