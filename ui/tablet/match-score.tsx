// The head of a match on the tablet: both sides with their points, whose turn it is, how far what they shot is on its way. A side is
// tapped to type its arrows.
import { type Side, sides } from '../../src/domain/match/match.ts';
import { lastPlaceOf } from '../../src/domain/match/match-scoring.ts';
import { cx } from '../parts/cx.ts';
import { MatchEnds } from '../parts/match-ends.tsx';
import { type MatchView, placeKey } from '../store/match-store.ts';
import type { EndStatus } from '../store/sheet-store.ts';
import { nameOfSide } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import { Status } from './archer-list.tsx';
import styles from './match-score.module.css';

interface MatchScoreProps {
  readonly match: MatchView;
  /** The side under the keypad. */
  readonly typed: Side | undefined;
  /** Undefined when nothing can be typed. */
  readonly onChoose: ((side: Side) => void) | undefined;
}

export function MatchScore({ match, typed, onChoose }: MatchScoreProps) {
  const text = useText();
  return (
    <section className={styles.sides} aria-label={text.t('match.sides')}>
      {sides.map((side) => (
        <SideCard
          key={side}
          match={match}
          side={side}
          name={nameOfSide(text, match.sheet, side)}
          isTyped={typed === side}
          onChoose={onChoose}
        />
      ))}
    </section>
  );
}

/** End by end, below the sides or, where the screen is low, below the keypad. */
export function MatchTable({ match: { play, sheet } }: Pick<MatchScoreProps, 'match'>) {
  const text = useText();
  const names = { a: nameOfSide(text, sheet, 'a'), b: nameOfSide(text, sheet, 'b') };
  return play ? <MatchEnds play={play} names={names} /> : null;
}

/** Of what this side shot last: saved is what the sheet shows. */
function statusOf({ play, statusOf: statuses }: MatchView, side: Side): EndStatus | undefined {
  const place = play && lastPlaceOf(play.match);
  return place && (statuses.get(placeKey(side, place)) ?? 'saved');
}

interface SideCardProps {
  readonly match: MatchView;
  readonly side: Side;
  readonly name: string;
  readonly isTyped: boolean;
  readonly onChoose: ((side: Side) => void) | undefined;
}

function SideCard({ match, side, name, isTyped, onChoose }: SideCardProps) {
  const { t } = useText();
  const { play, sheet } = match;
  const { club, seed, kind, archers } = sheet.sides[side];
  const status = statusOf(match, side);
  const isTurn = play?.turn === side;
  const won = play?.score.status.kind === 'over' && play.score.status.winner === side;
  const team = archers.length > 1 ? archers.join(', ') : club;
  const content = (
    <>
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.club}>
          {kind === 'competitor' ? [t('match.seed', { seed }), team].filter(Boolean).join(' · ') : ''}
        </span>
      </span>
      <span className={styles.points}>
        <span className={styles.hidden}>
          {t(play?.match.format.system === 'set' ? 'match.setPoints' : 'match.total')}{' '}
        </span>
        {play ? play.score.points[side] : '–'}
      </span>
      <span className={styles.below}>
        {isTurn ? <span className={styles.turn}>{t('match.turn')}</span> : null}
        {status ? <Status status={status} isShort={isTurn} /> : null}
      </span>
    </>
  );
  const look = cx(styles.side, isTyped && styles.typed, won && styles.won, isTurn && styles.onTurn);
  return onChoose && kind === 'competitor' ? (
    <button type="button" className={look} aria-pressed={isTyped} onClick={() => onChoose(side)}>
      {content}
    </button>
  ) : (
    <div className={look}>{content}</div>
  );
}
