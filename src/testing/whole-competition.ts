// A competition with something of everything, folded from facts: a round and a face of its own, sessions, records, cards with all that can be
// noted on them, ties decided, a bracket half played, pools of teams, an event that is ranked only.
import type { Actor, FactOrigin } from '../domain/actor.ts';
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { MatchClock } from '../domain/clock/match-clock.ts';
import type { ShootingClock } from '../domain/clock/shooting-clock.ts';
import type { Competition } from '../domain/competition.ts';
import { makeDraw } from '../domain/draw/make-draw.ts';
import type { Elimination, EventSetup } from '../domain/event/event.ts';
import type { Entry, Fact } from '../domain/facts.ts';
import { qualificationOf } from '../domain/ranking/qualification.ts';
import type { Face } from '../domain/rounds/faces.ts';
import type { Round } from '../domain/rounds/round.ts';
import { dotOfPng } from './rest-tournament.ts';
import { arrowsOf, shortRound } from './short-competition.ts';
import { creation, fold } from './small-competition.ts';

const clubFace: Face = {
  id: 'club-face',
  name: 'Club face',
  diameterCm: 60,
  spots: 1,
  zones: [
    { value: 'X', points: 7, colour: 'gold', diameterCm: 10 },
    { value: '5', points: 5, colour: 'red', diameterCm: 60 },
  ],
};

const clubRound: Round = {
  id: 'club-day',
  name: 'Club day',
  discipline: 'outdoor',
  distances: [
    { metres: 18.288, faceId: clubFace.id, face: clubFace, ends: 2, arrowsPerEnd: 3, unit: 'yard', secondsPerEnd: 90 },
    { metres: 10, faceId: '122', ends: 1, arrowsPerEnd: 2 },
  ],
};

/** Entries 1 to 8, best first; 4 and 5 are level in everything but the shoot-off that decided between them. */
const recurveMen = ['X X X X X X', 'X X X X X 10', 'X X X 9 9 9', 'X X 9 9', 'X X 9 9', 'X 9 9', '9 9', '9'];

const entries: readonly Entry[] = [
  ...recurveMen.map((_, index): Entry => {
    const club = ['Garuda', 'Rajawali', 'Elang', 'Merpati'][index % 4] ?? '';
    const target = { butt: 1 + Math.floor(index / 4), letter: 'ABCD'.charAt(index % 4) };
    const entry = { number: index + 1, name: `Archer ${index + 1}`, club, category: 'RM', target };
    return index % 2 === 0 ? { ...entry, country: 'INA', bornIn: 2006, also: ['RU21M'] } : entry;
  }),
  { number: 9, name: 'Citra Anjani', club: 'Elang', category: 'CW', target: { butt: 3, letter: 'A' } },
  { number: 10, name: 'Dewi Maharani', club: 'Garuda', category: 'CW', target: undefined },
  { number: 11, name: 'Dian', club: '', category: 'CLUB', target: { butt: 4, letter: 'B' } },
];

const any = { losers: 'byPhase', whenLevel: 'firstEnd', faceId: '122' } as const;
const bracket: Elimination = {
  ...any,
  system: 'bracket',
  qualifiers: 4,
  chart: 4,
  placesShot: 4,
  formatId: 'set-individual',
};
const pools: Elimination = {
  ...any,
  system: 'pools',
  qualifiers: 4,
  pools: 2,
  advance: 1,
  placesShot: 2,
  formatId: 'set-mixed',
};

export const wholeEvents: readonly EventSetup[] = [
  {
    id: 'RM',
    name: 'Recurve Men',
    contest: { kind: 'individual', category: 'RM' },
    elimination: bracket,
    dnfKeepsRank: true,
  },
  {
    id: 'RM-team',
    name: 'Recurve pairs',
    contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 2 }], teamsOf: 'club', teamsEach: 1 },
    elimination: pools,
    dnfKeepsRank: false,
  },
  {
    id: 'CW',
    name: 'Compound Women',
    contest: { kind: 'individual', category: 'CW' },
    elimination: undefined,
    dnfKeepsRank: true,
  },
];

const setUp: readonly Fact[] = [
  { ...creation, kind: 'competitionCreated' },
  { kind: 'roundsAdded', rounds: [shortRound, clubRound] },
  {
    kind: 'categoriesAdded',
    categories: [
      { code: 'RM', name: 'Recurve Men', roundId: shortRound.id },
      { code: 'RU21M', name: 'Recurve Under 21 Men', roundId: shortRound.id },
      { code: 'CW', name: 'Compound Women', roundId: 'wa720-50-compound' },
      { code: 'CLUB', name: 'Club day', roundId: clubRound.id },
    ],
  },
  { kind: 'entriesRegistered', entries },
  {
    kind: 'sessionsSet',
    sessions: [
      { number: 1, name: 'Morning', day: '2026-05-01', start: '09:00', categories: ['CW'], fromEnd: 1, toEnd: 6 },
      { number: 2, name: 'Afternoon', day: '2026-05-01', start: '', categories: ['CW'], fromEnd: 7, toEnd: 12 },
    ],
  },
  {
    kind: 'recordsSet',
    records: [
      { kind: 'Club', category: 'RM', roundId: shortRound.id, name: '', club: '', total: 59, x: 2 },
      { kind: 'PB', category: '', roundId: shortRound.id, name: 'Archer 2', club: 'Rajawali', total: 60 },
    ],
  },
  { kind: 'devicePaired', device: 'tablet-1', butt: 1, tokenHash: 'ab', label: 'Tablet 1' },
];

