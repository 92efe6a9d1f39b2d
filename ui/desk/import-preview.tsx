// A list before it is imported: counts, every line, and what is wrong with it in words.
import { useMemo, useState } from 'react';
import type { ImportPreview } from '../../src/wire/api-import.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { ScrollFrame } from '../parts/scroll-frame.tsx';
import table from '../parts/table.module.css';
import { useCapped } from '../parts/use-capped.ts';
import { sentenceOfFileProblem, sentenceOfImportProblem } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';

interface ImportPreviewTableProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onImport: () => void;
}

const rowsAtOnce = 200;

export function ImportPreviewTable({ preview, busy, onImport }: ImportPreviewTableProps) {
  const text = useText();
  const { t } = text;
  const { rows, good, bad, newCategories, fileProblem } = preview;
  const [wanted, setWanted] = useState<'all' | 'problems' | undefined>();
  const filter = wanted ?? (bad > 0 ? 'problems' : 'all');
  const found = useMemo(
    () => (filter === 'all' ? rows : rows.filter(({ problems }) => problems.length > 0)),
    [rows, filter],
  );
  const { visible, rest, nextStep, showMore } = useCapped(found, rowsAtOnce, filter);
  if (fileProblem) {
    return (
      <Banner tone="bad" urgent>
        {sentenceOfFileProblem(text, fileProblem)}
      </Banner>
    );
  }
  return (
    <>
      <div className={styles.summary} role="status">
        <span className={cx(styles.count, styles.countGood)}>✓ {t('desk.import.good', { count: good })}</span>
        <span className={cx(styles.count, bad > 0 && styles.countBad)}>
          {bad > 0 ? '! ' : ''}
          {t('desk.import.bad', { count: bad })}
        </span>
        {newCategories.length > 0 ? (
          <span className={styles.soft}>
            {t('desk.import.newCategories', {
              count: newCategories.length,
              codes: newCategories.map(({ code }) => code).join(', '),
            })}
          </span>
        ) : null}
        <Button
          look="primary"
          large
          disabled={bad > 0 || good === 0 || busy}
          onClick={onImport}
          className={styles.importButton}
        >
          {busy ? t('desk.import.busy') : t('desk.import.button', { count: rows.length })}
        </Button>
      </div>
      {bad > 0 ? <Banner tone="warn">{t('desk.import.blocked')}</Banner> : null}
      {bad > 0 ? (
        <fieldset className={styles.filter}>
          <legend className={styles.hidden}>{t('desk.import.filter')}</legend>
          {(['problems', 'all'] as const).map((each) => (
            <label key={each} className={cx(styles.filterOption, filter === each && styles.filterHere)}>
              <input
                type="radio"
                name="filter"
                checked={filter === each}
                onChange={() => setWanted(each)}
                className={styles.hidden}
              />
              {each === 'all'
                ? t('desk.import.all', { count: rows.length })
                : t('desk.import.problems', { count: bad })}
            </label>
          ))}
        </fieldset>
      ) : null}
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
              {bad > 0 ? <th scope="col">{t('desk.import.problem')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {visible.map(({ line, name, club, category, target, problems }) => (
              <tr key={line}>
                <td className={table.number}>{line}</td>
                <td className={table.strong}>{name}</td>
                <td>{club}</td>
                <td>{category}</td>
                <td>{target || '–'}</td>
                {bad > 0 ? (
                  <td className={problems.length > 0 ? table.wrong : undefined}>
                    {problems.map((problem) => sentenceOfImportProblem(text, problem)).join(' ')}
                  </td>
                ) : null}
              </tr>
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
