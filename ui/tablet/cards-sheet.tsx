// The scorecards of a target: who shoots here, the end being typed, and what comes instead when there is none to type.
import { useEffect, useMemo, useState } from 'react';
import { isEndComplete } from '../../src/domain/card/scorecard.ts';
import { isOnCard } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { cx } from '../parts/cx.ts';
import { Later } from '../parts/later.tsx';
import { type CardSide, hasDifference, secondCardOf } from '../store/double-scoring.ts';
import { beginEnd } from '../store/end-entry.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { ArcherActions } from './archer-actions.tsx';
import { ArcherList } from './archer-list.tsx';
import { EndPanel } from './end-panel.tsx';
import { giveSignal } from './feedback.ts';
import { laterParts } from './later-parts.ts';
import { NothingToScore } from './nothing-to-score.tsx';
import styles from './score-screen.module.css';
import { nextToScore } from './scoring-order.ts';
import type { TabletSession } from './tablet-session.ts';
import type { TabletSettings } from './tablet-settings.ts';
import type { TabletView } from './tablet-view.ts';
import { useKeys } from './use-keys.ts';
import { useScoring } from './use-scoring.ts';

const nothingTyped = beginEnd([], undefined);

interface CardsSheetProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
  /** With both cards of every archer. */
  readonly cards: readonly ArcherCard[];
  readonly settings: TabletSettings;
  readonly onSettings: (settings: TabletSettings) => void;
}

/** A buzz when the appliance refuses something, which may be long after the tap. */
function useRefusedSignal(cards: readonly ArcherCard[], settings: TabletSettings) {
  const refused = cards.reduce((sum, each) => sum + each.rejected.length, 0);
  const [known, setKnown] = useState(refused);
  useEffect(() => {
    if (refused > known) giveSignal('refused', settings);
    if (refused !== known) setKnown(refused);
  }, [refused, known, settings]);
}

export function CardsSheet(props: CardsSheetProps) {
  const { session, view, pairing, cards: both, settings } = props;
  const mode = view.sheet?.sheet.scoring ?? 'one';
  const side: CardSide = mode === 'two' && pairing.card === 'second' ? 'second' : 'first';
  const cards = useMemo(() => (side === 'second' ? both.map(secondCardOf) : both), [both, side]);
  const scoring = useScoring({ session, view, pairing, cards, side, settings, asksAthlete: mode === 'confirmed' });
  const { archer, typing } = scoring;
  useRefusedSignal(cards, settings);
  useKeys({
    entry: typing?.entry ?? nothingTyped,
    face: typing?.face,
    cards,
    chosen: archer?.archer.entry,
    ...{ type: scoring.type, point: scoring.point, choose: scoring.choose },
  });
  const withBoth = archer && both[cards.indexOf(archer)];
  return (
    <main
      id="content"
      className={cx(styles.sheet, typing !== undefined && scoring.mode === 'correct' && styles.correcting)}
    >
      <ArcherList
        {...{ cards, both, scoring: mode, drafts: view.drafts, competition: pairing.competition }}
        chosen={archer?.archer.entry}
        onChoose={scoring.choose}
        draftMode={side === 'second' ? 'check' : 'score'}
      />
      <div className={styles.work}>
        {view.outbox.some(({ delivery, kept }) => delivery.kind === 'rejected' && isOnCard(kept.command)) ? (
          <Later part={laterParts.sheets}>
            {({ RejectedEnds }) => (
              <RejectedEnds
                {...{ outbox: view.outbox, cards, side }}
                onAgain={scoring.again}
                onDiscard={session.settle}
              />
            )}
          </Later>
        ) : null}
        {withBoth && mode === 'two' && scoring.mode === 'score' && hasDifference(withBoth) ? (
          <Later part={laterParts.sheets}>
            {({ Differences }) => (
              <Differences
                archer={withBoth}
                side={side}
                onCorrect={(end) => scoring.correct(withBoth.archer.entry, end)}
              />
            )}
          </Later>
        ) : null}
        {archer && withBoth ? <Work {...props} {...{ scoring, archer, both: withBoth, kept: cards, side }} /> : null}
      </div>
      <Asking asking={scoring.asking} />
    </main>
  );
}

interface WorkProps extends CardsSheetProps {
  readonly scoring: ReturnType<typeof useScoring>;
  readonly archer: ArcherCard;
  /** The same archer with both cards. */
  readonly both: ArcherCard;
  /** All archers, as this tablet keeps their cards. */
  readonly kept: readonly ArcherCard[];
  readonly side: CardSide;
}

/** The end to type, the card to sign, or why there is neither. */
function Work({ session, view, pairing, settings, onSettings, scoring, archer, both, kept, side }: WorkProps) {
  const { typing, mode, next, confirmed } = scoring;
  const { competition } = pairing;
  const scoringMode = view.sheet?.sheet.scoring ?? 'one';
  const actions = (
    <ArcherActions
      {...{ session, competition, archer, both, typing, mode, confirmed, scoring: scoringMode }}
      just={kept.find((each) => each.archer.entry === confirmed?.entry)}
      onCorrect={scoring.correct}
      onMakeUp={scoring.makeUp}
      onAsk={scoring.asking.ask}
    />
  );
  if (typing) {
    return (
      <EndPanel
        {...{ archer, typing, mode, settings }}
        asksReason={side === 'first'}
        then={next && next.archer.entry !== archer.archer.entry ? next.letter : undefined}
        onWay={(way) => onSettings({ ...settings, way })}
        onType={scoring.type}
        onPoint={scoring.point}
        onConfirm={scoring.confirm}
        onCancel={scoring.cancel}
      >
        {actions}
      </EndPanel>
    );
  }
  if (side === 'first' && archer.closed === undefined && isEndComplete(archer.card.ends[0])) {
    return (
      <Later part={laterParts.sheets}>
        {({ SignCard }) => (
          <SignCard
            key={archer.archer.entry}
            archer={both}
            mode={scoringMode}
            competition={competition}
            onSign={(command) => session.submit([command])}
          >
            {actions}
          </SignCard>
        )}
      </Later>
    );
  }
  return (
    <NothingToScore archer={archer} isLast={nextToScore(kept, settings.order, undefined) === undefined}>
      {actions}
    </NothingToScore>
  );
}

function Asking({ asking }: { readonly asking: ReturnType<typeof useScoring>['asking'] }) {
  const { card, end } = asking;
  // The card has to show the end before its athlete is asked about it.
  if (!card || !isEndComplete(card.card.ends[end - 1])) return null;
  return (
    <Later part={laterParts.sheets}>
      {({ ConfirmEnd }) => (
        <ConfirmEnd
          key={`${card.archer.entry}/${end}`}
          archer={card}
          end={end}
          onYes={() => asking.yes(card, end)}
          onNo={() => asking.no(card, end)}
          onLater={asking.later}
        />
      )}
    </Later>
  );
}
