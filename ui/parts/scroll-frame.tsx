// A frame that scrolls sideways where its table is wider than the screen: a keyboard has to be able to come in and scroll.
import type { ReactNode } from 'react';
import styles from './table.module.css';

interface ScrollFrameProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function ScrollFrame({ label, className = styles.frame, children }: ScrollFrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus (WCAG 2.1.1).
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
