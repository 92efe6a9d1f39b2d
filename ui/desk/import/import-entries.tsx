// Importing entries: choose, drop or paste a list, say what its columns mean, see every line with what it does or what is wrong in words, then import
// all of it or nothing.
import { useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { ListImported } from '../../../src/wire/api-import.ts';
import { Banner } from '../../parts/banner.tsx';
import button from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Select } from '../../parts/select.tsx';
import { useDraft } from '../../store/use-draft.ts';
import { sentenceOfFileProblem } from '../../text/sentences.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useExpiry } from '../use-expiry.ts';
import { ImportChooser } from './import-chooser.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportGone } from './import-gone.tsx';
import { ImportPreviewTable } from './import-preview.tsx';
import { ImportSummary } from './import-summary.tsx';
import { type ImportState, useImport } from './use-import.ts';

interface ImportEntriesProps {
  readonly competition: CompetitionView;
  readonly onImported: () => void;
  readonly onExpired: () => void;
}

const emptyDraft = { pasted: '' };

export function ImportEntries({ competition, onImported, onExpired }: ImportEntriesProps) {
  const [done, setDone] = useState<ListImported | undefined>();
  const { draft, change, forget } = useDraft(`import.${competition.id}`, emptyDraft);
  const state = useImport(competition.id, (imported) => {
    forget();
    setDone(imported);
    onImported();
  });
  useExpiry(state.failure, onExpired);
  if (done) return <Done competition={competition} imported={done} onAgain={() => setDone(undefined)} />;
  if (!state.source) {
    return <ImportChooser pasted={draft.pasted} onPasted={(pasted) => change({ pasted })} onTake={state.take} />;
  }
  return <Looking state={state} />;
}

/** At a list that is not imported yet. */
function Looking({ state }: { readonly state: ImportState }) {
  const text = useText();
  const { t } = text;
  const { source, choices, preview, failure, take, choose, giveMeaning, again } = state;
  return (
    <>
      <div className={desk.tools}>
        <p className={desk.grow}>
          <strong>{t('desk.import.source', { name: source?.name ?? t('desk.import.pasted') })}</strong>
        </p>
        {preview && preview.sheets.length > 1 ? (
          <Select
            label={t('desk.import.sheet')}
            value={preview.sheet ?? ''}
            options={preview.sheets.map((name) => ({ value: name, label: name }))}
            onChange={(sheet) => choose({ sheet, fields: undefined, lines: new Map() })}
          />
        ) : null}
        <label className={desk.check}>
          <input
            type="checkbox"
            checked={choices.assign}
            onChange={({ target }) => choose({ assign: target.checked })}
          />
          {t('desk.import.assign')}
        </label>
        <Button onClick={() => take(undefined)}>{t('desk.import.another')}</Button>
      </div>
      {failure ? <Failure failure={failure} onRetry={again} /> : null}
      {preview ? (
        <>
          {preview.fileProblem ? (
            <Banner tone="bad" urgent>
              {sentenceOfFileProblem(text, preview.fileProblem)}
            </Banner>
          ) : null}
          {preview.columns.length > 0 ? <ImportColumns preview={preview} onChange={giveMeaning} /> : null}
          {preview.fileProblem ? null : (
            <>
              <ImportSummary state={state} preview={preview} />
              <ImportPreviewTable preview={preview} lines={choices.lines} onChange={(lines) => choose({ lines })} />
              <ImportGone
                gone={preview.gone}
                withdraw={choices.withdraw}
                onChange={(withdraw) => choose({ withdraw })}
              />
            </>
          )}
        </>
      ) : failure ? null : (
        <Skeleton rows={8} label={t('desk.import.checking')} />
      )}
    </>
  );
}

function Done({
  competition,
  imported: { imported, changed, withdrawn },
  onAgain,
}: {
  readonly competition: CompetitionView;
  readonly imported: ListImported;
  readonly onAgain: () => void;
}) {
  const { t } = useText();
  const path = `/${encodeURIComponent(competition.id)}`;
  const said = [
    t('desk.import.done', { count: imported }),
    ...(changed > 0 ? [t('desk.import.done.changed', { count: changed })] : []),
    ...(withdrawn > 0 ? [t('desk.import.done.withdrawn', { count: withdrawn })] : []),
  ];
  return (
    <div className={desk.done}>
      <Banner tone="good">{said.join(' ')}</Banner>
      <div className={desk.buttons}>
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
