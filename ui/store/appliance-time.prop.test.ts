import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createApplianceTime, errorAt, improveFit, type TimeFit, type TimeSample } from './appliance-time.ts';

const trueOffset = 1_800_000_000_000;
const anyDelay = fc.double({ min: 0, max: 2_000, noNaN: true });
const anyTrip = fc.record({ waitMs: fc.integer({ min: 0, max: 60_000 }), thereMs: anyDelay, backMs: anyDelay });
const anyTrips = fc.array(anyTrip, { minLength: 1, maxLength: 30 });
type Trip = typeof anyTrip extends fc.Arbitrary<infer T> ? T : never;

/** Questions one after the other, as the network carries them, to an appliance whose clock drifts and was set forward at some moment. */
function samplesOf(trips: readonly Trip[], drift = 0, setForward = { atMs: Number.POSITIVE_INFINITY, byMs: 0 }) {
  const serverAt = (localMs: number) =>
    localMs * (1 + drift) + trueOffset + (localMs >= setForward.atMs ? setForward.byMs : 0);
  let nowMs = 0;
  const samples = trips.map(({ waitMs, thereMs, backMs }): TimeSample => {
    const sentMs = nowMs + waitMs;
    nowMs = sentMs + thereMs + backMs;
    return { sentMs, serverMs: serverAt(sentMs + thereMs), heardMs: nowMs };
  });
  return { samples, nowMs, serverAt };
}

const fitOf = (samples: readonly TimeSample[]) =>
  samples.reduce<TimeFit | undefined>((known, sample) => improveFit(known, sample), undefined);

test('however the network delays, the error is at most what is claimed, and that is half of the shortest trip or less than the drift', () => {
  const anyDrift = fc.double({ min: -9e-5, max: 9e-5, noNaN: true });
  fc.assert(
    fc.property(anyTrips, anyDrift, (trips, drift) => {
      const { samples, nowMs, serverAt } = samplesOf(trips, drift);
      const fit = fitOf(samples);
      assert.ok(fit);
      const error = Math.abs(nowMs + fit.offsetMs - serverAt(nowMs));
      assert.ok(error <= errorAt(fit, nowMs) + 0.1, `${error} > ${errorAt(fit, nowMs)}`);
      const halves = samples.map(({ sentMs, heardMs }) => (heardMs - sentMs) / 2);
      assert.ok(errorAt(fit, nowMs) <= Math.min(...halves) + nowMs * 1e-4 + 0.1);
    }),
  );
});

test('a device that slept, or an appliance whose clock was set, is believed at the next answer', () => {
  fc.assert(
    fc.property(anyTrips, fc.integer({ min: 20_000, max: 1e9 }), anyTrip, (trips, byMs, last) => {
      const before = samplesOf(trips).nowMs;
      const { samples, nowMs, serverAt } = samplesOf([...trips, last], 0, { atMs: before, byMs });
      const fit = fitOf(samples);
      assert.ok(fit && Math.abs(nowMs + fit.offsetMs - serverAt(nowMs)) <= (last.thereMs + last.backMs) / 2 + 0.01);
    }),
  );
});

test('time never goes back because an answer was better', () => {
  fc.assert(
    fc.property(anyTrips, (trips) => {
      let localMs = 0;
      const time = createApplianceTime(() => localMs);
      assert.equal(time.now(), undefined);
      let last = 0;
      for (const sample of samplesOf(trips).samples) {
        const told = () => {
          const now = time.now() ?? 0;
          assert.ok(now >= last);
          last = now;
        };
        localMs = sample.sentMs;
        told();
        localMs = sample.heardMs;
        time.learn(sample);
        told();
      }
    }),
  );
});

test('a clock that was set back by more than a second is followed back', () => {
  let localMs = 0;
  const time = createApplianceTime(() => localMs);
  time.learn({ sentMs: 0, serverMs: 500_000, heardMs: 0 });
  assert.equal(time.now(), 500_000);
  localMs = 10;
  time.learn({ sentMs: 10, serverMs: 499_500, heardMs: 10 });
  assert.equal(time.now(), 500_000, 'half a second: it waits');
  localMs = 600;
  assert.equal(time.now(), 500_090);
  time.learn({ sentMs: 600, serverMs: 400_000, heardMs: 600 });
  assert.equal(time.now(), 400_000);
});