function scored(entry: number, end: number, ...arrows: ArrowValue[]): Fact {
  return { kind: 'arrowsScored', entry, end, first: 0, arrows };
}

const tablet: Actor = { role: 'scorer', device: 'tablet-1' };
const tabletShot: readonly Fact[] = recurveMen.map((arrows, index) => scored(index + 1, 1, ...arrowsOf(arrows)));

const six: readonly ArrowValue[] = ['X', '10', '9', '9', '8', '7'];
const clock: ShootingClock = {
  lines: ['CD', 'AB'],
  ...{ line: 1, end: 2, toTheLineSeconds: 10, shootingSeconds: 240, warningSeconds: 30 },
  phase: { kind: 'paused', elapsedMs: 61_500, isEmergency: true },
};

const matchClock: MatchClock = {
  place: { part: 'end', number: 1 },
  ...{ begins: 'a', turns: 4, turn: 2, timeFor: 'end', seconds: 120, toTheLineSeconds: 10 },
  usedMs: { a: 41_250, b: 38_000 },
  phase: { kind: 'paused', elapsedMs: 1_500, isEmergency: false },
};

const by = 'Hakim Sari';
const noted: readonly Fact[] = [
  scored(9, 1, ...six),
  { kind: 'endHeld', entry: 9, end: 2, cause: 'equipment', by, reason: 'limb' },
  scored(9, 3, '9', '9', '9'),
  {
    kind: 'endRuled',
    entry: 9,
    end: 1,
    was: six,
    arrows: ['M', '10', '9', '9', '8', '7'],
    ruling: 'outOfTime',
    by,
    reason: 'after the signal',
  },
  { kind: 'endChecked', entry: 9, end: 1, arrows: ['10', 'X', '9', '9', '8', '7'] },
  { kind: 'standingSet', entry: 10, standing: 'DNS', by, reason: '' },
  {
    ...{ kind: 'arrowsScored', entry: 11, end: 1, first: 0, arrows: ['X', '5', 'M'] },
    hits: [{ x: 12, y: -7 }, null, { x: 1_400, y: 900 }],
  },
  {
    kind: 'endCorrected',
    entry: 11,
    end: 1,
    was: ['X', '5', 'M'],
    arrows: ['X', '5', null],
    reason: 'not shot yet',
  },
  { kind: 'cardLocked', entry: 3, by },
  { kind: 'cardUnlocked', entry: 3, by, reason: 'wrong card' },
  { kind: 'cardLocked', entry: 1, by },
  { kind: 'cardSigned', entry: 3, as: 'scorer', name: by, strokes: [] },
  { kind: 'cardSigned', entry: 3, as: 'athlete', name: 'Archer 3', strokes: [10, 20, 255, 30, 40] },
  { kind: 'endChecked', entry: 11, end: 1, arrows: ['X', '5', 'M'], byAthlete: true },
  { kind: 'scoringSet', mode: 'confirmed' },
  { kind: 'clockSet', clock },
  { kind: 'clockSet', session: 1, clock: { ...clock, phase: { kind: 'running', startedAt: 1_700_000_000_000 } } },
];

const decided: readonly Fact[] = [
  ...wholeEvents.map((setup) => ({ kind: 'eventSet', setup }) as const),
  {
    kind: 'tieDecided',
    event: 'RM',
    reason: 'SO',
    order: ['5', '4'],
    shootOff: [
      [
        { key: '4', arrows: ['9'], distancesMm: [41] },
        { key: '5', arrows: ['9'], distancesMm: [38] },
      ],
    ],
    by,
  },
];

function drawn(state: Competition, setup: EventSetup): Fact {
  const rows = qualificationOf(state, setup.id)?.rows.filter(({ isIn }) => isIn === true) ?? [];
  const competitors = rows.map(({ key, name, entries: numbers }) => ({ key, name, entries: numbers }));
  const matches = setup.elimination ? makeDraw(setup.elimination, competitors.length) : [];
  return { kind: 'eventDrawn', event: setup.id, draw: { competitors, matches } };
}

function shot(match: string, side: 'a' | 'b', number: number, ...arrows: ArrowValue[]): Fact {
  return { kind: 'matchArrowsScored', event: 'RM', match, side, part: 'end', number, first: 0, arrows };
}

