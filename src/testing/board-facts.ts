// Facts about a handful of entries and one event E, as they come while boards are watched: what boards show, and what they do not.
import fc from 'fast-check';
import type { ArrowValue } from '../domain/arrow-value.ts';
import { scoringModes, standings } from '../domain/card/card-notes.ts';
import type { Elimination } from '../domain/event/event.ts';
import type { Fact } from '../domain/facts.ts';
import type { Session } from '../domain/setup/sessions.ts';
import { anyClock, anyMatchClock } from './any-fact.ts';

const values: readonly ArrowValue[] = ['X', '10', '9', '5', 'M'];
const arrows = fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const wholeEnd = fc.array(fc.constantFrom(...values, null), { minLength: 6, maxLength: 6 });
const scored: fc.Arbitrary<Fact> = fc
  .record({ entry: fc.integer({ min: 1, max: 9 }), end: fc.integer({ min: 1, max: 4 }), first: fc.nat(3), arrows })
  .map((fact) => ({ kind: 'arrowsScored', ...fact }));
const corrected: fc.Arbitrary<Fact> = fc
  .record({ entry: fc.integer({ min: 1, max: 9 }), end: fc.integer({ min: 1, max: 4 }), arrows: wholeEnd })
  .map((fact) => ({ kind: 'endCorrected', was: [], reason: '', ...fact }));
const by = { by: 'Sari', reason: 'seen' };
const anEntry = fc.integer({ min: 1, max: 9 });
const anEnd = fc.integer({ min: 1, max: 4 });
const noted: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ entry: anEntry, end: anEnd })
    .map((fact): Fact => ({ kind: 'endHeld', cause: 'bouncer', ...fact, ...by })),
  anEntry.map((entry): Fact => ({ kind: 'cardLocked', entry, by: 'Sari' })),
  anEntry.map((entry): Fact => ({ kind: 'cardUnlocked', entry, ...by })),
  fc
    .record({ entry: anEntry, standing: fc.constantFrom(...standings) })
    .map((fact): Fact => ({ kind: 'standingSet', ...fact, ...by })),
  fc
    .record({ entry: anEntry, end: anEnd, arrows: wholeEnd })
    .map((fact): Fact => ({ kind: 'endRuled', was: [], ruling: 'bouncer', ...fact, ...by })),
);

const sessions: readonly Session[] = [1, 2].map((number) => ({
  ...{ number, name: `Session ${number}`, day: '2026-05-01', start: '' },
  ...{ categories: [], fromEnd: number, toEnd: number },
}));

const kept: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ entry: anEntry, end: anEnd, arrows: wholeEnd, isAthletes: fc.boolean() })
    .map(({ isAthletes, ...fact }): Fact => ({ kind: 'endChecked', ...fact, ...(isAthletes && { byAthlete: true }) })),
  fc
    .record({ entry: anEntry, as: fc.constantFrom('athlete' as const, 'scorer' as const) })
    .map((fact): Fact => ({ kind: 'cardSigned', ...fact, name: 'Adi', strokes: [] })),
  fc.constantFrom(...scoringModes).map((mode): Fact => ({ kind: 'scoringSet', mode })),
  anyClock.map((clock): Fact => ({ kind: 'clockSet', clock: structuredClone(clock) })),
  fc
    .record({ session: fc.constantFrom(1, 2), clock: anyClock })
    .map(({ session, clock }): Fact => ({ kind: 'clockSet', session, clock: structuredClone(clock) })),
  fc
    .record({ match: fc.constantFrom('1', '2'), clock: anyMatchClock })
    .map(({ match, clock }): Fact => ({ kind: 'matchClockSet', event: 'E', match, clock: structuredClone(clock) })),
  fc.constantFrom<Fact>(
    ...[{ kind: 'category', category: 'RM' } as const, { kind: 'match', event: 'E', match: '1' } as const].flatMap(
      (held): Fact[] => [
        { kind: 'publicFrozen', held, by: 'Sari', reason: '' },
        { kind: 'publicReleased', held },
      ],
    ),
    { kind: 'announced', announcement: 'a', text: 'Lunch', place: 'everywhere' },
    { kind: 'announcementWithdrawn', announcement: 'a' },
  ),
  fc.constantFrom(1, 2).map((count): Fact => ({ kind: 'sessionsSet', sessions: sessions.slice(0, count) })),
  fc
    .record({ entry: anEntry, end: anEnd, x: fc.integer({ min: -900, max: 900 }) })
    .map(({ x, ...fact }): Fact => ({ kind: 'arrowsScored', ...fact, first: 0, arrows: ['9'], hits: [{ x, y: 0 }] })),
);

