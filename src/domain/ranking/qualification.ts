// The qualification ranking of a category or an event: scores, ties that a toss or a shoot-off decided, who is without a rank, the line of
// the cut, and which ties are still open. (RULES 1.5, 1.6; WA Book 3, 12.5)
import { type Standing, standings } from '../card/card-notes.ts';
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { Competitor } from '../draw/draw.ts';
import type { EventSetup, EventState, TieReason } from '../event/event.ts';
import type { Entry } from '../facts.ts';
import { countArrows } from '../rounds/rounds.ts';
import { type TieBreakCount, tieBreakOf } from '../rule-sets.ts';
import { decidedTieOf } from './cut-shoot-off.ts';
import { type EqualTotals, groupTies, type Placeable, rankDecided } from './decided-ranking.ts';
import { individualEventOf } from './event-of-category.ts';
import type { RankingScore } from './ranking.ts';
import { compareStanding, type TreeScore } from './ranking-tree.ts';
import { type TeamContest, teamEntriesOf, teamsOf } from './teams.ts';

export interface QualificationRow extends RankingScore, Competitor {
  /** Shared by full ties; undefined for who did not start or was disqualified. */
  readonly rank: number | undefined;
  /** Before a shoot-off or a toss; equal to `rank` where none was needed. */
  readonly rankByScore: number | undefined;
  readonly club: string;
  readonly country: string;
  readonly arrows: number;
  /** Of a team: the worst of its archers'. */
  readonly standing: Standing;
  /** A place that the scores did not give: printed as `SO` or `CT`. */
  readonly decidedBy: TieReason | undefined;
  /** Whether this one goes on; undefined where there is no elimination, or a shoot-off has to say. */
  readonly isIn: boolean | undefined;
}

/** A tie at a bracket place that nobody has decided yet. */
export interface OpenTie {
  readonly reason: TieReason;
  readonly keys: readonly string[];
  /** The places that these share, from and to. */
  readonly from: number;
  readonly to: number;
}

export interface Qualification {
  readonly tieBreak: readonly TieBreakCount[];
  /** Best first; those without a rank at the end. */
  readonly rows: readonly QualificationRow[];
  /** How many go on; undefined where there is no elimination. */
  readonly cut: number | undefined;
  readonly openTies: readonly OpenTie[];
  /** Competitors whose cards are neither complete nor given up. */
  readonly unfinished: readonly string[];
}

export interface Qualifier extends Placeable, Competitor {
  readonly club: string;
  readonly country: string;
  readonly arrows: number;
  readonly standing: Standing;
  readonly isUnfinished: boolean;
}

/** Undefined for an event that the competition does not have. */
export function qualificationOf(state: Competition, event: string): Qualification | undefined {
  const found = state.events.get(event);
  return found && qualificationAmong(state, qualifiersOf(state, found.setup), found);
}

/** The same of a category, with the decisions of its individual event if it has one. Undefined for an unknown category. */
export function categoryQualificationOf(state: Competition, category: string): Qualification | undefined {
  if (!state.categories.has(category)) return undefined;
  return qualificationAmong(state, archersOf(state, category), individualEventOf(state, category));
}

function qualifiersOf(state: Competition, { contest, dnfKeepsRank }: EventSetup): readonly Qualifier[] {
  if (contest.kind === 'individual') return archersOf(state, contest.category);
  return teamQualifiersOf(state, contest, dnfKeepsRank);
}

/** Whether arrows of the card are still to come. */
export function isUnfinished(state: Competition, entry: number): boolean {
  const round = roundOfEntry(state, entry);
  return (
    notesOf(state, entry).standing === 'competing' &&
    round !== undefined &&
    scorecardOf(state, entry).tally.arrows < countArrows(round)
  );
}

function archersOf(state: Competition, category: string): readonly Qualifier[] {
  return archersOfScores(state, state.rankings.get(category)?.values() ?? []);
}

