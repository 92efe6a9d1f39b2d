// Where the two cards of an archer differ, arrow by arrow, and the way to settle it on this tablet; and how much of a card is checked.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import { type End, isEndComplete, sortedArrows } from '../../src/domain/card/scorecard.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { type CardSide, type ReviewedEnd, reviewCard } from '../store/double-scoring.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './differences.module.css';

/** More than a screen takes are counted: one is settled after the other. */
const endsAtOnce = 2;

interface DifferencesProps {
  /** With both cards, also on the tablet that keeps the second. */
  readonly archer: ArcherCard;
  readonly side: CardSide;
  readonly onCorrect: (end: number) => void;
}

export function Differences({ archer, side, onCorrect }: DifferencesProps) {
  const { t } = useText();
  const differing = reviewCard(archer, 'two').filter(({ state }) => state === 'differs');
  if (differing.length === 0) return null;
  const { name } = archer.archer;
  const rest = differing.length - endsAtOnce;
  return (
    <section className={styles.differences} role="alert">
      <h2 className={styles.title}>{t('cards.differ.title', { count: differing.length, name })}</h2>
      {differing.slice(0, endsAtOnce).map((reviewed) => (
        <DifferingEnd
          key={reviewed.end}
          reviewed={reviewed}
          face={faceOfEnd(archer.round, reviewed.end)}
          side={side}
          onCorrect={archer.closed === 'signed' ? undefined : () => onCorrect(reviewed.end)}
        />
      ))}
      <p className={styles.text}>
        {rest > 0 ? `${t('cards.differ.more', { count: rest })} ` : ''}
        {t('cards.differ.text')}
      </p>
    </section>
  );
}

interface DifferingEndProps {
  readonly reviewed: ReviewedEnd;
  readonly face: Face | undefined;
  readonly side: CardSide;
  readonly onCorrect: (() => void) | undefined;
}

function DifferingEnd({ reviewed, face, side, onCorrect }: DifferingEndProps) {
  const { t } = useText();
  const { end, first, second = [], differences } = reviewed;
  const odd = {
    first: differences.map(({ card }) => card),
    second: differences.map(({ check }) => check),
  };
  const here = side;
  const there = side === 'first' ? 'second' : 'first';
  const arrows = { first, second };
  return (
    <div className={styles.end}>
      <h3 className={styles.endName}>{t('cards.differ.end', { end })}</h3>
      <dl className={styles.pair}>
        <Row label={t('cards.differ.here')} arrows={arrows[here]} odd={odd[here]} face={face} />
        <Row label={t('cards.differ.there')} arrows={arrows[there]} odd={odd[there]} face={face} />
      </dl>
      <p className={styles.words}>
        {odd[here]
          .map((value, index) => t('cards.differ.arrow', { here: value, there: odd[there][index] ?? '' }))
          .join(' · ')}
      </p>
      {onCorrect ? (
        <Button large className={styles.correct} onClick={onCorrect}>
          {t('cards.differ.correct', { end })}
        </Button>
      ) : null}
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly arrows: End;
  /** Values that the other card has not. */
  readonly odd: readonly ArrowValue[];
  readonly face: Face | undefined;
}

function Row({ label, arrows, odd, face }: RowProps) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.arrows}>
        {markOdd(sortedArrows(arrows), odd).map(({ value, isOdd }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
          <span key={index} className={cx(styles.arrow, isOdd && styles.odd)}>
            <Arrow value={value} face={face} />
          </span>
        ))}
      </dd>
    </div>
  );
}

/** Of equal arrows the last ones are the odd ones: which of them it is nobody can say. */
function markOdd(arrows: readonly ArrowValue[], odd: readonly ArrowValue[]) {
  return arrows.map((value, index) => {
    const after = arrows.slice(index + 1).filter((other) => other === value).length;
    return { value, isOdd: after < odd.filter((other) => other === value).length };
  });
}

interface CheckSummaryProps {
  readonly archer: ArcherCard;
  readonly mode: Exclude<ScoringMode, 'one'>;
}

/** How much of the card is checked, of the ends that are shot. Says nothing before the first. */
export function CheckSummary({ archer, mode }: CheckSummaryProps) {
  const { t } = useText();
  const shot = reviewCard(archer, mode).filter(({ first }) => isEndComplete(first));
  if (shot.length === 0) return null;
  const count = shot.filter(({ isVerified }) => isVerified).length;
  const isAll = count === shot.length;
  return (
    <p className={cx(styles.summary, isAll && styles.allChecked)}>
      <span aria-hidden="true">{isAll ? '✓✓' : '○'}</span>
      {t(mode === 'two' ? 'cards.check.agree' : 'cards.check.confirmedEnds', { count, ends: shot.length })}
    </p>
  );
}
