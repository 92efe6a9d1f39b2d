// "Adi: needs 28 to win the match, 27 for a shoot-off", while one side has shot and the other has not.
import type { Side } from '../../src/domain/match/match.ts';
import type { MatchView, Play } from '../store/match-store.ts';
import { nameOfSide, wordsOfNeeds } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './match-panel.module.css';

interface MatchNeedsProps {
  readonly match: MatchView;
  readonly play: Play;
  /** The side under the keypad: it need not be named again. */
  readonly typed: Side;
}

export function MatchNeeds({ match, play, typed }: MatchNeedsProps) {
  const text = useText();
  const words = wordsOfNeeds(text, play);
  if (!words || !play.projection) return null;
  const { side } = play.projection;
  const named = text.t('match.needs', { name: nameOfSide(text, match.sheet, side), needs: words });
  return (
    <p className={styles.needs} role="status">
      {side === typed ? words : named}
    </p>
  );
}
