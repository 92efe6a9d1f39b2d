// Arrow by arrow, as finals are scored: every tap is a command of its own and is on every screen at once. What was tapped wrong is taken
// back, which stays in the record of the match.
import type { Match } from '../../src/domain/match/match.ts';
import { lastPlaceOf } from '../../src/domain/match/match-scoring.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import { Button } from '../parts/button.tsx';
import type { MatchView } from '../store/match-store.ts';
import { useText } from '../text/text-context.tsx';
import { Boxes, EndTotal } from './match-boxes.tsx';
import { MatchInput, WayButton } from './match-input.tsx';
import styles from './match-panel.module.css';
import type { MatchScoring, MatchTyping } from './match-typing.ts';

interface SpotterProps {
  readonly match: MatchView;
  readonly scoring: MatchScoring;
  readonly typing: MatchTyping;
  /** Of the side whose arrows are tapped. */
  readonly name: string;
}

export function Spotter({ match, scoring, typing, name }: SpotterProps) {
  const { t } = useText();
  const { play, entry } = typing;
  const face = faceOf(play.match);
  return (
    <div className={styles.form}>
      <div className={styles.entry}>
        <Boxes match={play.match} entry={entry} name={name} />
        <EndTotal match={play.match} entry={entry} />
      </div>
      {face ? <MatchInput match={match} scoring={scoring} typing={typing} face={face} /> : null}
      <div className={styles.actions}>
        <TakeBackButton match={play.match} onTakeBack={scoring.takeBack} />
        <WayButton scoring={scoring} face={face} />
        <p className={styles.hint}>{t('match.arrow.hint')}</p>
      </div>
    </div>
  );
}

interface TakeBackButtonProps {
  readonly match: Match;
  readonly onTakeBack: () => void;
}

/** Of the last arrow, also one that has ended the match. */
export function TakeBackButton({ match, onTakeBack }: TakeBackButtonProps) {
  const { t } = useText();
  return (
    <Button large disabled={!lastPlaceOf(match)} onClick={onTakeBack}>
      <span aria-hidden="true">⌫</span> {t('match.undo.arrow')}
    </Button>
  );
}
