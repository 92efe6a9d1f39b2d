// The keys of a face: exactly its values, in its colours, and the miss.
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Face, ZoneColour } from '../../src/domain/rounds/faces.ts';
import { cx } from '../parts/cx.ts';
import { quickTap } from '../parts/quick-tap.ts';
import { useText } from '../text/text-context.tsx';
import styles from './keypad.module.css';

interface KeypadProps {
  readonly face: Face;
  /** All boxes are full. */
  readonly disabled: boolean;
  readonly onPress: (value: ArrowValue) => void;
}

export function Keypad({ onPress, ...props }: KeypadProps) {
  const latest = useRef(onPress);
  useLayoutEffect(() => {
    latest.current = onPress;
  }, [onPress]);
  return <Keys {...props} onPress={useCallback((value) => latest.current(value), [])} />;
}

/** Drawn anew for another face only, not for every arrow. */
const Keys = memo(function Keys({ face, disabled, onPress }: KeypadProps) {
  const { t } = useText();
  const keys: readonly { readonly value: ArrowValue; readonly colour: ZoneColour | 'miss' }[] = [
    ...face.zones,
    { value: 'M', colour: 'miss' },
  ];
  const columns = keys.length <= 4 ? styles.two : keys.length <= 6 ? styles.three : styles.four;
  return (
    <section className={cx(styles.keypad, columns)} data-arrows aria-label={t('tablet.keypad')}>
      {keys.map(({ value, colour }) => (
        <button
          key={value}
          type="button"
          className={cx(styles.key, styles[colour])}
          disabled={disabled}
          {...nameOf(value, t)}
          {...quickTap(() => onPress(value))}
        >
          <span className={styles.keyValue}>{value}</span>
        </button>
      ))}
    </section>
  );
});

/** Letters are read out as what they mean; numbers speak for themselves. */
function nameOf(value: ArrowValue, t: ReturnType<typeof useText>['t']) {
  if (value === 'M') return { 'aria-label': t('tablet.key.miss') };
  return value === 'X' ? { 'aria-label': t('tablet.key.inner') } : {};
}
