// Which of two cards this tablet keeps: the question when it comes to a target where two are kept apart, and the mark that says so.
import { useState } from 'react';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { type ApiFailure, toFailure } from '../store/api.ts';
import type { CardSide } from '../store/double-scoring.ts';
import { useText } from '../text/text-context.tsx';
import styles from './second-card.module.css';

interface CardChoiceProps {
  /** What it keeps now; undefined while nobody has chosen. */
  readonly side: CardSide | undefined;
  /** Commands that the appliance has not answered: they belong to the present card. */
  readonly unsent: number;
  /** Rejects with ApiFailure. */
  readonly onChoose: (side: CardSide) => Promise<void>;
}

const sides = ['first', 'second'] as const;

export function CardChoice({ side, unsent, onChoose }: CardChoiceProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const isHeldUp = side !== undefined && unsent > 0;
  const choose = (chosen: CardSide) => {
    setBusy(true);
    setFailure(undefined);
    onChoose(chosen)
      .catch((error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  return (
    <section className={styles.choice} aria-labelledby="which-card">
      <h2 id="which-card" className={styles.title}>
        {t('cards.choose.title')}
      </h2>
      <p className={styles.text}>{t('cards.choose.text')}</p>
      {isHeldUp ? <Banner tone="warn">{t('cards.choose.unsent')}</Banner> : null}
      {failure ? <Failure failure={failure} /> : null}
      <div className={styles.sides}>
        {sides.map((each) => (
          <Button
            key={each}
            large
            className={styles.side}
            aria-pressed={each === side}
            disabled={busy || isHeldUp}
            onClick={() => choose(each)}
          >
            <span className={styles.sideName}>{t(`cards.choose.${each}`)}</span>
            <span className={styles.sideText}>{t(`cards.choose.${each}.text`)}</span>
          </Button>
        ))}
      </div>
      <p role="status" className={styles.text}>
        {busy ? t('cards.choose.busy') : ''}
      </p>
    </section>
  );
}

/** Always in sight: whoever takes up the tablet has to know which card it is. */
export function CardMark({ side }: { readonly side: CardSide }) {
  const { t } = useText();
  return <span className={side === 'second' ? styles.markSecond : styles.mark}>{t(`cards.side.${side}`)}</span>;
}
