// The clock of a screen against an appliance whose time is another, over a network that delays.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { KeptClock } from '../../src/domain/clock/kept-clock.ts';
import type { MatchClock } from '../../src/domain/clock/match-clock.ts';
import { callLine, newClock, pauseClock, resumeClock, stopForEmergency } from '../../src/domain/clock/run-clock.ts';
import { callSides, stopMatchForEmergency, switchSides } from '../../src/domain/clock/run-match-clock.ts';
import { clockFaceAt, type ShootingClock } from '../../src/domain/clock/shooting-clock.ts';
import type { Position } from '../../src/domain/facts.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { SnapshotBody } from '../../src/wire/server-to-client.ts';
import { formatTopic, type Topic } from '../../src/wire/topics.ts';
import { createFakeTime } from '../link/fake-world.ts';
import type { TopicListener } from '../link/link.ts';
import { watchSignals } from './clock-signals.ts';
import { type ClockTopic, createClockStore } from './clock-store.ts';

const trueStart = 1_800_000_000_000;
const at: Position = { epoch: 'e', seq: 1 };
const own: ClockTopic = { kind: 'clock', competition: 'c1', session: 0 };
const kept = (clock: ShootingClock, session = 0): KeptClock => ({ of: 'lines', session, clock });
const idle = newClock(['AB', 'CD'], { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 });

const matchClock: MatchClock = {
  place: { part: 'end', number: 1 },
  ...{ begins: 'a', turns: 6, turn: 0, timeFor: 'turn', seconds: 20, toTheLineSeconds: 10 },
  usedMs: { a: 0, b: 0 },
  phase: { kind: 'idle' },
};

/** `delays`: of each frame in its turn, there and back. */
function openScreen(delays: () => number = () => 0, isLive = () => true, topics: readonly ClockTopic[] = [own]) {
  const world = createFakeTime();
  const appliance = () => trueStart + world.now();
  const asked: ClientMessage[] = [];
  const followed = new Map<string, TopicListener>();
  const source = {
    follow(topic: Topic, listener: TopicListener) {
      followed.set(formatTopic(topic), listener);
      return () => followed.delete(formatTopic(topic));
    },
    send(message: ClientMessage) {
      if (!isLive()) return false;
      asked.push(message);
      if (message.kind !== 'time') return true;
      const { clientTimeMs } = message;
      world.after(delays(), () => {
        const serverTimeMs = appliance();
        world.after(delays(), () => store.answer({ kind: 'time', clientTimeMs, serverTimeMs }));
      });
      return true;
    },
  };
  // The device's own clock counts from somewhere else.
  const store = createClockStore(source, topics, { localMs: () => world.now() - 77_000, after: world.after });
  return {
    ...{ world, store, asked, appliance },
    topics: () => [...followed.keys()],
    hear: (topic: string, body: SnapshotBody) => followed.get(topic)?.snapshot(body, at),
    snapshot: (clock: ShootingClock) => followed.get('clock/c1')?.snapshot({ kind: 'clock', clock }, at),
    set: (clock: ShootingClock) =>
      followed.get('clock/c1')?.delta({ kind: 'whole', whole: { kind: 'clock', clock } }, at),
    missing: () => followed.get('clock/c1')?.missing(),
  };
}

