// Whether an event can be as it is set up: its categories and teams, its elimination, the format and face of its matches. Apart from the
// decision because an interchange file is held to the same.

import { type Competition, roundOfCategory } from '../competition.ts';
import { chartSizes } from '../draw/bracket.ts';
import { findMatchFormat, type MatchFormat } from '../match/match-format.ts';
import { individualEventOf } from '../ranking/event-of-category.ts';
import type { Rejection } from '../rejections.ts';
import { findFace } from '../rounds/faces.ts';
import { findFaceProblem } from '../rounds/round-check.ts';
import type { Contest, Elimination, EventSetup } from './event.ts';

/** The `why` of an `eventWrong`. */
export const eventProblems = [
  /** Not 1 to 32 letters, digits and - _ . with a letter or digit first: it stands in addresses and file names. */
  'id',
  /** No part, a part without a category or archers, a category in two parts. */
  'teamParts',
  'teamsEach',
  /** The match format is for another number of archers than the team has. */
  'teamSize',
  /** A format of teams for an individual event, or the other way round. */
  'formatKind',
  /** The organiser's face has another id than the event says, or is none that can be shot. */
  'face',
  /** Fewer than 2 or more than 128. */
  'qualifiers',
  'chart',
  'chartTooSmall',
  /** Not a power of two from 2 to 128. */
  'placesShot',
  /** More than 32 of them would shoot against everybody else. */
  'tooManyForRoundRobin',
  /** Fewer than two pools, or pools of fewer than two. */
  'pools',
  /** Nobody goes on from a pool, or more than are in it. */
  'advance',
] as const;
export type EventProblem = (typeof eventProblems)[number];

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
const mostInRoundRobin = 32;
const mostQualifiers = 128;
const mostTeamArchers = 12;

/** Why there cannot be such an event in this competition; undefined when there can. */
export function whyNotEvent(state: Competition, setup: EventSetup): Rejection | undefined {
  const { id, name, contest, elimination } = setup;
  const wrong = (why: EventProblem): Rejection => ({ code: 'eventWrong', event: id, why });
  if (!idPattern.test(id)) return wrong('id');
  if (name.trim() === '') return { code: 'nameMissing' };
  const category = categoriesOfContest(contest).find((code) => !roundOfCategory(state, code));
  if (category !== undefined) return { code: 'unknownCategory', category };
  if (contest.kind === 'individual') {
    const other = individualEventOf(state, contest.category);
    if (other && other.setup.id !== id)
      return { code: 'categoryHasEvent', category: contest.category, event: other.setup.id };
  } else {
    const problem = whyNotTeams(contest);
    if (problem) return wrong(problem);
  }
  return elimination && whyNotElimination(state, setup, elimination);
}

/** The categories whose archers are ranked in an event. */
export function categoriesOfContest(contest: Contest): readonly string[] {
  return contest.kind === 'individual' ? [contest.category] : contest.parts.flatMap(({ categories }) => categories);
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function archersOf(contest: Contest): number {
  return contest.kind === 'individual' ? 1 : contest.parts.reduce((sum, { archers }) => sum + archers, 0);
}

function whyNotTeams(contest: Exclude<Contest, { readonly kind: 'individual' }>): EventProblem | undefined {
  const categories = categoriesOfContest(contest);
  const areParts = contest.parts.every(
    (part) => part.categories.length > 0 && isWhole(part.archers, 1, mostTeamArchers),
  );
  if (contest.parts.length === 0 || !areParts || new Set(categories).size < categories.length) return 'teamParts';
  if (!isWhole(archersOf(contest), 2, mostTeamArchers)) return 'teamParts';
  return isWhole(contest.teamsEach, 1, mostQualifiers) ? undefined : 'teamsEach';
}

function whyNotElimination(
  { ruleSetId }: Competition,
  { id, contest }: EventSetup,
  elimination: Elimination,
): Rejection | undefined {
  const { formatId, finalsFormatId, faceId, face } = elimination;
  for (const each of [formatId, ...(finalsFormatId === undefined ? [] : [finalsFormatId])]) {
    const format = findMatchFormat(ruleSetId, each);
    if (!format) return { code: 'unknownMatchFormat', formatId: each };
    const why = whyNotFormat(contest, format);
    if (why) return { code: 'eventWrong', event: id, why };
  }
  if (!face && !findFace(faceId)) return { code: 'unknownFace', faceId };
  const isOwnFace = face?.id === faceId && !findFaceProblem(face);
  const why = face && !isOwnFace ? 'face' : whyNotChart(elimination);
  return why && { code: 'eventWrong', event: id, why };
}

/** A team of two shoots the format of mixed teams, whoever is in it; no format is for teams of four. */
function whyNotFormat(contest: Contest, { kind, archers }: MatchFormat): EventProblem | undefined {
  if ((kind === 'individual') !== (contest.kind === 'individual')) return 'formatKind';
  return archers === archersOf(contest) ? undefined : 'teamSize';
}

function isPlacesShot(places: number): boolean {
  return isWhole(places, 2, mostQualifiers) && Number.isInteger(Math.log2(places));
}

function whyNotChart(elimination: Elimination): EventProblem | undefined {
  const { qualifiers } = elimination;
  if (!isWhole(qualifiers, 2, mostQualifiers)) return 'qualifiers';
  switch (elimination.system) {
    case 'bracket':
      if (!chartSizes.includes(elimination.chart)) return 'chart';
      if (qualifiers > elimination.chart) return 'chartTooSmall';
      return isPlacesShot(elimination.placesShot) ? undefined : 'placesShot';
    case 'roundRobin':
      return qualifiers > mostInRoundRobin ? 'tooManyForRoundRobin' : undefined;
    case 'pools': {
      const { pools, advance, placesShot } = elimination;
      if (!isWhole(pools, 2, Math.floor(qualifiers / 2))) return 'pools';
      if (Math.ceil(qualifiers / pools) > mostInRoundRobin) return 'tooManyForRoundRobin';
      if (!isWhole(advance, 1, Math.floor(qualifiers / pools))) return 'advance';
      return isPlacesShot(placesShot) ? undefined : 'placesShot';
    }
    default:
      return undefined;
  }
}
