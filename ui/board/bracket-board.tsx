// The bracket as a chart, for a TV or a wide page: a column for each round, lines to where the winner goes.
import { Link } from 'wouter';
import { sides } from '../../src/domain/match/match.ts';
import type { MatchInBracketView } from '../../src/wire/api-matches.ts';
import { cx } from '../parts/cx.ts';
import { nameOfMatch } from '../store/match-store.ts';
import { wordsOfName } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './bracket-board.module.css';
import type { ChartColumn } from './bracket-chart.ts';
import { matchPath } from './match-links.tsx';

interface BracketBoardProps {
  readonly competition: string;
  readonly event: string;
  readonly columns: readonly ChartColumn[];
}

export function BracketBoard({ competition, event, columns }: BracketBoardProps) {
  const text = useText();
  const longest = columns.reduce((most, { matches }) => Math.max(most, matches.length), 0);
  return (
    <div className={styles.chart} data-rows={longest > 8 ? 'many' : longest > 4 ? 'some' : 'few'}>
      {columns.map(({ level, matches }) => (
        <section key={level} className={cx(styles.column, level === 1 && styles.last)}>
          {matches.map((match, index) => {
            const name = wordsOfName(text, nameOfMatch(match.id, match.level, match.topPlace));
            return (
              <div key={match.id} className={styles.place}>
                {index === 0 || match.topPlace === 3 ? <h2 className={styles.round}>{name}</h2> : null}
                <Link
                  className={cx(styles.match, isLive(match) && styles.live)}
                  href={matchPath(competition, event, match.id)}
                >
                  <ChartMatch match={match} />
                </Link>
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}

const isLive = ({ hasBegun, status }: MatchInBracketView) => hasBegun && status?.kind !== 'over';

/** The longer a name is, the smaller it is written on a TV: a box has two lines of it at most. */
function lengthOfName(name: string | null): string | undefined {
  if (name === null || name.length <= 20) return undefined;
  return name.length > 32 ? styles.longest : styles.long;
}

function ChartMatch({ match }: { readonly match: MatchInBracketView }) {
  const { t } = useText();
  const { seats, points, winner, hasBegun } = match;
  return (
    <>
      {sides.map((side) => {
        const { kind, name, seed } = seats[side];
        return (
          <span key={side} className={cx(styles.side, winner === side && styles.won)}>
            <span className={styles.seed}>{seed ?? ''}</span>
            <span className={cx(styles.name, kind !== 'competitor' && styles.open, lengthOfName(name))}>
              {name ?? t(kind === 'nobody' ? 'match.side.nobody' : 'match.side.pending')}
            </span>
            <span className={styles.points}>{points && hasBegun ? points[side] : ''}</span>
          </span>
        );
      })}
    </>
  );
}
