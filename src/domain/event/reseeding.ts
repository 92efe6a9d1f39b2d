// What a changed qualification does to eliminations that are drawn: other seeds while no match of theirs has begun, and a refusal after.

import { type Competition, categoriesOf } from '../competition.ts';
import type { Decision } from '../decision.ts';
import type { Competitor, Draw } from '../draw/draw.ts';
import { type DrawResults, playDraw } from '../draw/draw-play.ts';
import { evolve } from '../evolve.ts';
import type { EventReseeded, Fact } from '../facts.ts';
import { type Qualification, qualificationOf } from '../ranking/qualification.ts';
import type { Rejection } from '../rejections.ts';
import { isTeamSetByHand } from './change-team.ts';
import { categoriesOfContest } from './check-event-setup.ts';
import type { EventState } from './event.ts';
import { type PlayedMatch, playEvent, resultsOf } from './event-play.ts';

/**
 * A decision about an entry's card or standing, with what follows from it for draws: `eventReseeded` facts are added, or the whole is
 * rejected as `seedingFixed`. Unchanged where no draw depends on it.
 */
export function withReseeding(state: Competition, decision: Decision, entry: number): Decision {
  return withReseedingOf(state, decision, [entry]);
}

/** The same of a decision about several entries, that may put them into other categories or clubs. */
export function withReseedingOf(state: Competition, decision: Decision, entries: readonly number[]): Decision {
  if (decision.kind === 'rejected') return decision;
  const drawn = [...state.events.values()].filter(isDrawn);
  if (drawn.length === 0) return decision;
  const after = folded(state, decision.facts);
  return withReseedingOfEvents(state, decision, after, countingIn(drawn, [state, after], entries));
}

function withReseedingOfEvents(
  state: Competition,
  decision: Extract<Decision, { readonly kind: 'facts' }>,
  after: Competition,
  drawn: readonly DrawnEvent[],
): Decision {
  const reseeded: EventReseeded[] = [];
  for (const { setup, draw } of drawn) {
    const now = qualificationOf(after, setup.id);
    if (!now) continue;
    const change = reseed(playEvent(state, setup.id) ?? [], resultsOf(state, setup.id), draw, now);
    if (change.kind === 'fixed') {
      const { name, match } = change;
      const rejection: Rejection = { code: 'seedingFixed', name, event: setup.id, match };
      return { kind: 'rejected', rejection };
    }
    if (change.kind === 'changed')
      reseeded.push({ kind: 'eventReseeded', event: setup.id, competitors: change.competitors });
  }
  return reseeded.length === 0 ? decision : { kind: 'facts', facts: [...decision.facts, ...reseeded] };
}

type DrawnEvent = EventState & { readonly draw: Draw };

function isDrawn(event: EventState): event is DrawnEvent {
  return event.draw !== undefined;
}

/** The events in whose qualification one of the entries counts, alone or in a team, in one of the states. */
function countingIn(
  drawn: readonly DrawnEvent[],
  states: readonly Competition[],
  entries: readonly number[],
): readonly DrawnEvent[] {
  const found = states.flatMap((state) => entries.flatMap((number) => state.entries.at(number) ?? []));
  const categories = new Set(found.flatMap(categoriesOf));
  return drawn.filter(({ setup }) => categoriesOfContest(setup.contest).some((code) => categories.has(code)));
}

/** Only scores are asked of this state, so when and by whom is left open. */
function folded(state: Competition, facts: readonly Fact[]): Competition {
  return facts.reduce<Competition>((next, fact) => evolve(next, fact, { at: 0, actor: { role: 'system' } }), state);
}

type SeedingChange =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly competitors: readonly Competitor[] }
  | { readonly kind: 'fixed'; readonly name: string; readonly match: string };

