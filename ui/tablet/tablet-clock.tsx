// Shooting clocks on a tablet, over the tablet's own connection: in its head that of the session, on a match by turns both sides' time.
import { useEffect, useState } from 'react';
import { matchClockKey } from '../../src/domain/clock/kept-clock.ts';
import { afterMs } from '../link/browser-world.ts';
import { ClockChip, MatchClockPanel, useShownClock } from '../parts/clock-face.tsx';
import { type ClockStore, type ClockTopic, createClockStore } from '../store/clock-store.ts';
import type { MatchState } from '../store/match-store.ts';
import { namesOfSides, wordsOfClockPlace } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import type { TabletSession } from './tablet-session.ts';

interface OverLinkProps {
  readonly session: TabletSession;
  readonly competition: string;
  /** Time is asked for whenever the connection is there again. */
  readonly isLive: boolean;
}

function useClocks(session: TabletSession, topics: readonly ClockTopic[], isLive: boolean): ClockStore | undefined {
  const [store, setStore] = useState<ClockStore | undefined>();
  const wanted = JSON.stringify(topics);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same topics in another list are the same.
  useEffect(() => {
    const opened = createClockStore(session, topics, { localMs: () => performance.now(), after: afterMs });
    const stop = session.onTime(opened.answer);
    setStore(opened);
    return () => {
      stop();
      opened.close();
    };
  }, [session, wanted]);

  useEffect(() => {
    if (!store || !isLive) return undefined;
    store.ask();
    // A device that slept has lost its count of time.
    const onVisible = () => {
      if (document.visibilityState === 'visible') store.ask();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [store, isLive]);
  return store;
}

interface TabletClockProps extends OverLinkProps {
  /** Of the archers at this target; undefined where the competition has no sessions. */
  readonly shootingSession: number | undefined;
}

/** Nothing while nobody is called to the line. */
export function TabletClock({ session, competition, isLive, shootingSession }: TabletClockProps) {
  const sessions = shootingSession === undefined ? [0] : [shootingSession, 0];
  const topics = sessions.map((each): ClockTopic => ({ kind: 'clock', competition, session: each }));
  const store = useClocks(session, topics, isLive);
  return store ? <ClockChip store={store} /> : null;
}

interface TabletMatchClockProps extends OverLinkProps {
  readonly match: MatchState;
}

/** Nothing before the desk has called the match by turns. */
export function TabletMatchClock({ session, competition, isLive, match: { sheet } }: TabletMatchClockProps) {
  const text = useText();
  const { event, matchId } = sheet;
  const store = useClocks(session, [{ kind: 'matchClock', competition, event, match: matchId }], isLive);
  const shown = useShownClock(store, [matchClockKey(event, matchId)])?.shown;
  if (shown?.of !== 'match' || shown.face.phase === 'idle') return null;
  const place = wordsOfClockPlace(text, sheet.match?.format, shown.face.place);
  return <MatchClockPanel face={shown.face} names={namesOfSides(text, sheet)} place={place} low />;
}
