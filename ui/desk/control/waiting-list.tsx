// Scores that are missing while the field goes on: whom it waits for, farthest behind first.
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ControlRoomView } from '../../../src/wire/api-control.ts';
import { Button } from '../../parts/button.tsx';
import { useCapped } from '../../parts/use-capped.ts';
import { useText } from '../../text/text-context.tsx';
import styles from './control.module.css';
import { groupWaiting, type WaitingGroup } from './group-waiting.ts';

interface WaitingListProps {
  readonly waiting: ControlRoomView['waitingFor'];
  /** Of the control room. */
  readonly here: string;
}

const atOnce = 12;

export function WaitingList({ waiting, here }: WaitingListProps) {
  const { t } = useText();
  const groups = useMemo(() => groupWaiting(waiting), [waiting]);
  const { visible, rest, nextStep, showMore } = useCapped(groups, atOnce, '');
  return (
    <section aria-labelledby="waiting" className={styles.waiting}>
      <h3 id="waiting" className={styles.boxTitle}>
        {t('control.waiting', { count: waiting.length })}
      </h3>
      <ul className={styles.chips}>
        {visible.map((group) => (
          <li key={group.key}>
            <Link href={group.butt === undefined ? here : `${here}/${group.butt}`} className={styles.chip}>
              <strong>{group.targets || '–'}</strong>
              {group.names.length === 1 ? <span>{group.names[0]}</span> : null}
              <Late group={group} />
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p>
          <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
        </p>
      ) : null}
    </section>
  );
}

function Late({ group: { end, behind } }: { readonly group: WaitingGroup }) {
  const { t } = useText();
  return (
    <span className={styles.late}>
      {t('control.waiting.end', { end })}
      {behind > 1 ? (
        <span title={t('control.behind', { count: behind })}> {t('control.behind.short', { count: behind })}</span>
      ) : null}
    </span>
  );
}
