// Entries that the list no longer has: they stay, unless somebody says that they are not coming.
import type { ImportPreview } from '../../../src/wire/api-import.ts';
import { Button } from '../../parts/button.tsx';
import { useCapped } from '../../parts/use-capped.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './import.module.css';

interface ImportGoneProps {
  readonly gone: ImportPreview['gone'];
  readonly withdraw: ReadonlySet<number>;
  readonly onChange: (withdraw: ReadonlySet<number>) => void;
}

const rowsAtOnce = 50;

export function ImportGone({ gone, withdraw, onChange }: ImportGoneProps) {
  const { t } = useText();
  const { visible, rest, nextStep, showMore } = useCapped(gone, rowsAtOnce, '');
  if (gone.length === 0) return null;
  const free = gone.filter(({ isHeld }) => !isHeld).map(({ entry }) => entry);
  const isAll = free.length > 0 && free.every((entry) => withdraw.has(entry));
  const choose = (entries: readonly number[], isGone: boolean) => {
    const next = new Set(withdraw);
    for (const entry of entries)
      if (isGone) next.add(entry);
      else next.delete(entry);
    onChange(next);
  };
  return (
    <details className={styles.columns}>
      <summary>{t('desk.import.gone.title', { count: gone.length })}</summary>
      <p className={desk.soft}>{t('desk.import.gone.text')}</p>
      {free.length > 1 ? (
        <label className={desk.check}>
          <input type="checkbox" checked={isAll} onChange={({ target }) => choose(free, target.checked)} />
          {t('desk.import.gone.all', { count: free.length })}
        </label>
      ) : null}
      <ul className={styles.gone}>
        {visible.map(({ entry, name, club, category, isHeld }) => (
          <li key={entry}>
            <label className={desk.check}>
              <input
                type="checkbox"
                disabled={isHeld}
                checked={withdraw.has(entry)}
                onChange={({ target }) => choose([entry], target.checked)}
              />
              {[name, club, category].filter(Boolean).join(' · ')}
            </label>
            {isHeld ? <span className={desk.soft}>{t('desk.import.gone.held')}</span> : null}
          </li>
        ))}
      </ul>
      {rest > 0 ? <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button> : null}
    </details>
  );
}
