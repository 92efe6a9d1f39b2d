// Importing entries: choose, drop or paste a list, see every line with what is wrong in words, then import all of it or nothing.
import { type ChangeEvent, type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { Imported, ImportPreview } from '../../src/wire/api-import.ts';
import { Banner } from '../parts/banner.tsx';
import button from '../parts/button.module.css';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { useDraft } from '../store/use-draft.ts';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';
import { ImportPreviewTable } from './import-preview.tsx';
import { sampleCsv } from './targets-print.ts';
import { useExpiry } from './use-expiry.ts';

interface ImportEntriesProps {
  readonly competition: CompetitionView;
  readonly onImported: () => void;
  readonly onExpired: () => void;
}

interface Source {
  /** Undefined for pasted rows. */
  readonly name: string | undefined;
  readonly body: Blob;
}

const emptyDraft = { pasted: '' };

export function ImportEntries({ competition, onImported, onExpired }: ImportEntriesProps) {
  const { t } = useText();
  const [source, setSource] = useState<Source | undefined>();
  const [assign, setAssign] = useState(true);
  const [preview, setPreview] = useState<ImportPreview | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Imported | undefined>();
  const { draft, change, forget } = useDraft(`import.${competition.id}`, emptyDraft);
  useExpiry(failure, onExpired);
  const path = `/api/competitions/${encodeURIComponent(competition.id)}/entries`;

  const check = useCallback(
    (from: Source, assignTargets: boolean, signal: AbortSignal) => {
      setFailure(undefined);
      callApi<ImportPreview>(`${path}/preview?assignTargets=${assignTargets}`, {
        method: 'POST',
        csv: from.body,
        signal,
      }).then(setPreview, (error: unknown) => {
        if (!signal.aborted) setFailure(toFailure(error));
      });
    },
    [path],
  );

  useEffect(() => {
    if (!source) return undefined;
    const stop = new AbortController();
    check(source, assign, stop.signal);
    return () => stop.abort();
  }, [source, assign, check]);

  const take = (next: Source | undefined) => {
    setPreview(undefined);
    setFailure(undefined);
    setDone(undefined);
    setSource(next);
  };

  const importAll = async () => {
    if (!source || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const imported = await callApi<Imported>(`${path}/import?assignTargets=${assign}`, {
        method: 'POST',
        csv: source.body,
      });
      forget();
      take(undefined);
      setDone(imported);
      onImported();
    } catch (error) {
      setFailure(toFailure(error));
      check(source, assign, new AbortController().signal);
      setFailure(toFailure(error));
    }
    setBusy(false);
  };

  if (done) return <Done competition={competition} imported={done} onAgain={() => setDone(undefined)} />;
  if (!source) {
    return <Chooser pasted={draft.pasted} onPasted={(pasted) => change({ pasted })} onTake={take} />;
  }
  return (
    <>
      <div className={styles.tools}>
        <p className={styles.grow}>
          <strong>{t('desk.import.source', { name: source.name ?? t('desk.import.pasted') })}</strong>
        </p>
        <label className={styles.check}>
          <input type="checkbox" checked={assign} onChange={({ target }) => setAssign(target.checked)} />
          {t('desk.import.assign')}
        </label>
        <Button onClick={() => take(undefined)}>{t('desk.import.another')}</Button>
      </div>
      {failure ? (
        <Failure failure={failure} onRetry={() => check(source, assign, new AbortController().signal)} />
      ) : null}
      {preview ? (
        <ImportPreviewTable preview={preview} busy={busy} onImport={importAll} />
      ) : failure ? null : (
        <Skeleton rows={8} label={t('desk.import.checking')} />
      )}
    </>
  );
}

interface ChooserProps {
  readonly pasted: string;
  readonly onPasted: (text: string) => void;
  readonly onTake: (source: Source) => void;
}

function Chooser({ pasted, onPasted, onTake }: ChooserProps) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onTake({ name: file.name, body: file });
  };
  const onFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) onTake({ name: file.name, body: file });
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
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
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

function Done({
  competition,
  imported,
  onAgain,
}: {
  readonly competition: CompetitionView;
  readonly imported: Imported;
  readonly onAgain: () => void;
}) {
  const { t } = useText();
  const path = `/${encodeURIComponent(competition.id)}`;
  return (
    <div className={styles.done}>
      <Banner tone="good">{t('desk.import.done', { count: imported.imported })}</Banner>
      <div className={styles.buttons}>
        <Link href={`${path}/targets`} className={cx(button.button, button.primary)}>
          {t('desk.import.seeTargets')}
        </Link>
        <Link href={`${path}/entries`} className={button.button}>
          {t('desk.import.seeEntries')}
        </Link>
        <Button look="quiet" onClick={onAgain}>
          {t('desk.import.another')}
        </Button>
      </div>
    </div>
  );
}
