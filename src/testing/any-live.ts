// Whatever scoring devices ask for and screens are sent, with anything in it that its type allows: what frames must carry. A command that
// is missing here does not compile.
import fc from 'fast-check';
import { arrowValues } from '../domain/arrow-value.ts';
import type { AthleteSheet } from '../domain/card/athlete-sheet.ts';
import { type Hit, standings } from '../domain/card/card-notes.ts';
import type { SheetArcher, TargetSheet } from '../domain/card/target-sheet.ts';
import type { KeptClock } from '../domain/clock/kept-clock.ts';
import type { ScoringCommand } from '../domain/commands.ts';
import type { MatchSheet } from '../domain/event/match-sheet.ts';
import type { Match } from '../domain/match/match.ts';
import type { MatchFormat } from '../domain/match/match-format.ts';
import type { WholeBody } from '../wire/server-to-client.ts';
import { anyClock, anyMatchClock, anyRound, anyCount as count, anyText as text } from './any-fact.ts';
import { anyShowSheet } from './any-show.ts';

const few = { maxLength: 3 };
const some = { minLength: 1, maxLength: 3 };
export const anyArrow = fc.constantFrom(...arrowValues);
export const anyEnd = fc.array(fc.option(anyArrow), { maxLength: 12 });
const arrows = fc.array(anyArrow, { maxLength: 12 });
export const anyStanding = fc.constantFrom(...standings.filter((each) => each !== 'competing'));
const yes = fc.constant(true as const);
const side = fc.constantFrom('a' as const, 'b' as const);
const part = fc.constantFrom('end' as const, 'shootOff' as const);
const closest = fc.constantFrom('a' as const, 'b' as const, 'equal' as const);
const coordinate = fc.integer({ min: -32_767, max: 32_767 });
const hit: fc.Arbitrary<Hit> = fc.option(fc.record({ x: coordinate, y: coordinate }));
const hits = fc.array(hit, { minLength: 1, maxLength: 6 });

type Arbitraries<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

/** Properties that are absent where there is nothing to say. */
export function withOptional<T extends object, O extends object>(needed: Arbitraries<T>, optional: Arbitraries<O>) {
  return fc
    .tuple(fc.record(needed), fc.record(optional, { requiredKeys: [] }))
    .map(([first, second]) => ({ ...first, ...second }));
}

function kind<K extends ScoringCommand['kind']>(name: K): { readonly kind: fc.Arbitrary<K> } {
  return { kind: fc.constant(name) };
}

const card = { entry: count, end: count };
const inMatch = { event: text, match: text };

const anyCommandOf: { readonly [K in ScoringCommand['kind']]: fc.Arbitrary<Extract<ScoringCommand, { kind: K }>> } = {
  scoreArrows: withOptional({ ...kind('scoreArrows'), ...card, first: count, arrows }, { hits }),
  correctEnd: fc.record({ ...kind('correctEnd'), ...card, was: anyEnd, arrows: anyEnd, reason: text }),
  checkEnd: withOptional({ ...kind('checkEnd'), ...card, arrows: anyEnd }, { byAthlete: yes }),
  signCard: fc.record({
    ...kind('signCard'),
    entry: count,
    as: fc.constantFrom('athlete' as const, 'scorer' as const),
    name: text,
    strokes: fc.array(fc.nat(255), { maxLength: 20 }),
  }),
  scoreMatch: withOptional(
    { ...kind('scoreMatch'), ...inMatch, side, part, number: count, first: count, arrows },
    { hits },
  ),
  correctMatch: fc.record({
    ...kind('correctMatch'),
    ...inMatch,
    side,
    part,
    number: count,
    was: anyEnd,
    arrows: anyEnd,
    by: text,
    reason: text,
  }),
  measureShootOff: fc.record({ ...kind('measureShootOff'), ...inMatch, number: count, closest, by: text }),
  chooseBeginner: fc.record({ ...kind('chooseBeginner'), ...inMatch, begins: side }),
};

export const anyScoringCommand: fc.Arbitrary<ScoringCommand> = fc.oneof(...Object.values(anyCommandOf));

