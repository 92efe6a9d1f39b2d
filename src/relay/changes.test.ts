// What has changed since it was asked for: a commit costs the main thread a step in a list, whatever the way out does.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Competition } from '../domain/competition.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import type { CompetitionView } from '../intake/intake.ts';
import { noHash } from '../journal/record-chain.ts';
import { bracketOf8, drawnCompetition, individualEvent, scoreMatch, shotCompetition } from '../testing/drawn-event.ts';
import { ask, desk, score, smallCompetition } from '../testing/small-competition.ts';
import { createChanges } from './changes.ts';

function rig(first: Competition = smallCompetition()) {
  let state: Competition | undefined = first;
  let seq = 4;
  let nowMs = 1_000_000;
  let looked = 0;
  const view = (): CompetitionView | undefined => state && { id: 'c1', at: { epoch: 'e1', seq }, state, head: noHash };
  const changes = createChanges({
    intake: {
      find(id) {
        looked += 1;
        return id === 'c1' ? view() : undefined;
      },
      list: () => [view()].filter((each) => each !== undefined),
    },
    clock: { now: () => nowMs },
    answerAt: (address) => (address.includes('/events/gone') ? undefined : { value: { address }, list: undefined }),
  });
  function commit(...facts: readonly Fact[]) {
    assert.ok(state);
    let next: Competition | undefined = state;
    for (const fact of facts) next = evolve(next, fact, desk);
    const actor = { role: 'system' } as const;
    const recorded = facts.map((fact, index) => ({
      seq: seq + index + 1,
      at: 0,
      commandId: '0'.repeat(32),
      actor,
      fact,
    }));
    seq += facts.length;
    state = next;
    assert.ok(state);
    changes.committed({ competition: 'c1', epoch: 'e1', facts: recorded, state });
  }
  return {
    changes,
    commit,
    ask(command: Parameters<typeof ask>[1]) {
      const answer = ask(state, command);
      assert.equal(answer.rejection, undefined);
      commit(...answer.facts);
    },
    remove() {
      state = undefined;
      changes.replaced('c1');
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
    looked: () => looked,
    names: async (most = 99) => (await changes.take(most)).map(({ name }) => name).sort(),
  };
}

describe('what has changed', () => {
  test('is everything at first, and nothing when it was asked for', async () => {
    const on = rig();
    const addresses = ['', '/entries', '/events', '/medals?of=club', '/medals?of=country'];
    const all = [
      ...addresses.map((address) => `/api/competitions/c1${address}`),
      ...['leaderboard/c1/CW', 'leaderboard/c1/RM', 'show/c1'],
    ];
    assert.deepEqual(await on.names(), all);
    on.pass(5_000);
    assert.deepEqual(await on.names(), []);
  });

  test('is worked out when it is asked for: a commit looks at nothing', async () => {
    const on = rig();
    await on.names();
    const before = on.looked();
    on.ask(score(1, 1, 0, 'X'));
    on.ask(score(2, 1, 0, '9'));
    assert.equal(on.looked(), before);
    on.pass(1_000);
    assert.deepEqual(await on.names(), ['leaderboard/c1/RM']);
  });

  test('is kept in bounds when nobody asks', async () => {
    const on = rig();
    await on.names();
    for (let box = 0; box < 6; box += 1) on.ask(score(1, 1, box, '9'));
    for (let round = 0; round < 2_000; round += 1)
      on.commit({ kind: 'standingSet', entry: 1, standing: round % 2 ? 'DNS' : 'competing', by: 'x', reason: '' });
    on.pass(1_000);
    assert.deepEqual(await on.names(), ['/api/competitions/c1', '/api/competitions/c1/entries', 'leaderboard/c1/RM']);
  });

  test('of one board is given once a second at most', async () => {
    const on = rig();
    await on.names();
    on.ask(score(1, 1, 0, 'X'));
    on.pass(500);
    assert.deepEqual(await on.names(), []);
    on.pass(500);
    assert.deepEqual(await on.names(), ['leaderboard/c1/RM']);
  });

  test('comes in the order of waiting, as many as were asked for', async () => {
    const on = rig();
    assert.equal((await on.names(1)).length, 1);
    assert.equal((await on.names(5)).length, 5);
    assert.equal((await on.names(5)).length, 2);
  });

  test('of a match is the match, those into which its sides go, and the bracket', async () => {
    const on = rig(drawnCompetition(8));
    await on.names();
    on.ask(scoreMatch('3/1', 'a', '1', ['X']));
    on.pass(10_000);
    const bracket = '/api/competitions/c1/events/RM/bracket';
    assert.deepEqual(await on.names(), [
      bracket,
      ...['/api/competitions/c1/medals?of=club', '/api/competitions/c1/medals?of=country'],
      ...['match/c1/RM/2%2F1', 'match/c1/RM/3%2F1'],
    ]);
  });

  test('that is gone is told once', async () => {
    const on = rig();
    const names = await on.names();
    on.remove();
    on.pass(10_000);
    assert.deepEqual(await on.names(), []);
    assert.deepEqual([...on.changes.gone()].sort(), names);
    assert.deepEqual(on.changes.gone(), []);
  });

  test('also when a draw brings new boards', async () => {
    const archers = Array.from({ length: 8 }, (_, index) => ({ name: `A${index}`, club: 'G', total: 50 - index }));
    const on = rig(shotCompetition(archers));
    await on.names();
    const setup = individualEvent(bracketOf8);
    on.ask({ kind: 'setEvent', setup });
    on.ask({ kind: 'drawEvent', event: setup.id });
    on.pass(1_000);
    const names = await on.names();
    assert.ok(names.includes('match/c1/RM/1%2F1') && names.includes('/api/competitions/c1/events/RM/bracket'));
  });
});
