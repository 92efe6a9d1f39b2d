import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shotCompetition } from '../../testing/drawn-event.ts';
import { after, ask } from '../../testing/small-competition.ts';
import { suggestEvents } from './suggest-events.ts';

/** So many archers of a category in each of these clubs. */
function entered(all: Readonly<Record<string, readonly [clubs: number, each: number]>>) {
  return shotCompetition(
    Object.entries(all).flatMap(([category, [clubs, each]]) =>
      Array.from({ length: clubs * each }, (_, index) => ({
        ...{ total: 100, category, club: `Club ${index % clubs}` },
      })),
    ),
  );
}

const sizes = (state: ReturnType<typeof entered>) =>
  suggestEvents(state).map(({ id, elimination }) => {
    const chart = elimination?.system === 'bracket' ? elimination.chart : 0;
    return `${id} ${elimination?.qualifiers}/${chart} ${elimination?.formatId}`;
  });

test('individuals, teams of three and mixed teams, in sizes that the entries fill', () => {
  const state = entered({ RM: [3, 3], RW: [2, 2], CM: [1, 6] });
  assert.deepEqual(sizes(state), [
    'RM 8/8 set-individual',
    'RW 4/4 set-individual',
    'CM 6/8 cumulative-individual',
    'RM-team 3/4 set-team',
    'RX 2/2 set-mixed',
  ]);
});

test('every one of them can be set as it is, and is suggested no more once it is there', () => {
  let state = entered({ RM: [4, 5], RW: [3, 3], CM: [2, 35], CW: [2, 1] });
  const suggested = suggestEvents(state);
  assert.ok(suggested.length > 5);
  for (const setup of suggested) {
    assert.equal(ask(state, { kind: 'setEvent', setup }).rejection, undefined, setup.id);
    state = after(state, { kind: 'setEvent', setup });
  }
  assert.deepEqual(suggestEvents(state), []);
});

test('one archer makes no event, and a hundred and four outdoors have the chart of their own', () => {
  assert.deepEqual(sizes(entered({ RM: [1, 1] })), []);
  assert.deepEqual(sizes(entered({ RM: [1, 110] })), ['RM 104/104 set-individual']);
  assert.deepEqual(sizes(entered({ RM: [1, 70] })), ['RM 64/64 set-individual']);
});
