// What can be taken along: lists and scores as spreadsheets, one by one or all together, the competition as a file, and its results as pages.
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { type TableFormat, type TableName, tableNames } from '../../src/wire/tables.ts';
import button from '../parts/button.module.css';
import { cx } from '../parts/cx.ts';
import { pathOf } from '../store/api.ts';
import { useText } from '../text/text-context.tsx';
import desk from './desk.module.css';
import styles from './exports.module.css';

interface ExportsProps {
  readonly competition: CompetitionView;
}

export function Exports({ competition: { id } }: ExportsProps) {
  const { t, language } = useText();
  const addressOf = (format: TableFormat, ...table: readonly TableName[]) =>
    `${pathOf('competitions', id, 'tables', ...table)}?${new URLSearchParams({ format, language })}`;
  return (
    <>
      <section aria-labelledby="exports-all">
        <h3 id="exports-all" className={desk.sectionTitle}>
          {t('desk.exports.all')}
        </h3>
        <ul className={styles.files}>
          <File
            href={addressOf('xlsx')}
            name={t('desk.exports.workbook')}
            text={t('desk.exports.workbook.text')}
            primary
          />
          <File href={addressOf('csv')} name={t('desk.exports.zip')} text={t('desk.exports.zip.text')} />
          <File
            href={`${pathOf('competitions', id, 'site')}?${new URLSearchParams({ language })}`}
            name={t('desk.exports.site')}
            text={t('desk.exports.site.text')}
          />
          <File
            href={pathOf('competitions', id, 'export')}
            name={t('desk.exports.file')}
            text={t('desk.exports.file.text')}
          />
        </ul>
      </section>
      <section aria-labelledby="exports-tables">
        <h3 id="exports-tables" className={desk.sectionTitle}>
          {t('desk.exports.tables')}
        </h3>
        <ul className={styles.tables}>
          {tableNames.map((table) => (
            <li key={table}>
              <span>
                <strong>{t(`desk.exports.table.${table}`)}</strong>
                <span className={styles.text}>{t(`desk.exports.table.${table}.text`)}</span>
              </span>
              <span className={styles.formats}>
                {(['xlsx', 'csv'] as const).map((format) => (
                  <a
                    key={format}
                    className={button.button}
                    href={addressOf(format, table)}
                    aria-label={t('desk.exports.as', {
                      table: t(`desk.exports.table.${table}`),
                      format: formatNames[format],
                    })}
                    download
                  >
                    {formatNames[format]}
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const formatNames: Readonly<Record<TableFormat, string>> = { xlsx: 'Excel', csv: 'CSV' };

interface FileProps {
  readonly href: string;
  readonly name: string;
  readonly text: string;
  readonly primary?: boolean;
}

function File({ href, name, text, primary = false }: FileProps) {
  return (
    <li>
      <a className={cx(button.button, primary && button.primary)} href={href} download>
        {name}
      </a>
      <span className={styles.text}>{text}</span>
    </li>
  );
}
