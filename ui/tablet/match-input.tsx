// Under the boxes of a match: the keys of the face or, where it can be drawn and whoever scores wants it, the face itself; and the button
// that turns from one to the other.

import { hitsAt } from '../../src/domain/event/match-hits.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { Button } from '../parts/button.tsx';
import { canPlot } from '../parts/plot-geometry.ts';
import type { MatchView } from '../store/match-store.ts';
import { useText } from '../text/text-context.tsx';
import { Keypad } from './keypad.tsx';
import styles from './match-panel.module.css';
import type { MatchScoring, MatchTyping } from './match-typing.ts';
import { Plot } from './plot.tsx';
import type { TypingWay } from './tablet-settings.ts';
import { WayIcon } from './way-icon.tsx';

/** A correction has the keypad: what was read wrong is a value. */
export function typingWayOf({ mode, settings }: MatchScoring, face: Face | undefined): TypingWay {
  return mode === 'score' && face && canPlot(face) ? settings.way : 'keypad';
}

interface MatchInputProps {
  readonly match: MatchView;
  readonly scoring: MatchScoring;
  readonly typing: MatchTyping;
  readonly face: Face;
}

export function MatchInput({ match, scoring, typing: { task, entry }, face }: MatchInputProps) {
  if (typingWayOf(scoring, face) === 'keypad')
    return <Keypad face={face} disabled={entry.cursor === undefined} onPress={scoring.press} />;
  const struck = hitsAt(match.hits, { side: task.side, ...task.place });
  return (
    <Plot
      face={face}
      entry={entry}
      shaftMm={scoring.settings.shaftMm}
      onHit={scoring.press}
      onPoint={scoring.way === 'end' ? scoring.point : undefined}
      {...(struck && { struck })}
    />
  );
}

export function WayButton({ scoring, face }: Pick<MatchInputProps, 'scoring'> & { readonly face: Face | undefined }) {
  const { t } = useText();
  if (!face || !canPlot(face) || scoring.mode === 'correct') return null;
  const other = typingWayOf(scoring, face) === 'face' ? 'keypad' : 'face';
  return (
    <Button
      large
      className={styles.way}
      aria-label={t(`tablet.way.${other}`)}
      onClick={() => scoring.chooseTyping(other)}
    >
      <WayIcon way={other} />
    </Button>
  );
}
