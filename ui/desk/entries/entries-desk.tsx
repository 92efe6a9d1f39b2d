// The entries of a competition on the desk: the list, check-in, equipment and duplicates over one store, with what was changed and a way back.
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import { cx } from '../../parts/cx.ts';
import { Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useText } from '../../text/text-context.tsx';
import { isExpired } from '../use-expiry.ts';
import { CheckIn, Equipment } from './check-in.tsx';
import type { AskChange } from './chosen-panels.tsx';
import styles from './entries.module.css';
import { EntryList } from './entry-list.tsx';
import { Twins } from './twins.tsx';
import { UndoLine } from './undo-line.tsx';
import { useEntryStore } from './use-entry-store.ts';

const views = ['list', 'check-in', 'equipment', 'twins'] as const;
type View = (typeof views)[number];

interface EntriesDeskProps {
  readonly competition: CompetitionView;
  /** From the address; the list where it is none of the views. */
  readonly view: string | undefined;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

export function EntriesDesk({ competition, view, onChanged, onExpired }: EntriesDeskProps) {
  const { t } = useText();
  const { store, state } = useEntryStore(competition.id, onExpired);
  const { entries, withdrawn, failure } = state;
  const here: View = views.find((each) => each === view) ?? 'list';
  const change: AskChange = useCallback(
    async (request, told) => {
      const asked = await store.change(request, told);
      if (asked.kind === 'done') onChanged();
      else if (isExpired(asked.failure)) onExpired();
      return asked;
    },
    [store, onChanged, onExpired],
  );
  if (!entries)
    return failure ? (
      <Failure failure={failure} onRetry={() => store.load()} />
    ) : (
      <Skeleton rows={10} label={t('app.loading')} />
    );
  return (
    <>
      <Views competition={competition.id} here={here} />
      <UndoLine {...{ store, state, onChanged, onExpired }} />
      {failure ? <Failure failure={failure} onRetry={() => store.load()} /> : null}
      {here === 'list' ? <EntryList {...{ competition, entries, withdrawn, change }} /> : null}
      {here === 'check-in' ? <CheckIn {...{ competition, entries, withdrawn, change }} /> : null}
      {here === 'equipment' ? <Equipment {...{ entries, withdrawn, change }} /> : null}
      {here === 'twins' ? <Twins competition={competition.id} {...{ entries, change }} /> : null}
    </>
  );
}

function Views({ competition, here }: { readonly competition: string; readonly here: View }) {
  const { t } = useText();
  return (
    <nav className={styles.views} aria-label={t('desk.entries.view')}>
      {views.map((view) => (
        <Link
          key={view}
          href={`/${encodeURIComponent(competition)}/entries${view === 'list' ? '' : `/${view}`}`}
          className={cx(styles.view, view === here && styles.viewHere)}
          aria-current={view === here ? 'page' : undefined}
        >
          {t(`desk.entries.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
