// Buttons, and links that look like them.
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  readonly look?: ButtonLook;
  readonly large?: boolean;
}

export function Button({
  look = 'plain',
  large = false,
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={cx(styles.button, styles[look], large && styles.large, className)} />
  );
}

export function ButtonLink({
  look = 'plain',
  large = false,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={cx(styles.button, styles[look], large && styles.large, className)}>
      {children}
    </a>
  );
}
