import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Claim, firstLeaderState, isLeading, type LeaderState, nextLeader } from './leader-state.ts';

const follower: LeaderState = { tab: 'b', turn: 4, leader: 'a' };
const leader: LeaderState = { tab: 'b', turn: 4, leader: 'b' };
const nobody = firstLeaderState('b');

describe('which tab sends', () => {
  for (const kind of ['wanted', 'quiet'] as const) {
    it(`a tab that is ${kind} leads, and says so once`, () => {
      assert.deepEqual(nextLeader(nobody, { kind }), { state: { tab: 'b', turn: 1, leader: 'b' }, isToClaim: true });
      assert.deepEqual(nextLeader(follower, { kind }), { state: { tab: 'b', turn: 5, leader: 'b' }, isToClaim: true });
      assert.deepEqual(nextLeader(leader, { kind }), { state: leader, isToClaim: false });
    });
  }

  it('a later turn takes over, and of equal turns the greater name', () => {
    const claims: readonly (readonly [LeaderState, Claim, string | undefined])[] = [
      [leader, { tab: 'a', turn: 5 }, 'a'],
      [leader, { tab: 'c', turn: 4 }, 'c'],
      [leader, { tab: 'a', turn: 4 }, 'b'],
      [leader, { tab: 'c', turn: 3 }, 'b'],
      [follower, { tab: 'a', turn: 4 }, 'a'],
      [follower, { tab: 'c', turn: 4 }, 'c'],
      [follower, { tab: 'c', turn: 3 }, 'a'],
      [nobody, { tab: 'a', turn: 0 }, 'a'],
    ];
    for (const [state, claim, expected] of claims) {
      assert.equal(nextLeader(state, { kind: 'claimed', claim }).state.leader, expected, JSON.stringify(claim));
    }
  });

  it('a leader answers whoever has not heard of it; a follower keeps still', () => {
    const late: Claim = { tab: 'c', turn: 3 };
    assert.equal(nextLeader(leader, { kind: 'claimed', claim: late }).isToClaim, true);
    assert.equal(nextLeader(follower, { kind: 'claimed', claim: late }).isToClaim, false);
  });

  it('a tab that leaves is followed by another at once, and comes back with a later turn', () => {
    assert.equal(isLeading(nextLeader(follower, { kind: 'left', tab: 'a' }).state), true);
    assert.deepEqual(nextLeader(follower, { kind: 'left', tab: 'c' }), { state: follower, isToClaim: false });
    const gone = nextLeader(leader, { kind: 'leaving' });
    assert.deepEqual(gone, { state: { tab: 'b', turn: 4, leader: undefined }, isToClaim: false });
    assert.equal(nextLeader(gone.state, { kind: 'wanted' }).state.turn, 5);
  });

  it('any number of tabs that claim at the same time agree on one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }), (wishes) => {
        const tabs = ['a', 'b', 'c', 'd', 'e'].map(firstLeaderState);
        const sent: Claim[] = [];
        const step = (index: number, event: Parameters<typeof nextLeader>[1]) => {
          const next = nextLeader(tabs[index] ?? nobody, event);
          tabs[index] = next.state;
          if (next.isToClaim) sent.push({ tab: next.state.tab, turn: next.state.turn });
        };
        for (const wish of wishes) step(wish, { kind: 'wanted' });
        for (let claim = sent.shift(); claim; claim = sent.shift()) {
          for (const [index, { tab }] of tabs.entries()) if (tab !== claim.tab) step(index, { kind: 'claimed', claim });
        }
        assert.equal(new Set(tabs.map((tab) => tab.leader)).size, 1);
        assert.equal(tabs.filter(isLeading).length, 1);
      }),
    );
  });
});
