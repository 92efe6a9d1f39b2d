// What has happened to somebody's archers between two looks: an end that is complete, another rank, a match that begins or is over.
import type { AthleteSheet, RankAfterEnd } from '../../src/domain/card/athlete-sheet.ts';
import { endPoints, isEndComplete } from '../../src/domain/card/scorecard.ts';
import { roundOfArcher } from '../../src/domain/card/target-sheet.ts';
import { type Side, sides } from '../../src/domain/match/match.ts';
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';

export type News =
  | {
      readonly kind: 'end';
      readonly key: string;
      readonly name: string;
      readonly end: number;
      readonly points: number;
      /** Undefined while others have to shoot this end before a rank says anything. */
      readonly rank: number | undefined;
      /** Places gained (positive) or lost since the end before. */
      readonly moved: number;
    }
  | {
      readonly kind: 'matchBegins' | 'matchWon' | 'matchLost';
      readonly key: string;
      readonly name: string;
      readonly event: string;
      readonly match: string;
      readonly opponent: string;
    };

function lastCompleteEnd({ archers }: AthleteSheet): number {
  const ends = archers[0]?.ends ?? [];
  const open = ends.findIndex((end) => !isEndComplete(end));
  return open < 0 ? ends.length : open;
}

const rankAfter = ({ ranks }: AthleteSheet, end: number): RankAfterEnd | undefined =>
  ranks.find((each) => each.end === end);

/** At most one: the newest end that is complete. A correction is no news. */
export function newsOfAthlete(before: AthleteSheet, now: AthleteSheet): readonly News[] {
  const archer = now.archers[0];
  const round = archer && roundOfArcher(now, archer);
  const end = lastCompleteEnd(now);
  if (!archer || !round || end <= lastCompleteEnd(before)) return [];
  const rank = rankAfter(now, end);
  const then = rankAfter(now, end - 1);
  const points = endPoints(round, end, archer.ends[end - 1] ?? []);
  const key = `end/${archer.entry}/${end}`;
  const moved = rank && then ? then.rank - rank.rank : 0;
  return [{ kind: 'end', key, name: archer.name, end, points, rank: rank?.rank, moved }];
}

function sidesOfFavourites({ seats }: MatchInBracketView, favourites: ReadonlySet<number>): readonly Side[] {
  return sides.filter((side) => seats[side].entries.some((entry) => favourites.has(entry)));
}

const isOver = ({ status }: MatchInBracketView) => status?.kind === 'over';

export function newsOfBracket(before: BracketView, now: BracketView, favourites: ReadonlySet<number>): readonly News[] {
  const old = new Map(before.matches.map((match) => [match.id, match]));
  return now.matches.flatMap((match): readonly News[] => {
    const was = old.get(match.id);
    if (!was || match.kind !== 'match') return [];
    const begins = match.hasBegun && !was.hasBegun && !isOver(match);
    const ends = isOver(match) && !isOver(was) && match.winner !== null;
    if (!begins && !ends) return [];
    return sidesOfFavourites(match, favourites).map((side): News => {
      const kind = begins ? 'matchBegins' : match.winner === side ? 'matchWon' : 'matchLost';
      const [name, opponent] = [match.seats[side].name ?? '', match.seats[side === 'a' ? 'b' : 'a'].name ?? ''];
      return {
        kind,
        key: `${kind}/${now.event}/${match.id}/${side}`,
        name,
        opponent,
        event: now.event,
        match: match.id,
      };
    });
  });
}

/** The newest last; no more than can be read, and nothing twice. */
export function withNews(shown: readonly News[], fresh: readonly News[], most = 3): readonly News[] {
  const keys = new Set(fresh.map(({ key }) => key));
  return [...shown.filter(({ key }) => !keys.has(key)), ...fresh].slice(-most);
}
