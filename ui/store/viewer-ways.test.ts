// Which way a page listens to, and that switching between them shows nothing old and loses nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Position } from '../../src/domain/facts.ts';
import { firstWays, isToShow, nextWays, patienceMs, type Way, type WayEvent, type Ways } from './viewer-ways.ts';

const after = (...events: readonly (readonly [WayEvent['kind'], atMs: number])[]): Ways =>
  events.reduce<Ways>((ways, [kind, atMs]) => nextWays(ways, { kind }, atMs), firstWays);

describe('the way', () => {
  test('is the relay once the appliance is lost for a while, and the appliance as soon as it is back', () => {
    const lost = after(['relayKnown', 0], ['lanLive', 0], ['lanLost', 100], ['looked', 100 + patienceMs - 1]);
    assert.equal(lost.way, 'lan');
    const relayed = nextWays(lost, { kind: 'looked' }, 100 + patienceMs);
    assert.equal(relayed.way, 'relay');
    assert.equal(nextWays(relayed, { kind: 'lanLive' }, 20_000).way, 'lan');
  });

  test('stays where no relay is known', () => {
    assert.equal(after(['lanLost', 0], ['looked', 60_000]).way, 'lan');
  });

  test('counts from the first loss: an appliance that flaps without being there is lost', () => {
    assert.equal(after(['relayKnown', 0], ['lanLost', 0], ['lanLost', 7_000], ['looked', patienceMs]).way, 'relay');
  });

  test('says nothing new where nothing is', () => {
    const live = after(['relayKnown', 0], ['lanLive', 0]);
    for (const kind of ['relayKnown', 'lanLive', 'looked'] as const) assert.equal(nextWays(live, { kind }, 9), live);
  });
});

const at = (seq: number, epoch = 'e1'): Position => ({ epoch, seq });
const shown = (seq: number, lanHeardAtMs?: number) => ({ at: at(seq), lanHeardAtMs });

describe('a frame', () => {
  test('is shown when it is newer, whichever way it came', () => {
    assert.ok(isToShow(undefined, { way: 'relay', kind: 'snapshot', at: at(1) }));
    assert.ok(!isToShow(undefined, { way: 'lan', kind: 'delta', at: at(1) }));
    for (const way of ['lan', 'relay'] as const) {
      assert.ok(isToShow(shown(5), { way, kind: 'snapshot', at: at(6) }));
      assert.ok(!isToShow(shown(5), { way, kind: 'snapshot', at: at(4) }));
    }
    assert.ok(!isToShow(shown(5), { way: 'relay', kind: 'snapshot', at: at(5) }));
    assert.ok(!isToShow(shown(5), { way: 'lan', kind: 'delta', at: at(5) }));
  });

  test('of another epoch: the appliance is right, the relay if it sent it after the appliance was heard', () => {
    assert.ok(isToShow(shown(50, 1_000), { way: 'lan', kind: 'snapshot', at: at(2, 'e2') }));
    assert.ok(!isToShow(shown(50, 1_000), { way: 'relay', kind: 'snapshot', at: at(90, 'e0'), sentAtMs: 900 }));
    assert.ok(isToShow(shown(50, 1_000), { way: 'relay', kind: 'snapshot', at: at(2, 'e2'), sentAtMs: 1_100 }));
  });

  test('however the ways overlap, what is shown never goes back and ends where the appliance is', () => {
    const anyFrame = fc.record({ way: fc.constantFrom<Way>('lan', 'relay'), lag: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(anyFrame, { minLength: 1 }), (frames) => {
        let now: number | undefined;
        let venue = 0;
        for (const { way, lag } of frames) {
          venue += 1;
          const seq = Math.max(1, way === 'lan' ? venue : venue - lag);
          const before = now;
          if (isToShow(now === undefined ? undefined : shown(now), { way, kind: 'snapshot', at: at(seq) })) now = seq;
          assert.ok((now ?? 0) >= (before ?? 0));
        }
        venue += 1;
        assert.ok(isToShow(shown(now ?? 0), { way: 'lan', kind: 'snapshot', at: at(venue) }));
      }),
    );
  });
});
