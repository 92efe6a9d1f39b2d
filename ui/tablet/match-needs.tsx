// "Adi: needs 28 to win the match, 27 for a shoot-off", while one side has shot and the other has not.
import type { MatchView, Play } from '../store/match-store.ts';
import { nameOfSide, wordsOfNeeds } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './match-panel.module.css';

export function MatchNeeds({ match, play }: { readonly match: MatchView; readonly play: Play }) {
  const text = useText();
  const words = wordsOfNeeds(text, play);
  if (!words || !play.projection) return null;
  return (
    <p className={styles.needs} role="status">
      {text.t('match.needs', { name: nameOfSide(text, match.sheet, play.projection.side), needs: words })}
    </p>
  );
}
