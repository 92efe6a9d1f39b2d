// The colours of the rings as a line under a heading.
import { cx } from './cx.ts';
import styles from './rings.module.css';

/** `thick`: of a board. */
export function Rings({ thick = false }: { readonly thick?: boolean }) {
  return <div className={cx(styles.rings, thick && styles.thick)} aria-hidden="true" />;
}
