// The connection's state machine against a model of sockets: whatever happens in whatever order, there is never more than one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { closeCodes } from '../../src/wire/codes.ts';
import { firstLinkState, type LinkEvent, type LinkState, type LinkStateKind, nextLinkStep } from './link-state.ts';

const closes = fc
  .constantFrom(...Object.values(closeCodes))
  .chain(({ name, next }) =>
    fc.boolean().map((isElsewhere): LinkEvent => ({ kind: 'closed', name, next, isElsewhere })),
  );
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

const stateOf: Readonly<Record<LinkStateKind, LinkState>> = {
  off: { kind: 'off' },
  opening: { kind: 'opening', attempt: 2 },
  greeting: { kind: 'greeting', attempt: 2 },
  live: { kind: 'live' },
  waiting: { kind: 'waiting', attempt: 2, reason: 'lost' },
  refused: { kind: 'refused', reason: 'notPaired' },
  outdated: { kind: 'outdated', reason: 'unknownProtocol' },
};

const eventOf = {
  start: { kind: 'start' },
  stop: { kind: 'stop' },
  opened: { kind: 'opened' },
  welcomed: { kind: 'welcomed' },
  silent: { kind: 'silent' },
  waited: { kind: 'waited' },
  nudged: { kind: 'nudged' },
  lost: { kind: 'closed', name: 'lost', next: 'reconnect' },
  stopping: { kind: 'closed', name: 'stopping', next: 'reconnectLater' },
  notPaired: { kind: 'closed', name: 'notPaired', next: 'askPerson' },
  malformed: { kind: 'closed', name: 'malformed', next: 'reload' },
} satisfies Record<string, LinkEvent>;

/** What happens in each cell; `-`: nothing. */
const cells: Readonly<Record<LinkStateKind, Readonly<Record<keyof typeof eventOf, string>>>> = {
  off: {
    ...{ start: 'opening 0: open', stop: '-', opened: '-', welcomed: '-', silent: '-', waited: '-', nudged: '-' },
    ...{ lost: '-', stopping: '-', notPaired: '-', malformed: '-' },
  },
  opening: {
    ...{ start: '-', stop: 'off: drop', opened: 'greeting 2: hello', welcomed: '-', waited: '-', nudged: '-' },
    ...{ silent: 'waiting 3 silent: drop turn wait', lost: 'waiting 3 lost: drop turn wait' },
    ...{ stopping: 'waiting 3 stopping: drop turn waitLonger' },
    ...{ notPaired: 'refused notPaired: drop', malformed: 'outdated malformed: drop' },
  },
  greeting: {
    ...{ start: '-', stop: 'off: drop', opened: '-', welcomed: 'live: resume', waited: '-', nudged: '-' },
    ...{ silent: 'waiting 3 silent: drop turn wait', lost: 'waiting 3 lost: drop turn wait' },
    ...{ stopping: 'waiting 3 stopping: drop turn waitLonger' },
    ...{ notPaired: 'refused notPaired: drop', malformed: 'outdated malformed: drop' },
  },
  live: {
    ...{ start: '-', stop: 'off: drop', opened: '-', welcomed: '-', waited: '-', nudged: '-' },
    ...{ silent: 'waiting 1 silent: drop wait', lost: 'waiting 1 lost: drop wait' },
    ...{ stopping: 'waiting 1 stopping: drop waitLonger' },
    ...{ notPaired: 'refused notPaired: drop', malformed: 'outdated malformed: drop' },
  },
  waiting: {
    ...{ start: '-', stop: 'off: drop', opened: '-', welcomed: '-', silent: '-' },
    ...{ waited: 'opening 2: open', nudged: 'opening 2: open' },
    ...{ lost: '-', stopping: '-', notPaired: '-', malformed: '-' },
  },
  refused: {
    ...{
      start: 'opening 0: open',
      stop: 'off: drop',
      opened: '-',
      welcomed: '-',
      silent: '-',
      waited: '-',
      nudged: '-',
    },
    ...{ lost: '-', stopping: '-', notPaired: '-', malformed: '-' },
  },
  outdated: {
    ...{
      start: 'opening 0: open',
      stop: 'off: drop',
      opened: '-',
      welcomed: '-',
      silent: '-',
      waited: '-',
      nudged: '-',
    },
    ...{ lost: '-', stopping: '-', notPaired: '-', malformed: '-' },
  },
};

function describeStep(before: LinkState, event: LinkEvent): string {
  const { state, effects } = nextLinkStep(before, event);
  if (state === before) {
    assert.deepEqual(effects, []);
    return '-';
  }
  const words = [state.kind, 'attempt' in state ? state.attempt : '', 'reason' in state ? state.reason : ''];
  return `${words.filter((word) => word !== '').join(' ')}: ${effects.join(' ')}`;
}

describe('the table of states and events', () => {
  for (const [kind, row] of Object.entries(cells) as [LinkStateKind, (typeof cells)[LinkStateKind]][]) {
    for (const [name, expected] of Object.entries(row) as [keyof typeof eventOf, string][]) {
      it(`${kind} × ${name}: ${expected}`, () => {
        assert.equal(describeStep(stateOf[kind], eventOf[name]), expected);
      });
    }
  }
});

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

  it('is sent away by the appliance of its own page only, and turns to the others after each failure', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (list) => {
        let state = firstLinkState;
        for (const event of list) {
          const step = nextLinkStep(state, event);
          const isEnd = step.state.kind === 'refused' || step.state.kind === 'outdated';
          if (event.kind === 'closed' && event.isElsewhere) assert.ok(!isEnd || step.state === state);
          const hasFailed = step.state.kind === 'waiting' && (state.kind === 'opening' || state.kind === 'greeting');
          if (hasFailed) assert.ok(step.effects.includes('turn'));
          if (step.effects.includes('turn')) assert.equal(step.state.kind, 'waiting');
          state = step.state;
        }
      }),
    );
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
