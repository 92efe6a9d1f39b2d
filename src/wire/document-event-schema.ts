// Events in the interchange file: set-up, decided ties, the draw with its matches, their cards and their schedule.
import { Type } from 'typebox';
import { chartSizes } from '../domain/draw/bracket.ts';
import { Arrow, End, Hits, list, object, oneOf, origin, Pair, Side, text, whole } from './document-parts.ts';
import { Face } from './document-round-schema.ts';

const TeamPart = object({ categories: Type.Array(text()), archers: whole(1) });

const Contest = Type.Union([
  object({ kind: oneOf(['individual']), category: text() }),
  object({
    kind: oneOf(['team', 'mixed']),
    parts: Type.Array(TeamPart),
    teamsOf: oneOf(['club', 'country']),
    teamsEach: whole(1),
  }),
]);

const anyElimination = {
  qualifiers: whole(2),
  formatId: text(),
  finalsFormatId: Type.Optional(text('From the semi-finals on')),
  faceId: text(),
  face: Type.Optional(Face),
  losers: oneOf(['byPhase', 'byAverage']),
  whenLevel: oneOf(['firstEnd', 'previousEnd']),
};

const Elimination = Type.Union([
  object({ ...anyElimination, system: oneOf(['bracket']), chart: oneOf(chartSizes), placesShot: whole(2) }),
  object({ ...anyElimination, system: oneOf(['doubleElimination']) }),
  object({ ...anyElimination, system: oneOf(['roundRobin']) }),
  object({ ...anyElimination, system: oneOf(['pools']), pools: whole(1), advance: whole(1), placesShot: whole(2) }),
]);

const Setup = object({
  id: text('Unique: RM, RM-team'),
  name: text(),
  contest: Contest,
  elimination: Type.Optional(Elimination),
  dnfKeepsRank: Type.Boolean({ description: 'Whether who retired keeps a rank by the arrows shot' }),
});

const Shot = object({
  key: text('An entry’s number, or CLUB#1 for a team'),
  arrows: Type.Array(Arrow, { maxItems: 12, description: 'None: absent' }),
  distancesMm: Type.Array(Type.Number({ minimum: 0, maximum: 100_000 }), { maxItems: 12 }),
});

const Tie = object({
  ...origin,
  reason: oneOf(['SO', 'CT'], 'Shoot-off for the cut, or toss'),
  order: Type.Array(text(), { description: 'Best first' }),
  shootOff: Type.Array(Type.Array(Shot)),
  by: text(),
});

const Source = Type.Union([
  object({ from: oneOf(['seed']), seed: whole(1) }),
  object({ from: oneOf(['nobody']) }),
  object({ from: oneOf(['winner', 'loser']), match: text() }),
  object({ from: oneOf(['pool']), pool: text(), place: whole(1) }),
]);

const DrawMatch = object({
  id: text(),
  section: oneOf(['bracket', 'upper', 'lower', 'final', 'pool']),
  level: whole(0, 'Bracket: 1 for the last two, 2 for the last four; elsewhere the round'),
  number: whole(0),
  topPlace: whole(1, 'The best place still to be had'),
  pool: Type.Optional(text()),
  onlyIfBWon: Type.Optional(text('Shot only if side b won that match')),
  a: Source,
  b: Source,
  formatId: text(),
});

const Place = object({ match: text(), side: Side });
const byHand = { ...origin, by: text(), reason: text() };

const DrawChange = Type.Union([
  object({ ...byHand, kind: oneOf(['swapped']), one: Place, other: Place }),
  object({
    ...byHand,
    kind: oneOf(['team']),
    key: text(),
    was: Type.Array(whole(1), { maxItems: 12 }),
    now: Type.Array(whole(1), { maxItems: 12 }),
  }),
]);

const Draw = object({
  competitors: Type.Array(object({ key: text(), name: text(), entries: Type.Array(whole(1)) }), {
    description: 'Seed 1 first',
  }),
  matches: Type.Array(DrawMatch, { maxItems: 10_000, description: 'After those that their sides come from' }),
  changes: list(DrawChange, 'By hand after the draw: places swapped, who shoots for a team; oldest first'),
});

const Attendance = oneOf(['present', 'absent', 'forfeited']);
const Closest = oneOf(['a', 'b', 'equal']);

const MatchChange = object({
  ...origin,
  kind: oneOf(['corrected', 'ruled', 'measured', 'attendance']),
  side: Type.Optional(Side),
  part: Type.Optional(oneOf(['end', 'shootOff'])),
  number: Type.Optional(whole(1)),
  was: Type.Optional(End),
  now: Type.Optional(End),
  closest: Type.Optional(Closest),
  attendance: Type.Optional(Attendance),
  by: text(),
  reason: text(),
});

export const MatchCard = object({
  match: text(),
  attendance: Type.Optional(object({ a: Attendance, b: Attendance })),
  ends: list(Pair),
  shootOffs: list(object({ arrows: Pair, closest: Type.Optional(Closest) })),
  begins: Type.Optional(Side),
  hits: list(
    object({ side: Side, part: oneOf(['end', 'shootOff']), number: whole(1), hits: Hits }),
    'Ends and shoot-offs of which an arrow was plotted',
  ),
  changes: list(MatchChange, 'Oldest first'),
});

const Slot = object({
  match: text(),
  at: text('Local time of the venue, 2026-05-02T13:30'),
  butts: object({ a: whole(1), b: whole(1) }),
});

export const EventPart = object({
  setup: Setup,
  ties: list(Tie),
  draw: Type.Optional(Draw),
  cards: list(MatchCard, 'At most one a match; missing while nothing is written'),
  schedule: list(Slot),
});