/** The first semi-final goes to a shoot-off that was measured; in the second one side did not come; the final has begun. */
const played: readonly Fact[] = [
  { kind: 'matchesScheduled', event: 'RM', slots: [{ match: '1/1', at: '2026-05-02T13:30', butts: { a: 1, b: 2 } }] },
  { kind: 'matchBeginnerChosen', event: 'RM', match: '2/1', begins: 'b' },
  ...[1, 2, 3, 4, 5].flatMap((set) => [shot('2/1', 'a', set, 'X', '10', '9'), shot('2/1', 'b', set, '10', '10', '9')]),
  ...(['a', 'b'] as const).map((side): Fact => {
    const arrows: ArrowValue[] = ['10'];
    return {
      kind: 'matchArrowsScored',
      event: 'RM',
      match: '2/1',
      side,
      part: 'shootOff',
      number: 1,
      first: 0,
      arrows,
      ...(side === 'a' && { hits: [{ x: 40, y: -12 }] }),
    };
  }),
  { kind: 'shootOffMeasured', event: 'RM', match: '2/1', number: 1, closest: 'a', by },
  {
    kind: 'matchEndCorrected',
    event: 'RM',
    match: '2/1',
    side: 'a',
    part: 'end',
    number: 1,
    was: ['X', '10', '9'],
    arrows: ['10', '10', '9'],
    ruling: undefined,
    by,
    reason: 'called wrong',
  },
  { kind: 'matchAttendanceSet', event: 'RM', match: '2/2', side: 'b', attendance: 'absent', by, reason: '' },
  shot('1/1', 'a', 1, '9'),
  { kind: 'matchClockSet', event: 'RM', match: '1/1', clock: matchClock },
];

/** Two screens, what they show, and a review of a category and of a match, in which shooting went on. */
const shown: readonly Fact[] = [
  {
    kind: 'playlistSet',
    playlist: {
      id: 'finals',
      name: 'Finals',
      items: [
        { view: { kind: 'leaderboard', category: 'RM' }, seconds: 12 },
        { view: { kind: 'match', event: 'RM', match: '1/1' }, seconds: 20 },
        { view: { kind: 'follow' }, seconds: 5 },
      ],
    },
  },
  { kind: 'screenSet', screen: 'hall', name: 'Hall', shows: { kind: 'playlist', playlist: 'finals' }, isBlank: false },
  { kind: 'screenSet', screen: 'bar', name: 'Bar', shows: { kind: 'view', view: { kind: 'medals' } }, isBlank: true },
  { kind: 'announced', announcement: 'lunch', text: 'Lunch at 12', place: 'screens', until: 1_800_000_000_000 },
  { kind: 'publicFrozen', held: { kind: 'category', category: 'RM' }, by, reason: 'line call' },
  { kind: 'publicFrozen', held: { kind: 'match', event: 'RM', match: '2/2' }, by, reason: '' },
];

/** One card was settled by its paper, one agrees, one has none; a note is open, a protest decided. */
const controlled: readonly Fact[] = [
  { kind: 'paperCounted', entry: 9, total: 60, counts: [1, 1], by },
  {
    kind: 'paperSettled',
    entry: 9,
    was: { total: 70, counts: [0, 1] },
    now: { total: 60, counts: [0, 1] },
    by,
    reason: 'added wrong',
  },
  { kind: 'paperCounted', entry: 1, total: 60, counts: [6, 6], by },
  { kind: 'paperWaived', entries: [2], by, reason: 'blown away' },
  { kind: 'noteWritten', note: 'wind', sort: 'note', about: { butt: 3 }, text: 'Wind\nfrom the left', by },
  {
    ...{ kind: 'noteWritten', note: 'p1', sort: 'protest', about: { event: 'RM', match: '2/1', end: 1 } },
    ...{ text: 'The line was called wrong', by: 'Team Elang', fee: 'USD 100' },
  },
  { kind: 'noteClosed', note: 'p1', outcome: 'decided', text: 'Upheld', by, feeReturned: true },
];

const onPaper: readonly Fact[] = [
  { kind: 'officialsSet', officials: [{ name: by, role: 'Ketua juri' }] },
  { kind: 'certificateSet', certificate: { title: 'Piagam', text: '{name}\n{place} {event}', signatures: ['Ketua'] } },
  { kind: 'logoSet', logo: dotOfPng },
];

export function wholeCompetition(): Competition {
  const at = (time: number, actor: Actor): FactOrigin => ({ at: time, actor });
  const desk: Actor = { role: 'organiser' };
  let state = fold(fold(undefined, setUp, at(1, desk)), tabletShot, at(2, tablet));
  state = fold(fold(state, noted, at(3, desk)), decided, at(4, desk));
  for (const setup of wholeEvents)
    if (state && setup.elimination) state = fold(state, [drawn(state, setup)], at(5, desk));
  state = fold(fold(state, played, at(6, desk)), [...shown, ...onPaper, ...controlled], at(7, desk));
  if (!state) throw new Error('a competition was created');
  return state;
}
