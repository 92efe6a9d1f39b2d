// Whether a category's result is official, once it is shot: every card is compared with its signed paper then, or waived by name.
import type { LeaderboardHead, LeaderboardRow } from '../../src/domain/ranking/leaderboard.ts';

interface Shown {
  readonly head: Pick<LeaderboardHead, 'official' | 'arrows'>;
  readonly rows: readonly Pick<LeaderboardRow, 'arrows' | 'standing'>[];
}

/** Undefined while somebody still shoots. */
export function statusOf({ head, rows }: Shown): 'official' | 'unofficial' | undefined {
  if (head.official) return 'official';
  const isShot =
    rows.length > 0 && rows.every(({ arrows, standing }) => standing !== undefined || arrows === head.arrows);
  return isShot ? 'unofficial' : undefined;
}
