// The reminder of ends that are shot and that their athlete has not said yes to yet.
import { Button } from '../parts/button.tsx';
import { endsToConfirm } from '../store/double-scoring.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './unconfirmed-ends.module.css';

/** Nothing where every end that is shot is confirmed. */
export function UnconfirmedEnds({
  archer,
  onConfirm,
}: {
  readonly archer: ArcherCard;
  readonly onConfirm: (end: number) => void;
}) {
  const { t } = useText();
  const ends = endsToConfirm(archer);
  const [first] = ends;
  if (first === undefined || archer.closed !== undefined) return null;
  return (
    <div className={styles.open}>
      <p className={styles.openWords}>{t('cards.confirm.open', { count: ends.length })}</p>
      <Button large onClick={() => onConfirm(first)}>
        {t('cards.confirm.now')}
      </Button>
    </div>
  );
}
