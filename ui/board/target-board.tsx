// One target: its archers with the end that they are at, and the matches that are shot there.
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { endPoints, isEndBlank, lastEndBegun, scorecardOfEnds } from '../../src/domain/card/scorecard.ts';
import {
  roundOfArcher,
  type SheetArcher,
  type TargetSheet,
  withSheetChanges,
} from '../../src/domain/card/target-sheet.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { TopicListener } from '../link/link.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { viewerSession } from '../store/viewer-session.ts';
import { useText } from '../text/text-context.tsx';
import { AthleteLink } from './athlete-link.tsx';
import { BoardShell } from './board-shell.tsx';
import { matchPath } from './match-links.tsx';
import styles from './rows.module.css';
import { Turning } from './turning.tsx';
import type { Layout } from './view-options.ts';

interface TargetBoardProps {
  readonly competition: CompetitionView;
  readonly butt: number;
  readonly layout: Layout;
}

type FollowedTarget = TargetSheet | 'missing';

function listenToTarget(
  changed: (change: (sheet: FollowedTarget | undefined) => FollowedTarget | undefined) => void,
): TopicListener {
  return {
    snapshot(body) {
      if (body.kind === 'targetSheet') changed(() => body.sheet);
    },
    delta(body) {
      if (body.kind !== 'targetSheet') return;
      changed((sheet) => (sheet === undefined || sheet === 'missing' ? sheet : withSheetChanges(sheet, body)));
    },
    missing: () => changed(() => 'missing'),
  };
}

export function TargetBoard({ competition, butt, layout }: TargetBoardProps) {
  const { t } = useText();
  const [sheet, setSheet] = useState<FollowedTarget | undefined>();
  const { id } = competition;
  useEffect(() => {
    setSheet(undefined);
    return viewerSession().follow({ kind: 'target', competition: id, butt }, listenToTarget(setSheet));
  }, [id, butt]);
  return (
    <BoardShell competition={competition} title={t('match.board.target', { butt })} layout={layout}>
      {sheet === 'missing' ? (
        <Empty title={t('board.target.none')} />
      ) : sheet ? (
        <Turning competition={id} layout={layout} columns={1}>
          <Sheet competition={id} sheet={sheet} />
        </Turning>
      ) : (
        <Skeleton rows={4} label={t('app.loading')} />
      )}
    </BoardShell>
  );
}

function Sheet({ competition, sheet }: { readonly competition: string; readonly sheet: TargetSheet }) {
  const { t } = useText();
  const { archers, matches = [] } = sheet;
  return (
    <>
      {archers.length > 0 ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('board.target')}</th>
              <th scope="col">{t('board.archer')}</th>
              <th scope="col" className={styles.wide}>
                {t('board.end')}
              </th>
              <th scope="col" className={styles.number}>
                {t('board.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {archers.map((archer) => (
              <ArcherRow key={archer.entry} {...{ competition, sheet, archer }} />
            ))}
          </tbody>
        </table>
      ) : null}
      {matches.length > 0 ? (
        <ul className={styles.list}>
          {matches.map(({ event, match, at }) => (
            <li key={`${event}/${match}`}>
              <Link href={matchPath(competition, event, match)}>
                <span>
                  {event} · {match}
                </span>
                <span className={styles.soft}>{at.slice(11, 16)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {archers.length + matches.length === 0 ? <Empty title={t('board.target.none')} /> : null}
    </>
  );
}

interface ArcherRowProps {
  readonly competition: string;
  readonly sheet: TargetSheet;
  readonly archer: SheetArcher;
}

function ArcherRow({ competition, sheet, archer }: ArcherRowProps) {
  const { t } = useText();
  const round = roundOfArcher(sheet, archer);
  if (!round) return null;
  const card = scorecardOfEnds(round, archer.ends);
  const end = lastEndBegun(card);
  const arrows = card.ends[end - 1] ?? [];
  const last = isEndBlank(arrows) ? (
    <span className={styles.soft}>{t('board.noArrows')}</span>
  ) : (
    <span className={styles.last}>
      {arrows.map((value, box) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
        <Arrow key={`${end}/${box}/${value}`} value={value} face={faceOfEnd(round, end)} fresh={value !== null} />
      ))}
      <strong>{endPoints(round, end, arrows)}</strong>
    </span>
  );
  return (
    <tr>
      <td>
        <span className={styles.rank}>{archer.target}</span>
      </td>
      <td>
        <AthleteLink className={styles.name} competition={competition} entry={archer.entry} name={archer.name} />
        <span className={styles.soft}>{[archer.category, archer.club].filter(Boolean).join(' · ')}</span>
        <span className={`${styles.arrows} ${styles.narrow}`}>{last}</span>
      </td>
      <td className={styles.wide}>{last}</td>
      <td className={`${styles.number} ${styles.total}`}>{card.tally.total}</td>
    </tr>
  );
}
