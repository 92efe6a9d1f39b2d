// A list from its choosing to its import: every choice is checked by the appliance at once, and what is imported is what was looked at.
import { useCallback, useEffect, useState } from 'react';
import type { ImportPreview, ListImported } from '../../../src/wire/api-import.ts';
import type { ImportField } from '../../../src/wire/import-fields.ts';
import { type ApiFailure, callApi, pathOf, toFailure } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import { type Choices, noChoices, queryOf } from './import-choices.ts';
import { recallColumns, rememberColumns } from './remembered-columns.ts';

export interface Source {
  /** Undefined for pasted rows. */
  readonly name: string | undefined;
  readonly body: Blob;
}

export function useImport(competition: string, onImported: (done: ListImported) => void) {
  const { t } = useText();
  const [source, setSource] = useState<Source | undefined>();
  const [choices, setChoices] = useState<Choices>(noChoices);
  const [preview, setPreview] = useState<ImportPreview | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [isChecking, setChecking] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const reason = t('desk.import.gone.reason');
  const ask = useCallback(
    <T>(step: 'preview' | 'import', from: Source, query: URLSearchParams, signal?: AbortSignal) =>
      callApi<T>(`${pathOf('competitions', competition, 'entries', step)}?${query}`, {
        ...{ method: 'POST', csv: from.body },
        ...(signal ? { signal } : {}),
      }),
    [competition],
  );

  const check = useCallback(
    (from: Source, wanted: Choices, signal?: AbortSignal) => {
      setChecking(true);
      ask<ImportPreview>('preview', from, queryOf(wanted, reason), signal).then(
        (found) => {
          const known = wanted.fields ? undefined : recallColumns(competition, found.columns);
          // What these headings meant the last time is asked for instead, once.
          if (known) setChoices((before) => ({ ...before, fields: known }));
          else setChecking(false);
          setPreview(found);
        },
        (error: unknown) => {
          if (signal?.aborted) return;
          setChecking(false);
          setFailure(toFailure(error));
        },
      );
    },
    [ask, competition, reason],
  );

  useEffect(() => {
    if (!source) return undefined;
    const stop = new AbortController();
    setFailure(undefined);
    check(source, choices, stop.signal);
    return () => stop.abort();
  }, [source, choices, check]);

  const take = (next: Source | undefined) => {
    setPreview(undefined);
    setFailure(undefined);
    setChoices(({ assign }) => ({ ...noChoices, assign }));
    setSource(next);
  };

  const choose = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }));

  const giveMeaning = (fields: readonly (ImportField | null)[]) => {
    if (preview) rememberColumns(competition, preview.columns, fields);
    choose({ fields });
  };

  const importAll = async () => {
    if (!source || !preview || isImporting || isChecking) return;
    setImporting(true);
    setFailure(undefined);
    try {
      const done = await ask<ListImported>('import', source, queryOf(choices, reason, preview.plan));
      take(undefined);
      onImported(done);
    } catch (error) {
      check(source, choices);
      setFailure(toFailure(error));
    }
    setImporting(false);
  };

  const again = () => source && check(source, choices);
  return { source, choices, preview, failure, isChecking, isImporting, take, choose, giveMeaning, importAll, again };
}

export type ImportState = ReturnType<typeof useImport>;
