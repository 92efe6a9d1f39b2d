// The matches of a target as the tablet knows them: followed while the page is open, and kept on the device, so that a page loaded
// without a network still shows the match that was being scored.
import { useEffect, useState } from 'react';
import type { SheetMatch } from '../../src/domain/card/target-sheet.ts';
import { type FollowedMatch, listenToMatch } from '../store/match-topic.ts';
import { recall, remember } from '../store/remember.ts';
import { matchKey } from './match-key.ts';
import type { TabletSession } from './tablet-session.ts';

export type FollowedMatches = ReadonlyMap<string, FollowedMatch>;

/** Of this shape; another version of the page does not read it. */
const place = 'matches.2';

interface KeptMatches {
  readonly competition: string;
  readonly matches: readonly (readonly [string, FollowedMatch])[];
}

function recallMatches(competition: string): FollowedMatches {
  try {
    const kept = JSON.parse(recall(place) ?? 'null') as KeptMatches | null;
    return new Map(kept?.competition === competition ? kept.matches : []);
  } catch (error) {
    // Half a text, as an old browser leaves it when its storage is full: the appliance has the matches.
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

export function useMatches(
  session: TabletSession,
  competition: string,
  matches: readonly SheetMatch[],
): FollowedMatches {
  const [followed, setFollowed] = useState(() => recallMatches(competition));
  const keys = matches.map(matchKey).join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same matches in another list are the same.
  useEffect(() => {
    const stops = matches.map(({ event, match }) =>
      session.follow(
        { kind: 'match', competition, event, match },
        listenToMatch((fresh) => setFollowed((now) => new Map(now).set(matchKey({ event, match }), fresh))),
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, competition, keys]);

  useEffect(() => {
    const here = new Set(keys.split('\n'));
    const kept: KeptMatches = { competition, matches: [...followed].filter(([key]) => here.has(key)) };
    if (kept.matches.length > 0) remember(place, JSON.stringify(kept));
  }, [competition, followed, keys]);

  return followed;
}
