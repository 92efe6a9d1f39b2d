// Everybody who is registered: searched, filtered, sorted, chosen by keyboard; what is done to them opens above the list.
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { DeskEntry, WithdrawnEntry } from '../../../src/wire/api-entry-changes.ts';
import button from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { type AskChange, BulkChange, Inspection, Withdrawal } from './chosen-panels.tsx';
import styles from './entries.module.css';
import { type Column, everybody, filterEntries, type Sorting, sortEntries } from './entry-filter.ts';
import { ColumnChoice, EntryFilters, rememberedColumns, type SessionName } from './entry-filters.tsx';
import { EntryForm } from './entry-form.tsx';
import { restoringOf } from './entry-requests.ts';
import { EntryTable } from './entry-table.tsx';
import { kept, noRows } from './row-selection.ts';

interface EntryListProps {
  readonly competition: CompetitionView;
  readonly entries: readonly DeskEntry[];
  readonly withdrawn: readonly WithdrawnEntry[];
  readonly change: AskChange;
}

type Open =
  | { readonly kind: 'new' | 'bulk' | 'withdraw' | 'inspect' }
  | { readonly kind: 'edit'; readonly entry: number };

const noSessions: readonly SessionName[] = [];

export function EntryList({ competition, entries, withdrawn, change }: EntryListProps) {
  const { t } = useText();
  const [filter, setFilter] = useState(everybody);
  const [sorting, setSorting] = useState<Sorting>({ by: 'number', isDown: false });
  const [shown, setShown] = useState(rememberedColumns);
  const [choice, select] = useState(noRows);
  const [open, setOpen] = useState<Open | undefined>();
  const [restarts, setRestarts] = useState(0);
  const { data: sessions = noSessions } = useApi<readonly SessionName[]>(
    pathOf('competitions', competition.id, 'sessions'),
  );
  const root = useRef<HTMLDivElement>(null);

  // A key shows at once in the field; the list follows as soon as it can.
  const asked = useDeferredValue(filter);
  const sorted = useMemo(() => sortEntries(entries, sorting), [entries, sorting]);
  const found = useMemo(() => filterEntries(sorted, asked, sessions), [sorted, asked, sessions]);
  const byNumber = useMemo(() => new Map(entries.map((entry) => [entry.number, entry])), [entries]);
  const there = useMemo(() => new Set(byNumber.keys()), [byNumber]);
  const selection = useMemo(() => kept(choice, there), [choice, there]);
  const chosen = useMemo(
    () => [...selection.chosen].flatMap((number) => byNumber.get(number) ?? []),
    [selection, byNumber],
  );
  const here = useMemo(() => found.filter(({ checkedInAt }) => checkedInAt !== undefined).length, [found]);

  const onOpen = useCallback((entry: number) => setOpen({ kind: 'edit', entry }), []);
  const onSort = (by: Column) => setSorting((before) => ({ by, isDown: before.by === by && !before.isDown }));
  const close = () => {
    setOpen(undefined);
    root.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  usePageKeys({
    add: () => setOpen({ kind: 'new' }),
    search: () => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
  });

  const checkIn = (isIn: boolean) =>
    change(
      { kind: 'checkIn', json: { entries: chosen.map(({ number }) => number), isIn } },
      { key: isIn ? 'desk.told.manyIn' : 'desk.told.manyOut', values: { count: chosen.length } },
    );

  return (
    <div ref={root} className={styles.list}>
      <div className={desk.tools}>
        <div className={desk.grow}>
          <Field
            label={t('desk.entries.search')}
            type="search"
            value={filter.query}
            onChange={({ target }) => setFilter((before) => ({ ...before, query: target.value }))}
          />
        </div>
        <Button look="primary" onClick={() => setOpen({ kind: 'new' })}>
          {t('desk.entries.new')}
        </Button>
        <Link href={`/${encodeURIComponent(competition.id)}/import`} className={button.button}>
          {t('desk.entries.add')}
        </Link>
      </div>
      <EntryFilters
        {...{ competition, entries, sessions, filter }}
        onChange={(part) => setFilter((before) => ({ ...before, ...part }))}
      />
      {open ? (
        <OpenPanel
          key={`${open.kind}/${open.kind === 'edit' ? open.entry : ''}/${restarts}`}
          {...{ competition, entries, chosen, open, change }}
          entry={open.kind === 'edit' ? byNumber.get(open.entry) : undefined}
          onClose={close}
          onRestart={() => setRestarts((before) => before + 1)}
        />
      ) : null}
      <div className={styles.bar}>
        <p role="status">
          {chosen.length > 0
            ? t('desk.entries.chosen', { count: chosen.length })
            : `${t('desk.entries.shown', { shown: found.length, count: entries.length })} · ${t('desk.entries.here', { count: here })}`}
        </p>
        {chosen.length > 0 ? (
          <>
            <Button onClick={() => setOpen({ kind: 'bulk' })}>{t('desk.entries.change')}</Button>
            <Button onClick={() => checkIn(true)}>{t('desk.entries.checkIn')}</Button>
            <Button onClick={() => checkIn(false)}>{t('desk.entries.checkOut')}</Button>
            <Button onClick={() => setOpen({ kind: 'inspect' })}>{t('desk.entries.inspect')}</Button>
            <Button look="danger" onClick={() => setOpen({ kind: 'withdraw' })}>
              {t('desk.entries.withdraw')}
            </Button>
            <Button look="quiet" onClick={() => select(noRows)}>
              {t('desk.entries.unchoose')}
            </Button>
          </>
        ) : null}
        <ColumnChoice shown={shown} onChange={setShown} />
      </div>
      <Found {...{ entries, query: asked.query, isEmpty: found.length === 0 }} onClear={() => setFilter(everybody)}>
        <EntryTable entries={found} {...{ shown, sorting, onSort, selection, onOpen }} onSelect={select} />
      </Found>
      <p className={styles.soft}>{t('desk.entries.keys')}</p>
      <WithdrawnList withdrawn={withdrawn} change={change} />
    </div>
  );
}

interface FoundProps {
  readonly entries: readonly DeskEntry[];
  readonly query: string;
  readonly isEmpty: boolean;
  readonly onClear: () => void;
  /** The list where there is anybody in it. */
  readonly children: ReactNode;
}

function Found({ entries, query, isEmpty, onClear, children }: FoundProps) {
  const { t } = useText();
  if (entries.length === 0) return <Empty title={t('desk.entries.none')}>{t('desk.entries.none.text')}</Empty>;
  if (!isEmpty) return children;
  return (
    <Empty
      title={t('desk.entries.noMatch', { text: query })}
      action={<Button onClick={onClear}>{t('desk.entries.filter.clear')}</Button>}
    />
  );
}

interface OpenPanelProps {
  readonly competition: CompetitionView;
  readonly entries: readonly DeskEntry[];
  readonly chosen: readonly DeskEntry[];
  readonly open: Open;
  readonly entry: DeskEntry | undefined;
  readonly change: AskChange;
  readonly onClose: () => void;
  readonly onRestart: () => void;
}

function OpenPanel({ open, entry, ...rest }: OpenPanelProps) {
  switch (open.kind) {
    case 'new':
      return <EntryForm {...rest} />;
    case 'edit':
      return entry ? <EntryForm {...rest} entry={entry} /> : null;
    case 'bulk':
      return <BulkChange {...rest} />;
    case 'withdraw':
      return <Withdrawal {...rest} />;
    case 'inspect':
      return <Inspection {...rest} />;
  }
}

interface PageKeys {
  readonly add: () => void;
  readonly search: () => void;
}

/** Wherever nobody is typing. */
function usePageKeys(keys: PageKeys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, altKey, metaKey } = event;
      if (ctrlKey || altKey || metaKey) return;
      if (target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea, dialog')) return;
      if (key === 'n' || key === 'Insert') latest.current.add();
      else if (key === '/') latest.current.search();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function WithdrawnList({ withdrawn, change }: Pick<EntryListProps, 'withdrawn' | 'change'>) {
  const { t } = useText();
  if (withdrawn.length === 0) return null;
  return (
    <details>
      <summary>{t('desk.withdrawn.title', { count: withdrawn.length })}</summary>
      <ul className={styles.plain}>
        {withdrawn.map(({ number, name, club, category, reason }) => (
          <li key={number} className={styles.line}>
            <span>{[`${number}`, name, club, category, reason].filter(Boolean).join(' · ')}</span>
            <Button
              onClick={() => change(restoringOf([number]), { key: 'desk.told.restored', values: { name } })}
              aria-label={`${t('desk.withdrawn.restore')}: ${name}`}
            >
              {t('desk.withdrawn.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