/** In the order of the scores. */
export function archersOfScores(state: Competition, scores: Iterable<TreeScore>): readonly Qualifier[] {
  const archers: Qualifier[] = [];
  for (const { entry: number, unranked, total, counts } of scores) {
    const entry = state.entries.at(number);
    if (!entry) continue;
    archers.push({
      key: String(number),
      name: entry.name,
      entries: [number],
      unranked,
      total,
      counts,
      club: entry.club,
      country: entry.country ?? '',
      arrows: scorecardOf(state, number).tally.arrows,
      standing: notesOf(state, number).standing,
      isUnfinished: isUnfinished(state, number),
    });
  }
  return archers;
}

function worstStanding(state: Competition, entries: readonly Entry[]): Standing {
  const worst = Math.max(...entries.map(({ number }) => standings.indexOf(notesOf(state, number).standing)));
  return standings[worst] ?? 'competing';
}

/** As scores have them. Any archer who may still come into a club's team leaves its teams unfinished. */
function teamQualifiersOf(state: Competition, contest: TeamContest, dnfKeepsRank: boolean): readonly Qualifier[] {
  const unfinished = new Set<string>();
  for (const [of, entries] of teamEntriesOf(state, contest)) {
    if (entries.some(({ number }) => isUnfinished(state, number))) unfinished.add(of);
  }
  const teams = teamsOf(state, contest, dnfKeepsRank).map((team): Qualifier => {
    const { of, number, entries, total, counts, arrows } = team;
    const countries = new Set(entries.map(({ country }) => country ?? ''));
    const [country = ''] = countries.size === 1 ? countries : [];
    return {
      key: `${of}#${number}`,
      name: number === 1 ? of : `${of} ${number}`,
      entries: entries.map((entry) => entry.number),
      unranked: 0,
      total,
      counts,
      club: contest.teamsOf === 'club' ? of : '',
      country,
      arrows,
      standing: worstStanding(state, entries),
      isUnfinished: unfinished.has(of),
    };
  });
  return teams.sort((a, b) => compareStanding(a, b) || (a.key < b.key ? -1 : 1));
}

/** Of these alone; whoever has the total of one of them has to be among them. */
export function qualificationAmong(
  state: Competition,
  qualifiers: readonly Qualifier[],
  event: EventState | undefined,
): Qualification {
  const elimination = event?.setup.elimination;
  const cut = elimination?.qualifiers;
  const ties = event?.ties.map((tie) => decidedTieOf(tie, elimination)) ?? [];
  const openTies = cut === undefined ? [] : openTiesOf(groupTies(qualifiers, ties), cut);
  const shootingOff = new Set(openTies.flatMap(({ reason, keys }) => (reason === 'SO' ? keys : [])));
  const rows = rankDecided(qualifiers, ties).map(({ item, rank, rankByScore, decidedBy }, index): QualificationRow => {
    const { unranked, isUnfinished: _, ...row } = item;
    const isRanked = unranked === 0;
    const isIn = cut === undefined || shootingOff.has(item.key) ? undefined : isRanked && index < cut;
    const places = isRanked ? { rank, rankByScore } : { rank: undefined, rankByScore: undefined };
    return { ...row, ...places, decidedBy, isIn };
  });
  const unfinished = qualifiers.filter((each) => each.isUnfinished).map(({ key }) => key);
  return { tieBreak: tieBreakOf(state), rows, cut, openTies, unfinished };
}

/** At the cut a shoot-off among all of one total (12.5.2); inside it a toss among those who are level (12.5.1). */
function openTiesOf(groups: readonly EqualTotals<Qualifier>[], cut: number): readonly OpenTie[] {
  const open: OpenTie[] = [];
  const isParted = ({ from, to }: Pick<OpenTie, 'from' | 'to'>) => from <= cut && to > cut;
  const keysOf = (items: readonly Qualifier[]) => items.map(({ key }) => key);
  for (const group of groups) {
    const { from, to, shootOff, levels } = group;
    if (from > cut) break;
    if (shootOff ? levels.some(isParted) : isParted(group)) {
      open.push({ reason: 'SO', keys: keysOf(levels.flatMap(({ items }) => items)), from, to });
      continue;
    }
    for (const level of levels) {
      if (level.to > cut || level.items.length < 2 || level.toss) continue;
      open.push({ reason: 'CT', keys: keysOf(level.items), from: level.from, to: level.to });
    }
  }
  return open;
}
