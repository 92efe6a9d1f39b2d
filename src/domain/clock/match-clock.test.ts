// An end of a match by turns, second by second, as Book 3 has it (RULES 1.7; FFTA B.5.2.4, B.5.4, B.5.5.2, B.5.6).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findMatchFormat } from '../match/match-format.ts';
import {
  type ClockPlace,
  type MatchClock,
  matchClockFaceAt,
  matchClockFor,
  matchSignalBetween,
  nextMatchFaceChange,
  sinceMatchSignal,
} from './match-clock.ts';
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

const start = 1_800_000_000_000;
const set: ClockPlace = { part: 'end', number: 1 };

function clockOf(formatId: string, place = set, begins: 'a' | 'b' = 'a'): MatchClock {
  const format = findMatchFormat('wa-2026', formatId);
  assert.ok(format);
  return matchClockFor(format, place, begins);
}

const individual = clockOf('set-individual');
const team = clockOf('set-team');

/** `12+ 20`: side a has 12 seconds and its light is green. */
function look(clock: MatchClock, atSeconds: number): string {
  const { phase, secondsLeft, lights } = matchClockFaceAt(clock, start + atSeconds * 1000);
  const side = (of: 'a' | 'b') => `${secondsLeft[of]}${lights[of] === 'green' ? '+' : ''}`;
  return `${phase} ${side('a')} ${side('b')}`;
}

const after = (seconds: number) => start + seconds * 1000;

describe('times and turns by the format', () => {
  const cases = [
    ['set-individual', 'end', 6, 'turn', 20],
    ['set-individual', 'shootOff', 2, 'turn', 20],
    ['cumulative-individual', 'end', 6, 'turn', 20],
    ['set-team', 'end', 4, 'end', 120],
    ['set-team', 'shootOff', 6, 'end', 60],
    ['set-mixed', 'end', 4, 'end', 80],
    ['set-mixed', 'shootOff', 4, 'end', 40],
    ['3d-individual', 'end', 4, 'turn', 20],
  ] as const;
  for (const [formatId, part, turns, timeFor, seconds] of cases) {
    it(`${formatId}, ${part}`, () => {
      const clock = clockOf(formatId, { part, number: 1 });
      assert.deepEqual(
        [clock.turns, clock.timeFor, clock.seconds, clock.toTheLineSeconds],
        [turns, timeFor, seconds, 10],
      );
    });
  }
});

describe('an individual’s end', () => {
  it('is 10 seconds to the line, then 20 for each arrow by turns, without a yellow light', () => {
    assert.equal(look(individual, 0), 'idle 20 20');
    const called = callSides(individual, start);
    assert.equal(look(called, 0), 'toTheLine 10 20');
    assert.equal(look(called, 9.999), 'toTheLine 1 20');
    assert.equal(look(called, 10), 'shooting 20+ 20');
    assert.equal(look(called, 29.5), 'shooting 1+ 20');
    const second = switchSides(called, after(22));
    assert.equal(look(second, 22), 'shooting 20 20+');
    assert.equal(look(second, 25.5), 'shooting 20 17+');
  });

  it('goes to the other side by itself when the time for an arrow is over', () => {
    const called = callSides(individual, start);
    assert.equal(look(called, 30), 'shooting 20 20+');
    assert.equal(look(called, 50), 'shooting 20+ 20');
    assert.equal(look(called, 129.9), 'shooting 0 1+');
    assert.equal(look(called, 130), 'over 0 0');
    assert.equal(switchSides(called, after(130)), called);
  });

  it('is over after the sixth turn, at once', () => {
    let clock = callSides(individual, start);
    const seen: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      clock = switchSides(clock, after(15 + turn * 5));
      seen.push(matchClockFaceAt(clock, after(15 + turn * 5)).side);
    }
    assert.deepEqual(seen, ['b', 'a', 'b', 'a', 'b', 'b']);
    assert.equal(look(clock, 40), 'over 0 0');
    assert.deepEqual(clock.phase, { kind: 'idle' });
  });

  it('begins with the other side where that is chosen before the call', () => {
    const other = withOtherBeginning(individual);
    assert.equal(look(callSides(other, start), 11), 'shooting 20 19+');
    const called = callSides(individual, start);
    assert.equal(withOtherBeginning(called), called);
  });

  it('has an interrupted arrow’s 20 seconds anew', () => {
    const stopped = stopMatchForEmergency(callSides(individual, start), after(25));
    assert.equal(look(stopped, 300), 'emergency 5 20');
    assert.equal(look(resumeMatch(stopped, after(300)), 300), 'shooting 20+ 20');
    const paused = pauseMatch(callSides(individual, start), after(4));
    assert.equal(look(paused, 60), 'paused 6 20');
    assert.equal(look(resumeMatch(paused, after(60)), 60), 'toTheLine 6 20');
  });
});

