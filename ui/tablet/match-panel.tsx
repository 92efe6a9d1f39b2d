// Typing the end of one side of a match: its boxes, what it needs, the keypad of the face, and confirming it or a correction.
import { useState } from 'react';
import type { Match } from '../../src/domain/match/match.ts';
import { lastPlaceOf, type MatchPlace } from '../../src/domain/match/match-scoring.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { eraseArrow, hasTyped } from '../store/end-entry.ts';
import { sideAfter } from '../store/match-entry.ts';
import type { MatchView } from '../store/match-store.ts';
import { nameOfSide, wordsOfPlace } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import { Boxes, EndTotal } from './match-boxes.tsx';
import { MatchInput, WayButton } from './match-input.tsx';
import { MatchNeeds } from './match-needs.tsx';
import styles from './match-panel.module.css';
import type { MatchScoring, MatchTyping } from './match-typing.ts';
import { Spotter } from './spotter.tsx';

interface MatchPanelProps {
  readonly match: MatchView;
  readonly scoring: MatchScoring;
  readonly typing: MatchTyping;
  readonly onAskBeginner: () => void;
}

const reasons = ['typed', 'read', 'judge'] as const;

export function MatchPanel(props: MatchPanelProps) {
  const { match, scoring, typing } = props;
  const text = useText();
  const { t } = text;
  const { mode, way } = scoring;
  const { task, play } = typing;
  const name = nameOfSide(text, match.sheet, task.side);
  const face = faceOf(play.match);
  return (
    <div className={cx(styles.panel, mode === 'score' && styles.score)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{mode === 'correct' ? t('match.correct.of', { name }) : name}</h2>
        <p className={styles.place}>{wordsOfPlace(text, play.match.format, task.place)}</p>
        {mode === 'score' ? <MatchNeeds match={match} play={play} typed={task.side} /> : null}
      </div>
      {way === 'arrow' && mode === 'score' ? (
        <Spotter match={match} scoring={scoring} typing={typing} name={name} />
      ) : face ? (
        <EndForm {...props} name={name} face={face} />
      ) : null}
      <Below {...props} />
    </div>
  );
}

function EndForm({
  match,
  scoring,
  typing,
  name,
  face,
}: MatchPanelProps & { readonly name: string; readonly face: Face }) {
  const text = useText();
  const { t } = text;
  const [reason, setReason] = useState<(typeof reasons)[number]>('typed');
  const { mode, confirm, point, type, cancel } = scoring;
  const { play, task, entry } = typing;
  const isCorrection = mode === 'correct';
  const next = isCorrection ? undefined : sideAfter(play, task);
  return (
    <form
      className={styles.form}
      data-end
      onSubmit={(event) => {
        event.preventDefault();
        confirm(t(`tablet.correct.reason.${reason}`));
      }}
    >
      <div className={styles.entry}>
        <Boxes match={play.match} entry={entry} name={name} onPoint={point} />
        <EndTotal match={play.match} entry={entry} />
      </div>
      {isCorrection ? (
        <fieldset className={styles.reasons}>
          <legend className={styles.hint}>{t('tablet.correct.hint')}</legend>
          {reasons.map((each) => (
            <label key={each} className={cx(styles.reason, each === reason && styles.reasonChosen)}>
              <input
                type="radio"
                name="reason"
                checked={each === reason}
                onChange={() => setReason(each)}
                className={styles.hidden}
              />
              {t(`tablet.correct.reason.${each}`)}
            </label>
          ))}
        </fieldset>
      ) : entry.fixed.some(Boolean) ? (
        <p className={styles.hint}>{t('tablet.startedElsewhere')}</p>
      ) : null}
      <MatchInput match={match} scoring={scoring} typing={typing} face={face} />
      <div className={styles.actions}>
        <Button large disabled={!hasTyped(entry)} aria-label={t('tablet.undo')} onClick={() => type(eraseArrow(entry))}>
          <span aria-hidden="true">⌫</span>
        </Button>
        {isCorrection ? (
          <Button large onClick={cancel}>
            {t('app.cancel')}
          </Button>
        ) : (
          <WayButton scoring={scoring} face={face} />
        )}
        <Button type="submit" look="primary" large className={styles.confirm} disabled={!typing.mayConfirm}>
          {isCorrection
            ? t('match.measure.save')
            : next
              ? t('match.confirm.next', { name: nameOfSide(text, match.sheet, next) })
              : t('match.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** What is wanted now and then: the other way of scoring, correcting, saying who begins. */
function Below({ match, scoring, typing, onAskBeginner }: MatchPanelProps) {
  const { t } = useText();
  if (scoring.mode === 'correct') return null;
  const other = scoring.way === 'end' ? 'arrow' : 'end';
  return (
    <div className={styles.below}>
      <Button onClick={() => scoring.chooseWay(other)}>{t(`match.mode.${other}`)}</Button>
      <CorrectButton match={typing.play.match} onCorrect={scoring.correct} />
      <Button onClick={onAskBeginner}>{t(match.begins ? 'match.beginner.change' : 'match.beginner')}</Button>
      <p className={styles.shortcuts}>{t('match.shortcuts')}</p>
    </div>
  );
}

interface CorrectButtonProps {
  readonly match: Match;
  readonly large?: boolean;
  readonly onCorrect: () => void;
}

/** A device corrects what was shot last; the desk everything. */
export function CorrectButton({ match, large = false, onCorrect }: CorrectButtonProps) {
  const { t } = useText();
  const place: MatchPlace | undefined = lastPlaceOf(match);
  if (!place) return null;
  const { part, number } = place;
  const words =
    part === 'shootOff'
      ? t('match.correct.shootOff')
      : t(match.format.system === 'set' ? 'match.correct' : 'match.correct.end', { number });
  return (
    <Button large={large} onClick={onCorrect}>
      {words}
    </Button>
  );
}
