import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bracketOf8, drawnCompetition, shortRound } from '../../testing/drawn-event.ts';
import { ask, fold } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { Command } from '../commands.ts';
import { type Competition, endOf, scorecardOf } from '../competition.ts';
import type { DrawSource } from '../draw/draw.ts';
import type { Fact } from '../facts.ts';
import { type Side, sides } from '../match/match.ts';
import { endInMatch } from '../match/match-scoring.ts';
import type { RejectionCode } from '../rejections.ts';
import type { Elimination } from './event.ts';
import { type PlayedMatch, playEvent, type Seat } from './event-play.ts';

const event = 'RM';
const { chart, placesShot, ...common } = bracketOf8;
const eliminations: readonly Elimination[] = [
  { ...bracketOf8, placesShot: 8 },
  { ...common, system: 'doubleElimination' },
  { ...common, system: 'pools', pools: 2, advance: 1, placesShot: 2 },
];
const starts = eliminations.flatMap((elimination) => [4, 6].map((archers) => drawnCompetition(archers, elimination)));

// Few values, so that sets and matches are often level.
const value = fc.constantFrom<ArrowValue>('10', '9', '9', 'M');
const step = fc.record({
  what: fc.oneof(
    { weight: 14, arbitrary: fc.constant('shoot' as const) },
    { weight: 4, arbitrary: fc.constant('correct' as const) },
    { weight: 3, arbitrary: fc.constant('standing' as const) },
    fc.constantFrom('attend' as const, 'rule' as const, 'card' as const, 'stray' as const),
  ),
  at: fc.nat(30),
  side: fc.constantFrom<Side>('a', 'b'),
  values: fc.array(value, { minLength: 6, maxLength: 6 }),
  pick: fc.nat(7),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const runs = fc.tuple(fc.nat(starts.length - 1), fc.array(step, { minLength: 10, maxLength: 70, size: 'max' }));

const isOpen = ({ kind, score }: PlayedMatch) =>
  kind === 'match' && score !== undefined && score.status.kind !== 'over';

/** What a step asks: mostly what fits the state, for matches that are open or begun. */
function commandsOf(state: Competition, { what, at, side, values, pick }: Step): readonly Command[] {
  const played = playEvent(state, event) ?? [];
  const among = (some: readonly PlayedMatch[]) => some[at % Math.max(1, some.length)] ?? played[at % played.length];
  const found = what === 'shoot' ? among(played.filter(isOpen)) : among(played.filter(({ hasBegun }) => hasBegun));
  if (!found) return [];
  const match = found.drawn.id;
  const by = 'Sri';
  switch (what) {
    case 'shoot':
      return shots(found, values, pick);
    case 'correct':
      return [correction(found, side, (pick % 5) + 1, values.slice(0, 3))];
    case 'rule': {
      const was = endIn(found, side, 1);
      const ruling = { kind: 'outOfTime', arrows: 1 } as const;
      return [{ kind: 'ruleOnMatch', event, match, side, part: 'end', number: 1, was, ruling, by, reason: 'late' }];
    }
    case 'attend': {
      const attendance = (['present', 'absent', 'forfeited'] as const)[pick % 3] ?? 'present';
      return [{ kind: 'setMatchAttendance', event, match, side, attendance, by, reason: '' }];
    }
    case 'card': {
      const entry = (at % 6) + 1;
      const was = endOf(scorecardOf(state, entry), shortRound, 1);
      return [{ kind: 'correctEnd', entry, end: 1, was, arrows: values, reason: 'sum' }];
    }
    case 'standing': {
      const standing = pick % 2 === 0 ? 'DSQ' : 'competing';
      return [{ kind: 'setStanding', entry: (at % 6) + 1, standing, by, reason: 'bow' }];
    }
    case 'stray': {
      const drawn = played[at % played.length]?.drawn.id ?? '';
      const part = pick % 2 === 0 ? 'end' : 'shootOff';
      return [{ kind: 'scoreMatch', event, match: drawn, side, part, number: pick, first: 0, arrows: values.slice(3) }];
    }
  }
}

function endIn({ match }: PlayedMatch, side: Side, number: number) {
  return match ? endInMatch(match, side, { part: 'end', number }) : [];
}

function correction(played: PlayedMatch, side: Side, number: number, arrows: readonly ArrowValue[]): Command {
  const was = endIn(played, side, number);
  const { id } = played.drawn;
  return { kind: 'correctMatch', event, match: id, side, part: 'end', number, was, arrows, by: '', reason: 'sum' };
}

/** The end, shoot-off or measurement that is due. */
function shots(
  { drawn: { id: match }, score }: PlayedMatch,
  values: readonly ArrowValue[],
  pick: number,
): readonly Command[] {
  const status = score?.status;
  if (!status || status.kind === 'over') return [];
  if (status.kind === 'measure') {
    const closest = (['a', 'b', 'equal'] as const)[pick % 3] ?? 'a';
    return [{ kind: 'measureShootOff', event, match, number: status.number, closest, by: 'Sri' }];
  }
  const [part, number, arrows] =
    status.kind === 'end' ? (['end', status.end, 3] as const) : (['shootOff', status.number, 1] as const);
  return sides.map((side, index) => ({
    kind: 'scoreMatch',
    event,
    match,
    side,
    part,
    number,
    first: 0,
    arrows: values.slice(3 * index, 3 * index + arrows),
  }));
}

interface Run {
  readonly start: Competition;
  readonly state: Competition;
  readonly facts: readonly Fact[];
  readonly codes: ReadonlySet<RejectionCode>;
}

function play([at, steps]: readonly [number, readonly Step[]]): Run {
  const start = starts[at] ?? assert.fail();
  let state = start;
  const facts: Fact[] = [];
  const codes = new Set<RejectionCode>();
  for (const each of steps) {
    for (const command of commandsOf(state, each)) {
      const answer = ask(state, command);
      if (answer.rejection) codes.add(answer.rejection.code);
      facts.push(...answer.facts);
      state = answer.state ?? assert.fail();
    }
  }
  return { start, state, facts, codes };
}

const seedOf = (seat: Seat | undefined) => (seat?.kind === 'competitor' ? seat.seed : seat?.kind);

test('the state is the fold of the facts', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { start, state, facts } = play(run);
      assert.deepEqual(fold(start, facts), state);
    }),
    { numRuns: 60 },
  );
});

