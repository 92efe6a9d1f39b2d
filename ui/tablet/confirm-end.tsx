// The tablet in the athlete's hands: the end in large arrows, and yes or no. Over everything else, so that nobody types into the next end
// meanwhile.
import { useEffect, useId, useRef } from 'react';
import { endPoints, runningTotals, sortedArrows } from '../../src/domain/card/scorecard.ts';
import { countEnds, faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { colourOf } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { closeDialog, openDialog } from '../parts/dialog.ts';
import { type ArcherCard, slotsOf } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './confirm-end.module.css';

interface ConfirmEndProps {
  readonly archer: ArcherCard;
  readonly end: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly onLater: () => void;
}

export function ConfirmEnd({ archer, end, onYes, onNo, onLater }: ConfirmEndProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { round, card } = archer;
  const face = faceOfEnd(round, end);
  const arrows = slotsOf(card, round, end);
  useEffect(() => {
    const { current } = dialog;
    openDialog(current);
    // On no answer: an Enter that was meant for the end before must not give one.
    heading.current?.focus();
    return () => closeDialog(current);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onLater();
      }}
    >
      <div className={styles.screen}>
        <h2 id={title} ref={heading} tabIndex={-1} className={styles.title}>
          {t('cards.confirm.title', { name: archer.archer.name })}
        </h2>
        <p className={styles.place}>{t('cards.confirm.place', { end, ends: countEnds(round) })}</p>
        <ul className={cx(styles.arrows, arrows.length > 4 && styles.many)} aria-label={t('tablet.boxes', { end })}>
          {sortedArrows(arrows).map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
            <li key={index} className={cx(styles.arrow, styles[colourOf(value, face)])}>
              <span className={styles.value}>{value}</span>
            </li>
          ))}
        </ul>
        <dl className={styles.totals}>
          <div>
            <dt>{t('tablet.endTotal')}</dt>
            <dd>{endPoints(round, end, arrows)}</dd>
          </div>
          <div>
            <dt>{t('tablet.running')}</dt>
            <dd>{runningTotals(card, round)[end - 1] ?? 0}</dd>
          </div>
        </dl>
        <div className={styles.answers}>
          <Button large className={styles.no} onClick={onNo}>
            {t('cards.confirm.no')}
          </Button>
          <Button large look="primary" className={styles.yes} onClick={onYes}>
            {t('cards.confirm.yes')}
          </Button>
        </div>
        <Button large look="quiet" className={styles.later} onClick={onLater}>
          {t('cards.confirm.later')}
        </Button>
      </div>
    </dialog>
  );
}
