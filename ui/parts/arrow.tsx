// One arrow's value in the colour of its ring. A miss is hatched, an arrow not yet scored is an empty ring.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { ZoneColour } from '../../src/domain/faces.ts';
import styles from './arrow.module.css';
import { cx } from './cx.ts';

const colourByValue: Readonly<Record<ArrowValue, ZoneColour | 'miss'>> = {
  X: 'gold',
  '12': 'gold',
  '11': 'gold',
  '10': 'gold',
  '9': 'gold',
  '8': 'red',
  '7': 'red',
  '6': 'blue',
  '5': 'blue',
  '4': 'black',
  '3': 'black',
  '2': 'white',
  '1': 'white',
  M: 'miss',
};

export function colourOf(value: ArrowValue | null): ZoneColour | 'miss' | 'blank' {
  return value === null ? 'blank' : colourByValue[value];
}

export function Arrow({ value, fresh = false }: { readonly value: ArrowValue | null; readonly fresh?: boolean }) {
  return (
    <span className={cx(styles.arrow, styles[colourOf(value)], fresh && styles.fresh)}>
      <span className={styles.value}>{value ?? ''}</span>
    </span>
  );
}