describe('a team’s end', () => {
  it('stops the time of a team while the other shoots', () => {
    const called = callSides(team, start);
    assert.equal(look(called, 10), 'shooting 120+ 120');
    const second = switchSides(called, after(65));
    assert.equal(look(second, 65), 'shooting 65 120+');
    const third = switchSides(second, after(105.5));
    assert.equal(look(third, 106), 'shooting 65+ 80');
    const fourth = switchSides(third, after(125.5));
    assert.equal(look(fourth, 126), 'shooting 45 79+');
    assert.equal(look(switchSides(fourth, after(126)), 126), 'over 45 79');
  });

  it('lets the other team wait until the value of the last arrow is shown', () => {
    const waiting = endTurn(callSides(team, start), after(50));
    assert.equal(look(waiting, 50), 'waiting 80 120');
    assert.equal(look(waiting, 500), 'waiting 80 120');
    assert.equal(look(resumeMatch(waiting, after(500)), 503), 'shooting 80 117+');
  });

  it('leaves the rest to the other team when a team’s time is over', () => {
    const called = callSides(team, start);
    assert.equal(look(called, 130), 'shooting 0 120+');
    const hurried = switchSides(called, after(150));
    assert.equal(look(hurried, 150), 'shooting 0 100+');
    assert.equal(hurried.turn, 2);
    assert.equal(matchClockFaceAt(hurried, after(150)).turn, 3);
  });

  it('gives 5 seconds back after an emergency, and none after a pause', () => {
    const second = switchSides(switchSides(callSides(team, start), after(50)), after(70));
    const stop = (clock: MatchClock, at: number) => resumeMatch(stopMatchForEmergency(clock, after(at)), after(400));
    assert.equal(look(stop(second, 90), 400), 'shooting 65+ 100');
    assert.equal(look(stop(second, 72), 400), 'shooting 83+ 100');
    assert.equal(look(stop(callSides(team, start), 12), 400), 'shooting 120+ 120');
    assert.equal(look(resumeMatch(pauseMatch(second, after(90)), after(400)), 400), 'shooting 60+ 100');
  });
});

describe('what is pressed by mistake', () => {
  it('is taken back: the side before waits, and the other has lost nothing', () => {
    const switched = switchSides(switchSides(callSides(team, start), after(50)), after(70));
    const back = takeBackTurn(switched, after(75));
    assert.equal(look(back, 80), 'waiting 80 100');
    assert.equal(look(resumeMatch(back, after(90)), 91), 'shooting 80 99+');
    const first = takeBackTurn(switchSides(callSides(individual, start), after(15)), after(16));
    assert.equal(look(first, 16), 'waiting 20 20');
    assert.equal(look(resumeMatch(first, after(20)), 20), 'shooting 20+ 20');
    assert.deepEqual(takeBackSides(switched), team);
  });

  it('changes nothing where nothing fits', () => {
    const called = callSides(individual, start);
    assert.equal(callSides(called, after(5)), called);
    assert.equal(switchSides(called, after(5)), called);
    assert.equal(endTurn(individual, start), individual);
    assert.equal(pauseMatch(individual, start), individual);
    assert.equal(resumeMatch(called, after(5)), called);
    assert.equal(takeBackTurn(called, after(5)), called);
  });
});

describe('the horn', () => {
  const soundsFrom = (before: MatchClock, beforeAt: number, to: MatchClock, at: number) =>
    matchSignalBetween(matchClockFaceAt(before, after(beforeAt)), matchClockFaceAt(to, after(at)));
  const called = callSides(individual, start);

  it('sounds twice to the line, once to begin, never when sides change, three times at the end', () => {
    assert.equal(soundsFrom(individual, 0, called, 0), 2);
    assert.equal(soundsFrom(called, 9, called, 10), 1);
    assert.equal(soundsFrom(called, 29, called, 30), 0);
    assert.equal(soundsFrom(called, 20, switchSides(called, after(20)), 20), 0);
    const waiting = endTurn(called, after(20));
    assert.equal(soundsFrom(called, 20, waiting, 20), 0);
    assert.equal(soundsFrom(waiting, 30, resumeMatch(waiting, after(30)), 30), 0);
    assert.equal(soundsFrom(called, 129, called, 130), 3);
  });

  it('sounds five times in an emergency, once when they go on, and never for a pause', () => {
    const stopped = stopMatchForEmergency(called, after(15));
    assert.equal(soundsFrom(called, 15, stopped, 15), 5);
    assert.equal(soundsFrom(stopped, 99, resumeMatch(stopped, after(99)), 99), 1);
    assert.equal(soundsFrom(called, 15, pauseMatch(called, after(15)), 15), 0);
    assert.equal(soundsFrom(pauseMatch(called, after(5)), 9, called, 9), 0);
  });

  it('knows how late it would be', () => {
    assert.deepEqual(
      [0, 4, 12, 40, 132].map((at) => sinceMatchSignal(called, after(at))),
      [0, 4_000, 2_000, Number.POSITIVE_INFINITY, 2_000],
    );
  });
});

it('a face changes at whole seconds of what is left', () => {
  const third = switchSides(switchSides(callSides(team, start), after(50.25)), after(70));
  assert.equal(nextMatchFaceChange(third, after(70)), after(70.75));
  assert.equal(nextMatchFaceChange(third, after(70.75)), after(71.75));
  assert.equal(nextMatchFaceChange(team, start), undefined);
  assert.equal(nextMatchFaceChange(pauseMatch(third, after(71)), after(71)), undefined);
});
