import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '../domain/actor.ts';
import { type Competition, roundOfEntry } from '../domain/competition.ts';
import { finalRankingOf } from '../domain/event/final-ranking.ts';
import { countEnds } from '../domain/rounds/rounds.ts';
import { after } from '../testing/small-competition.ts';
import { planCompetition } from './competition-plan.ts';
import { nextDeskCommand, planMatchShots } from './elimination-plan.ts';
import { shootEnd } from './scoring-day.ts';

const seed = 7;
const desk: Actor = { role: 'system' };

function shotCompetition(archers: number): Competition {
  const plan = planCompetition({ seed, archers, name: 'Open', venue: 'Field', day: '2026-05-02' });
  let state = after(after(undefined, plan.creation, desk), plan.entries, desk);
  for (const butt of plan.butts)
    state = after(state, { kind: 'pairDevice', device: `tablet-${butt}`, butt, tokenHash: 'ab', label: 'T' }, desk);
  for (const { number, category, target } of state.entries.values()) {
    const round = roundOfEntry(state, number);
    assert.ok(target && round);
    for (let end = 1; end <= countEnds(round); end += 1) {
      const arrows = shootEnd(seed, { entry: number, butt: target.butt, category, round }, end);
      state = after(state, { kind: 'scoreArrows', entry: number, end, first: 0, arrows }, desk);
    }
  }
  return state;
}

function prepared(before: Competition): Competition {
  let state = before;
  for (let command = nextDeskCommand(state, seed); command; command = nextDeskCommand(state, seed))
    state = after(state, command, desk);
  return state;
}

/** Every shot by the tablet of its butt, which must be allowed to. */
function shotToTheEnd(before: Competition): { readonly state: Competition; readonly shots: readonly string[] } {
  let state = before;
  const typed: string[] = [];
  for (let shots = planMatchShots(state, seed); shots.length > 0; shots = planMatchShots(state, seed)) {
    for (const { butt, command } of shots) {
      typed.push(JSON.stringify(command));
      state = after(state, command, { role: 'scorer', device: `tablet-${butt}` });
    }
  }
  return { state, shots: typed };
}

describe('the afternoon', () => {
  const morning = shotCompetition(24);
  const noon = prepared(morning);

  test('every category of four or more has its draw and its places, ties decided', () => {
    const sizes = Map.groupBy(morning.entries.values(), ({ category }) => category);
    for (const [category, { length }] of sizes) {
      const event = noon.events.get(category);
      assert.equal(event?.draw?.competitors.length, length < 4 ? undefined : length < 8 ? 4 : 8, category);
      assert.equal((event?.schedule.size ?? 0) > 0, length >= 4);
    }
    assert.equal(nextDeskCommand(noon, seed), undefined);
  });

  test('the tablets of the butts shoot every match, until each event has its medals', () => {
    const { state } = shotToTheEnd(noon);
    for (const event of noon.events.keys()) {
      const places = finalRankingOf(state, event)?.map(({ place }) => place);
      assert.deepEqual(places?.slice(0, 4), [1, 2, 3, 4], event);
    }
  });

  test('the same seed shoots the same arrows, also when it was interrupted in the middle of an end', () => {
    const { shots } = shotToTheEnd(noon);
    const [first] = planMatchShots(noon, seed);
    assert.ok(first);
    const begun = after(noon, first.command, { role: 'scorer', device: `tablet-${first.butt}` });
    assert.deepEqual(new Set([JSON.stringify(first.command), ...shotToTheEnd(begun).shots]), new Set(shots));
  });
});

test('nothing is drawn while somebody still shoots', () => {
  const plan = planCompetition({ seed, archers: 8, name: 'Open', venue: 'Field', day: '2026-05-02' });
  const before = after(after(undefined, plan.creation, desk), plan.entries, desk);
  const state = prepared(before);
  assert.ok([...state.events.values()].every(({ draw }) => draw === undefined));
  assert.deepEqual(planMatchShots(state, seed), []);
});
