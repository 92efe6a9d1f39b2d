// What the columns of a list mean: guessed from their headings, and changed here.
import type { ImportPreview } from '../../../src/wire/api-import.ts';
import { type ImportField, importFields } from '../../../src/wire/import-fields.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './import.module.css';
import { withField } from './import-choices.ts';

interface ImportColumnsProps {
  readonly preview: ImportPreview;
  readonly onChange: (fields: readonly (ImportField | null)[]) => void;
}

const fieldOf = (value: string) => importFields.find((each) => each === value) ?? null;

export function ImportColumns({ preview: { columns, fileProblem }, onChange }: ImportColumnsProps) {
  const { t } = useText();
  const fields = columns.map(({ field }) => field);
  const used = fields.filter((field) => field !== null).length;
  return (
    <details className={styles.columns} open={fileProblem !== null}>
      <summary>{t('desk.import.columns.title', { used, count: columns.length })}</summary>
      <p className={desk.soft}>{t('desk.import.columns.text')}</p>
      <ul className={styles.fields}>
        {columns.map(({ header, field, samples }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <li key={index} className={styles.field}>
            <label>
              <span className={styles.heading}>
                {header.trim() || t('desk.import.columns.nameless', { number: index + 1 })}
              </span>
              <select
                className={desk.select}
                value={field ?? ''}
                onChange={({ target }) => onChange(withField(fields, index, fieldOf(target.value)))}
              >
                <option value="">{t('desk.import.field.none')}</option>
                {importFields.map((each) => (
                  <option key={each} value={each}>
                    {t(`desk.import.field.${each}`)}
                  </option>
                ))}
              </select>
            </label>
            <span className={styles.samples}>{samples.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
