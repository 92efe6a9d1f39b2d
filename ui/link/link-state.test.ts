// The connection's state machine against a model of sockets: whatever happens in whatever order, there is never more than one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { closeCodes } from '../../src/wire/codes.ts';
import { firstLinkState, type LinkEvent, type LinkState, nextLinkStep } from './link-state.ts';

const closes = fc
  .constantFrom(...Object.values(closeCodes))
  .map(({ name, next }): LinkEvent => ({ kind: 'closed', name, next }));
const events: fc.Arbitrary<LinkEvent> = fc.oneof(
  fc.constantFrom<LinkEvent>(
    { kind: 'start' },
    { kind: 'stop' },
    { kind: 'opened' },
    { kind: 'welcomed' },
    { kind: 'silent' },
    { kind: 'waited' },
    { kind: 'nudged' },
  ),
  closes,
);

const holdsSocket = (state: LinkState) => ['opening', 'greeting', 'live'].includes(state.kind);

function run(list: readonly LinkEvent[], from: LinkState = firstLinkState) {
  return list.reduce((state, event) => nextLinkStep(state, event).state, from);
}

describe('link state', () => {
  it('has a socket exactly in the states that say so, and never two', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (list) => {
        let state = firstLinkState;
        let sockets = 0;
        for (const event of list) {
          const step = nextLinkStep(state, event);
          for (const effect of step.effects) {
            if (effect === 'open') sockets += 1;
            if (effect === 'drop') sockets = 0;
            assert.ok(sockets <= 1);
          }
          state = step.state;
          assert.equal(sockets === 1, holdsSocket(state));
        }
      }),
    );
  });

  it('always has a timer running while it waits, so that it cannot wait for ever', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (list) => {
        let state = firstLinkState;
        for (const event of list) {
          const step = nextLinkStep(state, event);
          if (step.state.kind === 'waiting' && state !== step.state) {
            assert.ok(step.effects.includes('wait') || step.effects.includes('waitLonger'));
          }
          state = step.state;
        }
      }),
    );
  });

  it('comes live again from any state that is not a person’s to settle', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (list) => {
        const state = run([...list, { kind: 'start' }, { kind: 'waited' }, { kind: 'opened' }, { kind: 'welcomed' }]);
        assert.equal(state.kind, 'live');
      }),
    );
  });

  it('counts failures in a row and forgets them once it is live', () => {
    const lost: LinkEvent = { kind: 'closed', name: 'lost', next: 'reconnect' };
    const failed = run([{ kind: 'start' }, lost, { kind: 'waited' }, lost, { kind: 'waited' }, { kind: 'silent' }]);
    assert.deepEqual(failed, { kind: 'waiting', attempt: 3, reason: 'silent' });
    const again = run([{ kind: 'nudged' }, { kind: 'opened' }, { kind: 'welcomed' }, lost], failed);
    assert.deepEqual(again, { kind: 'waiting', attempt: 1, reason: 'lost' });
  });

  it('does what the table of close codes says', () => {
    const live = run([{ kind: 'start' }, { kind: 'opened' }, { kind: 'welcomed' }]);
    for (const { name, next } of Object.values(closeCodes)) {
      const { state, effects } = nextLinkStep(live, { kind: 'closed', name, next });
      const expected = { reconnect: 'waiting', reconnectLater: 'waiting', askPerson: 'refused', reload: 'outdated' }[
        next
      ];
      assert.equal(state.kind, expected);
      assert.equal(effects.includes('waitLonger'), next === 'reconnectLater');
    }
  });

  it('does not knock again by itself once it is refused', () => {
    const refused = run([
      { kind: 'start' },
      { kind: 'opened' },
      { kind: 'closed', name: 'notPaired', next: 'askPerson' },
    ]);
    for (const kind of ['nudged', 'waited', 'silent', 'opened'] as const) {
      assert.deepEqual(nextLinkStep(refused, { kind }), { state: refused, effects: [] });
    }
  });
});
