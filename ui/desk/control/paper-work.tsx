// What a judge does with one paper card that differs or is not there.

import { whatCounts } from '../../../src/domain/reconcile/paper-card.ts';
import type { PapersView, PaperView } from '../../../src/wire/api-papers.ts';
import { pathOf } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import { JudgeForm } from './judge-form.tsx';
import { useFigureWords, type Work } from './paper-table.tsx';

interface PaperWorkProps {
  readonly competition: string;
  readonly paper: PaperView;
  readonly work: Work['kind'];
  readonly tieBreak: PapersView['tieBreak'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onExpired: () => void;
}

export function PaperWork({ competition, paper, work, tieBreak, ...told }: PaperWorkProps) {
  const { t } = useText();
  const words = useFigureWords(tieBreak);
  const { entry, name, target, arrows, paper: typed } = paper;
  const who = [target, name].filter(Boolean).join(' · ');
  const path = pathOf('competitions', competition, 'entries', entry, 'paper');
  switch (work) {
    case 'settle': {
      const { total = 0, counts = [] } = typed ?? {};
      const figures = { total, counts };
      return (
        <JudgeForm
          title={t('papers.settle.title', { who })}
          text={t('papers.settle.text', {
            arrows: words(arrows),
            paper: words(figures),
            now: words(whatCounts(arrows, figures)),
          })}
          button={t('papers.settle')}
          path={`${path}/settlement`}
          callOf={(signed) => ({ method: 'PUT', json: { arrows, paper: figures, ...signed } })}
          {...told}
        />
      );
    }
    case 'waive':
      return (
        <JudgeForm
          title={t('papers.waive.title', { who })}
          text={t('papers.waive.text')}
          button={t('papers.waive')}
          path={pathOf('competitions', competition, 'papers', 'waived')}
          callOf={(signed) => ({ method: 'POST', json: { entries: [entry], ...signed } })}
          {...told}
        />
      );
    case 'takeBack':
      return (
        <JudgeForm
          title={t('papers.takeBack.title', { who })}
          text={t('papers.takeBack.text')}
          button={t('papers.takeBack')}
          path={path}
          callOf={() => ({ method: 'DELETE' })}
          inAddress
          {...told}
        />
      );
  }
}
