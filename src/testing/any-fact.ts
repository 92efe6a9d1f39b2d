// A fact of any kind, with anything in it that its type allows: what journal records must carry. A kind that is missing here does not
// compile.
import fc from 'fast-check';
import { arrowValues } from '../domain/arrow-value.ts';
import { type Hit, scoringModes, standings } from '../domain/card/card-notes.ts';
import type { MatchClock } from '../domain/clock/match-clock.ts';
import type { ShootingClock } from '../domain/clock/shooting-clock.ts';
import type { CompetitionDocument } from '../domain/document/document.ts';
import { chartSizes } from '../domain/draw/bracket.ts';
import type { Competitor, DrawMatch, DrawSource } from '../domain/draw/draw.ts';
import type { Contest, Elimination, EventSetup, ShootOffRound } from '../domain/event/event.ts';
import type { Entry, Fact } from '../domain/facts.ts';
import type { Face } from '../domain/rounds/faces.ts';
import { type Discipline, type Distance, disciplines, type Round } from '../domain/rounds/round.ts';
import { inspectionResults } from '../domain/setup/arrivals.ts';
import { archerNeeds, type TargetDraw } from '../domain/setup/draw-targets.ts';
import { anyControlFactOf } from './any-control.ts';
import { anyShowFactOf } from './any-show.ts';

export const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });
export const anyCount = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const few = { maxLength: 3 };
const text = anyText;
const count = anyCount;
const texts = fc.array(text, few);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const arrow = fc.constantFrom(...arrowValues);
const arrows = fc.array(arrow, { maxLength: 12 });
const end = fc.array(fc.option(arrow), { maxLength: 12 });
const discipline: fc.Arbitrary<Discipline> = fc.constantFrom(...disciplines);
const target = fc.record({ butt: count, letter: text });

function kind<K extends Fact['kind']>(name: K): { readonly kind: fc.Arbitrary<K> } {
  return { kind: fc.constant(name) };
}

const face: fc.Arbitrary<Face> = fc.record({
  id: text,
  name: text,
  diameterCm: number,
  spots: fc.constantFrom(1, 3, 5),
  zones: fc.array(
    fc.record({
      value: arrow,
      points: number,
      colour: fc.constantFrom('gold', 'red', 'blue', 'black', 'white'),
      diameterCm: number,
    }),
    few,
  ),
});

const distance: fc.Arbitrary<Distance> = fc.record(
  {
    metres: number,
    faceId: text,
    ends: count,
    arrowsPerEnd: count,
    face,
    unit: fc.constant('yard' as const),
    nominal: fc.constant(true as const),
    secondsPerEnd: number,
  },
  { requiredKeys: ['metres', 'faceId', 'ends', 'arrowsPerEnd'] },
);

export const anyRound: fc.Arbitrary<Round> = fc.record({
  id: text,
  name: text,
  discipline,
  distances: fc.array(distance, few),
});

const category = fc.record({ code: text, name: text, roundId: text });
const entry: fc.Arbitrary<Entry> = fc.record(
  {
    number: count,
    name: text,
    club: text,
    category: text,
    target: fc.option(target, { nil: undefined }),
    country: text,
    bornIn: count,
    also: texts,
    licence: text,
    needs: fc.subarray([...archerNeeds]),
  },
  { requiredKeys: ['number', 'name', 'club', 'category', 'target'] },
);

const targetDraw: fc.Arbitrary<TargetDraw> = fc.record({
  ...{ seed: count, order: fc.constantFrom('lot' as const, 'listed' as const) },
  ...{ clubsApart: fc.boolean(), shareButts: fc.boolean(), archersPerButt: count, fromButt: count, toButt: count },
  ...{ outOfUse: fc.array(count, few), categories: texts },
});
const numbers = fc.array(count, few);

const session = fc.record({
  number: count,
  name: text,
  day: text,
  start: text,
  categories: texts,
  fromEnd: count,
  toEnd: count,
});
const recordMark = fc.record(
  { kind: text, category: text, roundId: text, name: text, club: text, total: count, x: count },
  { requiredKeys: ['kind', 'category', 'roundId', 'name', 'club', 'total'] },
);

