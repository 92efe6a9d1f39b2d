// Search and filters above the list, and which columns it has.
import { useMemo, useState } from 'react';
import { archerNeeds } from '../../../src/domain/setup/draw-targets.ts';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { Select } from '../../parts/select.tsx';
import { recall, remember } from '../../store/remember.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './entries.module.css';
import { type Column, columns, type EntryFilter, namesOf, type SessionPart } from './entry-filter.ts';

export interface SessionName extends SessionPart {
  readonly name: string;
}

const roomForFilters = 700;

interface EntryFiltersProps {
  readonly competition: CompetitionView;
  readonly entries: readonly DeskEntry[];
  readonly sessions: readonly SessionName[];
  readonly filter: EntryFilter;
  readonly onChange: (part: Partial<EntryFilter>) => void;
}

export function EntryFilters({ competition, entries, sessions, filter, onChange }: EntryFiltersProps) {
  const { t } = useText();
  const clubs = useMemo(() => namesOf(entries.map(({ club }) => club)), [entries]);
  // Open where there is room; on a phone the list comes first.
  const [isOpen] = useState(() => window.innerWidth >= roomForFilters);
  const any = { value: '', label: t('desk.entries.filter.any') } as const;
  return (
    <details open={isOpen}>
      <summary>{t('desk.entries.filter.title')}</summary>
      <div className={styles.filters}>
        <Select
          label={t('desk.entries.filter.category')}
          value={filter.category}
          options={[
            any,
            ...competition.categories.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
          ]}
          onChange={(category) => onChange({ category })}
        />
        <Select
          label={t('desk.entries.filter.club')}
          value={filter.club}
          options={[any, ...clubs.map((club) => ({ value: club, label: club }))]}
          onChange={(club) => onChange({ club })}
        />
        {sessions.length > 0 ? (
          <Select
            label={t('desk.entries.filter.session')}
            value={filter.session}
            options={[any, ...sessions.map(({ number, name }) => ({ value: String(number), label: name }))]}
            onChange={(session) => onChange({ session })}
          />
        ) : null}
        <Select
          label={t('desk.entries.filter.target')}
          value={filter.target}
          options={[
            any,
            ...(['with', 'without'] as const).map((value) => ({
              value,
              label: t(`desk.entries.filter.target.${value}`),
            })),
          ]}
          onChange={(target) => onChange({ target })}
        />
        <Select
          label={t('desk.entries.filter.arrival')}
          value={filter.arrival}
          options={[
            any,
            ...(['in', 'out'] as const).map((value) => ({ value, label: t(`desk.entries.filter.arrival.${value}`) })),
          ]}
          onChange={(arrival) => onChange({ arrival })}
        />
        <Select
          label={t('desk.entries.filter.inspection')}
          value={filter.inspection}
          options={[
            any,
            ...(['passed', 'failed', 'open'] as const).map((value) => ({
              ...{ value, label: t(`desk.entries.filter.inspection.${value}`) },
            })),
          ]}
          onChange={(inspection) => onChange({ inspection })}
        />
        <Select
          label={t('desk.entries.filter.needs')}
          value={filter.needs}
          options={[any, ...archerNeeds.map((value) => ({ value, label: t(`desk.need.${value}`) }))]}
          onChange={(needs) => onChange({ needs })}
        />
      </div>
    </details>
  );
}

const columnsPlace = 'entry-columns';
const usual: readonly Column[] = ['number', 'name', 'club', 'category', 'target', 'arrival'];

/** As chosen on this device; name and number are always there. */
export function rememberedColumns(): readonly Column[] {
  const words = recall(columnsPlace)?.split(' ');
  const found = columns.filter((column) => words?.includes(column));
  return found.length === 0 ? usual : found;
}

interface ColumnChoiceProps {
  readonly shown: readonly Column[];
  readonly onChange: (shown: readonly Column[]) => void;
}

export function ColumnChoice({ shown, onChange }: ColumnChoiceProps) {
  const { t } = useText();
  const choose = (column: Column, isShown: boolean) => {
    const next = columns.filter((each) => (each === column ? isShown : shown.includes(each)));
    remember(columnsPlace, next.join(' '));
    onChange(next);
  };
  return (
    <details className={styles.columns}>
      <summary>{t('desk.entries.columns')}</summary>
      <div className={styles.columnList}>
        {columns.map((column) => (
          <label key={column} className={desk.check}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
              disabled={column === 'name' || column === 'number'}
              onChange={({ target }) => choose(column, target.checked)}
            />
            {t(`desk.entries.column.${column}`)}
          </label>
        ))}
      </div>
    </details>
  );
}
