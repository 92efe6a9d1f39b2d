// The head of a page: mark, title, what belongs to the page, and the five rings as a line below.
import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Logo } from './logo.tsx';
import styles from './page-header.module.css';
import { Rings } from './rings.tsx';

interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children?: ReactNode;
}

export function PageHeader({ title, subtitle, children }: PageHeaderProps) {
  const { t } = useText();
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <div className={styles.row}>
        <a className={styles.home} href="/" aria-label={t('app.home')}>
          <Logo size={36} />
        </a>
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
        </div>
        <div className={styles.tools}>{children}</div>
      </div>
      <Rings />
    </header>
  );
}
