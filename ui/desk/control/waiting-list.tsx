// Scores that are missing while the field goes on: whom it waits for, farthest behind first.
import { Link } from 'wouter';
import type { ControlRoomView } from '../../../src/wire/api-control.ts';
import { Button } from '../../parts/button.tsx';
import { useCapped } from '../../parts/use-capped.ts';
import { useText } from '../../text/text-context.tsx';
import styles from './control.module.css';

interface WaitingListProps {
  readonly waiting: ControlRoomView['waitingFor'];
  /** Of the control room. */
  readonly here: string;
}

const atOnce = 12;

export function WaitingList({ waiting, here }: WaitingListProps) {
  const { t } = useText();
  const { visible, rest, nextStep, showMore } = useCapped(waiting, atOnce, '');
  return (
    <section aria-labelledby="waiting" className={styles.waiting}>
      <h3 id="waiting" className={styles.boxTitle}>
        {t('control.waiting', { count: waiting.length })}
      </h3>
      <ul className={styles.chips}>
        {visible.map(({ entry, name, target, end, behind }) => (
          <li key={entry}>
            <Link href={target === null ? here : `${here}/${Number.parseInt(target, 10)}`} className={styles.chip}>
              <strong>{target ?? '–'}</strong>
              <span>{name}</span>
              <span className={styles.late}>
                {t('control.waiting.end', { end })}
                {behind > 1 ? ` · ${t('control.behind', { count: behind })}` : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 ? <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button> : null}
    </section>
  );
}
