// All paper cards of a category beside those of arrows.
import { Link } from 'wouter';
import type { Figures } from '../../../src/domain/card/scorecard.ts';
import type { PapersView, PaperView } from '../../../src/wire/api-papers.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import table from '../../parts/table.module.css';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';

type TieBreak = PapersView['tieBreak'];

/** What is done with a card beside typing it. */
export interface Work {
  readonly kind: 'settle' | 'waive' | 'takeBack';
  readonly entry: number;
}

/** `648 · 32 X · 58 10` */
export function useFigureWords(tieBreak: TieBreak): (figures: Figures) => string {
  const { t } = useText();
  return ({ total, counts }) =>
    [String(total), ...tieBreak.map((count, index) => `${counts[index] ?? 0} ${t(`papers.count.${count}`)}`)].join(
      ' · ',
    );
}

interface PaperTableProps {
  readonly competition: string;
  readonly papers: readonly PaperView[];
  readonly tieBreak: TieBreak;
  readonly onType: (entry: number) => void;
  readonly onWork: (work: Work) => void;
}

export function PaperTable({ competition, papers, tieBreak, onType, onWork }: PaperTableProps) {
  const { t } = useText();
  return (
    <ScrollFrame label={t('desk.tab.papers')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('desk.cards.target')}</th>
            <th scope="col">{t('desk.cards.name')}</th>
            <th scope="col">{t('papers.arrows')}</th>
            <th scope="col">{t('papers.paper')}</th>
            <th scope="col">{t('desk.card.state')}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <PaperRow
              key={paper.entry}
              competition={competition}
              paper={paper}
              tieBreak={tieBreak}
              onType={onType}
              onWork={onWork}
            />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function PaperRow({
  competition,
  paper: row,
  tieBreak,
  onType,
  onWork,
}: Omit<PaperTableProps, 'papers'> & { readonly paper: PaperView }) {
  const { t } = useText();
  const words = useFigureWords(tieBreak);
  const { entry, name, club, target, state, arrows, paper, counts, settled, waived } = row;
  const decided = settled ?? waived;
  return (
    <tr>
      <td>{target ?? '–'}</td>
      <td>
        <Link href={`/${encodeURIComponent(competition)}/cards/${entry}`} className={cards.open}>
          {name}
        </Link>
        <span className={cards.who}>{club}</span>
      </td>
      <td>{state === 'missing' ? <span className={cards.soft}>{t('desk.card.hidden')}</span> : words(arrows)}</td>
      <td>
        {paper ? words(paper) : ''}
        {counts ? <span className={cards.who}>{t('papers.counts', { figures: words(counts) })}</span> : null}
      </td>
      <td>
        <div className={cards.state}>
          <span className={cx(state === 'differs' && cards.differs, isDone(state) && cards.closed)}>
            {isDone(state) ? '✓ ' : ''}
            {t(`papers.state.${state}`)}
          </span>
          {decided ? <span className={cards.who}>{`${decided.by}: ${decided.reason}`}</span> : null}
          <RowButtons row={row} onType={onType} onWork={onWork} />
        </div>
      </td>
    </tr>
  );
}

function isDone(state: PaperView['state']): boolean {
  return state === 'agrees' || state === 'settled' || state === 'waived';
}

function RowButtons({
  row: { entry, name, state },
  onType,
  onWork,
}: Pick<PaperTableProps, 'onType' | 'onWork'> & { readonly row: PaperView }) {
  const { t } = useText();
  if (state === 'open' || state === 'notNeeded') return null;
  return (
    <>
      {state === 'differs' ? (
        <Button
          look="primary"
          aria-label={t('papers.settle.title', { who: name })}
          onClick={() => onWork({ kind: 'settle', entry })}
        >
          {t('papers.settle')}
        </Button>
      ) : null}
      <Button
        aria-label={t(state === 'missing' ? 'papers.typeOf' : 'papers.typeAgainOf', { name })}
        onClick={() => onType(entry)}
      >
        {t(state === 'missing' ? 'papers.type' : 'papers.typeAgain')}
      </Button>
      {state === 'missing' ? (
        <Button
          look="quiet"
          aria-label={t('papers.waive.title', { who: name })}
          onClick={() => onWork({ kind: 'waive', entry })}
        >
          {t('papers.waive')}
        </Button>
      ) : (
        <Button
          look="quiet"
          aria-label={t('papers.takeBack.title', { who: name })}
          onClick={() => onWork({ kind: 'takeBack', entry })}
        >
          {t('papers.takeBack')}
        </Button>
      )}
    </>
  );
}