const elimination: Elimination = {
  system: 'roundRobin',
  qualifiers: 2,
  formatId: 'recurve-set',
  faceId: '122',
  losers: 'byPhase',
  whenLevel: 'firstEnd',
};
export function eventOf(category: string, qualifiers: number): Fact {
  const contest = { kind: 'individual', category } as const;
  const setup = { id: 'E', name: 'E', contest, elimination: { ...elimination, qualifiers }, dnfKeepsRank: true };
  return { kind: 'eventSet', setup };
}
const decided: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(fc.constantFrom('RM', 'CW'), fc.integer({ min: 2, max: 4 })).map(([...setup]) => eventOf(...setup)),
  fc.constantFrom<Fact>(
    { kind: 'tieDecided', event: 'E', reason: 'CT', order: ['2', '1'], shootOff: [], by: 'Sari' },
    { kind: 'tieReopened', event: 'E', order: ['1', '2'] },
    { kind: 'eventRemoved', event: 'E' },
  ),
);
const inMatch = {
  event: fc.constant('E'),
  match: fc.constantFrom('1', '2', '3'),
  side: fc.constantFrom('a' as const, 'b' as const),
};
const draws: readonly Fact[] = [2, 4].map((competitors) => ({
  kind: 'eventDrawn',
  event: 'E',
  draw: {
    competitors: [1, 2, 3, 4]
      .slice(0, competitors)
      .map((number) => ({ key: String(number), name: `Archer ${number}`, entries: [number] })),
    matches: [
      { ...drawn('1', 2), a: { from: 'seed', seed: 1 }, b: { from: 'seed', seed: 4 } },
      { ...drawn('2', 2), a: { from: 'seed', seed: 3 }, b: { from: 'seed', seed: 2 } },
      { ...drawn('3', 1), a: { from: 'winner', match: '1' }, b: { from: 'winner', match: '2' } },
    ],
  },
}));
function drawn(id: string, level: number) {
  return { id, section: 'bracket', level, number: Number(id), topPlace: 1, formatId: 'set-individual' } as const;
}
const ofMatches: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ ...inMatch, number: fc.integer({ min: 1, max: 3 }), first: fc.constant(0) })
    .chain((fact) =>
      fc
        .array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
        .map((shot): Fact => ({ kind: 'matchArrowsScored', part: 'end', arrows: shot, ...fact })),
    ),
  fc
    .record({ ...inMatch, attendance: fc.constantFrom('present' as const, 'absent' as const) })
    .map((fact): Fact => ({ kind: 'matchAttendanceSet', ...fact, ...by })),
  fc.record(inMatch).map(({ side, ...fact }): Fact => ({ kind: 'matchBeginnerChosen', begins: side, ...fact })),
  fc.record({ ...inMatch, a: fc.constantFrom(1, 7), b: fc.constantFrom(2, 7) }).map(
    ({ event, match, a, b }): Fact => ({
      kind: 'matchesScheduled',
      event,
      slots: [{ match, at: '2026-05-01T14:00', butts: { a, b } }],
    }),
  ),
  fc.constantFrom<Fact>(...draws, ...draws, { kind: 'eventUndrawn', event: 'E', reason: 'seen' }),
);
const paired: fc.Arbitrary<Fact> = fc.constant({
  kind: 'devicePaired',
  device: 'd',
  butt: 1,
  tokenHash: '',
  label: '',
});

export const anyBoardFact = fc.oneof(scored, corrected, noted, kept, decided, ofMatches, paired);
