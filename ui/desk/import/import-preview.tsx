// A list before it is imported: every line with what it does, what somebody may decide about it, or what is wrong with it in words.
import { useMemo, useState } from 'react';
import type { ImportPreview, ImportRow } from '../../../src/wire/api-import.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import table from '../../parts/table.module.css';
import { useCapped } from '../../parts/use-capped.ts';
import { sentenceOfImportProblem } from '../../text/sentences.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './import.module.css';
import type { LineChoice } from './import-choices.ts';

type Lines = ReadonlyMap<number, LineChoice>;

interface ImportPreviewTableProps {
  readonly preview: ImportPreview;
  readonly lines: Lines;
  readonly onChange: (lines: Lines) => void;
}

const rowsAtOnce = 200;

const filters = {
  problems: ({ problems }: ImportRow) => problems.length > 0,
  changed: ({ outcome }: ImportRow) => outcome === 'changed',
  new: ({ outcome }: ImportRow) => outcome === 'new',
  all: () => true,
} as const;
type Filter = keyof typeof filters;
const filterNames = Object.keys(filters) as readonly Filter[];

export function ImportPreviewTable({ preview: { rows, bad }, lines, onChange }: ImportPreviewTableProps) {
  const { t } = useText();
  const [wanted, setWanted] = useState<Filter | undefined>();
  const counts = useMemo(
    () => new Map(filterNames.map((name) => [name, rows.filter(filters[name]).length] as const)),
    [rows],
  );
  const isThere = (name: Filter | undefined) => name !== undefined && (counts.get(name) ?? 0) > 0;
  const filter = wanted !== undefined && isThere(wanted) ? wanted : bad > 0 ? 'problems' : 'all';
  const found = useMemo(() => rows.filter(filters[filter]), [rows, filter]);
  const { visible, rest, nextStep, showMore } = useCapped(found, rowsAtOnce, filter);
  const choose = (line: number, choice: LineChoice | undefined) => {
    const next = new Map(lines);
    if (choice) next.set(line, choice);
    else next.delete(line);
    onChange(next);
  };
  return (
    <>
      <fieldset className={desk.filter}>
        <legend className={desk.hidden}>{t('desk.import.filter')}</legend>
        {filterNames
          .filter((name) => isThere(name))
          .map((name) => (
            <label key={name} className={cx(desk.filterOption, filter === name && desk.filterHere)}>
              <input
                type="radio"
                name="filter"
                checked={filter === name}
                onChange={() => setWanted(name)}
                className={desk.hidden}
              />
              {t(`desk.import.filter.${name}`, { count: counts.get(name) ?? 0 })}
            </label>
          ))}
      </fieldset>
      <ScrollFrame label={t('desk.import.table')}>
        <table className={table.table} aria-label={t('desk.import.table')}>
          <thead>
            <tr>
              <th scope="col" className={table.number}>
                {t('desk.import.line')}
              </th>
              <th scope="col">{t('desk.entries.name')}</th>
              <th scope="col">{t('desk.entries.club')}</th>
              <th scope="col">{t('desk.entries.category')}</th>
              <th scope="col">{t('desk.entries.target')}</th>
              <th scope="col">{t('desk.import.what')}</th>
              <th scope="col">{t('desk.import.decide')}</th>
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <Line key={row.line} row={row} choice={lines.get(row.line)} onChange={choose} />
            ))}
          </tbody>
        </table>
        {rest > 0 ? (
          <div className={table.more}>
            <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
          </div>
        ) : null}
      </ScrollFrame>
    </>
  );
}

interface LineProps {
  readonly row: ImportRow;
  readonly choice: LineChoice | undefined;
  readonly onChange: (line: number, choice: LineChoice | undefined) => void;
}

function Line({ row, choice, onChange }: LineProps) {
  const text = useText();
  const { t } = text;
  const { line, entry, outcome, name, club, category, target, changes, problems } = row;
  const said =
    problems.length > 0
      ? problems
          .map((problem) => {
            const sentence = sentenceOfImportProblem(text, problem);
            return problem.column ? t('desk.import.inColumn', { column: problem.column, sentence }) : sentence;
          })
          .join(' ')
      : outcome === 'changed'
        ? changes
            .map(({ field, was, now }) => `${t(`desk.import.field.${field}`)}: ${was || '–'} → ${now || '–'}`)
            .join('; ')
        : t(`desk.import.outcome.${outcome}`);
  const isMatched = entry !== null || choice === 'asNew';
  return (
    <tr className={cx(outcome === 'left' && styles.left)}>
      <td className={table.number}>{line}</td>
      <td className={cx(table.strong, styles.name)}>{name}</td>
      <td>{club}</td>
      <td>{category}</td>
      <td>{target || '–'}</td>
      <td className={cx(problems.length > 0 && table.wrong, styles.what)}>{said}</td>
      <td>
        {outcome === 'same' && problems.length === 0 ? null : (
          <select
            className={styles.choice}
            aria-label={t('desk.import.decide.line', { line, name })}
            value={choice ?? ''}
            onChange={({ target: { value } }) =>
              onChange(line, value === 'leave' || value === 'asNew' ? value : undefined)
            }
          >
            <option value="">
              {isMatched ? t('desk.import.decide.change', { number: entry ?? '' }) : t('desk.import.decide.add')}
            </option>
            {isMatched ? <option value="asNew">{t('desk.import.decide.asNew')}</option> : null}
            <option value="leave">{t('desk.import.decide.leave')}</option>
          </select>
        )}
      </td>
    </tr>
  );
}
