// Signed paper cards against those of arrows, category by category: what stands on the paper is typed by the keyboard alone, differences are
// settled by a judge, and what is not there is waived by name. Then the category is official.
import { useState } from 'react';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { PapersView, PaperView } from '../../../src/wire/api-papers.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';
import desk from '../desk.module.css';
import { useExpiry } from '../use-expiry.ts';
import styles from './control.module.css';
import { JudgeForm } from './judge-form.tsx';
import { PaperEntry } from './paper-entry.tsx';
import { PaperTable, type Work } from './paper-table.tsx';
import { PaperWork } from './paper-work.tsx';

interface PapersProps {
  readonly competition: CompetitionView;
  /** The code of a category. */
  readonly item: string | undefined;
  readonly onExpired: () => void;
}

const refreshMs = 8_000;

export function Papers({ competition, item, onExpired }: PapersProps) {
  const { t } = useText();
  const [category, setCategory] = useState(item ?? competition.categories[0]?.code);
  const path = pathOf('competitions', competition.id, 'papers');
  const asked = category === undefined ? path : `${path}?${new URLSearchParams({ category })}`;
  const { data, failure, reload } = useApi<PapersView>(asked, refreshMs);
  useExpiry(failure, onExpired);
  if (competition.categories.length === 0) return <Empty title={t('papers.none')}>{t('papers.none.text')}</Empty>;
  if (!data)
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton rows={8} label={t('app.loading')} />;
  return (
    <>
      <p className={desk.soft}>{t('papers.text')}</p>
      <fieldset className={desk.filter}>
        <legend className={desk.hidden}>{t('papers.category')}</legend>
        {data.categories.map((each) => (
          <label key={each.category} className={cx(desk.filterOption, each.category === category && desk.filterHere)}>
            <input
              type="radio"
              name="category"
              className={desk.hidden}
              checked={each.category === category}
              onChange={() => setCategory(each.category)}
            />
            {each.isOfficial ? '✓ ' : ''}
            {t('papers.progress', { name: each.name, count: each.reconciled, cards: each.cards })}
          </label>
        ))}
      </fieldset>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      {category === undefined ? null : (
        <CategoryPapers
          key={category}
          competition={competition}
          category={category}
          view={data}
          onChanged={reload}
          onExpired={onExpired}
        />
      )}
    </>
  );
}

interface CategoryPapersProps {
  readonly competition: CompetitionView;
  readonly category: string;
  readonly view: PapersView;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

function CategoryPapers({ competition, category, view, onChanged, onExpired }: CategoryPapersProps) {
  const { t } = useText();
  const [asked, setAsked] = useState<number | undefined>();
  const [work, setWork] = useState<Work | undefined>();
  const [isWaiving, setWaiving] = useState(false);
  const { papers, tieBreak } = view;
  const isOfficial = view.categories.find((each) => each.category === category)?.isOfficial ?? false;
  const missing = papers.filter(({ state }) => state === 'missing');
  const working = papers.find(({ entry }) => entry === work?.entry);
  const done = () => {
    setWork(undefined);
    setWaiving(false);
    onChanged();
  };
  return (
    <>
      {isOfficial ? <Banner tone="good">{t('papers.official')}</Banner> : null}
      {isOfficial ? null : <Banner tone="info">{t('papers.unofficial', { count: missing.length })}</Banner>}
      <div className={cards.columns}>
        <div className={styles.main}>
          {papers.length === 0 ? <Empty title={t('papers.nobody')} /> : null}
          {papers.length > 0 ? (
            <PaperTable
              competition={competition.id}
              papers={papers}
              tieBreak={tieBreak}
              onType={(entry) => {
                setWork(undefined);
                setAsked(entry);
              }}
              onWork={setWork}
            />
          ) : null}
        </div>
        <div className={cards.side}>
          {competition.isClosed ? null : working && work ? (
            <PaperWork
              key={`${work.kind}/${work.entry}`}
              competition={competition.id}
              paper={working}
              work={work.kind}
              tieBreak={tieBreak}
              onDone={done}
              onCancel={() => setWork(undefined)}
              onExpired={onExpired}
            />
          ) : (
            <PaperEntry
              competition={competition.id}
              papers={papers}
              tieBreak={tieBreak}
              asked={asked}
              onTyped={() => setAsked(undefined)}
              onSaved={onChanged}
              onExpired={onExpired}
            />
          )}
          {missing.length > 0 && !working && !competition.isClosed ? (
            <WaiveAll
              competition={competition.id}
              missing={missing}
              isOpen={isWaiving}
              onOpen={setWaiving}
              onDone={done}
              onExpired={onExpired}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}

interface WaiveAllProps {
  readonly competition: string;
  readonly missing: readonly PaperView[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

const mostAtOnce = 500;

function WaiveAll({ competition, missing, isOpen, onOpen, onDone, onExpired }: WaiveAllProps) {
  const { t } = useText();
  const entries = missing.slice(0, mostAtOnce).map(({ entry }) => entry);
  if (!isOpen) return <Button onClick={() => onOpen(true)}>{t('papers.waiveAll', { count: entries.length })}</Button>;
  return (
    <JudgeForm
      title={t('papers.waiveAll', { count: entries.length })}
      text={t('papers.waive.text')}
      button={t('papers.waive')}
      path={pathOf('competitions', competition, 'papers', 'waived')}
      callOf={(signed) => ({ method: 'POST', json: { entries, ...signed } })}
      onDone={onDone}
      onCancel={() => onOpen(false)}
      onExpired={onExpired}
    />
  );
}