const contest: fc.Arbitrary<Contest> = fc.oneof(
  fc.record({ kind: fc.constant('individual' as const), category: text }),
  fc.record({
    kind: fc.constantFrom('team' as const, 'mixed' as const),
    parts: fc.array(fc.record({ categories: texts, archers: count }), few),
    teamsOf: fc.constantFrom('club' as const, 'country' as const),
    teamsEach: count,
  }),
);

const anyElimination = {
  qualifiers: count,
  formatId: text,
  faceId: text,
  losers: fc.constantFrom('byPhase' as const, 'byAverage' as const),
  whenLevel: fc.constantFrom('firstEnd' as const, 'previousEnd' as const),
};
const elimination: fc.Arbitrary<Elimination> = fc
  .tuple(
    fc.oneof(
      fc.record({
        system: fc.constant('bracket' as const),
        chart: fc.constantFrom(...chartSizes),
        placesShot: count,
        ...anyElimination,
      }),
      fc.record({ system: fc.constantFrom('doubleElimination' as const, 'roundRobin' as const), ...anyElimination }),
      fc.record({
        system: fc.constant('pools' as const),
        pools: count,
        advance: count,
        placesShot: count,
        ...anyElimination,
      }),
    ),
    fc.record({ finalsFormatId: text, face }, { requiredKeys: [] }),
  )
  .map(([system, own]) => ({ ...system, ...own }));

const setup: fc.Arbitrary<EventSetup> = fc.record({
  id: text,
  name: text,
  contest,
  elimination: fc.option(elimination, { nil: undefined }),
  dnfKeepsRank: fc.boolean(),
});

const shootOffRound: fc.Arbitrary<ShootOffRound> = fc.array(
  fc.record({ key: text, arrows, distancesMm: fc.array(number, few) }),
  few,
);

const source: fc.Arbitrary<DrawSource> = fc.oneof(
  fc.record({ from: fc.constant('seed' as const), seed: count }),
  fc.record({ from: fc.constant('nobody' as const) }),
  fc.record({ from: fc.constantFrom('winner' as const, 'loser' as const), match: text }),
  fc.record({ from: fc.constant('pool' as const), pool: text, place: count }),
);
const drawMatch: fc.Arbitrary<DrawMatch> = fc.record(
  {
    id: text,
    section: fc.constantFrom('bracket', 'upper', 'lower', 'final', 'pool'),
    level: count,
    number: count,
    topPlace: count,
    pool: text,
    onlyIfBWon: text,
    a: source,
    b: source,
    formatId: text,
  },
  { requiredKeys: ['id', 'section', 'level', 'number', 'topPlace', 'a', 'b', 'formatId'] },
);
const competitors: fc.Arbitrary<readonly Competitor[]> = fc.array(
  fc.record({ key: text, name: text, entries: fc.array(count, few) }),
  few,
);

const document: fc.Arbitrary<CompetitionDocument> = fc.record({
  format: fc.constant('tenring-competition' as const),
  version: fc.constant(1 as const),
  name: text,
  venue: text,
  from: text,
  to: text,
  discipline,
  ruleSetId: text,
  rounds: fc.constant([]),
  categories: fc.array(category, few),
  sessions: fc.array(session, few),
  records: fc.constant([]),
  entries: fc.constant([]),
  cards: fc.array(fc.record({ entry: count, ends: fc.array(end, few) }), few),
  events: fc.constant([]),
});

const coordinate = fc.integer({ min: -2_000, max: 2_000 });
const hit: fc.Arbitrary<Hit> = fc.option(fc.record({ x: coordinate, y: coordinate }));

export const anyClock: fc.Arbitrary<ShootingClock> = fc.record({
  lines: texts,
  line: count,
  end: count,
  toTheLineSeconds: count,
  shootingSeconds: count,
  warningSeconds: count,
  phase: fc.oneof(
    fc.constant({ kind: 'idle' as const }),
    fc.record({ kind: fc.constant('running' as const), startedAt: number }),
    fc.record({ kind: fc.constant('paused' as const), elapsedMs: number, isEmergency: fc.boolean() }),
  ),
});

const clockPhase = fc.oneof(
  fc.constant({ kind: 'idle' as const }),
  fc.record({ kind: fc.constant('running' as const), startedAt: number }),
  fc.record({ kind: fc.constant('paused' as const), elapsedMs: number, isEmergency: fc.boolean() }),
);