describe('the shooting clock on a screen', () => {
  it('shows nothing before it knows both the clock and the time', () => {
    const { store, snapshot, world } = openScreen(() => 5);
    snapshot(idle);
    assert.equal(store.shown(), undefined);
    assert.equal(store.now(), undefined);
    let drawn = 0;
    store.subscribe(() => {
      drawn += 1;
    });
    store.ask();
    world.advance(10);
    assert.equal(store.shown()?.shown.face.phase, 'idle');
    assert.equal(drawn, 1);
    world.advance(5_000);
    assert.equal(drawn, 1, 'a better time is no reason to draw');
  });

  it('asks a few times at once, then now and then, and no more when it is closed', () => {
    const { store, asked, world, topics } = openScreen();
    assert.deepEqual(topics(), ['clock/c1']);
    store.ask();
    world.advance(2_000);
    assert.equal(asked.length, 6);
    world.advance(60_000);
    assert.equal(asked.length, 10);
    store.ask();
    world.advance(2_000);
    assert.equal(asked.length, 16);
    store.close();
    world.advance(100_000);
    assert.equal(asked.length, 16);
    assert.deepEqual(topics(), []);
  });

  it('goes on showing what it knows without a connection, and shows no clock where the desk has set none', () => {
    let isLive = true;
    const { store, set, snapshot, missing, world, appliance } = openScreen(undefined, () => isLive);
    snapshot(idle);
    store.ask();
    world.advance(10);
    set(callLine(idle, appliance()));
    isLive = false;
    world.advance(100_000);
    assert.deepEqual(store.shown()?.shown.face, {
      light: 'yellow',
      secondsLeft: 30,
      line: 'AB',
      end: 1,
      phase: 'shooting',
    });
    missing();
    assert.equal(store.shown(), undefined);
  });

  it('shows what it is just setting, until it is refused or somebody else sets something', () => {
    const { store, set, snapshot, world, appliance } = openScreen();
    snapshot(idle);
    store.ask();
    world.advance(10);
    const phase = () => store.shown()?.shown.face.phase;
    const called = callLine(idle, appliance());
    store.expect('0', kept(called));
    assert.equal(phase(), 'toTheLine');
    store.expect('0', undefined);
    assert.equal(phase(), 'idle');
    store.expect('0', kept(called));
    set(stopForEmergency(called, appliance()));
    assert.equal(phase(), 'emergency');
    store.expect('0', undefined);
    assert.equal(phase(), 'emergency');
  });

  it('shows the appliance’s second, off by no more than half of the shortest trip', () => {
    const anyDelays = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(anyDelays, fc.integer({ min: 2_000, max: 300_000 }), (delays, waitMs) => {
        let frames = 0;
        const delay = () => {
          const ms = delays[frames % delays.length] ?? 0;
          frames += 1;
          return ms;
        };
        const { store, snapshot, world, appliance } = openScreen(delay);
        snapshot(callLine(idle, trueStart));
        store.ask();
        world.advance(2_000);
        world.advance(waitMs);
        const now = store.now() ?? 0;
        const errorMs = (store.errorMs() ?? 0) + 15_000 * 1e-4 + 1;
        assert.ok(Math.abs(now - appliance()) <= errorMs + waitMs * 1e-4, `${now - appliance()} of ${errorMs}`);
        assert.ok((store.errorMs() ?? 0) <= 400);
        const shown = store.shown();
        assert.deepEqual(shown?.shown.face, clockFaceAt(callLine(idle, trueStart), now));
      }),
    );
  });
});

describe('several clocks on a screen', () => {
  const ofSession = (session: number): ClockTopic => ({ kind: 'clock', competition: 'c1', session });
  it('shows its session’s, and the competition’s own only while that goes and the session’s does not', () => {
    const { hear, store, world, appliance } = openScreen(undefined, undefined, [ofSession(2), own]);
    store.ask();
    world.advance(10);
    const session = () => {
      const shown = store.shown()?.kept;
      return shown?.of === 'lines' ? shown.session : undefined;
    };
    assert.equal(session(), undefined);
    hear('clock/c1', { kind: 'clock', clock: idle });
    assert.equal(session(), 0);
    hear('clock/c1/2', { kind: 'clock', clock: idle });
    assert.equal(session(), 2);
    hear('clock/c1', { kind: 'clock', clock: callLine(idle, appliance()) });
    assert.equal(session(), 0);
    world.advance(20_000);
    hear('clock/c1/2', { kind: 'clock', clock: callLine(idle, appliance()) });
    assert.equal(session(), 2);
    world.advance(255_000);
    assert.equal(store.shown()?.shown.face.phase, 'shooting', 'the session goes on after the other is over');
    assert.equal(session(), 2);
  });

  it('shows of all the one that goes, or those that are asked for, and forgets what is told no more', () => {
    const { hear, store, world, appliance } = openScreen(undefined, undefined, [{ kind: 'clocks', competition: 'c1' }]);
    store.ask();
    world.advance(10);
    const match: KeptClock = { of: 'match', event: 'RM', match: '2/1', clock: callSides(matchClock, appliance()) };
    const clocks = [kept(idle, 1), kept(pauseClock(callLine(idle, appliance() - 20_000), appliance()), 2), match];
    hear('clocks/c1', { kind: 'clocks', clocks });
    assert.equal(store.shown()?.shown.key, 'RM/2/1');
    assert.equal(store.shown(['1'])?.shown.key, '1');
    assert.equal(store.shown(['1', '2'])?.shown.key, '2');
    assert.equal(store.shown(['9']), undefined);
    world.advance(10_000);
    const { shown } = store.shown() ?? {};
    assert.deepEqual(shown?.of === 'match' && shown.face.secondsLeft, { a: 20, b: 20 });
    hear('clocks/c1', { kind: 'clocks', clocks: clocks.slice(0, 1) });
    assert.equal(store.shown()?.shown.key, '1');
    assert.equal(store.clocks().length, 1);
  });

  it('keeps what it is setting while others are set', () => {
    const { hear, store, world, appliance } = openScreen(undefined, undefined, [{ kind: 'clocks', competition: 'c1' }]);
    store.ask();
    world.advance(10);
    hear('clocks/c1', { kind: 'clocks', clocks: [kept(idle, 1), kept(idle, 2)] });
    const called = kept(callLine(idle, appliance()), 1);
    store.expect('1', called);
    hear('clocks/c1', { kind: 'clocks', clocks: [kept(idle, 1), kept(called.clock as ShootingClock, 2)] });
    assert.equal(store.shown(['1'])?.shown.face.phase, 'toTheLine');
    const stopped = kept(stopForEmergency(called.clock as ShootingClock, appliance()), 1);
    hear('clocks/c1', { kind: 'clocks', clocks: [stopped, kept(idle, 2)] });
    assert.equal(store.shown(['1'])?.shown.face.phase, 'emergency');
  });
});

