// A tie that somebody has to decide: who is tied for which places, and the form below it.
import type { ReactNode } from 'react';
import type { EventView } from '../../../src/wire/api-events.ts';
import type { QualificationView } from '../../../src/wire/api-rankings.ts';
import { Banner } from '../../parts/banner.tsx';
import { useText } from '../../text/text-context.tsx';
import styles from './events.module.css';

export interface TieFormProps {
  /** Of the event, in the interface. */
  readonly path: string;
  readonly event: EventView;
  readonly tie: QualificationView['openTies'][number];
  readonly tied: QualificationView['rows'];
  readonly cut: number;
  /** Cards of those tied are still written on. */
  readonly isUnfinished: boolean;
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

export function TieBox({ tie, tied, cut, isUnfinished, children }: TieFormProps & { readonly children: ReactNode }) {
  const { t } = useText();
  const names = tied.map(({ name }) => name).join(', ');
  const id = `tie-${tie.from}`;
  return (
    <section className={styles.tie} aria-labelledby={id}>
      <h4 id={id}>{t(`events.tie.${tie.reason}`, { from: tie.from, to: tie.to, cut })}</h4>
      <p>{t(`events.tie.${tie.reason}.text`, { names, total: tied[0]?.total ?? 0 })}</p>
      {isUnfinished ? <Banner tone="warn">{t('events.tie.unfinished')}</Banner> : children}
    </section>
  );
}
