// One arrow's value in the colour of its ring. A miss is hatched, an arrow not yet scored is an empty ring.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Face, ZoneColour } from '../../src/domain/rounds/faces.ts';
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

/** The colour of the ring on the face that was shot: a 6 is blue on a ten-ring face and gold on a field face. */
export function colourOf(value: ArrowValue | null, face: Face | undefined): ZoneColour | 'miss' | 'blank' {
  if (value === null) return 'blank';
  return face?.zones.find((zone) => zone.value === value)?.colour ?? colourByValue[value];
}

export interface ArrowProps {
  readonly value: ArrowValue | null;
  readonly face: Face | undefined;
  readonly fresh?: boolean;
}

export function Arrow({ value, face, fresh = false }: ArrowProps) {
  return (
    <span className={cx(styles.arrow, styles[colourOf(value, face)], fresh && styles.fresh)}>
      <span className={styles.value}>{value ?? ''}</span>
    </span>
  );
}
