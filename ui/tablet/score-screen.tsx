// Scoring at one target: who shoots here, the end being typed, the keypad. Everything fits the screen: no scrolling with gloves.
import { useEffect, useMemo, useState } from 'react';
import { isEndComplete } from '../../src/domain/card/scorecard.ts';
import { countUnsent } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { secondCardOf } from '../store/double-scoring.ts';
import { beginEnd } from '../store/end-entry.ts';
import { type ArcherCard, cardsOf } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import { ArcherActions } from './archer-actions.tsx';
import { ArcherList } from './archer-list.tsx';
import { ConfirmEnd } from './confirm-end.tsx';
import { Differences } from './differences.tsx';
import { EndPanel } from './end-panel.tsx';
import { giveSignal } from './feedback.ts';
import { MatchSwitch } from './match-switch.tsx';
import { NothingToScore } from './nothing-to-score.tsx';
import { RejectedEnds } from './rejected-ends.tsx';
import styles from './score-screen.module.css';
import { nextToScore } from './scoring-order.ts';
import { CardChoice, CardMark } from './second-card.tsx';
import { SettingsSheet } from './settings-sheet.tsx';
import { SignCard } from './sign-card.tsx';
import type { TabletSession, TabletView } from './tablet-session.ts';
import { recallSettings, rememberSettings, type TabletSettings } from './tablet-settings.ts';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useScoring } from './use-scoring.ts';

interface ScoreScreenProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
}

export function ScoreScreen({ session, view, pairing }: ScoreScreenProps) {
  const { t } = useText();
  const awake = useAwake();
  const [settings, setSettings] = useState(recallSettings);
  const cards = useMemo(() => (view.sheet ? cardsOf(view.sheet, view.outbox) : []), [view.sheet, view.outbox]);
  const unsent = countUnsent(view.outbox);
  const isDouble = view.sheet?.sheet.scoring === 'two';
  const cardChoice = <CardChoice side={pairing.card} unsent={unsent} onChoose={session.takeCard} />;
  const change = (next: TabletSettings) => {
    rememberSettings(next);
    setSettings(next);
  };
  return (
    <div className={styles.screen}>
      <TopBar
        session={session}
        view={view}
        pairing={pairing}
        unsent={unsent}
        settings={
          <SettingsSheet settings={settings} awake={awake} onChange={change}>
            {isDouble && pairing.card ? cardChoice : null}
          </SettingsSheet>
        }
      >
        {isDouble && pairing.card ? <CardMark side={pairing.card} /> : null}
      </TopBar>
      <Notices session={session} view={view} unsent={unsent} />
      <MatchSwitch session={session} view={view} pairing={pairing} isRoundOver={cards.every(({ next }) => !next)}>
        {view.missing ? (
          <main id="content" className={styles.alone}>
            <Empty title={t('tablet.empty', { butt: pairing.butt })}>{t('tablet.empty.text')}</Empty>
          </main>
        ) : isDouble && !pairing.card ? (
          <main id="content" className={styles.alone}>
            {cardChoice}
          </main>
        ) : cards.length === 0 ? (
          <main id="content" className={styles.alone}>
            <Skeleton rows={4} label={t('tablet.loading')} />
          </main>
        ) : (
          <Sheet
            session={session}
            view={view}
            pairing={pairing}
            cards={cards}
            settings={settings}
            onSettings={change}
          />
        )}
      </MatchSwitch>
    </div>
  );
}