export const anyMatchClock: fc.Arbitrary<MatchClock> = fc.record({
  place: fc.record({ part: fc.constantFrom('end' as const, 'shootOff' as const), number: count }),
  begins: fc.constantFrom('a' as const, 'b' as const),
  turns: count,
  turn: count,
  timeFor: fc.constantFrom('turn' as const, 'end' as const),
  seconds: count,
  toTheLineSeconds: count,
  usedMs: fc.record({ a: count, b: count }),
  phase: clockPhase,
});

const card = { entry: count, end: count };
const judged = { by: text, reason: text };
const inMatch = { event: text, match: text };
const side = fc.constantFrom('a' as const, 'b' as const);
const drawPlace = fc.record({ match: text, side });
const part = fc.constantFrom('end' as const, 'shootOff' as const);
const ruling = fc.constantFrom(
  'outOfTime' as const,
  'tooManyArrows' as const,
  'sameSpot' as const,
  'bouncer' as const,
  'passThrough' as const,
);

export const anyFactOf: { readonly [K in Fact['kind']]: fc.Arbitrary<Extract<Fact, { readonly kind: K }>> } = {
  competitionCreated: fc.record({
    ...kind('competitionCreated'),
    ...{ name: text, venue: text, from: text, to: text, discipline, ruleSetId: text },
  }),
  competitionImported: fc.record({ ...kind('competitionImported'), document }),
  roundsAdded: fc.record({ ...kind('roundsAdded'), rounds: fc.array(anyRound, few) }),
  categoriesAdded: fc.record({ ...kind('categoriesAdded'), categories: fc.array(category) }),
  sessionsSet: fc.record({ ...kind('sessionsSet'), sessions: fc.array(session, few) }),
  recordsSet: fc.record({ ...kind('recordsSet'), records: fc.array(recordMark, few) }),
  officialsSet: fc.record({
    ...kind('officialsSet'),
    officials: fc.array(fc.record({ name: text, role: text }), few),
  }),
  certificateSet: fc.record({
    ...kind('certificateSet'),
    certificate: fc.option(fc.record({ title: text, text, signatures: texts }), { nil: undefined }),
  }),
  logoSet: fc.record({ ...kind('logoSet'), logo: fc.option(text, { nil: undefined }) }),
  entriesRegistered: fc.record({ ...kind('entriesRegistered'), entries: fc.array(entry) }),
  entriesChanged: fc.record(
    {
      ...kind('entriesChanged'),
      entries: fc.array(entry),
      left: fc.record({ categories: texts, butts: numbers }),
      drawn: targetDraw,
    },
    { requiredKeys: ['kind', 'entries'] },
  ),
  entriesWithdrawn: fc.record({ ...kind('entriesWithdrawn'), entries: numbers, reason: text }),
  entriesRestored: fc.record({ ...kind('entriesRestored'), entries: fc.array(entry, few) }),
  entriesCheckedIn: fc.record({ ...kind('entriesCheckedIn'), entries: numbers, isIn: fc.boolean() }),
  equipmentInspected: fc.record({
    ...kind('equipmentInspected'),
    ...{ entries: numbers, result: fc.constantFrom(...inspectionResults), by: text, remark: text },
  }),
  devicePaired: fc.record(
    {
      ...kind('devicePaired'),
      ...{ device: text, butt: count, tokenHash: text, label: text, card: fc.constant('second' as const) },
    },
    { requiredKeys: ['kind', 'device', 'butt', 'tokenHash', 'label'] },
  ),
  deviceRevoked: fc.record({ ...kind('deviceRevoked'), device: text }),
  arrowsScored: fc.record(
    { ...kind('arrowsScored'), ...card, first: count, arrows, hits: fc.array(hit, { maxLength: 12 }) },
    { requiredKeys: ['kind', 'entry', 'end', 'first', 'arrows'] },
  ),
  endCorrected: fc.record({ ...kind('endCorrected'), ...card, was: end, arrows: end, reason: text }),
  endRuled: fc.record({ ...kind('endRuled'), ...card, was: end, arrows: end, ruling, ...judged }),
  endChecked: fc.record(
    { ...kind('endChecked'), ...card, arrows: end, byAthlete: fc.constant(true as const) },
    { requiredKeys: ['kind', 'entry', 'end', 'arrows'] },
  ),
  endHeld: fc.record({
    ...kind('endHeld'),
    ...card,
    cause: fc.constantFrom('bouncer' as const, 'equipment' as const, 'medical' as const),
    ...judged,
  }),
  cardSigned: fc.record({
    ...kind('cardSigned'),
    ...{ entry: count, as: fc.constantFrom('athlete' as const, 'scorer' as const), name: text },
    strokes: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 20 }),
  }),
  competitionClosed: fc.constant({ kind: 'competitionClosed' }),
  competitionReopened: fc.constant({ kind: 'competitionReopened' }),
  scoringSet: fc.record({ ...kind('scoringSet'), mode: fc.constantFrom(...scoringModes) }),
  clockSet: fc.record(
    { ...kind('clockSet'), session: fc.integer({ min: 1, max: 200 }), clock: anyClock },
    { requiredKeys: ['kind', 'clock'] },
  ),
  matchClockSet: fc.record({ ...kind('matchClockSet'), event: text, match: text, clock: anyMatchClock }),
  ...anyShowFactOf,
  ...anyControlFactOf,
  cardLocked: fc.record({ ...kind('cardLocked'), entry: count, by: text }),
  cardUnlocked: fc.record({ ...kind('cardUnlocked'), entry: count, ...judged }),
  standingSet: fc.record({
    ...kind('standingSet'),
    entry: count,
    standing: fc.constantFrom(...standings),
    ...judged,
  }),
  eventSet: fc.record({ ...kind('eventSet'), setup }),
  eventRemoved: fc.record({ ...kind('eventRemoved'), event: text }),
  tieDecided: fc.record({
    ...kind('tieDecided'),
    event: text,
    reason: fc.constantFrom('SO' as const, 'CT' as const),
    order: texts,
    shootOff: fc.array(shootOffRound, few),
    by: text,
  }),
  tieReopened: fc.record({ ...kind('tieReopened'), event: text, order: texts }),
  eventDrawn: fc.record({
    ...kind('eventDrawn'),
    event: text,
    draw: fc.record({ competitors, matches: fc.array(drawMatch, few) }),
  }),
  eventReseeded: fc.record({ ...kind('eventReseeded'), event: text, competitors }),
  eventUndrawn: fc.record({ ...kind('eventUndrawn'), event: text, reason: text }),
  matchesScheduled: fc.record({
    ...kind('matchesScheduled'),
    event: text,
    slots: fc.array(fc.record({ match: text, at: text, butts: fc.record({ a: count, b: count }) }), few),
  }),
  matchesUnscheduled: fc.record({ ...kind('matchesUnscheduled'), event: text, matches: texts }),
  drawSwapped: fc.record({ ...kind('drawSwapped'), event: text, one: drawPlace, other: drawPlace, ...judged }),
  teamChanged: fc.record({
    ...kind('teamChanged'),
    ...{ event: text, team: text, was: fc.array(count, few), entries: fc.array(count, few), ...judged },
  }),
  matchArrowsScored: fc.record(
    {
      ...kind('matchArrowsScored'),
      ...inMatch,
      ...{ side, part, number: count, first: count, arrows, hits: fc.array(hit, { maxLength: 12 }) },
    },
    { requiredKeys: ['kind', 'event', 'match', 'side', 'part', 'number', 'first', 'arrows'] },
  ),
  matchEndCorrected: fc.record({
    ...kind('matchEndCorrected'),
    ...inMatch,
    ...{ side, part, number: count, was: end, arrows: end },
    ruling: fc.option(ruling, { nil: undefined }),
    ...judged,
  }),
  shootOffMeasured: fc.record({
    ...kind('shootOffMeasured'),
    ...inMatch,
    number: count,
    closest: fc.constantFrom('a' as const, 'b' as const, 'equal' as const),
    by: text,
  }),
  matchAttendanceSet: fc.record({
    ...kind('matchAttendanceSet'),
    ...inMatch,
    side,
    attendance: fc.constantFrom('present' as const, 'absent' as const, 'forfeited' as const),
    ...judged,
  }),
  matchBeginnerChosen: fc.record({ ...kind('matchBeginnerChosen'), ...inMatch, begins: side }),
};

export const anyFact: fc.Arbitrary<Fact> = fc.oneof(...Object.values(anyFactOf));
