// Scorecards or matches: a target has both on the day of the eliminations. Nothing is added where no match is shot here.
import { type ReactNode, useState } from 'react';
import { isOnMatch } from '../link/outbox-state.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { cx } from '../parts/cx.ts';
import { Later } from '../parts/later.tsx';
import { recall, remember } from '../store/remember.ts';
import { useText } from '../text/text-context.tsx';
import { Status } from './archer-list.tsx';
import { laterParts } from './later-parts.ts';
import { MatchOrphans } from './match-orphans.tsx';
import type { MatchRoomProps } from './match-room.tsx';
import styles from './match-switch.module.css';
import type { TabletSession } from './tablet-session.ts';
import type { TabletSettings } from './tablet-settings.ts';
import type { TabletView } from './tablet-view.ts';

type Tab = 'cards' | 'matches';
const tabs: readonly Tab[] = ['cards', 'matches'];
const tabPlace = 'match.tab';

interface MatchSwitchProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
  readonly settings: TabletSettings;
  readonly onSettings: (settings: TabletSettings) => void;
  /** Nobody here has an end of the round left to shoot. */
  readonly isRoundOver: boolean;
  /** The scorecards. */
  readonly children: ReactNode;
}

export function MatchSwitch({ session, view, pairing, settings, onSettings, isRoundOver, children }: MatchSwitchProps) {
  const { t } = useText();
  const place = `${tabPlace}/${pairing.competition}`;
  const [chosen, setChosen] = useState(() => tabs.find((tab) => tab === recall(place)));
  // A sheet of before may list what is not shot here any more.
  const { matches = [], archers = [] } = (view.missing ? undefined : view.sheet?.sheet) ?? {};
  const orphans = <MatchOrphans outbox={view.outbox} matches={matches} onDiscard={session.settle} />;
  if (matches.length === 0)
    return (
      <>
        {orphans}
        {children}
      </>
    );
  const room = { session, view, pairing, settings, onSettings, matches };
  if (archers.length === 0) return <Matches {...room} tabs={orphans} />;
  const isRefused = view.outbox.some(({ kept, delivery }) => delivery.kind === 'rejected' && isOnMatch(kept.command));
  const shown = chosen ?? (isRoundOver ? 'matches' : 'cards');
  const nav = (
    <>
      {orphans}
      <nav className={styles.tabs} aria-label={t('match.tabs')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className={cx(styles.tab, tab === shown && styles.shown)}
            aria-current={tab === shown ? 'page' : undefined}
            onClick={() => {
              remember(place, tab);
              setChosen(tab);
            }}
          >
            {t(tab === 'cards' ? 'match.cards' : 'match.tab')}
            {tab === 'matches' && isRefused ? <Status status="rejected" /> : null}
          </button>
        ))}
      </nav>
    </>
  );
  if (shown === 'matches') return <Matches {...room} tabs={nav} />;
  return (
    <>
      {nav}
      {children}
    </>
  );
}

/** They come with a later part of the page; the way back to the scorecards is there at once. */
function Matches(room: MatchRoomProps) {
  const around = (standIn: ReactNode) => (
    <>
      {room.tabs}
      <main id="content" className={styles.coming}>
        {standIn}
      </main>
    </>
  );
  return (
    <Later part={laterParts.matches} rows={4} around={around}>
      {({ MatchRoom }) => <MatchRoom {...room} />}
    </Later>
  );
}
