// The matches of a target, one of them open: what the tablet shows instead of the scorecards while the elimination is shot here.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SheetMatch } from '../../src/domain/card/target-sheet.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { recall, remember } from '../store/remember.ts';
import { useMatches } from './match-following.ts';
import { matchKey } from './match-key.ts';
import { MatchList } from './match-list.tsx';
import styles from './match-room.module.css';
import { MatchScreen } from './match-screen.tsx';
import type { TabletSession } from './tablet-session.ts';
import type { TabletSettings } from './tablet-settings.ts';
import type { TabletView } from './tablet-view.ts';

export interface MatchRoomProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
  readonly settings: TabletSettings;
  readonly onSettings: (settings: TabletSettings) => void;
  /** At least one. */
  readonly matches: readonly SheetMatch[];
  /** The way to the scorecards, not while a match is open: low screens need the room. */
  readonly tabs: ReactNode;
}

/** Opened again after a reload. */
const openPlace = 'match.open';

export function MatchRoom({ session, view, pairing, settings, onSettings, matches, tabs }: MatchRoomProps) {
  const { competition } = pairing;
  const keyOf = (match: SheetMatch) => `${competition}/${matchKey(match)}`;
  // One that is drawn again later does not open by itself.
  const [openKey, setOpenKey] = useState(() => matches.map(keyOf).find((key) => key === recall(openPlace)) ?? '');
  const { open, isGone } = useOpenMatch(matches, (match) => keyOf(match) === openKey);
  const followed = useMatches(session, competition, open && isGone ? [...matches, open] : matches);
  const turnTo = (match: SheetMatch | undefined) => {
    const key = match ? keyOf(match) : '';
    remember(openPlace, key);
    setOpenKey(key);
  };
  return (
    <>
      {open && !isGone ? null : tabs}
      <main id="content" className={styles.room}>
        {open ? (
          <MatchScreen
            session={session}
            view={view}
            pairing={pairing}
            settings={settings}
            onSettings={onSettings}
            followed={followed.get(matchKey(open))}
            onBack={() => turnTo(undefined)}
          />
        ) : (
          <MatchList matches={matches} followed={followed} outbox={view.outbox} onOpen={turnTo} />
        )}
      </main>
    </>
  );
}

/** A match that leaves the target's list while it is open stays open: it says itself that nothing is shot, or that it is drawn no more. */
function useOpenMatch(matches: readonly SheetMatch[], isOpen: (match: SheetMatch) => boolean) {
  const listed = matches.find(isOpen);
  const before = useRef(listed);
  useEffect(() => {
    if (listed) before.current = listed;
  }, [listed]);
  if (listed) return { open: listed, isGone: false };
  const gone = before.current && isOpen(before.current) ? before.current : undefined;
  return { open: gone, isGone: gone !== undefined };
}
