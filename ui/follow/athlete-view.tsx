// One athlete: what is asked first (total, rank, average), then the charts, where the arrows struck, and the whole card.
import type { AthleteSheet } from '../../src/domain/card/athlete-sheet.ts';
import { countArrows } from '../../src/domain/rounds/rounds.ts';
import { Empty } from '../parts/empty.tsx';
import { type AthleteCard, athleteCardOf } from '../store/athlete-store.ts';
import { useText } from '../text/text-context.tsx';
import { CardTable } from './card-table.tsx';
import { EndChart } from './end-chart.tsx';
import styles from './follow.module.css';
import { HitDrawings } from './hit-drawings.tsx';
import { RankChart } from './rank-chart.tsx';
import { ShareRow } from './share-row.tsx';
import { ValueChart } from './value-chart.tsx';

interface AthleteViewProps {
  readonly competition: string;
  readonly entry: number;
  readonly sheet: AthleteSheet;
}

export function AthleteView({ competition, entry, sheet }: AthleteViewProps) {
  const { t } = useText();
  const card = athleteCardOf(sheet);
  const archer = sheet.archers[0];
  if (!card || !archer) return <Empty title={t('follow.missing')} />;
  const { name, club, category, target, standing, locked } = archer;
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.soft}>
          {[club, sheet.categoryName, card.round.name, target === '' ? '' : t('follow.target', { target })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {standing ? <p className={styles.standing}>{t(`standing.${standing}`)}</p> : null}
        {locked ? <p className={styles.signed}>{t('follow.signed')}</p> : null}
      </header>
      <Figures card={card} sheet={sheet} />
      {card.tally.arrows === 0 ? (
        <Empty title={t('follow.none')}>{t('follow.none.text')}</Empty>
      ) : (
        <div className={styles.charts}>
          <EndChart card={card} />
          <RankChart ranks={sheet.ranks} />
          <ValueChart card={card} />
          <HitDrawings card={card} />
        </div>
      )}
      <CardTable card={card} />
      <p>
        <a
          href={`/board/${encodeURIComponent(competition)}/${encodeURIComponent(category)}?tv=0`}
          className={styles.link}
        >
          {t('follow.board')}
        </a>
      </p>
      <ShareRow competition={competition} entry={entry} name={name} competitionName={sheet.competitionName} />
    </>
  );
}

function Figures({ card, sheet }: { readonly card: AthleteCard; readonly sheet: AthleteSheet }) {
  const { t, language } = useText();
  const { tally, average, round } = card;
  const last = sheet.ranks.at(-1);
  return (
    <dl className={styles.figures}>
      <div className={styles.first}>
        <dt>{t('follow.total')}</dt>
        <dd>{tally.total}</dd>
      </div>
      <div>
        <dt>{t('follow.rank')}</dt>
        <dd>
          {last?.rank ?? '–'}
          <span className={styles.of}>
            {last ? t('follow.rank.of', { of: last.of, end: last.end }) : t('follow.rank.none')}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t('follow.average')}</dt>
        <dd>
          {average === undefined
            ? '–'
            : new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(average)}
        </dd>
      </div>
      <div>
        <dt>{t('follow.arrows')}</dt>
        <dd>
          {tally.arrows}
          <span className={styles.of}>{t('follow.arrows.of', { of: countArrows(round) })}</span>
        </dd>
      </div>
    </dl>
  );
}
