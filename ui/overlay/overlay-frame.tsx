// Where an overlay stands in the picture and how it looks. Nothing is drawn around it.
import type { ReactNode } from 'react';
import { cx } from '../parts/cx.ts';
import { useLostAge } from '../store/use-lost-age.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './overlay.module.css';
import type { OverlayOptions } from './overlay-options.ts';
import { styleOf } from './use-overlay-style.ts';

interface OverlayFrameProps {
  readonly options: OverlayOptions;
  /** Of the picture. */
  readonly width: number;
  readonly children: ReactNode;
}

export function OverlayFrame({ options, width, children }: OverlayFrameProps) {
  return (
    <div
      className={cx(styles.frame, options.still && styles.still)}
      style={styleOf(options, width)}
      data-at={options.position}
    >
      <div className={styles.stack}>
        {children}
        {options.age ? <Age /> : null}
      </div>
    </div>
  );
}

/** How old the picture is once the connection is gone: only where the address asks for it. */
function Age() {
  const text = useText();
  const age = useLostAge();
  return age === undefined ? null : (
    <p className={styles.age}>{text.t('overlay.age', { age: sentenceOfAge(text, age) })}</p>
  );
}
