// Nothing here yet, or nothing to see until it is loaded: said in words, never a blank page.
import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Rings drawn as a pencil would on paper. */
function Rings() {
  return (
    <svg width="96" height="96" viewBox="0 0 96 96" aria-hidden="true" focusable="false" className={styles.rings}>
      {[46, 37, 28, 19, 10].map((radius) => (
        <circle
          key={radius}
          cx="48"
          cy="48"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="3 4"
        />
      ))}
    </svg>
  );
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <Rings />
      <h2>{title}</h2>
      {children ? <p className={styles.text}>{children}</p> : null}
      {action}
    </div>
  );
}

/** Grey lines where rows will be; `label` is what a screen reader says meanwhile. */
export function Skeleton({ rows = 6, label }: { readonly rows?: number; readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className={styles.bar} />
      ))}
    </div>
  );
}
