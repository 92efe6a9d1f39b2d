// Who shoots for a team that is drawn: a substitute instead of somebody, or another order. Whoever comes in has shot the qualification for
// the same club or country, and is in no other team of the event. (RULES 1.9; Book 3: team rounds)
import { type Competition, scorecardOf } from '../competition.ts';
import type { Competitor, Draw } from '../draw/draw.ts';
import type { Entry } from '../facts.ts';
import { isTeam, shootsFor, type TeamContest } from '../ranking/teams.ts';
import type { Rejection } from '../rejections.ts';
import type { EventState } from './event.ts';
import { playEvent } from './event-play.ts';

/** The `why` of a `teamWrong`. */
export const teamProblems = [
  'notATeam',
  'unknown',
  'changedMeanwhile',
  'unchanged',
  'size',
  'twice',
  /** Of another club or country. */
  'notTheirs',
  /** No arrow in the qualification, or without a rank there. */
  'notShot',
  'otherTeam',
  /** Not so many of each part as the event asks for. */
  'parts',
] as const;
export type TeamProblem = (typeof teamProblems)[number];

/** The club or country of a team's key `CLUB#1`. */
function ofKey(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

export interface TeamAsked {
  readonly team: string;
  readonly was: readonly number[];
  readonly entries: readonly number[];
}

/** Why a team cannot be made of these; undefined when it can. */
export function whyNotTeam(
  state: Competition,
  event: EventState,
  draw: Draw,
  { team, was, entries }: TeamAsked,
): Rejection | undefined {
  const { contest, id } = event.setup;
  const wrong = (why: TeamProblem): Rejection => ({ code: 'teamWrong', team, why });
  if (contest.kind === 'individual') return wrong('notATeam');
  const found = draw.competitors.find(({ key }) => key === team);
  if (!found) return wrong('unknown');
  if (!sameOrder(found.entries, was)) return wrong('changedMeanwhile');
  if (sameOrder(found.entries, entries)) return wrong('unchanged');
  const problem = problemOf(state, event, contest, draw, found, entries);
  if (problem) return wrong(problem);
  const underWay = playEvent(state, id)?.find(
    ({ seats, hasBegun, score }) =>
      hasBegun &&
      score?.status.kind !== 'over' &&
      [seats.a, seats.b].some((seat) => seat.kind === 'competitor' && seat.competitor.key === team),
  );
  return underWay && { code: 'matchHasBegun', event: id, match: underWay.drawn.id };
}

function problemOf(
  state: Competition,
  { setup }: EventState,
  contest: TeamContest,
  { competitors }: Draw,
  { key, entries: before }: Competitor,
  numbers: readonly number[],
): TeamProblem | undefined {
  if (numbers.length !== contest.parts.reduce((sum, { archers }) => sum + archers, 0)) return 'size';
  if (new Set(numbers).size < numbers.length) return 'twice';
  const entries = numbers.map((number) => state.entries.at(number)).filter((entry) => entry !== undefined);
  if (entries.length < numbers.length) return 'notTheirs';
  const comingIn = entries.filter(({ number }) => !before.includes(number));
  if (comingIn.some((entry) => shootsFor(entry, contest) !== ofKey(key))) return 'notTheirs';
  if (comingIn.some((entry) => !hasShot(state, entry))) return 'notShot';
  const taken = competitors.filter((other) => other.key !== key).flatMap((other) => other.entries);
  if (numbers.some((number) => taken.includes(number))) return 'otherTeam';
  // Only another order: whoever was in it may have been disqualified since, which is the judges' affair.
  return comingIn.length === 0 || isTeam(state, entries, contest, setup.dnfKeepsRank) ? undefined : 'parts';
}

function hasShot(state: Competition, { number }: Entry): boolean {
  return scorecardOf(state, number).tally.arrows > 0;
}

function sameOrder(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}

/** Whether the organiser said who shoots: then no ranking changes it. */
export function isTeamSetByHand({ changes = [] }: Draw, team: string): boolean {
  return changes.some((change) => change.kind === 'team' && change.key === team);
}