export const anySheetArcher: fc.Arbitrary<SheetArcher> = withOptional(
  { entry: count, name: text, club: text, category: text, target: text, roundId: text, ends: fc.array(anyEnd, few) },
  {
    held: fc.array(count, some),
    locked: yes,
    standing: anyStanding,
    checks: fc.array(withOptional({ end: count, arrows: anyEnd }, { byAthlete: yes }), some),
    signed: fc.uniqueArray(fc.constantFrom('athlete' as const, 'scorer' as const), { minLength: 1 }),
  },
);

const ownRounds = fc.array(anyRound, some);
export const someArchers = withOptional({ archers: fc.array(anySheetArcher, few) }, { ownRounds });

export const anyTargetSheet: fc.Arbitrary<TargetSheet> = withOptional(
  { competitionName: text, butt: count, archers: fc.array(anySheetArcher, few) },
  {
    ownRounds,
    scoring: fc.constantFrom('confirmed' as const, 'two' as const),
    matches: fc.array(fc.record({ event: text, match: text, at: text }), some),
  },
);

const anyAthleteSheet: fc.Arbitrary<AthleteSheet> = withOptional(
  {
    competitionName: text,
    categoryName: text,
    archers: fc.array(anySheetArcher, { maxLength: 1 }),
    ranks: fc.array(fc.record({ end: count, rank: count, of: count }), few),
    hits: fc.array(fc.record({ end: count, hits }), few),
  },
  { ownRounds },
);

const formatParts = {
  id: text,
  name: text,
  kind: fc.constantFrom('individual' as const, 'team' as const, 'mixed' as const),
  archers: fc.constantFrom(1 as const, 2 as const, 3 as const),
  ends: count,
  arrowsPerEnd: count,
  shootOffArrows: count,
  times: fc.record({ end: count, shootOff: count, alternateArrow: count }),
};
const format: fc.Arbitrary<MatchFormat> = fc.oneof(
  fc.record({ ...formatParts, system: fc.constant('set' as const), pointsToWin: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ ...formatParts, system: fc.constant('cumulative' as const) }),
);
const pair = fc.record({ a: anyEnd, b: anyEnd });
const attendance = fc.constantFrom('present' as const, 'absent' as const, 'forfeited' as const, 'nobody' as const);
const ownFace = anyRound.map(({ distances }) => distances[0]?.face).filter((face) => face !== undefined);

const match: fc.Arbitrary<Match> = withOptional(
  {
    format,
    faceId: text,
    attendance: fc.record({ a: attendance, b: attendance }),
    ends: fc.array(pair, few),
    shootOffs: fc.array(fc.record({ arrows: pair, closest: fc.option(closest, { nil: undefined }) }), few),
  },
  { face: ownFace },
);
const matchSide = fc.record({
  name: text,
  club: text,
  seed: count,
  archers: fc.array(text, few),
  kind: fc.constantFrom('competitor' as const, 'nobody' as const, 'pending' as const),
  form: fc.record({ arrows: count, points: count }),
});

const anyMatchSheet: fc.Arbitrary<MatchSheet> = fc.record({
  competitionName: text,
  event: text,
  eventName: text,
  matchId: text,
  level: count,
  topPlace: count,
  sides: fc.record({ a: matchSide, b: matchSide }),
  match: fc.option(match, { nil: undefined }),
  begins: fc.option(side, { nil: undefined }),
  hits: fc.array(fc.record({ side, part, number: count, hits }), few),
  whenLevel: fc.constantFrom('firstEnd' as const, 'previousEnd' as const),
  slot: fc.option(fc.record({ match: text, at: text, butts: fc.record({ a: count, b: count }) }), { nil: undefined }),
});

const anyKeptClock: fc.Arbitrary<KeptClock> = fc.oneof(
  fc.record({ of: fc.constant('lines' as const), session: count, clock: anyClock }),
  fc.record({ of: fc.constant('match' as const), event: text, match: text, clock: anyMatchClock }),
);

export const anyWholeBody: fc.Arbitrary<WholeBody> = fc.oneof(
  fc.record({ kind: fc.constant('match' as const), sheet: anyMatchSheet }),
  fc.record({ kind: fc.constant('athlete' as const), sheet: anyAthleteSheet }),
  fc.record({ kind: fc.constant('clock' as const), clock: anyClock }),
  fc.record({ kind: fc.constant('matchClock' as const), clock: anyMatchClock }),
  fc.record({ kind: fc.constant('clocks' as const), clocks: fc.array(anyKeptClock, few) }),
  fc.record({ kind: fc.constant('show' as const), show: anyShowSheet }),
);
