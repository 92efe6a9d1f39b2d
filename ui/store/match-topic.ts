// Following one match over a link: whatever comes is the whole of it.
import type { Position } from '../../src/domain/facts.ts';
import type { DeltaBody, SnapshotBody } from '../../src/wire/server-to-client.ts';
import type { TopicListener } from '../link/link.ts';
import type { MatchState } from './match-store.ts';

/** `missing`: there is no such match, or no more. */
export type FollowedMatch = MatchState | 'missing';

export function listenToMatch(changed: (match: FollowedMatch) => void): TopicListener {
  let last: MatchState | undefined;
  const take = (body: SnapshotBody | DeltaBody, at: Position) => {
    const whole = body.kind === 'whole' ? body.whole : body;
    const sheet = whole.kind === 'match' ? whole.sheet : body.kind === 'nothing' ? last?.sheet : undefined;
    if (!sheet) return;
    last = { sheet, at };
    changed(last);
  };
  return { snapshot: take, delta: take, missing: () => changed('missing') };
}
