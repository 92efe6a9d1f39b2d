// One match on a page that only looks: followed for as long as it is shown.
import { useEffect, useState } from 'react';
import { type FollowedMatch, listenToMatch } from './match-topic.ts';
import { viewerSession } from './viewer-session.ts';

/** Undefined until it is heard. */
export function useMatch(competition: string, event: string, match: string): FollowedMatch | undefined {
  const [heard, setHeard] = useState<FollowedMatch | undefined>();
  useEffect(() => {
    setHeard(undefined);
    return viewerSession().follow({ kind: 'match', competition, event, match }, listenToMatch(setHeard));
  }, [competition, event, match]);
  return heard;
}
