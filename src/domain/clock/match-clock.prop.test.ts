import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchFormatsOf } from '../match/match-format.ts';
import { clockKey, clockToShow, type KeptClock } from './kept-clock.ts';
import { type MatchClock, matchClockFaceAt, matchClockFor, matchMomentAt, nextMatchFaceChange } from './match-clock.ts';
import { findMatchClockProblem } from './match-clock-check.ts';
import {
  callSides,
  endTurn,
  pauseMatch,
  resumeMatch,
  stopMatchForEmergency,
  switchSides,
  takeBackSides,
  takeBackTurn,
  withOtherBeginning,
} from './run-match-clock.ts';

const anyNew = fc
  .record({
    format: fc.constantFrom(...matchFormatsOf('wa-2026')),
    part: fc.constantFrom('end' as const, 'shootOff' as const),
    begins: fc.constantFrom('a' as const, 'b' as const),
  })
  .map(({ format, part, begins }) => matchClockFor(format, { part, number: 1 }, begins));

type Move = (clock: MatchClock, now: number) => MatchClock;
const moves: readonly Move[] = [
  ...[callSides, switchSides, switchSides, switchSides, endTurn, pauseMatch, stopMatchForEmergency],
  ...[resumeMatch, resumeMatch, takeBackTurn, takeBackSides, withOtherBeginning],
];
const anyStep = fc.record({ move: fc.constantFrom(...moves), waitMs: fc.integer({ min: 0, max: 45_000 }) });
const begin = 1_800_000_000_000;

/** A clock after some of what a desk can do, and the moment of the last of it. */
const anyRun = fc.tuple(anyNew, fc.array(anyStep, { maxLength: 20 })).map(([fresh, steps]) => {
  let [clock, now] = [fresh, begin];
  for (const { move, waitMs } of steps) {
    now += waitMs;
    clock = move(clock, now);
  }
  return { clock, now };
});

const look = (clock: MatchClock, now: number) => JSON.stringify(matchClockFaceAt(clock, now));

test('whatever the desk does it stays a clock, and nobody has more time than the rules give', () => {
  fc.assert(
    fc.property(anyRun, fc.integer({ min: 0, max: 900_000 }), ({ clock, now }, waitMs) => {
      assert.equal(findMatchClockProblem(clock), undefined);
      const { phase, secondsLeft, lights } = matchClockFaceAt(clock, now + waitMs);
      for (const side of ['a', 'b'] as const) {
        assert.ok(secondsLeft[side] >= 0 && secondsLeft[side] <= clock.seconds);
        if (lights[side] !== 'red') assert.equal(phase, 'shooting');
      }
      assert.ok(lights.a === 'red' || lights.b === 'red', 'never both');
    }),
  );
});

test('between two moments that are foretold nothing changes, and at each something does', () => {
  const anyPart = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(anyRun, anyPart, ({ clock, now }, part) => {
      const next = nextMatchFaceChange(clock, now);
      if (next === undefined) {
        assert.equal(look(clock, now + part * 5_000_000), look(clock, now));
        return;
      }
      assert.ok(next > now && next <= now + 1_000);
      assert.equal(look(clock, now + (next - now) * part), look(clock, now));
      assert.notEqual(look(clock, next), look(clock, now));
    }),
  );
});

test('while one side shoots the other’s time stands, and both together use what has passed', () => {
  const anyWaits = fc.array(fc.integer({ min: 1, max: 25_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyNew, anyWaits, (fresh, waits) => {
      fc.pre(fresh.timeFor === 'end');
      const limitMs = fresh.seconds * 1000;
      let clock = callSides(fresh, begin);
      let now = begin + fresh.toTheLineSeconds * 1000;
      const used = { a: 0, b: 0 };
      for (const waitMs of waits) {
        const { side, phase } = matchClockFaceAt(clock, now);
        if (phase !== 'shooting') break;
        now += waitMs;
        used[side] += waitMs;
        if (used[side] > limitMs) return;
        clock = switchSides(clock, now);
        assert.deepEqual(matchMomentAt(clock, now).usedMs, used);
      }
    }),
  );
});

test('a pause costs a team no time', () => {
  const anyMs = fc.nat(90_000);
  fc.assert(
    fc.property(anyRun, anyMs, anyMs, anyMs, ({ clock, now }, before, pause, then) => {
      fc.pre(clock.timeFor === 'end');
      const paused = pauseMatch(clock, now + before);
      fc.pre(paused !== clock);
      const resumed = resumeMatch(paused, now + before + pause);
      assert.equal(look(resumed, now + before + pause + then), look(clock, now + before + then));
    }),
  );
});

test('of several clocks an emergency is shown, else one that goes, in whatever order they come', () => {
  const anyKept = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('1', '2', '3', '4'), anyRun)
      .map(([match, { clock }]): KeptClock => ({ of: 'match', event: 'RM', match, clock })),
    { selector: clockKey },
  );
  fc.assert(
    fc.property(anyKept, fc.nat(100_000), (clocks, waitMs) => {
      const now = begin + waitMs;
      const shown = clockToShow(clocks, now);
      const phases = clocks.map(({ clock }) => matchClockFaceAt(clock as MatchClock, now).phase);
      const phase = shown && matchClockFaceAt(shown.clock as MatchClock, now).phase;
      assert.equal(shown === undefined, clocks.length === 0);
      if (phases.includes('emergency')) assert.equal(phase, 'emergency');
      else if (phases.some((each) => each !== 'idle' && each !== 'over'))
        assert.ok(phase !== 'idle' && phase !== 'over');
      else assert.equal(shown, clocks[0]);
    }),
  );
});
