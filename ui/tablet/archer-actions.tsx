// What can be done with an archer beside typing the next end: see the whole card, put an end right, make one up, let the athlete confirm.
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import { isEndComplete, lastEndBegun } from '../../src/domain/card/scorecard.ts';
import { Button } from '../parts/button.tsx';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './archer-actions.module.css';
import { CardButton } from './card-button.tsx';
import { mayCorrect } from './scoring-order.ts';
import type { TabletSession } from './tablet-session.ts';
import { UnconfirmedEnds } from './unconfirmed-ends.tsx';
import type { EndPlace, Typing } from './use-scoring.ts';

interface ArcherActionsProps {
  readonly session: TabletSession;
  readonly competition: string;
  readonly scoring: ScoringMode;
  /** As this tablet keeps the card. */
  readonly archer: ArcherCard;
  readonly both: ArcherCard;
  /** Undefined where nothing can be scored. */
  readonly typing: Typing | undefined;
  readonly mode: 'score' | 'correct';
  /** The end confirmed last and its archer: the way back from a slip. */
  readonly confirmed: EndPlace | undefined;
  readonly just: ArcherCard | undefined;
  readonly onCorrect: (entry: number, end?: number) => void;
  readonly onMakeUp: (entry: number, end: number) => void;
  readonly onAsk: (entry: number, end: number) => void;
}

export function ArcherActions(props: ArcherActionsProps) {
  const { session, competition, scoring, archer, both, typing, mode, onMakeUp } = props;
  const { t } = useText();
  if (mode === 'correct' && typing) return null;
  const { entry } = archer.archer;
  return (
    <div className={styles.actions}>
      {scoring === 'confirmed' ? <UnconfirmedEnds archer={both} onConfirm={(end) => props.onAsk(entry, end)} /> : null}
      <CardButton {...{ session, competition, archer, both }} mode={scoring} />
      <CorrectButton {...props} />
      {archer.held
        .filter((held) => held !== typing?.end)
        .map((held) => (
          <Button large key={held} onClick={() => onMakeUp(entry, held)}>
            {t('tablet.held', { end: held })}
          </Button>
        ))}
      <p className={styles.shortcuts}>{t('tablet.shortcuts')}</p>
    </div>
  );
}

/** The end that was confirmed last, whoever's it was, until this archer's own is the last. */
function CorrectButton({ archer, just, confirmed, onCorrect }: ArcherActionsProps) {
  const { t } = useText();
  const { entry } = archer.archer;
  if (just && confirmed && confirmed.entry !== entry && mayCorrect(just.closed)) {
    const { end } = confirmed;
    return (
      <Button large onClick={() => onCorrect(confirmed.entry, end)}>
        {t('tablet.correct.of', { letter: just.letter, end })}
      </Button>
    );
  }
  const last = lastEndBegun(archer.card);
  if (last === 0 || !mayCorrect(archer.closed) || !isEndComplete(archer.card.ends[last - 1])) return null;
  return (
    <Button large onClick={() => onCorrect(entry)}>
      {t('tablet.correct', { end: last })}
    </Button>
  );
}
