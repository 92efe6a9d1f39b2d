// Where a list comes from: a file that is chosen or dropped, or rows that are pasted.
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { useText } from '../../text/text-context.tsx';
import styles from '../desk.module.css';
import { sampleCsv } from '../targets-print.ts';
import type { Source } from './use-import.ts';

interface ImportChooserProps {
  readonly pasted: string;
  readonly onPasted: (text: string) => void;
  readonly onTake: (source: Source) => void;
}

/** Older Excel files too: that they cannot be read is said in words that help. */
const accepted =
  '.xlsx,.csv,.tsv,.txt,.xls,.xlsm,.ods,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function ImportChooser({ pasted, onPasted, onTake }: ImportChooserProps) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const takeFile = (file: File | undefined) => {
    if (file) onTake({ name: file.name, body: file });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    takeFile(event.dataTransfer.files[0]);
  };
  const onFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    takeFile(target.files?.[0]);
    target.value = '';
  };
  const takePasted = () => onTake({ name: undefined, body: new Blob([pasted], { type: 'text/csv' }) });
  return (
    <div className={styles.chooser}>
      <section
        aria-label={t('desk.import.drop')}
        className={cx(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p className={styles.dropTitle}>{t('desk.import.drop')}</p>
        <p className={styles.soft}>{t('desk.import.or')}</p>
        <Button look="primary" large onClick={() => input.current?.click()}>
          {t('desk.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept={accepted}
          onChange={onFile}
          hidden
          aria-label={t('desk.import.choose')}
        />
        <p className={cx(styles.soft, styles.columns)}>{t('desk.import.columns')}</p>
        <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(sampleCsv)}`} download="tenring-entries.csv">
          {t('desk.import.sample')}
        </a>
      </section>
      <section className={styles.paste} aria-labelledby="paste">
        <h3 id="paste">{t('desk.import.paste')}</h3>
        <textarea
          className={styles.textarea}
          aria-label={t('desk.import.paste.label')}
          placeholder={sampleCsv.trim().replace(/,/g, '   ')}
          value={pasted}
          onChange={({ target }) => onPasted(target.value)}
          rows={8}
          spellCheck={false}
        />
        <Button onClick={takePasted} disabled={pasted.trim() === ''}>
          {t('desk.import.paste.button')}
        </Button>
      </section>
    </div>
  );
}
