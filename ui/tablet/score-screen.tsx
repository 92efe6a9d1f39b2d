// The tablet while it belongs to a target: its head, what there is to be known, and the scorecards or the matches. Everything fits the
// screen: no scrolling with gloves.
import { memo, useCallback, useMemo, useState } from 'react';
import { sessionOfSheet } from '../../src/domain/clock/sheet-session.ts';
import { countUnsent } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Later, useLater } from '../parts/later.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { cardsOf } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import { CardsSheet } from './cards-sheet.tsx';
import { canHandOver } from './hand-over.ts';
import { laterParts } from './later-parts.ts';
import { MatchSwitch } from './match-switch.tsx';
import styles from './score-screen.module.css';
import { CardChoice, CardMark } from './second-card.tsx';
import { TabletAnnouncements } from './tablet-announcements.tsx';
import type { TabletSession } from './tablet-session.ts';
import { recallSettings, rememberSettings, type TabletSettings } from './tablet-settings.ts';
import type { TabletView } from './tablet-view.ts';
import { TopBar } from './top-bar.tsx';

interface ScoreScreenProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
}

export function ScoreScreen({ session, view, pairing }: ScoreScreenProps) {
  const { t } = useText();
  const awake = useAwake();
  const sheets = useLater(laterParts.sheets);
  const [settings, setSettings] = useState(recallSettings);
  const cards = useMemo(() => (view.sheet ? cardsOf(view.sheet, view.outbox) : []), [view.sheet, view.outbox]);
  const unsent = countUnsent(view.outbox);
  const isDouble = view.sheet?.sheet.scoring === 'two';
  const { card } = pairing;
  const { offlinePage } = view;
  const canLeave = canHandOver(view);
  const cardChoice = useMemo(
    () => <CardChoice side={card} unsent={unsent} onChoose={session.takeCard} />,
    [card, unsent, session],
  );
  const change = useCallback((next: TabletSettings) => {
    rememberSettings(next);
    setSettings(next);
  }, []);
  const sheetOfSettings = useMemo(
    () => (
      <Later part={laterParts.sheets} rows={6}>
        {({ SettingsSheet, SecureWay }) => (
          <SettingsSheet
            settings={settings}
            awake={awake}
            offlinePage={offlinePage}
            secureWay={<SecureWay pairing={pairing} canLeave={canLeave} />}
            onChange={change}
          >
            {isDouble && card ? cardChoice : null}
          </SettingsSheet>
        )}
      </Later>
    ),
    [settings, awake, offlinePage, pairing, canLeave, change, isDouble, card, cardChoice],
  );
  const mark = useMemo(() => (isDouble && card ? <CardMark side={card} /> : null), [isDouble, card]);
  return (
    <div className={styles.screen}>
      <TopBar
        session={session}
        link={view.link}
        competitionName={view.sheet?.sheet.competitionName}
        shootingSession={view.sheet && sessionOfSheet(view.sheet.sheet)}
        pairing={pairing}
        unsent={unsent}
        settings={sheetOfSettings}
      >
        {mark}
      </TopBar>
      <Notices
        session={session}
        link={view.link}
        outbox={view.outbox}
        isLeader={view.isLeader}
        storageFailed={view.storageFailed}
      />
      <TabletAnnouncements session={session} competition={pairing.competition} />
      {sheets ? <sheets.DeskMessages pairing={pairing} unsent={unsent} settings={settings} /> : null}
      <MatchSwitch
        session={session}
        view={view}
        pairing={pairing}
        settings={settings}
        onSettings={change}
        isRoundOver={cards.every(({ next }) => !next)}
      >
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
          <CardsSheet
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

type NoticesProps = Pick<TabletView, 'link' | 'outbox' | 'isLeader' | 'storageFailed'> & {
  readonly session: TabletSession;
};

const Notices = memo(function Notices({ session, link, outbox, isLeader, storageFailed }: NoticesProps) {
  const { t } = useText();
  const isCut = link.kind === 'waiting' || ('attempt' in link && link.attempt > 0);
  const isDeferred = outbox.some(({ delivery }) => delivery.kind === 'deferred');
  return (
    <div className={styles.notices}>
      {storageFailed ? (
        <Banner tone="bad" urgent>
          {t('tablet.storage')}
        </Banner>
      ) : null}
      {isLeader ? null : <Banner tone="warn">{t('offline.otherTab')}</Banner>}
      {isCut && isLeader ? (
        <div className={styles.cut}>
          <Banner tone="warn" action={<Button onClick={session.nudge}>{t('link.retry')}</Button>}>
            {t('tablet.offline', { count: countUnsent(outbox) })}
          </Banner>
        </div>
      ) : null}
      {link.kind === 'outdated' ? (
        <Banner tone="warn" action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}>
          {t('link.outdated')}
        </Banner>
      ) : null}
      {isDeferred ? <Banner tone="warn">{t('tablet.deferred')}</Banner> : null}
    </div>
  );
});
