// Teams of a qualification (RULES 1.9): the best archers of a club or country, so many for each part of the event; a mixed team is one of
// each. Only archers with a rank count, and a team that is not complete is none.
import { type Competition, categoriesOf, notesOf, scorecardOf } from '../competition.ts';
import type { Contest } from '../event/event.ts';
import type { Entry } from '../facts.ts';
import { compareScores, type RankingScore, unrankedOf } from './ranking.ts';
import { rankingScoreOf } from './ranking-index.ts';

export type TeamContest = Exclude<Contest, { readonly kind: 'individual' }>;

export interface Team extends RankingScore {
  /** The club or country. */
  readonly of: string;
  /** Which of its teams, from 1. */
  readonly number: number;
  /** By part, the best first. */
  readonly entries: readonly Entry[];
  readonly arrows: number;
}

interface Archer extends RankingScore {
  readonly entry: Entry;
  /** Which parts of the event the archer may fill, by index. */
  readonly parts: readonly number[];
}

/** The club or country that an entry shoots for; empty: none, and so no team. */
export function shootsFor(entry: Entry, { teamsOf }: TeamContest): string {
  return (teamsOf === 'club' ? entry.club : (entry.country ?? '')).trim();
}

/** All entries of the event's categories, by club or country. */
export function teamEntriesOf(state: Competition, contest: TeamContest): ReadonlyMap<string, readonly Entry[]> {
  const numbers = new Set<number>();
  for (const category of new Set(contest.parts.flatMap(({ categories }) => categories))) {
    for (const { entry } of state.rankings.get(category)?.values() ?? []) numbers.add(entry);
  }
  const entries = [...numbers].map((number) => state.entries.at(number)).filter((entry) => entry !== undefined);
  const byTeam = Map.groupBy(entries, (entry) => shootsFor(entry, contest));
  byTeam.delete('');
  return byTeam;
}

function archersOf(state: Competition, entries: readonly Entry[], contest: TeamContest, dnfKeepsRank: boolean) {
  const archers = entries
    .filter(({ number }) => unrankedOf(notesOf(state, number).standing, dnfKeepsRank) === 0)
    .map((entry): Archer => {
      const codes = categoriesOf(entry);
      const fills = contest.parts.map(({ categories }) => categories.some((code) => codes.includes(code)));
      const parts = [...fills.keys()].filter((index) => fills[index]);
      return { entry, parts, ...rankingScoreOf(state, entry.number) };
    });
  return archers.sort((a, b) => compareScores(a, b) || a.entry.number - b.entry.number);
}

/**
 * The best complete team, by part; undefined where there is none. Best first, each archer joins if the team so far can be rearranged to
 * make room: as sets that can be matched to parts are a matroid, no other team has a higher total, nor among equal totals the better archers.
 */
function bestTeam(sorted: readonly Archer[], sizes: readonly number[]): readonly (readonly Archer[])[] | undefined {
  const parts: Archer[][] = sizes.map(() => []);
  const join = (archer: Archer, tried: Set<number>): boolean => {
    for (const index of archer.parts) {
      const part = parts[index];
      if (!part || tried.has(index)) continue;
      tried.add(index);
      if (part.length < (sizes[index] ?? 0)) {
        part.push(archer);
        return true;
      }
      const movable = part.findIndex((other) => join(other, tried));
      if (movable >= 0) {
        part[movable] = archer;
        return true;
      }
    }
    return false;
  };
  let open = sizes.reduce((sum, size) => sum + size, 0);
  for (const archer of sorted) {
    if (open === 0) break;
    if (join(archer, new Set())) open -= 1;
  }
  return open === 0 ? parts.map((part) => part.toSorted((a, b) => sorted.indexOf(a) - sorted.indexOf(b))) : undefined;
}

function teamOf(state: Competition, of: string, number: number, archers: readonly Archer[]): Team {
  const counts: number[] = [];
  let [total, arrows] = [0, 0];
  for (const archer of archers) {
    total += archer.total;
    arrows += scorecardOf(state, archer.entry.number).tally.arrows;
    for (const [index, count] of archer.counts.entries()) counts[index] = (counts[index] ?? 0) + count;
  }
  return { of, number, entries: archers.map(({ entry }) => entry), total, counts, arrows };
}

/** Whether these, so many as a team has, can be a team of the event: each with a rank, and so many for each part. */
export function isTeam(
  state: Competition,
  entries: readonly Entry[],
  contest: TeamContest,
  dnfKeepsRank: boolean,
): boolean {
  const sizes = contest.parts.map(({ archers }) => archers);
  return bestTeam(archersOf(state, entries, contest, dnfKeepsRank), sizes) !== undefined;
}

/** Every club's or country's teams: the second is made of those whom the first did not take. */
export function teamsOf(state: Competition, contest: TeamContest, dnfKeepsRank: boolean): readonly Team[] {
  const sizes = contest.parts.map(({ archers }) => archers);
  const teams: Team[] = [];
  for (const [of, entries] of teamEntriesOf(state, contest)) {
    let rest = archersOf(state, entries, contest, dnfKeepsRank);
    for (let number = 1; number <= contest.teamsEach; number += 1) {
      const archers = bestTeam(rest, sizes)?.flat();
      if (!archers || archers.length === 0) break;
      teams.push(teamOf(state, of, number, archers));
      rest = rest.filter((archer) => !archers.includes(archer));
    }
  }
  return teams;
}