/** The same number of seeds by the qualification as it is now, or the match that has begun and stands against it. */
function reseed(
  played: readonly PlayedMatch[],
  results: DrawResults,
  draw: Draw,
  qualification: Qualification,
): SeedingChange {
  const before = draw.competitors;
  const begun = matchesBegun(played);
  const ranked = orderOfSeeds(before, qualification);
  const now = (begun.size === 0 ? ranked : withThoseOut(ranked, before)).slice(0, seedsIn(draw));
  const competitors: Competitor[] = [];
  let isSame = now.length === before.length;
  for (let index = 0; index < Math.max(now.length, before.length); index += 1) {
    const [was, is, match] = [before[index], now[index], begun.get(index + 1)];
    if (was && is?.key !== was.key && match !== undefined) return { kind: 'fixed', name: was.name, match };
    // A team that shoots already, or that the organiser made, stays as it is, whoever is its best three now.
    const keeps =
      was !== undefined &&
      is?.key === was.key &&
      (match !== undefined || isTeamSetByHand(draw, was.key) || sameArchers(was, is));
    // Under the name of now, should it have been written wrong.
    const taken = keeps ? { ...was, name: is.name } : is;
    if (taken) competitors.push(taken);
    isSame &&= keeps && was.name === is.name;
  }
  const stands = whatStandsAgainst(played, results, draw, competitors);
  if (stands) return stands;
  return isSame ? { kind: 'same' } : { kind: 'changed', competitors };
}

/** Whoever comes back takes a bye from somebody, who may have shot on already. */
function whatStandsAgainst(
  played: readonly PlayedMatch[],
  results: DrawResults,
  { matches, competitors: before }: Draw,
  competitors: readonly Competitor[],
): SeedingChange | undefined {
  const last = competitors.at(-1);
  if (!last || competitors.length <= before.length) return undefined;
  const [was, then] = [before, competitors].map(({ length }) => playDraw(matches, length, results));
  const moved = played.find(({ hasBegun, drawn: { id } }) => {
    const [one, other] = [was?.get(id), then?.get(id)];
    return hasBegun && (one?.a !== other?.a || one?.b !== other?.b);
  });
  return moved && { kind: 'fixed', name: last.name, match: moved.drawn.id };
}

function sameArchers(one: Competitor, other: Competitor): boolean {
  return one.entries.length === other.entries.length && one.entries.every((entry, at) => entry === other.entries[at]);
}

/** How many seeds the chart was drawn for: more than there are now when somebody was disqualified since and nobody stands behind. */
function seedsIn({ matches, competitors }: Draw): number {
  const seeds = matches.flatMap(({ a, b }) =>
    [a, b].flatMap((source) => (source.from === 'seed' ? [source.seed] : [])),
  );
  return seeds.reduce((most, seed) => Math.max(most, seed), competitors.length);
}

/** As the qualification has them; those whose tie is open again, as they were drawn, and behind them whoever was not. */
function orderOfSeeds(
  before: readonly Competitor[],
  { rows, openTies }: Pick<Qualification, 'rows' | 'openTies'>,
): readonly Competitor[] {
  const seeds = new Map(before.map(({ key }, index) => [key, index]));
  const ranked = rows
    .filter(({ rank }) => rank !== undefined)
    .map(({ key, name, entries }) => ({ key, name, entries }));
  return openTies.reduce<readonly Competitor[]>((order, { keys }) => {
    const tied = order.filter(({ key }) => keys.includes(key));
    const asDrawn = tied.toSorted((x, y) => (seeds.get(x.key) ?? before.length) - (seeds.get(y.key) ?? before.length));
    return order.map((each) => (keys.includes(each.key) ? (asDrawn.shift() ?? each) : each));
  }, ranked);
}

/**
 * Once a match has begun, whoever is disqualified or retires keeps his seat, and forfeits: those behind move up only before the first match.
 * A judge may therefore disqualify at any time.
 */
function withThoseOut(ranked: readonly Competitor[], before: readonly Competitor[]): readonly Competitor[] {
  const order = [...ranked];
  for (const [index, was] of before.entries())
    if (!ranked.some(({ key }) => key === was.key)) order.splice(index, 0, was);
  return order;
}

/** By seed: a match of theirs that has begun. */
function matchesBegun(played: readonly PlayedMatch[]): ReadonlyMap<number, string> {
  const begun = new Map<number, string>();
  for (const { seats, hasBegun, drawn } of played) {
    if (!hasBegun) continue;
    for (const seat of [seats.a, seats.b])
      if (seat.kind === 'competitor' && !begun.has(seat.seed)) begun.set(seat.seed, drawn.id);
  }
  return begun;
}