describe('the horn of a screen', () => {
  function listen() {
    const screen = openScreen();
    const rung: number[] = [];
    screen.store.ask();
    screen.world.advance(10);
    screen.snapshot(idle);
    const stop = watchSignals(screen.store, { localMs: screen.world.now, after: screen.world.after }, (sounds) =>
      rung.push(sounds),
    );
    return { ...screen, rung, stop };
  }

  it('sounds twice, once, twice, once, three times through an end of two lines', () => {
    const { set, world, appliance, rung } = listen();
    set(callLine(idle, appliance()));
    assert.deepEqual(rung, [2]);
    world.advance(9_999);
    assert.deepEqual(rung, [2]);
    world.advance(1);
    assert.deepEqual(rung, [2, 1]);
    world.advance(400_000);
    assert.deepEqual(rung, [2, 1, 2, 1, 3]);
  });

  it('sounds five times in an emergency, once when the line shoots on, and never for a pause', () => {
    const { set, world, appliance, rung } = listen();
    const running = callLine(idle, appliance());
    set(running);
    world.advance(60_000);
    const stopped = stopForEmergency(running, appliance());
    set(stopped);
    world.advance(60_000);
    assert.deepEqual(rung, [2, 1, 5]);
    const resumed = resumeClock(stopped, appliance());
    set(resumed);
    world.advance(5_000);
    set(pauseClock(resumed, appliance()));
    world.advance(5_000);
    assert.deepEqual(rung, [2, 1, 5, 1]);
  });

  it('keeps silent about what it comes too late for, but for an emergency', () => {
    const { snapshot, world, appliance, rung } = listen();
    world.advance(100_000);
    snapshot(callLine(idle, appliance() - 60_000));
    assert.deepEqual(rung, [], 'the line has been shooting for a while');
    world.advance(69_999);
    assert.deepEqual(rung, []);
    world.advance(1);
    assert.deepEqual(rung, [2]);
    snapshot(stopForEmergency(callLine(idle, trueStart), appliance()));
    assert.deepEqual(rung, [2, 5]);
  });

  it('says nothing about what was there when the page came, and nothing after it was switched off', () => {
    const { set, world, appliance, store, rung, stop } = listen();
    set(callLine(idle, appliance()));
    const late: number[] = [];
    const stopLate = watchSignals(store, { localMs: world.now, after: world.after }, (sounds) => late.push(sounds));
    assert.deepEqual([rung, late], [[2], []]);
    stop();
    stopLate();
    world.advance(400_000);
    assert.deepEqual([rung, late], [[2], []]);
  });

  it('sounds for a match that is called while it listens, and not for one whose turn it finds', () => {
    const screen = openScreen(undefined, undefined, [{ kind: 'clocks', competition: 'c1' }]);
    const { store, world, hear, appliance } = screen;
    store.ask();
    world.advance(10);
    hear('clocks/c1', { kind: 'clocks', clocks: [] });
    const rung: number[] = [];
    watchSignals(store, { localMs: world.now, after: world.after }, (sounds) => rung.push(sounds));
    const ofMatch = (match: string, clock: MatchClock): KeptClock => ({ of: 'match', event: 'RM', match, clock });
    const called = callSides(matchClock, appliance());
    hear('clocks/c1', { kind: 'clocks', clocks: [ofMatch('1/1', called)] });
    assert.deepEqual(rung, [2]);
    world.advance(60_000);
    assert.deepEqual(rung, [2, 1], 'sides have changed twice');
    hear('clocks/c1', { kind: 'clocks', clocks: [ofMatch('2/1', switchSides(called, appliance()))] });
    assert.deepEqual(rung, [2, 1]);
    hear('clocks/c1', { kind: 'clocks', clocks: [ofMatch('2/2', stopMatchForEmergency(called, appliance()))] });
    assert.deepEqual(rung, [2, 1, 5]);
  });
});
