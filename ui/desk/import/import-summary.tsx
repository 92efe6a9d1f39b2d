// What importing comes to, in numbers, and the button that does it.
import type { ImportOutcome, ImportPreview } from '../../../src/wire/api-import.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import type { ImportState } from './use-import.ts';

const shown = ['new', 'changed', 'same', 'left'] as const satisfies ImportOutcome[];

interface ImportSummaryProps {
  readonly state: ImportState;
  readonly preview: ImportPreview;
}

export function ImportSummary({ state, preview: { rows, bad, newCategories } }: ImportSummaryProps) {
  const { t } = useText();
  const { choices, isChecking, isImporting, importAll } = state;
  const good = rows.filter(({ problems }) => problems.length === 0);
  const countOf = (outcome: ImportOutcome) => good.filter((row) => row.outcome === outcome).length;
  const toDo = countOf('new') + countOf('changed') + choices.withdraw.size;
  return (
    <>
      <div className={desk.summary} role="status">
        {shown
          .filter((outcome) => countOf(outcome) > 0)
          .map((outcome) => (
            <span key={outcome} className={cx(desk.count, outcome === 'new' && desk.countGood)}>
              {t(`desk.import.count.${outcome}`, { count: countOf(outcome) })}
            </span>
          ))}
        {bad > 0 ? (
          <span className={cx(desk.count, desk.countBad)}>! {t('desk.import.bad', { count: bad })}</span>
        ) : null}
        {newCategories.length > 0 ? (
          <span className={desk.soft}>
            {t('desk.import.newCategories', {
              count: newCategories.length,
              codes: newCategories.map(({ code }) => code).join(', '),
            })}
          </span>
        ) : null}
        <Button
          look="primary"
          large
          disabled={bad > 0 || toDo === 0 || isImporting || isChecking}
          onClick={importAll}
          className={desk.importButton}
        >
          {isImporting
            ? t('desk.import.busy')
            : isChecking
              ? t('desk.import.checking')
              : toDo === 0
                ? t('desk.import.nothing')
                : t('desk.import.button', { count: toDo })}
        </Button>
      </div>
      {bad > 0 ? <Banner tone="warn">{t('desk.import.blocked')}</Banner> : null}
    </>
  );
}
