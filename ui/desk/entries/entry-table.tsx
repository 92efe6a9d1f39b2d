// The list itself: a grid that keys move in, of which only the rows in sight are drawn.
import { type KeyboardEvent, type MouseEvent, memo, useCallback, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { cx } from '../../parts/cx.ts';
import { useText } from '../../text/text-context.tsx';
import styles from './entries.module.css';
import { cellOf } from './entry-cells.ts';
import type { Column, Sorting } from './entry-filter.ts';
import { type Move, moved, pointedAt, type RowSelection, toggled, toggledAll } from './row-selection.ts';
import { scrollFor, useRowWindow } from './use-row-window.ts';

/** As in the style sheet. */
const rowHeight = 44;
const pageRows = 10;

interface EntryTableProps {
  readonly entries: readonly DeskEntry[];
  readonly shown: readonly Column[];
  readonly sorting: Sorting;
  readonly onSort: (column: Column) => void;
  readonly selection: RowSelection;
  /** Stays the same, as does `onOpen`: rows that look the same are not drawn again. */
  readonly onSelect: (change: (before: RowSelection) => RowSelection) => void;
  readonly onOpen: (entry: number) => void;
}

const moves: Readonly<Record<string, Move>> = {
  ...{ ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows },
  ...{ Home: 'first', End: 'last' },
};

export function EntryTable({ entries, shown, sorting, onSort, selection, onSelect, onOpen }: EntryTableProps) {
  const { t } = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const numbers = useMemo(() => entries.map(({ number }) => number), [entries]);
  const { first, last, look } = useRowWindow(frame, entries.length, rowHeight);
  const { cursor, chosen } = selection;

  useLayoutEffect(() => {
    const found = frame.current;
    const row = cursor === undefined ? -1 : numbers.indexOf(cursor);
    if (!found || row < 0) return;
    found.scrollTop = scrollFor(
      row,
      { scrollTop: found.scrollTop, height: found.clientHeight, head: rowHeight },
      rowHeight,
    );
  }, [cursor, numbers]);

  const latest = useRef(numbers);
  latest.current = numbers;
  const onPoint = useCallback(
    (row: number, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) =>
      onSelect((before) =>
        ctrlKey || metaKey ? toggled(before, row) : pointedAt(before, latest.current, row, shiftKey),
      ),
    [onSelect],
  );
  const onToggle = useCallback((row: number) => onSelect((before) => toggled(before, row)), [onSelect]);
  const toggleAll = () => onSelect((before) => toggledAll(before, latest.current));

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const move = moves[key];
    if (move !== undefined) onSelect((before) => moved(before, latest.current, move, shiftKey));
    else if (key === 'Enter' && cursor !== undefined) onOpen(cursor);
    else if (key === ' ') onSelect((before) => toggled(before, before.cursor));
    else if (key === 'a' && (ctrlKey || metaKey)) toggleAll();
    else if (key === 'Escape' && chosen.size > 0) onSelect((before) => ({ ...before, chosen: new Set() }));
    else return;
    event.preventDefault();
    frame.current?.scrollIntoView({ block: 'nearest' });
  };

  const cursorRow = cursor === undefined ? -1 : numbers.indexOf(cursor);
  const isCursorDrawn = first <= cursorRow && cursorRow < last;
  const areAll = numbers.length > 0 && numbers.every((number) => chosen.has(number));
  return (
    <div className={styles.frame} ref={frame} onScroll={look}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that keys move in is a grid (ARIA 1.2).
        role="grid"
        aria-label={t('desk.tab.entries')}
        aria-multiselectable="true"
        aria-rowcount={entries.length + 1}
        aria-activedescendant={isCursorDrawn ? `${id}-${cursor}` : undefined}
        tabIndex={0}
        className={styles.table}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col className={styles.col_choose} />
          {shown.map((column) => (
            <col key={column} className={styles[`col_${column}`]} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={t('desk.entries.chooseAll')}
                checked={areAll}
                onChange={toggleAll}
              />
            </th>
            {shown.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={column === sorting.by ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                  {t(`desk.entries.column.${column}`)}
                  <span aria-hidden="true">{column === sorting.by ? (sorting.isDown ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <Space rows={first} /> : null}
          {entries.slice(first, last).map((entry, index) => (
            <EntryRow
              key={entry.number}
              id={`${id}-${entry.number}`}
              entry={entry}
              index={first + index + 2}
              shown={shown}
              isCursor={entry.number === cursor}
              isChosen={chosen.has(entry.number)}
              onPoint={onPoint}
              onToggle={onToggle}
              onOpen={onOpen}
            />
          ))}
          {last < entries.length ? <Space rows={entries.length - last} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function Space({ rows }: { readonly rows: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of nothing, which nothing makes focusable.
  return <tr aria-hidden="true" className={styles.space} style={{ height: `${rows * rowHeight}px` }} />;
}

interface EntryRowProps {
  readonly id: string;
  readonly entry: DeskEntry;
  /** Among all rows, the head's is 1. */
  readonly index: number;
  readonly shown: readonly Column[];
  readonly isCursor: boolean;
  readonly isChosen: boolean;
  readonly onPoint: (row: number, event: MouseEvent) => void;
  readonly onToggle: (row: number) => void;
  readonly onOpen: (row: number) => void;
}

/** Keys come from the grid; a mouse and a finger act on the row. */
const EntryRow = memo(function Row({ id, entry, index, shown, isCursor, isChosen, ...act }: EntryRowProps) {
  const text = useText();
  const { number, name } = entry;
  return (
    <tr
      id={id}
      aria-rowindex={index}
      aria-selected={isChosen}
      className={cx(isCursor && styles.cursor, isChosen && styles.chosen)}
      onClick={(event) => act.onPoint(number, event)}
      onDoubleClick={() => act.onOpen(number)}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={text.t('desk.entries.choose', { name })}
          checked={isChosen}
          onClick={(event) => event.stopPropagation()}
          onChange={() => act.onToggle(number)}
        />
      </td>
      {shown.map((column) => (
        <td key={column} title={cellOf(entry, column, text)}>
          {column === 'name' ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.name}
              onClick={(event) => {
                event.stopPropagation();
                act.onOpen(number);
              }}
            >
              {name}
            </button>
          ) : (
            cellOf(entry, column, text)
          )}
        </td>
      ))}
    </tr>
  );
});
