// What the desk announces, above whatever the tablet shows: in the page's flow, so that it never lies over the keypad.
import { useEffect, useState } from 'react';
import { isCurrent } from '../../src/domain/show/show.ts';
import type { ShowSheet } from '../../src/domain/show/show-sheet.ts';
import { Announcements } from '../parts/announcements.tsx';
import { listenToShow } from '../store/show-topic.ts';
import type { TabletSession } from './tablet-session.ts';

interface TabletAnnouncementsProps {
  readonly session: TabletSession;
  readonly competition: string;
}

const lookMs = 5_000;

export function TabletAnnouncements({ session, competition }: TabletAnnouncementsProps) {
  const [show, setShow] = useState<ShowSheet | undefined>();
  const [, look] = useState(0);
  /** The appliance's time, asked for by the clocks of the page, against this device's own. */
  const [offMs, setOffMs] = useState<number | undefined>();
  useEffect(() => session.onTime(({ serverTimeMs }) => setOffMs(serverTimeMs - Date.now())), [session]);
  useEffect(() => session.follow({ kind: 'show', competition }, listenToShow(setShow)), [session, competition]);
  const told = (show?.announcements ?? []).filter(({ place }) => place === 'everywhere');
  const ends = told.some(({ until }) => until !== undefined);
  useEffect(() => {
    if (!ends) return undefined;
    const timer = setInterval(() => look((count) => count + 1), lookMs);
    return () => clearInterval(timer);
  }, [ends]);
  const now = offMs === undefined ? undefined : Date.now() + offMs;
  return <Announcements shown={told.filter((each) => now === undefined || isCurrent(each, now))} />;
}
