// Where the two cards of an archer differ, arrow by arrow, and the way to settle it on this tablet.
import { useId, useRef } from 'react';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import { type End, sortedArrows } from '../../src/domain/card/scorecard.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import frame from '../parts/dialog.module.css';
import { closeDialog, openDialog } from '../parts/dialog.ts';
import { type CardSide, type ReviewedEnd, reviewCard } from '../store/double-scoring.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './differences.module.css';

interface DifferencesProps {
  /** With both cards, also on the tablet that keeps the second. */
  readonly archer: ArcherCard;
  readonly side: CardSide;
  readonly onCorrect: (end: number) => void;
}

/** A line that leaves room for typing on; behind its button both cards side by side. */
export function Differences({ archer, side, onCorrect }: DifferencesProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const differing = reviewCard(archer, 'two').filter(({ state }) => state === 'differs');
  const [first] = differing;
  if (!first) return null;
  const ends = differing.map(({ end }) => end);
  const { name } = archer.archer;
  return (
    <>
      <div className={styles.strip}>
        <p className={styles.stripWords} role="alert">
          <span aria-hidden="true">≠ </span>
          {t('cards.differ.ends', { count: ends.length, list: ends.join(', ') })}
          {ends.length === 1 ? `: ${wordsOf(t, first, side)}` : ''}
        </p>
        <Button large className={styles.look} aria-haspopup="dialog" onClick={() => openDialog(dialog.current)}>
          {t('cards.differ.look')}
        </Button>
      </div>
      <dialog ref={dialog} className={cx(frame.dialog, styles.dialog)} aria-labelledby={title}>
        <div className={frame.head}>
          <h2 id={title} className={styles.title}>
            {t('cards.differ.title', { count: ends.length, name })}
          </h2>
          <Button large onClick={() => closeDialog(dialog.current)}>
            {t('app.close')}
          </Button>
        </div>
        <p className={styles.text}>{t('cards.differ.text')}</p>
        {differing.map((reviewed) => (
          <DifferingEnd
            key={reviewed.end}
            reviewed={reviewed}
            face={faceOfEnd(archer.round, reviewed.end)}
            side={side}
            onCorrect={archer.closed === 'signed' ? undefined : () => onCorrect(reviewed.end)}
          />
        ))}
      </dialog>
    </>
  );
}

/** `9 here, 8 there`, for every arrow that one card has and the other has not. */
function wordsOf(t: ReturnType<typeof useText>['t'], { differences }: ReviewedEnd, side: CardSide): string {
  return differences
    .map(({ card, check }) =>
      t('cards.differ.arrow', side === 'first' ? { here: card, there: check } : { here: check, there: card }),
    )
    .join(' · ');
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
      <p className={styles.words}>{wordsOf(t, reviewed, side)}</p>
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
