// The buttons below a clock at the desk, whichever it is: a large one that goes on, a red one that stops everything, and the others.
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../parts/button.tsx';
import { HornButton } from '../parts/clock-horn.tsx';
import type { ClockStore } from '../store/clock-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './clock-desk.module.css';

interface ClockKeysProps<A extends string> {
  readonly actions: readonly [A, ...A[]];
  readonly nameOf: (action: A) => ReactNode;
  readonly onPress: (action: A | 'emergency') => void;
  readonly store: ClockStore;
  readonly competition: string;
  /** Of the clock: what its big screen shows, and its horn sounds for. */
  readonly clock: string;
  /** Which keys there are. */
  readonly hint: string;
}

export function ClockKeys<A extends string>(props: ClockKeysProps<A>) {
  const { actions, nameOf, onPress, store, competition, clock, hint } = props;
  const { t } = useText();
  const [main, ...others] = actions;
  return (
    <>
      <div className={styles.keys}>
        <Button look="primary" className={styles.main} onClick={() => onPress(main)}>
          {nameOf(main)}
        </Button>
        <button type="button" className={styles.emergency} onClick={() => onPress('emergency')}>
          {t('clock.emergency')}
          <span className={styles.hint}>{t('clock.emergency.hint')}</span>
        </button>
      </div>
      <div className={styles.others}>
        {others.map((action) => (
          <Button key={action} large onClick={() => onPress(action)}>
            {nameOf(action)}
          </Button>
        ))}
        <span className={styles.gap} />
        <HornButton store={store} keys={[clock]} />
        <ButtonLink
          href={`/board/${encodeURIComponent(competition)}?clock=${encodeURIComponent(clock)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('clock.wall')}
        </ButtonLink>
      </div>
      <p className={styles.soft}>{hint}</p>
    </>
  );
}
