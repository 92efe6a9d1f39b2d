// Events that a competition's entries ask for and that it does not have yet: proposals that the organiser takes or changes. Sizes of brackets
// are the usual ones (RULES 1.8): everybody with byes up to seven, above that the greatest power of two that is full; 104 outdoors.
import { type Competition, categoriesOf, roundOfCategory } from '../competition.ts';
import { type ChartSize, smallestChart } from '../draw/bracket.ts';
import type { Entry } from '../facts.ts';
import { findMatchFormat, type MatchKind, targetFormatId } from '../match/match-format.ts';
import { individualEventOf } from '../ranking/event-of-category.ts';
import type { Category } from '../setup/categories.ts';
import type { Contest, Elimination, EventSetup, TeamPart } from './event.ts';

type TeamContest = Exclude<Contest, { readonly kind: 'individual' }>;

const archersInTeam = 3;
const mostTeams = 16;

/** In the order of the categories: individuals, then teams, then mixed teams. Each can be set as it is. */
export function suggestEvents(state: Competition): readonly EventSetup[] {
  const categories = [...state.categories.values()];
  const entries = entriesByCategory(state);
  const teamsOf = whatTeamsAreOf(state);
  const individuals = categories.flatMap((category) => individualOf(state, category, entries));
  const teams = categories.flatMap((category) => {
    const parts = [{ categories: [category.code], archers: archersInTeam }];
    const contest: TeamContest = { kind: 'team', parts, teamsOf, teamsEach: 1 };
    return teamEventOf(state, `${category.code}-team`, `${category.name} team`, contest, entries);
  });
  const mixed = categories.flatMap((category) => mixedOf(state, category, teamsOf, entries));
  return [...individuals, ...teams, ...mixed].filter(({ id }) => !state.events.has(id));
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

function entriesByCategory(state: Competition): Entries {
  const byCategory = new Map<string, Entry[]>();
  for (const entry of state.entries.values())
    for (const code of categoriesOf(entry)) byCategory.set(code, [...(byCategory.get(code) ?? []), entry]);
  return byCategory;
}

/** By country where everybody has one and there are several. */
function whatTeamsAreOf(state: Competition): 'club' | 'country' {
  const countries = new Set<string>();
  for (const { country = '' } of state.entries.values()) {
    if (country === '') return 'club';
    countries.add(country);
  }
  return countries.size > 2 ? 'country' : 'club';
}

function individualOf(state: Competition, { code, name }: Category, entries: Entries): readonly EventSetup[] {
  const count = entries.get(code)?.length ?? 0;
  if (count < 2 || individualEventOf(state, code)) return [];
  const elimination = eliminationOf(
    state,
    code,
    'individual',
    sizeFor(count, state.discipline === 'outdoor' ? 104 : 64),
  );
  if (!elimination) return [];
  return [{ id: code, name, contest: { kind: 'individual', category: code }, elimination, dnfKeepsRank: true }];
}

/** `RM` with `RW` makes `RX`. */
function mixedOf(
  state: Competition,
  men: Category,
  teamsOf: TeamContest['teamsOf'],
  entries: Entries,
): readonly EventSetup[] {
  const women = men.code.endsWith('M') ? state.categories.get(`${men.code.slice(0, -1)}W`) : undefined;
  if (!women || women.roundId !== men.roundId) return [];
  const parts = [men, women].map(({ code }): TeamPart => ({ categories: [code], archers: 1 }));
  const name = `${commonWords(men.name, women.name)} mixed team`.trim();
  const contest: TeamContest = { kind: 'mixed', parts, teamsOf, teamsEach: 1 };
  return teamEventOf(state, `${men.code.slice(0, -1)}X`, name, contest, entries);
}

function teamEventOf(
  state: Competition,
  id: string,
  name: string,
  contest: TeamContest,
  entries: Entries,
): readonly EventSetup[] {
  const teams = countTeams(contest, entries);
  const [code = ''] = contest.parts.flatMap(({ categories }) => categories);
  const isThere = [...state.events.values()].some((event) => sameParts(event.setup.contest, contest));
  if (teams < 2 || isThere) return [];
  const elimination = eliminationOf(state, code, contest.kind, Math.min(teams, mostTeams));
  return elimination ? [{ id, name, contest, elimination, dnfKeepsRank: true }] : [];
}

function sameParts(contest: Contest, other: TeamContest): boolean {
  return contest.kind === other.kind && JSON.stringify(contest.parts) === JSON.stringify(other.parts);
}

/** Clubs or countries with enough archers for every part. */
function countTeams({ parts, teamsOf }: TeamContest, entries: Entries): number {
  const ofParts = parts.map(({ categories, archers }) => {
    const all = categories.flatMap((code) => entries.get(code) ?? []);
    const byTeam = Map.groupBy(all, (entry) => (teamsOf === 'club' ? entry.club : (entry.country ?? '')));
    return new Set([...byTeam].flatMap(([of, members]) => (of !== '' && members.length >= archers ? [of] : [])));
  });
  const [first = new Set<string>(), ...others] = ofParts;
  return [...first].filter((of) => others.every((other) => other.has(of))).length;
}

function commonWords(one: string, other: string): string {
  const [words, others] = [one.split(' '), other.split(' ')];
  const parted = words.findIndex((word, index) => word !== others[index]);
  return words.slice(0, parted < 0 ? words.length : parted).join(' ');
}

function sizeFor(count: number, most: number): number {
  if (count < 8) return count;
  return count >= most ? most : Math.min(64, 2 ** Math.floor(Math.log2(count)));
}

function chartFor(qualifiers: number): ChartSize {
  return qualifiers === 104 ? 104 : smallestChart(qualifiers);
}

/** Undefined where there is no format for it, or no face is known. */
function eliminationOf(
  state: Competition,
  category: string,
  kind: MatchKind,
  qualifiers: number,
): Elimination | undefined {
  const distance = roundOfCategory(state, category)?.distances.at(-1);
  const formats = formatsFor(state, category, kind);
  if (!distance || !formats) return undefined;
  return {
    ...{ system: 'bracket', qualifiers, chart: chartFor(qualifiers), placesShot: 4, ...formats },
    faceId: distance.faceId,
    ...(distance.face ? { face: distance.face } : {}),
    losers: 'byPhase',
    whenLevel: 'firstEnd',
  };
}

/** Compound shoots for the total, everybody else for set points (12.1.4); courses have formats of their own. */
function formatsFor({ ruleSetId, discipline }: Competition, category: string, kind: MatchKind) {
  const isCourse = discipline === 'field' || discipline === '3d';
  const isCompound = category.startsWith('C');
  const formatId = isCourse ? `${discipline}-${kind}` : targetFormatId(isCompound ? 'cumulative' : 'set', kind);
  if (!findMatchFormat(ruleSetId, formatId)) return undefined;
  const finalsFormatId = `${formatId}-final`;
  return findMatchFormat(ruleSetId, finalsFormatId) ? { formatId, finalsFormatId } : { formatId };
}
