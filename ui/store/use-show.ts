// The show of a competition on a page: screens, playlists, announcements, what is under review; followed once, for as long as anybody looks.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { currentAnnouncements } from '../../src/domain/show/rotation.ts';
import type { Announcement } from '../../src/domain/show/show.ts';
import type { ShowSheet } from '../../src/domain/show/show-sheet.ts';
import type { Topic } from '../../src/wire/topics.ts';
import { listenToShow } from './show-topic.ts';
import { viewerSession } from './viewer-session.ts';

interface Watched {
  readonly listeners: Set<() => void>;
  stop: () => void;
  sheet: ShowSheet | undefined;
}

const watched = new Map<string, Watched>();

function watch(competition: string, listener: () => void): () => void {
  const known = watched.get(competition) ?? begin(competition);
  known.listeners.add(listener);
  return () => {
    known.listeners.delete(listener);
    if (known.listeners.size > 0) return;
    watched.delete(competition);
    known.stop();
  };
}

function begin(competition: string): Watched {
  const made: Watched = { listeners: new Set(), stop: () => undefined, sheet: undefined };
  watched.set(competition, made);
  const topic: Topic = { kind: 'show', competition };
  made.stop = viewerSession().follow(
    topic,
    listenToShow((sheet) => {
      made.sheet = sheet;
      for (const listener of made.listeners) listener();
    }),
  );
  return made;
}

const nothing = () => () => undefined;

/** Undefined until it is heard. */
export function useShow(competition: string | undefined): ShowSheet | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (competition === undefined ? nothing() : watch(competition, listener)),
    [competition],
  );
  return useSyncExternalStore(subscribe, () =>
    competition === undefined ? undefined : watched.get(competition)?.sheet,
  );
}

/** By the appliance's clock; looked at again every so often. The device's own until the appliance's is known. */
export function useApplianceNow(competition: string | undefined, everyMs: number): number {
  const read = useCallback(
    () => (competition === undefined ? undefined : viewerSession().clocks(competition).now()) ?? Date.now(),
    [competition],
  );
  const [now, setNow] = useState(read);
  useEffect(() => {
    setNow(read());
    const timer = setInterval(() => setNow(read()), everyMs);
    return () => clearInterval(timer);
  }, [read, everyMs]);
  return now;
}

export function useAnnouncements(competition: string, place: 'tv' | 'elsewhere'): readonly Announcement[] {
  const show = useShow(competition);
  const now = useApplianceNow(competition, 1_000);
  return show ? currentAnnouncements(show, now, place) : [];
}
