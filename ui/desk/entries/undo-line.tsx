// What was changed last, with a way back, and all that was changed here before it. Ctrl+Z takes the last one back.
import { useCallback, useEffect, useState } from 'react';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import type { ApiFailure } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import { useExpiry } from '../use-expiry.ts';
import styles from './entries.module.css';
import type { DoneChange, EntryListState, EntryStore } from './entry-store.ts';

interface UndoLineProps {
  readonly store: EntryStore;
  readonly state: EntryListState;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

export function UndoLine({ store, state, onChanged, onExpired }: UndoLineProps) {
  const { t } = useText();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  useExpiry(failure, onExpired);
  const { done, undone } = state;
  const [last, ...before] = done;
  const undo = useCallback(
    (change: DoneChange | undefined) => {
      if (!change) return;
      setFailure(undefined);
      store.undo(change.id).then((asked) => {
        if (asked?.kind === 'failed') setFailure(asked.failure);
        else onChanged();
      });
    },
    [store, onChanged],
  );

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, target } = event;
      if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey) return;
      // In a field it takes back what was typed.
      if (target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea')) return;
      event.preventDefault();
      undo(store.state().done[0]);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [store, undo]);

  if (!last && !undone && !failure) return null;
  const saidOf = ({ told }: Pick<DoneChange, 'told'>) => t(told.key, told.values);
  return (
    <>
      {failure ? <Failure failure={failure} /> : null}
      {undone ? <Banner tone="info">{t('desk.undo.done', { what: saidOf({ told: undone }) })}</Banner> : null}
      {last && !undone ? (
        <Banner tone="good" action={<Button onClick={() => undo(last)}>{t('desk.undo')}</Button>}>
          {saidOf(last)}
        </Banner>
      ) : null}
      {before.length > 0 || undone ? (
        <details>
          <summary>{t('desk.undo.list', { count: done.length })}</summary>
          <ul className={styles.plain}>
            {done.map((change) => (
              <li key={change.id} className={styles.line}>
                <span>{saidOf(change)}</span>
                <Button
                  look="quiet"
                  aria-label={t('desk.undo.one', { what: saidOf(change) })}
                  onClick={() => undo(change)}
                >
                  {t('desk.undo')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
