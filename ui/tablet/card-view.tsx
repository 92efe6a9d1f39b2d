// An archer's whole card as it stands on paper: every end with its arrows highest first, end totals, subtotals of the distances, running
// totals; and, where ends are checked, whether each is. Shown in a dialog of its own; see card-button.tsx.
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import { endPoints, isEndBlank, runningTotals, sortedArrows, tallyOfEnds } from '../../src/domain/card/scorecard.ts';
import { lengthOf } from '../../src/domain/rounds/round.ts';
import { type Distance, faceOf, type Round } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import { cx } from '../parts/cx.ts';
import { type ReviewedEnd, reviewCard } from '../store/double-scoring.ts';
import { type ArcherCard, slotsOf } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import { CardTotals, countsOf } from './card-totals.tsx';
import styles from './card-view.module.css';

export interface CardViewProps {
  /** The card that is shown: on the second tablet the second one. */
  readonly archer: ArcherCard;
  /** With both cards. */
  readonly both: ArcherCard;
  readonly mode: ScoringMode;
}

interface Part {
  readonly distance: Distance;
  readonly fromEnd: number;
  readonly toEnd: number;
}

function partsOf({ distances }: Round): readonly Part[] {
  let last = 0;
  return distances.map((distance) => {
    const fromEnd = last + 1;
    last += distance.ends;
    return { distance, fromEnd, toEnd: last };
  });
}

export function CardView({ archer, both, mode }: CardViewProps) {
  const { t } = useText();
  const { round, card } = archer;
  const parts = partsOf(round);
  const reviewed = mode === 'one' ? [] : reviewCard(both, mode);
  return (
    <div className={styles.view}>
      <CardTotals card={card} round={round} />
      <table className={styles.table}>
        <thead>
          <tr className={styles.heads}>
            <th scope="col">{t('cards.view.end')}</th>
            <th scope="col">{t('cards.view.arrows')}</th>
            <th scope="col" className={styles.number}>
              {t('cards.view.points')}
            </th>
            <th scope="col" className={styles.number}>
              {t('cards.view.running')}
            </th>
            {mode === 'one' ? null : (
              <th scope="col" className={styles.check}>
                {t('cards.view.check')}
              </th>
            )}
          </tr>
        </thead>
        {parts.map((part, index) => (
          <PartRows
            key={part.fromEnd}
            archer={archer}
            part={part}
            number={index + 1}
            isOnly={parts.length === 1}
            reviewed={reviewed}
          />
        ))}
      </table>
    </div>
  );
}

interface PartRowsProps {
  readonly archer: ArcherCard;
  readonly part: Part;
  readonly number: number;
  readonly isOnly: boolean;
  readonly reviewed: readonly ReviewedEnd[];
}

function PartRows({ archer, part, number, isOnly, reviewed }: PartRowsProps) {
  const { t } = useText();
  const { round, card } = archer;
  const place = usePlace(part.distance, number);
  const running = runningTotals(card, round);
  const tally = tallyOfEnds(round, card.ends, part);
  const ends = Array.from({ length: part.toEnd - part.fromEnd + 1 }, (_, index) => part.fromEnd + index);
  const columns = reviewed.length > 0 ? 5 : 4;
  return (
    <tbody>
      {isOnly ? null : (
        <tr className={styles.part}>
          <th scope="rowgroup" colSpan={columns}>
            {place}
          </th>
        </tr>
      )}
      {ends.map((end) => {
        const arrows = slotsOf(card, round, end);
        const isBlank = isEndBlank(arrows);
        const review = reviewed[end - 1];
        return (
          <tr key={end}>
            <th scope="row">{end}</th>
            <td>
              {isBlank ? (
                <span className={styles.blank}>{t('cards.view.blank')}</span>
              ) : (
                <span className={styles.arrows}>
                  {sortedArrows(arrows).map((value, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
                    <Arrow key={index} value={value} face={faceOf(part.distance)} />
                  ))}
                </span>
              )}
            </td>
            <td className={styles.number}>{isBlank ? '' : endPoints(round, end, arrows)}</td>
            <td className={styles.number}>{isBlank ? '' : running[end - 1]}</td>
            {review ? (
              <td className={styles.check}>
                <CheckMark review={review} />
              </td>
            ) : null}
          </tr>
        );
      })}
      {isOnly ? null : (
        <tr className={styles.subtotal}>
          <th scope="row" colSpan={2}>
            {t('cards.view.subtotal', { place })}{' '}
            <span className={styles.counts}>
              {countsOf(tally, round)
                .map(({ label, count }) => `${t(label)}: ${count}`)
                .join(' · ')}
            </span>
          </th>
          <td className={styles.number}>{tally.total}</td>
          <td />
          {reviewed.length > 0 ? <td /> : null}
        </tr>
      )}
    </tbody>
  );
}

const marks = { unchecked: '·', waiting: '…', equal: '✓✓', differs: '≠' } as const;

/** Sign and words: the words only for screen readers where there is no room. */
function CheckMark({ review: { state, isVerified } }: { readonly review: ReviewedEnd }) {
  const { t } = useText();
  const words = state === 'equal' && !isVerified ? t('cards.check.unchecked') : t(`cards.check.${state}`);
  return (
    <span
      className={cx(styles.mark, state === 'differs' && styles.differs, isVerified && styles.verified)}
      title={words}
    >
      <span aria-hidden="true">{state === 'equal' && !isVerified ? marks.unchecked : marks[state]}</span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}

/** `70 m`; of a course, whose distances the round does not know, the number of the part. */
function usePlace(distance: Distance, number: number): string {
  const { t } = useText();
  if (distance.nominal) return t('cards.view.part', { number });
  const { amount, unit } = lengthOf(distance);
  return unit === 'yard' ? t('tablet.distance.yards', { yards: amount }) : t('tablet.distance', { metres: amount });
}
