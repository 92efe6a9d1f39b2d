// What stands at the foot of a paper card: the total, and the counts that a card of this discipline carries.
import type { Scorecard, Tally } from '../../src/domain/card/scorecard.ts';
import type { Discipline, Round } from '../../src/domain/rounds/rounds.ts';
import type { TieBreakCount } from '../../src/domain/rule-sets.ts';
import type { MessageKey } from '../text/en.ts';
import { useText } from '../text/text-context.tsx';
import styles from './card-view.module.css';

const counts: Readonly<Record<Discipline, readonly TieBreakCount[]>> = {
  outdoor: ['ten', 'x'],
  indoor: ['ten', 'nine'],
  field: ['six', 'five'],
  '3d': ['eleven', 'ten'],
};

export interface NamedCount {
  readonly label: MessageKey;
  readonly count: number;
}

/** In the order of the card's columns. Where an X is counted by itself, tens are those with it. */
export function countsOf(tally: Tally, { discipline }: Pick<Round, 'discipline'>): readonly NamedCount[] {
  const shown = counts[discipline];
  return shown.map((count) => ({
    label: count === 'ten' && !shown.includes('x') ? 'board.count.ten.plain' : `board.count.${count}`,
    count: tally[count],
  }));
}

export function CardTotals({ card, round }: { readonly card: Scorecard; readonly round: Round }) {
  const { t } = useText();
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{t('cards.view.total')}</dt>
        <dd>{card.tally.total}</dd>
      </div>
      {countsOf(card.tally, round).map(({ label, count }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
