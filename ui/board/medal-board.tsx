// The medal table, of clubs or of countries.
import { useState } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { MedalTableView } from '../../src/wire/api-rankings.ts';
import { cx } from '../parts/cx.ts';
import { Empty } from '../parts/empty.tsx';
import { Fetching } from '../parts/fetching.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { BoardShell } from './board-shell.tsx';
import { clubPath } from './club-board.tsx';
import styles from './rows.module.css';
import { Turning } from './turning.tsx';
import type { TurnTime } from './use-page.ts';
import type { Layout } from './view-options.ts';

interface MedalBoardProps {
  readonly competition: CompetitionView;
  readonly layout: Layout;
  /** On a TV that has a playlist. */
  readonly turn?: TurnTime;
}

const refreshMs = 10_000;
const groups = ['club', 'country'] as const;
const medals = ['gold', 'silver', 'bronze'] as const;

export function MedalBoard({ competition, layout, turn }: MedalBoardProps) {
  const { t } = useText();
  const [of, setOf] = useState<(typeof groups)[number]>('club');
  const { data, failure, reload } = useApi<MedalTableView>(
    `${pathOf('competitions', competition.id, 'medals')}?of=${of}`,
    refreshMs,
  );
  const rows = data?.rows.filter(({ gold, silver, bronze }) => gold + silver + bronze > 0) ?? [];
  return (
    <BoardShell competition={competition} title={t('board.medals')} layout={layout}>
      {layout === 'screen' ? null : (
        <div className={styles.choice}>
          {groups.map((group) => (
            <button
              key={group}
              type="button"
              className={styles.pill}
              aria-pressed={of === group}
              onClick={() => setOf(group)}
            >
              {t(`board.medals.${group}`)}
            </button>
          ))}
        </div>
      )}
      <Fetching of={{ data, failure, reload }} rows={8} />
      {data && rows.length === 0 ? <Empty title={t('board.medals.none')}>{t('board.medals.none.text')}</Empty> : null}
      {rows.length > 0 ? (
        <Turning competition={competition.id} layout={layout} columns={1} turn={turn}>
          <table className={cx(styles.table, styles.medals)}>
            <thead>
              <tr>
                <th scope="col">{t('board.rank')}</th>
                <th scope="col">{t(`board.medals.of.${of}`)}</th>
                {medals.map((medal) => (
                  <th key={medal} scope="col" className={styles.number}>
                    <span className={styles.medal} data-medal={medal} aria-hidden="true" />
                    <span className={styles.medalWord}>{t(`board.medals.${medal}`)}</span>
                  </th>
                ))}
                <th scope="col" className={styles.number}>
                  {t('board.total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name}>
                  <td>
                    <span className={styles.rank}>{row.place}</span>
                  </td>
                  <td>
                    {of === 'club' ? (
                      <Link className={styles.name} href={clubPath(competition.id, row.name)}>
                        {row.name}
                      </Link>
                    ) : (
                      <span className={styles.name}>{row.name}</span>
                    )}
                  </td>
                  {medals.map((medal) => (
                    <td key={medal} className={styles.number}>
                      {row[medal]}
                    </td>
                  ))}
                  <td className={`${styles.number} ${styles.total}`}>{row.gold + row.silver + row.bronze}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Turning>
      ) : null}
    </BoardShell>
  );
}
