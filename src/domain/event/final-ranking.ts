// The final ranking of an event and who has which medal: places of the elimination first, then the qualification of those who were not in
// it; and the medal tables. Sources: RULES 1.8; issue 3, point 7.
import { type Standing, standings } from '../card/card-notes.ts';
import { type Competition, notesOf } from '../competition.ts';
import type { Competitor, Draw } from '../draw/draw.ts';
import { bestPlacesLeft, placesOf } from '../draw/match-placing.ts';
import { type Qualification, type QualificationRow, qualificationOf } from '../ranking/qualification.ts';
import type { Elimination, EventState } from './event.ts';
import { resultsOf } from './event-play.ts';

export interface FinalRow extends Competitor {
  readonly club: string;
  readonly country: string;
  /** Shared where the rules share it; undefined while it is open, and for those without a rank. */
  readonly place: number | undefined;
  readonly medal: 'gold' | 'silver' | 'bronze' | undefined;
  /** Of the qualification. */
  readonly qualificationRank: number | undefined;
}

/** A row, and the place by which it is listed: its own, or the best that it can still have. */
interface Listed {
  readonly row: FinalRow;
  readonly listedAt: number;
}

const medals = ['gold', 'silver', 'bronze'] as const;

/** Last, in the order given: those who have no place and will have none. */
const unplaced = Number.MAX_SAFE_INTEGER;

/**
 * Best first. Without an elimination the qualification decides, once it is shot. Two who share the third place both have bronze. Who was
 * disqualified stands last, and the place stays empty: who moves up is for the jury to say [?]. Undefined for an unknown event.
 */
export function finalRankingOf(state: Competition, event: string): readonly FinalRow[] | undefined {
  const found = state.events.get(event);
  const qualification = qualificationOf(state, event);
  if (!found || !qualification) return undefined;
  const { elimination } = found.setup;
  const listed =
    found.draw && elimination
      ? afterDraw(state, found, found.draw, elimination, qualification)
      : byQualification(qualification, !elimination && qualification.unfinished.length === 0);
  return listed.toSorted((x, y) => x.listedAt - y.listedAt).map(({ row }) => row);
}

function isDisqualified(standing: Standing): boolean {
  return standing === 'DSQ' || standing === 'DQB';
}

/** With a place and its medal; none for who is disqualified. */
function listedAs(
  place: number | undefined,
  standing: Standing,
  {
    key,
    name,
    entries,
    club,
    country,
    rank,
  }: Omit<FinalRow, 'place' | 'medal' | 'qualificationRank'> & {
    readonly rank: number | undefined;
  },
  otherwise: number = unplaced,
): Listed {
  const given = isDisqualified(standing) ? undefined : place;
  const medal = given === undefined ? undefined : medals[given - 1];
  return {
    row: { key, name, entries, club, country, place: given, medal, qualificationRank: rank },
    listedAt: given ?? (isDisqualified(standing) ? unplaced : otherwise),
  };
}

function byQualification({ rows }: Qualification, isDecided: boolean): readonly Listed[] {
  return rows.map((row) => listedAs(isDecided ? row.rank : undefined, row.standing, row, row.rank));
}

function afterDraw(
  state: Competition,
  event: EventState,
  { matches, competitors }: Draw,
  { losers }: Elimination,
  { rows }: Qualification,
): readonly Listed[] {
  const results = resultsOf(state, event.setup.id);
  const seeds = competitors.length;
  const places = new Map(placesOf(matches, seeds, results, losers).map(({ seed, place }) => [seed, place]));
  const left = bestPlacesLeft(matches, seeds, results);
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  const drawn = competitors.map((competitor, index) => {
    const details = { ...detailsOf(state, event, competitor, rowOf.get(competitor.key)), ...competitor };
    return listedAs(places.get(index + 1), standingOf(state, competitor), details, left.get(index + 1));
  });
  const inDraw = new Set(competitors.map(({ key }) => key));
  return [
    ...drawn,
    ...afterThem(
      seeds,
      rows.filter(({ key }) => !inDraw.has(key)),
    ),
  ];
}

/** Those who were not in the elimination: their places go on from it, in the order of their ranks. */
function afterThem(seeds: number, rows: readonly QualificationRow[]): readonly Listed[] {
  const ranks = rows.flatMap(({ rank }) => rank ?? []);
  const placeOf = (rank: number) => seeds + 1 + ranks.filter((other) => other < rank).length;
  return rows.map((row) => listedAs(row.rank === undefined ? undefined : placeOf(row.rank), row.standing, row));
}

/** Of a team: the worst of its archers'. */
function standingOf(state: Competition, { entries }: Competitor): Standing {
  const worst = Math.max(0, ...entries.map((entry) => standings.indexOf(notesOf(state, entry).standing)));
  return standings[worst] ?? 'competing';
}

/** Club and country of a competitor who is drawn, also of a team that is none any more: then they are its archers'. */
function detailsOf(
  state: Competition,
  { setup: { contest } }: EventState,
  { entries: [first = 0] }: Competitor,
  row: QualificationRow | undefined,
): Pick<QualificationRow, 'club' | 'country' | 'rank'> {
  if (row) return { club: row.club, country: row.country, rank: row.rank };
  const { club = '', country = '' } = state.entries.at(first) ?? {};
  const isOfCountry = contest.kind !== 'individual' && contest.teamsOf === 'country';
  return { club: isOfCountry ? '' : club, country, rank: undefined };
}

export interface MedalRow {
  /** Club or country; shared place for equal medals. */
  readonly name: string;
  readonly place: number;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
}

type Medals = Pick<MedalRow, 'gold' | 'silver' | 'bronze'>;

function compareMedals(x: Medals, y: Medals): number {
  return y.gold - x.gold || y.silver - x.silver || y.bronze - x.bronze;
}

/** By gold, then silver, then bronze. A team's medal counts once; one of nobody's club or country counts for none. */
export function medalTableOf(state: Competition, of: 'club' | 'country'): readonly MedalRow[] {
  const won = [...state.events.keys()]
    .flatMap((event) => finalRankingOf(state, event) ?? [])
    .filter((row) => row.medal !== undefined && row[of] !== '');
  const count = (rows: readonly FinalRow[], medal: FinalRow['medal']) =>
    rows.filter((row) => row.medal === medal).length;
  const table = [...Map.groupBy(won, (row) => row[of])].map(([name, rows]) => ({
    name,
    gold: count(rows, 'gold'),
    silver: count(rows, 'silver'),
    bronze: count(rows, 'bronze'),
  }));
  return table
    .toSorted((x, y) => compareMedals(x, y) || (x.name < y.name ? -1 : 1))
    .map((row) => ({ ...row, place: 1 + table.filter((other) => compareMedals(other, row) < 0).length }));
}