test('whatever is asked in whatever order, nobody stands where he has not won his way to', () => {
  let finals = 0;
  fc.assert(
    fc.property(runs, (run) => {
      const { state } = play(run);
      const played = playEvent(state, event) ?? assert.fail();
      const byId = new Map(played.map((each) => [each.drawn.id, each]));
      for (const { drawn, seats, kind, winner, hasBegun, score } of played) {
        if (hasBegun) {
          assert.equal(kind, 'match', `${drawn.id} has begun`);
          assert.ok(seats.a.kind === 'competitor' && seats.b.kind === 'competitor', `${drawn.id} has begun`);
        }
        if (winner) assert.ok(score?.status.kind === 'over' && seats[winner].kind === 'competitor');
        if (kind === 'notNeeded') continue;
        for (const side of sides)
          assert.equal(seedOf(seats[side]), expected(byId, drawn[side], state) ?? seedOf(seats[side]));
      }
      if (played.at(-1)?.winner) finals += 1;
    }),
    { numRuns: 150 },
  );
  assert.ok(finals > 5, `${finals} eliminations came to their end`);
});

/** The seed that a source stands for by the score of its match; undefined where a pool's table says it. */
function expected(byId: ReadonlyMap<string, PlayedMatch>, source: DrawSource, state: Competition) {
  if (source.from === 'nobody') return 'nobody';
  if (source.from === 'pool') return undefined;
  if (source.from === 'seed') {
    const seeds = state.events.get(event)?.draw?.competitors.length ?? 0;
    return source.seed <= seeds ? source.seed : 'nobody';
  }
  const before = byId.get(source.match) ?? assert.fail();
  const status = before.score?.status;
  if (status?.kind !== 'over') return before.kind === 'bye' && source.from === 'loser' ? 'nobody' : 'pending';
  if (status.winner === undefined) return 'nobody';
  const loser = status.winner === 'a' ? 'b' : 'a';
  return seedOf(before.seats[source.from === 'winner' ? status.winner : loser]);
}

test('a correction and its reverse change nothing but the record', () => {
  let reversed = 0;
  fc.assert(
    fc.property(runs, step, (run, each) => {
      const { state } = play(run);
      const [there] = commandsOf(state, { ...each, what: 'correct' });
      if (there?.kind !== 'correctMatch') return;
      const corrected = ask(state, there);
      if (corrected.rejection) return;
      const back = ask(corrected.state, { ...there, was: there.arrows, arrows: there.was });
      if (back.rejection) {
        // A set that was half shot and is followed by others may be filled, and then not be emptied any more.
        assert.equal(back.rejection.code, 'noMatchArrows');
        return;
      }
      reversed += 1;
      assert.deepEqual(withoutRecord(back.state), withoutRecord(state));
    }),
    { numRuns: 150 },
  );
  assert.ok(reversed > 20, `${reversed} were reversed`);
});

function withoutRecord(state: Competition | undefined) {
  return playEvent(state ?? assert.fail(), event)?.map(({ card: { changes: _, ...card }, ...each }) => ({
    ...each,
    card,
  }));
}

test('these runs meet the rules of matches (or they would prove little)', () => {
  const met = new Set<RejectionCode>();
  fc.assert(
    fc.property(runs, (run) => {
      for (const code of play(run).codes) met.add(code);
    }),
    { seed: 20261125, numRuns: 150 },
  );
  const wanted: readonly RejectionCode[] = [
    'seedingFixed',
    'sidesNotKnown',
    'byeNeedsNoResult',
    'laterMatchStarted',
    'matchOver',
    'noSuchMatchEnd',
    'matchPlaceNotOpen',
    'nothingToCorrectInMatch',
    'attendanceUnchanged',
  ];
  assert.deepEqual(
    wanted.filter((code) => !met.has(code)),
    [],
  );
});
