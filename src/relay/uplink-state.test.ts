// Every state against every event.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextUplink, type UplinkEvent, type UplinkState, waitOf } from './uplink-state.ts';

const states = {
  off: { kind: 'off' },
  probing: { kind: 'probing', attempt: 2 },
  up: { kind: 'up', attempt: 0 },
  upAgain: { kind: 'up', attempt: 2 },
  down: { kind: 'down', attempt: 2, why: 'silent' },
  throttled: { kind: 'throttled', attempt: 2 },
} as const satisfies Record<string, UplinkState>;

const events = {
  start: { kind: 'start' },
  stop: { kind: 'stop' },
  answered: { kind: 'answered' },
  published: { kind: 'published' },
  failed: { kind: 'failed', why: 'refused' },
  limited: { kind: 'limited' },
  waited: { kind: 'waited' },
} as const satisfies Record<UplinkEvent['kind'], UplinkEvent>;

const off: UplinkState = { kind: 'off' };
const fine: UplinkState = { kind: 'up', attempt: 0 };
const refused = (attempt: number): UplinkState => ({ kind: 'down', attempt, why: 'refused' });
const throttled = (attempt: number): UplinkState => ({ kind: 'throttled', attempt });
const probing = (attempt: number): UplinkState => ({ kind: 'probing', attempt });

type Row = { readonly [E in UplinkEvent['kind']]: UplinkState | 'same' };

/** What becomes of each; `same`: nothing changes. */
const table: { readonly [S in keyof typeof states]: Row } = {
  off: {
    ...{ start: probing(0), stop: 'same', answered: 'same', published: 'same' },
    ...{ failed: 'same', limited: 'same', waited: 'same' },
  },
  probing: {
    ...{ start: 'same', stop: off, answered: { kind: 'up', attempt: 2 }, published: fine },
    ...{ failed: refused(3), limited: throttled(3), waited: 'same' },
  },
  up: {
    ...{ start: 'same', stop: off, answered: 'same', published: 'same' },
    ...{ failed: refused(1), limited: throttled(1), waited: 'same' },
  },
  upAgain: {
    ...{ start: 'same', stop: off, answered: 'same', published: fine },
    ...{ failed: refused(3), limited: throttled(3), waited: 'same' },
  },
  down: {
    ...{ start: 'same', stop: off, answered: 'same', published: fine },
    ...{ failed: refused(3), limited: throttled(3), waited: probing(2) },
  },
  throttled: {
    ...{ start: 'same', stop: off, answered: 'same', published: fine },
    ...{ failed: refused(3), limited: throttled(3), waited: probing(2) },
  },
};

for (const [name, row] of Object.entries(table)) {
  describe(name, () => {
    for (const [event, expected] of Object.entries(row)) {
      test(`${event}: ${expected === 'same' ? 'nothing' : expected.kind}`, () => {
        const state = states[name as keyof typeof states];
        const next = nextUplink(state, events[event as UplinkEvent['kind']]);
        if (expected === 'same') assert.equal(next, state);
        else assert.deepEqual(next, expected);
      });
    }
  });
}

test('only who is not there or wants less is waited for; longest for what a person has to mend', () => {
  assert.deepEqual([states.off, states.probing, states.up].map(waitOf), [undefined, undefined, undefined]);
  assert.ok((waitOf(refused(1))?.firstMs ?? 0) > (waitOf(throttled(1))?.firstMs ?? 0));
  assert.ok((waitOf(throttled(1))?.firstMs ?? 0) > (waitOf(states.down)?.firstMs ?? 0));
});
