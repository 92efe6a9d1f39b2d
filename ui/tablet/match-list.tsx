// The matches that are shot at this target, by time: who against whom, and how they stand.
import type { SheetMatch } from '../../src/domain/card/target-sheet.ts';
import { sides } from '../../src/domain/match/match.ts';
import type { OutboxState } from '../link/outbox-state.ts';
import { cx } from '../parts/cx.ts';
import { type MatchState, type MatchView, matchViewOf } from '../store/match-store.ts';
import { nameOfSide, titleOfMatch } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import { Status } from './archer-list.tsx';
import type { FollowedMatches } from './match-following.ts';
import { matchKey } from './match-key.ts';
import styles from './match-list.module.css';

interface MatchListProps {
  readonly matches: readonly SheetMatch[];
  readonly followed: FollowedMatches;
  readonly outbox: OutboxState;
  readonly onOpen: (match: SheetMatch) => void;
}

export function MatchList({ matches, followed, outbox, onOpen }: MatchListProps) {
  const { t } = useText();
  return (
    <section className={styles.all} aria-labelledby="matches">
      <h2 id="matches">{t('match.list')}</h2>
      <ul className={styles.list}>
        {matches.map((match) => {
          const state = followed.get(matchKey(match));
          return (
            <li key={matchKey(match)}>
              <button type="button" className={styles.match} onClick={() => onOpen(match)}>
                <span className={styles.when}>{timeOf(match)}</span>
                {state && state !== 'missing' ? (
                  <Row state={state} outbox={outbox} />
                ) : (
                  <span className={styles.title}>{t(state ? 'match.missing' : 'match.loading')}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** `2026-05-02T13:30`: the venue's own clock, whatever this device's is. */
function timeOf({ at }: SheetMatch): string {
  return at.slice(11, 16);
}

export type MatchPhase = 'before' | 'live' | 'over';

function phaseOf({ play }: MatchView): MatchPhase {
  if (!play) return 'before';
  if (play.score.status.kind === 'over') return 'over';
  return play.match.ends.length > 0 ? 'live' : 'before';
}

function Row({ state, outbox }: { readonly state: MatchState; readonly outbox: OutboxState }) {
  const text = useText();
  const match = matchViewOf(state, outbox);
  const { play, sheet } = match;
  const phase = phaseOf(match);
  const winner = play?.score.status.kind === 'over' ? play.score.status.winner : undefined;
  return (
    <>
      <span className={styles.title}>
        {titleOfMatch(text, sheet)} <span className={styles.event}>{sheet.eventName}</span>
      </span>
      <span className={styles.sides}>
        {sides.map((side) => (
          <span key={side} className={cx(styles.side, winner === side && styles.won)}>
            <span className={styles.name}>{nameOfSide(text, sheet, side)}</span>
            <span className={styles.points}>{play && phase !== 'before' ? play.score.points[side] : ''}</span>
          </span>
        ))}
      </span>
      {match.rejected.length > 0 ? (
        <span className={styles.mark}>
          <Status status="rejected" />
        </span>
      ) : (
        <span className={cx(styles.phase, styles[phase])}>{text.t(`match.state.${phase}`)}</span>
      )}
    </>
  );
}