function Notices({
  session,
  view,
  unsent,
}: {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly unsent: number;
}) {
  const { t } = useText();
  const { link } = view;
  const isCut = link.kind === 'waiting' || ('attempt' in link && link.attempt > 0);
  const isDeferred = view.outbox.some(({ delivery }) => delivery.kind === 'deferred');
  return (
    <div className={styles.notices}>
      {view.storageFailed ? (
        <Banner tone="bad" urgent>
          {t('tablet.storage')}
        </Banner>
      ) : null}
      {view.isLeader ? null : <Banner tone="warn">{t('offline.otherTab')}</Banner>}
      {isCut ? (
        <Banner tone="warn" action={<Button onClick={session.nudge}>{t('link.retry')}</Button>}>
          {t('tablet.offline', { count: unsent })}
        </Banner>
      ) : null}
      {link.kind === 'outdated' ? (
        <Banner tone="warn" action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}>
          {t('link.outdated')}
        </Banner>
      ) : null}
      {isDeferred ? <Banner tone="warn">{t('tablet.deferred')}</Banner> : null}
    </div>
  );
}

const nothingTyped = beginEnd([], undefined);

interface SheetProps extends ScoreScreenProps {
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

function Sheet({ session, view, pairing, cards: both, settings, onSettings }: SheetProps) {
  const scoringMode = view.sheet?.sheet.scoring ?? 'one';
  const side = scoringMode === 'two' && pairing.card === 'second' ? 'second' : 'first';
  const cards = useMemo(() => (side === 'second' ? both.map(secondCardOf) : both), [both, side]);
  const asksAthlete = scoringMode === 'confirmed';
  const scoring = useScoring({ session, view, pairing, cards, side, settings, asksAthlete });
  const { archer, typing, mode, next, confirmed } = scoring;
  useRefusedSignal(cards, settings);
  useKeys({
    entry: typing?.entry ?? nothingTyped,
    face: typing?.face,
    cards,
    chosen: archer?.archer.entry,
    ...{ type: scoring.type, point: scoring.point, choose: scoring.choose },
  });
  const withBoth = archer && both[cards.indexOf(archer)];
  const isSigned = archer && (archer.closed !== undefined || !isEndComplete(archer.card.ends[0]));
  const just = confirmed && cards.find((each) => each.archer.entry === confirmed.entry);
  const actions =
    archer && withBoth ? (
      <ArcherActions
        {...{ session, archer, both: withBoth, typing, mode, just, confirmed, side }}
        competition={pairing.competition}
        scoring={scoringMode}
        onCorrect={scoring.correct}
        onMakeUp={scoring.makeUp}
        onAsk={scoring.asking.ask}
      />
    ) : null;

  return (
    <main id="content" className={styles.sheet}>
      <ArcherList
        {...{ cards, both, scoring: scoringMode, drafts: view.drafts, competition: pairing.competition }}
        chosen={archer?.archer.entry}
        onChoose={scoring.choose}
        draftMode={side === 'second' ? 'check' : 'score'}
      />
      <div className={styles.work}>
        <RejectedEnds {...{ outbox: view.outbox, cards, side }} onAgain={scoring.again} onDiscard={session.settle} />
        {withBoth && scoringMode === 'two' && mode === 'score' ? (
          <Differences archer={withBoth} side={side} onCorrect={(end) => scoring.correct(withBoth.archer.entry, end)} />
        ) : null}
        {archer && typing ? (
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
        ) : archer && withBoth && !isSigned && side === 'first' ? (
          <SignCard
            key={archer.archer.entry}
            archer={withBoth}
            mode={scoringMode}
            competition={pairing.competition}
            onSign={(command) => session.submit([command])}
          >
            {actions}
          </SignCard>
        ) : archer && withBoth ? (
          <NothingToScore archer={archer} isLast={nextToScore(cards, settings.order, undefined) === undefined}>
            {actions}
          </NothingToScore>
        ) : null}
      </div>
      <Asking asking={scoring.asking} />
    </main>
  );
}

function Asking({ asking }: { readonly asking: ReturnType<typeof useScoring>['asking'] }) {
  const { card, end } = asking;
  // The card has to show the end before its athlete is asked about it.
  if (!card || !isEndComplete(card.card.ends[end - 1])) return null;
  return (
    <ConfirmEnd
      key={`${card.archer.entry}/${end}`}
      archer={card}
      end={end}
      onYes={() => asking.yes(card, end)}
      onNo={() => asking.no(card, end)}
      onLater={asking.later}
    />
  );
}
